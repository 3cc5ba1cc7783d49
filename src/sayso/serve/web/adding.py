"""Adding while pages are looked at: one worker that reads what is handed in, one hand-in after the other."""

from __future__ import annotations

import io
import queue
import shutil
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath
from typing import BinaryIO

from sayso import pipeline
from sayso.errors import InputError, SaysoError
from sayso.model.article import Article
from sayso.pipeline import library as kept
from sayso.pipeline.library import Added
from sayso.serve.desk import Desk
from sayso.store.library import now
from sayso.store.listing import renewed
from sayso.store.rows import StoryRow

REMEMBERED = 20


@dataclass(frozen=True, slots=True)
class Known:
    """What a person says of pasted text that it may not say itself; empty where nothing is said."""

    outlet: str = ""
    published: str = ""
    title: str = ""
    url: str = ""

    def complete(self, article: Article) -> Article:
        """The article with what it lacks."""
        day, _ = pipeline.iso_date(self.published) if self.published else (None, "")
        if day and not article.published:
            article = replace(article, published=day, published_from="given")
        return replace(article, outlet=article.outlet or self.outlet or None, title=article.title or self.title or None,
                       url=article.url or self.url or None)


@dataclass
class Job:
    """One hand-in: how far it is, what could not be read, what came of it. `stories` are those that it renewed."""

    id: int
    what: str
    done: int = 0
    total: int | None = None
    state: str = "waiting"
    failures: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    result: Added | None = None
    stories: list[StoryRow] = field(default_factory=list)

    @property
    def over(self) -> bool:
        return self.state in ("done", "failed")


@dataclass
class _Handed:
    job: Job
    folder: Path | None
    pasted: bytes | None
    known: Known


class Adding:
    """Hand-ins wait in a queue; what was kept of one is there even if the program is stopped before it was read."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._jobs: OrderedDict[int, Job] = OrderedDict()
        self._queue: queue.Queue[_Handed] = queue.Queue()
        self._lock = threading.Lock()
        self._numbers = 0
        threading.Thread(target=self._work, name="adding", daemon=True).start()

    def files(self, given: Sequence[tuple[str, BinaryIO]]) -> Job:
        """Hand in files by name and content; they are copied before this returns."""
        folder = Path(tempfile.mkdtemp(prefix="sayso-"))
        for n, (name, body) in enumerate(given):
            # Two files may have one name; a name is never a path.
            place = folder / str(n)
            place.mkdir()
            with open(place / (PurePath(name.replace("\\", "/")).name[-120:] or "report.txt"), "wb") as out:
                shutil.copyfileobj(body, out)
        names = ", ".join(PurePath(name).name for name, _ in given[:3])
        more = f" and {len(given) - 3} more" if len(given) > 3 else ""
        return self._hand(f"{names}{more}", folder, None, Known())

    def pasted(self, text: str, known: Known) -> Job:
        """Hand in pasted text, of one report or several."""
        first = next((line.strip() for line in text.splitlines() if line.strip()), "")
        return self._hand(f"“{first[:60]}”", None, text.encode("utf-8", "replace"), known)

    def resumed(self) -> Job:
        """Go on with what an earlier run kept and did not read; also makes ready what reading needs."""
        return self._hand("what was kept before", None, None, Known())

    def job(self, id: int) -> Job | None:
        """A hand-in by its number; None for one that is long over or never was."""
        return self._jobs.get(id)

    def running(self) -> list[Job]:
        """Those that wait or are being read."""
        with self._lock:
            return [j for j in self._jobs.values() if not j.over]

    def _hand(self, what: str, folder: Path | None, pasted: bytes | None, known: Known) -> Job:
        with self._lock:
            self._numbers += 1
            job = Job(self._numbers, what)
            self._jobs[job.id] = job
            for id in [i for i, j in self._jobs.items() if j.over][:-REMEMBERED]:
                del self._jobs[id]
        self._queue.put(_Handed(job, folder, pasted, known))
        return job

    def _work(self) -> None:
        while True:
            handed = self._queue.get()
            try:
                self._add(handed)
            except SaysoError as error:
                handed.job.failures.append(str(error))
                handed.job.state = "failed"
            except Exception as error:  # the worker goes on whatever one hand-in does
                handed.job.failures.append(f"{type(error).__name__}: {error}; what was kept until then is there")
                handed.job.state = "failed"
            finally:
                if handed.folder is not None:
                    shutil.rmtree(handed.folder, ignore_errors=True)

    def _add(self, handed: _Handed) -> None:
        job = handed.job
        job.state, began = "reading", now()

        def progress(done: int, total: int | None) -> None:
            job.done, job.total = done, total

        def unread(article: Article) -> None:
            job.notes.append(f"{article.id}: is in a language that is not read; it is listed as such")

        with self._desk.open() as library:
            job.result = kept.add(library, self._articles(handed), self._desk.settings, progress, unread)
            job.stories = renewed(library, began)
        job.state = "done"

    def _articles(self, handed: _Handed) -> Iterator[Article]:
        def failed(error: InputError) -> None:
            source = PurePath(error.source).name if handed.folder else error.source
            handed.job.failures.append(f"{source}: {error.why}; {error.mend}")

        def note(line: str) -> None:
            root = f"{handed.folder}/"
            handed.job.notes.append(line.replace(root, "") if handed.folder else line)

        sources = sorted(str(p) for p in handed.folder.iterdir()) if handed.folder else ["-"] if handed.pasted else []
        return pipeline.load(sources, stdin=io.BytesIO(handed.pasted or b""), on_error=failed, on_note=note,
                             on_paste=handed.known.complete)
