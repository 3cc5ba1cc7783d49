"""Puts the gazetteer together: one SQLite file out of the installed tables and this package's own.

Format:
`place(id, name, feature, country, admin1, admin2, lat, lon, population, geonameid)` and `name(folded, place, rank)`,
rank 3 for a place's own name, 2 for a usual other one, 1 for one derived (`Kursk` for its oblast)
and other names of large cities, 0 for the rest.
"""

from __future__ import annotations

import os
import re
import sqlite3
import tempfile
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from sayso.data.countries import all_countries, country
from sayso.data.fold import fold
from sayso.data.geonames import CityRow, RegionRow, cities, city_regions, country_numbers, regions
from sayso.data.tables import parts, rows

OTHER_SCRIPTS_FROM = LARGE = 100_000
NEAR_DEGREES = 0.15
OWN, USUAL, DERIVED, OTHER = 3, 2, 1, 0
_FEATURES = {"continent": "continent", "region": "area", "water": "water", "mountain": "mountain", "desert": "area",
             "city": "city", "building": "building"}
_IMPORTANCE = {"continent": 500_000_000, "area": 20_000_000, "water": 10_000_000, "mountain": 5_000_000,
               "city": 1_000_000, "building": 400_000}  # in people, as for cities; a twentieth inside one country
_GENERIC = re.compile(
    r"(?i)^(?:(?:state|province|region|department|governorate|prefecture|republic|autonomous region|county|district|"
    r"provincia|departamento|département|estado|wilaya|oblast|city|canton|land|freistaat|regione|région) (?:of|de|del|"
    r"di|do|da|du|d')\s*)|\s+(?:state|province|region|department|governorate|prefecture|county|district|oblast['’]?|"
    r"kray|krai|okrug|rayon|raion|republic|parish|division|autonomous region|autonomous oblast|canton|voivodeship|"
    r"municipality|sheng|shi|zizhiqu|city|borough)$")


@dataclass(slots=True)
class Entry:
    """One place on its way into the file; `names` is folded name -> rank."""

    name: str
    feature: str
    country: str | None
    admin1: str | None
    admin2: str | None
    lat: float
    lon: float
    population: int
    geonameid: int | None
    names: dict[str, int] = field(default_factory=dict)

    def call(self, names: Iterable[str], rank: int) -> None:
        """Adds names of one rank; a name keeps its best."""
        for n in names:
            key = fold(n)
            if key and rank >= self.names.get(key, rank):
                self.names[key] = rank


def entries() -> list[Entry]:
    """Every place of the gazetteer."""
    inside = city_regions()
    towns = [(c, inside.get(c.geonameid, ())) for c in cities()]
    areas = _areas(towns)
    out = [_city(c, codes) for c, codes in towns]
    nations = _countries({(e.country, fold(e.name)) for e in areas if e.feature == "admin1"})
    return [*_own(out), *nations, *areas, *out]


def _own(towns: list[Entry]) -> list[Entry]:
    """The rows of this package's own table; a city that is known already only gets its other names."""
    large: dict[str | None, list[Entry]] = defaultdict(list)
    for t in towns:
        if t.population > OTHER_SCRIPTS_FROM:
            large[t.country].append(t)
    out = []
    for r in rows("geography.tsv"):
        feature = _FEATURES[r["kind"]]
        e = Entry(r["name"], feature, r["country"] or None, r["admin1"] or None, None, float(r["lat"]),
                  float(r["lon"]), _IMPORTANCE[feature] // (20 if r["country"] else 1), None)
        known = [t for t in large[e.country] if abs(t.lat - e.lat) + abs(t.lon - e.lon) < NEAR_DEGREES]
        if feature == "city" and known:
            max(known, key=lambda t: t.population).call([r["name"], *parts(r["names"])], OWN)
            continue
        e.call([r["name"]], OWN)
        e.call(parts(r["names"]), USUAL)
        out.append(e)
    return out


def _countries(region_names: set[tuple[str | None, str]]) -> list[Entry]:
    """The countries; a name that one of a country's regions has as its own (`Scotland`) stays with the region."""
    numbers = country_numbers()
    places = {r["code"]: (float(r["lat"]), float(r["lon"])) for r in rows("countries.tsv")}
    out = []
    for c in all_countries():
        lat, lon = places[c.code]
        geonameid, population = numbers.get(c.code, (None, 0))
        e = Entry(c.name, "country", c.code, None, None, lat, lon, max(population, 1000), geonameid)
        e.call([c.name], OWN)
        e.call([n for n in c.names[1:] if (c.code, fold(n)) not in region_names], USUAL)
        out.append(e)
    return out


def _city(c: CityRow, codes: tuple[str, ...]) -> Entry:
    second = next((k for k in codes if k.count(".") == 2), None)
    e = Entry(c.name, "city", c.country, c.admin1 or None, second, c.lat, c.lon, c.population, c.geonameid)
    e.call([c.name], OWN)
    large = c.population >= LARGE
    e.call((n for n in c.names if _usable(n, c.population)), OTHER)
    e.call((n for n in c.names if large and len(n) > 3 and n.isascii() and n[0].isupper()), DERIVED)
    nation = country(c.country)
    if nation and c.population > 50_000 and fold(c.name) in {fold(n) for n in nation.capitals}:
        e.call(nation.capitals, USUAL)
    if "saint " in fold(c.name):
        e.call([fold(c.name).replace("saint ", "st ")], USUAL)
    return e


def _usable(name: str, population: int) -> bool:
    """Leaves out airport and postal codes, and other scripts for small places."""
    if len(name) < 3 or (name.isupper() and len(name) <= 4):
        return False
    latin = all("LATIN" in unicodedata.name(ch, "") for ch in name if ch.isalpha())
    return latin or population >= OTHER_SCRIPTS_FROM


def _areas(towns: list[tuple[CityRow, tuple[str, ...]]]) -> list[Entry]:
    """Regions, each where its cities are on average, or at the point this package's own table gives."""
    members: dict[str, list[CityRow]] = defaultdict(list)
    for c, codes in towns:
        for key in {f"{c.country}.{c.admin1}", *codes}:
            members[key].append(c)
    given = {f"{r['country']}.{r['admin1']}": r for r in rows("regions.tsv")}
    out = []
    for r in regions():
        own, inside = given.get(r.key), members.get(r.key, [])
        if own is None and not inside:
            continue
        lat, lon = (float(own["lat"]), float(own["lon"])) if own else _middle(inside)
        first, second = r.key.split(".")[1], r.key if r.level > 1 else None
        e = Entry(_display(r, inside), f"admin{min(max(r.level, 1), 2)}", r.key[:2], first, second, lat, lon,
                  sum(c.population for c in inside), r.geonameid)
        e.call([r.name], OWN)
        e.call(parts(own["names"]) if own else (), USUAL)
        e.call([first] if r.level == 1 and r.key.startswith("US.") else (), USUAL)
        e.call((n for n in r.names if len(n) > 2), OTHER)
        e.call(_derived(r, inside), DERIVED)
        out.append(e)
    return out


def _middle(inside: list[CityRow]) -> tuple[float, float]:
    """The mean of the cities' positions, each counting alike; across the date line degrees run on past 180."""
    west = min(c.lon for c in inside)
    lons = [c.lon + 360 if c.lon - west > 180 else c.lon for c in inside]
    lon = sum(lons) / len(lons)
    return sum(c.lat for c in inside) / len(inside), lon - 360 if lon > 180 else lon


def _derived(r: RegionRow, inside: list[CityRow]) -> list[str]:
    """The region's name without its generic word, and the city's that it is named after (`Kursk`, `Kursk oblast`)."""
    if r.key == "US.DC":  # nobody calls it Columbia
        return []
    out = [b for n in (r.name, *r.names) if (b := _GENERIC.sub("", n)) != n and len(b) > 2]
    if r.level > 1:
        return out
    stem = fold(r.name).replace("'", "")
    for c in sorted(inside, key=lambda c: -c.population)[:3]:
        name = fold(c.name).replace("'", "")
        if len(name) > 3 and stem.startswith(name[:max(4, len(name) - 2)]) and stem != name:
            out += [c.name, f"{c.name} oblast", f"{c.name} region", f"{c.name} province"]
    return out


def _display(r: RegionRow, inside: list[CityRow]) -> str:
    """`Kursk Oblast` for the oblast of Kursk, whose name stands in the table as `Kurskaya oblast'`."""
    if r.level > 1 or not re.search("(?i)oblast", r.name):
        return r.name
    named = next((n.removesuffix(" oblast") for n in _derived(r, inside) if n.endswith(" oblast")), None)
    return f"{named} Oblast" if named else r.name


def build(path: Path) -> int:
    """Writes the gazetteer to `path`, in one step at the end; returns the number of places. OSError as `open`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=path.stem, suffix=".part", dir=path.parent)
    os.close(handle)
    try:
        db = sqlite3.connect(name)
        found = entries()
        db.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;"
                         "CREATE TABLE place(id INTEGER PRIMARY KEY, name TEXT NOT NULL, feature TEXT NOT NULL,"
                         " country TEXT, admin1 TEXT, admin2 TEXT, lat REAL NOT NULL, lon REAL NOT NULL,"
                         " population INTEGER NOT NULL, geonameid INTEGER);"
                         "CREATE TABLE name(folded TEXT NOT NULL, place INTEGER NOT NULL, rank INTEGER NOT NULL,"
                         " PRIMARY KEY(folded, place)) WITHOUT ROWID;")
        db.executemany("INSERT INTO place VALUES(?,?,?,?,?,?,?,?,?,?)",
                       ((i, e.name, e.feature, e.country, e.admin1, e.admin2, e.lat, e.lon, e.population,
                         e.geonameid) for i, e in enumerate(found)))
        db.executemany("INSERT INTO name VALUES(?,?,?)",
                       sorted((n, i, rank) for i, e in enumerate(found) for n, rank in e.names.items()))
        db.commit()
        db.close()
        os.chmod(name, 0o644)
        os.replace(name, path)
    finally:
        Path(name).unlink(missing_ok=True)
    return len(found)
