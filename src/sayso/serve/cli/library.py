"""What the commands on a library share: its option, and opening it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sayso.errors import UsageError

if TYPE_CHECKING:
    from sayso.store.library import Library

DEFAULT = Path("sayso.library")
LIBRARY = "The library, one file. Default: sayso.library in this folder."


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
