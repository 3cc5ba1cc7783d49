"""`sayso paste`: a brief of reports that are pasted into the terminal."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from sayso.errors import UsageError
from sayso.model.article import Article
from sayso.serve.cli.brief import ALL, FORMAT, made
from sayso.serve.cli.inputs import Inputs, settings
from sayso.serve.cli.show import BriefFormat, format_for, show
from sayso.serve.cli.sink import check, opened

KEEP = "Keep the reports, each as a text file with its front matter, in this new folder."
KEYS = ("id", "outlet", "published", "title", "url", "language", "kind", "speaker", "original", "translated_by")


def paste(
    format: Annotated[BriefFormat | None, typer.Option("--format", "-f", help=FORMAT)] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here.")] = None,
    everything: Annotated[bool, typer.Option("--all", help=ALL)] = False,
    keep: Annotated[Path | None, typer.Option("--keep", metavar="FOLDER", help=KEEP)] = None,
) -> int:
    """Brief reports that you paste.

    Paste them one after the other and end with Ctrl-D. Reports are parted where a front matter, a line of =====, or
    again a headline with a dateline stands; how they were parted is told. At a terminal you are asked for the outlet
    and the time of each. Without them a report is read all the same, and adds to no count of outlets.

    \b
    Examples:
      sayso paste
      sayso paste --keep reports/
      pbpaste | sayso paste -o brief.md
    """
    check(output)
    if keep is not None and keep.exists():
        raise UsageError(f"{keep}: is there already; name a new folder")
    chosen = format_for(format, output)
    inputs = Inputs(["-"], ask=True)
    articles = list(inputs.articles())
    if keep is not None and articles:
        save(articles, keep)
    dossier = made(inputs, articles, settings())
    if articles:
        show(dossier, chosen, output, frozenset(), everything, inputs.failures)
    return inputs.exit_code()


def save(articles: Iterable[Article], folder: Path) -> None:
    """Each article as `NUMBER.txt` with its front matter in a new folder; raises OutputError where that fails."""
    folder.mkdir(parents=True)
    for n, article in enumerate(articles, 1):
        values = [(key, " ".join(str(value).split())) for key in KEYS if (value := getattr(article, key))]
        front = "".join(f"{key}: {value}\n" for key, value in values)
        with opened(folder / f"{n:02}.txt") as write:
            write(f"---\n{front}---\n{article.text}")
