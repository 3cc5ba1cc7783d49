"""A progress bar on standard error, only where that is a terminal."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator

Progress = Callable[[int, int | None], None]


@contextlib.contextmanager
def bar(label: str, beside_output: bool = False) -> Iterator[Progress | None]:
    """A callback (done, total or None) that draws the bar; None where nobody would see it.

    `beside_output`: results are printed while the bar stands, so that on one terminal it would stand in their way.
    """
    if not sys.stderr.isatty() or (beside_output and sys.stdout.isatty()):
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as RichProgress

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with RichProgress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as drawn:
        task = drawn.add_task(label, total=None)

        def show(done: int, total: int | None) -> None:
            drawn.update(task, completed=done, total=total)

        yield show
