"""Where and when: dates and places of one claim that do not meet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

from sayso.model.claim import Difference, DifferenceKind, DifferenceValue
from sayso.model.reading import Place
from sayso.model.span import overlaps
from sayso.model.statement import Statement
from sayso.weigh.context import Context
from sayso.weigh.details import tells_the_same

# A time of day without a day of its own is counted from the report, not from the event.
_CLOCK = re.compile(r"T\d")
_WEEKDAY = re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day\b", re.I)
# Kilometres within which two towns may be one place told differently (a suburb and its city).
FAR = 40.0
# Days: reports further apart than this are not of one day's news; what happened at most so many days before is news.
APART, RECENT = 6, 3


class _Dated(NamedTuple):
    statement: Statement
    first: str
    last: str
    value: str
    weekday: str | None


def dates_apart(context: Context, statements: Sequence[Statement]) -> Difference | None:
    """The dates that the reports give, where they are not all one; a conflict where two of one thing do not meet."""
    dated = [d for s in statements if (d := _dated(context, s)) is not None]
    if len({d.value for d in dated}) < 2 or len({d.statement.article for d in dated}) < 2:
        return None
    pairs = [(a, b) for k, a in enumerate(dated) for b in dated[:k]]
    clash = any(_clash(a, b) for a, b in pairs if a.statement.article != b.statement.article)
    if clash and all(_each_its_own(context, a, b) for a, b in pairs if _clash(a, b)):
        return None  # another day, another happening
    if clash and not any(_clash(a, b) and tells_the_same(a.statement.text, b.statement.text) for a, b in pairs):
        return None  # dates of different things that one claim touches
    within = any(_clash(a, b) for a, b in pairs if a.statement.article == b.statement.article)
    kind: DifferenceKind = "refinement" if not clash else ("different-scope" if within else "conflict")
    why = {"conflict": "the dates do not meet", "refinement": "one date holds the other",
           "different-scope": "one report gives both dates"}[kind]
    by: dict[str, list[Statement]] = {}
    for d in dated:
        by.setdefault(d.value, []).append(d.statement)
    return Difference("date", kind, tuple(_value(context, value, some) for value, some in by.items()), why)


def _dated(context: Context, s: Statement) -> _Dated | None:
    d = s.date
    if d is None or d.start is None or d.end is None or _CLOCK.search(d.value):
        return None
    words = [x.text for x in context.readings[s.article].dates if x.value == d.value and any(overlaps(x.range, r) for r in s.spans)]
    named = _WEEKDAY.search(words[0]) if words else None
    last = d.end[:10]
    if d.value.endswith("TNI") and len(last) == 10:
        last = (date.fromisoformat(last) + timedelta(days=1)).isoformat()  # a night runs on into the next day
    return _Dated(s, d.start[:10], last, d.value, named[1].lower() if named else None)


def _clash(a: _Dated, b: _Dated) -> bool:
    """Days that do not meet; where both only say `Tuesday`, the weeks are those of the reports, not of the event."""
    if a.weekday is not None and a.weekday == b.weekday:
        return False
    return a.first > b.last or b.first > a.last


def _each_its_own(context: Context, a: _Dated, b: _Dated) -> bool:
    """Reports of different weeks that each date the thing to the days before it was printed tell of two happenings of a kind."""
    printed = [context.readings[d.statement.article].article.published or "" for d in (a, b)]
    if any(len(p) < 10 for p in printed) or any(len(d.last) < 10 for d in (a, b)):
        return False
    days = [date.fromisoformat(p[:10]) for p in printed]
    since = [(day - date.fromisoformat(d.last)).days for day, d in zip(days, (a, b), strict=True)]
    return abs((days[0] - days[1]).days) > APART and all(-1 <= n <= RECENT for n in since)


def places_apart(context: Context, statements: Sequence[Statement]) -> Difference | None:
    """Two towns far apart for what is told with the same verb and in the same way (`in Kalvor`, `in Tolm`)."""
    told = [(s, p, _before(context, s, p)) for s in statements for p in _only_town(context, s)]
    for k, (s, p, word) in enumerate(told):
        for other, q, its in told[:k]:
            if p.text.casefold() == q.text.casefold():
                continue  # one word that was taken for two towns says nothing of either report
            if s.article == other.article or word != its or s.event.predicate != other.event.predicate or _kilometres(p, q) < FAR:
                continue
            if {x.name for o in statements if o.article == s.article for x in _only_town(context, o)} & {q.name}:
                continue  # a report that names both tells of two happenings
            values = tuple(DifferenceValue(x.name, context.anchor(t, x.range), (t.id,), tuple(
                dict.fromkeys(o.name for o in t.origins))) for t, x in ((other, q), (s, p)))
            return Difference("place", "conflict", values, "the places are far apart")
    return None


def _only_town(context: Context, s: Statement) -> tuple[Place, ...]:
    """The one town that the statement names as where it happened; none where it names several."""
    found = {p.name: p for k in s.places if (p := context.readings[s.article].places[k]).role == "location" and p.kind == "city"
             and p.lat is not None and p.lon is not None}
    return tuple(found.values()) if len(found) == 1 else ()


def _before(context: Context, s: Statement, p: Place) -> str:
    words = context.readings[s.article].article.text[max(0, p.start - 20):p.start].split()
    return words[-1].lower() if words else ""


def _kilometres(p: Place, q: Place) -> float:
    if p.lat is None or p.lon is None or q.lat is None or q.lon is None:
        return 0.0
    a, b, c, d = radians(p.lat), radians(p.lon), radians(q.lat), radians(q.lon)
    return 12742 * asin(sqrt(sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2))


def _value(context: Context, value: str, some: Sequence[Statement]) -> DifferenceValue:
    return DifferenceValue(value, context.anchor(some[0]), tuple(s.id for s in some),
                           tuple(dict.fromkeys(o.name for s in some for o in s.origins)))
