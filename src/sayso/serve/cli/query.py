"""`sayso ask`: what is said for and against, across stories, and questions that stand."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.errors import UsageError
from sayso.serve.cli.inputs import settings
from sayso.serve.cli.library import LIBRARY, opened
from sayso.serve.cli.listed import ListFormat
from sayso.serve.cli.sink import opened as sink

PIN = "Keep the question: it is asked again whenever stories change, and the history of its answer is kept."
PINNED = "List the questions that are kept, how each stands, and what changed since a week ago."


def ask(
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="One for yes or no; or another, for claims near it.")] = "",
    pin: Annotated[bool, typer.Option("--pin", help=PIN)] = False,
    pinned: Annotated[bool, typer.Option("--pinned", help=PINNED)] = False,
    unpin: Annotated[int | None, typer.Option("--unpin", metavar="N", help="Let a kept question go, by its number.")] = None,
    format: Annotated[ListFormat, typer.Option("--format", "-f", help="For a person, or as data.")] = ListFormat.terminal,
    library: Annotated[Path | None, typer.Option("--library", metavar="FILE", help=LIBRARY)] = None,
) -> int:
    """Ask a library: what its reports say for and against, on whose word, across all stories.

    A question for yes or no is turned into the sentence that a yes would say, and that is checked as by sayso verify. To another
    question the claims nearest to it are listed. It says what reports say, and never what is true.

    \b
    Examples:
      sayso ask "Did the union warn the ministry about the brakes?"
      sayso ask "Did the union warn the ministry about the brakes?" --pin
      sayso ask --pinned
      sayso ask --unpin 1
    """
    if not question and not pinned and unpin is None:
        raise UsageError("Missing argument 'QUESTION': ask something, or list what is kept with --pinned")
    from sayso.model.encode import encode
    from sayso.pipeline import asking
    from sayso.serve.exports.documents import line
    from sayso.serve.reports.asked import answer_text, pinned_text
    from sayso.store import questions

    with opened(library) as kept:
        if unpin is not None:
            questions.unpin(kept, unpin)
        if question and pin:
            asking.pin(kept, question, settings())
        listed = questions.pinned(kept) if pinned or unpin is not None else None
        answer = asking.ask(kept, question, settings()) if question else None
    with sink(None) as write:
        if answer is not None:
            write(line(encode(answer)) if format is ListFormat.json else answer_text(answer))
        if listed is not None:
            write(line(encode(listed)) if format is ListFormat.json else pinned_text(listed))
    return 0
