"""`sayso backup`: copy a library."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.serve.cli.library import DEFAULT, LIBRARY
from sayso.serve.cli.sink import opened as sink


def backup(
    to: Annotated[Path, typer.Argument(metavar="FILE", help="Where the copy goes; it must not be there.")],
    library: Annotated[Path | None, typer.Option("--library", metavar="FILE", help=LIBRARY)] = None,
) -> int:
    """Copy a library as it is at one moment, also while reports are being added to it.

    \b
    Examples:
      sayso backup monday.library --library desk.library
    """
    from sayso.serve.cli.say import one_line
    from sayso.store import copying

    copying.backup(library or DEFAULT, to)
    with sink(None) as write:
        write(f"{one_line(str(library or DEFAULT))} is copied to {one_line(str(to))}\n")
    return 0
