"""Where a sentence says that somebody was killed or hurt: the word for the one it befell, and which of the two."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.read import casualties_words as w
from sayso.read.casualties_verbs import SUBJECTS, Fate, Hit, by_verb
from sayso.read.quantities_predicates import NOUNS
from sayso.read.tree import Sentence, Token

__all__ = ["Fate", "Hit", "hits"]


def hits(sentence: Sentence) -> Iterator[Hit]:
    """Every harm told in the sentence as having happened, one for each of several joined by `and`."""
    for t in sentence.tokens:
        for h in _at(t):
            if not _unreal(h.word):
                doer = _antecedent(h.doer) if h.doer is not None else None
                yield from (h._replace(who=x, doer=doer) for x in _joined(h.who))


def _joined(who: Token) -> list[Token]:
    """The phrase's head and those coordinated with it; a relative pronoun gives way to the noun it stands for."""
    others = [x for x in who.conjuncts() if x.pos not in ("VERB", "AUX") and (x is who or not _told_apart(x))]
    return [_antecedent(x) for x in others] or [who]


def _told_apart(t: Token) -> bool:
    """`leaving two dead and a wounded girl`: what is said of the first is not said of the girl."""
    return any(c.lower in w.HURT | w.DEAD for c in t.all("amod"))


def _antecedent(t: Token) -> Token:
    if t.lower in ("who", "that", "which", "whom"):
        verb = next((a for a in t.ancestors() if a.dep == "relcl"), None)
        if verb is not None:
            return verb.head
    return t


def _at(t: Token) -> Iterator[Hit]:
    lemma = t.lemma.lower()
    if t.tag.startswith("VB") or (t.tag == "JJ" and t.lower in w.HURT and t.dep in ("ROOT", "acl")):
        yield from by_verb(t, lemma)
    elif t.pos in NOUNS:
        yield from _noun(t, lemma)
    if t.lower in w.DEAD | w.HURT and t.dep == "amod" and t.head.pos in NOUNS and t.head.lemma.lower() not in w.WOUNDS:
        yield Hit(t.head, "killed" if t.lower in w.DEAD else "harmed", t)


def _noun(t: Token, lemma: str) -> Iterator[Hit]:
    if lemma in w.DEATHS | w.SHOOTINGS | w.BODIES:
        before = {x.lower for x in t.lefts}
        if before & {"attempted", "alleged", "possible"} or (lemma == "body" and t.dep == "compound"):
            return
        fate: Fate = "killed" if lemma in w.DEATHS | w.BODIES or before & w.DEADLY else "harmed"
        of = next((c for c in t.rights if c.dep == "prep" and c.lower == "of"), None)
        who = of.child("pobj") if of is not None else None
        owner = t.child("poss")
        if who is None and owner is not None and lemma not in w.SHOOTINGS and owner.pos != "PRON":
            who = owner
        if who is not None:
            yield Hit(who, fate, t)
    elif lemma in w.VICTIMS:
        before = {x.lemma.lower() for x in t.lefts}
        if before & {"homicide", "murder"} or before & w.DEADLY or lemma == "fatality":
            yield Hit(t, "killed", t)
        elif before & {"shooting", "gunshot", "stabbing", "wounded", "injured"}:
            yield Hit(t, "harmed", t, weak=lemma == "casualty")
    elif lemma in ("deceased", "dead", "wounded", "injured") and any(c.lower == "the" for c in t.lefts):
        yield Hit(t, "killed" if lemma in w.DEAD else "harmed", t)


def _unreal(t: Token) -> bool:
    """Is it denied, wished, feared or supposed rather than told?"""
    at = t
    for _ in range(6):
        if any(c.dep == "neg" or (c.dep == "aux" and c.lower in w.UNREAL) for c in at.children):
            return True
        if any(c.dep in ("mark", "advmod") and c.lower in ("if", "unless", "whether") and c.i < at.i for c in at.children):
            return True
        if at.dep not in ("xcomp", "conj", "pcomp", "prep", "auxpass", "dobj", "pobj", "compound") or at.head is at:
            return False
        to = at.dep == "xcomp" and any(c.lower == "to" and c.dep == "aux" for c in at.children)
        if at.dep == "conj" and (at.child(*SUBJECTS) is not None or at.pos in NOUNS):
            return False
        at = at.head
        if to and at.lemma.lower() in w.INTENT:
            return True
        if at.pos in NOUNS and at.lemma.lower() in ("attempt", "threat", "plan", "effort", "plot", "risk", "fear"):
            return True
    return False
