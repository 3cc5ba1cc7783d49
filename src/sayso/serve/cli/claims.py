"""`sayso claims`: the claims of a library, or of one of its stories."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sayso.serve.cli.library import LIBRARY, STORY, opened, write_rows
from sayso.serve.cli.listed import ListFormat
from sayso.serve.cli.sink import check

LIMIT = "Show so many at most."


class Status(StrEnum):
    corroborated = "corroborated"
    single_origin = "single-origin"
    disputed = "disputed"
    own_voice = "own-voice"
    unattributed = "unattributed"


def claims(
    story: Annotated[str | None, typer.Option("--story", metavar="ID", help=STORY)] = None,
    status: Annotated[Status | None, typer.Option("--status", help="Only claims that stand so.")] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="N", help=LIMIT)] = 200,
    format: Annotated[ListFormat, typer.Option("--format", "-f", help="For a person, or as data.")] = ListFormat.terminal,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here.")] = None,
    library: Annotated[Path | None, typer.Option("--library", metavar="FILE", help=LIBRARY)] = None,
) -> int:
    """List claims and how they stand: of one story, or of all, the latest story first.

    \b
    Examples:
      sayso claims --story story-1a2b3c
      sayso claims --status disputed --library desk.library
    """
    check(output)
    from sayso.serve.reports.library import claims_text
    from sayso.store import said

    with opened(library) as kept:
        id = kept.story_id(story) if story is not None else None
        rows = said.claims(kept, id, status.value if status else None, 0, limit)
    write_rows(rows, format, claims_text, output)
    return 0
