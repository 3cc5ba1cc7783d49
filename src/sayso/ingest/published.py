"""The date of publication as it was given -> ISO 8601 in its extended form, at the precision that is known."""

from __future__ import annotations

import re
from datetime import date, time

_EXTENDED = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_BASIC = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_WEEK = re.compile(r"([0-9]{4})-?W([0-9]{2})(?:-?([1-7]))?")
_TIME = re.compile(r"([0-9]{2})(?::?([0-9]{2})(?::?([0-9]{2})(?:[.,][0-9]+)?)?)?"
                   r"(?: ?(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?))?")


def iso_date(value: str) -> tuple[str | None, str | None]:
    """The date in extended form, and what of the value could not be used (None where all of it could).

    Takes a year, month, day, or a day with a time after `T` or a space; basic forms and week dates are turned
    into days. A week becomes the month or year that holds all of it. A date that does not exist gives None; a time
    that does not exist leaves the day.
    """
    head, mark, tail = value.strip().replace("t", "T").replace("z", "Z").replace(" ", "T", 1).partition("T")
    day = _day(head)
    if day is None:
        return None, value
    if not mark:
        return day, None
    if len(day) < 10 or not _is_time(tail):
        return day, value
    return f"{day}T{tail.replace(' ', '')}", None


def _day(head: str) -> str | None:
    try:
        if m := _EXTENDED.fullmatch(head):
            date(int(m[1]), int(m[2] or 1), int(m[3] or 1))
            return head
        if m := _BASIC.fullmatch(head):
            return date(int(m[1]), int(m[2]), int(m[3])).isoformat()
        if m := _WEEK.fullmatch(head):
            if m[3]:
                return date.fromisocalendar(int(m[1]), int(m[2]), int(m[3])).isoformat()
            return _common(*(date.fromisocalendar(int(m[1]), int(m[2]), n) for n in (1, 7)))
    except ValueError:
        pass
    return None


def _common(first: date, last: date) -> str | None:
    if first.year != last.year:
        return None
    return first.isoformat()[:7] if first.month == last.month else first.isoformat()[:4]


def _is_time(tail: str) -> bool:
    m = _TIME.fullmatch(tail)
    if not m:
        return False
    try:
        # A minute may have a 60th second: the leap seconds of UTC.
        time(int(m[1]), int(m[2] or 0), min(59, int(m[3] or 0)) if m[3] == "60" else int(m[3] or 0))
    except ValueError:
        return False
    return True
