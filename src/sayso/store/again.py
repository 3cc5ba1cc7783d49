"""Making ready to compute all again: what is sound is kept, what belongs to nothing goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sayso.model.link import Story
from sayso.model.reading import Reading
from sayso.store.codec import Unreadable, pack, unpack

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.store.library import Library

# Rows that belong to something that is not there, what hangs on others first.
STRAYS = (
    "DELETE FROM member WHERE article NOT IN (SELECT id FROM article) OR story NOT IN (SELECT id FROM story)",
    *(f"DELETE FROM {t} WHERE story NOT IN (SELECT id FROM story)" for t in ("claim", "said", "name", "due", "process", "alias")),
    *(f"DELETE FROM {t} WHERE version NOT IN (SELECT n FROM version)" for t in ("place", "reading", "sketch", "page")),
    "DELETE FROM story WHERE id NOT IN (SELECT story FROM member)",
    "DELETE FROM alias WHERE story NOT IN (SELECT id FROM story)",
)


def make_ready(library: Library, broken: Iterable[int], rule: str, sketch: Callable[[Reading], Reading]) -> None:
    """Mark what is to be read, indexed and linked anew, in one transaction: `broken` readings and those of another rule
    version, the index, every story. Nothing that is still in use is taken away."""
    lost = set(broken)
    lines = [(pack(sketch(unpack(Reading, body))), n) for n, body in _kept(library, lost, rule)]
    members = list(_members(library))
    with library.writing() as db:
        db.executemany("INSERT OR IGNORE INTO member SELECT ?, id, current, ? FROM article WHERE id = ?", members)
        for statement in STRAYS:
            db.execute(statement)
        db.execute("UPDATE reading SET rule = '' WHERE rule != ?", (rule,))
        db.executemany("UPDATE reading SET rule = '' WHERE version = ?", [(n,) for n in lost])
        db.executemany("INSERT OR REPLACE INTO sketch (body, version) VALUES (?, ?)", lines)
        # The index of words first: deleting pages out of a broken one would fail.
        db.execute("INSERT INTO words (words) VALUES ('rebuild')")
        db.execute("DELETE FROM page")
        db.execute("DELETE FROM place")
        db.execute("UPDATE article SET linked = 0")
        db.execute("UPDATE story SET made_from = ''")


def _kept(library: Library, lost: set[int], rule: str) -> Iterator[tuple[int, bytes]]:
    for (n,) in library.rows("SELECT version FROM reading WHERE rule = ? AND version IN (SELECT n FROM version)", rule):
        if n not in lost:
            [(body,)] = library.rows("SELECT body FROM reading WHERE version = ?", n)
            yield n, body


def _members(library: Library) -> Iterator[tuple[str, int, str]]:
    """(story, also, article) of every story that can be read: its id follows its reports."""
    for (id,) in library.rows("SELECT id FROM story"):
        [(linked,)] = library.rows("SELECT linked FROM story WHERE id = ?", id)
        try:
            story = unpack(Story, linked)
        except Unreadable:
            continue
        yield from ((id, 0, i) for i in story.articles)
