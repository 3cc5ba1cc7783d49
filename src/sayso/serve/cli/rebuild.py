"""`sayso rebuild`: compute a library again."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.serve.cli.inputs import JOBS, Inputs, settings
from sayso.serve.cli.library import LIBRARY, opened
from sayso.serve.cli.progress import bar
from sayso.serve.cli.sink import opened as sink


def rebuild(
    library: Annotated[Path | None, typer.Option("--library", metavar="FILE", help=LIBRARY)] = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, metavar="N", help=JOBS)] = 1,
) -> int:
    """Make all again that was computed in a library, by the rules and settings of now; stories keep their ids.

    What was captured stays as it is. Readings that are sound and of this version are kept.

    \b
    Examples:
      sayso rebuild --library desk.library --jobs 4
    """
    from sayso.pipeline import library as adding
    from sayso.serve.reports.library import rebuilt_text

    with opened(library) as kept, bar("reading") as progress:
        done = adding.rebuild(kept, settings(jobs), progress, Inputs([]).unread)
        count = kept.count()
    with sink(None) as write:
        write(rebuilt_text(done, count))
    return 0
