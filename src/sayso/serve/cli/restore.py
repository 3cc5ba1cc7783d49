"""`sayso restore`: put a backup in a library's place."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.serve.cli.library import DEFAULT, LIBRARY
from sayso.serve.cli.sink import opened as sink


def restore(
    saved: Annotated[Path, typer.Argument(metavar="FILE", help="A copy that sayso backup made.")],
    replace: Annotated[bool, typer.Option("--replace", help="Take the place of the library that is there.")] = False,
    library: Annotated[Path | None, typer.Option("--library", metavar="FILE", help=LIBRARY)] = None,
) -> int:
    """Put a backup in a library's place, whole or not at all.

    \b
    Examples:
      sayso restore monday.library --library desk.library --replace
    """
    from sayso.serve.cli.say import one_line
    from sayso.store import copying

    copying.restore(saved, library or DEFAULT, replace)
    with sink(None) as write:
        write(f"{one_line(str(library or DEFAULT))} is as {one_line(str(saved))}\n")
    return 0
