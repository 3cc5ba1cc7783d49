"""A statement: one finite proposition, inside one sentence, on one chain of attribution."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.span import Range, Span

# `check` is what whoever uses the library established themselves.
OriginKind = Literal["actor", "outlet", "agency", "evidence", "unattributed", "check"]
Polarity = Literal["positive", "negative"]
Certainty = Literal["certain", "probable", "possible", "unknown"]


@dataclass(frozen=True, slots=True)
class StatementOrigin:
    """On whose word the statement rests; `actor` is a local id inside a reading, the dossier's elsewhere."""

    actor: str | None
    name: str
    kind: OriginKind


@dataclass(frozen=True, slots=True)
class Event:
    """What happens: the lemma of the predicate, who does it and to whom or what, as written."""

    predicate: str
    agent: Span | None
    patient: Span | None


@dataclass(frozen=True, slots=True)
class EventDate:
    """When it happened or is due: TIMEX3 value and the first and last day it covers (ISO 8601)."""

    value: str
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class Passing(Span):
    """What a phrase of a statement tells in passing: `schoolgirls abducted in 2014`, `their release`.

    `nominal` where a noun tells it; `quantities`, `places` and `actors` as in a statement.
    """

    event: Event
    date: EventDate | None
    quantities: tuple[int, ...]
    places: tuple[int, ...]
    actors: tuple[str, ...]
    nominal: bool


@dataclass(frozen=True, slots=True)
class Statement:
    """One proposition. `attributions` are ids, outermost first; () is the outlet's own voice.

    `quantities` and `places` are indexes into the reading's lists; `scheduled` marks a plan with its time still to
    come; `inferred` a speaker carried on from before and not named here. FactBank's scale for polarity, certainty.
    """

    id: str
    article: str
    start: int
    end: int
    text: str
    spans: tuple[Range, ...]
    attributions: tuple[str, ...]
    origins: tuple[StatementOrigin, ...]
    event: Event
    polarity: Polarity
    certainty: Certainty
    hedges: tuple[Span, ...]
    condition: Span | None
    scheduled: bool
    date: EventDate | None
    said_on: str | None
    quantities: tuple[int, ...]
    places: tuple[int, ...]
    actors: tuple[str, ...]
    inferred: bool
    passing: tuple[Passing, ...] = ()
