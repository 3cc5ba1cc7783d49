"""Stories as a list: in the order asked for, those with given letters in the title, when their reports came."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sayso.model.process import Process
from sayso.store.codec import unpack
from sayso.store.rows import DueRow, StoryRow

if TYPE_CHECKING:
    from sayso.store.library import Library

COLUMNS = "id, title, first, last, thread, reports, outlets, claims, disputed, changed"
ORDERS = {"first": "first IS NULL, first", "last": "last IS NULL, last DESC", "size": "reports DESC",
          "contested": "CAST(disputed AS REAL) / max(claims, 1) DESC, disputed DESC", "changed": "changed DESC"}
TITLED = "(?1 = '' OR instr(lower(title), lower(?1)))"


def stories(library: Library, order: str, title: str, offset: int, limit: int) -> list[StoryRow]:
    """The stories in one of the ORDERS, undated ones last; of a `title` those that have these letters in theirs."""
    return [StoryRow(*row) for row in library.rows(
        f"SELECT {COLUMNS} FROM story WHERE {TITLED} ORDER BY {ORDERS[order]}, id LIMIT ?2 OFFSET ?3", title, limit, offset)]


def count(library: Library, title: str) -> int:
    """How many stories have these letters in their title; all where there are none."""
    return int(library.rows(f"SELECT count(*) FROM story WHERE {TITLED}", title)[0][0])


def renewed(library: Library, since: str) -> list[StoryRow]:
    """The stories that changed at or after a moment in UTC, the largest first."""
    return [StoryRow(*row) for row in library.rows(
        f"SELECT {COLUMNS} FROM story WHERE changed >= ? ORDER BY reports DESC, id", since)]


def made_from(library: Library, ids: Iterable[str]) -> dict[str, str]:
    """What each of these stories was weighed from, as a hash."""
    return dict(library.rows_in("SELECT id, made_from FROM story WHERE id IN ({})", ids))


def report_days(library: Library, ids: Iterable[str]) -> dict[str, list[str | None]]:
    """When the reports of each of these stories were published."""
    out: dict[str, list[str | None]] = {s: [] for s in ids}
    for story, published in library.rows_in("SELECT m.story, a.published FROM member m JOIN article a ON a.id = m.article "
                                            "WHERE m.also = 0 AND m.story IN ({})", out):
        out[story].append(published)
    return out


def home(library: Library, article: str) -> str | None:
    """The story that a report is in; None where it is in none yet."""
    rows = library.rows("SELECT story FROM member WHERE article = ? AND also = 0", article)
    return str(rows[0][0]) if rows else None


def due(library: Library, since: str, limit: int) -> list[tuple[DueRow, str]]:
    """What is due from a day (ISO 8601) on, or said to follow under a condition, with the title of its story: by date, what has none
    last, of the stories that changed last."""
    rows = library.rows("SELECT d.story, d.n, d.kind, d.first, d.date, d.text, d.state, d.claim, s.title FROM due d JOIN story s "
                        "ON s.id = d.story WHERE d.first IS NULL OR d.first >= ? "
                        "ORDER BY d.first IS NULL, d.first, s.changed DESC, d.story, d.n LIMIT ?", since, limit)
    return [(DueRow(*row[:8]), row[8]) for row in rows]


def processes(library: Library, limit: int) -> list[tuple[str, str, Process]]:
    """Laws and pacts followed through their stages: the id and title of the story, and the process; of the stories that changed
    last."""
    rows = library.rows("SELECT s.id, s.title, p.body FROM process p JOIN story s ON s.id = p.story "
                        "ORDER BY s.changed DESC, s.id, p.n LIMIT ?", limit)
    return [(id, title, unpack(Process, body)) for id, title, body in rows]
