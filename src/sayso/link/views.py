"""What claim matching looks at of a statement: one flat view of it, across articles."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import log
from typing import Literal

from sayso.data.tables import rows
from sayso.link.stems import Rarity, stem, stems
from sayso.model.link import LinkedActor
from sayso.model.reading import Attribution, Mention, Place, Quantity, Reading, Response
from sayso.model.span import Span, overlaps
from sayso.model.statement import EventDate, Passing, Statement

Modality = Literal["told", "planned", "conditional", "wanted"]

_NUMBER = re.compile(r"\d[\d,.]*")
_AHEAD = frozenset(("decide", "plan", "intend", "agree", "prepare", "want", "hope", "aim", "vow", "pledge", "promise",
                    "threaten", "offer", "seek", "expect", "propose", "consider"))


@dataclass(frozen=True, slots=True)
class View:
    """A statement as matching sees it, or one thing that it tells in passing (`passing`, an index into its own list).

    `text` are its own words and `words` their stems; `actors` linked ids, `roots` those they speak for in the end;
    `where` its narrowest places; `days` the first and last day of its date; `figures` its quantities; `origins` the
    bodies (linked ids, or names) it rests on in the end.
    """

    statement: Statement
    text: str
    sentence: int
    words: frozenset[str]
    predicate: str
    agent: frozenset[str]
    agent_roots: frozenset[str]
    patient: frozenset[str]
    actors: frozenset[str]
    roots: frozenset[str]
    places: frozenset[str]
    where: frozenset[str]
    country: str | None
    days: tuple[str, str] | None
    figures: tuple[Quantity, ...]
    modality: Modality
    response: Response | None
    act: str
    origins: frozenset[str]
    numbers: frozenset[str]
    passing: int | None = None
    nominal: bool = False

    @property
    def id(self) -> str:
        return self.statement.id

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of happening that its verb may tell (`data/event_classes.tsv`)."""
        return _kinds().get(self.predicate, frozenset())

    @property
    def article(self) -> str:
        return self.statement.article


def views(reading: Reading, linked: Mapping[str, LinkedActor], by_id: Mapping[str, LinkedActor]) -> list[View]:
    """One view a statement. `linked` maps local actor ids to linked actors, `by_id` linked ids to them."""
    attributions = {a.id: a for a in reading.attributions}
    out = []
    starts = [x.start for x in reading.sentences]
    by_sentence: dict[int, list[Mention]] = {}
    for m in reading.mentions:
        by_sentence.setdefault(bisect_right(starts, m.start) - 1, []).append(m)
    for s in reading.statements:
        inner = attributions[s.attributions[-1]] if s.attributions else None
        actors = {linked[a].id for a in s.actors if a in linked}
        at = {(m.start, m.end): linked[m.actor].id for m in by_sentence.get(_sentence(s, reading), ())
              if m.actor is not None and m.actor in linked}
        figures = tuple(reading.quantities[k] for k in s.quantities)
        own = _text(s, reading, inner, linked, by_id)
        agent = _named(s.event.agent, at)
        whole = View(
            statement=s, text=own, sentence=_sentence(s, reading), words=frozenset(stems(own)),
            predicate=stem(s.event.predicate), agent=agent, agent_roots=frozenset(root(a, by_id) for a in agent),
            patient=_named(s.event.patient, at), actors=frozenset(actors), roots=frozenset(root(a, by_id) for a in actors),
            places=_places(s.places, reading), where=_where(s.places, reading), country=_country(s.places, reading),
            days=_days(s.date), figures=figures, modality=_modality(s, inner.act if inner else "assert"),
            response=inner.response if inner else None, act=inner.act if inner else "assert",
            origins=frozenset(_origin(o.actor, o.name, linked, by_id) for o in s.origins),
            numbers=frozenset(_NUMBER.findall(own)))
        out.append(whole)
        if whole.response is None:
            out.extend(_passing(whole, k, p, reading, {linked[a].id for a in p.actors if a in linked}, at, by_id)
                       for k, p in enumerate(s.passing))
    return out


def _passing(whole: View, k: int, p: Passing, reading: Reading, actors: set[str], at: Mapping[tuple[int, int], str],
             by_id: Mapping[str, LinkedActor]) -> View:
    agent = _named(p.event.agent, at)
    return replace(
        whole, text=p.text, words=frozenset(stems(p.text)), predicate=stem(p.event.predicate), agent=agent,
        agent_roots=frozenset(root(a, by_id) for a in agent), patient=_named(p.event.patient, at), actors=frozenset(actors),
        roots=frozenset(root(a, by_id) for a in actors), places=_places(p.places, reading), where=_where(p.places, reading),
        country=_country(p.places, reading), days=_days(p.date), figures=tuple(reading.quantities[q] for q in p.quantities),
        modality="told", numbers=frozenset(_NUMBER.findall(p.text)), passing=k, nominal=p.nominal)


def own_words(s: Statement, reading: Reading) -> str:
    """The statement's own words, without those of clauses that are statements of their own."""
    return " ".join(reading.article.text[a:b] for a, b in s.spans)


def _text(s: Statement, reading: Reading, inner: Attribution | None, linked: Mapping[str, LinkedActor],
          by_id: Mapping[str, LinkedActor]) -> str:
    """Own words; whoever denies doing a thing is put back as its doer ("denies sending troops")."""
    own = own_words(s, reading)
    if inner is not None and inner.response == "denies" and s.event.agent is None:
        doers = [by_id[root(linked[o.actor].id, by_id)].name for o in s.origins if o.actor is not None and o.actor in linked]
        return f"{doers[0]} {own}" if doers else own
    return own


def _sentence(s: Statement, reading: Reading) -> int:
    return bisect_right(reading.sentences, s.start, key=lambda x: x.start) - 1


def root(actor: str, by_id: Mapping[str, LinkedActor]) -> str:
    """The last of those an actor speaks for: a spokesman's ministry's country."""
    seen: set[str] = set()
    while actor in by_id and by_id[actor].of is not None and actor not in seen:
        seen.add(actor)
        actor = by_id[actor].of or actor
    return actor


@cache
def _kinds() -> dict[str, frozenset[str]]:
    out: dict[str, set[str]] = {}
    for row in rows("event_classes.tsv"):
        for verb in row["verbs"].split():
            out.setdefault(stem(verb), set()).add(row["class"])
    return {k: frozenset(v) for k, v in out.items()}


def rarity(all_views: Sequence[View]) -> Rarity:
    """How telling each stem is within these statements: the logarithm of how seldom it occurs."""
    n = len(all_views)
    counts = Counter(w for v in all_views for w in v.words)
    return Rarity({w: log(1 + n / c) for w, c in counts.items()})


def _named(part: Span | None, at: Mapping[tuple[int, int], str]) -> frozenset[str]:
    if part is None:
        return frozenset()
    return frozenset(a for r, a in at.items() if overlaps(r, part.range))


def _places(indexes: Sequence[int], reading: Reading) -> frozenset[str]:
    return frozenset(_place(p) for k in indexes if (p := reading.places[k]).role == "location")


def _place(p: Place) -> str:
    return str(p.geonameid) if p.geonameid is not None else p.name.lower()


def _where(indexes: Sequence[int], reading: Reading) -> frozenset[str]:
    """The narrowest of its places: a country only where no place inside it is named."""
    places = [p for k in indexes if (p := reading.places[k]).role == "location"]
    narrow = [p for p in places if p.kind != "country" or not any(q.country == p.country and q is not p and q.kind != "country"
                                                                   for q in places)]
    return frozenset(_place(p) for p in narrow)


def _country(indexes: Sequence[int], reading: Reading) -> str | None:
    """The one country it names as the place, where it names no place inside it; None otherwise."""
    places = [p for k in indexes if (p := reading.places[k]).role == "location"]
    codes = {p.country for p in places}
    return codes.pop() if len(codes) == 1 and all(p.kind == "country" for p in places) else None


def _days(date: EventDate | None) -> tuple[str, str] | None:
    if date is None or date.start is None or date.end is None:
        return None
    return (date.start[:10], date.end[:10])


def _modality(s: Statement, act: str) -> Modality:
    if s.condition is not None:
        return "conditional"
    if s.scheduled or act in ("threaten", "promise"):
        return "planned"
    if act in ("want", "demand", "ask"):
        return "wanted"
    return "planned" if s.event.predicate in _AHEAD else "told"


def _origin(actor: str | None, name: str, linked: Mapping[str, LinkedActor], by_id: Mapping[str, LinkedActor]) -> str:
    return root(linked[actor].id, by_id) if actor is not None and actor in linked else name
