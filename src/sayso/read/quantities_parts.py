"""A number with its currency and unit: `$3.2bn`, `75 USD million`, `12 km`, `50 cents a share`, `3 dollars 50`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from sayso.read import quantities_units as units
from sayso.read.quantities_ages import is_age
from sayso.read.quantities_lexemes import Lexeme, glued_at, word_at
from sayso.read.quantities_not import no_figure
from sayso.read.quantities_numbers import Number, is_first_word, read_number
from sayso.read.tree import Token

TokenAt = Callable[[int, int], Token | None]
_MONEY_WORD = re.compile(r"(?:pay|paid|cost|pric|spen[dt]|worth|fine|earn|fee|bill$|bills$|salar|rent|profit|tax|"
                         r"budget|fund|donat|sterling|debt|loan|owe|sale|sell|sold|bought|buy|wage|pence|euro|dollar|rubl|bank)")
_WEIGHED = frozenset((
    "weigh", "weighs", "weighed", "weighing", "weight", "thrust", "mass", "payload", "heavy", "tons", "tonnes",
    "kg", "kilograms", "kilos", "cargo", "ounces", "metric", "lift"))
_WEATHER = frozenset((
    "temperature", "temperatures", "degrees", "heat", "cold", "warm", "warmer", "hot", "hotter", "colder",
    "weather", "°", "celsius", "fahrenheit", "thermometer", "mercury", "heatwave", "frost"))
_LINES_OF_A_SCREEN = (240, 360, 480, 576, 720, 1080, 1440, 2160)
_NOT_PLURAL = frozenset((
    "is", "was", "has", "as", "his", "its", "this", "us", "across", "hurdles", "finals", "plus", "times", "less",
    "yes", "sprints", "relays"))


@dataclass(frozen=True, slots=True)
class Part:
    """A number and its unit over the lexemes `first` to `end` (exclusive); `kind` is the unit's."""

    first: int
    end: int
    number: Number
    unit: str | None = None
    kind: str | None = None
    sign: bool = False
    age: bool = False


def may_begin(x: Lexeme) -> bool:
    """Can a number, a sign or a currency begin with this lexeme? Most cannot, and need not be looked at."""
    return x.kind in ("numeral", "fraction") or _may_begin(x.lower)


@lru_cache(maxsize=16_384)
def _may_begin(lower: str) -> bool:
    return is_first_word(lower) or units.is_sign_start(lower)


def read_part(lex: Sequence[Lexeme], k: int) -> Part | None:
    """The number at `k` with its sign, currency and unit."""
    sign = units.before(lex, k)
    start = sign.after if sign is not None else k
    n = read_number(lex, start, money=sign is not None and sign.unit.scale == 1)
    if n is None:
        return None
    n = _negative(lex, n) if sign is None else n
    if sign is not None:
        n = _times(n, sign.unit.scale)
        end = n.last + 1
        again = units.after(lex, end)
        if again is not None and again.unit.name == sign.unit.name and not _sign_of_next(lex, end):
            end = again.after
        return _rated(lex, Part(k, end, n, sign.unit.name, "money", True))
    if is_age(lex, n):
        return Part(n.first, n.last + 1, n, "year", "time", age=True)
    if (n.digits and word_at(lex, k - 1 - (word_at(lex, k - 1) in ("-", "of"))) == "magnitude") and n.value is not None \
            and 0 < n.value < 10 and units.after(lex, n.last + 1) is None:
        return Part(n.first, n.last + 1, n, "magnitude", "measure")
    return _with_unit(lex, n)


def refused(lex: Sequence[Lexeme], part: Part, token_at: TokenAt) -> bool:
    n = part.number
    token = token_at(lex[n.first].start, lex[n.last].end)
    return no_figure(lex, n, part.unit is not None, part.sign, token)


def _with_unit(lex: Sequence[Lexeme], n: Number) -> Part:
    k = n.last + 1
    if lex[n.last].lower.endswith("fold"):
        return Part(n.first, k, n, "times", "measure")
    # `5m people`, `1.8M dollars`: the letter is a magnitude where something countable follows.
    if word_at(lex, k) == "m" and glued_at(lex, k) and n.digits and _countable(lex, k + 1):
        n = _times(replace(n, last=k), 1e6)
        k += 1
    found = units.after(lex, k)
    if found is None or _sign_of_next(lex, k) or not _fits(lex, n, found, k):
        of = word_at(lex, k) == "of" and n.value is None
        found = units.after(lex, k + 1) if of else None
        if found is None or not _fits(lex, n, found, k + 1):
            return Part(n.first, n.last + 1, n)
    unit, kind = found.unit.name, found.unit.kind
    n = _times(n, found.unit.scale)
    if unit == "lb" and _of_money(lex, n, k, found.after):
        unit, kind = "GBP", "money"
    return aged(lex, _rated(lex, Part(n.first, found.after, n, unit, kind)))


def _of_money(lex: Sequence[Lexeme], n: Number, k: int, end: int) -> bool:
    """Are the pounds sterling: money is spoken of nearby, and nothing is weighed?"""
    if word_at(lex, end) == "of" or word_at(lex, k) in ("lb", "lbs"):
        return False
    near = {x.lower for x in lex[max(0, k - 25):end + 8]}
    if not near.isdisjoint(_WEIGHED):
        return False
    return n.scale >= 1e6 or any(x.text in "£€$" or _MONEY_WORD.match(x.lower) for x in lex[max(0, k - 15):end + 5])


def _countable(lex: Sequence[Lexeme], k: int) -> bool:
    if k >= len(lex) or lex[k].kind != "word":
        return False
    if (found := units.after(lex, k)) is not None:
        return found.unit.kind == "money" or found.unit.name in ("barrel", "barrel/day", "t", "ton", "km2", "ha", "acre", "m2")
    word, following, people = word_at(lex, k), word_at(lex, k + 1), units.table().people
    if word in people or (word.endswith("s") and len(word) > 3 and word not in _NOT_PLURAL):
        return True
    return following in people or (following.endswith("s") and following[:-1] in people)


def _fits(lex: Sequence[Lexeme], n: Number, found: units.Found, k: int) -> bool:
    """May the unit stand with this number? Short and common words only where nothing else is meant."""
    word = lex[k].text if k < len(lex) else ""
    if found.unit.name == "KRW" and (n.value or 0) < 100:
        return False
    if found.unit.kind == "share" and word in ("percentage", "pp", "pc"):
        return lex[n.last].kind == "numeral"
    if word == "in" and not n.digits:
        return False
    if word in ("C", "F") and found.after == k + 1:
        near = {x.lower for x in lex[max(0, k - 40):k + 20]}
        return glued_at(lex, k) and ((n.value or 0) < 0 or not near.isdisjoint(_WEATHER))
    if len(word) == 1 and word.isalpha():
        alone = found.after > k + 1 or not _numeral_follows(lex, k)
        if word == "p" and n.value in _LINES_OF_A_SCREEN:
            return False
        return lex[n.last].kind == "numeral" and (glued_at(lex, k) or word != "t") and alone
    if word.lower() in ("second", "minute", "point", "bit", "real", "mark") and found.after == k + 1:
        return n.value is None or n.value != 1 or word.lower() == "minute"
    return True


def _numeral_follows(lex: Sequence[Lexeme], k: int) -> bool:
    return glued_at(lex, k + 1) and lex[k + 1].kind == "numeral"


def _sign_of_next(lex: Sequence[Lexeme], k: int) -> bool:
    """Does the currency sign or code at `k` belong to the number behind it?"""
    found = units.before(lex, k) if k < len(lex) else None
    if found is None or found.after >= len(lex):
        return False
    if lex[found.after].glued != lex[k].glued:
        return lex[found.after].glued
    following = read_number(lex, found.after)
    cents = following is not None and following.digits and len(lex[following.first].text) == 2 and \
        (following.last + 1 >= len(lex) or lex[following.last + 1].text in (".", ",", ";", "more", "less"))
    if cents and lex[k].kind == "word" and len(word_at(lex, k - 1)) < 4:
        # `15 USD 50`: dollars and cents.
        return False
    return following is None or units.after(lex, following.last + 1) is None


def _rated(lex: Sequence[Lexeme], part: Part) -> Part:
    """The unit with what it is counted by: `50 cents a share`, `3 barrels per day`."""
    if part.unit is None or part.kind in ("time", "share") or "/" in part.unit:
        return part
    found = units.rate(lex, part.end)
    return part if found is None else replace(part, end=found[1], unit=f"{part.unit}/{found[0]}")


def aged(lex: Sequence[Lexeme], part: Part) -> Part:
    """`12 years old`, `a 5-year-old`, `three weeks of age`, `87 yo`: the unit is that of an age."""
    if part.kind != "time":
        return part
    k = part.end
    hyphen = word_at(lex, k) == "-"
    if word_at(lex, k + hyphen) in ("old", "olds", "old's"):
        return replace(part, end=k + hyphen + 1, age=True)
    if word_at(lex, k) == "of" and word_at(lex, k + 1) == "age":
        return replace(part, end=k + 2, age=True)
    return replace(part, age=lex[part.end - 1].lower in ("yo", "o"))


def _negative(lex: Sequence[Lexeme], n: Number) -> Number:
    """`-5`, `minus 5`: a hyphen counts only where nothing touches it on the left."""
    if n.value is None or n.first == 0 or lex[n.last].kind == "word":
        return n
    k = n.first - 1
    free = not lex[k].glued and (k == 0 or lex[k - 1].kind != "numeral") and glued_at(lex, n.first)
    if [word_at(lex, k - 1), word_at(lex, k - 2)] == ["or", "plus"]:
        return n
    if (lex[k].text in ("-", "−", "–") and free) or lex[k].lower == "minus":
        return replace(n, first=k, value=-n.value, digits=False)
    return n


def _times(n: Number, scale: float) -> Number:
    if scale == 1 or n.value is None:
        return n if n.low is None or scale == 1 else replace(n, low=n.low * scale)
    return replace(n, value=round(n.value * scale, 6), scale=n.scale * scale, digits=False)


def with_cents(lex: Sequence[Lexeme], part: Part) -> Part:
    """`3 dollars 50 cents`, `15 USD 50`: one amount of money in two units."""
    n = part.number
    if part.kind != "money" or n.value is None or n.value != int(n.value) or part.unit in ("cent", "penny", "kopeck"):
        return part
    k = part.end + (word_at(lex, part.end) == "and")
    small = read_number(lex, k) if k < len(lex) and word_at(lex, k) != "one" else None
    if small is None or small.value is None or small.value not in range(1, 100):
        return part
    found = units.after(lex, small.last + 1)
    closes = small.last + 1 >= len(lex) or lex[small.last + 1].text in (".", ",", ";", "!", "?") or \
        word_at(lex, small.last + 1) in ("more", "less")
    if (found is not None and found.unit.name in ("cent", "penny", "kopeck")) or \
            (found is None and closes and not part.sign and k < len(lex)):
        end = found.after if found is not None else small.last + 1
        return replace(part, end=end, number=replace(n, value=round(n.value + small.value / 100, 2)))
    return part
