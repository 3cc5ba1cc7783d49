"""Where a story's claims are said to have happened: one entry a place, with its claims."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.data.telling import stands_alone
from sayso.serve.desk import Told
from sayso.serve.reports.claims import tone
from sayso.serve.reports.words import clean, trimmed
from sayso.serve.web.render import to_claim

MOST = 200
SURE = {"exact": "", "near": "somewhere near it", "region": "the middle of the region", "country": "the middle of the country"}


@dataclass(frozen=True, slots=True)
class AtPlace:
    """A point in degrees and what it stands for; `claims` are way, text and tone, those that lead first."""

    name: str
    lat: float
    lon: float
    precision: str
    claims: tuple[tuple[str, str, str], ...]


def places(told: Told) -> list[AtPlace]:
    """The places of the story's claims, those with most claims first, at most MOST; what has no coordinates is left out."""
    found: dict[tuple[float, float], list[tuple[str, str, str]]] = {}
    names: dict[tuple[float, float], tuple[str, str]] = {}
    for claim in told.own.claims:
        for p in claim.places:
            if p.lat is None or p.lon is None or not stands_alone(claim.text):
                continue
            at = (p.lat, p.lon)
            names.setdefault(at, (clean(p.name), SURE.get(p.precision, p.precision)))
            row = (to_claim(told.story.id, claim.id), trimmed(claim.text, 150), tone(claim))
            if row not in found.setdefault(at, []):
                found[at].append(row)
    ordered = sorted(found, key=lambda at: (-len(found[at]), names[at]))[:MOST]
    return [AtPlace(names[at][0], *at, names[at][1], tuple(found[at])) for at in ordered]
