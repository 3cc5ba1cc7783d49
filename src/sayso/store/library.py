"""A library: articles, what was read in them and the stories they make, in one SQLite file.

The standard library's sqlite3 is enough: one file, few queries, each written out where it is used. All that is computed is
done outside of transactions; a transaction only writes.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.errors import InputError, MissingError, UsageError
from sayso.model.article import Article
from sayso.model.dossier import Dossier
from sayso.model.link import Story
from sayso.model.reading import Reading
from sayso.store import near
from sayso.store.beside import keep_said
from sayso.store.codec import pack, unpack
from sayso.store.rows import Kept, NewStory, OpenSet, Page, StoryRow, VersionRow
from sayso.store.schema import DAMAGED, connect, told

Row = tuple[Any, ...]
SamePage = Callable[[Article, Article], bool]
BATCH = 50
CHUNK = 500
# Up to here a library is linked whole, so that its stories are exactly those of a brief of all its articles.
WHOLE = 300
UNDATED = 300
STORY = "id, title, first, last, thread, reports, outlets, claims, disputed, changed"


class Library:
    """One library file, open. Reading methods are cheap at any size; those that write commit by themselves."""

    def __init__(self, path: Path, create: bool = False) -> None:
        """Raises InputError as `schema.connect` does."""
        self.path = path
        self._db = connect(path, create)

    def __enter__(self) -> Library:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._db.close()

    # articles and their versions ----------------------------------------------------------------------------------

    def register(self, articles: Iterable[Article], same_page: SamePage) -> Iterator[Kept]:
        """Keep each article, a batch at a time: as known, new, or a new version of a page.

        A page is told by its url, or by id and outlet; where neither a url nor an outlet is given, `same_page` is asked.
        """
        rest = iter(articles)
        while batch := list(islice(rest, BATCH)):
            with self.writing():
                kept = [self._register(a, same_page) for a in batch]
            yield from kept

    def _register(self, article: Article, same_page: SamePage) -> Kept:
        content = _content(article)
        known = self._one("SELECT article FROM version WHERE content = ?", content)
        if known:
            return Kept("known", str(known[0]))
        page = self._page(article, same_page)
        id = page or self._free_id(article, content)
        kept = replace(article, id=id)
        n = self._db.execute("INSERT INTO version (article, content, sha256, captured, given) VALUES (?, ?, ?, ?, ?)",
                             (id, content, article.version, now(), pack(kept))).lastrowid
        if page is None:
            self._db.execute("INSERT INTO article (id, given_id, url, outlet, title, published, day, current) "
                             "VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (id, article.id, article.url, article.outlet, article.title,
                                                                 article.published, day_of(article.published), n))
        elif self._is_later(article, page):
            self._db.execute("UPDATE article SET current = ?, title = ?, published = ?, day = ?, linked = 0 WHERE id = ?",
                             (n, article.title, article.published, day_of(article.published), id))
        return Kept("version" if page else "new", id)

    def _page(self, article: Article, same_page: SamePage) -> str | None:
        """The id of the page that this is a capture of, None for one that was not seen before."""
        if article.url:
            row = self._one("SELECT id FROM article WHERE url = ?", article.url)
            if row:
                return str(row[0])
        for id, url, current in self.rows("SELECT id, url, current FROM article WHERE given_id = ? AND outlet IS ? ORDER BY id",
                                          article.id, article.outlet):
            if article.url and url:
                continue
            if article.outlet or article.url or url or same_page(article, self._given(current)):
                return str(id)
        return None

    def _free_id(self, article: Article, content: str) -> str:
        taken = self._one("SELECT 1 FROM article WHERE id = ?", article.id)
        return article.id if not taken else f"{article.id}~{content[:8]}"

    def _is_later(self, article: Article, page: str) -> bool:
        """Is this capture the page's latest: by what its page says, else by when it came?"""
        current = self._one("SELECT v.given FROM article a JOIN version v ON v.n = a.current WHERE a.id = ?", page)
        assert current is not None
        return (article.published or "") >= (unpack(Article, current[0]).published or "")

    def _given(self, n: int) -> Article:
        row = self._one("SELECT given FROM version WHERE n = ?", n)
        assert row is not None
        return unpack(Article, row[0])

    def versions(self, article: str) -> list[VersionRow]:
        """Every captured version of an article, the first first; UsageError for an id that is not there."""
        rows = self.rows("SELECT n, article, sha256, captured, given FROM version WHERE article = ? ORDER BY n", article)
        if not rows:
            raise MissingError(f"{article[:80]}: there is no such article in {self.path}")
        return [VersionRow(n, id, sha, captured, unpack(Article, given)) for n, id, sha, captured, given in rows]

    def current(self, article: str) -> int:
        """The version of an article that is the latest; UsageError for an id that is not there."""
        row = self._one("SELECT current FROM article WHERE id = ?", article)
        if row is None:
            raise MissingError(f"{article[:80]}: there is no such article in {self.path}")
        return int(row[0])

    def count(self) -> int:
        """How many articles there are."""
        return int(self.rows("SELECT count(*) FROM article")[0][0])

    def outlets(self, articles: Iterable[str]) -> dict[str, str | None]:
        """The outlet of each of these articles."""
        return dict(self.rows_in("SELECT id, outlet FROM article WHERE id IN ({})", articles))

    # readings -------------------------------------------------------------------------------------------------------

    def unread(self) -> list[int]:
        """The current versions that have no reading yet, in the order they came."""
        return [n for (n,) in self.rows("SELECT a.current FROM article a LEFT JOIN reading r ON r.version = a.current "
                                        "WHERE a.linked = 0 AND coalesce(r.rule, '') = '' ORDER BY a.current")]

    def given(self, versions: Sequence[int]) -> Iterator[Article]:
        """These versions as they were given, one at a time."""
        for n in versions:
            yield self._given(n)

    def keep_reading(self, version: int, reading: Reading, sketch: Reading, rule: str) -> None:
        """Commit what was read in a version; `sketch` is the part of it that stories are made from."""
        a = reading.article
        with self.writing():
            self._db.execute("INSERT OR REPLACE INTO reading VALUES (?, ?, ?)", (version, rule, pack(reading)))
            self._db.execute("INSERT OR REPLACE INTO sketch VALUES (?, ?)", (version, pack(sketch)))
            self._db.execute("DELETE FROM page WHERE version = ?", (version,))
            self._db.execute("UPDATE article SET title = ?, published = ?, day = ?, is_read = ? WHERE current = ?",
                             (a.title, a.published, day_of(a.published), a.read, version))

    def readings(self, versions: Iterable[int]) -> list[Reading]:
        """The readings of these versions, in the order of their article's ids."""
        found = [unpack(Reading, body) for (body,) in self.rows_in("SELECT body FROM reading WHERE version IN ({})", versions)]
        return sorted(found, key=lambda r: r.article.id)

    def not_indexed(self) -> dict[int, Reading]:
        """Sketches of current versions that are read and cannot be searched for yet, by version."""
        return {n: unpack(Reading, body) for n, body in self.rows(
            "SELECT s.version, s.body FROM sketch s JOIN article a ON a.current = s.version "
            "LEFT JOIN page p ON p.version = s.version WHERE p.version IS NULL LIMIT ?", CHUNK)}

    def index(self, pages: Sequence[Page]) -> None:
        """Make these versions searchable."""
        with self.writing():
            for p in pages:
                self._db.execute("INSERT INTO page VALUES (?, ?, ?, ?)", (p.version, p.title, p.text, p.meaning))
                self._db.execute("DELETE FROM place WHERE version = ?", (p.version,))
                self._db.executemany("INSERT OR IGNORE INTO place VALUES (?, ?)", [(name, p.version) for name in p.places])
            near.pack(self._db)

    def nearest(self, query: NDArray[np.float32], least: float, allowed: set[int] | None) -> list[int]:
        """The versions whose meaning is near a vector; see near.nearest."""
        with self._snapshot():
            return near.nearest(self._db, query, least, allowed)

    # what new reports are linked with ---------------------------------------------------------------------------------

    def open_set(self, window: int) -> OpenSet | None:
        """Reports that are in no story yet, with all that was published within `window` days of one of them and every
        report of the stories of those; None where nothing waits. A library of up to WHOLE articles is taken whole."""
        with self._snapshot():
            new: dict[str, int | None] = dict(self.rows(
                "SELECT a.id, a.day FROM article a JOIN reading r ON r.version = a.current WHERE a.linked = 0"))
            if not new:
                return None
            near = set(new)
            if self.count() <= WHOLE:
                near |= {id for (id,) in self.rows("SELECT a.id FROM article a JOIN sketch s ON s.version = a.current")}
            else:
                for first, last in _intervals([d for d in new.values() if d is not None], window):
                    near |= {id for (id,) in self.rows("SELECT id FROM article WHERE day BETWEEN ? AND ?", first, last)}
                if None in new.values():
                    near |= {id for (id,) in self.rows("SELECT id FROM article ORDER BY current DESC LIMIT ?", UNDATED)}
            touched = {s for (s,) in self.rows_in("SELECT DISTINCT story FROM member WHERE also = 0 AND article IN ({})", near)}
            members: dict[str, set[str]] = {s: set() for s in touched}
            for story, id in self.rows_in("SELECT story, article FROM member WHERE also = 0 AND story IN ({})", touched):
                members[story].add(id)
            near |= {id for ids in members.values() for id in ids}
            rows = list(self.rows_in("SELECT a.id, a.current, s.body FROM article a JOIN sketch s ON s.version = a.current "
                                 "WHERE a.id IN ({})", near))
            made_from: dict[str, str] = dict(self.rows_in("SELECT id, made_from FROM story WHERE id IN ({})", touched))
            return OpenSet(self.written(), frozenset(new), tuple(unpack(Reading, body) for _, _, body in rows),
                           {id: n for id, n, _ in rows}, {s: frozenset(m) for s, m in members.items()}, made_from)

    def keep_stories(self, seen: OpenSet, stories: Sequence[NewStory], gone: dict[str, str]) -> bool:
        """Write renewed stories and lead the ids of those that are `gone` to their heirs, in one short transaction.

        False, and nothing is written, where another process has written stories since `seen` was taken.
        """
        with self.writing():
            if self.written() != seen.written:
                return False
            for old, heir in gone.items():
                self._db.execute("DELETE FROM story WHERE id = ?", (old,))
                self._db.execute("UPDATE alias SET story = ? WHERE story = ?", (heir, old))
                self._db.execute("INSERT OR REPLACE INTO alias VALUES (?, ?)", (old, heir))
            for s in stories:
                self._db.execute("DELETE FROM story WHERE id = ?", (s.row.id,))
            for s in stories:
                self._keep_story(s)
            self._db.executemany("UPDATE article SET linked = 1 WHERE id = ? AND current = ?",
                                 [(id, seen.versions[id]) for id in seen.new if id in seen.versions])
            self._db.execute("UPDATE state SET value = value + 1 WHERE name = 'stories_written'")
        return True

    def _keep_story(self, s: NewStory) -> None:
        r = s.row
        self._db.execute(f"INSERT INTO story ({STORY}, made_from, rule, settings, linked, body) VALUES ({', '.join('?' * 15)})",
                         (r.id, r.title, r.first, r.last, r.thread, r.reports, r.outlets, r.claims, r.disputed, r.changed,
                          s.made_from, s.rule, s.settings, s.linked, s.body))
        keep_said(self._db, r.id, s)
        self._db.executemany("INSERT INTO member VALUES (?, ?, ?, ?)", [
            (r.id, i, n, i not in s.story.articles) for i, n in s.versions.items()])

    def written(self) -> str:
        return str(self.rows("SELECT value FROM state WHERE name = 'stories_written'")[0][0])

    # stories ----------------------------------------------------------------------------------------------------------

    def stories(self, offset: int = 0, limit: int | None = None) -> list[StoryRow]:
        """The stories in time order, undated ones last; `limit` None for all."""
        return [StoryRow(*row) for row in self.rows(
            f"SELECT {STORY} FROM story ORDER BY first IS NULL, first, id LIMIT ? OFFSET ?", -1 if limit is None else limit, offset)]

    def story_id(self, given: str) -> str:
        """The id of the story that this id, earlier id or beginning of one leads to; UsageError where it leads to none or
        to several."""
        for query in ("SELECT id FROM story WHERE id = ?", "SELECT story FROM alias WHERE id = ?"):
            if row := self._one(query, given):
                return str(row[0])
        starts = [given, f"story-{given}"]
        found = {str(id) for s in starts if given for query in (
            "SELECT id FROM story WHERE substr(id, 1, length(?1)) = ?1 LIMIT 9",
            "SELECT story FROM alias WHERE substr(id, 1, length(?1)) = ?1 LIMIT 9") for (id,) in self.rows(query, s)}
        if len(found) == 1:
            return found.pop()
        if found:
            raise UsageError(f"{given[:80]}: begins the ids of several stories: {', '.join(sorted(found)[:9])}; give more of it")
        raise MissingError(f"{given[:80]}: there is no such story in {self.path}; see sayso stories --library {self.path}")

    def is_used(self, id: str) -> bool:
        """Has a story this id, or had one?"""
        return bool(self.rows("SELECT 1 FROM story WHERE id = ?1 UNION SELECT 1 FROM alias WHERE id = ?1", id))

    def members(self, story: str) -> dict[str, int]:
        """The articles of a story, those that are in it with a part only included, and the version that it rests on."""
        return dict(self.rows("SELECT article, version FROM member WHERE story = ? ORDER BY article", story))

    def story(self, id: str) -> tuple[Story, Dossier]:
        """A story as it was linked, and its dossier without articles and readings; `id` as `story_id` gives it."""
        row = self._one("SELECT linked, body FROM story WHERE id = ?", id)
        if row is None:
            raise MissingError(f"{id}: there is no such story in {self.path}")
        return unpack(Story, row[0]), unpack(Dossier, row[1])

    def linked(self, id: str) -> Story:
        """A story as it was linked: its reports, the parts of others, what holds them together."""
        row = self._one("SELECT linked FROM story WHERE id = ?", id)
        if row is None:
            raise MissingError(f"{id}: there is no such story in {self.path}")
        return unpack(Story, row[0])

    def made_from(self, id: str) -> str:
        """What a story was weighed from, as one hash: another one, and it has changed. Empty where there is no such story."""
        row = self._one("SELECT made_from FROM story WHERE id = ?", id)
        return str(row[0]) if row else ""

    def words_in_step(self) -> bool:
        """Is the index of words that of the pages? Raises InputError where the library cannot be written, as SQLite's own
        check of such an index is a write."""
        try:
            with self.writing() as db:
                db.execute("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)")
        except InputError as error:
            if error.why == DAMAGED:
                return False
            raise
        return True

    # the database -----------------------------------------------------------------------------------------------------

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction that writes; nothing of it stays where anything fails."""
        with told(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    @contextlib.contextmanager
    def _snapshot(self) -> Iterator[None]:
        """All that is read inside is of one moment."""
        with told(self.path):
            self._db.execute("BEGIN")
            try:
                yield
            finally:
                self._db.execute("COMMIT")

    def rows(self, query: str, *values: object) -> list[Row]:
        """All rows of a query."""
        with told(self.path):
            return self._db.execute(query, values).fetchall()

    def each(self, query: str, *values: object) -> Iterator[Row]:
        """The rows of a query one by one: whoever stops early pays for no more."""
        with told(self.path):
            yield from self._db.execute(query, values)

    def _one(self, query: str, *values: object) -> Row | None:
        rows = self.rows(query, *values)
        return rows[0] if rows else None

    def rows_in(self, query: str, values: Iterable[Any]) -> Iterator[Row]:
        """The rows of a query whose `{}` stands for the values, some hundreds at a time, in sorted order."""
        ordered = sorted(values)
        for k in range(0, len(ordered), CHUNK):
            part = ordered[k:k + CHUNK]
            yield from self.rows(query.format(", ".join("?" * len(part))), *part)


def now() -> str:
    """This moment in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def day_of(published: str | None) -> int | None:
    """The day as an ordinal; None if it is not known to the day."""
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None


def _content(article: Article) -> str:
    """What makes two captures one: the text and all that was given with it, the id left out."""
    given = [article.version, article.url, article.outlet, article.title, article.published, article.language, article.kind,
             article.speaker, article.original, article.translated_by]
    return hashlib.sha256(json.dumps(given).encode()).hexdigest()


def _intervals(days: Sequence[int], window: int) -> list[tuple[int, int]]:
    """The days within `window` of any given one, as few intervals, first and last included."""
    out: list[tuple[int, int]] = []
    for day in sorted(set(days)):
        if out and day - window <= out[-1][1] + 1:
            out[-1] = (out[-1][0], day + window)
        else:
            out.append((day - window, day + window))
    return out
