"""What each local actor is compared by: its kind of key, its words, its country, what it speaks for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from sayso.data import countries, titles
from sayso.data.agencies import agency
from sayso.data.wording import content_words, is_acronym, person_key, sound
from sayso.model.reading import Actor, Reading

Form = Literal["country", "person", "surname", "role", "body", "group", "place", "other"]
_DEPTH = 6


@dataclass(frozen=True, slots=True)
class Local:
    """A local actor with its article and what it is compared by.

    `home` is the thread or story of its article, `parts` are a person's name's words as they sound, `spot` is the place
    in the gazetteer that it is, `retyped` says that its article did not take it for the person that it is.
    """

    actor: Actor
    article: str
    form: Form
    words: frozenset[str]
    parts: tuple[str, ...]
    country: str | None
    owner: str
    acronyms: frozenset[str]
    expansions: tuple[str, ...]
    home: str = ""
    spot: int | None = None
    retyped: bool = False

    @property
    def id(self) -> str:
        return self.actor.id


def locals_of(reading: Reading, home: str) -> Iterator[Local]:
    """The actors of one reading as linking sees them."""
    by_id = {a.id: a for a in reading.actors}
    places = {(p.start, p.end): p.geonameid for p in reading.places}
    spots: dict[str, Counter[int]] = {}
    for m in reading.mentions:
        if m.actor is not None and (spot := places.get((m.start, m.end))) is not None:
            spots.setdefault(m.actor, Counter())[spot] += 1
    for a in reading.actors:
        found = spots.get(a.id) if a.kind == "place" else None
        spot = min(found, key=lambda k: (-found[k], k)) if found else None
        yield replace(local(a, reading.article.id, by_id), home=home, spot=spot)


def local(actor: Actor, article: str, actors: Mapping[str, Actor]) -> Local:
    """The local actor by itself; `actors` are those of its reading by id."""
    nation = _nation(actor, actors)
    form = _form(actor)
    acronyms = frozenset(n.replace(".", "") for n in actor.names if is_acronym(n)) if form == "body" else frozenset()
    longer = tuple(n for n in actor.names if " " in n)
    named = max(longer, key=lambda n: (len(n), n)) if longer and is_acronym(actor.name) else actor.name
    parts = name_parts(actor.name) if form in ("person", "surname") else ()
    return Local(actor, article, form, _words(named, nation), parts, nation, _owner(actor, actors), acronyms, longer)


def name_parts(name: str) -> tuple[str, ...]:
    """The words of a person's name as they sound."""
    return tuple(sound(w) for w in person_key(name))


def _form(a: Actor) -> Form:
    if a.kind == "place":
        return "country" if a.country is not None and a.of is None and countries.country(a.country) else "place"
    if a.kind == "organization":
        return "body"
    if a.kind == "person":
        if is_described(a):
            return "role"
        return "person" if len(person_key(a.name)) > 1 else "surname"
    return "group" if a.kind == "group" else "other"


def is_described(a: Actor) -> bool:
    """Is the actor only described (`a White House spokesperson`), never named?"""
    if a.role is not None and (a.role == a.name or a.role.casefold().startswith(a.name.casefold())):
        return True
    last = a.name.split()[-1] if a.name.split() else ""
    return last.islower() or (a.role is not None and a.role.casefold().endswith(a.name.casefold()))


def _nation(a: Actor, actors: Mapping[str, Actor]) -> str | None:
    at: Actor | None = a
    for _ in range(_DEPTH):
        if at is None:
            return None
        if at.country is not None:
            return at.country
        at = actors.get(at.of) if at.of is not None else None
    return None


def _words(name: str, nation: str | None) -> frozenset[str]:
    """The content words of a name in its usual form, without those for its country."""
    known = titles.known_body(name)
    words = content_words(known.words if known is not None else agency(name) or name)
    country = countries.country(nation) if nation is not None else None
    if country is None or known is not None:
        return words
    left = words - content_words(" ".join((*country.names, *country.adjectives)))
    return left or words


def _owner(a: Actor, actors: Mapping[str, Actor]) -> str:
    """The words of what it belongs to, short of the country: they tell one `spokesman` from another."""
    of = actors.get(a.of) if a.of is not None else None
    if of is None or (of.kind == "place" and of.country is not None and of.of is None):
        return ""
    return " ".join(sorted(_words(of.name, _nation(of, actors))))
