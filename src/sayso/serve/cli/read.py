"""`sayso read`: what each report says."""

from __future__ import annotations

from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from sayso.serve.cli.inputs import JOBS, SOURCES, Inputs, settings
from sayso.serve.cli.progress import bar
from sayso.serve.cli.sink import check, opened


class ReadFormat(StrEnum):
    jsonl = "jsonl"


def read(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE", help=SOURCES)],
    format: Annotated[ReadFormat, typer.Option("--format", "-f", help="Shape of the result.")] = ReadFormat.jsonl,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here.")] = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, metavar="N", help=JOBS)] = 1,
) -> int:
    """Read each report on its own, as data.

    One line of JSON a report: who says what in it, when, where, how many, how sure. Nothing is compared.

    \b
    Examples:
      sayso read report.txt
      sayso read reports/ -o readings.jsonl
      cat report.txt | sayso read - | tail -n 1
    """
    check(output)
    from sayso import pipeline
    from sayso.serve.exports.documents import line, meta_record, reading_record

    chosen = settings(jobs)
    inputs = Inputs(sources)
    with bar("reading", beside_output=output is None) as progress:
        readings = pipeline.read(inputs.articles(), chosen, progress)
        first = next(readings, None)
        if first is None:
            return inputs.exit_code()
        with opened(output) as write:
            write(line(meta_record(pipeline.meta(chosen))))
            for reading in chain([first], readings):
                write(line(reading_record(reading)))
    return inputs.exit_code()
