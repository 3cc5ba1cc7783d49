"""A story day by day: what is told of each, and how many reports came on it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sayso.serve.desk import Told
from sayso.serve.reports.ahead import sure, told_of
from sayso.serve.reports.view import Line
from sayso.serve.reports.words import day, first_day, opening


@dataclass(frozen=True, slots=True)
class Day:
    """`key` sorts; `reports` came that day; `due` where all that is told of it lies ahead."""

    key: str
    name: str
    lines: tuple[Line, ...]
    reports: int
    due: bool


def days(told: Told) -> list[Day]:
    """The days that something is told of, in order; of each the claims that lead first."""
    entries = sure(told.own, told.refs, len(told.own.claims))
    came = Counter((a.published or "")[:10] for i in told.story.articles if (a := told.refs.articles.get(i)))
    by_day: dict[tuple[str, str], list[int]] = {}
    for n, e in enumerate(entries):
        by_day.setdefault((first_day(e.date)[:10], day(e.date)), []).append(n)
    rank = {c.id: n for n, c in enumerate(told.own.claims)}
    out = []
    for (key, name), numbers in sorted(by_day.items()):
        here = sorted((entries[n] for n in numbers), key=lambda e: min((rank.get(c, 9999) for c in e.claims), default=9999))
        out.append(Day(key, opening(name), tuple(told_of(e, told.own, told.refs) for e in here), came.get(key, 0),
                       all(e.when == "scheduled" for e in here)))
    return out
