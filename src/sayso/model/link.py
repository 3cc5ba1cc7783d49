"""What joins articles: copies, stories, actors that go by several names, groups of statements that say the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.reading import ActorKind


@dataclass(frozen=True, slots=True)
class Change:
    """What a whole copy does not share with its original: words of its own (`added`), words left out (`cut`), or both at one
    place (`edited`). A stretch that is empty has its start as its end."""

    kind: Literal["edited", "added", "cut"]
    start: int
    end: int
    of_start: int
    of_end: int


@dataclass(frozen=True, slots=True)
class Copy:
    """`article` repeats `of` (the earlier or fuller one); `passages` are [start, end, start in of, end in of].

    `agency_from` is `named` where the article itself credits the agency, `inferred` where only another print of the text
    does. `changes` are those of a whole copy, in the order of its text.
    """

    article: str
    of: str
    kind: Literal["whole", "part"]
    share: float
    passages: tuple[tuple[int, int, int, int], ...]
    agency: str | None
    agency_from: Literal["named", "inferred"] | None = None
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryLink:
    """What holds an article to its story: the article of it that it is nearest to, and the evidence for one event.

    `odds` are log-odds, -8 to 8; `parts` name what they add up to.
    """

    article: str
    to: str
    odds: float
    parts: tuple[tuple[str, float], ...]
    why: str


@dataclass(frozen=True, slots=True)
class StoryPassage:
    """A part of an article whose home is another story, `start` to `end` of its text, that reports this one's event."""

    article: str
    start: int
    end: int
    odds: float


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about one happening, in time order; `also_in` are articles whose home is another story.

    `passages` are the parts of those that are about this one; `links` say why each article is in it, where it has two.
    `elsewhere` are the parts of its own articles that tell of something that no other report of it tells.
    """

    id: str
    title: str
    articles: tuple[str, ...]
    also_in: tuple[str, ...]
    first: str | None
    last: str | None
    thread: str | None
    passages: tuple[StoryPassage, ...] = ()
    links: tuple[StoryLink, ...] = ()
    elsewhere: tuple[StoryPassage, ...] = ()


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
    `links` are the pairs of affirming statements that were compared, with their scores. `passing` tell it in passing.
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
    passing: tuple[str, ...] = ()
