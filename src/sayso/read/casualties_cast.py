"""The people of one article to whom harm was done, each taken up again by name, description or pronoun."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sayso.read import casualties_words as w
from sayso.read.casualties_hits import Fate, Hit
from sayso.read.casualties_people import Described
from sayso.read.tree import Token

NEAR = 4


@dataclass(slots=True)
class Told:
    """One phrase for one or more people with what befell them; `sentence` and `word` are indexes."""

    who: Described
    hit: Hit
    sentence: int


@dataclass(slots=True)
class Person:
    """One person, or a group whose members are not told apart."""

    told: list[Told] = field(default_factory=list)
    name: str | None = None
    actor: str | None = None
    sex: str | None = None
    age: int | None = None
    young: bool | None = None
    nouns: set[str] = field(default_factory=set)
    number: int = 1
    killed: bool = False
    harmed: bool = False
    cared: bool = False
    attacker: bool = False
    other: bool = False

    def add(self, t: Told) -> None:
        self.told.append(t)
        d = t.who
        self.name, self.actor = self.name or d.name, self.actor or d.actor
        self.sex, self.young = self.sex or d.sex, self.young if self.young is not None else d.young
        self.age = self.age if self.age is not None else d.age
        self.nouns.add(d.noun)
        self.attacker |= d.attacker
        self.other |= d.other
        if t.hit.weak:
            self.cared = True
        elif t.hit.fate == "killed":
            self.killed = True
        else:
            self.harmed = True

    def may_be(self, d: Described) -> bool:
        """Does nothing in the description speak against this person?"""
        if self.sex and d.sex and self.sex != d.sex:
            return False
        if self.age is not None and d.age is not None and self.age != d.age:
            return False
        age = self.age if self.age is not None else d.age
        grown = bool((self.nouns | {d.noun}) & w.GROWN)
        if (self.young or d.young) and (grown or (age is not None and age > 19)):
            return False
        return not (grown and age is not None and age < 16)


def same_name(a: str, b: str) -> bool:
    """Two forms of one name: equal, or one of them the other's last word."""
    x, y = a.lower().split(), b.lower().split()
    if not x or not y:
        return False
    if len(x) == 1 or len(y) == 1:
        return x[-1] == y[-1] or x[0] == y[0]
    short, long = sorted((x, y), key=len)
    return long[-len(short):] == short or (x[-1] == y[-1] and x[0][0] == y[0][0])


class Cast:
    """The persons and groups of an article, in the order they come up."""

    def __init__(self) -> None:
        self.people: list[Person] = []
        self.groups: list[Person] = []
        self.zeros: list[Told] = []

    def take(self, t: Told, together: Iterable[Person]) -> Person | None:
        """The person that the phrase stands for, made if there is none; `together`: those told of with him, who are others."""
        d = t.who
        if d.number == 0:
            if not d.other:
                self.zeros.append(t)
            return None
        if d.number != 1:
            return self._group(t)
        apart = list(together)
        if not self.people and not self.groups and d.kind != "count":
            d.other = False  # `the murder of another teen`: another than the one accused
        known = self._known(t, apart)
        if known is None:
            if d.kind == "pronoun" or (t.hit.weak and d.kind == "count") or (d.kind == "definite" and self._is_taken_up(d)):
                return None
            known = Person()
            self.people.append(known)
        known.add(t)
        return known

    def _is_taken_up(self, d: Described) -> bool:
        """`the teen` takes up somebody told of already, though it is not clear whom; `his wife` need not."""
        return bool(self.people) and not d.owner and not d.attacker and not d.other

    def blame(self, doer: Token) -> None:
        """Marks whoever did harm to others, where he came to harm himself."""
        for p in self.people:
            if any(t.who.head is doer or (t.who.name and t.who.head.lower == doer.lower) for t in p.told):
                p.attacker = True

    def _group(self, t: Told) -> Person | None:
        d = t.who
        if d.number is None:
            return None
        p = Person(number=d.number)
        p.add(t)
        self.groups.append(p)
        return p

    def _known(self, t: Told, apart: list[Person]) -> Person | None:
        d = t.who
        free = [p for p in reversed(self.people) if not any(p is x for x in apart)]
        if d.kind == "name":
            named = next((p for p in free if (d.actor and p.actor == d.actor) or (
                p.name and d.name and same_name(p.name, d.name))), None)
            if named is not None:
                return named
            return next((p for p in free if p.name is None and p.may_be(d) and not p.other), None)
        if d.other:
            return None
        if d.kind == "pronoun":
            return next((p for p in free if p.may_be(d) and t.sentence - p.told[-1].sentence <= NEAR), None)
        if d.speech and free:
            return free[0]
        if d.noun in w.KIN and d.owner:
            kin = next((p for p in free if d.noun in p.nouns), None)
            return kin or next((p for p in free if p.may_be(d) and p.name is None and not p.nouns & w.KIN and (
                p.sex is not None or p.young is not None)), None)
        if d.attacker:
            return next((p for p in free if p.attacker), None)
        able = [p for p in free if p.may_be(d) and not p.attacker]
        alike = [p for p in able if (d.age is not None and p.age == d.age) or d.noun in p.nouns]
        return next(iter([*alike, *able]), None)


def fate_of(p: Person) -> Fate | None:
    """What befell the person in the end; None where he was only taken to a hospital."""
    return "killed" if p.killed else "harmed" if p.harmed else None
