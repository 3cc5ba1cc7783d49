"""Lengths of time (`three days`), what comes again (`every week`), and what is only vaguely when (`recently`)."""

from __future__ import annotations

import re

from sayso.read.dates_rules import Context, Found, Rule, after, before
from sayso.read.dates_words import (
    ABOUT,
    CLOCK_UNITS,
    FEW,
    GAP,
    MONTH,
    NUMBER,
    PART,
    TIMES,
    UNIT,
    UNITS,
    WEEKDAY,
    WEEKDAYS,
    S,
    any_of,
    month,
    number,
    part,
    table,
    unit,
    weekday,
)

_ORDER = (rf"(?i:(?:(?:the|these|those|its|their|his|her){S})"
          rf"(?:first|last|past|next|coming|following|previous|preceding|final|latest|opening)"
          rf"|(?:the|these|those|(?<!to )(?<!will )(?<!ould )(?<!can )(?<!may )(?<!ight )last|past|next|first|coming"
          rf"|another))")
_KIND = (r"(?i:more|full|consecutive|straight|whole|additional|extra|long|fiscal|trading|business|working|calendar"
         r"|solid)")
_SMALLER = {"year": (12, "M"), "hour": (60, "M"), "minute": (60, "S"), "decade": (12, "M"), "day": (24, "H")}
_COUNTED = re.compile(r"(?i)(?:\d|million|billion|thousand|once|twice|times?|dollars|percent|%|tons"
                      r"|barrels|people)[\s-]+$")


def period(count: float | None, name: str) -> str:
    """The TIMEX3 length of so many units (None: vague): `P3D`, `PT2H`, `P2Y6M`, `PXW`."""
    prefix = "PT" if name in CLOCK_UNITS else "P"
    if count is None:
        if name in ("decade", "century"):
            return "PXY"
        return f"{prefix}X{'Q' if name == 'quarter' else UNITS[name]}"
    count *= TIMES.get(name, 1)
    letter = UNITS[name]
    whole = int(count)
    if count == whole:
        return f"{prefix}{whole}{letter}"
    smaller = _SMALLER.get(name)
    if smaller and ((count - whole) * smaller[0]).is_integer():
        rest = f"{int((count - whole) * smaller[0])}{smaller[1]}"
        if name == "day":
            return f"P{whole}DT{rest}" if whole else f"PT{rest}"
        return f"{prefix}{whole}{letter}{rest}" if whole else f"{prefix}{rest}"
    return f"{prefix}{count:g}{letter}"


def _length(m: re.Match[str], context: Context) -> Found | None:
    name, count = unit(m["unit"]), number(m["n"])
    if m["unit"][:1].isupper() and m["unit"][1:].islower() and m["n"][:1].isdigit():
        return None
    plural = m["unit"].lower().endswith("s")
    single = m["n"].lower() in ("a", "an", "another")
    if (name == "second" and (not plural or single)) or (name == "quarter" and (
            single or (count in (1, 3) and re.match(rf"{S}of\b", after(m))))):
        return None
    if name == "quarter" and not plural and "-" not in m[0]:
        return None
    if m["ahead"] and re.search(r"(?i)\d", m["n"]) and name == "year" and count is not None and count > 1000:
        return None
    if single and _COUNTED.search(before(m)):
        return Found(period(1, name), "SET")
    if m["n"].lower() in ("half an", "half a"):
        count = 0.5
    if count is not None and count > 99_999_999:
        return None
    if m["upto"] or (single and plural):
        count = None
    if m["half"]:
        count = (count or 0) + 0.5
    if name == "century" and not plural and count is None:
        return None
    return Found(period(count, name), "DURATION")


def _many(m: re.Match[str], context: Context) -> Found | None:
    """`recent weeks`, `the coming months`, `for years`."""
    name = unit(m["unit"])
    lead = (m["lead"] or "").lower()
    if "recent" in lead and name == "year":
        return Found("PAST_REF", relative=True, of=context.published)
    return Found(period(None, name), "DURATION")


def _half_unit(m: re.Match[str], context: Context) -> Found | None:
    """`a half-hour meeting`, `quarter-century`."""
    return Found(period(0.5 if m["n"].lower() == "half" else 0.25, m["unit"].lower()), "DURATION")


def _long(m: re.Match[str], context: Context) -> Found | None:
    """`a weeklong strike`, `decades-long`."""
    return Found(period(None if m["many"] else 1, m["unit"].lower()), "DURATION")


def _rate(m: re.Match[str], context: Context) -> Found | None:
    """`per year`; a rate by the hour or less is a speed."""
    if unit(m["unit"]) in CLOCK_UNITS:
        return None
    return Found(period(1, unit(m["unit"])), "SET")


def _every(m: re.Match[str], context: Context) -> Found | None:
    """`every week`, `each Thursday`, `every two years`, `every other day`."""
    if m["day"]:
        return Found(f"XXXX-WXX-{weekday(m['day'])}" + (f"T{part(m['part'])}" if m["part"] else ""), "SET")
    if m["month"]:
        return Found(f"XXXX-{month(m['month']):02d}", "SET")
    if m["part2"]:
        return Found(f"XXXX-XX-XXT{part(m['part2'])}", "SET")
    count = 2.0 if m["other"] else number(m["n"]) if m["n"] else 1.0
    return Found(period(count, unit(m["unit"])), "SET")


def _weekdays(m: re.Match[str], context: Context) -> Found | None:
    """`Tuesdays`, `Tuesday nights`."""
    if re.match(r"['’]", after(m)):
        return None
    return Found(f"XXXX-WXX-{weekday(m['day'])}" + (f"T{part(m['part'].rstrip('s'))}" if m["part"] else ""), "SET")


def _set_word(m: re.Match[str], context: Context) -> Found | None:
    if m[0][0].isupper() and (re.search(r"[A-Z]\w*\s$", before(m)) or re.match(r"\s[A-Z]", after(m))):
        return None
    return Found(table()["sets"][m[0].lower()], "SET")


def _vague(m: re.Match[str], context: Context) -> Found | None:
    words = " ".join(m[0].lower().split())
    value = str(table()["vague"][words])
    token = context.tokens[-1] if context.tokens else None
    if words in ("now", "right now") and token is not None:
        if token.sentence.tokens[0].i == token.i and re.match(r"\s*,", after(m)):
            return None
        if token.dep == "intj":
            return None
    if words == "current" and re.match(r"\s*[.,;]|\s+account\b|\s+affairs\b", after(m)):
        return None
    if words in ("the past", "the future") and re.match(rf"{S}(?:\w+{S})?(?:\d|{NUMBER}|{FEW}|{UNIT})", after(m)):
        return None
    return Found(value, relative=True, of=context.published)


def rules() -> list[Rule]:
    """The rules of this family."""
    words = table()
    count = rf"(?:{NUMBER}|{FEW}|(?i:half{S}an?|an?|another))"
    many = r"(?i:days|weeks|months|years|decades|centuries|hours)"
    units = ("second", "minute", "hour", "day", "week", "fortnight", "month", "quarter", "year", "decade", "centur")
    return [
        Rule(re.compile(rf"(?P<ahead>\b{_ORDER}{S})?(?:\b{ABOUT}{S}|(?P<between>\b[Bb]etween{S}))?"
                        rf"(?<![\w.,$£€:/])(?P<n>{count})"
                        rf"(?P<upto>{S}(?:to|or|(?(between)and|to)){S}{NUMBER})?(?:{S}{_KIND}){{0,3}}{GAP}(?P<unit>{UNIT})(?![\w])"
                        rf"(?P<half>{S}and{S}a{S}half)?(?:-(?i:long)\b)?(?!-\w|{S}old\b)(?:{S}or{S}so\b)?(?![’']s\b)"),
             _length, units),
        Rule(re.compile(rf"\b(?P<lead>(?i:(?:the{S})?(?:recent|past|coming|last|next))){S}"
                        rf"(?P<unit>{many}|(?i:quarters|minutes))\b(?:{S}and{S}(?:weeks|months|years)\b)?"), _many,
             ("recent", "past", "coming", "last", "next")),
        Rule(re.compile(rf"(?:(?<=\b[Ff]or )|(?<=\b[Ii]n )|(?<=\b[Ww]ithin ))(?P<lead>)(?P<unit>{many})\b"), _many,
             ("days", "weeks", "months", "years", "decades", "centuries", "hours")),
        Rule(re.compile(rf"(?<=\b[Oo]ver )(?P<lead>)[Tt]he{S}(?P<unit>{many})\b(?!{S}of\b)"), _many, ("over",)),
        Rule(re.compile(rf"\b[Tt]he{S}(?P<lead>)(?P<unit>{many}){S}(?:ahead|to{S}come|that{S}followed)\b"), _many,
             ("ahead", "to come", "followed")),
        Rule(re.compile(r"\b(?i:(?P<n>(?:half|quarter))-(?P<unit>hour|day|year|decade|century))\b(?!-)"), _half_unit,
             ("half-", "quarter-")),
        Rule(re.compile(r"\b(?i:(?P<unit>hour|day|week|month|year|decade)(?P<many>s?)-?long)\b"), _long, ("long",)),
        Rule(re.compile(rf"\b(?i:per){S}(?P<unit>{UNIT})\b"), _rate, ("per",)),
        Rule(re.compile(rf"\b(?i:every|each){S}(?:(?P<day>{WEEKDAY})(?:{S}(?P<part>{PART}))?|(?P<part2>{PART})"
                        rf"|(?P<month>{MONTH})"
                        rf"|(?:(?P<other>(?i:other)){S}|(?P<n>{NUMBER}|{FEW}){S})?(?P<unit>{UNIT}))\b"),
             _every, ("every", "each")),
        Rule(re.compile(rf"\b(?P<day>{WEEKDAY})(?:s\b|{S}(?P<part>{PART}s)\b)"), _weekdays, WEEKDAYS),
        Rule(re.compile(rf"\b(?i:{any_of(list(words['sets']))})\b"), _set_word, tuple(words["sets"])),
        Rule(re.compile(rf"(?<![\w-])(?i:{any_of(list(words['vague']))})(?![\w-])"), _vague,
             tuple({w.split()[-1] for w in words["vague"]})),
    ]
