"""Dates in text: where they stand and what day, week, year or length of time they mean, as TIMEX3 values.

Extents and values follow the TimeML annotation guidelines 1.2.1 (Saurí et al. 2006) as TempEval-3 uses them. Each rule
is a pattern and a function (`dates_calendar`, `dates_relative`, `dates_lengths`, `dates_clock`); `dates_scan` tries
them and keeps what an expression is counted from.

Where nothing gives the year a value begins with `XXXX`, and `resolved_from` tells which way the verb points: `BACK`
from the unknown day of publication, or `ON` from it. Later stages have no parse, so that this is kept here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from sayso.model.reading import DateExpression, Entry
from sayso.read.dates_calendar import nearest_year
from sayso.read.dates_rules import Context
from sayso.read.dates_scan import Item, read_words, scan
from sayso.read.dates_tense import Direction
from sayso.read.dates_values import as_date, day_of, interval
from sayso.read.dates_words import WEEKDAYS
from sayso.read.tree import Tree

__all__ = ["BACK", "ON", "fill_year", "find_dates", "interval", "published_in_text"]

BACK = "../XXXX-XX-XX"
ON = "XXXX-XX-XX/.."
_ISO = re.compile(r"(\d{4})(?:-\d\d(?:-\d\d)?)?")
_YEARLESS = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?(.*)")
_YEARLESS_PART = re.compile(r"XXXX-(?:Q([1-4])|H([12])|(SP|SU|FA|AU|WI))")
_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "AU": 9, "WI": 12}
_LABEL = re.compile(r"(?i)^\W*(?:(?:first|originally|last)\s+)?(published|posted|updated|modified|issued|released"
                    r"|date|dated|created)\b(?:\s+(?:on|at))?\s*:?\s*")
_DECK = re.compile(r"(?i)^[\s|,•·–—:-]*(?:\w+day\b)?[\s|,•·–—:-]*$")


def find_dates(tree: Tree, published: str | None, entries: Sequence[Entry] = ()) -> list[DateExpression]:
    """The time expressions of an article, in text order, not overlapping.

    `published` is the article's day (ISO 8601, any precision; anything else counts as None): what relative ones and
    those without a year are counted from. Within a live blog's entry that is the entry's day, where it is known.
    """
    days = [(e.start, day) for e in entries if (day := _iso(e.time))]
    return [_expression(tree, item) for item in scan(tree, _iso(published), days)]


def _iso(published: str | None) -> str | None:
    """The date part, where it is one."""
    m = _ISO.match(published) if published else None
    return m[0] if m and interval(m[0]) else None


def _expression(tree: Tree, item: Item) -> DateExpression:
    found = item.found
    origin: str | None = None
    if found.relative:
        origin = day_of(found.of) or found.of if found.of else {"past": BACK, "future": ON, None: None}[item.way]
    return DateExpression(start=item.start, end=item.end, text=tree.text[item.start:item.end], type=found.type,
                          value=found.value, from_="relative" if found.relative else "explicit", resolved_from=origin)


def fill_year(dates: Sequence[DateExpression], published: str, *, days: bool = False) -> tuple[DateExpression, ...]:
    """The expressions with their unknown years filled in from a sibling report's day of publication (ISO 8601).

    Those that change are `sibling`. A month or day without a year takes the year its verb's tense gives, else the
    nearest; `last year`, `this month` are counted from the sibling. What needs the article's own day (`yesterday`,
    `Thursday`, `last week`) is left unknown, as two reports of one story may be days apart, unless `days` says that
    both came out on one day. Without a usable `published` the expressions are returned as they are.
    """
    day = _iso(published)
    return tuple(_filled(d, day, days) for d in dates) if day else tuple(dates)


def _filled(d: DateExpression, published: str, days: bool) -> DateExpression:
    if d.type not in ("DATE", "TIME") or not d.value.startswith("XXXX"):
        return d
    way: Direction | None = "past" if d.resolved_from == BACK else "future" if d.resolved_from == ON else None
    parts = [_year_for(v, published, way) for v in d.value.split("/")]
    value: str | None = "/".join(parts)
    if value == d.value and d.resolved_from in (None, BACK, ON):
        value = _counted(d, published, way, days)
    if not value or value == d.value or interval(value) is None:
        return d
    return replace(d, value=value, from_="sibling", resolved_from=published)


def _year_for(value: str, published: str, way: Direction | None) -> str:
    """`XXXX-10-24` with its year; what names no month is returned as it is."""
    if m := _YEARLESS.fullmatch(value):
        month, day = int(m[1]), int(m[2]) if m[2] else None
    elif m := _YEARLESS_PART.fullmatch(value):
        month = (int(m[1]) * 3 - 2) if m[1] else (int(m[2]) * 6 - 5) if m[2] else _SEASON_MONTH[m[3]]
        day = None
    else:
        return value
    year = nearest_year(published, month, day, way) if 1 <= month <= 12 else None
    return f"{year:04d}{value[4:]}" if year else value


def _counted(d: DateExpression, published: str, way: Direction | None, days: bool) -> str | None:
    """A relative expression read again from its words with the sibling's day for its own."""
    if not days and d.value not in ("XXXX", "XXXX-XX"):
        return None
    found = read_words(d.text, Context(published=published, direction=way))
    return found.value if found and found.type == d.type and "X" not in found.value else None


def published_in_text(tree: Tree) -> str | None:
    """The day or time (ISO 8601) that the article itself gives as its own, None where it does not.

    A line that says so (`Published 24 October 2024`, `Updated: 2017-09-15 17:52`) or is nothing but a full date near
    the head or foot; else the last full date of the text where the text also says `today` and, if it names weekdays
    without a date, names that day's. An update counts only where no line tells of the publication.
    """
    items = scan(tree, None)
    full = [i for i in items if not i.found.relative and as_date(i.found.value)]
    if not full:
        return None
    return _from_lines(tree, full) or _from_today(tree, items, full)


def _from_lines(tree: Tree, full: Sequence[Item]) -> str | None:
    labelled: dict[str, str] = {}
    alone: str | None = None
    last = len(tree.paragraphs) - 1
    for p in tree.paragraphs:
        if p.end - p.start > 160:
            continue
        here = next((i for i in full if p.start <= i.start and i.end <= p.end), None)
        if here is None:
            continue
        label = _LABEL.match(tree.text[p.start:here.start])
        if label and label.end() == here.start - p.start:
            kind = "updated" if label[1].lower() in ("updated", "modified") else "published"
            labelled.setdefault(kind, here.found.value)
        elif alone is None and (p.index <= 4 or p.index >= last - 1) and _DECK.match(tree.text[p.start:here.start]) \
                and p.end - here.end <= 20 and not re.search(r"[a-z]{4,}", tree.text[here.end:p.end]):
            alone = here.found.value
    return labelled.get("published") or alone or labelled.get("updated")


def _from_today(tree: Tree, items: Iterable[Item], full: Sequence[Item]) -> str | None:
    latest = max(d for i in full if (d := as_date(i.found.value)))
    bare: set[str] = set()
    today = False
    for i in items:
        words = tree.text[i.start:i.end].lower()
        this_part = words.startswith("this ") and i.found.type == "TIME"
        today = today or this_part or "today" in words or "tonight" in words
        if i.found.value.startswith("XXXX-WXX-"):
            bare |= {d for d in WEEKDAYS if d in words}
    if not today or _is_future(full, latest):
        return None
    days = {as_date(i.found.value) for i in full}
    if (bare and WEEKDAYS[latest.isoweekday() - 1] in bare) or (not bare and len(days) == 1):
        return latest.isoformat()
    return None


def _is_future(full: Sequence[Item], day: date) -> bool:
    return any(i.way == "future" and as_date(i.found.value) == day for i in full)
