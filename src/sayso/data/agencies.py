"""News agencies by name and abbreviation.

A short abbreviation (`AA`, `TT`, `PA`) is also many other things: `agency` takes it in its own case, and it is the
caller's to ask only where an agency may stand (a dateline, a credit, the source of `said`). `AGENCY_NAMES` therefore
finds in running text only names of some length, and short ones in brackets or before a dash, as datelines have them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.data.fold import fold, is_abbreviation
from sayso.data.tables import parts, rows


@dataclass(frozen=True, slots=True)
class Agency:
    """One news agency; `names` begins with the canonical name, `country` is the ISO code of its seat."""

    name: str
    names: tuple[str, ...]
    country: str
    kind: str


def agency(text: str) -> str | None:
    """The canonical name of the agency that this text names, alone or with `news agency` after it, or None."""
    found = _find(text)
    return found.name if found else None


def agency_country(text: str) -> str | None:
    """The ISO code of the country where the agency of this name sits, or None."""
    found = _find(text)
    return found.country if found else None


@cache
def all_agencies() -> tuple[Agency, ...]:
    """Every agency of the table, in its order."""
    return tuple(Agency(r["name"], (r["name"], *parts(r["names"])), r["country"], r["kind"])
                 for r in rows("agencies.tsv"))


_TAIL = re.compile(r"(?i)[\s,]*(?:state[- ]run |official )?(?:news )?(?:agency|agencies|wire|newswire|service)$")


@lru_cache(maxsize=16_384)
def _find(text: str) -> Agency | None:
    stripped = " ".join(text.strip(" \t\n()[],:;-–—").split())
    for form in (stripped, _TAIL.sub("", stripped)):
        bare = form.removesuffix("'s").removesuffix("’s")
        bare = bare[4:] if bare[:4].lower() == "the " else bare
        if not bare or not (any(c.isupper() for c in bare) or bare in _exact()):
            continue
        found = _exact().get(bare.replace(".", "")) or _folded().get(fold(bare))
        if found:
            return found
    return None


@cache
def _exact() -> dict[str, Agency]:
    """Names whose case counts: abbreviations, and those that write themselves small (`dpa`)."""
    return {n.replace(".", ""): a for a in all_agencies() for n in a.names if _case_counts(n)}


@cache
def _folded() -> dict[str, Agency]:
    return {fold(n).removeprefix("the "): a for a in all_agencies() for n in a.names if not _case_counts(n)}


def _case_counts(name: str) -> bool:
    return is_abbreviation(name) or name.islower()


def _pattern() -> str:
    names = sorted({n for a in all_agencies() for n in a.names}, key=lambda n: (-len(n), n))
    plain = [re.escape(n) for n in names if (len(n) > 4 and n not in _COMMON) or n in _SURE]
    short = [re.escape(n) for n in names if len(n) <= 4 or n in _COMMON]
    return (rf"(?<![\w.])(?:{'|'.join(plain)})(?![\w])"
            rf"|(?<=[(\[])(?:{'|'.join(short)})(?=[)\],/])|(?<!\w)(?:{'|'.join(short)})(?=\s+news\s+agency\b)")


# Names that are common words or other names too, and short ones that are nothing else in English news.
_COMMON = frozenset(("Trend", "Turan", "Petra", "Kabar", "Andina", "Antara", "Sputnik", "Novum", "Dow Jones", "Fars",
                     "Mehr", "Beta", "Mina", "Bloomberg", "National News Agency", "Federal News Agency",
                     "Central News Agency"))
_SURE = frozenset(("AFP", "KCNA", "TASS", "Tass", "IRNA", "ISNA", "ANSA", "WAFA", "KUNA"))

AGENCY_NAMES = re.compile(_pattern())
"""Finds names of agencies in running text; `agency(match.group())` gives the canonical one."""
