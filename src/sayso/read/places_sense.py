"""Which of the places of one name is meant: what it is said to lie in, what else the article names, how large it is.

Each name's candidates are weighed by their size and by the other names' likeliest places (near ones, ones in the same
region and country), in a few rounds, so that all names of an article settle together: the spread is kept small, as in
Leidner (2007) and Lieberman et al. (2010).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from math import log10

from sayso.read.gazetteer import Candidate
from sayso.read.places_belief import STANDARD, Group, Weights, prior, priors, settle_together
from sayso.read.places_spans import USUAL, Name, is_abbreviation
from sayso.read.places_within import only_state

WEIGHED = 70
WELL_KNOWN = 40_000
SMALL_TOWN = 3_000
MANY_STATES = 3


def resolve(names: Sequence[Name], homes: Sequence[Candidate], demonyms: Counter[str], w: Weights = STANDARD) -> None:
    """Sets `sense` of every name that has candidates.

    `homes` are places that the outlet's own name speaks of; `demonyms` says how often each country's adjective stands
    in the text. A name with areas takes a candidate inside one of them; then the rest are weighed.
    """
    if homes:
        w = replace(w, famous=w.famous_at_home)
    groups: dict[tuple[str, bool], Group] = {}
    spelt: dict[str, set[int]] = defaultdict(set)
    for k, n in enumerate(names):
        if n.candidates:
            _contained(names, k, spelt, w)
    _as_before(names, spelt)
    states = _states(names)
    for n in names:
        if not n.candidates:
            continue
        fixed = n.sense is not None
        key = (f"{n.key}@{id(n.sense) if fixed else len(n.candidates)}", fixed)
        if key not in groups:
            chosen = [n.sense] if n.sense is not None else _choose(n, spelt[n.key])
            if len(chosen) > 1:
                chosen = _state_among_states(chosen, states)
            groups[key] = Group(chosen, [p + w.spelt_out * (id(c) in spelt[n.key])
                                         for c, p in zip(chosen, priors(chosen, w), strict=True)])
        groups[key].names.append(n)
    settle_together(list(groups.values()), _home_group(homes), demonyms, w)
    for g in groups.values():
        for n in g.names:
            n.sense = g.best


def _states(names: Sequence[Name]) -> Counter[str | None]:
    """How many states or provinces of each country the article names that can mean nothing else of any size."""
    sure = {n.key: state.country for n in names if (state := only_state(n)) is not None}
    return Counter(sure.values())


def _state_among_states(chosen: list[Candidate], states: Counter[str | None]) -> list[Candidate]:
    """`New York` beside Texas, Kansas and Ohio: the state, where the city is of its name."""
    own = [c for c in chosen if c.feature == "admin1" and c.rank >= USUAL and states[c.country] >= MANY_STATES]
    twins = {(c.country, c.admin1) for c in own}
    kept = [c for c in chosen if c.feature != "city" or (c.country, c.admin1) not in twins]
    return kept if own else chosen


def _contained(names: Sequence[Name], k: int, spelt: dict[str, set[int]], w: Weights) -> None:
    """The pair of `Springfield, Ill.`: the likeliest candidate inside an area, and the area itself."""
    n = names[k]
    inner = [c for c in n.candidates if any(c.inside(a) for a in n.areas)]
    if not inner:
        return
    best: tuple[float, Candidate, Candidate] | None = None
    for c, p in zip(inner, priors(inner, w), strict=True):
        for a, q in zip(n.areas, priors(n.areas, w), strict=True):
            if c.inside(a) and (best is None or p + 0.5 * q > best[0]):
                best = (p + 0.5 * q, c, a)
    if best is None:
        return
    _, n.sense, area = best
    spelt[n.key].add(id(n.sense))
    following = names[k + 1] if k + 1 < len(names) else None
    if following is not None and following.sense is None and any(area is c for c in following.candidates):
        following.sense = area
        spelt[following.key].add(id(area))


def _as_before(names: Sequence[Name], spelt: dict[str, set[int]]) -> None:
    """Where an article spells out two places of one name, each bare mention is the one spelt out last before it."""
    last: dict[str, Candidate] = {}
    for n in names:
        if n.sense is not None and id(n.sense) in spelt[n.key]:
            last[n.key] = n.sense
        elif len(spelt[n.key]) > 1 and n.key in last and n.sense is None:
            n.sense = last[n.key]


def _choose(n: Name, spelt: set[int]) -> list[Candidate]:
    """The candidates worth weighing: those spelt out in the article, then the usual ones by rank and size.

    A name on record for a small place or a region only is left out where others have it as their own (`Washington`
    was once a name of a town in New Jersey); so is a part of a country that shares the country's name, and a region
    that is called by its town's name (`Kursk`) where its own would say so.
    """
    usual = [c for c in n.candidates if not is_abbreviation(n.key, c) or len(n.candidates) == 1] or list(n.candidates)
    owned = any(c.rank >= 2 for c in usual)
    nations = {c.country for c in usual if c.feature == "country" and c.rank > 1}
    usual = [c for c in usual if id(c) in spelt or not (c.country in nations and c.feature in ("admin1", "admin2"))]
    usual = [c for c in usual if id(c) in spelt or c.rank > 1 or not (
        c.country in nations or (owned and c.rank == 0 and (c.feature != "city" or c.population < WELL_KNOWN)))]
    towns = {(c.country, c.admin1) for c in usual if c.feature == "city" and c.rank >= 1 and c.population > SMALL_TOWN}
    usual = [c for c in usual if not (c.rank < 2 and c.feature in ("admin1", "admin2")
                                      and (c.country, c.admin1) in towns and id(c) not in spelt)]
    usual.sort(key=lambda c: (id(c) not in spelt, -prior(c, STANDARD)))
    return usual[:WEIGHED]


def _home_group(homes: Sequence[Candidate]) -> Group | None:
    """The outlet's own place as one more name; where it may be several, each counts alike but for its size."""
    if not homes:
        return None
    sizes = [0.4 * log10(c.population + 300) for c in homes]
    g = Group(list(homes), sizes)
    g.settle(sizes, 1.0)
    return g
