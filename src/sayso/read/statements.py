"""Statements: the propositions of each sentence, each on its chain of attribution."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.data.agencies import agency
from sayso.model.article import Article
from sayso.model.ids import local_id
from sayso.model.reading import Actor, DateExpression, Mention, Place, Quantity
from sayso.model.span import Range, Span, overlaps
from sayso.model.statement import EventDate, Passing, Statement, StatementOrigin
from sayso.read.attributions import Attributed
from sayso.read.conditions import certainty, condition, planned, polarity, spans_of
from sayso.read.dates import interval
from sayso.read.events import event_of, passing
from sayso.read.evidence import is_evidence
from sayso.read.frames import phrase, ranges
from sayso.read.propositions import Spoken, propositions
from sayso.read.tree import Sentence, Tree
from sayso.read.units import Unit

_RELATIVE = ("which", "that")
_NOBODY = frozenset(("many", "some", "others", "most", "few", "several", "everyone", "everybody", "anyone", "nobody", "people",
                     "critics", "observers", "reporters", "journalists", "you", "one", "this", "there", *_RELATIVE))
_TIMED = ("DATE", "TIME")
UNATTRIBUTED = "unattributed"


@dataclass(frozen=True, slots=True)
class Found:
    """What else was found in the article, each list in text order."""

    article: Article
    by_agency: str | None
    attributed: Sequence[Attributed]
    dates: Sequence[DateExpression]
    quantities: Sequence[Quantity]
    places: Sequence[Place]
    mentions: Sequence[Mention]
    actors: dict[str, Actor]


def find_statements(tree: Tree, found: Found) -> list[Statement]:
    """At least one statement a sentence, in text order; ids are `<article>#s1` and on."""
    spoken = Spoken(tree, found.attributed)
    out: list[Statement] = []
    seen: set[tuple[object, ...]] = set()
    for sentence in tree.sentences:
        near = _Near(sentence, found)
        for unit, chain in propositions(sentence, spoken):
            s = _statement(tree.text, unit, chain, near, len(out) + 1)
            if (key := (s.spans, s.origins)) not in seen:
                seen.add(key)
                out.append(s)
    return out


class _Near:
    """What was found in one sentence, with the indexes into the article's lists."""

    def __init__(self, sentence: Sentence, found: Found) -> None:
        self.found = found
        self.dates = [found.dates[k] for k in _within(found.dates, sentence)]
        self.quantities = [(k, found.quantities[k]) for k in _within(found.quantities, sentence)]
        self.places = [(k, found.places[k]) for k in _within(found.places, sentence)]
        self.mentions = [found.mentions[k] for k in _within(found.mentions, sentence)]


def _within(items: Sequence[Span], sentence: Sentence) -> range:
    """The indexes of the items that begin in the sentence; items are in text order."""
    return range(bisect_left(items, sentence.start, key=_start), bisect_left(items, sentence.end, key=_start))


def _start(x: Span) -> int:
    return x.start


def _statement(text: str, u: Unit, chain: list[Attributed], near: _Near, number: int) -> Statement:
    spans = tuple(ranges(list(u.tokens)))
    if not spans:
        tokens = [t for t in u.tokens if not t.text.isspace()] or list(u.tokens)
        spans = ((tokens[0].start, tokens[-1].end),)
    start, end = spans[0][0], spans[-1][1]
    cond = condition(u, text)
    grade, hedges = certainty(u, cond is not None)
    innermost = chain[-1].attribution if chain else None
    if innermost is not None:
        if innermost.response in ("does-not-deny", "does-not-confirm", "declines", "does-not-know", "does-not-say",
                                  "could-not-verify", "no-answer") or innermost.act in ("ask", "want", "demand"):
            grade = "unknown"
        elif innermost.act in ("expect", "promise", "threaten") and grade == "certain":
            grade = "probable"
        elif innermost.rule == "R6" and grade == "certain":
            grade = "unknown"
    sign = polarity(u)
    if innermost is not None and (innermost.response == "denies" or (innermost.act == "refuse" and innermost.response is None)):
        sign = "negative" if sign == "positive" else "positive"
    date = _date(u, spans, near.dates)
    origins = _origins(chain, near.found)
    return Statement(
        id=local_id(near.found.article.id, "s", number), article=near.found.article.id, start=start, end=end, text=text[start:end],
        spans=spans, attributions=tuple(a.attribution.id for a in chain), origins=origins, event=event_of(text, u),
        polarity=sign, certainty=grade, hedges=spans_of(hedges, text), condition=cond,
        scheduled=sign == "positive" and date is not None and planned(u) and not _past(date, near.found.article.published),
        date=date, said_on=next((a.attribution.said_on for a in reversed(chain) if a.attribution.said_on), None),
        quantities=_touching(near.quantities, spans), places=_touching(near.places, spans),
        actors=tuple(dict.fromkeys(m.actor for m in near.mentions if m.actor and _in(m.start, m.end, spans))),
        inferred=any(a.attribution.inferred for a in chain), passing=tuple(_passing(text, p, near) for p in passing(u)))


def _passing(text: str, u: Unit, near: _Near) -> Passing:
    spans = tuple(ranges(list(u.tokens)))
    start, end = spans[0][0], spans[-1][1]
    return Passing(start, end, text[start:end], event_of(text, u), _date(u, spans, near.dates), _touching(near.quantities, spans),
                   _touching(near.places, spans),
                   tuple(dict.fromkeys(m.actor for m in near.mentions if m.actor and _in(m.start, m.end, spans))),
                   u.head.pos == "NOUN")


def _origins(chain: list[Attributed], found: Found) -> tuple[StatementOrigin, ...]:
    if not chain:
        article = found.article
        if article.kind != "report" and article.speaker:
            return (StatementOrigin(None, article.speaker, "actor"),)
        if found.by_agency:
            return (StatementOrigin(None, found.by_agency, "agency"),)
        return (StatementOrigin(None, article.outlet or article.id, "outlet"),)
    for a in reversed(chain):
        if a.frame.source is not None and a.frame.source.lower in _NOBODY:
            word = a.frame.source.lower
            return (StatementOrigin(None, _unresolved(a) if word in _RELATIVE else word, "unattributed"),)
        if a.actors:
            return tuple(_origin(x, found) for x in a.actors)
        source = a.frame.source
        if source is not None and is_evidence(source):
            return (StatementOrigin(None, " ".join(t.text for t in phrase(source)), "evidence"),)
    return (StatementOrigin(None, _unresolved(chain[-1]), "unattributed"),)


def _unresolved(a: Attributed) -> str:
    """What a source of nobody's is called: its words, those that a relative word stands for; a pronoun says nothing."""
    source = a.frame.source
    if source is None or a.attribution.source is None:
        return UNATTRIBUTED
    if source.pos not in ("PRON", "DET", "SCONJ"):
        return a.attribution.source.text
    noun = next((t.head for t in (source, *source.ancestors()) if t.dep == "relcl"), None)
    return " ".join(t.text for t in phrase(noun) if t.i < source.i) if noun is not None and noun.i < source.i else UNATTRIBUTED


def _origin(actor: str, found: Found) -> StatementOrigin:
    name = found.actors[actor].name if actor in found.actors else actor
    return StatementOrigin(actor, name, "agency" if agency(name) else "actor")


def _date(u: Unit, spans: Sequence[Range], dates: Sequence[DateExpression]) -> EventDate | None:
    """The date in the clause that hangs nearest to its verb."""
    here = [d for d in dates if d.type in _TIMED and _in(d.start, d.end, spans) and d.value[:1].isdigit() | d.value.startswith("XXXX")]
    if not here:
        return None

    def depth(d: DateExpression) -> tuple[int, int]:
        tokens = [t for t in u.tokens if overlaps(t.range, (d.start, d.end))]
        n = 50
        for t in tokens:
            k, x = 0, t
            while x is not u.head and not x.is_root and k < 50:
                x, k = x.head, k + 1
            n = min(n, k)
        return n, d.start
    best = min(here, key=depth)
    bounds = interval(best.value)
    return EventDate(best.value, *(bounds or (None, None)))


def _past(date: EventDate, published: str | None) -> bool:
    return date.end is not None and published is not None and len(published) >= 10 and date.end[:10] < published[:10]


def _touching(items: Sequence[tuple[int, Span]], spans: Sequence[Range]) -> tuple[int, ...]:
    return tuple(k for k, x in items if _in(x.start, x.end, spans))


def _in(start: int, end: int, spans: Sequence[Range]) -> bool:
    return any(overlaps((start, end), r) for r in spans)
