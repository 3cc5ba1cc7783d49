"""Dates counted from the day of publication (`last week`) or from a day in the text (`a day earlier`)."""

from __future__ import annotations

import re
from datetime import timedelta

from sayso.read.dates_calendar import nearest_year
from sayso.read.dates_quarters import quarter_spoken_of
from sayso.read.dates_rules import Context, Found, Rule, after, before, deictic
from sayso.read.dates_values import UNKNOWN, as_date, day_of, moved, unit_at
from sayso.read.dates_words import (
    ABOUT,
    FEW,
    GAP,
    MONTH,
    NUMBER,
    PART,
    UNIT,
    WEEKDAY,
    WEEKDAYS,
    S,
    month,
    number,
    part,
    unit,
    weekday,
)

_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_COUNT = rf"(?:{NUMBER}|{FEW}|(?i:half{S}an?|an?|another))"
_LENGTHS = {"week": "P1W", "month": "P1M", "quarter": "P1Q", "year": "P1Y", "decade": "P10Y", "century": "P100Y"}
_WITHIN = re.compile(rf"(?i)\b(?:over|within|during|for|throughout|in){S}$")
_LONGEST_BACK = 6
_OWN_UNITS = r"(?i:day|week|month|quarter|year|decade|century|weekend)"


def _deictic_day(m: re.Match[str], context: Context) -> Found | None:
    words = " ".join(m[0].lower().split())
    if words.startswith("the day before"):
        return deictic(unit_at(context.published, -2, "day"), context)
    if words.startswith("the day after"):
        return deictic(unit_at(context.published, 2, "day"), context)
    name = words.split()[-1]
    value = unit_at(context.published, _DAYS[name], "day")
    return deictic(value + "TNI", context, "TIME") if name == "tonight" else deictic(value, context)


def _this_part(m: re.Match[str], context: Context) -> Found | None:
    """`this morning`, `last night`."""
    lead = m["lead"].lower()
    if lead == "last" and part(m["part"]) not in ("NI", "EV"):
        return None
    value = unit_at(context.published, -1 if lead == "last" else 0, "day")
    return deictic(f"{value}T{part(m['part'])}", context, "TIME")


def _that_part(m: re.Match[str], context: Context) -> Found | None:
    """`the next morning`, `that night`, `the same evening`: of the day spoken of."""
    lead = m["lead"].lower()
    steps = 1 if "next" in lead or "following" in lead else -1 if "previous" in lead or "before" in m[0] else 0
    value = unit_at(context.base, steps, "day")
    return Found(f"{value}T{part(m['part'])}", "TIME", relative=True, of=context.base)


def _weekday(m: re.Match[str], context: Context) -> Found | None:
    """A weekday by its lead, else by the tense: past is the last one up to today, future the first from today.

    What would be six days back is tomorrow: reports are kept up to date past their day, and clocks differ.
    """
    number_ = weekday(m["day"])
    lead = " ".join((m["lead"] or "").lower().split())
    if re.match(r"[’']?s\b", after(m)) and m[0].endswith("s"):
        return None
    if "previous" in lead or "following" in lead or "preceding" in lead:
        return _weekday_from(context.base, number_, "following" in lead)
    here = as_date(context.published)
    if here is None:
        return deictic(f"XXXX-WXX-{number_}", context)
    back, on = (here.isoweekday() - number_) % 7, (number_ - here.isoweekday()) % 7
    tail = " ".join((m["tail"] or "").lower().split())
    if tail:
        step = -1 if "last" in tail else 1 if "next" in tail else 0
        days = number_ - here.isoweekday() + 7 * step
    elif lead.endswith("last") or "past" in lead:
        days = -(back or 7)
    elif lead.endswith("next"):
        days = number_ - here.isoweekday() + 7
    elif lead == "this":
        days = number_ - here.isoweekday()
    elif "coming" in lead:
        days = on or 7
    else:
        days = on if context.direction == "future" or back == _LONGEST_BACK else -back
    try:
        return deictic((here + timedelta(days=days)).isoformat(), context)
    except OverflowError:
        return None


def _weekday_from(base: str | None, number_: int, coming: bool) -> Found:
    here = as_date(base)
    if here is None:
        return Found(f"XXXX-WXX-{number_}", relative=True, of=base)
    step = (number_ - here.isoweekday()) % 7 or 7
    back = (here.isoweekday() - number_) % 7 or 7
    return Found((here + timedelta(days=step if coming else -back)).isoformat(), relative=True, of=base)


def _unit(m: re.Match[str], context: Context) -> Found | None:
    """`last week`, `this year`, `the coming month`: the unit itself, counted from the day of publication."""
    lead = " ".join(m["lead"].lower().split()).removeprefix("the ")
    name = unit(m["unit"])
    if lead == "next" and name not in ("day", "quarter", "century", "weekend") and m["lead"].lower().startswith("the") \
            and _WITHIN.search(before(m)):
        return Found(_LENGTHS[name], "DURATION")
    if lead in ("previous", "preceding", "following", "same", "very same", "that", "that same", "that very") \
            or (lead == "next" and name == "day"):
        step = {"previous": -1, "preceding": -1, "following": 1, "next": 1}.get(lead, 0)
        base = context.base if name == "day" else context.spoken or context.base
        if step > 0 and _from_nothing(context):
            return Found("PAST_REF", relative=True, of=context.published)
        return Found(unit_at(base, step, name), relative=True, of=base)
    if name == "day" or _is_title(m["unit"], m):
        return None
    if lead == "past" and name != "weekend":
        return Found(_LENGTHS[name], "DURATION")
    step = {"last": -1, "this past": -1, "next": 1, "coming": 1}.get(lead, 0)
    if name == "quarter" and lead == "latest":
        return quarter_spoken_of(context)
    if lead == "latest":
        step = -1
    return deictic(unit_at(context.published, step, name), context)


def _from_nothing(context: Context) -> bool:
    """Is there no day in the text to go on from, where a past tense goes on (`a year later she left`)?"""
    return context.direction == "past" and not context.anchor and not context.spoken


def _is_title(word: str, m: re.Match[str]) -> bool:
    """Is a unit with a capital part of a name (`This Week`)? At the start of a sentence only the first word has one."""
    return word[:1].isupper() and not word.isupper() and not m[0].startswith(word)


def _the_unit(m: re.Match[str], context: Context) -> Found | None:
    """`the year`, `the week`: the one spoken of, or the present one. As a length of time it is left to durations."""
    name = unit(m["unit"])
    if _is_title(m["unit"], m):
        return None
    if name == "quarter":
        ended = re.match(rf"{S}end(?:ed|ing|s){S}(?:on{S})?(?P<month>{MONTH})", after(m, 40))
        if ended and (year := nearest_year(context.published, month(ended["month"]), None, context.direction)):
            return deictic(f"{year:04d}-Q{(month(ended['month']) + 2) // 3}", context)
        return quarter_spoken_of(context)
    if name == "year" and re.match(rf"{S}(?:end(?:ed|ing)\b|to{S}{MONTH})", after(m, 40)):
        return Found("P1Y", "DURATION")
    if re.match(rf"{S}(?:before|after|of|when|that|ago|since|in{S}which)\b", after(m)) and name != "weekend":
        return None
    if name == "weekend":
        here = as_date(context.published)
        if here is None:
            return deictic(UNKNOWN["weekend"], context)
        step = -1 if context.direction != "future" and here.isoweekday() <= 5 else 0
        return deictic(unit_at(context.published, step, "weekend"), context)
    return deictic(unit_at(context.published, 0, name), context)


def _shifted(m: re.Match[str], context: Context) -> Found | None:
    """`two years ago`, `a day earlier`, `a month later`, `10 years from now`, at the unit's own precision."""
    way = " ".join(m["way"].lower().split())
    name = unit(m["unit"])
    count = 0.5 if m["n"].lower().startswith("half") else number(m["n"])
    if m["half"]:
        count = (count or 0) + 0.5
    if way not in ("ago", "earlier", "later", "from now", "hence") and not re.match(r"\s*(?:[,.;:)]|$)", after(m)):
        return None
    if count is None:
        ahead = way in ("from now", "hence")
        past = not ahead and (context.direction == "past" or way not in ("later", "after", "afterward", "afterwards"))
        return Found("PAST_REF" if past else "FUTURE_REF", relative=True, of=context.published)
    from_now = way in ("ago", "from now", "hence")
    back = way in ("ago", "earlier", "before", "previously")
    if name in ("hour", "minute", "second"):
        if not from_now:
            return None
        return deictic(unit_at(context.published, 0, "day"), context)
    if name == "fortnight":
        name, count = "week", count * 2
    if m["day"] and count == int(count) and count < 9999:
        return _ago_from(m["day"], name, int(count), context)
    if not from_now and not back and _from_nothing(context):
        return Found("PAST_REF", relative=True, of=context.published)
    if count != int(count) or count > 9999:
        return _fraction(count, name, -1 if back else 1, context)
    steps = int(-count if back else count)
    base = context.published if from_now else context.base if name == "day" else context.spoken or context.base
    if context.period and name in ("year", "quarter", "month") and steps < 0 and way in ("ago", "earlier"):
        there = moved(context.period, steps, name)
        if there:
            return Found(there, relative=True, of=context.period)
    if name == "day" or (not from_now and name == "week" and day_of(base or "")):
        there = moved(base, steps, name) if base else None
        return Found(there or UNKNOWN[name], relative=True, of=base)
    value = unit_at(base, steps * (10 if name == "decade" else 100 if name == "century" else 1),
                    "year" if name in ("decade", "century") else name)
    return Found(value, relative=True, of=base)


def _ago_from(day: str, name: str, count: int, context: Context) -> Found | None:
    """`a year ago today`, `three years ago this month`, `two weeks ago Monday`: from that day, at its precision."""
    words, here = day.lower(), as_date(context.published)
    if words in WEEKDAYS and here:
        base = unit_at(context.published, -((here.isoweekday() - weekday(words)) % 7), "day")
    else:
        base = unit_at(context.published, _DAYS.get(words, 0), words.split()[-1] if " " in words else "day")
    value = unit_at(base, -count, "week") if "-W" in base and name == "week" else moved(base, -count, name)
    return deictic(value or UNKNOWN["day"], context)


def _fraction(count: float, name: str, sign: int, context: Context) -> Found | None:
    months = {"year": 12, "decade": 120}.get(name)
    if months is None or count > 9999:
        return None
    return Found(unit_at(context.published, sign * round(count * months), "month" if name == "year" else "year"),
                 relative=True, of=context.published)


def _bare_part(m: re.Match[str], context: Context) -> Found | None:
    """`in the morning`, `overnight`: of the day the sentence speaks of."""
    base = context.clock_day or context.base
    code = part(m["part"]) if m["part"] else "NI"
    return Found(f"{unit_at(base, 0, 'day')}T{code}", "TIME", relative=True, of=base)


def _same_date(m: re.Match[str], context: Context) -> Found | None:
    return Found(unit_at(context.base, 0, "day"), relative=True, of=context.base)


def _vague_shift(m: re.Match[str], context: Context) -> Found | None:
    if re.search(rf"(?:\d|{NUMBER}|{FEW}){S}?$", before(m)):
        return None
    ahead = m["way"].lower() == "later" and context.direction != "past"
    return Found("FUTURE_REF" if ahead else "PAST_REF", relative=True, of=context.published)


def rules() -> list[Rule]:
    """The rules of this family."""
    lead = (rf"(?P<lead>(?i:(?:the{S})?(?:last|past|previous|preceding|following|coming|current|latest|next|same"
            rf"|very{S}same)|this{S}(?:past|coming|very)|this|that(?:{S}(?:same|very))?))")
    leads = ("last", "past", "previous", "preceding", "following", "coming", "current", "latest", "next", "same",
             "this", "that")
    day_lead = (rf"(?P<lead>(?i:(?:the{S})?(?:last|previous|preceding|following|next|coming)|this{S}(?:past|coming)"
                rf"|this))")
    way = rf"(?P<way>(?i:ago|earlier|later|before|after|afterwards?|previously|from{S}now|hence))"
    return [
        Rule(re.compile(rf"\b(?i:(?:the{S}day{S}(?:before|after){S})?(?:yesterday|tomorrow)|today|tonight)\b"),
             _deictic_day, tuple(_DAYS)),
        Rule(re.compile(rf"\b(?P<lead>(?i:this|last)){S}(?P<part>{PART})\b"), _this_part, ("this", "last")),
        Rule(re.compile(rf"\b(?P<lead>(?i:the{S}(?:next|following|previous|same)|that(?:{S}same)?)){S}"
                        rf"(?P<part>{PART})\b"), _that_part, ("next", "following", "previous", "same", "that")),
        Rule(re.compile(rf"\b(?i:(?:in{S})?the{S}(?P<part>morning|afternoon|evening|night(?={S}of\b))|(?P<overnight>overnight))\b"),
             _bare_part, ("morning", "afternoon", "evening", "night")),
        Rule(re.compile(rf"(?:\b{day_lead}{S})?\b(?P<day>{WEEKDAY})(?![a-z])"
                        rf"(?P<tail>{S}(?i:(?:of{S})?(?:last|this|next){S}week))?"), _weekday, WEEKDAYS),
        Rule(re.compile(rf"\b{lead}{S}(?P<unit>{_OWN_UNITS})(?:(?=['’]s\b)|(?![\w’'-]*\w)(?!-))"), _unit, leads),
        Rule(re.compile(rf"\b(?i:earlier|later){S}(?i:in{S}the{S}day)\b"), _same_date, ("the day",)),
        Rule(re.compile(rf"\b(?i:(?:the|that|this)(?:{S}(?:very|same)){{1,2}}){S}(?i:date)\b"), _same_date, ("date",)),
        Rule(re.compile(rf"\b(?i:the){S}(?:(?i:full|whole|entire|fiscal){S})?"
                        rf"(?P<unit>(?i:week|month|quarter|year|weekend))\b(?![’'-]\w)"), _the_unit, ("the",)),
        Rule(re.compile(rf"(?:\b{ABOUT}{S})?(?<![\w.,$-])(?P<n>{_COUNT}){GAP}(?P<unit>{UNIT})"
                        rf"(?P<half>{S}and{S}a{S}half)?(?:{S}or{S}so)?{S}"
                        rf"{way}\b(?!-)(?:(?<=[Aa][Gg][Oo]){S}(?P<day>(?i:today|yesterday|this{S}(?:week|month)|{WEEKDAY}))\b)?"),
             _shifted, ("ago", "earlier", "later", "before", "after", "previously", "now", "hence")),
        Rule(re.compile(rf"\b(?i:weeks|months|years|days|decades|hours){S}(?P<way>(?i:ago|earlier|later))\b"),
             _vague_shift, ("ago", "earlier", "later")),
    ]
