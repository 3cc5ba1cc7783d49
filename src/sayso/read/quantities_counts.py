"""What a figure counts and what is said of it, by the parse: `3,000 of the troops`, `12 were injured`, `killing 12`."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from sayso.data.tables import parts, rows
from sayso.model.span import Range
from sayso.read.quantities_predicates import (
    DONE,
    HEADLINE,
    HUMAN_EVENTS,
    LIGHT_NOUNS,
    NOUNS,
    STATES,
    event_in,
    one_shot,
    phrase_end,
    predicate_of,
    state_behind,
)
from sayso.read.quantities_units import table
from sayso.read.tree import Token

_INSIDE = frozenset(("JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "VBN", "VBG", "HYPH", "POS", "AFX", "CD"))
_MODIFIERS = frozenset(("amod", "compound", "nmod", "poss"))
_MEASURING = frozenset(("pobj", "dobj", "attr", "prep", "npadvmod", "conj", "nummod", "ccomp", "dative"))
_DAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "tomorrow",
                   "yesterday", "tonight"))
# Endings of nouns for people; trusted only where something was done to them that is done to people.
_AGENTS = ("ers", "ors", "ians", "ees", "ants", "ists")
_LEFT = frozenset(("nummod", "amod", "compound", "det", "quantmod", "nmod", "poss", "npadvmod", "predet"))
_MOVING = frozenset((
    "rise", "climb", "reach", "stand", "be", "increase", "grow", "jump", "fall", "hit", "pass", "exceed", "top",
    "total", "go", "remain", "drop", "decline", "decrease", "swell", "surge", "number", "come", "mount", "soar",
    "surpass", "bring", "put", "raise", "push", "take", "approach", "near", "double", "average", "estimate",
    "revise", "set", "lower"))
# Nouns whose `of` gives their own size: `a population of 2,800`.
_SIZED = frozenset((
    "population", "toll", "crew", "workforce", "army", "force", "crowd", "staff", "audience", "membership",
    "garrison", "total", "average", "maximum", "minimum", "capacity", "record", "score", "quorum", "majority"))
_SIZED_PEOPLE = _SIZED - {"total", "average", "maximum", "minimum", "capacity", "record", "score"}


class Counted(NamedTuple):
    """What is counted as a stretch of text (None where no noun says it), whether it is people, the predicate.

    `others`: it counts `others`, who are what the figure before counted.
    """

    counts: Range | None
    people: bool
    predicate: str | None
    others: bool = False


@cache
def _peoples() -> frozenset[str]:
    """Plural names of peoples, in lower case."""
    return frozenset(name.lower() for row in rows("countries.tsv") for name in parts(row["people"]))


@cache
def _nationalities() -> frozenset[str]:
    """Nationality words that also name people (`12 Chinese`, `one American`), in lower case."""
    return frozenset(name.lower() for row in rows("countries.tsv") for name in parts(row["adjectives"]))


def counted(number: Token, last: Token, kind: str | None, is_taken: Callable[[Range], bool]) -> Counted:
    """What the figure counts. `number` is its head token in the parse, `last` the last token of its span.

    `kind` is that of its unit, None without one. With a unit only what stands behind `of` is counted (`20 tonnes of
    grain`), and behind `in` for money (`$5m in aid`).
    """
    unit = kind is not None
    if not unit and (part := _hyphened(last)) is not None:
        return Counted(part.range, _is_people(part) or part.lemma in _SIZED_PEOPLE, None)
    noun = None if unit else _noun(number, last, is_taken)
    if noun is not None:
        predicate, others = predicate_of(noun, number), noun.lower == "others"
        people = _is_people(noun) or (predicate in DONE and (others or noun.lower.endswith(_AGENTS)))
        return Counted((_first_of(noun, last), phrase_end(noun)), people, predicate, others)
    of = _object_of(number, last, ("of", "among") if kind is None else ("of", "in") if kind == "money" else ("of",))
    if of is not None:
        inner = None if of.pos == "PRON" or of.tag == "CD" else of
        predicate = predicate_of(number, number)
        people = not unit and (predicate in DONE if inner is None else _is_people(inner))
        return Counted(None if inner is None else (_begin(inner), phrase_end(inner)), people, predicate)
    if unit:
        return Counted(None, False, predicate_of(number, number))
    whole = number.head.head if number.dep == "pobj" and number.head.lower == "of" else None
    if whole is not None and whole.lemma in _SIZED and whole.i < number.i:
        predicate = event_in(whole) or predicate_of(whole, whole)
        return Counted((_begin(whole), whole.end), whole.lemma in _SIZED_PEOPLE, predicate)
    partial = whole is not None and whole.pos in (*NOUNS, "NUM") and whole.lemma not in LIGHT_NOUNS
    if partial and not _state_touches(last):
        predicate = predicate_of(number, number)
        return Counted(None, predicate in HUMAN_EVENTS, predicate)
    state = state_behind(last)
    if state is not None:
        return Counted(None, state in DONE, state)
    subject = _measured(number)
    if subject is not None:
        event = event_in(subject)
        return Counted((_begin(subject), phrase_end(subject)), event in HUMAN_EVENTS | DONE or _counts_people(subject),
                       event or predicate_of(number, number))
    predicate = predicate_of(number, number)
    if predicate is None and number.i > number.sentence.tokens[0].i:
        predicate = HEADLINE.get(number.sentence.tokens[number.i - number.sentence.tokens[0].i - 1].lower)
    return Counted(None, predicate in DONE, predicate)


def _state_touches(last: Token) -> bool:
    """`seven of the nine dead`: the state is the figure's own, not that of what it is part of."""
    k = last.i - last.sentence.tokens[0].i + 1
    return 0 < k < len(last.sentence.tokens) and last.sentence.tokens[k].lower in STATES


def _hyphened(last: Token) -> Token | None:
    """The `member` of `a 20-member delegation`: what the number is glued to, not the noun behind it, is counted."""
    tokens = last.sentence.tokens
    k = last.i - tokens[0].i + 1
    if not 0 < k < len(tokens) - 1 or tokens[k].text not in ("-", "‑") or tokens[k].start != last.end:
        return None
    part = tokens[k + 1]
    if part.lower == "strong":
        return part.head if part.head.pos in NOUNS and part.head.sentence is part.sentence else None
    return part if part.start == tokens[k].end and part.text.isalpha() else None


def _noun(number: Token, last: Token, is_taken: Callable[[Range], bool]) -> Token | None:
    """The noun the number stands before: the parse's, where no other words come between, else the next noun."""
    tokens = number.sentence.tokens
    k = last.i - tokens[0].i + 1
    found: Token | None = None
    while 0 < k < len(tokens) and k - (last.i - tokens[0].i) < 9:
        t = tokens[k]
        if t.tag not in _INSIDE and not (t.text in ("-", "/") or (t.text == "," and _adjectives(tokens, k))):
            break
        fate = t.lower in STATES and t.pos not in NOUNS and found is None and t.head is not number.head
        if is_taken(t.range) or t.lower in _DAYS or fate or (t.tag == "CD" and found is not None):
            break
        if t.tag in ("NN", "NNS", "NNP", "NNPS") and not (found is not None and t.lower in STATES):
            if t.head.tag in ("VBN", "VBG") and last.i < t.head.i < t.i:
                break
            found = t
            if t is number.head and (t.tag in ("NNS", "NNPS") or number.lower in ("one", "1")):
                break
        elif found is not None and t.tag in ("VBN", "VBG", "JJ", "JJR") and t.head is not number.head:
            break
        k += 1
    if found is None and number.dep in _LEFT and number.head.i > last.i and number.head.pos in ("NOUN", "PROPN", "ADJ"):
        near = number.head.i - last.i < 5 and number.head.sentence is last.sentence
        away = number.head.pos not in NOUNS or number.head.lower in _DAYS or is_taken(number.head.range)
        found = number.head if near and not away else None
    if found is None and 0 < (k := last.i - tokens[0].i + 1) < len(tokens) and tokens[k].lower in _nationalities():
        found = tokens[k]
    if found is not None and found.lower in STATES and found.tag != "NNS" and not one_shot(found, number):
        return None
    return found


def _adjectives(tokens: list[Token], k: int) -> bool:
    """Does a comma at `k` part two adjectives of one noun (`two tall, armed men`)?"""
    return 0 < k < len(tokens) - 1 and tokens[k - 1].tag == "JJ" and tokens[k + 1].tag == "JJ"


def _first_of(noun: Token, last: Token) -> int:
    tokens = noun.sentence.tokens
    k = last.i - tokens[0].i + 1
    while k < noun.i - tokens[0].i and not tokens[k].text[0].isalnum():
        k += 1
    return tokens[k].start


def _begin(noun: Token) -> int:
    """Where the noun's own phrase begins, articles left out."""
    first, tokens = noun, noun.sentence.tokens
    while True:
        left = next((c for c in (*first.lefts, *noun.lefts) if c.dep in _MODIFIERS and c.i == first.i - 1), None)
        if left is None or left.tag == "PRP$" or left.child("nummod") is not None:
            return first.start
        if tokens[max(0, left.i - 1 - tokens[0].i)].text == "-":
            return first.start
        first = left


def _object_of(number: Token, last: Token, words: tuple[str, ...]) -> Token | None:
    """The noun behind `of`, right after the figure: `3,000 of the troops`, `tonnes of grain`."""
    tokens = number.sentence.tokens
    k = last.i - tokens[0].i + 1
    if not 0 < k < len(tokens) or tokens[k].lower not in words or tokens[k].pos not in ("ADP", "SCONJ"):
        return None
    inner = tokens[k].child("pobj")
    return None if inner is not None and tokens[k].lower == "in" and (inner.pos != "NOUN" or inner.ent) else inner


def _is_people(noun: Token) -> bool:
    lower = noun.lower
    lemma = lower[:-1] if noun.tag.startswith("NNP") and lower.endswith("s") else noun.lemma.lower()
    known = table().people
    if lower in _peoples() or (lower in _nationalities() and not noun.rights):
        return True
    if lemma in known or lower in known or lemma.endswith(("man", "men", "woman", "women")):
        return True
    return lemma in HUMAN_EVENTS or (noun.tag in ("NNS", "NNPS") and lower.endswith("ists"))


def _counts_people(noun: Token) -> bool:
    of = next((c for c in noun.rights if c.dep == "prep" and c.lower == "of"), None)
    inner = of.child("pobj") if of is not None else None
    return inner is not None and _is_people(inner)


def _measured(number: Token) -> Token | None:
    """What a bare number measures: `the death toll rose to 12`, `bringing the number of dead to 12`."""
    t = number
    for _ in range(4):
        if t.head is t or t.dep not in _MEASURING:
            break
        t = t.head
        if t.pos in ("VERB", "AUX"):
            break
    if t.pos not in ("VERB", "AUX") or t.lemma not in _MOVING:
        return None
    kinds = ("NOUN",) if t.lemma == "be" else NOUNS
    for dep in ("dobj", "nsubj", "nsubjpass"):
        subject = t.child(dep)
        if subject is not None and subject.pos in kinds and subject is not number and subject.i < number.i:
            return subject
    return None
