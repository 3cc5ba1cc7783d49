"""The actors of one article as they become known, and which of them a mention means.

Method: names first, by their full forms over the whole article; then every mention in text order, short forms and
descriptions going to the last one mentioned that they fit. Where several fit equally a description stays on its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from sayso.data import countries, titles
from sayso.data.wording import content_words, initials, person_key
from sayso.data.wording import folded as fold
from sayso.model.reading import ActorKind
from sayso.read.names_found import Found, is_subject
from sayso.read.tree import Token

_OTHER = frozenset(("another", "second", "third", "other", "fourth"))
_DEFINITE = frozenset(("the", "this", "that", "its", "their", "his", "her", "these", "those"))
_NEAR = 2
_WEIGHT = {"table": 10, "title": 10, "body": 10, "parser": 2, "shape": 1}
_COMPANY = frozenset(("company", "firm", "corporation", "organization", "organisation", "group"))


@dataclass(slots=True, eq=False)
class Entry:
    """An actor under way. `seen` are its mentions as (sentence index, token index), the last at the end."""

    kind: ActorKind
    first: int
    name: str = ""
    names: dict[str, None] = field(default_factory=dict)
    key: tuple[str, ...] = ()
    role: str | None = None
    heads: set[str] = field(default_factory=set)
    of: Entry | None = None
    code: str | None = None
    country: str | None = None
    words: frozenset[str] = frozenset()
    acronyms: set[str] = field(default_factory=set)
    described: bool = False
    plural: bool = False
    seen: list[tuple[int, int]] = field(default_factory=list)
    genders: Counter[str] = field(default_factory=Counter)
    kinds: Counter[ActorKind] = field(default_factory=Counter)
    full: int = 0

    def acronyms_only(self) -> bool:
        """Is it known by capitals alone, so that a description beside them says more?"""
        return all(n.replace(".", "").isupper() and " " not in n for n in (self.name, *self.names))

    def nation(self) -> str | None:
        """The country it speaks for, up the chain; a country's own code."""
        at: Entry | None = self
        for _ in range(6):
            if at is None:
                return None
            if at.code or at.country:
                return at.code or at.country
            at = at.of
        return None


class Book:
    """The entries of one article."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self._countries: dict[str, Entry] = {}

    # what is known before reading on ------------------------------------------------------------------------------

    def learn(self, found: Found) -> None:
        """Registers a person's full name or a body's full name, whatever comes first in the text."""
        if found.headline and len(found.name.split()) > 3:
            return
        if found.kind == "person" and found.name:
            key = person_key(found.name)
            if len(key) > 1 and self._same_person(key, found) is None:
                self._add(Entry("person", found.start, found.name, key=key))
        elif found.kind == "organization" and " " in found.name and found.words:
            entry = self._same_body(found) or self._part_of_body(found)
            if entry is None:
                entry = self._add(Entry("organization", found.start, found.name, words=found.words,
                                        country=found.country if found.speaks else None))
                entry.acronyms |= initials(found.name)
            if entry.country is None and found.speaks:
                entry.country = found.country
            entry.heads |= set(found.heads)
            entry.full += 1

    def retype(self, found: Found) -> None:
        """Makes a person of a lone word that the tagger took for something else, where it is a person's surname."""
        if not found.name or found.kind == "person" or " " in found.name or found.code or found.det == "the":
            return
        if found.evidence == "table" and not (found.kind == "place" and (
                found.head.ent[2:] == "PERSON" or is_subject(found.head))):
            return
        if any(e.kind == "person" and len(e.key) > 1 and e.key[-1] == fold(found.name) for e in self.entries):
            found.kind = "person"

    def country(self, code: str, at: int) -> Entry:
        """The country's entry, made where it is first needed."""
        entry = self._countries.get(code)
        if entry is None:
            known = countries.country(code)
            entry = self._add(Entry("place", at, known.name if known else code, code=code))
            self._countries[code] = entry
        entry.first = min(entry.first, at)
        return entry

    def _add(self, entry: Entry) -> Entry:
        self.entries.append(entry)
        return entry

    # mentions -----------------------------------------------------------------------------------------------------

    def place(self, found: Found, owner: Entry | None) -> Entry | None:
        """The entry of a mention, made if need be; None for a word that turned out to be no actor."""
        entry = self._entry(found, owner)
        if entry is None:
            return None
        self._note(entry, found, owner)
        return entry

    def _entry(self, found: Found, owner: Entry | None) -> Entry | None:
        if found.code is not None:
            person = self._surname(found) if found.head.ent[2:] == "PERSON" and found.code not in self._countries else None
            return person or self.country(found.code, found.start)
        if found.name:
            if found.kind == "person" or found.kind == "other":
                return self._person(found)
            if found.kind == "organization":
                return self._body(found)
            compass = self._compass(found)
            body = self._part_of_body(found) if found.kind == "group" else None
            return compass or body or self._by_name(found) or self._add(Entry(found.kind, found.start, found.name, words=found.words,
                                                           plural=found.plural))
        return self._described(found, owner)

    def _compass(self, found: Found) -> Entry | None:
        """`the North`, where only one country of that name (`North Korea`) is spoken of."""
        if found.name not in ("North", "South") or found.det not in ("the", ""):
            return None
        fits = [e for e in self._countries.values() if e.name.startswith(found.name + " ")]
        return fits[0] if len(fits) == 1 else None

    def last_person(self, found: Found) -> Entry | None:
        """Whom `his` or `her` before a role means: the last person named, if the gender fits."""
        gender = "m" if found.det == "his" else "f"
        fits = [e for e in self.entries if e.kind == "person" and e.seen and not e.described
                and gender_of(e) in (gender, None) and found.head.sentence.index - e.seen[-1][0] <= 1]
        return max(fits, key=lambda e: e.seen[-1][1]) if fits else None

    def _by_name(self, found: Found) -> Entry | None:
        wanted = fold(found.name).removeprefix("the ")
        fits = [e for e in self.entries if not e.described and e.code is None
                and any(fold(n).removeprefix("the ") == wanted for n in (e.name, *e.names))]
        same = [e for e in fits if e.kind == found.kind]
        weak = found.evidence in ("parser", "shape")
        return next(iter(same or (fits if weak else [e for e in fits if e.kind == "other"])), None)

    def _person(self, found: Found) -> Entry | None:
        key = person_key(found.name)
        entry = self._same_person(key, found) if len(key) > 1 else self._surname(found)
        if entry is None and found.headline and len(key) > 1:
            inside = [e for e in self.entries if e.kind == "person" and len(e.key) > 1 and _within(e.key, key)]
            if inside or len(found.tokens) > 3:
                found.name = inside[0].name if inside else ""
                return inside[0] if inside else None
        if entry is None and found.role is None:
            entry = self._by_name(found) or self._part_of_body(found)
        if entry is not None:
            return entry
        if found.kind == "other" or (found.evidence == "shape" and len(key) == 1):
            return self._add(Entry("other", found.start, found.name)) if found.kind == "other" and \
                found.head.dep in ("nsubj", "nsubjpass") else None
        return self._add(Entry("person", found.start, found.name, key=key))

    def _same_person(self, key: tuple[str, ...], found: Found) -> Entry | None:
        for e in self.entries:
            if e.kind == "person" and len(e.key) > 1 and _same_name(e.key, key):
                return e
        return None

    def _surname(self, found: Found) -> Entry | None:
        key = person_key(found.name)
        if len(key) != 1:
            return None
        pool = [e for e in self.entries if e.kind == "person" and not e.described]
        fits = [e for e in pool if e.key[-1] == key[0]] or [e for e in pool if e.key[0] == key[0] and len(e.key) > 1]
        wanted = found.role.gender if found.role else None
        if wanted:
            fits = [e for e in fits if gender_of(e) in (wanted, None)] or fits
        office = [e for e in fits if found.role and found.role.use == "office" and e.heads & set(found.heads)]
        return self._nearest(office or fits, found)

    @staticmethod
    def _nearest(fits: list[Entry], found: Found) -> Entry | None:
        """The last one mentioned, else the first yet to come."""
        before = [e for e in fits if e.seen]
        if before:
            return max(before, key=lambda e: e.seen[-1][1])
        return min(fits, key=lambda e: e.first) if fits else None

    def _same_body(self, found: Found) -> Entry | None:
        fits = [e for e in self.entries if e.kind == "organization" and not e.described and e.words == found.words
                and (found.country is None or e.country in (None, found.country) or not found.speaks)]
        exact = [e for e in fits if e.country == found.country]
        return self._nearest(exact or fits, found)

    def _part_of_body(self, found: Found) -> Entry | None:
        """`Yonhap` for the Yonhap News Agency, `Cubs` for the Chicago Cubs, `GUR` for what it abbreviates."""
        pool = [e for e in self.entries if e.kind == "organization" and not e.described and " " in e.name]
        name = found.name.replace(".", "")
        short = [e for e in pool if name.isupper() and name in e.acronyms]
        part = fold(found.name).removeprefix("the ")
        if short or (" " not in part and titles.body(part) is not None) or countries.named(found.name) or countries.capital_of(found.name):
            return self._nearest(short, found)
        if found.kind == "place" or found.evidence == "table":
            return None
        fits = [e for e in pool if f" {fold(e.name)} ".startswith((f" {part} ", f" the {part} "))
                and (e.full > 1 or titles.body(fold(e.name).split()[-1]) is not None)]
        if not fits and (" " in part or part.endswith("s")):
            fits = [e for e in pool if fold(e.name).endswith(f" {part}") and found.country in (None, e.country)]
        return self._nearest(fits, found)

    def _body(self, found: Found) -> Entry:
        entry = self._same_body(found) or self._by_name(found) or self._part_of_body(found)
        if entry is None and found.evidence == "parser" and len(person_key(found.name)) == 1:
            entry = self._surname(found)
        if entry is None and found.det in _DEFINITE and len(found.words) == 1 and found.country is None:
            entry = self._taken_up(found)
        return entry or self._add(Entry("organization", found.start, found.name, words=found.words,
                                        heads=set(found.heads)))

    # descriptions -------------------------------------------------------------------------------------------------

    def _described(self, found: Found, owner: Entry | None) -> Entry:
        named = None
        if found.kind == "organization":
            named = self._same_described(found, owner) or (self._taken_up(found) if found.det in _DEFINITE else None)
        elif found.kind == "person":
            named = self._taken_up(found, owner) if found.det in _DEFINITE else None
            named = named or self._same_described(found, owner)
        else:
            named = self._same_described(found, owner)
        return named or self._add(Entry(found.kind, found.start, found.title or found.text, described=True, plural=found.plural,
                                        words=_description(found), heads=set(found.heads)))

    def _same_described(self, found: Found, owner: Entry | None) -> Entry | None:
        if found.det in _OTHER or any(t.lower in _OTHER for t in found.tokens[:2]):
            return None
        words = _description(found)
        nation = _nation(found, owner)
        for e in reversed(self.entries):
            if e.kind == found.kind and e.words == words and e.plural == found.plural and e.nation() == nation and (
                    owner is None or e.of in (owner, None)):
                return e
        return None

    def _taken_up(self, found: Found, owner: Entry | None = None) -> Entry | None:
        """Whom a definite description (`the ministry`, `the Russian leader`) means, if that is clear."""
        literal = set(found.heads[:1])
        heads = literal | (set(found.role.also) if found.role else set())
        nation = _nation(found, owner)
        fits = [e for e in self.entries if e.kind == found.kind and e.seen and e.heads & heads and not e.plural
                and (nation is None or e.nation() == nation or (e.nation() is None and e.heads & literal))
                and (owner is None or e.of in (owner, None) or e.of.nation() == owner.nation())]
        if found.kind == "organization":
            extra = found.words - content_words(" ".join(found.heads))
            fits = [e for e in fits if extra <= e.words]
            if not fits and found.heads and found.heads[0] in _COMPANY and not found.country:
                fits = [e for e in self.entries if e.kind == "organization" and e.seen and not e.described
                        and not e.heads and e.nation() is None]
                return fits[0] if len(fits) == 1 else None
            return self._nearest(fits, found)
        if len(fits) < 2:
            return fits[0] if fits else None
        here = found.head.sentence.index
        near = [e for e in fits if here - e.seen[-1][0] <= _NEAR]
        return near[0] if len(near) == 1 else None

    # what a mention adds ------------------------------------------------------------------------------------------

    def _note(self, e: Entry, found: Found, owner: Entry | None) -> None:
        e.first = min(e.first, found.start) if e.seen else found.start
        e.seen.append((found.head.sentence.index, found.head.i))
        if found.name and e.code is None:
            e.kinds[found.kind] += _WEIGHT[found.evidence]
            top = e.kinds.most_common(1)[0]
            if e.kinds[e.kind] < top[1]:
                e.kind = top[0]
        if found.name:
            e.names.setdefault(found.name)
            if e.kind == "person" and found.text != found.name:
                e.names.setdefault(found.text)
            if e.described:
                e.name, e.described = found.name, False
            if e.kind == "person" and len(person_key(found.name)) > len(e.key):
                e.name, e.key = found.name, person_key(found.name)
        elif e.described or e.kind == "organization":
            e.names.setdefault(found.text)
        self.describe(e, found, owner)

    def describe(self, e: Entry, found: Found, owner: Entry | None) -> None:
        """Adds the role, the gender and what the mention says the actor speaks for."""
        if found.code is not None or e.code is not None:
            return
        e.heads |= set(found.heads)
        if found.title and (e.role is None or len(found.title) > len(e.role)):
            e.role = found.title
        if found.role is not None and found.role.gender:
            e.genders[found.role.gender] += 2
        if owner is e:
            owner = None
        if owner is not None and (found.serves or found.affiliated) and not _reaches(owner, e):
            better = e.of is None or (e.of.code is not None and owner.code is None and owner.nation() in (None, e.of.code))
            e.of = owner if better else e.of
        elif e.of is None and found.country and found.speaks:
            e.country = e.country or found.country


def gender_of(e: Entry) -> str | None:
    """`m` or `f` by titles and pronouns, else by the first name, else None."""
    if e.genders:
        (top, n), *rest = e.genders.most_common(2)
        if not rest or rest[0][1] < n:
            return top
    return titles.gender_of_name(e.key[0]) if len(e.key) > 1 else None


def _same_name(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    if a[-1] == b[-1] and (a[0] == b[0] or (len(a) == len(b) == 3 and a[1] == b[1])):
        return True
    short, long = sorted((a, b), key=len)
    return 1 < len(short) >= len(long) - 2 and short in (long[:len(short)], long[-len(short):])


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return any(long[k:k + len(short)] == short for k in range(len(long) - len(short) + 1))


def _description(found: Found) -> frozenset[str]:
    """The words of a description without those that name its country."""
    if found.words:
        return found.words if found.speaks or not found.country else found.words | {found.country}
    known = countries.country(found.country) if found.country and found.speaks else None
    words = content_words(found.text)
    return words - content_words(" ".join((*known.names, *known.adjectives, *known.capitals))) if known else words


def _nation(found: Found, owner: Entry | None) -> str | None:
    return (owner.nation() if owner is not None else None) or (found.country if found.speaks else None)


def _reaches(start: Entry, goal: Entry) -> bool:
    at: Entry | None = start
    for _ in range(8):
        if at is None:
            return False
        if at is goal:
            return True
        at = at.of
    return True


def countries_of(entries: Iterable[Entry]) -> set[str]:
    """The codes that some entry names as its country without an entry of its own for it yet."""
    return {e.country for e in entries if e.country is not None and e.of is None}


def tokens_of(found: Found) -> list[Token]:
    """The tokens of a mention that carry its meaning: those of its own noun phrase."""
    return found.tokens
