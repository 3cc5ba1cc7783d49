"""`sayso find`: reports of a library by their words and their meaning."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.serve.cli.inputs import settings
from sayso.serve.cli.library import LIBRARY, opened, write_rows
from sayso.serve.cli.listed import ListFormat
from sayso.serve.cli.sink import check


def find(
    query: Annotated[str, typer.Argument(metavar="QUERY", help="Words, or a sentence. Empty: all that the filters leave.")],
    speaker: Annotated[str | None, typer.Option("--speaker", metavar="NAME", help="Reports that quote this actor.")] = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar="WHEN", help="Published then: 2026, 2026-04, 2026-04-14 or FROM..TO.")
    ] = None,
    place: Annotated[str | None, typer.Option("--place", metavar="NAME", help="Reports that name this place.")] = None,
    outlet: Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="Reports of this outlet.")] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="N", help="Show so many at most.")] = 20,
    format: Annotated[ListFormat, typer.Option("--format", "-f", help="For a person, or as data.")] = ListFormat.terminal,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here.")] = None,
    library: Annotated[Path | None, typer.Option("--library", metavar="FILE", help=LIBRARY)] = None,
) -> int:
    """Find reports by their words and by what they are about, the best first.

    \b
    Examples:
      sayso find "tank wagon"
      sayso find "evacuation of residents" --place Villach --date 2026-04-14..2026-04-16
      sayso find "" --speaker "Ingrid Kranz"
    """
    check(output)
    from sayso.serve.reports.library import found_text
    from sayso.store.search import Filters
    from sayso.store.search import find as search

    filters = Filters(speaker, date, place, outlet)
    filters.days()
    with opened(library) as kept:
        meaning = None
        if query.strip():
            from sayso.pipeline.looking import meanings

            meaning = meanings([query], settings())[0]
        rows = search(kept, query, meaning, filters, limit)
    write_rows(rows, format, found_text, output)
    return 0
