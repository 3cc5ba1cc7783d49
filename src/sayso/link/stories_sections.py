"""Roundups and live blogs: the parts of one article that each tell of a happening of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sayso.model.reading import Reading

FEWEST = 2
SHORTEST = 20
LONGEST_HEAD = 14
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")
_CLOCK = re.compile(r"^\W{0,3}\d{1,2}[:.h]\d{2}\b")
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}[.)]\s+|[•●▪■*–—-]\s+)\S")


@dataclass(frozen=True, slots=True)
class Section:
    """One part of an article, by its offsets; `reading` is that part as if it were an article of its own."""

    article: str
    start: int
    end: int
    reading: Reading


def sections(reading: Reading) -> list[Section]:
    """The parts under headings, times or numbers of their own, each of 20 words or more; none where there are not two."""
    text = reading.article.text
    heads = list(_heads(reading))
    if len(heads) < FEWEST:
        return []
    bounds = [*(start for start, _ in heads), len(text)]
    found = [_section(reading, start, end, head) for (start, head), end in zip(heads, bounds[1:], strict=True)]
    kept = [s for s in found if len(s.reading.article.text.split()) >= SHORTEST]
    return kept if len(kept) >= FEWEST else []


def _heads(reading: Reading) -> Iterator[tuple[int, str]]:
    """Where a part begins, and its heading; empty where it begins by a time or number."""
    text, noted = reading.article.text, {n.start for n in reading.noise if n.kind == "heading"}
    title = (reading.article.title or "").strip()
    paragraphs = [(m.start(), m.group().strip()) for m in _PARAGRAPH.finditer(text)]
    for (start, words), (_, following) in pairwise([*paragraphs, (len(text), "")]):
        if _CLOCK.match(words) or _NUMBERED.match(words):
            yield start, ""
        elif words != title and (start in noted or _is_head(words)) and len(following.split()) > LONGEST_HEAD:
            yield start, words


def _is_head(words: str) -> bool:
    """A short line without a full stop that begins with a capital."""
    return len(words.split()) <= LONGEST_HEAD and words[:1].isupper() and words[-1:] not in ".,;:!?”\"'’"


def _section(reading: Reading, start: int, end: int, head: str) -> Section:
    text = reading.article.text[start:end]
    article = replace(reading.article, id=f"{reading.article.id}#section{start}", title=head or None, text=text)
    names = tuple(replace(m, start=m.start - start, end=m.end - start) for m in reading.mentions if start <= m.start < end)
    places = tuple(replace(p, start=p.start - start, end=p.end - start) for p in reading.places if start <= p.start < end)
    return Section(reading.article.id, start, end, Reading(article, mentions=names, places=places))


def all_sections(readings: Sequence[Reading]) -> list[Section]:
    """The sections of all articles that have some, in their order."""
    return [s for r in readings if r.article.read for s in sections(r)]
