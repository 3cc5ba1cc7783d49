"""Two actors that may be one under two names: never counted as two, though they stay apart in every list."""

from __future__ import annotations

from sayso.model.link import LinkedActor


def may_be_one(a: LinkedActor, b: LinkedActor) -> bool:
    """A person by full name and a bare last name, or a person with an office and "Norway's president".

    Reports are read one by one, and one of them may never give the full name. A person whose body is known is not the
    holder of an office of another.
    """
    return _last_name(a, b) or _last_name(b, a) or _office(a, b) or _office(b, a)


def _last_name(full: LinkedActor, bare: LinkedActor) -> bool:
    words = full.name.split()
    if full.kind != "person" or len(words) < 2 or " " in bare.name or bare.country is not None:
        return False
    return bare.name.lower() == words[-1].lower() and bare.of in (None, full.of)


def _office(person: LinkedActor, holder: LinkedActor) -> bool:
    """Is the second only described, by the office that the first holds of a body that is not said?"""
    if person.kind != "person" or person.role is None or person.of is not None or person.name == person.role:
        return False
    return not _head(holder.name)[:1].isupper() and _head(person.role).lower() == _head(holder.name)


def _head(name: str) -> str:
    return (name.split(" of ")[0].split() or [""])[-1]
