"""Days and months of the calendar, with or without their year."""

from __future__ import annotations

import re
from datetime import date

from sayso.read.dates_rules import Context, Found, Rule, after, before
from sayso.read.dates_values import as_date, interval, make_date, unit_at, week
from sayso.read.dates_words import (
    DAY,
    MONTH,
    MONTHS,
    SMALL,
    WEEKDAY_SHORT,
    YEAR,
    S,
    month,
    spoken_year,
    table,
    weekday,
)

_NEAR = 65
_JUST = 14
_NAMED = re.compile(r"[’']?s?\s(?:terror(?:ist)?\s)?(?:attacks?|riots?|insurrection|massacre)\b")
_AHEAD = 2
_FAR = 300
OTHER_YEAR = rf"(?P<other>(?:of{S})?(?:last|this|next){S}year)"
SPOKEN = rf"(?i:(?:eighteen|nineteen|twenty)[\s-]{SMALL}|two{S}thousand(?:{S}(?:and{S})?{SMALL})?)"
_TAIL = (rf"(?:\s?,?{S}?(?:of{S})?(?P<year>{YEAR})(?![\d%,.]*\d)(?!{S}?%)|{S}{OTHER_YEAR}\b"
         rf"|{S}(?:of{S})?(?P<spoken>{SPOKEN}))?")
_HEAD = rf"(?:\b(?P<weekday>{WEEKDAY_SHORT})\s?,?{S}(?:(?:on|the){S}){{0,2}})?"
_TO = rf"(?:\s?[-‐‑–—/]\s?|{S}(?:to|through|till|until){S})"


def year_of(month_: int, day: int | None, context: Context) -> int | None:
    """The year of a month (and day) given without one: by the day of publication and the tense.

    What has been lies at or before that day, what is to come at or after it; without a tense it is the nearest,
    a day ahead counting _AHEAD times as far: what has no verb is mostly told of ("the November attacks").
    One within _NEAR days ahead is meant though the tense points to one most of a year back ("was set for Nov. 6"; what
    is so far back is called "last November"), and one within _JUST days back though the tense points ahead.
    """
    return nearest_year(context.published, month_, day, context.direction)


def nearest_year(published: str | None, month_: int, day: int | None, direction: str | None) -> int | None:
    """See `year_of`; None where `published` tells no year."""
    covered = interval(published) if published else None
    if published is None or covered is None:
        return None
    here = date.fromisoformat(covered[0])
    if len(published) < 7:
        return here.year
    if day is None or len(published) < 10:
        here = here.replace(day=1)
    options = [d for y in (here.year - 1, here.year, here.year + 1) if (d := make_date(y, month_, day or 1))]
    if not options:
        return None
    past = [d for d in options if d <= here]
    coming = [d for d in options if d >= here]
    on = (coming[0] - here).days if coming else 2 * _FAR
    back = (here - past[-1]).days if past else 2 * _FAR
    if direction == "future" and coming and not (back <= _JUST and on > _FAR):
        return coming[0].year
    if direction == "past" and past and not (on <= _NEAR and back > _FAR):
        return past[-1].year
    return min(options, key=lambda d: (abs((d - here).days) * (_AHEAD if d > here else 1), d)).year


def other_year(text: str, context: Context) -> int | None:
    steps = -1 if "last" in text else 1 if "next" in text else 0
    value = unit_at(context.published, steps, "year")
    return int(value) if value.isdigit() else None


def _dated(m: re.Match[str], context: Context, month_: int, day: int | None) -> Found | None:
    """Month and perhaps day of a match with its groups `year`, `other`, `weekday`."""
    groups = m.groupdict()
    if make_date(2000, month_, day or 1) is None:
        return None
    rest = f"-{month_:02d}" + (f"-{day:02d}" if day else "")
    said = groups.get("year") or (groups.get("spoken") and str(spoken_year(groups["spoken"]) or ""))
    if said:
        value = said + rest
        return Found(value) if interval(value) else None
    if groups.get("lead"):
        return _led(groups["lead"].lower(), rest, month_, day, context)
    year = other_year(groups["other"].lower(), context) if groups.get("other") else year_of(month_, day, context)
    known = table()["named"].get(rest[1:]) if _NAMED.match(after(m)) and not groups.get("other") else None
    if known and not _just_now(context.published, f"{year}{rest}"):
        return Found(f"{known}{rest}")
    named = groups.get("weekday")
    if named and day and year and not groups.get("other"):
        near = [y for y in (year, year - 1, year + 1)
                if (d := make_date(y, month_, day)) and d.isoweekday() == weekday(named)]
        year = near[0] if near else year
    value = (f"{year:04d}" if year else "XXXX") + rest
    if year and interval(value) is None:
        return None
    return Found(value, relative=True, of=context.published)


def _just_now(published: str | None, value: str) -> bool:
    """Is the day at most _JUST days from that of publication?"""
    here, there = as_date(published), as_date(value)
    return here is not None and there is not None and abs((here - there).days) <= _JUST


def _led(lead: str, rest: str, month_: int, day: int | None, context: Context) -> Found:
    """`last November`, `this September`, `next May`."""
    covered = interval(context.published) if context.published else None
    if covered is None:
        return Found("XXXX" + rest, relative=True)
    here = date.fromisoformat(covered[0])
    year = here.year
    if "last" in lead or "past" in lead or "previous" in lead:
        year -= month_ >= here.month
    elif "next" in lead or "coming" in lead or "following" in lead:
        year += month_ <= here.month
    return Found(f"{year:04d}{rest}", relative=True, of=context.published)


def _month_day(m: re.Match[str], context: Context) -> Found | None:
    first = _dated(m, context, month(m["month"]), int(re.sub(r"\D", "", m["day"])))
    if first is None or not m.groupdict().get("day2"):
        return first
    other = month(m["month2"]) if m.groupdict().get("month2") else month(m["month"])
    last = _dated(m, context, other, int(re.sub(r"\D", "", m["day2"])))
    ends = _in_order(first, last) if last else None
    return Found(f"{ends[0]}/{ends[1]}", relative=first.relative, of=first.of) if ends else None


def _in_order(first: Found, last: Found) -> tuple[str, str] | None:
    """The ends of a stretch: without a year said, the second follows the first within a year; None where it cannot."""
    if first.value < last.value:
        return first.value, last.value
    if first.value[:4] in ("XXXX", "0000", "9999") or last.value[:4] == "XXXX":
        return None
    year = int(first.value[:4])
    if not last.relative:
        before_ = f"{year - 1:04d}{first.value[4:]}"
        return (before_, last.value) if before_ < last.value and interval(before_) else None
    after_ = next((v for y in (year, year + 1) if (v := f"{y:04d}{last.value[4:]}") > first.value), None)
    return (first.value, after_) if after_ and interval(after_) else None


def _bare_month(m: re.Match[str], context: Context) -> Found | None:
    name = m["month"]
    if not m["year"] and not m["other"] and not m["spoken"] and not m["lead"] and not _is_month(m, name, context):
        return None
    return _dated(m, context, month(name), None)


def _is_month(m: re.Match[str], name: str, context: Context) -> bool:
    """Is the bare word a month, not a name (`April Ryan`), a verb (`may`, `march`) or the start of a title?"""
    if any("PERSON" in t.ent or "ORG" in t.ent or "WORK" in t.ent for t in context.tokens):
        return False
    if len(name.rstrip(".")) > 4 and name.lower() != "march":
        return True
    return bool(_MONTH_LEAD.search(before(m))) and not re.match(r"\s+(?:not|be|have|\w+ly)\b", after(m))


_MONTH_LEAD = re.compile(r"(?i)(?:\b(?:in|since|of|by|until|till|through|from|to|for|late|early|mid|and|or|during"
                         r"|before|after|between|each|every)[\s-]+)$")


def _week_of(m: re.Match[str], context: Context) -> Found | None:
    """`the week of March 6`."""
    day = _dated(m, context, month(m["month"]), int(re.sub(r"\D", "", m["day"])))
    if day is None:
        return None
    there = as_date(day.value)
    return Found(week(there) if there else "XXXX-WXX", relative=day.relative, of=day.of)


def _nine_eleven(m: re.Match[str], context: Context) -> Found | None:
    return Found("2001-09-11")


def _iso(m: re.Match[str], context: Context) -> Found | None:
    value = f"{m['year']}-{int(m['month']):02d}-{int(m['day']):02d}"
    if interval(value) is None:
        return None
    return Found(f"{value}T{m['time']}", "TIME") if m.groupdict().get("time") else Found(value)


def _figures(m: re.Match[str], context: Context) -> Found | None:
    """`24.10.2024` (day first), `10/24/2024`: where both numbers could be the month only the year is sure."""
    a, b, year = int(m["a"]), int(m["b"]), int(m["year"])
    month_first, day_first = make_date(year, a, b), make_date(year, b, a)
    if m["mark"] == ".":
        month_first = None
    if month_first and day_first and month_first != day_first:
        return Found(str(year))
    there = month_first or day_first
    return Found(there.isoformat()) if there else None


def rules() -> list[Rule]:
    """The rules of this family, ready to be tried in any order (the longest match wins)."""
    months = tuple(m[:3] for m in MONTHS)
    lead = rf"\b(?P<lead>(?i:last|this{S}past|this|next|this{S}coming|the{S}(?:previous|following))){S}"
    return [
        Rule(re.compile(rf"{_HEAD}\b(?P<month>{MONTH}){S}?(?P<day>{DAY})(?!\d|:\d|\.\d|{S}?(?:%|percent\b|a\.m|p\.m))"
                        rf"(?:{_TO}(?:(?P<month2>{MONTH}){S})?(?P<day2>{DAY})(?!\d))?{_TAIL}"), _month_day, months),
        Rule(re.compile(rf"{_HEAD}(?<![\d,.$€£:/-])(?:(?i:the){S})?\b(?P<day>{DAY})(?:{_TO}(?P<day2>{DAY}))?{S}?"
                        rf"(?:of{S})?(?P<month>{MONTH})(?![a-z]){_TAIL}"), _month_day, months),
        Rule(re.compile(rf"\b(?i:the){S}week{S}(?:of|beginning|starting|from){S}(?P<month>{MONTH}){S}"
                        rf"(?P<day>{DAY})(?!\d){_TAIL}"), _week_of, ("week",)),
        Rule(re.compile(rf"(?:{lead}|(?<![\w’'-])|(?<=[Mm]id-)|(?<=[Ll]ate-)|(?<=[Ee]arly-))(?P<month>{MONTH})(?![\w])"
                        rf"{_TAIL}"), _bare_month, months),
        Rule(re.compile(r"(?<![\w/.,$-])9/11(?![\d/%-])"), _nine_eleven, ("9/11",)),
        Rule(re.compile(r"(?<![\d/-])(?P<year>[12]\d{3})(?P<m>[-/])(?P<month>\d\d)(?P=m)(?P<day>\d\d)"
                        r"(?:[T ](?P<time>[0-2]\d:[0-5]\d)(?::\d\d)?)?(?![\d/-])"), _iso, ("-", "/")),
        Rule(re.compile(r"(?<![\d/.,-])(?P<a>\d{1,2})(?P<mark>[./-])(?P<b>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)"
                        r"(?![\d/-])"), _figures, ("19", "20")),
    ]
