"""Statements: the propositions of each sentence, each on its chain of attribution."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.data.agencies import agency
from sayso.model.article import Article
from sayso.model.ids import local_id
from sayso.model.reading import Actor, DateExpression, Mention, Place, Quantity
from sayso.model.span import Range, overlaps, span
from sayso.model.statement import Event, EventDate, Statement, StatementOrigin
from sayso.read.attributions import Attributed
from sayso.read.conditions import certainty, condition, planned, polarity, spans_of
from sayso.read.cues import cue_of
from sayso.read.dates import interval
from sayso.read.evidence import is_evidence
from sayso.read.frames import phrase, ranges
from sayso.read.tree import Sentence, Token, Tree
from sayso.read.units import Unit, units

# What somebody merely thinks of a thing is no proposition of its own; the sentence that tells it is.
_NOUN_ACTS = frozenset(("assert", "confirm", "deny", "accuse", "warn", "threaten", "promise", "demand", "refuse"))
_NOBODY = frozenset(("many", "some", "others", "most", "few", "several", "everyone", "everybody", "anyone", "nobody", "people",
                     "critics", "observers", "reporters", "journalists", "you", "one", "which", "that", "this", "there"))
_TIMED = ("DATE", "TIME")


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
    by_id = {a.attribution.id: a for a in found.attributed}
    out: list[Statement] = []
    seen: set[tuple[object, ...]] = set()
    for sentence in tree.sentences:
        for unit, chain in _propositions(sentence, found, by_id):
            s = _statement(tree.text, unit, chain, found, len(out) + 1)
            if s is not None and (key := (s.spans, s.origins)) not in seen:
                seen.add(key)
                out.append(s)
    return out


def _propositions(sentence: Sentence, found: Found,
                  by_id: dict[str, Attributed]) -> Iterator[tuple[Unit, list[Attributed]]]:
    here = [a for a in found.attributed if a.frame.content and any(overlaps(r, sentence.range) for r in a.frame.content)]
    regions, own = _regions(sentence, here)
    cues = {t.i for a in found.attributed for t in a.frame.cue if t.sentence is sentence}
    given: list[tuple[Unit, list[Attributed]]] = []
    scaffold = _scaffold(sentence, found)
    for a, tokens in regions:
        chain = _chain(a, by_id)
        found_here = units(tokens)
        told = [u for u in found_here if u.head.i not in cues or _tells_more(u, scaffold)]
        given.extend((u, [] if _is_aside(u, a) else chain) for u in (told if told or len(regions) > 1 else found_here))
    for u in units(own):
        left = [t for t in u.tokens if t.i not in scaffold] if given else list(u.tokens)
        words = [t for t in left if t.pos not in ("PUNCT", "SPACE", "CCONJ")]
        if u.head.i in cues or _introduces(u, cues) or not _substantial(u, bool(given)) or (len(left) < len(u.tokens) and len(words) <= 4):
            continue
        given.append((u, []))
    if not given:
        around = min(here, key=lambda a: a.frame.range[1] - a.frame.range[0], default=None)
        whole = units(sentence.tokens)
        given = [(Unit(whole[0].head, tuple(sentence.tokens)), _chain(around, by_id) if around else [])]
    given.sort(key=lambda x: x[0].tokens[0].i)
    yield from given


def _tells_more(u: Unit, scaffold: set[int]) -> bool:
    """`it had warned the ministry in April that …`: that somebody spoke is itself told, with whom and when."""
    return sum(t.i not in scaffold and t.pos not in ("PUNCT", "SPACE", "CCONJ", "SCONJ") for t in u.tokens) >= 4


def _is_aside(u: Unit, a: Attributed) -> bool:
    """A relative clause after a comma in indirect speech is what the outlet adds, unless quoted."""
    return u.head.dep == "relcl" and not any(overlaps(u.head.range, r) for r in a.attribution.verbatim)


def _introduces(u: Unit, cues: set[int]) -> bool:
    """`X reported on the same day, stating "…"`: a verb of speech whose content another cue carries."""
    cue = cue_of(u.head, "V")
    return cue is not None and "q" in cue.frames and any(t.i in cues for c in u.head.children for t in (c, *c.children))


def _scaffold(sentence: Sentence, found: Found) -> set[int]:
    """The tokens of sources and cues: they say who speaks, and nothing of their own."""
    out: set[int] = set()
    for a in found.attributed:
        if a.frame.cue and a.frame.cue[0].sentence is sentence:
            out |= {t.i for t in a.frame.cue}
            for s in {a.frame.source, *a.frame.sources} - {None}:
                out |= {t.i for t in phrase(s)} if s is not None else set()
    return out


def _regions(sentence: Sentence, here: Sequence[Attributed]) -> tuple[list[tuple[Attributed, list[Token]]], list[Token]]:
    """The sentence's tokens by the innermost attribution whose content they are, and those of nobody's."""
    inner: dict[int, list[Token]] = {}
    own: list[Token] = []
    usable = [(k, a) for k, a in enumerate(here) if _has_proposition(sentence, a)]
    sizes = [sum(e - s for s, e in a.frame.content) for a in here]
    for t in sentence.tokens:
        holding = [k for k, a in usable if a.frame.covers(t.range)]
        if holding:
            inner.setdefault(min(holding, key=lambda k: (sizes[k], -k)), []).append(t)
        else:
            own.append(t)
    return [(here[k], tokens) for k, tokens in sorted(inner.items(), key=lambda x: x[1][0].i)], own


def _has_proposition(sentence: Sentence, a: Attributed) -> bool:
    tokens = {t.i: t for t in sentence.tokens if a.frame.covers(t.range)}
    tops = [t for t in tokens.values() if t.is_root or t.head.i not in tokens]
    if any(t.pos in ("VERB", "AUX") or (t.dep == "prep" and any(c.dep == "pcomp" for c in t.children)) for t in tops):
        return True
    return bool(tokens) and (a.attribution.act in _NOUN_ACTS or (bool(a.attribution.verbatim) and a.frame.quoted))


def _substantial(u: Unit, beside: bool) -> bool:
    """A clause that tells something; what is left of a reporting clause is not."""
    words = [t for t in u.tokens if t.pos not in ("PUNCT", "SPACE", "CCONJ")]
    if u.head.pos in ("VERB", "AUX") and len(words) >= 3:
        return True
    return not beside and bool(words)


def _chain(a: Attributed, by_id: dict[str, Attributed]) -> list[Attributed]:
    """The attribution and those around it, outermost first."""
    out = [a]
    while out[0].attribution.parent is not None:
        out.insert(0, by_id[out[0].attribution.parent])
    return out


def _statement(text: str, u: Unit, chain: list[Attributed], found: Found, number: int) -> Statement | None:
    spans = tuple(ranges(list(u.tokens)))
    if not spans:
        tokens = [t for t in u.tokens if not t.text.isspace()]
        if not tokens:
            return None
        spans = ((tokens[0].start, tokens[-1].end),)
    start, end = spans[0][0], spans[-1][1]
    cond = condition(u, text)
    grade, hedges = certainty(u, cond is not None)
    innermost = chain[-1].attribution if chain else None
    if innermost is not None:
        if innermost.response in ("does-not-deny", "does-not-confirm", "declines", "does-not-know", "does-not-say",
                                  "could-not-verify", "no-answer") or innermost.act in ("ask", "want", "demand"):
            grade = "unknown"
        elif innermost.act == "expect" and grade == "certain":
            grade = "probable"
        elif innermost.rule == "R6" and grade == "certain":
            grade = "unknown"
    sign = polarity(u)
    if innermost is not None and innermost.response == "denies":
        sign = "negative" if sign == "positive" else "positive"
    date = _date(u, spans, found.dates)
    origins = _origins(chain, found)
    return Statement(
        id=local_id(found.article.id, "s", number), article=found.article.id, start=start, end=end, text=text[start:end],
        spans=spans, attributions=tuple(a.attribution.id for a in chain), origins=origins, event=_event(text, u),
        polarity=sign, certainty=grade, hedges=spans_of(hedges, text), condition=cond,
        scheduled=sign == "positive" and date is not None and planned(u) and not _past(date, found.article.published),
        date=date, said_on=next((a.attribution.said_on for a in reversed(chain) if a.attribution.said_on), None),
        quantities=_touching(found.quantities, spans), places=_touching(found.places, spans),
        actors=tuple(dict.fromkeys(m.actor for m in found.mentions if m.actor and _in(m.start, m.end, spans))),
        inferred=any(a.attribution.inferred for a in chain))


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
            return (StatementOrigin(None, a.frame.source.text.lower(), "unattributed"),)
        if a.actors:
            return tuple(_origin(x, found) for x in a.actors)
        source = a.frame.source
        if source is not None and is_evidence(source):
            return (StatementOrigin(None, " ".join(t.text for t in phrase(source)), "evidence"),)
    innermost = chain[-1]
    if innermost.attribution.source is None:
        return (StatementOrigin(None, "unattributed", "unattributed"),)
    return (StatementOrigin(None, innermost.attribution.source.text, "unattributed"),)


def _origin(actor: str, found: Found) -> StatementOrigin:
    name = found.actors[actor].name if actor in found.actors else actor
    return StatementOrigin(actor, name, "agency" if agency(name) else "actor")


def _event(text: str, u: Unit) -> Event:
    h = u.head
    inside = {t.i for t in u.tokens}

    def words(t: Token | None) -> list[Token]:
        return [x for x in phrase(t) if x.i in inside] if t is not None else []

    passive = h.child("auxpass", "nsubjpass") is not None
    agent = h.child("agent") if passive else h.child("nsubj", "csubj")
    if agent is not None and agent.dep == "agent":
        agent = agent.child("pobj")
    patient = h.child("nsubjpass") if passive else h.child("dobj", "attr", "dative")
    if h.pos in ("NOUN", "PROPN"):
        agent = h.child("poss")
        of = next((c for c in h.children if c.dep == "prep" and c.lower == "of"), None)
        patient = of.child("pobj") if of else None
    if h.dep == "relcl" and h.head.pos in ("NOUN", "PROPN", "PRON"):
        who = next((c for c in h.children if c.lower in ("who", "which", "that") and c.dep in ("nsubj", "nsubjpass")), None)
        if who is not None:
            before = {t.i for t in h.head.subtree() if t.i < h.subtree()[0].i}
            inside |= before
            agent, patient = (agent, h.head) if passive else (h.head, patient)
            words_before = [x for x in phrase(h.head) if x.i in before]
            named = span(text, words_before[0].start, words_before[-1].end) if words_before else None
            other = words(agent if passive else patient)
            rest = span(text, other[0].start, other[-1].end) if other else None
            return Event(h.lemma.lower(), rest if passive else named, named if passive else rest)
    if h.dep == "conj" and agent is None and not passive and h.head.pos in ("VERB", "AUX"):
        agent = h.head.child("nsubj")
        inside |= {t.i for t in phrase(agent)} if agent is not None else set()
    a, p = words(agent), words(patient)
    return Event(h.lemma.lower(), span(text, a[0].start, a[-1].end) if a else None,
                 span(text, p[0].start, p[-1].end) if p else None)


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


def _touching(items: Sequence[Quantity] | Sequence[Place], spans: Sequence[Range]) -> tuple[int, ...]:
    return tuple(k for k, x in enumerate(items) if _in(x.start, x.end, spans))


def _in(start: int, end: int, spans: Sequence[Range]) -> bool:
    return any(overlaps((start, end), r) for r in spans)
