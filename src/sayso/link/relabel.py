"""From local actors to linked ones: the statements as they stand outside their readings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sayso.model.link import LinkedActor
from sayso.model.statement import Statement, StatementOrigin


def relabel(s: Statement, linked: Mapping[str, LinkedActor]) -> Statement:
    """The same statement with the ids and names of linked actors; a name that is not linked stays as it is."""
    origins = tuple(dict.fromkeys(
        StatementOrigin(linked[o.actor].id, linked[o.actor].name, o.kind)
        if o.actor is not None and o.actor in linked else o for o in s.origins))
    return replace(s, origins=origins, actors=tuple(dict.fromkeys(linked[a].id if a in linked else a for a in s.actors)))
