"""Figures over time: each value on one line of a scale that its measure shares, with its bounds, on whose word, from where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model.claim import Figure, FigureValue
from sayso.serve.desk import Told
from sayso.serve.reports.ahead import heading, measured
from sayso.serve.reports.refs import Refs
from sayso.serve.reports.words import day, figure, listed, number, trimmed

# In units of the drawing.
WIDTH, ROOM = 300, 14
UP, DOWN = ("at-least", "more-than"), ("at-most", "less-than")


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a value stands: `at` None for one that is only bounded; `left` and `right` its bounds, drawn as arrows if open."""

    at: float | None
    left: float
    right: float
    open_left: bool
    open_right: bool


@dataclass(frozen=True, slots=True)
class FigureRow:
    """`sentence` is its number in `article`; `mark` None for a value that is no number."""

    when: str
    who: str
    words: str
    article: str
    outlet: str
    sentence: int
    latest: bool
    mark: Mark | None


@dataclass(frozen=True, slots=True)
class Ledger:
    """One measure; `ticks` are the ends of its scale, place and number, none where nothing is drawn."""

    name: str
    stands: str
    rows: tuple[FigureRow, ...]
    ticks: tuple[tuple[float, str], ...]


def ledgers(told: Told) -> tuple[list[Ledger], list[Ledger]]:
    """Measures with a plain name, and what is counted otherwise; of those only what several values are given for."""
    named, others = measured(told.own)
    return [_ledger(f, told.refs) for f in named], [_ledger(f, told.refs) for f in others if len(f.values) > 1]


def _ledger(ledger: Figure, refs: Refs) -> Ledger:
    scale = _Scale.of(ledger.values)
    newest = ledger.values[ledger.latest]
    order = sorted(ledger.values, key=lambda v: v.as_of or _published(v, refs) or "9999")
    rows = tuple(_row(v, refs, scale, v is newest and len(ledger.values) > 1) for v in order)
    stands = "" if len(rows) < 2 else "the figures agree" if ledger.agree else "the figures differ"
    ticks = () if scale is None else tuple((scale.at(v), number(v)) for v in dict.fromkeys((scale.low, scale.high)))
    return Ledger(heading(ledger, refs), stands, rows, ticks)


def _published(value: FigureValue, refs: Refs) -> str | None:
    found = refs.articles.get(value.anchor.article)
    return found.published if found else None


def _row(value: FigureValue, refs: Refs, scale: _Scale | None, latest: bool) -> FigureRow:
    article = value.anchor.article
    when = value.as_of or _published(value, refs)
    who = listed(refs.names(value.origins), 3) or "no source given"
    return FigureRow(day(when) if when else "undated", trimmed(who, 80), figure(value), article, refs.outlet(article),
                     refs.sentence(article, value.anchor.start)[1], latest, scale.mark(value) if scale else None)


@dataclass(frozen=True, slots=True)
class _Scale:
    low: float
    high: float

    @classmethod
    def of(cls, values: Sequence[FigureValue]) -> _Scale | None:
        found = [x for v in values for x in (v.value, v.low, v.high) if x is not None]
        if not found:
            return None
        low, high = min(found), max(found)
        # A scale from nought keeps a small difference small; it would flatten figures that are all large.
        return cls(0.0 if low < high / 2 or low == high else low, high)

    def at(self, value: float) -> float:
        span = self.high - self.low
        return round(ROOM + (value - self.low) / span * (WIDTH - 2 * ROOM), 1) if span else WIDTH / 2

    def mark(self, value: FigureValue) -> Mark | None:
        low = value.low if value.low is not None else None if value.relation in DOWN else value.value
        high = value.high if value.high is not None else None if value.relation in UP else value.value
        if low is None and high is None:
            return None
        point = self.at(value.value) if value.value is not None and value.relation != "between" else None
        left = self.at(low) if low is not None else 2.0
        right = self.at(high) if high is not None and value.relation not in UP else WIDTH - 2.0
        return Mark(point, left, right, low is None, high is None or value.relation in UP)
