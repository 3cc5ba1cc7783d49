"""`sayso export`: the dossier for other programs."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sayso.errors import UsageError
from sayso.model.dossier import Dossier
from sayso.serve.cli.brief import made, of_library, only_stories
from sayso.serve.cli.inputs import JOBS, SOURCES, Inputs, settings
from sayso.serve.cli.library import LIBRARY, STORY
from sayso.serve.cli.sink import OutputError, check, opened

AS = ("csv or parquet (a folder of tables), geojson (claims on a map), ics (what is due), atom (what changed), ninjs (a story as a "
      "news item), jsonld (claims as linked data), markdown, html or json (the brief); docs/exports.md says what is in each.")
OUTPUT = "The folder (csv, parquet) or the file (all others) to write. Default: the folder sayso-export, or standard output."
FOLDER = Path("sayso-export")


class Kind(StrEnum):
    csv = "csv"
    parquet = "parquet"
    geojson = "geojson"
    ics = "ics"
    atom = "atom"
    ninjs = "ninjs"
    jsonld = "jsonld"
    markdown = "markdown"
    html = "html"
    json = "json"


FOLDERS = (Kind.csv, Kind.parquet)


def export(
    sources: Annotated[list[str] | None, typer.Argument(metavar="SOURCE", help=SOURCES)] = None,
    kind: Annotated[Kind, typer.Option("--as", help=AS)] = Kind.csv,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="PATH", help=OUTPUT)] = None,
    story: Annotated[str | None, typer.Option("--story", metavar="ID", help=STORY)] = None,
    library: Annotated[Path | None, typer.Option("--library", metavar="FILE", help=LIBRARY)] = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, metavar="N", help=JOBS)] = 1,
) -> int:
    """Write claims, events, statements, attributions, figures and what is due for other programs.

    Every row says on whose word it stands, and leads back to its report: article, start, end, and the words.

    \b
    Examples:
      sayso export reports/ -o tables
      sayso export reports/ --as geojson -o claims.geojson
      sayso export reports/ --as ics -o due.ics
      sayso export reports/ --as parquet -o tables
      sayso export --story story-1a2b3c --library desk.library -o tables
    """
    target = (output or FOLDER) if kind in FOLDERS else output
    if kind in FOLDERS:
        _check_folder(target or FOLDER)
    else:
        check(target)
    if story is not None:
        only_stories(sources, "--story: is of a library", weighing=False)
        write(of_library(library, story), kind, target)
        return 0
    if not sources or library is not None:
        raise UsageError("Missing argument 'SOURCE...': name a file or a folder, or a story of a library with --story ID")
    inputs = Inputs(sources)
    dossier = made(inputs, inputs.articles(), settings(jobs))
    if inputs.came:
        write(dossier, kind, target)
    return inputs.exit_code()


def write(dossier: Dossier, kind: Kind, target: Path | None) -> None:
    """The dossier as that kind, in a folder or a file (None: standard output). Raises OutputError."""
    from sayso.serve.exports.kinds import find

    made = find(kind.value)
    folder = (target or FOLDER) if made.folder else None
    if folder is not None:
        try:
            folder.mkdir(exist_ok=True)
        except OSError as error:
            raise OutputError(f"{folder}: could not be made: {error.strerror}; choose another place") from error
    for name, body in made.files(dossier):
        with opened(folder / name if folder is not None else target) as put:
            put(body)


def _check_folder(path: Path) -> None:
    """Raise UsageError where no folder can be at `path`, before any work is done."""
    if path.exists() and not path.is_dir():
        raise UsageError(f"{path}: is a file; tables are written to a folder of tables, give the name of one")
    if not path.resolve().parent.is_dir():
        raise UsageError(f"{path}: there is no folder {path.parent}; make it first")
