"""How belief is spread over the places that each name may mean, by size and by what fits the other names.

In a few rounds each name's candidates gain by countries and regions that the other names share, and by other names'
places close by; two unsure names with places next to each other speak for these.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import cos, exp, hypot, log10, radians

from sayso.read.gazetteer import Candidate
from sayso.read.places_spans import Name, is_capital

ROUNDS = 4
KM_A_DEGREE = 111.2
FAR = 3.0
TOWN = 50_000
FAMOUS = 300_000


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each sign counts, in powers of ten of population.

    `famous` is for cities known the world over, whose names are not lightly taken for a small place's near by; in an
    article of an outlet that is named after a place `famous_at_home` stands for it.
    """

    country_kind: float = 2.8
    region_kind: float = 0.9
    second_kind: float = -0.4
    area_kind: float = 1.75
    other_name: float = 1.0
    derived_name: float = 0.4
    byname: float = 0.6
    famous: float = 1.5
    famous_at_home: float = 0.0
    same_country: float = 4.0
    same_region: float = 1.0
    near: float = 7.0
    near_km: float = 60.0
    spelt_out: float = 6.0
    twin: float = 2.5
    country_word: float = 0.2
    demonym: float = 0.6
    plausible: float = 0.42
    unsure: float = 1.2
    home: float = 1.0
    covered: float = 2.8
    maybe: float = 0.6
    capital: float = 1.1
    sharp: float = 2.0


STANDARD = Weights()


@dataclass(slots=True)
class Group:
    """The mentions of one name that are resolved together; `shares` is how belief is spread over the candidates."""

    candidates: list[Candidate]
    prior: list[float]
    names: list[Name] = field(default_factory=list)
    shares: list[float] = field(default_factory=list)
    plausible: list[float] = field(default_factory=list)

    def compare(self, power: float) -> None:
        """Sets `plausible`: how each candidate's size compares with the likeliest's, from 1 down."""
        top = max(self.prior)
        self.plausible = [10 ** (power * (p - top)) for p in self.prior]

    def settle(self, scores: list[float], sharp: float) -> None:
        top = max(scores)
        powers = [exp(sharp * (s - top)) for s in scores]
        total = sum(powers)
        self.shares = [p / total for p in powers]

    @property
    def best(self) -> Candidate:
        return self.candidates[max(range(len(self.shares)), key=self.shares.__getitem__)]


def priors(chosen: Sequence[Candidate], w: Weights) -> list[float]:
    """How likely each candidate is without any context: its size, its kind, how usual the name is for it.

    A region counts less beside the town of its name, or a capital of its country (`Washington`), unless the text
    says that it means the region.
    """
    towns = [c for c in chosen if c.feature == "city" and c.rank >= 1 and c.population > TOWN]
    twins = {(c.country, c.admin1) for c in towns}
    capitals = {c.country for c in towns if is_capital(c)}
    return [prior(c, w) - w.twin * (c.feature == "admin1" and (c.country in capitals or
                                                                (c.country, c.admin1) in twins)) for c in chosen]


def prior(c: Candidate, w: Weights) -> float:
    """The same for one candidate, whatever the others are."""
    if c.rank == 0:
        return log10(c.population + 300) - w.other_name
    kind = {"country": w.country_kind, "admin1": w.region_kind, "admin2": w.second_kind, "continent": w.area_kind,
            "area": w.area_kind, "water": w.area_kind, "mountain": w.area_kind}.get(c.feature, 0.0)
    capital = w.capital if is_capital(c) and c.rank > 1 else 0.0
    byname = w.byname if c.rank == 1 and c.feature == "city" else 0.0
    famous = w.famous * min(1.0, log10(c.population / FAMOUS) / 0.5) if c.rank == 3 and c.feature == "city" \
        and c.population > FAMOUS else 0.0
    return log10(c.population + 300) + kind + max(capital, famous) - byname - (w.derived_name if c.rank == 1 else 0.0)


def settle_together(groups: list[Group], home: Group | None, demonyms: Counter[str], w: Weights) -> None:
    """Sets the shares of all groups; `home` is the outlet's own place, a group more."""
    for g in groups:
        g.settle(g.prior, w.sharp)
    context = [*groups, home] if home else groups
    for g in context:
        g.compare(w.plausible)
    at_home = {id(c): k for k, c in enumerate(home.candidates)} if home else {}
    covered = _covered(context)
    links = [_links(g, context, w) if len(g.candidates) > 1 else [] for g in context]
    fixed = [[p + w.covered * _share_of(covered, c, q, len(context))
              for c, p, q in zip(g.candidates, g.prior, g.plausible, strict=True)] for g in context]
    for _ in range(ROUNDS):
        shares = _shares(context, demonyms, w)
        for g, base, near in zip(context, fixed, links, strict=True):
            if len(g.candidates) < 2:
                continue
            scores = [b + _fit(c, g, shares, w) + w.near * _nearness(n, context, w.maybe)
                      for b, c, n in zip(base, g.candidates, near, strict=True)]
            if home and g is not home:
                for k, c in enumerate(g.candidates):
                    if id(c) in at_home:
                        scores[k] += w.home * home.shares[at_home[id(c)]]
            g.settle(scores, w.sharp)


Region = tuple[str | None, str | None]
Shares = tuple[dict[str | None, float], dict[Region, float]]
Link = tuple[int, int, float]


def _covered(context: list[Group]) -> dict[Region, float]:
    """How many of the names could lie in each region, each by how plausible its place there is by size."""
    out: dict[Region, float] = defaultdict(float)
    for g in context:
        best: dict[Region, float] = {}
        for c, p in zip(g.candidates, g.plausible, strict=True):
            if c.admin1 and c.rank > 0 and c.feature != "admin1":
                best[c.country, c.admin1] = max(p, best.get((c.country, c.admin1), 0.0))
        for region, p in best.items():
            out[region] += p
    return out


def _share_of(covered: dict[Region, float], c: Candidate, own: float, names: int) -> float:
    """The share of the other names that could lie in the candidate's region; 0 where there are none to speak of."""
    if not c.admin1 or names < 3:
        return 0.0
    return max(0.0, covered[c.country, c.admin1] - own) / (names - 1)


def _shares(context: list[Group], demonyms: Counter[str], w: Weights) -> Shares:
    """How much of the article's names each country and each region holds, by belief."""
    countries: dict[str | None, float] = defaultdict(float)
    regions: dict[Region, float] = defaultdict(float)
    for g in context:
        for c, s in zip(g.candidates, g.shares, strict=True):
            if s > 0.02:
                countries[c.country] += s * (w.country_word if c.feature == "country" else 1.0)
                if c.admin1:
                    regions[c.country, c.admin1] += s
    for code, n in demonyms.items():
        countries[code] += w.demonym * min(2.0, 0.5 + 0.5 * n)
    return countries, regions


def _fit(c: Candidate, own: Group, shares: Shares, w: Weights) -> float:
    """How well a candidate fits the countries and the regions of the other names."""
    if c.country is None:
        return 0.0
    countries, regions = shares
    total = sum(countries.values()) - 1.0 + w.unsure
    nation, region = countries[c.country], regions[c.country, c.admin1] if c.admin1 else 0.0
    for o, s in zip(own.candidates, own.shares, strict=True):
        if s > 0.02 and o.country == c.country:
            nation -= s
            if o.feature == "country":
                nation += s * (1 - w.country_word)
            if o.admin1 == c.admin1 and c.admin1:
                region -= s
    return w.same_country * max(0.0, nation / total) + w.same_region * min(1.0, region)


def _links(own: Group, context: list[Group], w: Weights) -> list[list[Link]]:
    """For each candidate, the other names' candidates that lie near: name, candidate, closeness from 1 down to 0."""
    others: dict[str, list[tuple[int, int, float, float]]] = defaultdict(list)
    for k, g in enumerate(context):
        if g is not own:
            for i, o in enumerate(g.candidates):
                if o.country and o.rank > 0 and o.feature not in ("country", "admin1"):
                    others[o.country].append((k, i, o.lat, o.lon))
    reach = FAR * w.near_km / KM_A_DEGREE
    out = []
    for c in own.candidates:
        found: list[Link] = []
        if c.country and c.feature != "country":
            shrink = cos(radians(c.lat))
            for k, i, lat, lon in others[c.country]:
                if abs(lat - c.lat) < reach and abs(lon - c.lon) * shrink < reach:
                    d = KM_A_DEGREE * hypot(lat - c.lat, (lon - c.lon) * shrink)
                    found.append((k, i, exp(-d / w.near_km)))
        out.append(found)
    return out


def _nearness(links: list[Link], context: list[Group], maybe: float) -> float:
    """1 where two other names surely lie at the same spot, falling off with distance; the two nearest count.

    Two names that are both unsure and have places close to each other still speak for these places: `maybe`.
    """
    best: dict[int, float] = {}
    for k, i, closeness in links:
        value = max(context[k].shares[i], maybe * context[k].plausible[i]) * closeness
        if value > best.get(k, 0.0):
            best[k] = value
    top = sorted(best.values(), reverse=True)[:2]
    return 0.7 * top[0] + (0.3 * top[1] if len(top) > 1 else 0.0) if top else 0.0
