"""Parts of one article that report the event of another story, and what holds each article to its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.link.stories_pairs import BIAS, EVIDENCE, UNCOMMON, odds_of, rarity_of, values_of
from sayso.link.stories_sections import Section
from sayso.link.stories_terms import Profile, profiles
from sayso.model.link import StoryLink, StoryPassage

SURE = 0.0
NEAREST = 5
LOOKED_AT = 250
STRONGEST = 4

Embed = Callable[[Sequence[str]], NDArray[np.float32]]


def passages(articles: Sequence[Profile], vectors: NDArray[np.float32], homes: Sequence[int], where: Mapping[str, int],
             parts: Sequence[Section], embed: Embed) -> dict[int, tuple[StoryPassage, ...]]:
    """The sections that report the event of another story than their article's, by number of that story.

    `homes` gives each article's thread by number, `where` each article's place in `articles` by its id. A section goes to
    the story whose nearest articles it is, on the mean, more likely than not to report with.
    """
    found: dict[int, list[StoryPassage]] = defaultdict(list)
    told = profiles([s.reading for s in parts])
    left, right = _candidates(articles, told, [homes[where[s.article]] for s in parts], homes)
    if not len(left):
        return {}
    both = [*articles, *told]
    rarity = rarity_of(articles)
    rarity = rarity_of(told) | rarity
    odds = odds_of(values_of(both, np.vstack([vectors, embed([p.shown for p in told])]), rarity, left, right + len(articles)))
    for k, section in enumerate(parts):
        by_story: dict[int, list[float]] = defaultdict(list)
        for i in np.flatnonzero(right == k):
            by_story[homes[left[i]]].append(float(odds[i]))
        mean = {s: sum(near) / len(near) for s, v in by_story.items() if (near := sorted(v)[-NEAREST:])}
        best = min(mean, key=lambda s: (-mean[s], s), default=None)
        if best is not None and mean[best] > SURE:
            found[best].append(StoryPassage(section.article, section.start, section.end, round(mean[best], 2)))
    return {s: tuple(p) for s, p in found.items()}


def _candidates(articles: Sequence[Profile], told: Sequence[Profile], own: Sequence[int], homes: Sequence[int],
                ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Articles of other threads that share an uncommon name with a section: (article, section) in two columns."""
    rarity = rarity_of(articles)
    holders: dict[str, list[int]] = defaultdict(list)
    wanted = {n for p in told for n in p.names if rarity.get(n, 0.0) > UNCOMMON}
    for k, a in enumerate(articles):
        for name in a.names & wanted:
            holders[name].append(k)
    pairs = []
    for k, p in enumerate(told):
        shared: dict[int, float] = defaultdict(float)
        for name in sorted(p.names & wanted):
            for i in holders[name]:
                if homes[i] != own[k]:
                    shared[i] += rarity[name]
        pairs += [(i, k) for i in sorted(shared, key=lambda i: (-shared[i], i))[:LOOKED_AT]]
    table = np.array(pairs, np.int64).reshape(-1, 2)
    return table[:, 0], table[:, 1]


def links(articles: Sequence[Profile], ids: Sequence[str], vectors: NDArray[np.float32],
          nearest: Mapping[int, int]) -> dict[int, StoryLink]:
    """For each article and the one of its story that it is nearest to, what speaks for one event and what against it.

    The parts, bias included, add up to the odds, but for what is cut off beyond 8 either way.
    """
    if not nearest:
        return {}
    left, right = np.array(list(nearest), np.int64), np.array(list(nearest.values()), np.int64)
    rarity = rarity_of(articles)
    values = values_of(articles, vectors, rarity, left, right)
    odds = odds_of(values)
    out = {}
    for n, (k, other) in enumerate(nearest.items()):
        parts = tuple((e.name, round(float(e.weight * values[e.name][n]), 2)) for e in EVIDENCE if values[e.name][n])
        out[k] = StoryLink(ids[k], ids[other], round(float(odds[n]), 2), (("bias", BIAS), *parts),
                           _why(parts, articles[k].names & articles[other].names, rarity))
    return out


def _why(parts: Sequence[tuple[str, float]], shared: frozenset[str], rarity: Mapping[str, float]) -> str:
    strongest = sorted(parts, key=lambda p: (-abs(p[1]), p[0]))[:STRONGEST]
    names = sorted(shared, key=lambda n: (-rarity[n], n))[:STRONGEST]
    return "; ".join(f"{name} {value:+.1f}" for name, value in strongest) + (f" [{', '.join(names)}]" if names else "")
