"""The gazetteer at run time: names in, candidate places out. One query an article, answers kept.

The file is built by `sayso.data.build`; its data is GeoNames' (https://www.geonames.org, CC BY 4.0).
"""

from __future__ import annotations

import sqlite3
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

from sayso.data.fold import fold
from sayso.errors import SetupError
from sayso.model.reading import PlaceKind

KEPT = 60_000
AT_ONCE = 900
EARTH_KM = 6371.0
_KINDS: dict[str, PlaceKind] = {"country": "country", "admin1": "region", "admin2": "region", "city": "city",
                                "continent": "region", "area": "region", "water": "water", "mountain": "other",
                                "building": "building"}

# What stands between a town's name and the river, hill or forest that tells it from others of the name.
BESIDE = frozenset("am an im in bei ob unter vor upon on sur nad pri na ved aan".split())


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean. Degrees; `admin1`, `admin2` are GeoNames' codes (`IL`, `US.IL.031`).

    `feature` is country, admin1, admin2, city, continent, area, water, mountain or building; `rank` is 3 where the
    name is the place's own, 2 a usual other one, such as what a town is called for
    short, 1 derived, or another of a large city, 0 any other on record.
    """

    name: str
    feature: str
    country: str | None
    admin1: str | None
    admin2: str | None
    lat: float
    lon: float
    population: int
    geonameid: int | None
    rank: int

    @property
    def kind(self) -> PlaceKind:
        """The contract's word for what it is."""
        return _KINDS[self.feature]

    def inside(self, area: Candidate) -> bool:
        """Does this lie in `area`, as far as the codes tell?"""
        if area.feature == "country":
            return self.feature != "country" and self.country == area.country
        if area.feature == "admin1":
            return self.feature not in ("country", "admin1") and (self.country, self.admin1) == \
                (area.country, area.admin1)
        return area.feature == "admin2" and self.feature == "city" and self.admin2 == area.admin2


class Gazetteer:
    """Look-up by folded name. Candidates come with the most likely first: rank, then population."""

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise SetupError(f"{path}: no gazetteer there; run `python -m sayso.data.build`")
        self._db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self._kept: OrderedDict[str, tuple[Candidate, ...]] = OrderedDict()

    def find(self, name: str) -> tuple[Candidate, ...]:
        """The places of this name, however it is written."""
        key = fold(name)
        return self.find_all([key])[key]

    def find_all(self, folded: Iterable[str]) -> dict[str, tuple[Candidate, ...]]:
        """For each folded name its places; a name that none has stands with ()."""
        wanted = set(folded)
        missing = sorted(k for k in wanted if k not in self._kept)
        for at in range(0, len(missing), AT_ONCE):
            self._fetch(missing[at:at + AT_ONCE])
        found = {k: self._kept[k] for k in wanted}
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return found

    def _fetch(self, keys: list[str]) -> None:
        rows: dict[str, list[Candidate]] = {k: [] for k in keys}
        query = ("SELECT folded, p.name, feature, country, admin1, admin2, lat, lon, population, geonameid, rank "
                 f"FROM name JOIN place p ON p.id = name.place WHERE folded IN ({','.join('?' * len(keys))})")
        for key, *values in self._db.execute(query, keys):
            place = Candidate(*values)
            rows[key].append(replace(place, rank=max(place.rank, 2)) if _is_short_for(key, place) else place)
        for key, found in rows.items():
            found.sort(key=lambda c: (-c.rank, -c.population))
            self._kept[key] = tuple(found)


def _is_short_for(key: str, town: Candidate) -> bool:
    """Is the name what the town is called for short: `Spittal` of Spittal an der Drau, `Newcastle` of Newcastle upon Tyne?"""
    own = fold(town.name)
    return town.feature == "city" and own.startswith(f"{key} ") and own[len(key) + 1:].split(" ")[0] in BESIDE


@lru_cache(maxsize=2)
def gazetteer(path: Path) -> Gazetteer:
    """The gazetteer of a file, opened once a process."""
    return Gazetteer(path)


def kilometres(a: Candidate, b: Candidate) -> float:
    """Great-circle distance between two places."""
    y1, y2 = radians(a.lat), radians(b.lat)
    h = sin((y2 - y1) / 2) ** 2 + cos(y1) * cos(y2) * sin(radians(b.lon - a.lon) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(h)))
