"""Units from the table `data/units.tsv`: currencies before and after a number, measures, times, shares, people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sayso.data.tables import parts, rows
from sayso.read.quantities_lexemes import Lexeme, glued_at, lexemes, word_at

Key = tuple[str, ...]
_LONGEST = 7
_BETWEEN = frozenset(("more", "additional", "extra", "full", "whole", "consecutive", "straight", "further", "calendar",
                      "long", "good", "other", "successive", "odd"))
_OPEN = {"(": ")", "[": "]", "{": "}", "<": ">"}
_SCALES = {"M": 1e6, "k": 1e3, "T": 1e3, "bn": 1e9}
_MAGNITUDE_AFTER = {"million": 1e6, "billion": 1e9, "trillion": 1e12, "thousand": 1e3, "m": 1e6, "bn": 1e9}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as the table names it, its kind (money, measure, time, share), and a magnitude written with it."""

    name: str
    kind: str
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Found:
    """A unit, the index of the lexeme after it, and whether it was written at all (not carried over)."""

    unit: Unit
    after: int


@dataclass(frozen=True, slots=True)
class Table:
    """Forms as lexeme keys: `cased` with their case, `plain` in lower case; `signs` before a number."""

    cased: dict[Key, Unit]
    plain: dict[Key, Unit]
    signs: dict[Key, Unit]
    people: frozenset[str]


@cache
def table() -> Table:
    """The table of units, read once."""
    cased: dict[Key, Unit] = {}
    plain: dict[Key, Unit] = {}
    signs: dict[Key, Unit] = {}
    people: set[str] = set()
    for row in rows("units.tsv"):
        unit, forms = Unit(row["unit"], row["kind"]), parts(row["forms"])
        if unit.kind == "person":
            people.update(forms)
            continue
        marks = parts(row["signs"])
        if unit.kind == "money" and unit.name.isupper():
            _codes(unit, cased, signs)
        hyphened = tuple(form.replace(" ", "-") for form in forms if " " in form)
        for form in (*forms, *hyphened, *marks):
            exact = len(form) <= 3 or form != form.lower()
            (cased if exact else plain).setdefault(_form_key(form, exact), unit)
        for form in marks + tuple(f for f in forms if f.upper() == unit.name):
            signs.setdefault(_form_key(form, False), unit)
    return Table(cased, plain, signs, frozenset(people))


def _codes(unit: Unit, cased: dict[Key, Unit], signs: dict[Key, Unit]) -> None:
    """`USD`, and with a magnitude before it `MUSD`, as finance writes it."""
    cased[(unit.name,)] = signs[(unit.name,)] = unit
    for letter, scale in _SCALES.items():
        cased[(letter + unit.name,)] = signs[(letter + unit.name,)] = Unit(unit.name, "money", scale)


def _form_key(form: str, exact: bool) -> Key:
    lex = lexemes(form, 0, len(form))
    return tuple(_piece(lex, k, exact) for k in range(len(lex)))


def _piece(lex: Sequence[Lexeme], k: int, exact: bool) -> str:
    """One lexeme of a key; a numeral that touches the word before it is marked (`km2` is not `km 2`)."""
    text = lex[k].text if exact else lex[k].lower
    return "+" + text if lex[k].kind == "numeral" and lex[k].glued else text


@cache
def _sign_starts() -> frozenset[str]:
    """What a currency sign or code may begin with."""
    return frozenset(key[0] for key in table().signs)


@cache
def _small_sign_starts() -> frozenset[str]:
    return frozenset(start.lower() for start in _sign_starts())


def is_sign_start(lower: str) -> bool:
    """Can a currency sign or code begin with this word or sign, given in lower case?"""
    return lower in _small_sign_starts()


def before(lex: Sequence[Lexeme], k: int) -> Found | None:
    """The currency sign or code that begins at `k` and stands right before a numeral."""
    if lex[k].kind not in ("sign", "word"):
        return None
    if lex[k].text not in _sign_starts() and lex[k].text.lower() not in _sign_starts():
        return None
    known = table().signs
    for n in range(min(4, len(lex) - k - 1), 0, -1):
        end = k + n
        if lex[end].kind not in ("numeral", "fraction") and word_at(lex, end) not in ("one", "half", "a"):
            continue
        raw = tuple(x.text for x in lex[k:end])
        unit = known.get(raw) or known.get(tuple(x.lower() for x in raw))
        if unit is not None and (n == 1 or _one_sign(lex, k, end)) and not _letters_before(lex, k):
            return Found(unit, end)
    return None


def _one_sign(lex: Sequence[Lexeme], k: int, end: int) -> bool:
    """Do the pieces make one sign? `A$5` and `US $5` do, `a $5 note` does not."""
    return all(x.glued for x in lex[k + 1:end]) or len(lex[k].text) > 1 or lex[k].lower == "c"


def _letters_before(lex: Sequence[Lexeme], k: int) -> bool:
    return lex[k].kind == "word" and lex[k].glued and k > 0 and lex[k - 1].kind == "numeral"


def after(lex: Sequence[Lexeme], k: int) -> Found | None:
    """The unit that begins at `k`, right after a number: `km`, `-inch`, `(kg)`, `more days`, `US dollars`."""
    hyphen = word_at(lex, k) in ("-", "‑", "‐") and k + 1 < len(lex)
    if hyphen:
        return _match(lex, k + 1)
    if (closing := _OPEN.get(word_at(lex, k))) is not None and (found := _match(lex, k + 1)) is not None:
        return Found(found.unit, found.after + 1) if word_at(lex, found.after) == closing else None
    if (found := _match(lex, k)) is not None:
        return found
    return _match(lex, k + 1) if word_at(lex, k) in _BETWEEN else None


def _match(lex: Sequence[Lexeme], k: int) -> Found | None:
    known = table()
    for n in range(min(_LONGEST, len(lex) - k), 0, -1):
        cased = tuple(_piece(lex, j, True) for j in range(k, k + n))
        unit = known.cased.get(cased) or known.plain.get(tuple(p.lower() for p in cased))
        if unit is not None and not _runs_on(lex, k + n):
            return _with_magnitude(lex, Found(unit, k + n))
    return None


def _runs_on(lex: Sequence[Lexeme], k: int) -> bool:
    """Does a letter or digit touch the end of the form (`24703m212`)?"""
    return glued_at(lex, k) and (lex[k].kind == "numeral" or (lex[k].kind == "word" and lex[k - 1].kind == "numeral"))


def _with_magnitude(lex: Sequence[Lexeme], found: Found) -> Found:
    """`75 USD million`: the magnitude behind the currency."""
    scale = _MAGNITUDE_AFTER.get(word_at(lex, found.after)) if found.unit.kind == "money" else None
    if scale is None or word_at(lex, found.after) == "m":
        return found
    return Found(Unit(found.unit.name, "money", scale), found.after + 1)


_PER = {"day": "day", "hour": "h", "week": "week", "month": "month", "year": "year", "minute": "min", "second": "s",
        "annum": "year", "share": "share", "barrel": "barrel", "person": "person", "capita": "person", "head": "person",
        "tonne": "t", "ton": "ton", "night": "night", "litre": "l", "liter": "l", "gallon": "gal", "dozen": "dozen",
        "ounce": "oz", "kilogram": "kg", "kilo": "kg", "gram": "g", "gramme": "g", "millisecond": "ms", "ms": "ms",
        "household": "household", "family": "family", "mile": "mi", "km": "km", "kilometre": "km", "kg": "kg",
        "acre": "acre", "hectare": "ha", "hr": "h", "s": "s", "h": "h", "sec": "s", "pound": "lb",
        "bushel": "bushel", "passenger": "person", "patient": "person", "student": "person", "resident": "person",
        "unit": "unit", "game": "game", "round": "round"}


def rate(lex: Sequence[Lexeme], k: int) -> tuple[str, int] | None:
    """What the figure is counted by, from `k` on (`a day`, `per share`, `/ms`, `-a-share`), and the index after it."""
    k += word_at(lex, k) == "-"
    if word_at(lex, k) not in ("a", "an", "per", "/", "each"):
        return None
    slash = word_at(lex, k) == "/"
    k += 1
    k += word_at(lex, k) == "-"
    per = _PER.get(word_at(lex, k))
    if per is None or (len(per) == 1 and word_at(lex, k) == per and not slash):
        return None
    return per, k + 1
