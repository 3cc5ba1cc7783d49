"""What happens in a proposition: its verb or noun, who does it and to whom; and what its phrases tell in passing.

`schoolgirls abducted in 2014 have been released`: the clause tells a release, and its subject, in passing, an abduction.
Both are claims that other reports may make with a verb of their own, so both are kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from sayso.data.tables import rows
from sayso.model.span import Span, span
from sayso.model.statement import Event
from sayso.read.frames import phrase
from sayso.read.tree import Token
from sayso.read.units import Unit, is_condition

_WHO = frozenset(("who", "which", "that"))
_NONE = frozenset(("no", "any", "neither"))
# What is wanted, planned or feared has not happened: its noun tells of nothing.
_UNREAL = frozenset(("demand", "seek", "want", "plan", "propose", "urge", "call", "prevent", "avoid", "threaten", "promise",
                     "consider", "hope", "fear", "await", "expect", "request", "ask", "oppose", "need", "pledge", "vow", "warn",
                     "risk", "offer"))
# `were confirmed dead`, `left five injured`: what happened is told by the state that is left behind.
_COMES_OUT = frozenset(("be", "confirm", "find", "declare", "pronounce", "report", "leave"))
_STATES = {"dead": "die", "injured": "injure", "wounded": "wound", "missing": "miss"}
_WHERE = frozenset(("of", "by", "on", "in", "at"))
_KNOWN = frozenset(("the", "this", "that"))
_MOST = 4


def event_of(text: str, u: Unit) -> Event:
    """The event of a proposition; agent and patient stand in it, or before it where it shares them."""
    h = u.head
    inside = {t.i for t in u.tokens}
    if h.pos in ("NOUN", "PROPN"):
        agent, patient = _of_noun(h)
    else:
        agent, patient, shared = _of_verb(h)
        for t in shared:
            inside |= {x.i for x in _before(t, h)}

    def words(t: Token | None) -> Span | None:
        found = [x for x in phrase(t) if x.i in inside] if t is not None else []
        if t is h.head and h.dep in ("acl", "relcl"):  # the clause says what its noun does; it is no part of its name
            found = [x for x in found if x.i < h.first.i]
        return span(text, found[0].start, found[-1].end) if found else None
    return Event(_lemma(h), words(agent), words(patient))


def passing(u: Unit) -> Iterator[Unit]:
    """What the proposition's phrases tell in passing: participles and relative clauses on a noun, nouns that name a happening.

    Each with all its words inside the proposition; only what has somebody or something in it besides itself.
    """
    inside = {t.i for t in u.tokens}
    found = 0
    for t in u.tokens:
        if t is u.head or found == _MOST or not (_verbal(t) or _nominal(t)):
            continue
        tokens = [x for x in t.subtree() if x.i in inside]
        if _verbal(t):
            tokens = sorted({x.i: x for x in [*_before(t.head, t), *tokens] if x.i in inside}.values(), key=lambda x: x.i)
        if len(tokens) > 1 and len(tokens) < len(inside):
            found += 1
            yield Unit(t, tuple(tokens))


def _verbal(t: Token) -> bool:
    if t.pos not in ("VERB", "AUX") or t.head.pos not in ("NOUN", "PROPN", "PRON", "NUM"):
        return False
    if t.dep == "acl":
        return t.tag in ("VBN", "VBG", "VBD") and len(t.children) > 0
    return t.dep == "relcl" and not is_condition(t)


def _nominal(t: Token) -> bool:
    if t.pos != "NOUN" or t.lower not in _nouns() or t.dep in ("compound", "npadvmod"):
        return False
    if any(c.dep == "det" and c.lower in _NONE for c in t.children) or any(a.lemma in _UNREAL for a in list(t.ancestors())[:2]):
        return False
    return any(c.dep in ("poss", "compound", "relcl", "acl", "nummod") or (c.dep == "prep" and c.lower in _WHERE)
               or (c.dep == "det" and c.lower in _KNOWN) for c in t.children)


def _lemma(h: Token) -> str:
    state = h.child("oprd", "acomp", "advcl")
    if state is not None and state.lower in _STATES and h.lemma in _COMES_OUT and h.pos in ("VERB", "AUX"):
        return _STATES[state.lower]
    return _nouns().get(h.lower, h.lemma.lower()) if h.pos == "NOUN" else h.lemma.lower()


def _of_verb(h: Token) -> tuple[Token | None, Token | None, list[Token]]:
    """Agent, patient, and those of them that stand outside the clause, with which it shares them."""
    passive = h.child("auxpass", "nsubjpass") is not None or (h.dep == "acl" and h.tag in ("VBN", "VBD"))
    agent = h.child("agent") if passive else h.child("nsubj", "csubj")
    if agent is not None and agent.dep == "agent":
        agent = agent.child("pobj")
    patient = h.child("nsubjpass") if passive else h.child("dobj", "attr", "dative")
    whose = h.head
    if h.dep == "acl" and whose.pos in ("NOUN", "PROPN", "PRON", "NUM"):
        return (agent, whose, [whose]) if passive else (whose, patient, [whose])
    if h.dep == "relcl" and whose.pos in ("NOUN", "PROPN", "PRON"):
        who = next((c for c in h.children if c.lower in _WHO and c.dep in ("nsubj", "nsubjpass")), None)
        if who is not None:
            return (agent, whose, [whose]) if passive else (whose, patient, [whose])
    if h.dep == "conj" and (patient if passive else agent) is None and whose.pos in ("VERB", "AUX"):
        shared = whose.child("nsubj", "nsubjpass")
        if shared is not None:
            return (agent, shared, [shared]) if passive else (shared, patient, [shared])
    return agent, patient, []


def _of_noun(h: Token) -> tuple[Token | None, Token | None]:
    """`Iran's seizure of the ship`, `the ship's seizure by Iran`, `the truck attack on the market`."""
    owner, by = h.child("poss"), _under(h, "by")
    of = _under(h, "of") or _under(h, "on") or _under(h, "against")
    if by is not None:
        return by, of or owner
    return owner, of


def _under(h: Token, preposition: str) -> Token | None:
    p = next((c for c in h.children if c.dep == "prep" and c.lower == preposition), None)
    return p.child("pobj") if p is not None else None


def _before(noun: Token, clause: Token) -> list[Token]:
    """The noun's phrase up to the clause that hangs on it or shares it."""
    start = clause.first.i
    return [t for t in noun.subtree() if t.i < start] if noun is clause.head and clause.dep in ("acl", "relcl") else phrase(noun)


@cache
def _nouns() -> dict[str, str]:
    """Noun -> verb; a plural stands beside its singular."""
    out = {}
    for row in rows("event_nouns.tsv"):
        out[row["noun"]] = row["verb"]
        out.setdefault(row["noun"] + "s", row["verb"])
    return out
