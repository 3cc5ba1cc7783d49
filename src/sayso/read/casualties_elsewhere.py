"""Which sentences tell of other happenings than the one reported: an earlier year's, the year's total."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from sayso.model.reading import DateExpression
from sayso.read.dates import interval
from sayso.read.tree import Sentence

# Farther than this from the day of the happening, a dated sentence speaks of another one.
NEAR = 14
_STATISTICS = re.compile(
    r"\b(?:this (?:year|month)|last year|(?:each|every|per|a) year|annually|year-to-date|in recent years|over the past|on average|"
    r"statistics|since (?:the (?:start|beginning)|january|(?:19|20)\d\d)|nationwide|nationally|across the (?:country|nation)|"
    r"homicides? (?:in|of) \d{4}|(?:first|second|third|\d+(?:st|nd|rd|th)) (?:homicide|murder|shooting|fatal|killing))\b", re.I)


class Elsewhere:
    """Knows the day of the happening: the one nearest to the report's own among those of sentences that tell of harm."""

    def __init__(self, sentences: Sequence[Sentence], dates: Sequence[DateExpression], published: str | None) -> None:
        self._dates = [d for d in dates if d.type in ("DATE", "TIME")]
        self._starts = [d.start for d in self._dates]
        self._published = _day(published)
        told = [d for s in sentences for d in self._days(s)]
        self._day = min(told, key=lambda d: _apart(d, self._published), default=None) if self._published else next(iter(told), None)
        self._last: tuple[int, bool] = (-9, False)

    def holds(self, s: Sentence) -> bool:
        """Is the sentence about other happenings? Call in text order: one right after such a sentence goes with it."""
        days = self._days(s)
        if days:
            near = [x for x in (self._day, self._published) if x is not None]
            away = all(_apart(d, x) > NEAR for d in days for x in near) if near else False
        else:
            away = self._last[0] == s.index - 1 and self._last[1]
        if _STATISTICS.search(" ".join(t.text for t in s.tokens)):
            self._last = (s.index, False)
            return True
        self._last = (s.index, away)
        return away

    def _days(self, s: Sentence) -> list[tuple[date, date]]:
        found = self._dates[bisect_left(self._starts, s.start):bisect_left(self._starts, s.end)]
        out = []
        for d in found:
            bounds = interval(d.value) if d.value[:1].isdigit() else None
            first, last = (_date(bounds[0]), _date(bounds[1])) if bounds else (None, None)
            if first is not None and last is not None:
                out.append((first, last))
        return out


def _apart(a: tuple[date, date], b: tuple[date, date] | None) -> int:
    """Days between two stretches of time, 0 where they meet."""
    return 0 if b is None else max((a[0] - b[1]).days, (b[0] - a[1]).days, 0)


def _day(published: str | None) -> tuple[date, date] | None:
    d = _date(published)
    return (d, d) if d is not None else None


def _date(text: str | None) -> date | None:
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None
