"""Finding articles by words (FTS5) and by meaning (vectors), within what filters leave."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from sayso.data.fold import fold
from sayso.errors import UsageError
from sayso.settings import outlet_key
from sayso.store.rows import Found
from sayso.store.said import actors

if TYPE_CHECKING:
    from sayso.store.library import Library

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_WORD = re.compile(r"[^\W_]+")
MOST_WORDS = 64
# Words that nearly every report has: they tell none from another, and cost the most to look up.
LITTLE = frozenset("""a about after all also an and are as at be been but by could did do does for from had has have he her his
    how i in into is it its of on or said she so than that the their them there they this to was were what when where which who
    with would you""".split())
# Reciprocal rank fusion (Cormack and others 2009) with the constant of the paper.
FUSED = 60
DEPTH = 200
# Below this cosine to the query an article is about something else; any two texts of news stand near .45.
NEAR = 0.55
# Up to here the articles that filters leave are put in order by themselves, above it all are gone through in order.
FEW = 5000

# Every outlet, by leaps from one to the next in the index.
OUTLETS = """
    WITH RECURSIVE o (name) AS (
        SELECT min(outlet) FROM article
        UNION ALL SELECT (SELECT min(outlet) FROM article WHERE outlet > o.name) FROM o WHERE o.name IS NOT NULL)
    SELECT name FROM o WHERE name IS NOT NULL"""


@dataclass(frozen=True, slots=True)
class Filters:
    """What an article must have; None where it does not matter. `date` is a year, month or day, or two with .. between."""

    speaker: str | None = None
    date: str | None = None
    place: str | None = None
    outlet: str | None = None

    def days(self) -> tuple[str, str] | None:
        """The first and the last as beginnings of ISO dates; raises UsageError for what is no date."""
        if self.date is None:
            return None
        first, dots, last = self.date.partition("..")
        last = last if dots else first
        if not all(_DATE.fullmatch(x) for x in (first, last)) or first > last + "~":
            raise UsageError(f"--date: {self.date[:40]} is no date; write 2026, 2026-04, 2026-04-14 or 2026-04-01..2026-04-14")
        return first, last + "~"


def find(library: Library, query: str, meaning: NDArray[np.float32] | None, filters: Filters, limit: int = 20,
         ) -> list[Found]:
    """The articles that the words or the meaning of a query find, best first; `meaning` is its vector, of length 1.

    An empty query finds all that the filters leave, the latest first. Raises UsageError for a bad filter.
    """
    allowed = _allowed(library, filters)
    given = _WORD.findall(query)[:MOST_WORDS]
    words = [w for w in given if w.lower() not in LITTLE] or given
    if not words:
        return _shown(library, _latest(library, allowed, limit), {}, {}, [])
    by_words = _by_words(library, words, allowed)
    by_meaning = _by_meaning(library, meaning, allowed) if meaning is not None else {}
    score = {n: sum(1 / (FUSED + r[n]) for r in (by_words, by_meaning) if n in r) for n in {*by_words, *by_meaning}}
    best = sorted(score, key=lambda n: (-score[n], n))[:limit]
    return _shown(library, best, by_words, by_meaning, words)


def _allowed(library: Library, filters: Filters) -> set[int] | None:
    """The current versions that the filters leave, None where there are no filters."""
    left: list[set[int]] = []
    if (days := filters.days()) is not None:
        left.append({n for (n,) in library.rows("SELECT current FROM article WHERE published >= ? AND published < ?", *days)})
    if filters.outlet is not None:
        key = outlet_key(filters.outlet)
        names = [o for (o,) in library.rows(OUTLETS) if outlet_key(o) == key]
        left.append({n for (n,) in library.rows_in("SELECT current FROM article WHERE outlet IN ({})", names)})
    if filters.place is not None:
        left.append({n for (n,) in library.rows("SELECT version FROM place WHERE name = ?", fold(filters.place))})
    if filters.speaker is not None:
        ids = {(story, actor) for story, actor in actors(library, filters.speaker)}
        rows = library.rows_in("SELECT s.story, s.actor, a.current FROM said s JOIN article a ON a.id = s.article "
                               "WHERE s.actor IN ({})", {actor for _, actor in ids})
        left.append({n for story, actor, n in rows if (story, actor) in ids})
    return set.intersection(*left) if left else None


def _latest(library: Library, allowed: set[int] | None, limit: int) -> list[int]:
    """The current versions that are allowed, the latest first; undated ones last."""
    order = "ORDER BY published IS NULL, published DESC, id"
    if allowed is None or len(allowed) > FEW:
        rows = library.each(f"SELECT current FROM article {order}")
        return list(islice((n for (n,) in rows if allowed is None or n in allowed), limit))
    found = library.rows_in("SELECT published IS NULL, published, id, current FROM article WHERE current IN ({})", allowed)
    dated = sorted(sorted(found, key=lambda r: str(r[2])), key=lambda r: str(r[1] or ""), reverse=True)
    return [n for *_, n in dated[:limit]]


def _by_words(library: Library, words: Sequence[str], allowed: set[int] | None) -> dict[int, int]:
    """Place by bm25, the title's words three times; all words first, any of them where none has all.

    Ordering by the index's own rank, without a join, is what lets a library of any size answer at once.
    """
    for joint in (" ", " OR "):
        asked = joint.join(f'"{w}"' for w in words)
        rows = library.each("SELECT rowid FROM words WHERE words MATCH ? AND rank MATCH 'bm25(3.0, 1.0)' ORDER BY rank", asked)
        found = _current(library, (n for (n,) in rows if allowed is None or n in allowed))
        if found:
            return {n: k for k, n in enumerate(found, 1)}
    return {}


def _by_meaning(library: Library, query: NDArray[np.float32], allowed: set[int] | None) -> dict[int, int]:
    return {n: k for k, n in enumerate(_current(library, library.nearest(query, NEAR, allowed)), 1)}


def _current(library: Library, versions: Iterable[int]) -> list[int]:
    """The first DEPTH of these that are their article's current version."""
    rest = iter(versions)
    found: list[int] = []
    while len(found) < DEPTH and (part := list(islice(rest, DEPTH))):
        current = {n for (n,) in library.rows_in("SELECT current FROM article WHERE current IN ({})", part)}
        found += [n for n in part if n in current]
    return found[:DEPTH]


def _shown(library: Library, order: Sequence[int], by_words: dict[int, int], by_meaning: dict[int, int], words: Sequence[str],
           ) -> list[Found]:
    rows = {row[1]: row for row in library.rows_in(
        "SELECT a.id, a.current, a.outlet, a.published, a.title, (SELECT story FROM member m WHERE m.article = a.id AND m.also = 0 "
        "LIMIT 1), substr(p.text, 1, 240) FROM article a LEFT JOIN page p ON p.version = a.current WHERE a.current IN ({})", order)}
    marks: dict[int, str] = {}
    if words and by_words:
        asked = " OR ".join(f'"{w}"' for w in words)
        marks = dict(library.rows_in("SELECT rowid, snippet(words, 1, '', '', '…', 32) FROM words WHERE words MATCH "
                                     f"'{asked}' AND rowid IN ({{}})", [n for n in order if n in by_words]))
    return [Found(id, n, outlet, published, title, story, marks.get(n) or start or "", by_words.get(n), by_meaning.get(n))
            for id, n, outlet, published, title, story, start in (rows[k] for k in order)]
