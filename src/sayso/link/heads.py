"""The noun that a phrase is built on, and the words that tell its thing from others of the noun: `the coastal defence bill`."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.link.stems import stem, stems

_AFTER = re.compile(r"(?i)[,;:()–—]| (?:of|on|for|to|against|between|with|that|which|who|whose|when|where|after|before|by|from|in|"
                    r"into|under|as|if|until|at|over|near|about) ")
_WORD = re.compile(r"[^\W_]+")
_STANDING_FOR = frozenset("he her him i it me she that them they this us we which who you".split())

# How many they are tells no thing from another: figures are compared as figures.
_MANY = frozenset(stems("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
                        "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion "
                        "dozen hundreds thousands millions dozens scores several many few some least most more less fewer about "
                        "nearly almost around roughly over another other both all first second third"))


@lru_cache(maxsize=20_000)
def head(phrase: str) -> str | None:
    """The stem of the noun that a phrase is built on: its last word before anything that is said of it; None for a pronoun."""
    words = _WORD.findall(_AFTER.split(" ".join(phrase.split()), maxsplit=1)[0])
    return stem(words[-1].lower()) if words and words[-1].lower() not in _STANDING_FOR else None


@lru_cache(maxsize=20_000)
def telling(phrase: str) -> frozenset[str]:
    """The stems of all its other words that tell something but how many."""
    return frozenset(w for w in stems(phrase) if not w[0].isdigit()) - _MANY - {head(phrase) or ""}


def told_apart(a: str, b: str) -> bool:
    """Are two phrases built on one noun, and tell its things apart by words of which none is the other's?"""
    x, y = telling(a), telling(b)
    return head(a) is not None and head(a) == head(b) and bool(x and y) and not x & y
