"""A name that one article takes for a place's or body's and another of the same story for a person's is one thing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from sayso.data import titles
from sayso.link.actors_keys import Form, Local, name_parts

_UNSURE: tuple[Form, ...] = ("body", "place", "other", "surname")
Named = tuple[str, str]


def retyped(locals_: Sequence[Local]) -> list[Local]:
    """The local actors in their order, each of the form that its name has in most articles of the story.

    Whole names of persons first, in any story; then a single word that is the last name of a person in more articles of
    the story than it is a place in the gazetteer; then what most articles of the story take the name for. Countries, and
    bodies known as such, stay what they are.
    """
    people = {x.parts for x in locals_ if x.form == "person"}
    last = Counter((x.home, x.parts[-1]) for x in locals_ if x.form == "person")
    spots = Counter((x.home, name_parts(x.actor.name)[-1]) for x in locals_ if x.spot is not None and x.form == "place")
    persons = {key for key, n in last.items() if n > spots[key]}
    most = _most(locals_)
    return [_retyped(x, people, persons, most) for x in locals_]


def located(locals_: Sequence[Local]) -> list[Local]:
    """The local actors in their order; a place that its article did not resolve is the only one of its name in the story."""
    spots: dict[tuple[str, frozenset[str]], set[int]] = defaultdict(set)
    for x in locals_:
        if x.form == "place" and x.spot is not None:
            spots[x.home, x.words].add(x.spot)
    return [replace(x, spot=min(found)) if x.form == "place" and x.spot is None and len(found := spots.get((x.home, x.words), ())) == 1
            else x for x in locals_]


def _retyped(x: Local, people: set[tuple[str, ...]], last: set[Named], most: dict[Named, Form]) -> Local:
    name = x.actor.name
    if x.form not in _UNSURE or not name[:1].isupper() or titles.known_body(name) is not None or titles.body(
            name.rpartition(" ")[2]) is not None:
        return x
    parts = name_parts(name)
    if x.form != "surname" and len(parts) > 1 and parts in people:
        return _as(x, "person")
    if x.form != "surname" and len(parts) == 1 and (x.home, parts[0]) in last:
        return _as(x, "surname")
    return _as(x, most.get((x.home, name.casefold()), x.form))


def _most(locals_: Sequence[Local]) -> dict[Named, Form]:
    """What most articles of a story take a name for; a place that the gazetteer does not have weighs as little as nothing."""
    counts: dict[Named, Counter[tuple[bool, Form]]] = defaultdict(Counter)
    for x in locals_:
        if x.form in ("body", "place", "other", "person", "surname") and x.actor.name[:1].isupper():
            weak = x.form == "other" or (x.form == "place" and x.spot is None)
            counts[x.home, x.actor.name.casefold()][weak, x.form] += 1
    out: dict[Named, Form] = {}
    for key, forms in counts.items():
        ranked = sorted(forms.items(), key=lambda f: (f[0][0], -f[1], f[0][1]))
        if len(ranked) > 1 and (ranked[1][0][0] or ranked[0][1] > ranked[1][1]):
            out[key] = ranked[0][0][1]
    return out


def _as(x: Local, form: Form) -> Local:
    """The local actor as of that form; a person's name is compared by its parts, anything else by its words."""
    if form == x.form:
        return x
    if form in ("person", "surname"):
        return replace(x, form=form, parts=name_parts(x.actor.name), acronyms=frozenset(), expansions=(), spot=None, retyped=True)
    return replace(x, form=form, parts=())
