"""Verbs by which somebody is said to have been killed or hurt, and on whom their harm fell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from sayso.read import casualties_words as w
from sayso.read.quantities_predicates import NOUNS
from sayso.read.tree import Token

Fate = Literal["killed", "harmed"]
SUBJECTS = ("nsubjpass", "nsubj")
_STATES = ("oprd", "acomp", "attr", "xcomp", "ccomp", "amod", "advcl", "advmod", "dobj")


class Hit(NamedTuple):
    """`who` is the head of the phrase for the one it befell; `doer` of the one who did it, where that is said.

    `own`: somebody did it to himself. `weak`: being taken to a hospital, which alone makes nobody a casualty.
    """

    who: Token
    fate: Fate
    word: Token
    doer: Token | None = None
    own: bool = False
    weak: bool = False


def by_verb(t: Token, lemma: str) -> Iterator[Hit]:
    """The harm that a verb tells of, none for other verbs."""
    if lemma in w.KILL | w.HARM or (lemma in w.STRIKE and _by_weapon(t)):
        fate: Fate = "killed" if lemma in w.KILL or _fatal(t) else "harmed"
        yield from _done_to(t, fate)
    elif lemma in w.DIE:
        if not w.NATURAL & {x.lower for c in t.children if c.dep in ("prep", "advmod") for x in c.subtree()[:5]}:
            yield from _befell(t, "killed")
    elif lemma in ("lose", "take", "claim", "cost", "end") and (life := t.child("dobj")) is not None and life.lemma == "life":
        yield from _life(t, life, lemma)
    elif _suicide(t, lemma):
        yield from (h._replace(own=True) for h in _befell(t, "killed"))
    elif lemma in w.SUFFER and (what := t.child("dobj")) is not None and _is_wound(what):
        fatal = any(x.lower in w.DEADLY for x in what.lefts)
        yield from _befell(t, "killed" if fatal else "harmed")
    elif lemma == "fight" and any(x.lower == "life" for c in t.all("prep") if c.lower == "for" for x in c.children):
        yield from _befell(t, "harmed")
    elif (state := _state(t)) is not None:
        who = t.child("nsubjpass") or (t.child("dobj") if t.child("dobj") is not state else None) or _subject(t)
        if who is not None:
            yield Hit(who, "killed" if state.lower in w.DEAD else "harmed", t)
    elif lemma in w.BRING and _to_care(t):
        passive = t.child("nsubjpass", "auxpass") is not None or t.dep == "acl"
        who = (_subject(t) if passive else t.child("dobj"))
        if who is not None:
            yield Hit(who, "harmed", t, weak=True)


def _done_to(t: Token, fate: Fate) -> Iterator[Hit]:
    """Those a verb of harm was done to: its object, the subject of its passive, the noun it is said of."""
    if t.lemma.lower() in ("gun", "mow") and not any(c.lower == "down" for c in t.children):
        return
    if t.dep == "amod":
        if t.tag == "VBN" and t.head.pos in NOUNS and t.head.lemma.lower() not in w.WOUNDS and t.lower not in w.DEAD | w.HURT:
            yield Hit(t.head, fate, t)
        return
    agent, thing = t.child("agent"), t.child("dobj")
    if t.child("nsubjpass", "auxpass") is not None or (t.tag == "VBN" and thing is None and not _has(t)):
        who = _subject(t) if t.dep != "acl" else t.head
        if who is not None:
            yield Hit(who, fate, t, agent.child("pobj") if agent is not None else None)
    elif thing is not None:
        yield from _object(t, thing, fate)
    elif t.tag in ("VBD", "VBN") and (who := _subject(t)) is not None and (_by_weapon(t) or _fatal(t)):
        yield Hit(who, fate, t)


def _object(t: Token, thing: Token, fate: Fate) -> Iterator[Hit]:
    """`shot his wife`, `shot himself`, `killed two men and himself`."""
    doer = _subject(t)
    if thing.lower not in w.SELVES:
        yield Hit(thing, fate, t, doer)
    elif doer is not None:
        yield Hit(doer, fate, t, doer, own=True)
    for x in thing.all("conj"):
        if thing.lower in w.SELVES:
            yield Hit(x, fate, t, doer)
        elif x.lower in w.SELVES and doer is not None:
            yield Hit(doer, fate, t, doer, own=True)


def _suicide(t: Token, lemma: str) -> bool:
    """`committed suicide`, `turned the gun on himself`."""
    what = t.child("dobj")
    if what is None:
        return False
    if lemma == "commit":
        return any(x.lower == "suicide" for x in what.subtree())
    return lemma == "turn" and (what.lower in w.GUNS or what.lower == "it") and any(x.lower in w.SELVES for x in t.subtree())


def _has(t: Token) -> bool:
    return any(c.lemma.lower() == "have" and c.dep == "aux" for c in t.children) and t.child("auxpass") is None


def _subject(t: Token) -> Token | None:
    """The verb's subject, or that of the verb it is joined or subordinate to."""
    for _ in range(4):
        subjects = t.all(*SUBJECTS)
        if subjects:
            # A dateline's town may be taken for a subject, too: the one next to the verb is its own.
            return next((s for s in reversed(subjects) if s.i < t.i), subjects[0])
        if t.dep == "xcomp" and (given := t.head.child("dobj")) is not None and given.i < t.i:
            return given
        if t.dep in ("acl", "relcl") and t.head.pos in (*NOUNS, "PRON", "NUM"):
            return t.head
        if t.dep in ("conj", "xcomp", "advcl", "pcomp", "ccomp", "dep", "prep") and t.head is not t:
            t = t.head
            while t.pos == "ADP" and t.head is not t:
                t = t.head
            continue
        return None
    return None


def _befell(t: Token, fate: Fate) -> Iterator[Hit]:
    who = _subject(t)
    if who is not None:
        yield Hit(who, fate, t)


def _life(t: Token, life: Token, lemma: str) -> Iterator[Hit]:
    owner = life.child("poss")
    if lemma == "lose":
        yield from _befell(t, "killed")
    elif any(c.lower == "own" for c in life.children):
        yield from (h._replace(own=True) for h in _befell(t, "killed"))
    elif lemma in ("claim", "take", "cost", "end"):
        of = next((c for c in life.children if c.lower == "of"), None)
        who = of.child("pobj") if of is not None else owner
        if who is not None and who.lower not in ("his", "her", "their"):
            yield Hit(who, "killed", t)


def _fatal(t: Token) -> bool:
    """`fatally shot`, `shot dead`, `shot to death`."""
    if any(c.lower in w.FATAL for c in t.children):
        return True
    return any(c.lower == "to" and (x := c.child("pobj")) is not None and x.lower == "death" for c in t.all("prep"))


def _by_weapon(t: Token) -> bool:
    for c in t.children:
        if c.dep in ("prep", "agent") and c.lower in ("in", "by", "through", "with", "near", "multiple"):
            below = {x.lower for x in c.subtree()[:6]} | {x.lemma.lower() for x in c.subtree()[:6]}
            if below & (w.BODY_PARTS | w.WEAPONS):
                return True
        if c.dep == "npadvmod" and c.lemma.lower() in ("time", "times"):
            return True
    return False


def _is_wound(t: Token) -> bool:
    return any(x.lemma.lower() in w.WOUNDS for x in t.conjuncts()) or t.lemma.lower() in w.WOUNDS


def _state(t: Token) -> Token | None:
    """The state that the verb ascribes: `was pronounced dead`, `is in critical condition`, `found with a wound`."""
    if t.lemma.lower() not in w.CARRY and t.lemma.lower() not in ("list", "recover", "hospitalize", "hospitalise"):
        return None
    for c in t.children:
        if c.i > t.i and c.dep in _STATES and c.lower in w.DEAD | w.HURT and c.child(*SUBJECTS) is None:
            return c
        if c.dep == "prep" and c.lower in ("in", "with", "from") and (x := c.child("pobj")) is not None:
            if x.lower == "condition" and any(y.lower in w.CONDITIONS for y in x.subtree()):
                return x
            if c.lower != "in" and _is_wound(x):
                return x
        if c.dep in ("acl", "advcl", "xcomp") and c.lemma.lower() == "suffer":
            return c
    return t if t.lemma.lower().startswith("hospitali") and t.child("auxpass") is not None else None


def _to_care(t: Token) -> bool:
    """`taken to a hospital`, `treated for a wound`."""
    for c in t.children:
        if c.dep in ("prep", "dative", "agent") and c.lower in ("to", "at", "for", "into", "by"):
            below = {x.lemma.lower() for x in c.subtree()[:9]}
            if below & w.CARE or (c.lower == "for" and below & w.WOUNDS):
                return True
    return t.lemma.lower().startswith("hospitali")
