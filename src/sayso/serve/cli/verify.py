"""`sayso verify`: what a library says of one sentence."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.serve.cli.inputs import settings
from sayso.serve.cli.library import LIBRARY, opened
from sayso.serve.cli.listed import ListFormat
from sayso.serve.cli.sink import check as can_write
from sayso.serve.cli.sink import opened as sink


def verify(
    sentence: Annotated[str, typer.Argument(metavar="SENTENCE", help="One sentence, as a report would say it.")],
    format: Annotated[ListFormat, typer.Option("--format", "-f", help="For a person, or as data.")] = ListFormat.terminal,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here.")] = None,
    library: Annotated[Path | None, typer.Option("--library", metavar="FILE", help=LIBRARY)] = None,
) -> int:
    """Check a sentence against a library: who says it, who denies it, who leaves it open, in which words; or that nobody does.

    It says what reports say, and never what is true. What is close and differs, in a figure, a place, a name or a day, is told as
    differing, and never as support. "A said ..." asks for A's own word.

    \b
    Examples:
      sayso verify "Eleven people were injured"
      sayso verify "The union warned the ministry about the brakes" --library desk.library
    """
    can_write(output)
    from sayso.model.encode import encode
    from sayso.pipeline.support import check
    from sayso.serve.exports.documents import line
    from sayso.serve.reports.support import checked_text

    with opened(library) as kept:
        found = check(kept, sentence, settings())
    with sink(output) as write:
        write(line(encode(found)) if format is ListFormat.json else checked_text(found))
    return 0
