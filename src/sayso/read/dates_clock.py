"""Times of day: `10:35 a.m.`, `noon`, `0900 GMT`. Time zones are left out: the value is the local time as written."""

from __future__ import annotations

import re

from sayso.read.dates_rules import Context, Found, Rule, after, before
from sayso.read.dates_values import unit_at
from sayso.read.dates_words import NUMBER, S, number

_ZONE = (r"(?:\s?\(?(?:GMT|UTC|EST|EDT|CST|CDT|MST|MDT|PST|PDT|CET|CEST|BST|MSK|IST|JST|KST|ET|PT|CT|MT|Z"
         r"|local\stime)\b\)?|\s?\(\d\d?:?\d\d\s?(?:GMT|UTC)\))")
_ABOUT = r"(?:\b(?i:around|about|shortly\s+(?:before|after)|just\s+(?:before|after)|nearly|almost)\s+)?"
_AT = re.compile(r"(?i)\b(?:at|around|about|from|until|till|by|before|after|since|between|and|to)\s+$")


def _at(hour: int, minute: int | None, context: Context) -> Found | None:
    if hour > 24 or (minute is not None and minute > 59):
        return None
    base = context.clock_day or context.base
    day = unit_at(base, 0, "day")
    return Found(f"{day}T{hour:02d}:{minute or 0:02d}", "TIME", relative=True, of=base)


def _twelve(m: re.Match[str], context: Context) -> Found | None:
    hour = int(m["hour"]) if m["hour"].isdigit() else int(number(m["hour"]) or 99)
    if hour > 12:
        return None
    half = re.sub(r"\W", "", (m["half"] or "").lower())
    afternoon = half == "pm" or "afternoon" in half or "evening" in half or "night" in half
    hour = hour % 12 + (12 if afternoon else 0)
    return _at(hour, int(m["minute"]) if m["minute"] else None, context)


def _twenty_four(m: re.Match[str], context: Context) -> Found | None:
    zone = m["zone"]
    if not zone and not _AT.search(before(m)):
        return None
    if re.match(r"\s*(?:%|percent|points|[-–:]\d)", after(m)):
        return None
    return _at(int(m["hour"]), int(m["minute"]), context)


def _military(m: re.Match[str], context: Context) -> Found | None:
    return _at(int(m["hour"]), int(m["minute"]), context)


def _noon(m: re.Match[str], context: Context) -> Found | None:
    if context.tokens and context.tokens[-1].dep == "compound" and context.tokens[-1].head.text.islower():
        return None
    return _at(24 if m["word"].lower() == "midnight" else 12, 0, context)


def rules() -> list[Rule]:
    """The rules of this family."""
    half = (r"(?P<half>[AaPp]\.[Mm]\.?|[AaPp][Mm]\b"
            r"|(?i:in\s+the\s+(?:morning|afternoon|evening)|at\s+night))")
    edge = r"(?<![\d:.,$])\b"
    word = r"(?P<word>(?i:noon|midday|midnight))\b"
    words = ("noon", "midday", "midnight")
    return [
        Rule(re.compile(rf"{_ABOUT}{edge}(?P<hour>\d{{1,2}}|{NUMBER})(?:[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?)?\s?"
                        rf"{half}{_ZONE}?"),
             _twelve, ("pm", ".m", *(f"{c}am" for c in " \u00a0\u202f0123456789"), "morning", "afternoon", "evening", "at night")),
        Rule(re.compile(rf"{_ABOUT}{edge}(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)"
                        rf"(?!\d|:\d|\s?[AaPp]\.?[Mm]\b)(?P<zone>{_ZONE})?"),
             _twenty_four, (":",)),
        Rule(re.compile(rf"{edge}(?P<hour>[01]\d|2[0-4]):?(?P<minute>[0-5]\d)"
                        rf"(?:\s?(?:GMT|UTC)\b|{S}(?:hours|hrs)\b)"), _military, ("gmt", "utc", "hours", "hrs")),
        Rule(re.compile(rf"\b(?<!high )(?<!High ){word}"), _noon, words),
    ]
