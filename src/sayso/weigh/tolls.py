"""What each report gives as the number of the killed and the injured, and which number stands at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.model.reading import Relation, Toll
from sayso.model.span import Range, overlaps
from sayso.model.statement import Statement
from sayso.weigh.context import Context

# Where reports state more than this, single people they describe are examples, not the toll.
COUNTABLE = 20
# So many years before the report, a death is somebody's story, and not the one that is reported.
YEARS = 3
# `would die`, `could be killed`; not `could have died`, which says how sure somebody is.
_IMAGINED = re.compile(r"(?i)\b(?:would|could|might)(?: not|n['’]t)?(?! (?:\w+ )?have\b)\s+[a-z]+")


@dataclass(frozen=True, slots=True)
class Given:
    """A value that a statement gives, with the stretch of its article that says so."""

    statement: Statement
    value: float | None
    low: float | None
    high: float | None
    relation: Relation
    range: Range
    from_: Literal["stated", "counted"] = "stated"
    names: tuple[str, ...] = ()
    attackers: int = 0
    total: bool = False


def tolls(context: Context, statements: Sequence[Statement], measure: str) -> Iterator[Given]:
    """The tolls of the reports for one measure, one entry for each statement that a toll rests on."""
    by_article: dict[str, list[Statement]] = {}
    for s in statements:
        by_article.setdefault(s.article, []).append(s)
    for article, some in by_article.items():
        for t in context.readings[article].tolls:
            if t.measure != measure:
                continue
            for s in some:
                if any(overlaps(part, r) for part in t.parts for r in s.spans) and not (
                        refused(context, s) or is_elsewhen(context, s)):
                    yield _given(s, t)


def _given(s: Statement, t: Toll) -> Given:
    bound = t.relation in ("at-least", "more-than")
    return Given(s, t.value, t.value if bound else None, t.value if t.relation in ("at-most", "less-than") else None, t.relation,
                 t.range, t.from_, t.names, t.attackers, True)


def refused(context: Context, s: Statement) -> bool:
    """Whoever denies a figure, or will not say, does not give it."""
    return any(a.response is not None for a in context.chain(s))


def is_elsewhen(context: Context, s: Statement) -> bool:
    """Those who would die, or died years before: nobody whom this happening killed or hurt."""
    published = context.readings[s.article].article.published
    ended = s.date.end if s.date is not None else None
    long_ago = bool(published and ended and int(published[:4]) - int(ended[:4]) >= YEARS)
    return long_ago or _IMAGINED.search(s.text) is not None


def is_aside(context: Context, s: Statement) -> bool:
    """Does the statement tell of another happening than its report's?"""
    return any(overlaps(s.spans[0], a) for a in context.readings[s.article].asides)


def is_part(context: Context, s: Statement, r: Range, value: float | None, measure: str) -> bool:
    """Is the figure one of several that the report's toll adds up (`three men and a woman`)?"""
    return any(t.measure == measure and len(t.parts) > 1 and value is not None and value < t.value and
               any(overlaps(r, p) for p in t.parts) for t in context.readings[s.article].tolls)


def countable(given: Sequence[Given]) -> list[Given]:
    """Without counts of people described, where the stated figures are too many to have been described one by one."""
    most = max((g.value or g.low or 0 for g in given if g.from_ == "stated"), default=0)
    return [g for g in given if g.from_ == "stated" or most <= COUNTABLE]


def latest(context: Context, given: Sequence[Given]) -> float | None:
    """The number that stands after the newest report.

    Day by day: a stated total takes the place of what stood before; a count of the people described only where it is
    more, as a report that tells of one of the dead does not say that there is only one.
    """
    days: dict[str, dict[str, list[Given]]] = {}
    for g in given:
        published = context.readings[g.statement.article].article.published or ""
        days.setdefault(published[:10], {}).setdefault(g.statement.article, []).append(g)
    stands: float | None = None
    for _, reports in sorted(days.items()):
        values = [(v, stated) for some in reports.values() for v, stated in [_total(some)] if v is not None]
        stated = [v for v, is_stated in values if is_stated]
        counted = [v for v, is_stated in values if not is_stated]
        if stated:
            stands = max(stated, key=lambda v: (stated.count(v), v))
        if counted and (stands is None or max(counted) > stands):
            stands = max(counted, key=lambda v: (v > (stands or 0), counted.count(v), v))
    return stands


def _total(some: Sequence[Given]) -> tuple[float | None, bool]:
    """What one report says in all, and whether it states it."""
    own = next((g for g in some if g.total), None)
    if own is not None:
        return own.value, own.from_ == "stated"
    return max((g.value for g in some if g.value is not None), default=None), True
