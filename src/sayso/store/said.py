"""Claims, and who said what when, from the rows beside each story: nobody has to open its dossier for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.data.fold import fold
from sayso.store.rows import ClaimRow, SaidRow

if TYPE_CHECKING:
    from sayso.store.library import Library

CLAIM = "c.story, c.n, c.id, c.text, c.kind, c.status, c.independent, c.reports, c.denied, c.date, c.first_seen, c.last_seen"
SAID = "s.story, s.statement, s.article, s.actor, s.at, s.text, s.claim, s.stance, s.shift"


def claims(library: Library, story: str | None, status: str | None, offset: int = 0, limit: int = -1) -> list[ClaimRow]:
    """Claims in the order of their story, of one story (its full id) or of all, the latest story first."""
    return [ClaimRow(*row) for row in library.rows(
        f"SELECT {CLAIM} FROM claim c JOIN story t ON t.id = c.story WHERE (?1 IS NULL OR c.story = ?1) "
        "AND (?2 IS NULL OR c.status = ?2) ORDER BY t.last DESC, c.story, c.n LIMIT ?3 OFFSET ?4", story, status, limit, offset)]


def actors(library: Library, name: str) -> list[tuple[str, str]]:
    """The actors that go by this name in some story, as (story, actor), and those that share a full name with them.

    A name of one word leads to whoever goes by it; only names of two words or more lead on from one story to another, as
    a surname alone may be anybody's.
    """
    wanted = fold(name)
    found = set(library.rows("SELECT story, actor FROM name WHERE folded = ?", wanted))
    full = {n for story, actor in found for (n,) in library.rows(
        "SELECT folded FROM name WHERE actor = ? AND story = ?", actor, story) if " " in n}
    found |= set(library.rows_in("SELECT story, actor FROM name WHERE folded IN ({})", full))
    return sorted(found)


def shown_names(library: Library, who: list[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """The name that each of these actors is shown by."""
    rows = library.rows_in("SELECT story, actor, shown FROM name WHERE actor IN ({})", {actor for _, actor in who})
    return {(story, actor): shown for story, actor, shown in rows}


def said_by(library: Library, who: list[tuple[str, str]]) -> list[SaidRow]:
    """All that these actors said, in the order of time, what has no time last."""
    wanted = set(who)
    rows = library.rows_in(f"SELECT {SAID} FROM said s WHERE s.actor IN ({{}})", {actor for _, actor in who})
    kept = [SaidRow(*row) for row in rows if (row[0], row[3]) in wanted]
    return sorted(kept, key=lambda r: (r.at or "9999", r.article, r.statement))


def quoted_most(library: Library, most: int = 60) -> list[tuple[str, int, int]]:
    """Who is quoted most: the name shown, in how many statements, in how many stories."""
    return [(name, n, stories) for name, n, stories in library.rows(
        "SELECT shown, sum(n), count(DISTINCT story) FROM (SELECT s.story AS story, s.actor AS actor, count(*) AS n, "
        "(SELECT min(shown) FROM name WHERE name.story = s.story AND name.actor = s.actor) AS shown FROM said s "
        "GROUP BY s.story, s.actor) WHERE shown IS NOT NULL GROUP BY shown ORDER BY sum(n) DESC, shown LIMIT ?", most)]
