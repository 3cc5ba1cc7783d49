"""`sayso read`: what each report says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from sayso.errors import UsageError
from sayso.model.reading import Reading
from sayso.serve.cli.inputs import JOBS, SOURCES, Inputs, settings
from sayso.serve.cli.progress import bar
from sayso.serve.cli.show import screen
from sayso.serve.cli.sink import check, opened
from sayso.settings import Settings

EXPLAIN = "Tell it sentence by sentence, for a person: rule, source, cue, content, statements."


class ReadFormat(StrEnum):
    jsonl = "jsonl"


def read(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE", help=SOURCES)],
    format: Annotated[ReadFormat | None, typer.Option("--format", "-f", help="Shape of the result; default: jsonl.")] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here.")] = None,
    explain: Annotated[bool, typer.Option("--explain", help=EXPLAIN)] = False,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, metavar="N", help=JOBS)] = 1,
) -> int:
    """Read each report on its own, as data.

    One line of JSON a report: who says what in it, when, where, how many, how sure. Nothing is compared.

    \b
    Examples:
      sayso read report.txt
      sayso read reports/ -o readings.jsonl
      sayso read report.txt --explain
      cat report.txt | sayso read - | tail -n 1
    """
    if explain and format is not None:
        raise UsageError("--explain: is text for a person and has no --format; leave one of them out")
    check(output)
    from sayso import pipeline

    chosen = settings(jobs)
    inputs = Inputs(sources)
    articles = inputs.articles()
    with bar("reading", beside_output=output is None) as progress:
        readings = pipeline.read(articles, chosen, progress, inputs.unread)
        first = next(readings, None)
        if first is None:
            return inputs.exit_code()
        every = chain([first], readings)
        pieces = explained(every, screen(output)[0]) if explain else records(every, chosen)
        with opened(output) as write:
            for piece in pieces:
                write(piece)
    return inputs.exit_code()


def records(readings: Iterable[Reading], chosen: Settings) -> Iterator[str]:
    """The readings as JSON Lines, what made them first."""
    from sayso import pipeline
    from sayso.serve.exports.documents import line, meta_record, reading_record

    yield line(meta_record(pipeline.meta(chosen)))
    for reading in readings:
        yield line(reading_record(reading))


def explained(readings: Iterable[Reading], width: int) -> Iterator[str]:
    """The readings in words, an empty line between two."""
    from sayso.serve.reports.explain import explain

    for n, reading in enumerate(readings):
        yield ("\n" if n else "") + explain(reading, width)
