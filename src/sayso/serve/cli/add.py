"""`sayso add`: keep reports in a library, read them, and put them into their stories."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.serve.cli.inputs import JOBS, SOURCES, Inputs, settings
from sayso.serve.cli.library import LIBRARY, opened
from sayso.serve.cli.progress import bar
from sayso.serve.cli.sink import opened as sink


def add(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE...", help=SOURCES)],
    library: Annotated[Path | None, typer.Option("--library", metavar="FILE", help=LIBRARY)] = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, metavar="N", help=JOBS)] = 1,
) -> int:
    """Add reports to a library; it is made if it is not there.

    What is there already is not read again, and a page that changed is kept as a new version. Only the stories that
    new reports touch are weighed again. Stop at any time: what was done is kept, and the same command goes on.

    \b
    Examples:
      sayso add reports/
      sayso add today/ --library desk.library --jobs 4
    """
    from sayso.pipeline import library as adding
    from sayso.serve.reports.library import added_text

    inputs = Inputs(sources)
    with opened(library, create=True) as kept, bar("reading") as progress:
        done = adding.add(kept, inputs.articles(), settings(jobs), progress, inputs.unread)
        count = kept.count()
    with sink(None) as write:
        write(added_text(done, count))
    return inputs.exit_code()
