"""Numbers in digits and words: `1,200`, `1.2 million`, `three dozen`, `two-thirds`, `one in five`, `thousands`.

A word that bounds a number only vaguely gives the least it can mean as its low end: `thousands` 1,000, `tens of
thousands` 10,000, `dozens` 12, `several hundred` 100; `several` and `a handful` give none.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from sayso.read.quantities_lexemes import Lexeme, glued_at, word_at


@dataclass(frozen=True, slots=True)
class Number:
    """A number over the lexemes `first` to `last`, both included.

    `value` is None for a vague one, whose `low` may be known. `scale` is the magnitude it was multiplied by
    (`5 million`: 1e6), `digits` says that it is one bare numeral, `fraction` that it is a part of a whole.
    """

    first: int
    last: int
    value: float | None
    low: float | None = None
    scale: float = 1.0
    digits: bool = False
    fraction: bool = False


_SMALL = {w: float(k) for k, w in enumerate((
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"))}
_TENS = {w: 10.0 * k for k, w in enumerate((
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), 2)} | {"fourty": 40.0}
_MAGNITUDES = {"hundred": 1e2, "thousand": 1e3, "lakh": 1e5, "lakhs": 1e5, "million": 1e6, "mln": 1e6, "mn": 1e6,
               "crore": 1e7, "crores": 1e7, "billion": 1e9, "bln": 1e9, "bn": 1e9, "trillion": 1e12, "trn": 1e12,
               "tn": 1e12, "quadrillion": 1e15, "dozen": 12.0}
_PLURALS = {"tens": 10.0, "dozens": 12.0, "scores": 20.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6,
            "billions": 1e9, "trillions": 1e12}
_MONEY_LETTERS = {"m": 1e6, "b": 1e9, "t": 1e12, "k": 1e3, "mm": 1e6}
_PARTS = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
          "eighth": 8, "ninth": 9, "tenth": 10, "twelfth": 12, "twentieth": 20, "hundredth": 100, "thousandth": 1000}
_PARTS |= {w + "s": n for w, n in list(_PARTS.items()) if w not in ("half", "halves")}
_WHOLES = frozenset((
    "of", "the", "a", "an", "its", "their", "his", "her", "our", "my", "your", "that", "those", "these", "this",
    "all"))
# After `half-`: what is halved, against `half-time`, `half-brother`.
_HALVED = frozenset(("hour", "hours", "day", "days", "mile", "miles", "point", "points", "percent", "percentage", "century",
                     "decade", "dozen", "inch", "pound", "ton", "acre", "cent", "marathon"))
_ABOUT = frozenset(("more", "less", "than", "about", "almost", "nearly", "over", "around", "roughly", "at", "least", "up", "to"))
_AFTER_PART = frozenset(("since", "in", "from", "to", "this", "last", "over", "on", "after", "between", "during", "compared",
                         "or", "and", "within", "by", "while", "when", "because"))
_SHARES = (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 50, 100, 1000, 10_000, 100_000, 1_000_000)
_DENOMINATORS = (2, 3, 4, 5, 6, 8, 10, 12, 16, 32, 64)


# Every number in words begins with one of these.
_FIRST_WORDS = frozenset((*_PLURALS, *_SMALL, *_TENS, "hundred", "thousand", "million", "billion", "dozen", "several", "many",
                          "a", "an", "half", "quarter"))


def is_first_word(lower: str) -> bool:
    """Can a number in words begin with this one?"""
    return lower in _FIRST_WORDS or lower.endswith("fold")


def read_number(lex: Sequence[Lexeme], k: int, money: bool = False) -> Number | None:
    """The number that begins at lexeme `k`, or None. `money`: after a currency sign, where `m` means million."""
    if lex[k].kind in ("word", "sign") and not is_first_word(lex[k].lower):
        return None
    found = _vague(lex, k) or _part(lex, k) or _fold(lex, k) or _words(lex, k) or _numeral(lex, k, money)
    if found is None or (found.value is not None and not math.isfinite(found.value)):
        return None
    return _in_so_many(lex, found)


def _numeral(lex: Sequence[Lexeme], k: int, money: bool) -> Number | None:
    t = lex[k]
    if t.kind == "fraction":
        return _scaled(lex, Number(k, k, _sign_value(t.text), fraction=True), money)
    if t.kind != "numeral" or (value := _decimal(t.text)) is None:
        return None
    if _is_fraction(lex, k):
        return Number(k, k + 2, value / float(lex[k + 2].text), fraction=True)
    last = k
    if k + 1 < len(lex) and lex[k + 1].kind == "fraction":
        value, last = value + _sign_value(lex[k + 1].text), k + 1
    elif k + 1 < len(lex) and not lex[k + 1].glued and _is_fraction(lex, k + 1):
        value, last = value + float(lex[k + 1].text) / float(lex[k + 3].text), k + 3
    found = _scaled(lex, Number(k, last, value, digits=last == k), money)
    return _and_a_half(lex, found)


def _decimal(text: str) -> float | None:
    plain = "".join(text.split())
    head, _, tail = plain.rpartition(",")
    if head and len(tail.split(".")[0]) < 3:
        plain = f"{head}.{tail}"
    if plain.count(".") > 1:
        plain = plain.replace(".", "")
    try:
        return float(Decimal(plain.replace(",", "")))
    except InvalidOperation:
        return None


def _sign_value(text: str) -> float:
    return unicodedata.numeric(text)


def _is_fraction(lex: Sequence[Lexeme], k: int) -> bool:
    """`1/4`: a numeral below a common denominator, and no date or name (`9/11`, `24/7`)."""
    if k + 2 >= len(lex) or lex[k + 1].text not in ("/", "⁄") or {lex[k].kind, lex[k + 2].kind} != {"numeral"}:
        return False
    if not (lex[k].text.isdecimal() and lex[k + 2].text.isdecimal() and len(lex[k].text + lex[k + 2].text) < 5):
        return False
    whole = int(lex[k + 2].text)
    return 0 < int(lex[k].text) < whole and whole in _DENOMINATORS and word_at(lex, k + 3) != "/"


def _scaled(lex: Sequence[Lexeme], n: Number, money: bool = False) -> Number:
    """The number with the magnitudes after it: `1.2 million`, `$5m`, `3 hundred thousand`, `12-million`."""
    while n.value is not None:
        k = n.last + 1
        hyphen = word_at(lex, k) == "-" and glued_at(lex, k) and glued_at(lex, k + 1)
        word = word_at(lex, k + hyphen)
        scale = _MAGNITUDES.get(word)
        if scale is None and money and (glued_at(lex, k) or not hyphen) and word in _MONEY_LETTERS:
            scale = _MONEY_LETTERS[word]
        if scale is None and glued_at(lex, k) and not hyphen:
            scale = 1e3 if word == "k" else 1e9 if lex[k].text == "B" else None
        if scale is None:
            return n
        value = float(Decimal(repr(n.value)) * Decimal(scale)) if math.isfinite(n.value) else n.value
        n = replace(n, last=k + hyphen, value=value, scale=n.scale * scale, digits=False, fraction=False)
    return n


def _and_a_half(lex: Sequence[Lexeme], n: Number) -> Number:
    """`two and a half million`, `3 and a half`, `two-and-a-half`."""
    for forms in (("and", "a", "half"), ("-", "and", "-", "a", "-", "half")):
        end = n.last + len(forms)
        if tuple(x.lower for x in lex[n.last + 1:end + 1]) == forms and n.value is not None and n.scale == 1:
            return _scaled(lex, replace(n, last=end, value=n.value + 0.5, digits=False))
    return n


def _words(lex: Sequence[Lexeme], k: int) -> Number | None:
    """A number in words: `forty-five`, `one hundred and twenty thousand`, `a dozen`, `half a million`."""
    first, word = k, word_at(lex, k)
    if word in ("a", "an") and word_at(lex, k + 1) in _MAGNITUDES:
        return _scaled(lex, Number(k, k, 1.0))
    if word not in _SMALL and word not in _TENS:
        return None
    total = part = 0.0
    last, scale, k = k, 1.0, k
    while True:
        word = word_at(lex, k)
        if word in _TENS and part % 100 == 0:
            part += _TENS[word]
        elif word in _SMALL and (part % 100 == 0 or (part % 10 == 0 and part % 100 >= 20 and _SMALL[word] < 10)):
            part += _SMALL[word]
        elif word == "hundred" and 0 < part < 100:
            part *= 100
        elif word in _MAGNITUDES and part:
            total, part, scale = total + part * _MAGNITUDES[word], 0.0, _MAGNITUDES[word]
        else:
            break
        last = k
        k += 1
        following = word_at(lex, k + 1)
        joins = following in _SMALL or following in _TENS
        hyphen = word_at(lex, k) == "-" and glued_at(lex, k) and glued_at(lex, k + 1)
        if (hyphen and (joins or following in _MAGNITUDES)) or \
                (word_at(lex, k) == "and" and joins and word in _MAGNITUDES and word != "dozen"):
            k += 1
    if glued_at(lex, last + 1) and lex[last + 1].kind == "numeral":
        return None
    return _and_a_half(lex, Number(first, last, total + part, scale=scale))


def _fold(lex: Sequence[Lexeme], k: int) -> Number | None:
    """`tenfold`, `a hundredfold`: so many times."""
    stem = lex[k].lower.removesuffix("fold")
    value = _SMALL.get(stem) or _TENS.get(stem) or (_MAGNITUDES.get(stem) if stem != "dozen" else None)
    return Number(k, k, value) if value and value > 1 and stem != lex[k].lower else None


def _part(lex: Sequence[Lexeme], k: int) -> Number | None:
    """A part of a whole in words: `half of`, `a quarter of`, `two-thirds`, `half a million`, `three quarters`."""
    word, after = word_at(lex, k), word_at(lex, k + 1)
    if word in ("half", "quarter") and (after in ("a", "an") and word_at(lex, k + 2) in _MAGNITUDES):
        return _scaled(lex, Number(k, k + 1, 1.0 / _PARTS[word]))
    if word in ("half", "quarter") and (after in _MAGNITUDES or (after == "-" and word_at(lex, k + 2) in _MAGNITUDES)):
        return _scaled(lex, Number(k, k, 1.0 / _PARTS[word]))
    if word in ("a", "an") and after in _PARTS:
        return _part_of(lex, k, k + 1, 1.0)
    if word == "half":
        if word_at(lex, k - 1) in ("first", "second", "latter", "other", "third", "better", "final", "last", "this"):
            return None
        whole = after in _WHOLES or after == "hour" or (after == "-" and word_at(lex, k + 2) in _HALVED)
        return Number(k, k, 0.5, fraction=True) if whole or _by_part(lex, k, k + 1) else None
    hyphen = after == "-" and glued_at(lex, k + 1)
    if word in _SMALL and 0 < _SMALL[word] < 20 and word_at(lex, k + 1 + hyphen) in _PARTS:
        return _part_of(lex, k, k + 1 + hyphen, _SMALL[word])
    return None


def _part_of(lex: Sequence[Lexeme], first: int, last: int, count: float) -> Number | None:
    part = _PARTS[word_at(lex, last)]
    if count < part and part > 1 and word_at(lex, last + 1) in _MAGNITUDES:
        return _scaled(lex, Number(first, last, count / part))
    if count < part and [word_at(lex, last + j) for j in (1, 2)] == ["of", "a"] and word_at(lex, last + 3) in _MAGNITUDES:
        return _scaled(lex, Number(first, last + 2, count / part))
    # `a third man`, `a quarter final` and `one second` are no parts; plurals and hyphens are.
    plain = count == 1 and last == first + 1
    if plain and word_at(lex, last + 1) not in ("of", "the") and not _by_part(lex, first, last + 1):
        return None
    return Number(first, last, count / part, fraction=True) if count < part else None


def _by_part(lex: Sequence[Lexeme], first: int, after: int) -> bool:
    """`fell by half`, `by more than a third since May`: a part by which something changes, with no noun behind it."""
    bound = next((j for j in range(first - 1, max(-1, first - 4), -1) if word_at(lex, j) not in _ABOUT), -1)
    return word_at(lex, bound) == "by" and (after >= len(lex) or lex[after].kind == "sign" or
                                            word_at(lex, after) in _AFTER_PART)


def _in_so_many(lex: Sequence[Lexeme], n: Number) -> Number:
    """`one in five`, `nine out of ten`, `1 in every 100`: the share, else the number as it is."""
    k = n.last + 1
    if word_at(lex, n.first - 1) in ("-", "–") and n.first > 1 and lex[n.first - 2].kind == "numeral":
        return n
    if n.value is None or n.fraction or n.value <= 0 or word_at(lex, k) not in ("in", "out", "of"):
        return n
    of_every = [word_at(lex, k + j) for j in (0, 1)]
    skip = 2 if of_every in (["in", "every"], ["out", "of"], ["of", "every"]) else 1 if of_every[0] == "in" else 0
    whole = (_words(lex, k + skip) or _numeral(lex, k + skip, False)) if skip and k + skip < len(lex) else None
    if whole is None or whole.value is None or not n.value < whole.value or whole.value not in _SHARES:
        return n
    following = word_at(lex, whole.last + 1)
    if following in _TIMES or (skip == 1 and n.value != 1 and whole.value < 5):
        return n
    return Number(n.first, whole.last, n.value / whole.value, fraction=True)


_TIMES = frozenset(
    w + s for w in ("second", "minute", "hour", "day", "week", "month", "year", "decade") for s in ("", "s")) \
    | {"-", "separate", "different", "cities", "states", "countries", "villages", "towns", "places", "locations",
       "provinces", "regions", "incidents", "attacks", "games", "matches", "attempts", "innings", "rounds", "overs",
       "starts", "seasons", "appearances", "outings", "races"}


def _vague(lex: Sequence[Lexeme], k: int) -> Number | None:
    """`thousands`, `tens of thousands`, `several hundred`, `a few dozen`, `several`, `a handful`, `a couple`."""
    word, after = word_at(lex, k), word_at(lex, k + 1)
    if word in _PLURALS:
        if after == "of" and word_at(lex, k + 2) in _PLURALS:
            return Number(k, k + 2, None, _PLURALS[word] * _PLURALS[word_at(lex, k + 2)])
        if after in ("and", "upon") and word_at(lex, k + 2) == word:
            return Number(k, k + 2, None, _PLURALS[word])
        return Number(k, k, None, _PLURALS[word]) if word not in ("tens", "scores") or after == "of" else None
    if word in ("hundred", "thousand", "million", "billion", "dozen") and after == "of" and k:
        return Number(k, k, None, _MAGNITUDES[word])
    if word in ("several", "many") and after in _MAGNITUDES:
        return Number(k, k + 1, None, _MAGNITUDES[after])
    if word == "a" and [after, word_at(lex, k + 2)] == ["couple", "of"] and word_at(lex, k + 3) in _MAGNITUDES:
        return Number(k, k + 3, None, _MAGNITUDES[word_at(lex, k + 3)])
    if word == "a" and after == "few" and word_at(lex, k + 2) in _MAGNITUDES:
        return Number(k, k + 2, None, _MAGNITUDES[word_at(lex, k + 2)])
    if word == "several":
        return Number(k, k, None)
    noun = word_at(lex, k + 2)
    counts = noun == "of" or (after == "couple" and (noun.endswith("s") or noun == "people"))
    if word == "a" and after in ("handful", "couple") and counts:
        return Number(k, k + 1, None)
    return None
