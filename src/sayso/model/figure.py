"""What a figure allows: the one rule by which two figures can both be true."""

from __future__ import annotations

from typing import Protocol

from sayso.model.reading import Relation


class Bounded(Protocol):
    """A figure with its bounds, of one report or of the ledger."""

    @property
    def value(self) -> float | None: ...
    @property
    def low(self) -> float | None: ...
    @property
    def high(self) -> float | None: ...
    @property
    def relation(self) -> Relation: ...


def compatible(x: Bounded, y: Bounded) -> bool:
    """Can both be true: equal values, or bounds that hold each other ("at least 10,000" and 11,000)."""
    a, b = bounds(x), bounds(y)
    return a[0] <= b[1] and b[0] <= a[1]


def bounds(q: Bounded) -> tuple[float, float]:
    """The least and the most that the words allow; "about" allows a tenth either way."""
    low = q.low if q.low is not None else (q.value if q.value is not None else 0.0)
    high = q.high if q.high is not None else (q.value if q.value is not None else float("inf"))
    if q.relation in ("at-least", "more-than", "vague"):
        return low, float("inf")
    if q.relation in ("at-most", "less-than"):
        return 0.0, high
    if q.relation == "about":
        return 0.9 * low, 1.1 * high
    return low, high
