"""A dossier in the format that was asked for, to the place that was asked for."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Collection, Sequence
from enum import StrEnum
from pathlib import Path

from sayso.model.dossier import Dossier
from sayso.serve.cli.sink import opened
from sayso.serve.reports.view import BriefView

NARROWEST, WIDEST, PLAIN = 40, 120, 100


class BriefFormat(StrEnum):
    terminal = "terminal"
    markdown = "markdown"
    html = "html"
    json = "json"
    jsonl = "jsonl"


ENDINGS = {".md": BriefFormat.markdown, ".markdown": BriefFormat.markdown, ".html": BriefFormat.html, ".htm": BriefFormat.html,
           ".json": BriefFormat.json,
           ".jsonl": BriefFormat.jsonl, ".ndjson": BriefFormat.jsonl}


def format_for(asked: BriefFormat | None, output: Path | None) -> BriefFormat:
    """The format asked for, else that of the file's ending, else the terminal's."""
    if asked is not None:
        return asked
    return ENDINGS.get(output.suffix.lower(), BriefFormat.terminal) if output else BriefFormat.terminal


def show(
    dossier: Dossier, format: BriefFormat, output: Path | None, without: Collection[str], everything: bool,
    failures: Sequence[str] = (),
) -> None:
    """Write the dossier, and in a brief the inputs that could not be read; raises what `sink.opened` raises."""
    from sayso.serve.exports.documents import brief_document, brief_stream

    if format in (BriefFormat.json, BriefFormat.jsonl):
        pieces = brief_document(dossier, without) if format is BriefFormat.json else brief_stream(dossier, without)
        with opened(output) as write:
            for piece in pieces:
                write(piece)
        return
    from sayso.serve.reports import build

    text = rendered(build.brief(dossier, everything, failures), dossier, format, output)
    with opened(output) as write:
        write(text)


def rendered(view: BriefView, dossier: Dossier, format: BriefFormat, output: Path | None) -> str:
    """The brief as text for people, in one of their formats."""
    if format is BriefFormat.html:
        from sayso.serve.reports.page.render import render

        return render(view, dossier)
    from sayso.serve.reports import markdown, terminal

    return markdown.render(view) if format is BriefFormat.markdown else terminal.render(view, *screen(output))


def screen(output: Path | None) -> tuple[int, bool]:
    """Columns to fill, and whether bold and the like may be used: on a terminal only, and not under NO_COLOR."""
    tty = output is None and sys.stdout.isatty()
    width = shutil.get_terminal_size((PLAIN, 40)).columns if tty else _columns(PLAIN)
    styled = tty and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return max(NARROWEST, min(width, WIDEST)), styled


def _columns(default: int) -> int:
    asked = os.environ.get("COLUMNS", "")
    return int(asked) if asked.isdecimal() and int(asked) else default
