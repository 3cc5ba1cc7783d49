"""Live blogs and timelines: the entries of a report that each begin with a time of their own.

A stamp is a clock time at the head of a paragraph or alone in one, with or without its day (`14:05`, `2.35pm BST`,
`Tuesday 9:10 a.m. - The bridge …`). Three of them that run one way, each with words of its own below, make a live blog.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from sayso.model.reading import Entry
from sayso.model.span import Range
from sayso.read.dates_rules import Context
from sayso.read.dates_scan import read_words
from sayso.read.dates_values import as_date
from sayso.read.dates_words import MONTH, WEEKDAY_SHORT

FEWEST = 3
SHORTEST = 5
HEAD_WORDS = 14
# Of fewer entries than this all are taken to be of one day and night.
ENTRIES_A_DAY = 8
_A_DAY = 24 * 60
_DATE = rf"(?:\d{{1,2}} {MONTH}|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?)(?:,? \d{{4}})?"
_DAY = rf"(?:(?:{WEEKDAY_SHORT},? )?{_DATE}|{WEEKDAY_SHORT})"
_ZONE = r"(?: ?(?:GMT|UTC|BST|IST|CET|CEST|EET|MSK|JST|KST|A[EW][SD]T|[ECMP][SD]?T|local time)\b)?"
_STAMP = re.compile(
    rf"[\W_]{{0,3}}(?:(?i:updated|posted|published)(?: at| on)?:? )?(?:(?P<before>{_DAY})(?:,| at| -| \||\s[–—])? )?"
    rf"(?P<hour>[01]?\d|2[0-3])(?:(?P<mark>[:.h])(?P<minute>[0-5]\d))?(?![\d%])\s?(?P<half>(?i:[ap]\.?m\b\.?))?(?P<zone>{_ZONE})"
    rf"(?:,? (?:on )?(?P<after>{_DAY}))?(?P<end>[*_]*(?:\s*(?:[—–|:-]\s*)?$|\s*[—–|:-]\s+(?=\S)|\s+(?=[A-Z“\"‘])))")
# A note of what was changed on a page, no entry; and where a sentence ends, as entries have and lists of clips have not.
_NOTE = re.compile(r"(?i)\s*[\W_]*this (?:article|post|page|story|report) (?:was|has been)\b")
_SENTENCE_END = re.compile(r"[a-z0-9)\]][.!?][\"”’)\]]*(?:\s|$)")
_MARKED = re.compile(r"[.!?…:;,][\"”’')\]»]*\s*$")


@dataclass(frozen=True, slots=True)
class Stamp:
    """Where an entry's time stands; `minutes` after midnight, `day` the words that name its day, `head` where the entry begins."""

    start: int
    end: int
    head: int
    minutes: int
    day: str | None


def find_stamps(text: str, paragraphs: Sequence[Range]) -> tuple[Stamp, ...]:
    """The stamps of a live blog's entries, in text order; none where the text is no live blog."""
    found = [s for k in range(len(paragraphs)) if (s := _stamp(text, paragraphs, k)) is not None]
    if len(found) < FEWEST:
        return ()
    ends = [*(s.head for s in found[1:]), len(text)]
    kept = tuple(s for s, end in zip(found, ends, strict=True) if _says_something(text[s.end:end]))
    return kept if len(kept) >= FEWEST and _runs_one_way(kept) else ()


def _says_something(words: str) -> bool:
    return len(words.split()) >= SHORTEST and _SENTENCE_END.search(words) is not None and _NOTE.match(words) is None


def find_entries(text: str, stamps: Sequence[Stamp], published: str | None) -> tuple[Entry, ...]:
    """The entries, in text order, each with its day and time.

    A stamp that names no day is of the day of the one before it, or of the day beside that where the clock has gone past midnight;
    the first is of the day of publication (ISO 8601), and of an unknown one where that is not known.
    """
    if not stamps:
        return ()
    backwards = _backwards(stamps)
    day, last = as_date(published[:10]) if published else None, stamps[0].minutes
    days = []
    for s in stamps:
        named = _named(s.day, published) if s.day else None
        if named is None and day is not None and (s.minutes > last if backwards else s.minutes < last):
            named = day + timedelta(days=-1 if backwards else 1)
        day, last = named or day, s.minutes
        days.append(day)
    ends = [*(s.head for s in stamps[1:]), len(text)]
    return tuple(Entry(s.head, s.head + len(text[s.head:end].rstrip()), _time(there, s.minutes))
                 for s, there, end in zip(stamps, days, ends, strict=True))


def without(text: str, paragraphs: Sequence[Range], stamps: Sequence[Stamp]) -> list[Range]:
    """The paragraphs without the stamps that they begin with; those that are nothing else are left out."""
    ends = {s.start: s.end for s in stamps}
    out = []
    for start, end in paragraphs:
        at = ends.get(start, start)
        at += len(text[at:end]) - len(text[at:end].lstrip())
        if at < end:
            out.append((at, end))
    return out


def _time(day: date | None, minutes: int) -> str:
    return f"{day.isoformat() if day else 'XXXX-XX-XX'}T{minutes // 60:02d}:{minutes % 60:02d}"


def _named(words: str, published: str | None) -> date | None:
    found = read_words(words, Context(published=published[:10] if published else None, direction="past"))
    return as_date(found.value) if found else None


def _stamp(text: str, paragraphs: Sequence[Range], k: int) -> Stamp | None:
    start, end = paragraphs[k]
    m = _STAMP.match(text[start:min(end, start + 120)])
    if m is None or not (m["minute"] or m["half"]) or (m["mark"] == "." and not (m["half"] or m["zone"])):
        return None
    if start + m.end() < end and text[start + m.end():start + m.end() + 1].islower() and not m["half"]:
        return None
    hour = int(m["hour"])
    if m["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + 12 * (m["half"][0] in "pP")
    alone = start + m.end() >= end
    head = paragraphs[k - 1][0] if alone and k > 0 and _is_head(text[slice(*paragraphs[k - 1])]) else start
    return Stamp(start, start + len(m[0].rstrip()), head, hour * 60 + int(m["minute"] or 0), m["before"] or m["after"])


def _is_head(words: str) -> bool:
    """A short line without an end mark, above a stamp: the entry's title."""
    return len(words.split()) <= HEAD_WORDS and words[:1].isupper() and _MARKED.search(words) is None and _STAMP.match(words) is None


def _lasting(stamps: Sequence[Stamp]) -> tuple[int, int]:
    """The minutes from the first stamp to the last, read oldest first and newest first, where no two are a day apart."""
    steps = [b.minutes - a.minutes for a, b in pairwise(stamps)]
    return sum(s % _A_DAY for s in steps), sum(-s % _A_DAY for s in steps)


def _backwards(stamps: Sequence[Stamp]) -> bool:
    on, back = _lasting(stamps)
    return back < on


def _runs_one_way(stamps: Sequence[Stamp]) -> bool:
    """Newest first or last, but for midnights: hours in no order (opening times, a timetable's rows) are no live blog."""
    lasting = min(_lasting(stamps))
    return lasting > 0 and (lasting <= _A_DAY * (1 + len(stamps) // ENTRIES_A_DAY) or all(s.day for s in stamps))
