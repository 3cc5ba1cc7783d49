"""Small drawings as SVG path data: how many reports a day brought, what was given as a figure when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

WIDTH, HEIGHT, MOST = 96, 20, 32


@dataclass(frozen=True, slots=True)
class Spark:
    """Bars of one story's reports a day (of equal stretches where there are many): x, y, height; in words too."""

    bars: tuple[tuple[float, float, float], ...]
    width: float
    words: str


def spark(days: Iterable[str | None]) -> Spark | None:
    """From ISO dates; None where no day is known."""
    found = sorted(d for x in days if (d := _day(x)) is not None)
    if not found:
        return None
    length = (found[-1] - found[0]).days + 1
    each = -(-length // MOST)
    counts = Counter((d - found[0]).days // each for d in found)
    slots = -(-length // each)
    step = WIDTH / max(slots, 8)
    most = max(counts.values())
    bars = tuple((round(k * step, 2), round(HEIGHT - HEIGHT * n / most, 2), round(HEIGHT * n / most, 2))
                 for k, n in sorted(counts.items()))
    return Spark(bars, round(max(step - 1.5, 1), 2), words(found))


def words(found: Sequence[date]) -> str:
    """`5 reports on 3 May` would be one day; else the days between and the most on one day."""
    by_day = Counter(found)
    most = max(by_day.values())
    top = min(d for d, n in by_day.items() if n == most)
    span = (found[-1] - found[0]) // timedelta(days=1) + 1
    return f"{len(found)} dated reports over {span} {'day' if span == 1 else 'days'}, most on {top.isoformat()} ({most})"


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None
