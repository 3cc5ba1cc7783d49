"""Reading in several processes: batches of articles go out, readings come back in the order of the articles."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from itertools import islice
from multiprocessing.synchronize import Event

from sayso.model.article import Article
from sayso.model.reading import Reading
from sayso.read.reader import BATCH, Reader
from sayso.settings import Settings

# Batches under way for each process: one being read, and one so that none waits for the next.
WAITING = 2

_settings: Settings | None = None
_stopped: Event | None = None


def read_all(articles: Iterable[Article], settings: Settings) -> Iterator[Reading]:
    """One reading an article, in order, by `settings.jobs` processes; in this one alone where that is 1.

    An endless stream is read in bounded memory: no more than WAITING batches a process are under way. Processes are
    spawned, so that a script which calls this needs the usual `if __name__ == "__main__"`. When the caller stops (an
    exception, Ctrl-C, a closed generator) batches not begun are dropped and the processes end.
    Raises SetupError where a model or the gazetteer is missing.
    """
    if settings.jobs <= 1:
        yield from Reader(settings).read(articles)
        return
    spawn = multiprocessing.get_context("spawn")
    stopped = spawn.Event()
    pool = ProcessPoolExecutor(settings.jobs, spawn, _begin, (settings, stopped))
    try:
        yield from _in_order(pool, articles, settings.jobs)
    finally:
        stopped.set()
        pool.shutdown(wait=True, cancel_futures=True)


def _in_order(pool: ProcessPoolExecutor, articles: Iterable[Article], jobs: int) -> Iterator[Reading]:
    size = BATCH
    if isinstance(articles, Sequence):
        size = max(1, min(BATCH, -(-len(articles) // jobs)))
    rest = iter(articles)
    under_way: deque[Future[list[Reading]]] = deque()
    while batch := list(islice(rest, size)):
        under_way.append(pool.submit(_read, batch))
        if len(under_way) >= WAITING * jobs:
            yield from under_way.popleft().result()
    while under_way:
        yield from under_way.popleft().result()


def _begin(settings: Settings, stopped: Event) -> None:
    """What each process does first. Ctrl-C is for the process that began the work: it ends the others."""
    global _settings, _stopped
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _settings, _stopped = settings, stopped


@cache
def _reader(settings: Settings) -> Reader:
    """The process's own reader, made with its first batch, so that what is missing is reported as SetupError."""
    return Reader(settings)


def _read(batch: list[Article]) -> list[Reading]:
    assert _settings is not None
    assert _stopped is not None
    if _stopped.is_set():
        return []  # nobody waits for it
    return list(_reader(_settings).read(batch))
