"""Certainty, polarity, condition and plan of one proposition, with the scope of the verb they govern."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model.span import Span, span
from sayso.model.statement import Certainty, Polarity
from sayso.read.frames import ranges
from sayso.read.tree import Token
from sayso.read.units import Unit, is_condition

_POSSIBLE = frozenset(("may", "might", "could", "possibly", "perhaps", "maybe", "potentially", "conceivably"))
_POSSIBLE_WORDS = frozenset(("possible", "possibility", "risk", "potential", "chance", "conceivable"))
_PROBABLE = frozenset(("likely", "probably", "presumably", "apparently", "seemingly", "evidently", "probable", "expected",
                       "believed", "thought", "appears", "appear", "appeared", "seems", "seem", "seemed", "suspected"))
_HEARSAY = frozenset(("reportedly", "allegedly", "supposedly", "purportedly", "rumored", "rumoured", "alleged", "reported",
                      "suspected", "ostensibly", "unconfirmed"))
_FUTURE = frozenset(("will", "shall", "’ll", "'ll", "wo"))
_OBLIGED = frozenset(("must", "shall"))
_PLANNED = frozenset(("due", "set", "scheduled", "expected", "slated", "planned", "poised", "bound", "supposed", "planning",
                      "plans", "plan", "planned", "intends", "intend"))
_NEGATIVE = frozenset(("no", "nobody", "none", "nothing", "neither", "never", "nor", "without"))
_FAIL = frozenset(("fail", "refuse", "decline", "avoid", "refrain", "lack", "cease"))
_PREPOSITIONAL = (("in", "the", "event", "of"), ("in", "case", "of"), ("depending", "on"), ("depending", "upon"),
                  ("subject", "to"), ("on", "condition", "that"), ("provided", "that"), ("as", "long", "as"),
                  ("contingent", "on"), ("in", "the", "absence", "of"), ("in", "the", "event", "that"))

_BY_FIRST = {first: tuple(words for words in _PREPOSITIONAL if words[0] == first) for first, *_ in _PREPOSITIONAL}


def polarity(unit: Unit) -> Polarity:
    """Negative where the verb is negated, its subject or object is `no …`, or it is a verb of not doing."""
    h = unit.head
    negations = sum(1 for c in h.children if c.dep == "neg" or c.lower in ("never", "neither"))
    for c in h.children:
        if c.dep in ("nsubj", "nsubjpass", "dobj", "attr") and (
                c.lower in _NEGATIVE or any(x.dep == "det" and x.lower in ("no", "neither") for x in c.children)):
            negations += 1
    if h.lemma in _FAIL and h.child("xcomp") is not None:
        negations += 1
    return "negative" if negations % 2 else "positive"


def certainty(unit: Unit, condition: bool) -> tuple[Certainty, list[Token]]:
    """FactBank's scale from the words that govern the verb, and those words."""
    hedges: list[Token] = []
    grade: Certainty = "certain"
    order: list[Certainty] = ["certain", "probable", "possible", "unknown"]
    for t in unit.tokens:
        level = _level(t, unit.head)
        if level is not None:
            hedges.append(t)
            if order.index(level) > order.index(grade):
                grade = level
    if condition and grade == "certain":
        grade = "possible"
    if unit.head.sentence.tokens[-1].text == "?" and grade == "certain":
        grade = "unknown"
    return grade, hedges


def _level(t: Token, head: Token) -> Certainty | None:
    if t.lower == "could" and any(c.dep == "neg" for c in t.head.children):
        return None  # what could not be done was not done
    if t.lower in _POSSIBLE and (t.pos in ("AUX", "ADV") or t.dep in ("aux", "advmod")) and _governs(t, head):
        return "possible"
    if t.lower in _POSSIBLE_WORDS and t.dep in ("acomp", "attr", "ROOT"):
        return "possible"
    if t.lower in _HEARSAY and (t.tag in ("RB", "JJ", "NNP") and t.dep in ("advmod", "amod")):
        return "unknown"
    if t.lower in _PROBABLE and (t.dep in ("advmod", "acomp", "ROOT") or t is head or t.head is head) and t.tag != "VBN":
        return "probable"
    if t.lower in ("believed", "thought", "suspected", "expected", "said", "reported", "understood", "rumored", "rumoured") \
            and t.tag == "VBN" and t.child("xcomp") is not None:
        return "probable" if t.lower != "said" else "unknown"
    return None


def _governs(t: Token, head: Token) -> bool:
    return t.head is head or head in list(t.head.ancestors())[:2] or t.head.dep in ("xcomp", "ccomp", "conj")


def condition(unit: Unit, text: str) -> Span | None:
    """The words that say under which condition the proposition holds, as one span; None without one."""
    for t in unit.tokens:
        if t.pos in ("VERB", "AUX") and t.dep in ("advcl", "ccomp") and t is not unit.head and is_condition(t):
            inside = {x.i for x in unit.tokens}
            found = ranges([x for x in t.subtree() if x.i in inside])
            if found:
                return span(text, found[0][0], found[-1][1])
    lowers = [t.lower for t in unit.tokens]
    for k in range(len(lowers)):
        if lowers[k] == "if" and k + 1 < len(lowers) and lowers[k + 1] in ("so", "not"):
            return span(text, unit.tokens[k].start, unit.tokens[k + 1].end)
        for words in _BY_FIRST.get(lowers[k], ()):
            if tuple(lowers[k:k + len(words)]) == words:
                t = unit.tokens[k]
                inside = {x.i for x in unit.tokens}
                top = t if len(t.subtree()) > 2 else t.head
                tokens = [x for x in top.subtree() if x.i in inside and x.i >= t.i]
                end = tokens[-1].end if tokens else t.end
                return span(text, t.start, max(end, unit.tokens[k + len(words) - 1].end))
    return None


def planned(unit: Unit) -> bool:
    """Does the proposition speak of what is still to come: `will`, `must`, `is due to`, `is expected to`?"""
    for t in unit.tokens:
        if t.lower in _FUTURE and t.dep in ("aux", "ROOT", "auxpass"):
            return True
        if t.lower in _OBLIGED and t.dep == "aux":
            return True
        if t.lower in _PLANNED and (t is unit.head or t.head is unit.head or t.dep == "acomp") and (
                any(c.dep in ("xcomp", "prep") for c in t.children)):
            return True
        if t.lemma == "be" and t.tag in ("VBZ", "VBP") and t is unit.head and (x := t.child("xcomp")) is not None \
                and any(c.lower == "to" for c in x.children):
            return True
    return False


def spans_of(tokens: Sequence[Token], text: str) -> tuple[Span, ...]:
    """The spans of single tokens."""
    return tuple(span(text, t.start, t.end) for t in tokens)
