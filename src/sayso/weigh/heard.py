"""Who speaks in these reports and who is only spoken of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.data.media import is_medium
from sayso.model.dossier import NotHeard
from sayso.model.link import LinkedActor
from sayso.weigh.context import Context

LEAST_MENTIONS = 3
MOST = 8
# `Falcon PAC-3`, `Block 4`: a thing with a number, and nobody who speaks.
_DEVICE = re.compile(r"(?:-|\b[A-Z][a-z]+ )\d+\b")


def not_heard(context: Context, articles: Sequence[str]) -> tuple[NotHeard, ...]:
    """Persons and bodies named in these reports whose word none of them carries, most named first.

    It speaks of these reports only. An actor is heard where it, or a part of it, is the source of an attribution.
    """
    heard: set[str] = set()
    named: dict[str, list[str]] = {}
    for i in articles:
        reading = context.readings[i]
        for a in reading.attributions:
            for local in ([a.source.actor] if a.source is not None and a.source.actor else []) + list(a.via):
                heard |= _up(context, local)
        for s in context.by_article.get(i, ()):
            if s.attributions:
                heard |= {x for o in s.origins if o.actor for x in _chain(context, o.actor)}
        for m in reading.mentions:
            if m.actor is not None and m.actor in context.local:
                named.setdefault(context.local[m.actor].id, []).append(i)
    places_named = {p.text.lower() for i in articles for p in context.readings[i].places}
    out = []
    for actor, places in named.items():
        party = context.actors[actor]
        if actor in heard or not _party(party) or party.name.lower() in places_named:
            continue
        distinct = tuple(dict.fromkeys(places))
        if len(places) >= LEAST_MENTIONS or len(distinct) >= 2:
            out.append((len(distinct), len(places), NotHeard(actor, distinct)))
    out.sort(key=lambda x: (-x[0], -x[1], x[2].actor))
    return tuple(n for _, _, n in out[:MOST])


def _party(a: LinkedActor) -> bool:
    """Somebody who could have been asked: a person by full name or with a role, a body that speaks for something."""
    words = a.name.split()
    if not words or not words[-1][:1].isupper() or is_medium(a.name) or _DEVICE.search(a.name):
        return False
    if a.kind == "person":
        return len(words) >= 2 or a.role is not None
    return a.kind == "organization" and (a.of is not None or (len(words) >= 2 and words[0][:1].isupper()))


def _up(context: Context, local: str) -> set[str]:
    linked = context.local.get(local)
    return set(_chain(context, linked.id)) if linked is not None else set()


def _chain(context: Context, actor: str) -> list[str]:
    out: list[str] = []
    while actor in context.actors and actor not in out:
        out.append(actor)
        actor = context.actors[actor].of or ""
    return out
