"""Places: which are named in an article, where they lie, and whether one acts (`Washington said`) or is a spot.

`find_places` puts together finding names (`places_names`), choosing among places of one name (`places_sense`) and
the outlet's own place (`places_outlet`). Positions are GeoNames' (https://www.geonames.org, CC BY 4.0).
"""

from __future__ import annotations

from collections import Counter
from itertools import zip_longest
from typing import Literal

from sayso.data import countries
from sayso.data.fold import fold
from sayso.model.reading import Place, PlacePrecision
from sayso.read.gazetteer import Candidate, Gazetteer
from sayso.read.places_names import Finder
from sayso.read.places_outlet import homes
from sayso.read.places_role import acts
from sayso.read.places_sense import resolve
from sayso.read.places_spans import Name
from sayso.read.places_within import joined
from sayso.read.places_words import DISTANT, NEAR
from sayso.read.tree import Tree

_PRECISION: dict[str, PlacePrecision] = {"country": "country", "admin1": "region", "admin2": "near", "city": "exact",
                                         "continent": "region", "area": "region", "water": "near",
                                         "mountain": "near", "building": "exact"}


def find_places(tree: Tree, gazetteer: Gazetteer, *, outlet: str | None) -> list[Place]:
    """The places that the article names, in text order; spans are the place's name alone.

    Adjectives ("Russian") are no places. A name that is known to be a place and found in no table has no
    coordinates, unless the text says what it lies in: then it has that area's, and its precision.
    """
    home = homes(outlet, gazetteer)
    names = Finder(tree, gazetteer, frozenset(fold(c.name) for c in home)).names()
    resolve(names, home, _demonyms(tree))
    return [_place(n, _area_of(n, after, tree), tree) for n, after in zip_longest(names, names[1:]) if n is not None]


def _area_of(n: Name, following: Name | None, tree: Tree) -> Candidate | None:
    """The country or region that a name in no table is said to lie in (`Lower Quonk, Ohio`)."""
    if n.sense is not None or following is None or following.sense is None:
        return None
    inside = following.sense.feature in ("country", "admin1", "admin2")
    return following.sense if inside and joined(n, following, (",", ", in", "in"), tree.text) else None


def _demonyms(tree: Tree) -> Counter[str]:
    """How often the adjective of each country, or the word for its people, stands in the text."""
    found = (countries.adjective(t.text) for t in tree.tokens
             if t.text[:1].isupper() and len(t.text) > 3 and not countries.named(t.text))
    return Counter(code for code in found if code)


def _place(n: Name, area: Candidate | None, tree: Tree) -> Place:
    text = tree.text[n.start:n.end]
    c = n.sense
    role: Literal["location", "actor"] = "actor" if acts(n) else "location"
    if area is not None:
        return Place(n.start, n.end, text, text, round(area.lat, 5), round(area.lon, 5), area.country, area.admin1,
                     "other", _PRECISION[area.feature], None, role)
    if c is None:
        return Place(n.start, n.end, text, text, None, None, None, None, "other", "region", None, role)
    return Place(n.start, n.end, text, c.name, round(c.lat, 5), round(c.lon, 5), c.country, c.admin1, c.kind,
                 _precision(n, c), c.geonameid, role)


def _precision(n: Name, c: Candidate) -> PlacePrecision:
    """`near` for a city that something is near, outside or so far from (`ten miles north of Leeds`)."""
    if c.feature in ("city", "building"):
        first = n.tokens[0]
        k = first.i - first.sentence.tokens[0].i
        before = [t.lower for t in first.sentence.tokens[max(0, k - 3):k] if t.lower != "the"]
        if before[-1:] and (before[-1] in NEAR or (before[-1] == "of" and before[-2:-1] and before[-2] in DISTANT)):
            return "near"
    return _PRECISION[c.feature]
