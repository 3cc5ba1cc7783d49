"""`sayso stories`: which reports are about one event."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sayso.errors import UsageError
from sayso.serve.cli.inputs import JOBS, SOURCES, Inputs, settings
from sayso.serve.cli.library import LIBRARY, one_of
from sayso.serve.cli.library import opened as opened_library
from sayso.serve.cli.progress import bar
from sayso.serve.cli.sink import check, opened

EXPLAIN = "Tell why each report is in its story: the one it is nearest to, and the evidence, which adds up."


class StoriesFormat(StrEnum):
    terminal = "terminal"
    json = "json"


def stories(
    sources: Annotated[list[str] | None, typer.Argument(metavar="SOURCE", help=SOURCES)] = None,
    format: Annotated[
        StoriesFormat, typer.Option("--format", "-f", help="For a person, or as data.")
    ] = StoriesFormat.terminal,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here.")] = None,
    explain: Annotated[bool, typer.Option("--explain", help=EXPLAIN)] = False,
    library: Annotated[Path | None, typer.Option("--library", metavar="FILE", help=LIBRARY)] = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, metavar="N", help=JOBS)] = 1,
) -> int:
    """Group reports by event, in time order; without a SOURCE, list the stories of a library.

    \b
    Examples:
      sayso stories reports/
      sayso stories reports/ --format json -o stories.json
      sayso stories reports/ --explain
      sayso stories --library desk.library
    """
    if explain and format is StoriesFormat.json:
        raise UsageError("--explain: is text for a person; the data has it already, in links")
    check(output)
    if one_of(sources or [], library):
        return _of_library(library, format, output, explain)
    from sayso import pipeline
    from sayso.serve.exports.documents import stories_document
    from sayso.serve.reports.listing import explained_text, stories_text

    inputs = Inputs(sources or [])
    articles = inputs.articles()
    with bar("reading") as progress:
        found = pipeline.stories(articles, settings(jobs), progress, inputs.unread)
    if inputs.came:
        with opened(output) as write:
            text = explained_text if explain else stories_text
            write(stories_document(found) if format is StoriesFormat.json else text(found))
    return inputs.exit_code()


def _of_library(path: Path | None, format: StoriesFormat, output: Path | None, explain: bool) -> int:
    from sayso.serve.exports.documents import stories_document
    from sayso.serve.reports.library import rows_text
    from sayso.serve.reports.listing import explained_text

    with opened_library(path) as kept:
        rows = kept.stories()
        if format is StoriesFormat.json:
            text = stories_document([kept.linked(r.id) for r in rows])
        else:
            text = explained_text([kept.linked(r.id) for r in rows]) if explain else rows_text(rows)
    with opened(output) as write:
        write(text)
    return 0
