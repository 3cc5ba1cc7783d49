"""Who is meant by a phrase for somebody harmed: how many, by what name, of which sex and age."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.data import titles
from sayso.model.reading import Quantity
from sayso.model.span import Range
from sayso.read import casualties_words as w
from sayso.read.names import Names
from sayso.read.quantities_predicates import NOUNS
from sayso.read.quantities_units import table
from sayso.read.tree import Token

Kind = Literal["name", "pronoun", "definite", "indefinite", "count"]
_AGE = re.compile(r"^(\d{1,3})(?:-year-old)?s?$")
_SMALL = {w: k for k, w in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)}
_BEFORE = frozenset(("det", "nummod", "amod", "compound", "poss", "nmod", "npadvmod", "predet", "advmod"))
_PERSONAL = ("er", "or", "ist", "ian", "ant", "eer", "ee")
_THINGS = frozenset(("helicopter", "computer", "number", "tiger", "trailer", "cruiser", "power", "plant", "motor", "river", "order",
                     "elephant", "career", "disaster", "other", "shelter", "tree", "either", "summer", "winter", "committee"))
_FEW = {"couple": 2, "pair": 2, "duo": 2, "trio": 3, "twins": 2, "parents": 2}


@dataclass(slots=True)
class Described:
    """A phrase: `number` of people, None where it is plural and does not say; 0 for `nobody`. `range`: its text."""

    kind: Kind
    number: int | None
    range: Range
    head: Token
    name: str | None = None
    actor: str | None = None
    sex: str | None = None
    age: int | None = None
    young: bool | None = None
    noun: str = ""
    other: bool = False
    attacker: bool = False
    owner: bool = False
    speech: bool = False


class Describer:
    """Describes phrases of one article by its names and its figures."""

    def __init__(self, names: Names, quantities: Sequence[Quantity]) -> None:
        self._names = names
        self._called = {a.id: a.name for a in names.actors}
        self._people = [q for q in quantities if q.unit == "person" and q.value is not None]
        self._starts = [q.start for q in self._people]

    def describe(self, head: Token, sure: bool) -> Described | None:
        """What the phrase says of the people it stands for; None where it stands for none.

        `sure`: what befell it befalls people, so that a noun such as `potter` is one of them.
        """
        lower, lemma = head.lower, head.lemma.lower()
        if head.pos == "PRON" or head.tag in ("PRP", "WP", "DT", "CD") or head.pos == "NUM" or lower == "one":
            return self._pronoun(head)
        if head.pos not in NOUNS and not _is_age(head) and lemma not in table().people:
            return None
        left = [x for x in head.subtree() if x.i < head.i]
        words = {x.lower for x in left}
        name = self._name(head)
        if name is None and not (self._is_person(head) or (sure and _may_be_person(head))):
            return None
        number = self._number(head, words)
        dets = {x.lower for x in head.lefts if x.dep in ("det", "poss")} | {x.lower for x in head.lefts if x.tag == "PRP$"}
        owned = head.child("poss") is not None
        if dets & {"any", "every", "each"}:
            return None
        if "no" in dets:
            number = 0
        kind: Kind = "name" if name is not None else "definite" if owned or dets & {"the", "this", "that", "these"} else (
            "count" if number != 1 or self._numeral(head) is not None else
            "indefinite" if dets & {"a", "an", "another", "one"} or _is_age(head) or head.dep == "conj" else "definite")
        out = Described(kind, number, (self._first(head), head.end), head, noun=lemma, owner=owned)
        out.other = bool({x.lower for x in head.lefts} & w.OTHERS) or lower in w.OTHERS
        out.speech = any(x.lower in ("my", "our", "your") for x in head.lefts)
        out.attacker = lemma in w.ATTACKERS or lower in w.ATTACKERS
        out.sex = "m" if lower in w.MALE else "f" if lower in w.FEMALE else None
        out.young = True if lower in w.YOUNG else None
        self._fill(out, name, head)
        return out

    def _fill(self, out: Described, name: tuple[str, str | None] | None, head: Token) -> None:
        near = [x for x in head.children if x.dep == "appos"]
        if name is None and out.number == 1:
            named = next((n for x in near if (n := self._name(x)) is not None), None)
            if named is not None:
                name, out.kind = named, "name"
        if name is not None:
            out.name, out.actor = name
            if out.sex is None and out.actor is not None and " " in out.name:
                out.sex = self._names.gender(out.actor)
        out.age = _aged(head, near, name is not None)

    def _pronoun(self, head: Token) -> Described | None:
        lower = head.lower
        span = (head.start, head.end)
        if lower in ("he", "him", "she", "her"):
            return Described("pronoun", 1, span, head, sex="m" if lower in w.MALE else "f")
        if lower in ("they", "them", "all", "everyone", "others", "some", "several", "many", "most"):
            return Described("pronoun", None, span, head, other=lower == "others")
        if lower in ("both", "either"):
            return Described("pronoun", 2 if lower == "both" else None, span, head)
        if lower in ("nobody", "none") or (lower == "one" and any(c.lower == "no" for c in head.lefts)):
            return Described("count", 0, (self._first(head), head.end), head)
        number = _SMALL.get(lower) or self._numeral(head)
        if number is not None or lower in ("one", "another"):
            before = head.sentence.tokens[max(0, head.i - 1 - head.sentence.tokens[0].i)].lower
            other = before in w.OTHERS or lower == "another" or any(c.lower in ("other", "others", "more") for c in head.children)
            return Described("count", number if number is not None else 1, span, head, other=other)
        return None

    def _numeral(self, head: Token) -> int | None:
        """The figure of people that stands in the phrase."""
        first = self._first(head)
        for q in self._people[bisect_left(self._starts, first - 24):bisect_left(self._starts, head.end)]:
            holds = q.start <= head.start < q.end or any(c.dep == "nummod" and q.start <= c.start < q.end for c in head.children)
            if holds and q.value is not None and q.value == int(q.value):
                return int(q.value)
        word = next((c.lower for c in (*head.lefts, head) if c.dep == "nummod" or c.tag == "CD"), "")
        return _SMALL.get(word)

    def _number(self, head: Token, words: set[str]) -> int | None:
        found = self._numeral(head)
        if found is not None:
            return found
        if head.lower in _FEW:
            return _FEW[head.lower]
        if "both" in words:
            return 2
        return None if head.tag in ("NNS", "NNPS") or head.lower in ("family", "crew", "staff", "couple") else 1

    @staticmethod
    def _first(head: Token) -> int:
        lefts = [x for x in head.lefts if x.dep in _BEFORE]
        return lefts[0].first.start if lefts else head.start

    def _name(self, head: Token) -> tuple[str, str | None] | None:
        """The name of a person that the phrase ends in, and his actor."""
        actor = self._names.actor_at(head)
        if head.tag not in ("NNP", "NNPS") or not head.text[:1].isupper() or (len(head.text) > 3 and head.text.isupper()):
            return None
        if actor is not None and self._names.kind(actor) == "person":
            return self._called[actor], actor
        if actor is not None or head.ent[2:] != "PERSON":
            return None
        run = [x.text for x in head.lefts if x.dep == "compound" and x.tag == "NNP" and x.ent[2:] == "PERSON"]
        return " ".join([*run, head.text]), None

    @staticmethod
    def _is_person(head: Token) -> bool:
        lower, lemma = head.lower, head.lemma.lower()
        if _is_age(head) or lemma in w.KIN | w.VICTIMS or lower in w.MALE | w.FEMALE:
            return True
        if lower == "others":
            return head.child("nummod") is not None
        return lemma in table().people or lower in table().people or lower in _FEW or lemma in w.ATTACKERS or lower == "family"


def _may_be_person(head: Token) -> bool:
    """A noun formed as those for people are: a title or role, `potter`, `violinist`."""
    lemma = head.lemma.lower()
    return titles.title(lemma) is not None or (head.tag in ("NN", "NNS") and len(lemma) > 4 and lemma.endswith(_PERSONAL)
                                               and lemma not in _THINGS)


def _aged(head: Token, near: Sequence[Token], named: bool) -> int | None:
    """The age in years: `Ann Roe, 34`, `a 34-year-old`; a bare number before a noun is how many."""
    for c in (*head.children, *near):
        for x in c.subtree() if c.dep not in ("conj", "relcl", "prep") else ():
            m = _AGE.match(x.lower) if abs(x.i - head.i) < 9 else None
            if m is None or not (x.lower.endswith("-year-old") or x.dep in ("appos", "npadvmod", "nummod") or x in near):
                continue
            if (x.dep != "nummod" or x.head is not head or named) and int(m[1]) < 110:
                return int(m[1])
    return _hyphened(head)


def _is_age(head: Token) -> bool:
    """`the 3-year-old`: somebody known by his age alone, whole or cut at the hyphens."""
    if head.lower.endswith(("-year-old", "-year-olds", "-month-old")):
        return True
    return head.lower in ("old", "olds") and any(c.lower in ("year", "month", "years") for c in head.lefts)


def _hyphened(head: Token) -> int | None:
    """The age in `19-year-old man`, which the parser leaves whole or cuts at its hyphens."""
    tokens = head.sentence.tokens
    at = head.i - tokens[0].i
    around = "".join(t.text if t.text in "-–" else f" {t.text} " for t in tokens[max(0, at - 8):at + 1])
    m = re.findall(r"(\d{1,3})\s*-\s*(year|month|week|day)s?\s*-\s*old", around)
    if not m:
        return None
    return int(m[-1][0]) if m[-1][1] == "year" else 0
