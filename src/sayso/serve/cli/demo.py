"""`sayso demo`: a brief of the example reports that come with sayso."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.serve import examples
from sayso.serve.cli.brief import ALL, FORMAT, brief
from sayso.serve.cli.show import BriefFormat
from sayso.serve.cli.sink import opened


def demo(
    format: Annotated[BriefFormat | None, typer.Option("--format", "-f", help=FORMAT)] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here.")] = None,
    everything: Annotated[bool, typer.Option("--all", help=ALL)] = False,
    where: Annotated[bool, typer.Option("--where", help="Print the folder of the example reports and exit.")] = False,
) -> int:
    """Brief the example reports.

    They come with sayso: fourteen invented reports, from six outlets, two agencies and an office, of a train that
    derailed. One of them is in German, which is not read.

    \b
    Examples:
      sayso demo
      sayso demo -o demo.md
      sayso brief "$(sayso demo --where)" --format json
    """
    reports = str(examples.folder())
    if where:
        with opened(None) as write:
            write(reports + "\n")
        return 0
    return brief([reports], format=format, output=output, everything=everything)
