"""A claim weighed: on whose word it rests, who denies it, where the accounts of it differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.judgement import Judgement
from sayso.model.link import PossiblySame, Weakest
from sayso.model.reading import Relation, Response
from sayso.model.span import Anchor
from sayso.model.statement import OriginKind

ClaimKind = Literal["event", "figure", "utterance", "plan", "condition", "background"]
Access = Literal["saw", "own-assessment", "stated", "relayed", "hearsay"]
Accounts = Literal["agree", "figures-differ", "dates-differ", "places-differ", "details-differ", "denied", "mixed"]
Slot = Literal["figure", "date", "place", "actor", "action", "polarity"]
DifferenceKind = Literal["conflict", "update", "refinement", "different-scope"]
ChangeKind = Literal["first-said", "hardened", "weakened", "withdrawn", "corrected"]
Status = Literal["corroborated", "single-origin", "disputed", "own-voice", "unattributed"]


@dataclass(frozen=True, slots=True)
class Origin:
    """One on whose word a claim rests. Origins with one `rolls_up_to` count once.

    `independent` is the number of the connected component the origin belongs to, None where it is never counted.
    `rating` is the user's letter for it, A to F; F where none was given.
    """

    name: str
    actor: str | None
    kind: OriginKind
    statements: tuple[str, ...]
    via: tuple[str, ...]
    access: Access
    rolls_up_to: str | None
    independent: int | None
    rating: str = "F"


@dataclass(frozen=True, slots=True)
class Denial:
    name: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenAnswer:
    name: str
    response: Response
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DifferenceValue:
    value: str
    anchor: Anchor
    statements: tuple[str, ...]
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    slot: Slot
    kind: DifferenceKind
    values: tuple[DifferenceValue, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Credibility:
    grade: int
    rule: str
    why: str


@dataclass(frozen=True, slots=True)
class ClaimPlace:
    name: str
    lat: float | None
    lon: float | None
    precision: str


@dataclass(frozen=True, slots=True)
class Change:
    """A step in the history of a claim, read in `statement`; `before` is the statement it is a change from."""

    date: str
    article: str
    statement: str
    kind: ChangeKind
    why: str
    before: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim and its standing; see the contract's paragraph on counting for `independent_origins`.

    `elsewhere`: told only in parts of roundups that are of another happening than the story. `judged` is what people
    decided about it; an origin of the kind `check` and a denial without statements are theirs.
    """

    id: str
    text: str
    kind: ClaimKind
    statements: tuple[str, ...]
    articles: tuple[str, ...]
    outlets: tuple[str, ...]
    score: float
    weakest: Weakest | None
    possibly_same: tuple[PossiblySame, ...]
    origins: tuple[Origin, ...]
    independent_origins: int
    own_voice_outlets: int
    denied_by: tuple[Denial, ...]
    left_open_by: tuple[OpenAnswer, ...]
    accounts: Accounts
    differences: tuple[Difference, ...]
    status: Status
    why: str
    credibility: Credibility | None
    date: str | None
    places: tuple[ClaimPlace, ...]
    first_seen: str | None
    last_seen: str | None
    history: tuple[Change, ...] = ()
    elsewhere: bool = False
    judged: tuple[Judgement, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureValue:
    """One value given for a measure. `from_`: stated as a figure, or counted from the people a report describes.

    `names` are those counted that are named, `attackers` how many of the counted did the harm themselves.
    """

    value: float | None
    low: float | None
    high: float | None
    relation: Relation
    as_of: str | None
    anchor: Anchor
    origins: tuple[str, ...]
    statements: tuple[str, ...]
    from_: Literal["stated", "counted"] = "stated"
    names: tuple[str, ...] = ()
    attackers: int = 0


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure of one kind of thing, with every value given for it; `latest` is an index into `values`."""

    measure: str
    counts: str
    claims: tuple[str, ...]
    values: tuple[FigureValue, ...]
    agree: bool
    latest: int
