"""Holidays: which day they fall on, by the table in `data/dates.toml`."""

from __future__ import annotations

import re
from datetime import date, timedelta

from sayso.read.dates_rules import Context, Found, Rule
from sayso.read.dates_values import as_date
from sayso.read.dates_words import YEAR, S, any_of, table


def easter(year: int) -> date:
    """Easter Sunday by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    n = h + k - 7 * ((a + 11 * h + 22 * k) // 451) + 114
    return date(year, n // 31, n % 31 + 1)


def _holiday_in(rule: list[int], year: int) -> date:
    if len(rule) == 1:
        return easter(year) + timedelta(days=rule[0])
    if len(rule) == 2:
        return date(year, rule[0], rule[1])
    first = date(year, rule[0], 1)
    there = first + timedelta(days=(rule[1] - first.isoweekday()) % 7 + 7 * (rule[2] - 1 if rule[2] > 0 else 0))
    if rule[2] < 0:
        while (there + timedelta(days=7)).month == rule[0]:
            there += timedelta(days=7)
    return there + timedelta(days=rule[3] if len(rule) > 3 else 0)


def _holiday(m: re.Match[str], context: Context) -> Found | None:
    name = " ".join(m["holiday"].replace("’", "'").split())
    rule = table()["holidays"][name]
    if not name.endswith(("Day", "Eve", "day")) and any(
            t.dep == "compound" and t.head.i > t.i and t.head.text.islower() for t in context.tokens[-1:]):
        return None
    lead = (m["lead"] or "").lower()
    if m["year"]:
        return Found(_holiday_in(rule, int(m["year"])).isoformat())
    here = as_date(context.published)
    if here is None or not 2 <= here.year <= 9990:
        value = f"XXXX-{rule[0]:02d}-{rule[1]:02d}" if len(rule) == 2 else "XXXX-XX-XX"
        return Found(value, relative=True)
    options = [_holiday_in(rule, y) for y in (here.year - 1, here.year, here.year + 1)]
    way = "past" if "last" in lead or "past" in lead else "future" if "next" in lead or "coming" in lead \
        else context.direction
    if way == "past" and "this" not in lead:
        there = max(d for d in options if d < here or (d == here and not lead))
    elif way == "future" and "this" not in lead:
        there = min(d for d in options if d > here or (d == here and not lead))
    else:
        there = min(options, key=lambda d: abs((d - here).days))
    return Found(there.isoformat(), relative=True, of=context.published)


def rules() -> list[Rule]:
    """The rules of this family."""
    lead = rf"(?:(?P<lead>(?i:the{S})?(?i:last|this{S}past|past|this{S}coming|this|next|coming|previous|the)){S})?"
    holidays = any_of(list(table()["holidays"]))
    return [Rule(re.compile(rf"(?<!\w){lead}(?P<holiday>{holidays})(?!\w)(?:\s?,?{S}(?P<year>{YEAR})\b)?"), _holiday,
                 ("day", "easter", "thanksgiving", "christmas", "halloween", "juneteenth", "new", "friday", "fourth"))]
