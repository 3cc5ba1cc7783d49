"""Years that one report leaves out and a sibling report of the same story gives.

The only step after reading that changes a reading: it returns new ones, and what it filled in says `sibling`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sayso.model.article import Article
from sayso.model.link import Story
from sayso.model.reading import DateExpression, Reading
from sayso.model.statement import EventDate, Statement

Fill = Callable[[Sequence[DateExpression], str], tuple[DateExpression, ...]]
Interval = Callable[[str], tuple[str, str] | None]
NEAR = 3
LEAD = 3


def fill_years(readings: Sequence[Reading], stories: Sequence[Story], fill: Fill, interval: Interval) -> list[Reading]:
    """The readings in their order. `fill` resolves expressions by a sibling's day, `interval` gives a value's bounds."""
    by_id = {r.article.id: r for r in readings}
    filled: dict[str, Reading] = {}
    for story in stories:
        members = [by_id[i] for i in story.articles]
        days = sorted(r.article.published[:10] for r in members if r.article.published and len(r.article.published) >= 10)
        if not days:
            continue
        for r in members:
            if r.article.published is None and r.article.read:
                filled[r.article.id] = _filled(r, days[len(days) // 2], fill, interval)
    return [filled.get(r.article.id, r) for r in readings]


def _filled(r: Reading, day: str, fill: Fill, interval: Interval) -> Reading:
    dates = fill(r.dates, day)
    values = {old.value: new.value for old, new in zip(r.dates, dates, strict=True) if new.value != old.value}
    return replace(
        r, article=_dated(r.article, r, dates, day), dates=dates,
        attributions=tuple(replace(a, said_on=values.get(a.said_on or "", a.said_on)) for a in r.attributions),
        statements=tuple(_restated(s, r.dates, dates, values, interval) for s in r.statements))


def _dated(article: Article, r: Reading, dates: Sequence[DateExpression], day: str) -> Article:
    """The article's own day, where its first sentences name a day within a few days of the sibling's."""
    lead_end = r.sentences[min(LEAD, len(r.sentences)) - 1].end if r.sentences else 0
    for d in dates:
        if d.start < lead_end and d.type == "DATE" and len(d.value) == 10 and _apart(d.value, day) <= NEAR:
            return replace(article, published=d.value, published_from="sibling")
    return article


def _restated(s: Statement, old: Sequence[DateExpression], new: Sequence[DateExpression], values: Mapping[str, str],
              interval: Interval) -> Statement:
    said_on = values.get(s.said_on or "", s.said_on)
    if s.date is None:
        return replace(s, said_on=said_on)
    value = next((n.value for o, n in zip(old, new, strict=True)
                  if o.value == s.date.value and any(a <= o.start < b for a, b in s.spans)), s.date.value)
    return replace(s, said_on=said_on, date=EventDate(value, *(interval(value) or (None, None))))


def _apart(a: str, b: str) -> int:
    try:
        return abs((date.fromisoformat(a) - date.fromisoformat(b)).days)
    except ValueError:
        return NEAR + 1
