"""Whom a description (`the ministry`, `the Russian leader`, `a White House spokesperson`) means."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.data import countries
from sayso.data.wording import content_words
from sayso.read.names_entry import Entry
from sayso.read.names_found import Found

DEFINITE = frozenset(("the", "this", "that", "its", "their", "his", "her", "these", "those"))
_OTHER = frozenset(("another", "second", "third", "other", "fourth"))
_COMPANY = frozenset(("company", "firm", "corporation", "organization", "organisation", "group"))
_NEAR = 2


def nearest(fits: Sequence[Entry]) -> Entry | None:
    """The last one mentioned, else the first yet to come."""
    before = [e for e in fits if e.seen]
    if before:
        return max(before, key=lambda e: e.seen[-1][1])
    return min(fits, key=lambda e: e.first) if fits else None


def description(found: Found) -> frozenset[str]:
    """The words of a description without those that name the country it speaks for."""
    if found.words:
        return found.words if found.speaks or not found.country else found.words | {found.country}
    known = countries.country(found.country) if found.country and found.speaks else None
    words = content_words(found.text)
    return words - content_words(" ".join((*known.names, *known.adjectives, *known.capitals))) if known else words


def same_described(entries: Sequence[Entry], found: Found, owner: Entry | None) -> Entry | None:
    """The entry described in the same words before, unless this is said to be another."""
    if found.det in _OTHER or any(t.lower in _OTHER for t in found.tokens[:2]):
        return None
    words, nation = description(found), _nation(found, owner)
    for e in reversed(entries):
        if e.kind == found.kind and e.words == words and e.plural == found.plural and e.nation() == nation and (
                owner is None or e.of in (owner, None)):
            return e
    return None


def taken_up(entries: Sequence[Entry], found: Found, owner: Entry | None = None) -> Entry | None:
    """Whom a definite description takes up, if that is clear: a body the last that fits, a person the only one.

    A description with a nationality never takes up one of unknown nationality: `President Roe` and `the Russian
    president` are two as often as one.
    """
    heads = set(found.heads[:1]) | (set(found.role.also) if found.role else set())
    nation = _nation(found, owner)
    fits = [e for e in entries if e.kind == found.kind and e.seen and e.heads & heads and not e.plural
            and nation in (None, e.nation())
            and (owner is None or e.of in (owner, None) or (e.of is not None and e.of.nation() == owner.nation()))]
    if found.kind == "organization":
        return _body_taken_up(entries, found, fits)
    if len(fits) < 2:
        return fits[0] if fits else None
    here = found.head.sentence.index
    near = [e for e in fits if here - e.seen[-1][0] <= _NEAR]
    return near[0] if len(near) == 1 else None


def _body_taken_up(entries: Sequence[Entry], found: Found, fits: list[Entry]) -> Entry | None:
    extra = found.words - content_words(" ".join(found.heads))
    fits = [e for e in fits if extra <= e.words]
    if not fits and found.heads and found.heads[0] in _COMPANY and not found.country:
        fits = [e for e in entries if e.kind == "organization" and e.seen and not e.described and not e.heads
                and e.nation() is None]
        return fits[0] if len(fits) == 1 else None
    return nearest(fits)


def _nation(found: Found, owner: Entry | None) -> str | None:
    return (owner.nation() if owner is not None else None) or (found.country if found.speaks else None)
