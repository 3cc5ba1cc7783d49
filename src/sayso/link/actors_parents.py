"""What the user says that actors are part of (`parent` in sources.toml), put in place of what the reports say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model.ids import set_id
from sayso.model.link import LinkedActor
from sayso.settings import Sources, outlet_key


def with_parents(actors: Sequence[LinkedActor], sources: Sources) -> list[LinkedActor]:
    """The actors, sorted by id, each under the parent that the user gives it; one that no report names has no members.

    A parent that would make a circle is left out.
    """
    by_key: dict[str, LinkedActor] = {}
    for a in sorted(actors, key=lambda a: (-len(a.members), a.id)):
        for name in a.names:
            by_key.setdefault(outlet_key(name), a)
    out = {a.id: a for a in actors}
    for a in actors:
        known = next((e for n in a.names if (e := sources.get(n)) is not None), None)
        if known is None or known.parent is None:
            continue
        names = {outlet_key(n) for e in [sources.get(known.parent)] if e for n in (e.name, *e.aliases)}
        keys = [outlet_key(known.parent), *sorted(names)]
        parent = next((by_key[k] for k in keys if k in by_key), None) or _unnamed(known.parent)
        by_key.setdefault(keys[0], parent)
        out.setdefault(parent.id, parent)
        if a.id not in _above(out, parent.id):
            out[a.id] = replace(out[a.id], of=parent.id)
    return sorted(out.values(), key=lambda a: a.id)


def _unnamed(name: str) -> LinkedActor:
    return LinkedActor(set_id("actor", [f"parent {outlet_key(name)}"]), name, "organization", (name,), None, None, None, ())


def _above(actors: dict[str, LinkedActor], start: str) -> list[str]:
    out: list[str] = []
    at: str | None = start
    while at is not None and at not in out:
        out.append(at)
        at = actors[at].of
    return out
