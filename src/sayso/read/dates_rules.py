"""What a date rule is: a pattern, and a function that reads its match in a context."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sayso.model.reading import DateType
from sayso.read.dates_tense import Direction
from sayso.read.tree import Token


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may lean on. Values are ISO or TIMEX3, None where there is none.

    `published` is the article's day. `anchor` is the day the sentence is about ("the same day"), `clock_day` the day
    of a bare time of day, `quarter` the last quarter spoken of, `period` the quarter compared with, `longer` whether the sentence
    reports on half a year or more instead, `spoken` the last
    day, month or year of this paragraph.
    `tokens` are those of the expression (none where only its words are left).
    """

    published: str | None = None
    anchor: str | None = None
    clock_day: str | None = None
    quarter: str | None = None
    period: str | None = None
    longer: bool = False
    spoken: str | None = None
    direction: Direction | None = None
    tokens: Sequence[Token] = ()

    @property
    def base(self) -> str | None:
        """What an expression that points back into the text is counted from."""
        return self.anchor or self.published


@dataclass(frozen=True, slots=True)
class Found:
    """A reading of a match: `relative` where it needed a reference, `of` that reference."""

    value: str
    type: DateType = "DATE"
    relative: bool = False
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """`needs` are words (lower case) of which a paragraph must hold one for the pattern to be tried; () always."""

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Context], Found | None]
    needs: tuple[str, ...] = ()


def deictic(value: str, context: Context, kind: DateType = "DATE") -> Found:
    """What is counted from the day of publication."""
    return Found(value, kind, relative=True, of=context.published)


def before(m: re.Match[str], size: int = 24) -> str:
    """The text just before a match."""
    return m.string[max(0, m.start() - size):m.start()]


def after(m: re.Match[str], size: int = 24) -> str:
    """The text just after a match."""
    return m.string[m.end():m.end() + size]
