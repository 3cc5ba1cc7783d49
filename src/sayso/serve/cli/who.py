"""`sayso who`: all that somebody said over time, and where they changed position."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.serve.cli.library import LIBRARY, opened, write_rows
from sayso.serve.cli.listed import ListFormat
from sayso.serve.cli.sink import check


def who(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A person or body, by any name that reports give it.")],
    format: Annotated[ListFormat, typer.Option("--format", "-f", help="For a person, or as data.")] = ListFormat.terminal,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here.")] = None,
    library: Annotated[Path | None, typer.Option("--library", metavar="FILE", help=LIBRARY)] = None,
) -> int:
    """Tell all that is reported on the word of one actor, in the order of time, and where it changed position.

    Exit code 1 where nobody of that name is quoted in the library.

    \b
    Examples:
      sayso who "Ingrid Kranz"
      sayso who "transport ministry" --library desk.library
    """
    check(output)
    from sayso.serve.cli.say import complain
    from sayso.serve.reports.library import said_text
    from sayso.store import said

    with opened(library) as kept:
        found = said.actors(kept, name)
        rows, names = said.said_by(kept, found), said.shown_names(kept, found)
        outlets = kept.outlets({r.article for r in rows})
    if not rows:
        complain(f"{name[:80]}: nobody of that name is quoted in the library")
        return 1
    write_rows(rows, format, lambda found: said_text(found, names, outlets), output)
    return 0
