"""One story's dossier made by hand, sentence by sentence, so that weighing is tested apart from reading.

desk = Desk()
desk.actor("min", "Ministry of Roads")
desk.report("a", outlet="Kalvor Post")
s = desk.say("a", "the bridge is closed", by="min")
claim = desk.claim([s])
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from sayso.model.article import Article
from sayso.model.claim import Claim, Origin
from sayso.model.dossier import StoryDossier
from sayso.model.ids import set_id, text_version
from sayso.model.link import ClaimGroup, Copy, LinkedActor, Story
from sayso.model.reading import (
    Act,
    Actor,
    ActorKind,
    Attribution,
    DateExpression,
    Mention,
    Place,
    Quantity,
    Reading,
    Relation,
    Response,
    Sentence,
    Toll,
)
from sayso.model.span import Range, Span, span
from sayso.model.statement import Certainty, Event, EventDate, OriginKind, Polarity, Statement, StatementOrigin
from sayso.settings import Settings
from sayso.weigh.claims import weigh_claim
from sayso.weigh.context import Context
from sayso.weigh.origins import origins_of
from sayso.weigh.story import weigh_story

TOWNS = {"Kalvor": 50.0, "Norr": 50.2, "Veldt": 55.0}
COUNTRIES = {"Sarvia": "SV", "Tolm": "TM"}


@dataclass(frozen=True)
class Figure:
    """A figure as it stands in the statement: its words, its value, and what governs it."""

    words: str
    value: float | None
    predicate: str = "injure"
    relation: Relation = "exactly"
    low: float | None = None
    high: float | None = None
    counts: str | None = "people"
    unit: str | None = "person"


@dataclass(frozen=True)
class How:
    """How a thing is said; `outer` are those it is passed on through, outermost first, each with a cue of its own."""

    cue: str = "said"
    act: Act = "assert"
    response: Response | None = None
    kind: OriginKind = "actor"
    via: tuple[str, ...] = ()
    outer: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    places: tuple[str, ...] = ()
    date: str | None = None
    condition: str | None = None
    scheduled: bool = False
    agent: str | None = None
    polarity: Polarity = "positive"
    certainty: Certainty = "certain"
    direct: bool = False
    doers: tuple[str, ...] = ()
    verb: str | None = None
    hedges: tuple[str, ...] = ()


@dataclass
class _Report:
    outlet: str | None
    published: str | None
    read: bool
    kind: str
    agencies: tuple[str, ...]
    text: str = ""
    sentences: list[Sentence] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    dates: list[DateExpression] = field(default_factory=list)
    tolls: list[Toll] = field(default_factory=list)
    asides: list[Range] = field(default_factory=list)


class Desk:
    """Collects actors, reports and statements; `context` gives what weighing looks at."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        self._actors: dict[str, tuple[str, ActorKind, str | None, str | None]] = {}
        self._reports: dict[str, _Report] = {}
        self._statements: dict[str, Statement] = {}
        self._copies: list[Copy] = []

    def actor(
        self, id: str, name: str, of: str | None = None, kind: ActorKind = "organization", role: str | None = None
    ) -> str:
        self._actors[id] = (name, kind, of, role)
        return id

    def report(self, id: str, outlet: str | None = None, published: str | None = "2026-03-02", **more: Any) -> str:
        self._reports[id] = _Report(
            outlet, published, more.get("read", True), more.get("kind", "report"), more.get("agencies", ())
        )
        return id

    def copy(self, article: str, of: str, passages: tuple[tuple[int, int, int, int], ...] = ()) -> None:
        self._copies.append(
            Copy(article, of, "part" if passages else "whole", 0.4 if passages else 1.0, passages, None)
        )

    def toll(self, article: str, measure: Any, value: float, *parts: str, attackers: int = 0) -> None:
        """The report's people described, counted; `parts` are their phrases."""
        text = self._reports[article].text
        at = [(text.rindex(p), text.rindex(p) + len(p)) for p in parts]
        self._reports[article].tolls.append(
            Toll(*at[0], parts[0], measure, value, "at-least", "counted", tuple(at), (), attackers))

    def date(self, article: str, words: str, value: str) -> None:
        """The last time the report has these words, they are a date."""
        at = self._reports[article].text.rindex(words)
        self._reports[article].dates.append(DateExpression(at, at + len(words), words, "DATE", value, "relative"))

    def aside(self, article: str, sentence: str) -> None:
        """The sentence tells of another happening."""
        at = self._reports[article].text.index(sentence)
        self._reports[article].asides.append((at, at + len(sentence)))

    def name_actor(self, article: str, actor: str, times: int = 1) -> None:
        """The report names the actor this many times, outside any statement."""
        r = self._reports[article]
        for _ in range(times):
            name = self._actors[actor][0]
            r.mentions.append(
                Mention(len(r.text), len(r.text) + len(name), name, self._actors[actor][1], f"{article}#{actor}")
            )
            r.text += name + " "

    def say(self, article: str, text: str, by: str | Sequence[str] = (), **more: Any) -> str:
        """Adds a sentence to the report and its statement to the dossier; with no `by`, in the outlet's own voice.

        A source that is no actor of the desk is described, not known ("two officials").
        """
        how, sources = How(**more), ((by,) if isinstance(by, str) else tuple(by))
        r = self._reports[article]
        start, end = len(r.text), len(r.text) + len(text)
        chain = self._chain(article, end, (start, end), sources, how)
        told = [a.source.text for a in reversed(chain) if a.source is not None]
        r.text += text + "".join(f", {how.cue} {name}" for name in told) + ". "
        r.sentences.append(Sentence(start, len(r.text) - 1))
        r.attributions.extend(chain)
        quantities = tuple(self._figure(r, f, start) for f in how.figures)
        places = tuple(self._place(r, p, start) for p in how.places)
        part = self._part(r.text, start, end)
        id = f"{article}#s{len(self._statements)}"
        self._statements[id] = Statement(
            id,
            article,
            start,
            end,
            text,
            ((start, end),),
            tuple(a.id for a in chain),
            self._origins(article, sources, how),
            Event(how.verb or text.split()[-1], part(how.agent), None),
            how.polarity,
            how.certainty,
            tuple(part(h) for h in how.hedges),
            part(how.condition),
            how.scheduled,
            dated(how.date),
            None,
            quantities,
            places,
            tuple(dict.fromkeys((*how.doers, *(s for s in sources if s in self._actors)))),
            False,
        )
        return id

    def context(self) -> Context:
        by: dict[str, tuple[LinkedActor, dict[str, str]]] = {}
        for id, (name, kind, of, role) in self._actors.items():
            local = {r: f"{r}#{id}" for r in self._reports}
            by[id] = (LinkedActor(id, name, kind, (name,), role, of, COUNTRIES.get(name), tuple(local.values())), local)
        return Context(
            dict(self._statements),
            {i: self._reading(i, r) for i, r in self._reports.items()},
            {i: a for i, (a, _) in by.items()},
            {m: a for a, _ in by.values() for m in a.members},
            tuple(self._copies),
            self.settings,
        )

    def group(
        self, affirming: Sequence[str], denying: Sequence[str] = (), open: Sequence[str] = (), sure: float = 0.95
    ) -> ClaimGroup:
        """All pairs of the affirming statements were compared, and all are this sure."""
        return ClaimGroup(
            set_id("claim", affirming or denying),
            "story",
            tuple(affirming),
            tuple(denying),
            tuple(open),
            sure,
            None,
            (),
            tuple((a, b, sure) for a, b in combinations(affirming, 2)),
        )

    def claim(self, affirming: Sequence[str], denying: Sequence[str] = (), open: Sequence[str] = ()) -> Claim:
        return weigh_claim(self.context(), self.group(affirming, denying, open))

    def count(self, affirming: Sequence[str], sure: float = 0.95) -> int:
        return origins_of(self.context(), self.group(affirming, sure=sure))[1]

    def origin(self, affirming: Sequence[str], name: str) -> Origin:
        return next(o for o in origins_of(self.context(), self.group(affirming))[0] if o.name == name)

    def story(self, *groups: ClaimGroup) -> StoryDossier:
        days = sorted(r.published for r in self._reports.values() if r.published)
        return weigh_story(
            self.context(),
            Story(
                "story",
                "A story",
                tuple(self._reports),
                (),
                days[0] if days else None,
                days[-1] if days else None,
                None,
            ),
            groups,
        )

    def _chain(
        self, article: str, at: int, content: tuple[int, int], sources: Sequence[str], how: How
    ) -> list[Attribution]:
        told = [*((x,) for x in how.outer), *([tuple(sources)] if sources or how.kind == "unattributed" else [])]
        out: list[Attribution] = []
        for k, names in enumerate(told):
            shown = " and ".join(self._actors[n][0] if n in self._actors else n for n in names)
            last = k == len(told) - 1
            known = f"{article}#{names[0]}" if names and names[0] in self._actors else None
            out.append(
                Attribution(
                    f"{article}#a{len(self._reports[article].attributions) + k}",
                    _source(at, shown, known) if shown else None,
                    Span(at, at + len(how.cue), how.cue),
                    None,
                    (content,),
                    (content,) if how.direct else (),
                    "direct" if how.direct else "indirect",
                    out[-1].id if out else None,
                    tuple(f"{article}#{v}" for v in how.via) if last else (),
                    how.act if last else "assert",
                    how.response if last else None,
                    None,
                    None,
                    False,
                    "test",
                    1.0,
                )
            )
        return out

    def _origins(self, article: str, sources: Sequence[str], how: How) -> tuple[StatementOrigin, ...]:
        if how.kind == "unattributed":
            return (StatementOrigin(None, "unattributed", "unattributed"),)
        if not sources:
            return (StatementOrigin(None, self._reports[article].outlet or article, "outlet"),)
        return tuple(
            StatementOrigin(s, self._actors[s][0], how.kind)
            if s in self._actors
            else StatementOrigin(None, s, how.kind)
            for s in sources
        )

    def _reading(self, id: str, r: _Report) -> Reading:
        article = Article(
            id,
            text_version(r.text),
            None,
            r.outlet,
            f"Title of {id}",
            r.published,
            "given" if r.published else "unknown",
            "en",
            r.read,
            r.kind,  # type: ignore[arg-type]
            None,
            None,
            None,
            r.agencies,
            None,
            r.text,
        )
        actors = tuple(
            Actor(f"{id}#{a}", name, kind, (name,), role, f"{id}#{of}" if of else None, COUNTRIES.get(name))
            for a, (name, kind, of, role) in self._actors.items()
        )
        return Reading(
            article,
            sentences=tuple(r.sentences),
            mentions=tuple(r.mentions),
            quantities=tuple(r.quantities),
            places=tuple(r.places),
            attributions=tuple(r.attributions),
            actors=actors,
            dates=tuple(r.dates),
            tolls=tuple(r.tolls),
            asides=tuple(r.asides),
        )

    def _figure(self, r: _Report, f: Figure, start: int) -> int:
        at = r.text.index(f.words, start)
        r.quantities.append(
            Quantity(at, at + len(f.words), f.words, f.value, f.low, f.high, f.relation, f.unit, f.counts, f.predicate)
        )
        return len(r.quantities) - 1

    def _place(self, r: _Report, name: str, start: int) -> int:
        at = r.text.index(name, start)
        lat = TOWNS.get(name, 50.0)
        r.places.append(Place(at, at + len(name), name, name, lat, 8.0, "XX", None, "city", "exact", None, "location"))
        return len(r.places) - 1

    @staticmethod
    def _part(text: str, start: int, end: int) -> Any:
        def found(words: str | None) -> Span | None:
            if words is None:
                return None
            at = text.index(words, start, end)
            return span(text, at, at + len(words))

        return found


def _source(at: int, name: str, actor: str | None) -> Any:
    from sayso.model.reading import SourceSpan

    return SourceSpan(at, at + len(name), name, actor, None)


def dated(value: str | None) -> EventDate | None:
    """A day, month or year with its bounds; a value without a year has none."""
    if value is None:
        return None
    if value.endswith("TNI"):
        return EventDate(value, value[:10], value[:10])
    if value.startswith("X"):
        return EventDate(value, None, None)
    if len(value) == 4:
        return EventDate(value, f"{value}-01-01", f"{value}-12-31")
    if len(value) == 7:
        last = monthrange(int(value[:4]), int(value[5:]))[1]
        return EventDate(value, f"{value}-01", f"{value}-{last}")
    return EventDate(value, value, value)


def names(found: Iterable[Any]) -> set[str]:
    return {x.name for x in found}
