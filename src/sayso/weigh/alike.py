"""Two actors that may be one under two names, or of which one may speak for the other: never counted as two.

They stay apart in every list. Reports are read one by one, and one of them may never say who it is that speaks.
"""

from __future__ import annotations

from collections.abc import Callable

from sayso.data.titles import body, known_body, portfolio, title
from sayso.data.wording import person_key, same_given, sound, within_one_edit
from sayso.model.link import LinkedActor

Root = Callable[[LinkedActor], LinkedActor]


def may_be_one(a: LinkedActor, b: LinkedActor) -> bool:
    """One person by two names: a first or last name alone, an initial, another spelling, or "Norway's president" for its holder.

    A person whose body is known is not the holder of an office of another.
    """
    return _bare_name(a, b) or _bare_name(b, a) or _spelling(a, b) or _office(a, b) or _office(b, a)


def is_loose(a: LinkedActor, root: Root) -> bool:
    """Do these reports leave open whom it speaks for?

    A person without body or country, unless the role says that it speaks for nobody else ("resident"); two words that
    may be a person's name taken for a body's; a body or office of some state that is not named ("the Interior Ministry").
    """
    top = root(a)
    if _personal(top):
        return top.country is None and not _private(top)
    return top.country is None and top.kind != "place" and _bare_state(top.name)


def may_speak_for(loose: LinkedActor, other: LinkedActor, root: Root) -> bool:
    """May one that is loose be, or speak for, what the other is or speaks for?"""
    a, b = root(loose), root(other)
    if _personal(a):
        return b.kind != "person" or is_loose(b, root)
    if b.kind == "person":
        return not _private(b)
    return b.kind == "place" or b.country is not None or _state(b.name)


def _personal(a: LinkedActor) -> bool:
    """A person, or a name of two words that no noun for a body or place tells from a person's."""
    words = a.name.split()
    if a.kind in ("person", "place", "group"):
        return a.kind == "person"
    return (len(words) == 2 and all(w[:1].isupper() and w[1:].islower() for w in words) and a.country is None
            and body(words[-1]) is None and known_body(a.name) is None)


def _bare_name(full: LinkedActor, bare: LinkedActor) -> bool:
    words = full.name.lower().split()
    if full.kind != "person" or len(words) < 2 or " " in bare.name or bare.country is not None:
        return False
    return bare.name.lower() in (words[0], words[-1]) and bare.of in (None, full.of)


def _spelling(a: LinkedActor, b: LinkedActor) -> bool:
    """Last names that sound alike or differ by a letter, and first names of which one may be the other (`J.`, `Yonas`, `Jonas`)."""
    if not (_personal(a) and _personal(b)) or (a.country and b.country and a.country != b.country):
        return False
    x, y = person_key(a.name), person_key(b.name)
    if not x or not y or not (sound(x[-1]) == sound(y[-1]) or within_one_edit(x[-1], y[-1])):
        return False
    return min(len(x), len(y)) == 1 or same_given(a.name.split()[0], b.name.split()[0])


def _office(person: LinkedActor, holder: LinkedActor) -> bool:
    """Is the second only described, by the office that the first holds of a body that is not said?"""
    if person.kind != "person" or person.role is None or person.of is not None or person.name == person.role:
        return False
    return not _head(holder.name)[:1].isupper() and _head(person.role).lower() == _head(holder.name)


def _private(person: LinkedActor) -> bool:
    """Does the role say that it speaks for nobody else: a resident, a witness, an analyst?"""
    found = title(_head(person.role)) if person.role is not None else None
    return found is not None and found.use == "private"


def _state(name: str) -> bool:
    found = body(_head(name))
    return found is not None and found.link == "state"


def _bare_state(name: str) -> bool:
    """A noun for a body of state and its field, and no name that tells whose it is: `Ministry of Internal Affairs`."""
    if not _state(name):
        return False
    first, _, field = name.partition(" of ")
    rest = " ".join(first.split()[:-1]).lower() or field.lower()
    return not rest or rest == "the" or portfolio(rest) or portfolio(f"{rest} affairs")


def _head(name: str) -> str:
    return (name.split(" of ")[0].split(" for ")[0].split() or [""])[-1]
