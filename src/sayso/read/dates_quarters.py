"""Quarters, halves and fiscal years, as reports of earnings speak of them. The calendar's quarters stand for all."""

from __future__ import annotations

import re

from sayso.read.dates_rules import Context, Found, Rule, deictic
from sayso.read.dates_values import UNKNOWN, moved, quarter_of, unit_at
from sayso.read.dates_words import GAP, S


def quarter_spoken_of(context: Context) -> Found:
    if context.quarter:
        return Found(context.quarter, relative=True, of=context.quarter)
    return deictic(unit_at(context.published, -1, "quarter"), context)


def _quarter(m: re.Match[str], context: Context) -> Found | None:
    """`third-quarter`, `the second quarter of 1990`, `the year-earlier third quarter`: the last that has begun."""
    n = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
         "final": 4, "q1": 1, "q2": 2, "q3": 3, "q4": 4}[(m["n"] or m["q"]).lower()]
    year = m["year"] or m["year1"]
    if year:
        return Found(f"{year}-Q{n}")
    here = quarter_of(unit_at(context.published, 0, "quarter"))
    if here is None:
        known = unit_at(context.published, 0, "year")
        return deictic(f"{known}-Q{n}", context)
    words = " ".join(m[0].lower().split())
    year_ = here[0]
    if "last year" in words or "year-ago" in words or "year-earlier" in words or "year ago" in words:
        year_ -= 1
    elif "next year" in words:
        year_ += 1
    elif "this year" not in words:
        if context.direction == "future":
            year_ += 0 if n >= here[1] - 1 else 1
        elif n > here[1]:
            year_ -= 1
    return deictic(f"{year_:04d}-Q{n}", context)


def _half(m: re.Match[str], context: Context) -> Found | None:
    n = 1 if m["n"].lower() == "first" else 2
    if m["year"]:
        return Found(f"{m['year']}-H{n}")
    words = m[0].lower()
    step = -1 if "last year" in words else 1 if "next year" in words else 0
    return deictic(f"{unit_at(context.published, step, 'year')}-H{n}", context)


def _period(m: re.Match[str], context: Context) -> Found | None:
    """`the latest period`, `the year-earlier quarter`, `the 1988 quarter`: by the quarter the text speaks of."""
    base = context.quarter or unit_at(context.published, -1, "quarter")
    known = quarter_of(base)
    words = m[0].lower()
    if context.longer and known and "quarter" not in words:
        back = 0 if m["year"] or "latest" in words else 1
        return Found(m["year"] or f"{known[0] - back:04d}", relative=True, of=base)
    if known is None:
        return Found(UNKNOWN["quarter"], relative=True)
    if m["year"]:
        return Found(f"{m['year']}-Q{known[1]}", relative=True, of=base)
    back = 1 if re.search(r"year|ago|same|comparable|corresponding", words) else 0
    return Found(f"{known[0] - back:04d}-Q{known[1]}", relative=True, of=base)


def _year_ago(m: re.Match[str], context: Context) -> Found | None:
    """The adjective: `year-earlier profit`."""
    value = moved(context.period, -1, "year") if context.period else None
    return Found(value, relative=True, of=context.period) if value else \
        deictic(unit_at(context.published, -1, "year"), context)


def _year_end(m: re.Match[str], context: Context) -> Found | None:
    value = unit_at(context.published, 0, "year")
    return deictic(f"{value}-12-31" if value.isdigit() else value, context)


def _fiscal(m: re.Match[str], context: Context) -> Found | None:
    if m["year"]:
        return Found(m["year"])
    words = m[0].lower()
    step = -1 if "last" in words or "previous" in words else 1 if "next" in words else 0
    return deictic(unit_at(context.published, step, "year"), context)


def rules() -> list[Rule]:
    """The rules of this family."""
    year = r"(?P<year>(?:19|20)\d\d)"
    last = r"(?i:last|this|next)"
    back = rf"(?:last{S}year|a{S}year{S}(?:ago|earlier))"
    which = rf"(?:the{S}(?:current|last|latest|next|previous)|this|next|last)"
    ordinal = r"(?P<n>(?i:first|second|third|fourth|1st|2nd|3rd|4th|final))"
    of_year = rf"(?:\s?,?{S}(?:(?:of|in){S})?(?:{year}\b|(?:{last}{S}year|a{S}year{S}ago)\b))?"
    ahead = (rf"(?:(?P<year1>(?:19|20)\d\d){S}(?:(?i:fiscal){S})?|{last}{S}year[’']s{S}"
             rf"|(?i:year-(?:ago|earlier)){S})?")
    return [
        Rule(re.compile(rf"(?:\b(?i:the|its|their|a){S})?(?:(?i:fiscal|flat){GAP})?{ahead}"
                        rf"(?:{ordinal}{GAP}(?i:quarter)|\b(?P<q>Q[1-4]))\b{of_year}"), _quarter,
             ("quarter", "q1", "q2", "q3", "q4")),
        Rule(re.compile(rf"\b(?:(?i:the){S})?(?P<n>(?i:first|second|last|latter)){GAP}half{S}of{S}"
                        rf"(?i:the{S}year|{last}{S}year|{year})\b"), _half, ("half",)),
        Rule(re.compile(rf"\b(?i:(?:the{S})?(?:latest|year-ago|year-earlier|comparable(?:{S}year-(?:ago|earlier))?"
                        rf"|corresponding|same|last{S}year['’]s|{year}){S}(?:quarter|period)(?:{S}{back})?"
                        rf"|the{S}(?:quarter|period){S}{back})\b"), _period, ("quarter", "period")),
        Rule(re.compile(r"\b(?i:year-(?:ago|earlier))\b"), _year_ago, ("year-",)),
        Rule(re.compile(rf"\b(?:(?i:around){S})?(?i:year(?:['’]s)?[\s-]end)\b"), _year_end, ("end",)),
        Rule(re.compile(rf"\b(?i:(?:{which}{S})?fiscal(?:{S}year)?{S}{year}|{which}{S}fiscal{S}year)\b"), _fiscal,
             ("fiscal",)),
    ]
