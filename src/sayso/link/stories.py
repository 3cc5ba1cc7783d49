"""Stories: which articles report one event. A function of the set of articles, whatever order they came in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from sayso.link.stories_also import Embed, links, passages
from sayso.link.stories_cluster import groups
from sayso.link.stories_elsewhere import elsewhere
from sayso.link.stories_pairs import FLOOR, Pairs, pairs
from sayso.link.stories_sections import Section, all_sections
from sayso.link.stories_terms import Profile, profiles
from sayso.link.vectors import embedder
from sayso.model.ids import set_id
from sayso.model.link import Copy, Story, StoryLink, StoryPassage
from sayso.model.reading import Reading
from sayso.settings import Settings

TITLE = 110
NEAR_DAYS = 2


def find_stories(readings: Sequence[Reading], settings: Settings | None = None, embed: Embed | None = None,
                 copies: Sequence[Copy] = ()) -> list[Story]:
    """The stories of these articles, in time order (undated ones last); every article has one home.

    Articles are grouped by evidence that adds up (`stories_pairs.EVIDENCE`). A group is a thread: it is cut where
    more than `settings.story_window_days` pass without a report, unless the next report points back to the days
    of the event; the parts are stories that share a `thread`. A story's id is born from its earliest article. Parts of
    roundups and live blogs stand in the stories they report, too (`also_in`, `passages`); what a roundup tells besides
    its own story is `elsewhere`.
    `embed` turns texts into rows of length 1, by default the pinned model's; raises SetupError if that is not
    there. A whole copy, of those given, has the vector of what it copies. No article may come twice.
    """
    settings = settings or Settings()
    ordered = sorted(readings, key=lambda r: r.article.id)
    if not ordered:
        return []
    articles = profiles(ordered)
    embed = embed or embedder(settings.model_dir).embed
    shown = {r.article.id: a.shown for r, a in zip(ordered, articles, strict=True)}
    root = {c.article: c.of for c in copies if c.kind == "whole" and c.of in shown}
    vectors = embed([shown[root.get(i, i)] for i in shown])
    weighed = pairs(articles, vectors)
    odds = _Odds(weighed)
    threads = [_parts(ordered, articles, thread, odds, settings.story_window_days)
               for thread in groups(len(ordered), weighed)]
    ids = [r.article.id for r in ordered]
    parts_of = all_sections(ordered)
    where = {r.article.id: k for k, r in enumerate(ordered)}
    also = _also(articles, vectors, threads, where, parts_of, embed)
    whole = [[k for part in thread for k in part] for thread in threads]
    apart = elsewhere(articles, vectors, whole, where, parts_of, embed)
    why = links(articles, ids, vectors, odds.nearest([part for thread in threads for part in thread]))
    out: list[Story] = []
    for n, parts in enumerate(threads):
        name = set_id("thread", [ids[parts[0][0]]]) if len(parts) > 1 else None
        out.extend(_story(ordered, articles, part, odds, name, also.get((n, m), ()), why) for m, part in enumerate(parts))
    out = [replace(s, elsewhere=tuple(p for i in s.articles for p in apart.get(i, ()))) for s in out]
    return sorted(out, key=lambda s: (s.first or "9999", s.id))


Numbered = tuple[int, int]


def _also(articles: Sequence[Profile], vectors: NDArray[np.float32], threads: Sequence[Sequence[Sequence[int]]],
          where: Mapping[str, int], parts: Sequence[Section], embed: Embed) -> dict[Numbered, tuple[StoryPassage, ...]]:
    """The parts of roundups and live blogs by the story they report, as number of its thread and in it.

    Of the stories of one thread it is the one with the report that is nearest in time.
    """
    if not parts:
        return {}
    homes = [0] * len(articles)
    for n, thread in enumerate(threads):
        for k in (k for part in thread for k in part):
            homes[k] = n
    out: dict[Numbered, list[StoryPassage]] = {}
    for n, found in passages(articles, vectors, homes, where, parts, embed).items():
        for p in found:
            day = articles[where[p.article]].day
            apart = [min((_apart(articles[k].day, day) for k in part), default=0) for part in threads[n]]
            out.setdefault((n, apart.index(min(apart))), []).append(p)
    return {k: tuple(v) for k, v in out.items()}


def _apart(a: int | None, b: int | None) -> int:
    return abs(a - b) if a is not None and b is not None else 9999


class _Odds:
    """The log-odds of any two articles; those that were no candidates stand at the floor."""

    def __init__(self, weighed: Pairs) -> None:
        self._known: dict[tuple[int, int], float] = {
            (i, j): odds for i, j, odds in zip(weighed.left.tolist(), weighed.right.tolist(), weighed.odds.tolist(),
                                               strict=True) if odds > -FLOOR}

    def nearest(self, parts: Sequence[Sequence[int]]) -> dict[int, int]:
        """For every article of a part of two or more the other one of it that it is nearest to."""
        home = {k: n for n, part in enumerate(parts) for k in part}
        best: dict[int, tuple[float, int]] = {}
        for (i, j), odds in self._known.items():
            if home[i] == home[j]:
                for k, other in ((i, j), (j, i)):
                    best[k] = max(best.get(k, (-FLOOR - 1, 0)), (odds, -other))
        return {k: -other for k, (_, other) in sorted(best.items())}

    def mean(self, article: int, others: Sequence[int]) -> float:
        """The mean over the others; the floor where there are none."""
        found = [self._known.get((min(article, k), max(article, k)), -FLOOR) for k in others if k != article]
        return sum(found) / len(found) if found else -FLOOR


def _parts(readings: Sequence[Reading], articles: Sequence[Profile], thread: list[int], odds: _Odds,
           window: int) -> list[list[int]]:
    """The thread cut at its silences, each part in time order; undated articles go where they fit best."""
    dated = sorted((k for k in thread if articles[k].day is not None), key=lambda k: _when(readings[k]))
    undated = [k for k in thread if articles[k].day is None]
    if not dated:
        return [undated]
    parts = [[dated[0]]]
    for k in dated[1:]:
        if _gap(articles, parts[-1][-1], k) <= window or _points_back(readings, articles, k, parts[-1]):
            parts[-1].append(k)
        else:
            parts.append([k])
    for k in undated:
        best = max(range(len(parts)), key=[odds.mean(k, part) for part in parts].__getitem__)
        parts[best].append(k)
    return parts


def _gap(articles: Sequence[Profile], earlier: int, later: int) -> int:
    return (articles[later].day or 0) - (articles[earlier].day or 0)


def _points_back(readings: Sequence[Reading], articles: Sequence[Profile], k: int, part: list[int]) -> bool:
    """Does article `k` give the date of the event, a day or two around the first report of the part, in full?"""
    first = date.fromordinal(articles[part[0]].day or 1)
    days = {(first + timedelta(days=d)).isoformat() for d in range(-NEAR_DAYS, NEAR_DAYS + 1)}
    return any(d.type in ("DATE", "TIME") and d.value[:10] in days for d in readings[k].dates)


def _story(readings: Sequence[Reading], articles: Sequence[Profile], part: list[int], odds: _Odds, thread: str | None,
           also: tuple[StoryPassage, ...], why: Mapping[int, StoryLink]) -> Story:
    in_order = sorted(part, key=lambda k: _when(readings[k]))
    ids = tuple(readings[k].article.id for k in in_order)
    dates = [p for k in in_order if (p := readings[k].article.published)]
    central = max(in_order, key=lambda k: (bool(articles[k].title), odds.mean(k, in_order), -in_order.index(k)))
    return Story(set_id("story", ids[:1]), _title(articles[central]), ids, tuple(dict.fromkeys(p.article for p in also)),
                 dates[0] if dates else None, dates[-1] if dates else None, thread, also,
                 tuple(why[k] for k in in_order if k in why))


def _when(reading: Reading) -> tuple[str, str]:
    return (reading.article.published or "9999", reading.article.id)


def _title(article: Profile) -> str:
    """The headline, or the beginning of the text, cut at a word's end."""
    text = article.title or article.shown.lstrip(". ")
    if len(text) <= TITLE:
        return text
    return text[:TITLE].rsplit(" ", 1)[0].rstrip(",;:-–— ") + "…"
