"""`sayso stories`: which reports are about one event."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sayso.serve.cli.inputs import JOBS, SOURCES, Inputs, settings
from sayso.serve.cli.progress import bar
from sayso.serve.cli.sink import check, opened


class StoriesFormat(StrEnum):
    terminal = "terminal"
    json = "json"


def stories(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE", help=SOURCES)],
    format: Annotated[
        StoriesFormat, typer.Option("--format", "-f", help="For a person, or as data.")
    ] = StoriesFormat.terminal,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here.")] = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, metavar="N", help=JOBS)] = 1,
) -> int:
    """Group reports by event, in time order.

    \b
    Examples:
      sayso stories reports/
      sayso stories reports/ --format json -o stories.json
    """
    check(output)
    from sayso import pipeline
    from sayso.serve.exports.documents import stories_document
    from sayso.serve.reports.listing import stories_text

    inputs = Inputs(sources)
    articles = inputs.articles()
    with bar("reading") as progress:
        found = pipeline.stories(articles, settings(jobs), progress, inputs.unread)
    if inputs.came:
        with opened(output) as write:
            write(stories_document(found) if format is StoriesFormat.json else stories_text(found))
    return inputs.exit_code()
