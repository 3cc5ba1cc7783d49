"""An actor of one article under way, and when two names of persons are one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from sayso.data import titles
from sayso.model.reading import ActorKind


@dataclass(slots=True, eq=False)
class Entry:
    """An actor under way. `seen` are its mentions as (sentence index, token index), the last at the end."""

    kind: ActorKind
    first: int
    name: str = ""
    names: dict[str, None] = field(default_factory=dict)
    key: tuple[str, ...] = ()
    role: str | None = None
    heads: set[str] = field(default_factory=set)
    of: Entry | None = None
    code: str | None = None
    country: str | None = None
    words: frozenset[str] = frozenset()
    acronyms: set[str] = field(default_factory=set)
    described: bool = False
    plural: bool = False
    seen: list[tuple[int, int]] = field(default_factory=list)
    genders: Counter[str] = field(default_factory=Counter)
    kinds: Counter[ActorKind] = field(default_factory=Counter)
    full: int = 0

    def acronyms_only(self) -> bool:
        """Is it known by capitals alone, so that a description beside them says more?"""
        return all(n.replace(".", "").isupper() and " " not in n for n in (self.name, *self.names))

    def reaches(self, goal: Entry) -> bool:
        """Is `goal` this entry or one that it speaks for, up the chain?"""
        at: Entry | None = self
        for _ in range(8):
            if at is None:
                return False
            if at is goal:
                return True
            at = at.of
        return True

    def nation(self) -> str | None:
        """The country it speaks for, up the chain; a country's own code."""
        at: Entry | None = self
        for _ in range(6):
            if at is None:
                return None
            if at.code or at.country:
                return at.code or at.country
            at = at.of
        return None


def gender_of(e: Entry) -> str | None:
    """`m` or `f` by titles and pronouns, else by the first name, else None."""
    if e.genders:
        (top, n), *rest = e.genders.most_common(2)
        if not rest or rest[0][1] < n:
            return top
    return titles.gender_of_name(e.key[0]) if len(e.key) > 1 else None


def same_name(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Are these two keys of full names one person's: first and last alike, or one the beginning or end of the other?"""
    if a[-1] == b[-1] and (a[0] == b[0] or (len(a) == len(b) == 3 and a[1] == b[1])):
        return True
    short, long = sorted((a, b), key=len)
    return 1 < len(short) >= len(long) - 2 and short in (long[:len(short)], long[-len(short):])


def within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Does the longer key hold the shorter in one piece?"""
    return any(long[k:k + len(short)] == short for k in range(len(long) - len(short) + 1))
