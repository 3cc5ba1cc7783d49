"""What joins articles: copies, stories, actors that go by several names, groups of statements that say the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.reading import ActorKind


@dataclass(frozen=True, slots=True)
class Copy:
    """`article` repeats `of` (the earlier or fuller one); `passages` are [start, end, start in of, end in of]."""

    article: str
    of: str
    kind: Literal["whole", "part"]
    share: float
    passages: tuple[tuple[int, int, int, int], ...]
    agency: str | None


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about one happening, in time order; `also_in` are articles whose home is another story."""

    id: str
    title: str
    articles: tuple[str, ...]
    also_in: tuple[str, ...]
    first: str | None
    last: str | None
    thread: str | None


@dataclass(frozen=True, slots=True)
class Merge:
    """Why two local actors are one: `members` are their ids, `rule` what joined them, `why` the values that met."""

    members: tuple[str, str]
    rule: str
    why: str


@dataclass(frozen=True, slots=True)
class LinkedActor:
    """An actor across articles; `members` are its local ids, `of` what it speaks for (an id of this kind).

    `reasons` say why its members are one; none where it has one name in one article.
    """

    id: str
    name: str
    kind: ActorKind
    names: tuple[str, ...]
    role: str | None
    of: str | None
    country: str | None
    members: tuple[str, ...]
    reasons: tuple[Merge, ...] = ()


@dataclass(frozen=True, slots=True)
class Weakest:
    """The weakest pair that still holds a claim together, and which values met."""

    statements: tuple[str, str]
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class PossiblySame:
    """Another claim that may be the same: shown, never counted."""

    claim: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """Statements that say the same thing. `affirming`, `denying` and `open` are statement ids.

    `denying` and `open` hold statements that answer the claim (a denial; "would not say") without affirming it;
    `links` are the pairs of affirming statements that were compared, with their scores.
    """

    id: str
    story: str
    affirming: tuple[str, ...]
    denying: tuple[str, ...]
    open: tuple[str, ...]
    score: float
    weakest: Weakest | None
    possibly_same: tuple[PossiblySame, ...]
    links: tuple[tuple[str, str, float], ...] = ()
