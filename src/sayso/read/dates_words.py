"""The words dates are made of: months, weekdays, units, numbers, as regular expressions and as values.

Names of months and days are matched as they are written (a capital first); everything else in either case.
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
          "november", "december")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
PARTS = {"morning": "MO", "midmorning": "MO", "afternoon": "AF", "midafternoon": "AF", "evening": "EV",
         "night": "NI", "dawn": "MO", "dusk": "EV"}
UNITS = {"second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "fortnight": "W", "month": "M",
         "quarter": "Q", "year": "Y", "decade": "Y", "century": "Y", "weekend": "D", "night": "D"}
CLOCK_UNITS = frozenset(("second", "minute", "hour"))
TIMES = {"fortnight": 2, "decade": 10, "century": 100, "weekend": 2}

_ONES = {w: k for k, w in enumerate(
    ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
     "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"))}
_TENS = {w: 10 * k for k, w in enumerate(
    ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), 2)}
_SCALES = {"hundred": 100, "thousand": 1000}
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}

S = r"[\s\u00a0]{1,40}"
GAP = r"(?:[\s\u00a0]?[-‐‑–][\s\u00a0]?|[\s\u00a0]{1,40})"
MONTH = (r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
         r"|JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
         r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT|SEP|OCT|NOV|DEC)\b\.?)")
WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
WEEKDAY_SHORT = rf"(?:{WEEKDAY}|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?)"
YEAR = r"(?:1[0-9]|20)\d\d"
DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
UNIT = (r"(?i:seconds?|minutes?|hours?|days?|weeks?|fortnights?|months?|quarters?|years?|decades?|centur(?:y|ies)"
        r"|weekends?)")
PART = r"(?i:mid-?[\s-]?morning|mid-?[\s-]?afternoon|morning|afternoon|evening|night)"
SEASON = r"(?:[Ss]pring|[Ss]ummer|[Ff]all|[Aa]utumn|[Ww]inter)"
_ONE = "(?:" + "|".join(sorted(_ONES, key=len, reverse=True)) + ")"
_UNDER_100 = rf"(?:(?:{'|'.join(_TENS)})(?:[\s-]{{1,2}}{_ONE})?|{_ONE})"
_UNDER_1000 = rf"(?:(?:(?:an?|{_UNDER_100})\s+)?hundred(?:\s+(?:and\s+)?{_UNDER_100})?|{_UNDER_100})"
_WORDS = rf"(?:(?:(?:an?|{_UNDER_1000})\s+)?thousand(?:\s+(?:and\s+)?{_UNDER_1000})?|{_UNDER_1000})"
SMALL = (r"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-](?:one|two|three|four|five|six|seven"
         r"|eight|nine))?|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|oh[\s-]\w+)\b")
_DIGITS = r"\d{1,3}(?:,\d{3})+|\d{1,5}(?:\.\d{1,3})?"
NUMBER = rf"(?i:{_WORDS}\b|(?:{_DIGITS})(?:{S}?[½¼¾]|{S}\d/\d)?)"
FEW = (r"(?i:(?:(?:a|the|these|those)\s+)?(?:few|couple(?:\s+of)?)|several|many|some|various|countless|a\s+number\s+of"
       r"|(?:dozens|hundreds|thousands|tens)\s+of)")
ABOUT = (r"(?i:about|around|roughly|approximately|some|nearly|almost|just\s+over|just\s+under|more\s+than|less\s+than"
         r"|fewer\s+than|no\s+more\s+than|at\s+least|at\s+most|up\s+to|over|under|only|an?\s+estimated|well\s+over)")
_VAGUE = re.compile(FEW)


def month(word: str) -> int:
    """1 to 12 for a month's name or abbreviation."""
    return next(k for k, m in enumerate(MONTHS, 1) if m.startswith(word.lower().rstrip(".")[:3]))


def weekday(word: str) -> int:
    """1 (Monday) to 7 for a day's name or abbreviation."""
    return next(k for k, d in enumerate(WEEKDAYS, 1) if d.startswith(word.lower()[:3]))


def weekday_in(text: str) -> int | None:
    """The number of the first weekday that is named in a text."""
    m = re.search(WEEKDAY, text)
    return weekday(m[0]) if m else None


def unit(word: str) -> str:
    """The unit's name in the singular: `weeks` is `week`, `centuries` is `century`."""
    word = word.lower()
    return "century" if word.startswith("centur") else word.removesuffix("s")


def part(word: str) -> str:
    """TIMEX3's two letters for a part of the day."""
    return PARTS[re.sub(r"[\s-]", "", word.lower())]


def number(text: str) -> float | None:
    """What a number in figures or words stands for; None where it is vague (`several`) or none at all."""
    text = text.lower().replace("\u00a0", " ").strip()
    if text in ("a", "an", "another"):
        return 1.0
    if re.fullmatch(r"(?:a\s+|the\s+)?couple(?:\s+of)?", text):
        return 2.0
    if _VAGUE.fullmatch(text):
        return None
    return _figures(text) if text[:1].isdigit() else _words(text)


def _figures(text: str) -> float | None:
    m = re.fullmatch(r"([\d,]+(?:\.\d+)?)\s*(?:([½¼¾])|(\d)/(\d))?", text)
    if m is None:
        return None
    value = float(m[1].replace(",", ""))
    if m[2]:
        value += _FRACTIONS[m[2]]
    elif m[3] and m[4] != "0":
        value += int(m[3]) / int(m[4])
    return value


def _words(text: str) -> float | None:
    total, current, seen = 0, 0, False
    for word in re.split(r"[\s-]+", text):
        if word in _ONES or word in _TENS:
            current += _ONES.get(word, _TENS.get(word, 0))
        elif word in _SCALES:
            current = max(current, 1) * _SCALES[word]
            if word == "thousand":
                total, current = total + current, 0
        elif word not in ("and", "a", "an"):
            return None
        seen = True
    return float(total + current) if seen else None


def spoken_year(text: str) -> int | None:
    """`nineteen ninety-six`, `two thousand ten`, `the year two thousand`; None for other numbers."""
    words = re.split(r"[\s-]+", text.lower())
    if len(words) >= 2 and words[0] in ("eighteen", "nineteen", "twenty") and words[1] in {**_TENS, **_ONES}:
        rest = _words(" ".join(words[1:]))
        return 100 * _words_int(words[0]) + int(rest) if rest is not None and 10 <= rest < 100 else None
    if words[:2] == ["two", "thousand"]:
        rest = _words(" ".join(w for w in words[2:] if w != "and")) if len(words) > 2 else 0.0
        return 2000 + int(rest) if rest is not None and rest < 100 else None
    return None


def _words_int(word: str) -> int:
    return int(_words(word) or 0)


@lru_cache(maxsize=1)
def table() -> dict[str, dict[str, Any]]:
    """The tables of `data/dates.toml`."""
    return tomllib.loads(files("sayso.data").joinpath("dates.toml").read_text(encoding="utf-8"))


def any_of(words: list[str]) -> str:
    """A pattern for these phrases, longest first, any white space between their words."""
    return "|".join(re.escape(w).replace(r"\ ", S).replace("'", "['’]") for w in sorted(words, key=len, reverse=True))
