"""`sayso diff`: what is different in a story since a day."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.serve.cli.inputs import settings
from sayso.serve.cli.library import LIBRARY, STORY, opened
from sayso.serve.cli.listed import ListFormat
from sayso.serve.cli.sink import check
from sayso.serve.cli.sink import opened as sink


def diff(
    story: Annotated[str, typer.Option("--story", metavar="ID", help=STORY)],
    since: Annotated[str, typer.Option("--since", metavar="DATE", help="A day, as 2026-04-15; it is in.")],
    format: Annotated[ListFormat, typer.Option("--format", "-f", help="For a person, or as data.")] = ListFormat.terminal,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here.")] = None,
    library: Annotated[Path | None, typer.Option("--library", metavar="FILE", help=LIBRARY)] = None,
) -> int:
    """Tell what a story's reports have brought since a day: new claims, claims that stand otherwise, pages that changed.

    \b
    Examples:
      sayso diff --story story-1a2b3c --since 2026-04-15
    """
    check(output)
    from sayso.model.encode import encode
    from sayso.pipeline.differ import difference
    from sayso.serve.exports.documents import line
    from sayso.serve.reports.library import difference_text

    with opened(library) as kept:
        found = difference(kept, story, since, settings())
    with sink(output) as write:
        write(line(encode(found)) if format is ListFormat.json else difference_text(found))
    return 0
