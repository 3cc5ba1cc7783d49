"""The ledger of what people decided: entries are added and never changed; taking one back is an entry too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.model.judgement import Judgement
from sayso.store.codec import pack, unpack

if TYPE_CHECKING:
    from sayso.store.library import Library


def keep(library: Library, judgement: Judgement) -> Judgement:
    """Add an entry; gives it back with its number. Raises InputError where the library cannot be written."""
    with library.writing() as db:
        n = db.execute("INSERT INTO judgement (kind, who, at, undoes, body) VALUES (?, ?, ?, ?, ?)", (
            judgement.kind, judgement.who, judgement.at, judgement.undoes, pack(judgement))).lastrowid
        articles = {q.article for q in (*judgement.on, *judgement.others)}
        db.executemany("INSERT INTO judged VALUES (?, ?)", [(a, n) for a in sorted(articles)])
    assert n is not None
    return replace(judgement, n=n)


def ledger(library: Library) -> list[Judgement]:
    """Every entry, the first first."""
    return [replace(unpack(Judgement, body), n=n) for n, body in library.rows("SELECT n, body FROM judgement ORDER BY n")]


def undone(library: Library) -> set[int]:
    """The numbers of the entries that are taken back: an undo that was itself undone takes nothing back."""
    out: set[int] = set()
    for n, undoes in library.rows("SELECT n, undoes FROM judgement WHERE undoes IS NOT NULL ORDER BY n DESC"):
        if n not in out:
            out.add(undoes)
    return out


def standing(library: Library, articles: Iterable[str]) -> tuple[Judgement, ...]:
    """The entries that stand and concern these articles, or no article in particular, in the order they were made."""
    taken_back = undone(library)
    numbers = {n for (n,) in library.rows("SELECT n FROM judgement WHERE n NOT IN (SELECT judgement FROM judged) AND undoes IS NULL")}
    numbers |= {n for (n,) in library.rows_in("SELECT DISTINCT judgement FROM judged WHERE article IN ({})", set(articles))}
    rows = library.rows_in("SELECT n, body FROM judgement WHERE n IN ({})", numbers - taken_back)
    return tuple(sorted((replace(unpack(Judgement, body), n=n) for n, body in rows), key=lambda j: j.n))
