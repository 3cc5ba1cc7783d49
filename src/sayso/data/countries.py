"""Countries by all that stands for them: names, abbreviations, nationality words, capitals, seats of power.

A text is compared without its leading article, case, diacritics and periods, with two exceptions that keep common
words out: it must hold a capital letter (`turkey` is no country), and abbreviations keep their case (`us` is none).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.data.fold import fold, is_abbreviation
from sayso.data.tables import parts, rows

KEPT = 16_384  # answers kept: an article asks about the same few words again and again


@dataclass(frozen=True, slots=True)
class Country:
    """One country or territory; `code` is ISO 3166-1 alpha-2.

    `names` begins with the common name; `people` are plural nouns (`Koreans`); `capitals` all spellings of the
    capital and of other seats of government; `seats` buildings and national bodies that stand for the state.
    """

    code: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capital: str | None
    capitals: tuple[str, ...]
    seats: tuple[str, ...]


def country(code: str) -> Country | None:
    """The country of an ISO code, in capitals or not."""
    return _countries().get(code.upper())


def all_countries() -> tuple[Country, ...]:
    """Every country of the table, by code."""
    return tuple(_countries().values())


@lru_cache(maxsize=KEPT)
def named(text: str) -> str | None:
    """The code of the country whose name or abbreviation this is (`the U.S.`, `North Korea`)."""
    return _find(_index("names"), text)


@lru_cache(maxsize=KEPT)
def adjective(text: str) -> str | None:
    """The code for a nationality adjective or a word for its people (`Russian`, `Russians`, `Frenchman`)."""
    return _find(_index("adjectives"), text)


@lru_cache(maxsize=KEPT)
def capital_of(text: str) -> str | None:
    """The code of the country whose capital this is (`Kiev`, `Washington`)."""
    return _find(_index("capitals"), text)


@lru_cache(maxsize=KEPT)
def seat_of(text: str) -> str | None:
    """The code of the country that a seat of power or national body belongs to (`the Kremlin`, `Bundestag`)."""
    return _find(_index("seats"), text)


def speaks_for(text: str) -> str | None:
    """The code of the country that this names in any of the ways above, taken in that order."""
    return named(text) or capital_of(text) or seat_of(text) or adjective(text)


@cache
def _countries() -> dict[str, Country]:
    out = {}
    for row in rows("countries.tsv"):
        capitals = (row["capital"], *parts(row["capitals"])) if row["capital"] else ()
        out[row["code"]] = Country(row["code"], row["name"], (row["name"], *parts(row["names"])),
                                   parts(row["adjectives"]), parts(row["people"]), row["capital"] or None, capitals,
                                   parts(row["seats"]))
    return out


@cache
def _index(kind: str) -> dict[str, str]:
    """Folded word -> code for one kind of word; of two countries with one word the earlier code keeps it."""
    out: dict[str, str] = {}
    for c in _countries().values():
        for word in _words(c, kind):
            for key in _keys(word):
                out.setdefault(key, c.code)
    return out


def _words(c: Country, kind: str) -> Iterable[str]:
    if kind == "adjectives":
        return (*c.adjectives, *c.people, *(_singular(p) for p in c.people))
    words: tuple[str, ...] = getattr(c, kind)
    return words


def _singular(people: str) -> str:
    if people.endswith("men"):
        return people[:-2] + "an"
    return people[:-1] if people.endswith("s") else people


def _keys(word: str) -> list[str]:
    if is_abbreviation(word):
        return [word.replace(".", "")]
    keys = [_bare(word)]
    if keys[0].startswith("saint "):
        keys.append("st " + keys[0][6:])
    return keys


def _bare(text: str) -> str:
    folded = fold(text)
    return folded.removeprefix("the ")


def _find_key(text: str) -> tuple[str, str]:
    stripped = text.strip().removesuffix("'s").removesuffix("’s")
    words = stripped.split()
    if words and words[0].lower() == "the" and len(words) > 1:
        words = words[1:]
    return " ".join(words).replace(".", ""), _bare(stripped)


def _find(index: dict[str, str], text: str) -> str | None:
    if not any(c.isupper() for c in text.removeprefix("The ")):
        return None
    cased, folded = _find_key(text)
    return index.get(cased) if cased in index else index.get(folded)
