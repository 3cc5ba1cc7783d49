"""Which of the places of one name is meant: what it is said to lie in, what else the article names, how large it is.

Each name's candidates are weighed by their size and by the other names' likeliest places (near ones, ones in the same
region and country), in a few rounds, so that all names of an article settle together: the spread is kept small, as in
Leidner (2007) and Lieberman et al. (2010).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import cos, exp, hypot, log10, radians

from sayso.data.countries import capital_of
from sayso.read.gazetteer import Candidate
from sayso.read.places_spans import Name, is_abbreviation

ROUNDS = 4
WEIGHED = 70
KM_A_DEGREE = 111.2
FAR = 3.0


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each sign counts, in powers of ten of population."""

    country_kind: float = 5.0
    region_kind: float = 0.9
    second_kind: float = -0.6
    area_kind: float = 2.5
    other_name: float = 1.0
    derived_name: float = 0.6
    same_country: float = 4.0
    same_region: float = 1.5
    near: float = 7.0
    near_km: float = 60.0
    spelt_out: float = 6.0
    home: float = 1.0
    covered: float = 4.0
    maybe: float = 0.45
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

    def settle(self, scores: list[float], sharp: float) -> None:
        top = max(scores)
        powers = [exp(sharp * (s - top)) for s in scores]
        total = sum(powers)
        self.shares = [p / total for p in powers]

    @property
    def best(self) -> Candidate:
        return self.candidates[max(range(len(self.shares)), key=self.shares.__getitem__)]


def resolve(names: Sequence[Name], homes: Sequence[Candidate], demonyms: Counter[str], w: Weights = STANDARD) -> None:
    """Sets `sense` of every name that has candidates.

    `homes` are places that the outlet's own name speaks of; `demonyms` says how often each country's adjective stands
    in the text. A name with areas takes a candidate inside one of them; then the rest are weighed.
    """
    groups: dict[tuple[str, bool], Group] = {}
    spelt: dict[str, set[int]] = defaultdict(set)
    for k, n in enumerate(names):
        if n.candidates:
            _contained(names, k, spelt, w)
    for n in names:
        if not n.candidates:
            continue
        fixed = n.sense is not None
        key = (n.key if not fixed else f"{n.key}@{id(n.sense)}", fixed)
        if key not in groups:
            chosen = [n.sense] if n.sense is not None else _choose(n, spelt[n.key])
            groups[key] = Group(chosen, [_prior(c, n.key, w) + w.spelt_out * (id(c) in spelt[n.key]) for c in chosen])
        groups[key].names.append(n)
    _settle_together(list(groups.values()), _home_group(homes), demonyms, w)
    for g in groups.values():
        for n in g.names:
            n.sense = g.best


def _contained(names: Sequence[Name], k: int, spelt: dict[str, set[int]], w: Weights) -> None:
    """The pair of `Springfield, Ill.`: the largest candidate inside an area, and the area itself."""
    n = names[k]
    if not n.areas:
        return
    pairs = [(_prior(c, n.key, w), _prior(a, "", w), c, a) for c in n.candidates for a in n.areas if c.inside(a)]
    if not pairs:
        return
    _, _, inner, area = max(pairs, key=lambda p: (p[0] + p[1] * 0.5))
    n.sense = inner
    spelt[n.key].add(id(inner))
    if k + 1 < len(names) and any(area is c for c in names[k + 1].candidates) and names[k + 1].sense is None:
        names[k + 1].sense = area


def _choose(n: Name, spelt: set[int]) -> list[Candidate]:
    """The candidates worth weighing: those spelt out in the article, then the usual ones by rank and size."""
    usual = [c for c in n.candidates if not is_abbreviation(n.key, c) or len(n.candidates) == 1] or list(n.candidates)
    nations = {c.country for c in usual if c.feature == "country" and c.rank > 1}
    usual = [c for c in usual if c.rank > 1 or c.country not in nations or id(c) in spelt]
    usual.sort(key=lambda c: (id(c) not in spelt, -_prior(c, n.key, STANDARD)))
    return usual[:WEIGHED]


def _prior(c: Candidate, key: str, w: Weights) -> float:
    """How likely the candidate is without any context: size, kind, how usual the name is."""
    if c.rank == 0:
        return log10(c.population + 300) - w.other_name
    kind = {"country": w.country_kind, "admin1": w.region_kind, "admin2": w.second_kind, "continent": w.area_kind,
            "area": w.area_kind, "water": w.area_kind, "mountain": w.area_kind}.get(c.feature, 0.0)
    name = w.derived_name if c.rank == 1 else 0.0
    capital = w.capital if c.feature == "city" and c.population > 100_000 and capital_of(c.name) == c.country else 0.0
    return log10(c.population + 300) + kind - name + capital


def _home_group(homes: Sequence[Candidate]) -> Group | None:
    """The outlet's own place as one more name; where it may be several, each counts alike but for its size."""
    if not homes:
        return None
    prior = [0.4 * log10(c.population + 300) for c in homes]
    g = Group(list(homes), prior)
    g.settle(prior, 1.0)
    return g


def _settle_together(groups: list[Group], home: Group | None, demonyms: Counter[str], w: Weights) -> None:
    for g in groups:
        g.settle(g.prior, w.sharp)
    context = [*groups, home] if home else groups
    at_home = {id(c): k for k, c in enumerate(home.candidates)} if home else {}
    covered = _covered(context)
    links = [_links(g, context, w) if len(g.candidates) > 1 else [] for g in context]
    fixed = [[p + w.covered * _share_of(covered, c, len(context)) for c, p in zip(g.candidates, g.prior, strict=True)]
             for g in context]
    for _ in range(ROUNDS):
        shares = _shares(context, demonyms)
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


def _covered(context: list[Group]) -> Counter[Region]:
    """How many of the names could lie in each region, whatever else they may be."""
    out: Counter[Region] = Counter()
    for g in context:
        out.update({(c.country, c.admin1) for c in g.candidates if c.admin1 and c.rank > 0})
    return out


def _share_of(covered: Counter[Region], c: Candidate, names: int) -> float:
    """The share of the other names that could lie in the candidate's region; 0 where there are none to speak of."""
    if not c.admin1 or names < 3:
        return 0.0
    return (covered[c.country, c.admin1] - 1) / (names - 1)


def _shares(context: list[Group], demonyms: Counter[str]) -> Shares:
    """How much of the article's names each country and each region holds, by belief."""
    countries: dict[str | None, float] = defaultdict(float)
    regions: dict[Region, float] = defaultdict(float)
    for g in context:
        for c, s in zip(g.candidates, g.shares, strict=True):
            if s > 0.02:
                countries[c.country] += s
                if c.admin1:
                    regions[c.country, c.admin1] += s
    for code, n in demonyms.items():
        countries[code] += min(2.0, 0.5 + 0.5 * n)
    return countries, regions


def _fit(c: Candidate, own: Group, shares: Shares, w: Weights) -> float:
    """How well a candidate fits the countries and the regions of the other names."""
    if c.country is None:
        return 0.0
    countries, regions = shares
    total = sum(countries.values()) - 1.0
    nation, region = countries[c.country], regions[c.country, c.admin1] if c.admin1 else 0.0
    for o, s in zip(own.candidates, own.shares, strict=True):
        if s > 0.02 and o.country == c.country:
            nation -= s
            if o.admin1 == c.admin1 and c.admin1:
                region -= s
    return w.same_country * (nation / total if total > 0.05 else 0.0) + w.same_region * min(1.0, region)


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
        value = max(context[k].shares[i], maybe) * closeness
        if value > best.get(k, 0.0):
            best[k] = value
    top = sorted(best.values(), reverse=True)[:2]
    return 0.7 * top[0] + (0.3 * top[1] if len(top) > 1 else 0.0) if top else 0.0
