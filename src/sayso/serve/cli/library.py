"""What the commands on a library share: its option, and opening it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from sayso.errors import UsageError
from sayso.serve.cli.listed import ListFormat
from sayso.serve.cli.sink import opened as sink

if TYPE_CHECKING:
    from sayso.store.library import Library

T = TypeVar("T")
DEFAULT = Path("sayso.library")
LIBRARY = "The library, one file. Default: sayso.library in this folder."
STORY = "A story of a library, by its id or the beginning of it; sayso stories --library FILE lists them."


def opened(path: Path | None, create: bool = False) -> Library:
    """The library of this name, or of the default one; raises InputError where it cannot be opened."""
    from sayso.store.library import Library

    return Library(path or DEFAULT, create)


def one_of(sources: list[str], library: Path | None) -> bool:
    """Is it the library that is asked for, not sources? UsageError where both are given, or nothing."""
    if sources and library is not None:
        raise UsageError(f"--library: takes the reports of {library}; leave the SOURCE words out, or add them with sayso add")
    if not sources and library is None and not DEFAULT.exists():
        raise UsageError("Missing argument 'SOURCE...': name a file or a folder, or a library with --library")
    return not sources


def write_rows(rows: Sequence[T], format: ListFormat, text: Callable[[Sequence[T]], str], output: Path | None) -> None:
    """Write a list, for a person or as a JSON list with one row a line."""
    from sayso.model.encode import encode
    from sayso.serve.exports.documents import line

    with sink(output) as write:
        if format is ListFormat.json:
            write("[" + ",".join("\n" + line(encode(r)).rstrip("\n") for r in rows) + "\n]\n")
        else:
            write(text(rows))
