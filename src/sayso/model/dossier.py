"""The dossier: all that a brief shows, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.article import Article
from sayso.model.claim import Claim, Figure
from sayso.model.judgement import Judgement
from sayso.model.link import Copy, LinkedActor
from sayso.model.process import Process
from sayso.model.reading import Reading, Response
from sayso.model.span import Anchor
from sayso.model.statement import Statement


@dataclass(frozen=True, slots=True)
class SummaryLine:
    text: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    date: str
    text: str
    claims: tuple[str, ...]
    when: Literal["past", "scheduled"]


WatchAct = Literal["plan", "threat", "promise", "obligation"]


@dataclass(frozen=True, slots=True)
class Watch:
    """What is due, threatened or promised, or said to follow under a condition; `if_` and `then` are verbatim.

    `state`: `claimed` and `met` where claims (`met_by`) say that it came about, on one origin or on two; `disputed` where
    such a claim is denied; `passed` where its date has gone by and nothing is said.
    """

    kind: Literal["scheduled", "conditional"]
    date: str | None
    actor: str | None
    if_: Anchor | None
    then: Anchor | None
    text: str
    statements: tuple[str, ...]
    state: Literal["open", "claimed", "disputed", "met", "passed"]
    met_by: tuple[str, ...]
    act: WatchAct = "plan"


@dataclass(frozen=True, slots=True)
class Silence:
    """An answer that is none: declined, did not know, did not say; `about` is a claim id where it is clear."""

    actor: str
    about: str | None
    response: Response
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NotHeard:
    """A party named in these reports and quoted in none of them."""

    actor: str
    named_in: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lead:
    text: str
    claim: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GraphNode:
    id: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class GraphEdge:
    from_: str
    to: str
    kind: Literal["states", "relays", "cites", "copies"]
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OriginGraph:
    nodes: tuple[GraphNode, ...]
    edges: tuple[GraphEdge, ...]


@dataclass(frozen=True, slots=True)
class OutletStanding:
    """An outlet of these reports and what the user knows of it: `rating` is F, the others None where that is nothing."""

    outlet: str
    rating: str
    owner: str | None
    state_run: str | None


@dataclass(frozen=True, slots=True)
class StoryDossier:
    """One story, weighed. `unread` are articles in a language that is not read; they speak for nothing here.

    `judged` is what people decided that is of no claim shown; `orphaned` are judgements on words that are gone.
    """

    id: str
    title: str
    articles: tuple[str, ...]
    also_in: tuple[str, ...]
    unread: tuple[str, ...]
    outlets: int
    agencies: int
    named_origins: int
    as_of: str | None
    thread: str | None
    summary: tuple[SummaryLine, ...]
    claims: tuple[Claim, ...]
    figures: tuple[Figure, ...]
    timeline: tuple[TimelineEntry, ...]
    watch: tuple[Watch, ...]
    silences: tuple[Silence, ...]
    not_heard: tuple[NotHeard, ...]
    leads: tuple[Lead, ...]
    origin_graph: OriginGraph
    standing: tuple[OutletStanding, ...] = ()
    judged: tuple[Judgement, ...] = ()
    orphaned: tuple[Judgement, ...] = ()
    processes: tuple[Process, ...] = ()


@dataclass(frozen=True, slots=True)
class Meta:
    """What made the document: contract version, program version, SHA-256 of each model, settings that matter."""

    contract: int
    sayso: str
    models: dict[str, str]
    settings: dict[str, object]


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything one brief rests on. `statements` stand here with the dossier's actor ids, not in `readings`."""

    meta: Meta
    articles: tuple[Article, ...]
    readings: tuple[Reading, ...]
    statements: tuple[Statement, ...]
    actors: tuple[LinkedActor, ...]
    copies: tuple[Copy, ...]
    stories: tuple[StoryDossier, ...]
