"""What an article is about, as countable things: words, names and figures, those of its lead apart."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from sayso.link.vectors import vocabulary
from sayso.model.reading import Reading

LONGEST = 700
LEAD = 80
TITLE_WEIGHT = 2
SHOWN = 450
OFTEN = 3

# Of 400 words of English, about 40 / rank are the word of that rank (Zipf with a constant of .1).
TEXT_SHARE = 40.0
FIRST_WORD = 1996
UNKNOWN_RANK = 60_000

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_DIGIT = re.compile(r"\d")
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
_LINE_END = re.compile(r"\s*\n\s*|(?<=[.!?…])\s+(?=[A-Z“\"])")
_TITLE_PART = re.compile(r"\s+[-–—|•·:]+\s+")


@dataclass(frozen=True, slots=True)
class Profile:
    """One article's terms. `words` counts its words, those of the title twice; `names` its capitalised ones and
    pairs of them; `numbers` whatever has a digit. `day` is the day it was published (proleptic ordinal)."""

    words: dict[str, int]
    names: frozenset[str]
    lead_names: frozenset[str]
    numbers: frozenset[str]
    lead_numbers: frozenset[str]
    title_words: frozenset[str]
    day: int | None
    outlet: str | None
    title: str
    shown: str


def profiles(readings: Sequence[Reading]) -> list[Profile]:
    """The profiles of the articles, in their order, noise and the outlets' furniture left out."""
    titles = [_TITLE_PART.split((r.article.title or "").strip()) for r in readings]
    lines = [_lines(r) for r in readings]
    often = _furniture(readings, lines) | _furniture(readings, titles)
    out = []
    for reading, title, body in zip(readings, titles, lines, strict=True):
        outlet = reading.article.outlet
        own_title = " - ".join(t for t in title if (outlet, t) not in often) or title[0]
        own = [line for line in body if (outlet, line) not in often and line != own_title]
        out.append(_profile(reading, own_title, own))
    return out


def _lines(reading: Reading) -> list[str]:
    text, at, kept = reading.article.text, 0, []
    for noise in reading.noise:
        kept.append(text[at:max(at, noise.start)])
        at = max(at, noise.end)
    return [line for line in _LINE_END.split(("\n".join([*kept, text[at:]])).strip()) if line]


def _furniture(readings: Sequence[Reading], lines: Sequence[Sequence[str]]) -> set[tuple[str | None, str]]:
    """Lines that an outlet prints on page after page: (outlet, line) that stand under three of its titles or more.

    Titles, not articles, are counted, so that a report that was saved in several versions keeps its lines.
    """
    seen: dict[tuple[str | None, str], set[str]] = defaultdict(set)
    for r, own in zip(readings, lines, strict=True):
        if r.article.outlet:
            for line in own:
                seen[r.article.outlet, line].add(r.article.title or r.article.id)
    return {key for key, titles in seen.items() if len(titles) >= OFTEN}


def _profile(reading: Reading, title: str, lines: list[str]) -> Profile:
    body, head = _words(" \n ".join(lines))[:LONGEST], _words(title)
    written_small = {w for w in body if w.islower()}
    words = Counter(w.lower() for w in body)
    for w in head:
        words[w.lower()] += TITLE_WEIGHT
    names, lead_names = _names(body, written_small), _names(body[:LEAD], written_small)
    title_names = {w.lower() for w in head if w[0].isupper() and w.lower() not in written_small}
    numbers, lead_numbers = _numbers(body), _numbers(body[:LEAD])
    return Profile(dict(words), frozenset(names | title_names | _read_names(reading)),
                   frozenset({n for n in lead_names if " " not in n} | title_names),
                   frozenset(numbers | _numbers(head)), frozenset(lead_numbers | _numbers(head)),
                   frozenset(w.lower() for w in head), _day(reading.article.published), reading.article.outlet,
                   title, (f"{title}. " + " ".join(lines))[:SHOWN])


def _day(published: str | None) -> int | None:
    """The day as an ordinal; None if it is not known to the day."""
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None


def _words(text: str) -> list[str]:
    return [_POSSESSIVE.sub("", w).replace("'", "").replace("’", "") for w in _WORD.findall(text)]


def _names(words: list[str], written_small: set[str]) -> set[str]:
    """Words with a capital that the article never writes small, and pairs of such words in a row."""
    out: set[str] = set()
    before: str | None = None
    for word in words:
        small = word.lower()
        if not word[0].isupper() or small in written_small:
            before = None
            continue
        out.add(small)
        if before:
            out.add(f"{before} {small}")
        before = small
    return out


def _read_names(reading: Reading) -> set[str]:
    """The names the reader found, whole: they join what capitals alone cannot, `bay of biscay`."""
    found = [m.text for m in reading.mentions if m.kind != "other" and m.text[:1].isupper()]
    return {" ".join(_words(name)).lower() for name in (*found, *(p.name for p in reading.places))} - {""}


def _numbers(words: Iterable[str]) -> set[str]:
    return {w.lower() for w in words if _DIGIT.search(w)}


def commonness(term: str) -> float:
    """How likely an English text of some 400 words has the term, 0..1, whatever the articles at hand.

    From the rank of the word in the word-piece vocabulary, which runs from frequent to rare (Zipf's law); two words
    in a row as if they fell together by chance, and a little more.
    """
    if " " in term:
        return math.prod(commonness(word) for word in term.split()) + 1e-4
    return 1 - math.exp(-TEXT_SHARE / _ranks().get(term, UNKNOWN_RANK))


@cache
def _ranks() -> dict[str, int]:
    return {word: k - FIRST_WORD + 1 for k, word in enumerate(vocabulary()) if k >= FIRST_WORD}
