"""What a person decided about what the machine found: who, when, what, why, and the words it hangs on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

JudgementKind = Literal["same", "not-same", "reattribute", "reject", "accept", "rename", "rename-story", "same-actor", "rate",
                        "confirmed", "knocked-down", "undo"]
KINDS: tuple[JudgementKind, ...] = get_args(JudgementKind)


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of one captured version of an article (SHA-256 of its text), in code points. Empty words stand for the article."""

    article: str
    version: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """One entry of the ledger, `n` its number there, `at` in UTC to the second; nothing in it is ever changed.

    `on` are the words that it is about. `others` are the second side of `same` and `not-same`. `value` is the name of
    `reattribute` and `same-actor` (whose `other` is the second), the text of `rename`, the letter of `rate` (of `other`), how it
    was established of `confirmed` and `knocked-down`, on the day `when`. `undoes` is the number of the entry that an
    `undo` takes back.
    """

    n: int
    kind: JudgementKind
    who: str
    at: str
    why: str
    on: tuple[Quoted, ...] = ()
    others: tuple[Quoted, ...] = ()
    value: str = ""
    other: str = ""
    when: str | None = None
    undoes: int | None = None
