"""`sayso brief`: what is said to have happened, on whose word, on how many separate origins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sayso.errors import UsageError
from sayso.model.article import Article
from sayso.model.dossier import Dossier
from sayso.serve.cli.inputs import JOBS, SOURCES, Inputs, settings
from sayso.serve.cli.library import LIBRARY, STORY, opened
from sayso.serve.cli.progress import bar
from sayso.serve.cli.show import BriefFormat, format_for, show
from sayso.serve.cli.sink import check
from sayso.settings import Settings

FORMAT = "terminal, markdown or html for a person, json or jsonl as data. Default: by FILE's ending, else terminal."
WITHOUT = "Leave out of the data, with commas between: text, readings."
GRADES = "Grade the credibility of each claim, 2 to 6, by the table in docs/grades.md."
ALL = "Show every claim and every report, not the first ones only."


SOURCES_TOML = "What you know of outlets and of those they quote (docs/sources.md). Default: sources.toml in this folder."


class RollUp(StrEnum):
    country = "country"
    body = "body"
    none = "none"


def brief(
    sources: Annotated[list[str] | None, typer.Argument(metavar="SOURCE", help=SOURCES)] = None,
    story: Annotated[str | None, typer.Option("--story", metavar="ID", help=STORY)] = None,
    library: Annotated[Path | None, typer.Option("--library", metavar="FILE", help=LIBRARY)] = None,
    format: Annotated[BriefFormat | None, typer.Option("--format", "-f", help=FORMAT)] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here.")] = None,
    without: Annotated[str, typer.Option("--without", metavar="PARTS", help=WITHOUT)] = "",
    everything: Annotated[bool, typer.Option("--all", help=ALL)] = False,
    roll_up: Annotated[
        RollUp | None,
        typer.Option("--roll-up", help="Count as one origin all of a country (the default), of a body, or each apart."),
    ] = None,
    known: Annotated[Path | None, typer.Option("--sources", metavar="FILE", help=SOURCES_TOML)] = None,
    grades: Annotated[bool, typer.Option("--grades", help=GRADES)] = False,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, metavar="N", help=JOBS)] = 1,
) -> int:
    """Brief an event from many reports.

    What is said, on whose word, on how many separate origins; where accounts differ; what is denied or not known;
    what to watch. Several events are told one after the other, the one with most reports first.

    \b
    Examples:
      sayso brief reports/
      sayso brief a.txt b.html -o brief.md
      sayso brief reports/ -o brief.html
      sayso brief reports/ --format json --without text,readings
      sayso brief --story story-1a2b3c --library desk.library
    """
    check(output)
    chosen = format_for(format, output)
    left_out = parts(without)
    if story is not None:
        only_stories(sources, "--story: is of a library", roll_up is not None or known is not None or grades)
        show(of_library(library, story), chosen, output, left_out, everything)
        return 0
    if not sources:
        raise UsageError("Missing argument 'SOURCE...': name a file or a folder, or a story of a library with --story")
    if library is not None:
        raise UsageError("--library: goes with --story ID; sayso stories --library FILE lists the stories")
    chosen_settings = replace(settings(jobs, roll_up.value if roll_up is not None else None, known), grades=grades)
    inputs = Inputs(sources)
    dossier = made(inputs, inputs.articles(), chosen_settings)
    if inputs.came:
        show(dossier, chosen, output, left_out, everything, inputs.failures)
    return inputs.exit_code()


def only_stories(sources: list[str] | None, what: str, weighing: bool) -> None:
    """UsageError where a story of a library is asked for and sources, or another way of weighing, are given with it."""
    if sources:
        raise UsageError(f"{what}; leave the SOURCE words out, or add them with sayso add")
    if weighing:
        raise UsageError(f"{what}, and was weighed as it was added; leave --roll-up, --sources and --grades out")


def of_library(path: Path | None, story: str) -> Dossier:
    """The dossier of a story that a library keeps."""
    from sayso.pipeline import looking

    with opened(path) as opened_library:
        return looking.brief(opened_library, story)


def made(inputs: Inputs, articles: Iterable[Article], chosen: Settings) -> Dossier:
    """The dossier of articles that came from these inputs, a progress bar beside it."""
    from sayso import pipeline

    with bar("reading") as progress:
        return pipeline.brief(articles, chosen, progress, inputs.unread)


def parts(without: str) -> frozenset[str]:
    """The names in a `--without`; UsageError for one that cannot be left out."""
    from sayso.serve.exports.documents import PARTS

    names = frozenset(name.strip() for name in without.split(",") if name.strip())
    if wrong := sorted(names - set(PARTS)):
        raise UsageError(f"--without: {', '.join(wrong)} cannot be left out; choose from {', '.join(PARTS)}")
    return names
