"""TIMEX3 values as text: counting with them, and the days they cover.

A value whose year is not known begins with `XXXX`; it is counted with in a leap year and stays `XXXX`.
Seasons are the meteorological ones of the northern half (spring from March), a winter named by the year it begins in.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

UNKNOWN = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "quarter": "XXXX-QX", "year": "XXXX",
           "decade": "XXX", "century": "XX", "weekend": "XXXX-WXX-WE"}
_LEAP = 2000
_DAY = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)(?:T.*)?")
_MONTH = re.compile(r"(\d{4}|XXXX)-(\d\d)(?:-XX)?")
_YEAR = re.compile(r"(\d{4})(?:-XX(?:-XX)?)?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(?:-([1-7]|WE))?(?:T.*)?")
_PART = re.compile(r"(\d{4}|XXXX)-([QH])(\d)")
_SEASON = re.compile(r"(\d{4}|XXXX)-(SP|SU|FA|AU|WI)")
_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "AU": 9, "WI": 12}


def make_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def as_date(value: str | None) -> date | None:
    """The day of a day's (or a time's) value with a year, else None."""
    m = _DAY.fullmatch(value) if value else None
    return make_date(int(m[1]), int(m[2]), int(m[3])) if m and m[1] != "XXXX" else None


def day_of(value: str) -> str | None:
    """`2024-10-24` of `2024-10-24T09:00`; None of what is no day."""
    return value[:10] if _DAY.fullmatch(value) else None


def quarter_of(value: str | None) -> tuple[int, int] | None:
    """Year and quarter of a quarter's value with a year."""
    m = _PART.fullmatch(value) if value else None
    return (int(m[1]), int(m[3])) if m and m[2] == "Q" and m[1] != "XXXX" else None


def week(day: date) -> str:
    """The ISO week that holds the day."""
    year, number, _ = day.isocalendar()
    return f"{year:04d}-W{number:02d}"


def unit_at(value: str | None, steps: int, unit: str) -> str:
    """The day, week, month, quarter, year, ... `steps` away from the one that holds `value`.

    `unit_at("2024-10-24", -1, "week")` is `2024-W42`. What `value` does not tell stays X, as in `UNKNOWN`.
    """
    if value is None:
        return UNKNOWN[unit]
    start = _start(value)
    if start is None:
        return UNKNOWN[unit]
    day, grain, known = start
    try:
        return _unit_at(day, grain, known, steps, unit)
    except (ValueError, OverflowError):
        return UNKNOWN[unit]


def _unit_at(day: date, grain: str, known: bool, steps: int, unit: str) -> str:
    if unit == "day" and grain == "day":
        return _write(day + timedelta(days=steps), "day", known)
    if unit in ("week", "weekend") and grain in ("day", "week") and known:
        return week(day + timedelta(days=7 * steps)) + ("-WE" if unit == "weekend" else "")
    if unit == "month" and grain in ("day", "week", "month"):
        return _write(_months(day, steps), "month", known)
    if unit == "quarter" and grain in ("day", "week", "month", "quarter") and known:
        there = _months(day.replace(day=1), 3 * steps)
        return f"{there.year:04d}-Q{(there.month + 2) // 3}"
    if known and unit in ("year", "decade", "century"):
        size = {"year": 1, "decade": 10, "century": 100}[unit]
        return f"{day.year + size * steps:04d}"[:{1: 4, 10: 3, 100: 2}[size]]
    return UNKNOWN[unit]


def moved(value: str, steps: int, unit: str) -> str | None:
    """`value` moved by so many units, at its own precision (a day two years on is a day); None where it cannot be."""
    start = _start(value)
    if start is None:
        return None
    day, grain, known = start
    size = {"day": 1, "week": 7, "fortnight": 14}.get(unit)
    try:
        if size:
            return _write(day + timedelta(days=size * steps), "day", known) if grain == "day" else None
        months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit] * steps
        there = _months(day, months)
    except (ValueError, OverflowError, KeyError):
        return None
    if grain == "quarter":
        return f"{there.year:04d}-Q{(there.month + 2) // 3}" if months % 3 == 0 and known else None
    if grain == "year":
        return f"{there.year:04d}" if months % 12 == 0 else None
    if grain == "week":
        return week(there)
    return _write(there, grain, known)


def _start(value: str) -> tuple[date, str, bool] | None:
    """The first day of a value, its grain, and whether its year is known."""
    for pattern, grain in ((_DAY, "day"), (_MONTH, "month")):
        m = pattern.fullmatch(value)
        if m:
            known = m[1] != "XXXX"
            day = make_date(int(m[1]) if known else _LEAP, int(m[2]), int(m[3]) if grain == "day" else 1)
            return (day, grain, known) if day else None
    covered = interval(value)
    if covered is None or "/" in value:
        return None
    grain = "week" if "-W" in value and "WI" not in value else "quarter" if "-Q" in value else "year"
    if _WEEK.fullmatch(value) and value[-1].isdigit() and value.count("-") == 2:
        grain = "day"
    return date.fromisoformat(covered[0]), grain, True


def _months(day: date, steps: int) -> date:
    count = day.year * 12 + day.month - 1 + steps
    year, month = divmod(count, 12)
    if not 1 <= year <= 9999:
        raise OverflowError(year)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _write(day: date, grain: str, known: bool) -> str:
    text = day.isoformat() if grain == "day" else day.isoformat()[:7]
    return text if known else "XXXX" + text[4:]


def interval(value: str) -> tuple[str, str] | None:
    """The first and last day (ISO) that an ISO or TIMEX3 value covers.

    None for what has no place on the calendar: an unknown year, a duration, a set, PAST_REF and its like, no date.
    """
    if value.count("/") == 1:
        first, last = (interval(v) for v in value.split("/"))
        return (first[0], last[1]) if first and last and first[0] <= last[1] else None
    try:
        days = _covered(value)
    except (ValueError, OverflowError):
        return None
    return (days[0].isoformat(), days[1].isoformat()) if days else None


def _covered(value: str) -> tuple[date, date] | None:
    if not value.isascii():
        return None
    if m := _DAY.fullmatch(value):
        day = as_date(value)
        return (day, day) if day else None
    if (m := _MONTH.fullmatch(value)) and m[1] != "XXXX":
        return _span(int(m[1]), int(m[2]), 1)
    if m := _YEAR.fullmatch(value):
        return _span(int(m[1]), 1, 12)
    if m := _WEEK.fullmatch(value):
        return _week(int(m[1]), int(m[2]), m[3])
    if (m := _PART.fullmatch(value)) and m[1] != "XXXX":
        size = 3 if m[2] == "Q" else 6
        return _span(int(m[1]), (int(m[3]) - 1) * size + 1, size) if 1 <= int(m[3]) <= 12 // size else None
    if (m := _SEASON.fullmatch(value)) and m[1] != "XXXX":
        return _span(int(m[1]), _SEASON_MONTH[m[2]], 3)
    if m := re.fullmatch(r"(\d{3})X?", value):
        return date(int(m[1]) * 10, 1, 1), date(int(m[1]) * 10 + 9, 12, 31)
    if m := re.fullmatch(r"(\d\d)(?:XX)?", value):
        return date(int(m[1]) * 100, 1, 1), date(int(m[1]) * 100 + 99, 12, 31)
    return None


def _span(year: int, month: int, count: int) -> tuple[date, date]:
    first = date(year, month, 1)
    last = _months(first, count - 1)
    return first, last.replace(day=monthrange(last.year, last.month)[1])


def _week(year: int, number: int, day: str | None) -> tuple[date, date]:
    if day is None:
        return date.fromisocalendar(year, number, 1), date.fromisocalendar(year, number, 7)
    if day == "WE":
        return date.fromisocalendar(year, number, 6), date.fromisocalendar(year, number, 7)
    there = date.fromisocalendar(year, number, int(day))
    return there, there
