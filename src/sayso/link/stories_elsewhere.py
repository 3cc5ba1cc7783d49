"""Parts of a roundup that have nothing to do with the story the rest of it belongs to."""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.link.stories_also import Embed
from sayso.link.stories_pairs import UNCOMMON, odds_of, rarity_of, values_of
from sayso.link.stories_sections import Section
from sayso.link.stories_terms import Profile, profiles
from sayso.model.link import StoryPassage

STRANGE = -2.0
MATES = 50
# Two reports of one day have its name in common, whatever they tell.
_CALENDAR = frozenset(w.lower() for w in (*calendar.day_name, *calendar.month_name) if w)


def elsewhere(articles: Sequence[Profile], vectors: NDArray[np.float32], threads: Sequence[Sequence[int]],
              where: Mapping[str, int], parts: Sequence[Section], embed: Embed) -> dict[str, tuple[StoryPassage, ...]]:
    """The sections under headings of their own that report none of what their article's thread is about, by article.

    Such a section names somebody or some place, and nobody and no place that another report of the thread or the rest of
    the article names as well; and there is no report of the thread that it is likely to report one event with. An article
    of which every section is like that is left as it is: then it is the article that is unlike the others.
    """
    mates = {k: [m for m in thread if m != k][:MATES] for thread in threads for k in thread if len(thread) > 1}
    rarity = rarity_of(articles)
    told = profiles([s.reading for s in parts])
    rarity = rarity_of(told) | rarity
    by_article: dict[str, list[int]] = defaultdict(list)
    for n, section in enumerate(parts):
        by_article[section.article].append(n)
    out: dict[str, tuple[StoryPassage, ...]] = {}
    for article, own in by_article.items():
        if not (others := mates.get(where[article])):
            continue
        known = frozenset().union(*(articles[m].names for m in others))
        strange = [n for n in own if parts[n].reading.article.title and _is_strange(told, n, own, known, rarity)]
        if not strange or len(strange) == len(own):
            continue
        odds = _best(articles, vectors, others, [told[n] for n in strange], rarity, embed)
        if found := [StoryPassage(article, parts[n].start, parts[n].end, round(x, 2))
                     for n, x in zip(strange, odds, strict=True) if x < STRANGE]:
            out[article] = tuple(found)
    return out


def _is_strange(told: Sequence[Profile], n: int, own: Sequence[int], known: frozenset[str], rarity: Mapping[str, float]) -> bool:
    """Has the section uncommon names, and none that the others of the thread or the other sections have?"""
    names = {w for w in told[n].names if rarity.get(w, 0.0) > UNCOMMON} - _CALENDAR
    return bool(names) and not names & known and not any(names & told[m].names for m in own if m != n)


def _best(articles: Sequence[Profile], vectors: NDArray[np.float32], others: Sequence[int], told: Sequence[Profile],
          rarity: dict[str, float], embed: Embed) -> list[float]:
    """The best log-odds of each section with any of the other articles."""
    both = [*(articles[m] for m in others), *told]
    rows = np.vstack([vectors[list(others)], embed([p.shown for p in told])])
    left = np.tile(np.arange(len(others), dtype=np.int64), len(told))
    right = np.repeat(np.arange(len(told), dtype=np.int64), len(others)) + len(others)
    odds = odds_of(values_of(both, rows, rarity, left, right)).reshape(len(told), len(others))
    return [float(x) for x in odds.max(axis=1)]
