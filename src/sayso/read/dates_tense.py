"""Which way a date points: at what has been, or at what is to come. Read from the verb that governs it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from sayso.read.tree import Token

Direction = Literal["past", "future"]
_WILL = frozenset(("will", "'ll", "’ll", "shall", "would", "'d", "wo", "must"))
_PLAN = frozenset(("plan", "schedule", "slate"))
_PRESENT = frozenset(("be", "being", "is", "are", "'s", "’s", "'re", "’re"))
_DUE = frozenset(("due", "set", "scheduled", "expected", "slated", "planned", "poised", "likely", "going", "about",
                  "supposed", "ready"))
_AIM = frozenset(("plan", "hope", "intend", "want", "aim", "expect", "schedule", "propose", "agree", "vow", "promise",
                  "pledge", "prepare", "invite", "ask", "urge", "order", "seek", "decide", "need", "have", "call"))
# What is fixed beforehand: in the present tense these speak of a day to come (`the trial resumes Thursday`).
_TIMETABLED = frozenset(("air", "arrive", "begin", "close", "come", "convene", "debut", "depart", "end", "expire", "face",
                         "finish", "go", "host", "kick", "leave", "meet", "open", "play", "premiere", "reconvene", "reopen",
                         "resume", "retire", "return", "start", "take", "travel", "turn", "visit", "vote"))
# What is put off or brought forward comes on the new day, though the decision has been (`was postponed to Friday`).
_MOVED = frozenset(("adjourn", "delay", "extend", "move", "postpone", "push", "reschedule"))
_ORDINALS = frozenset(("first", "second", "third", "last", "latest", "next", "only"))
_UNTIL = frozenset(("until", "till"))
_COMPLEMENTS = frozenset(("xcomp", "ccomp", "advcl", "acl", "pcomp", "relcl"))
_DEPTH = 12


def direction(tokens: Sequence[Token]) -> Direction | None:
    """`past` or `future` by the nearest verb above these tokens, None where there is none that tells.

    Under `will meet`, `is due to`, `plans to`, `is meeting` a day is to come; under a past tense it has been.
    """
    if not tokens:
        return None
    inside = {t.i for t in tokens}
    possessive = any(t.dep == "poss" and t.head.i not in inside for t in tokens)
    top = next((t for t in tokens if t.head.i not in inside or t.is_root), tokens[-1])
    until = False
    for k, t in enumerate(top.ancestors()):
        if k >= _DEPTH:
            return None
        until = until or t.lower in _UNTIL
        if t.lower == "through":
            return None
        if t.lower in ("to", *_UNTIL) and t.pos == "ADP" and t.head.lemma in _MOVED:
            return "future"
        if t.lower in ("due", "scheduled", "slated", "effective") and t.pos == "ADJ":
            return "past" if _had_been(t) else "future"
        if t.pos in ("VERB", "AUX") and t.i not in inside:
            found = _of_verb(t) if not possessive or t.tag != "VB" or t.dep not in _COMPLEMENTS else None
            if until:
                return "past" if _not_yet(t) else "future"
            if found:
                return found
    return None


def _not_yet(verb: Token) -> bool:
    """`until Thursday nobody had been charged`: the day has been."""
    return any(c.lower == "had" or c.dep == "neg" for c in verb.children) and verb.tag in ("VBN", "VBD", "VB")


def _had_been(plan: Token) -> bool:
    """`had been due Monday`: told when the day is over."""
    be = plan.head if plan.head.lemma == "be" else plan
    return "had" in {c.lower for c in be.children if c.dep in ("aux", "auxpass")}


def _of_verb(verb: Token) -> Direction | None:
    helpers = [c for c in verb.children if c.dep in ("aux", "auxpass") or c.tag == "MD"]
    words = {c.lower for c in helpers}
    if words & _WILL:
        return "past" if "have" in words and "would" not in words else "future"
    tag = "VB" if verb.tag == "VBN" and "to" in words and "have" not in words else verb.tag
    if tag in ("VB", "VBG") and verb.dep in _COMPLEMENTS:
        return _of_infinitive(verb, words)
    if tag == "VB":
        return "future" if words & {"may", "can", "could", "might", "should", "to"} else None
    if verb.lower in _DUE and "to" not in words and words & {"is", "are", "'s", "’s", "’re", "'re"}:
        return "future"
    if tag == "VBD":
        return "future" if verb.lemma in _PLAN else "past"
    if tag in ("VBZ", "VBP") and not helpers:
        return "future" if verb.lemma in _TIMETABLED else None
    if tag == "VBN":
        if verb.lemma in _PLAN and "had" not in words:
            return "future"
        return "past" if words - _PRESENT or not helpers else None
    if tag == "VBG":
        return "future" if words & {"is", "are", "'s", "’s", "'re", "’re"} else ("past" if words else None)
    return None


def _of_infinitive(verb: Token, words: set[str]) -> Direction | None:
    """`plans to meet Thursday` is to come, `began to meet Thursday` has been: the verb above decides."""
    above = verb.head
    if verb.tag != "VBG" and "to" in words:
        if any(c.lower in _ORDINALS for c in above.children) or above.lower in _ORDINALS:
            return None
        if above.lower in _DUE and _had_been(above):
            return "past"
        if above.lower in _DUE or above.lemma in _AIM or above.lemma == "be" or above.pos in ("NOUN", "PROPN", "ADJ"):
            return "future"
    return None
