"""`sayso check`: whether a library is sound."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.serve.cli.inputs import settings
from sayso.serve.cli.library import LIBRARY, opened
from sayso.serve.cli.sink import opened as sink


def check(
    library: Annotated[Path | None, typer.Option("--library", metavar="FILE", help=LIBRARY)] = None,
) -> int:
    """Check a library: hashes, keys, offsets, the index of words, and whether its stories are weighed as they would be now.

    Exit code 1 where something is not as it should be; each line says what to do.

    \b
    Examples:
      sayso check --library desk.library
    """
    from sayso.pipeline.library import rules
    from sayso.serve.reports.library import faults_text
    from sayso.store.check import faults

    with opened(library) as kept:
        found = list(faults(kept, *rules(settings())))
        count = kept.count()
    with sink(None) as write:
        write(faults_text(found, count))
    return 1 if found else 0
