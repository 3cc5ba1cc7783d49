"""What is found in one article. Everything here is local to it: ids begin with `<article id>#`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.article import Article
from sayso.model.span import Range, Span
from sayso.model.statement import Statement

NoiseKind = Literal["caption", "credit", "heading", "navigation", "dateline", "other"]
ActorKind = Literal["person", "organization", "place", "group", "other"]
DateType = Literal["DATE", "TIME", "DURATION", "SET"]
DateFrom = Literal["explicit", "relative", "sibling"]
Relation = Literal["exactly", "about", "at-least", "at-most", "more-than", "less-than", "between", "vague"]
PlaceKind = Literal["country", "region", "city", "water", "building", "other"]
PlacePrecision = Literal["exact", "near", "region", "country"]
AttributionType = Literal["direct", "indirect", "mixed"]
Act = Literal["assert", "confirm", "deny", "refuse", "accuse", "warn", "threaten", "promise", "demand", "ask",
              "evaluate", "expect", "want"]
Response = Literal["denies", "does-not-deny", "does-not-confirm", "declines", "no-answer", "does-not-know",
                   "does-not-say", "could-not-verify"]


@dataclass(frozen=True, slots=True)
class Noise(Span):
    """Text that is no report: a caption, a credit, a heading, a dateline, navigation.

    `states_fact` marks a caption that tells more than its picture shows; it is nobody's statement all the same.
    """

    kind: NoiseKind
    states_fact: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the report, by its offsets."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention(Span):
    """A name, role or pronoun that stands for an actor."""

    kind: ActorKind
    actor: str | None


@dataclass(frozen=True, slots=True)
class DateExpression(Span):
    """A time expression; `value` in TIMEX3, `from_` how it was resolved.

    `resolved_from` is the ISO date that a relative one was counted from, None for an explicit one.
    """

    type: DateType
    value: str
    from_: DateFrom
    resolved_from: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity(Span):
    """A figure. A vague one ("thousands") has `value` None, and `low` where the word gives one.

    `counts` is what is counted, as written ("North Korean soldiers"); `predicate` the lemma of the verb or noun
    that governs it ("deploy", "kill").
    """

    value: float | None
    low: float | None
    high: float | None
    relation: Relation
    unit: str | None
    counts: str | None
    predicate: str | None = None


@dataclass(frozen=True, slots=True)
class Toll(Span):
    """How many people one report says were killed or hurt in what it reports: one a measure.

    `from_` says whether one phrase states the figure or the people described were counted; `parts` are the phrases, the
    first of them the span itself; `names` those of them who are named; `attackers` how many of them did harm to others.
    """

    measure: Literal["killed", "injured"]
    value: float
    relation: Relation
    from_: Literal["stated", "counted"]
    parts: tuple[Range, ...]
    names: tuple[str, ...]
    attackers: int


@dataclass(frozen=True, slots=True)
class Place(Span):
    """A place name; coordinates in degrees where it was resolved, None where not."""

    name: str
    lat: float | None
    lon: float | None
    country: str | None
    admin1: str | None
    kind: PlaceKind
    precision: PlacePrecision
    geonameid: int | None
    role: Literal["location", "actor"]


@dataclass(frozen=True, slots=True)
class Anonymous:
    """How an unnamed source is described: how many, of which body and nationality, why unnamed."""

    number: int | None
    body: str | None
    nationality: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class SourceSpan(Span):
    """The source of an attribution as written, and the local actor it stands for."""

    actor: str | None
    anonymous: Anonymous | None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who (source) says (cue) what (content). `spans` are the content's parts; `verbatim` those between marks."""

    id: str
    source: SourceSpan | None
    cue: Span | None
    content: Span | None
    spans: tuple[Range, ...]
    verbatim: tuple[Range, ...]
    type: AttributionType
    parent: str | None
    via: tuple[str, ...]
    act: Act
    response: Response | None
    addressee: str | None
    said_on: str | None
    inferred: bool
    rule: str
    score: float


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone or something that acts or speaks; `of` is what it speaks for (a local id)."""

    id: str
    name: str
    kind: ActorKind
    names: tuple[str, ...]
    role: str | None
    of: str | None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One timed entry of a live blog, by its offsets; `time` is ISO 8601 to the minute, as its place's clocks show it.

    Days in it are counted from that time's day. `XXXX-XX-XXT14:05` where nothing tells the day.
    """

    start: int
    end: int
    time: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One article and all that was found in it, in the order of its text.

    `asides` are the sentences that tell of other happenings than the one reported: an earlier year's, statistics.
    `entries` are a live blog's; none in any other report.
    """

    article: Article
    noise: tuple[Noise, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    dates: tuple[DateExpression, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    places: tuple[Place, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    statements: tuple[Statement, ...] = ()
    actors: tuple[Actor, ...] = ()
    tolls: tuple[Toll, ...] = ()
    asides: tuple[Range, ...] = ()
    entries: tuple[Entry, ...] = ()
