"""Standing questions, and the history of their answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.errors import MissingError
from sayso.model.question import Question, Standing
from sayso.store.codec import pack, unpack

if TYPE_CHECKING:
    from sayso.store.library import Library


def pin(library: Library, text: str, statement: str, standing: Standing) -> int:
    """Keep a question with how it stands; its number. One that is pinned already keeps its number and its history."""
    with library.writing() as db:
        row = db.execute("SELECT n FROM question WHERE statement = ?", (statement,)).fetchone()
        if row is not None:
            return int(row[0])
        n = db.execute("INSERT INTO question (text, statement, pinned) VALUES (?, ?, ?)", (text, statement, standing.at)).lastrowid
        db.execute("INSERT INTO answer (question, body) VALUES (?, ?)", (n, pack(standing)))
    assert n is not None
    return n


def unpin(library: Library, n: int) -> None:
    """Let a question go, with its history; MissingError where there is none of this number."""
    if not library.rows("SELECT 1 FROM question WHERE n = ?", n):
        raise MissingError(f"{n}: there is no such question; see sayso ask --pinned")
    with library.writing() as db:
        db.execute("DELETE FROM question WHERE n = ?", (n,))


def record(library: Library, n: int, standing: Standing) -> None:
    """Keep how a question stands now."""
    with library.writing() as db:
        db.execute("INSERT INTO answer (question, body) VALUES (?, ?)", (n, pack(standing)))


def pinned(library: Library) -> list[Question]:
    """Every standing question with its history, the first pinned first."""
    answers: dict[int, list[Standing]] = {}
    for n, body in library.rows("SELECT question, body FROM answer ORDER BY n"):
        answers.setdefault(n, []).append(unpack(Standing, body))
    return [Question(n, text, statement, at, tuple(answers[n]))
            for n, text, statement, at in library.rows("SELECT n, text, statement, pinned FROM question ORDER BY n")]
