"""Quotations: paired on characters, within a paragraph, before any parse. An apostrophe is no mark.

A mark left open whose next paragraph opens with one is the same quotation carried on; otherwise it ends with its
paragraph, and counts for less. Nothing here raises, whatever the marks.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model.span import Range

OPENERS = {"“": "”", "«": "»", "„": "“”", "‟": "”"}
STRAIGHT = '"'
# Two typewriter apostrophes, as some archives have them; and single marks, as British papers do.
DOUBLED = ("''", "``")
SINGLE = "‘"
_MARK = re.compile("[" + "".join(OPENERS) + STRAIGHT + SINGLE + "]|" + "|".join(DOUBLED))
SCARE_WORDS = 3
SINGLE_LONGEST = 600
NESTED_LONGEST = 2000
NESTED_DEEPEST = 3
_SMALL = frozenset(("a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"))


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation by the offsets of its marks (`start` at the opening one, `end` past the closing one).

    `closed` is False where the closing mark is missing; `carried` True where it goes on from the paragraph before.
    """

    start: int
    end: int
    paragraph: int
    closed: bool
    carried: bool
    words: int
    mark: int = 1

    @property
    def inner(self) -> Range:
        """What stands between the marks; `mark` is how many characters one takes."""
        return (self.start + self.mark, self.end - self.mark if self.closed else self.end)

    @property
    def range(self) -> Range:
        return (self.start, self.end)


def find_quotations(text: str, paragraphs: Sequence[Range]) -> list[Quotation]:
    """All quotations in text order; they do not overlap, and marks inside another quotation belong to it."""
    out: list[Quotation] = []
    for k, (start, end) in enumerate(paragraphs):
        opens_here = text[start] in OPENERS or text[start] == STRAIGHT or text.startswith(DOUBLED, start)
        carried = bool(opens_here and out and not out[-1].closed and out[-1].paragraph == k - 1)
        for s, e, closed in _pairs(text, start, end):
            first = s == start
            mark = 2 if text.startswith(DOUBLED, s) else 1
            out.append(Quotation(s, e, k, closed, carried and first, len(text[s:e].split()), mark))
    return out


def is_title(text: str, q: Quotation) -> bool:
    """`"The Old Man and the Sea"`: the name of a work, in title case and with no end mark of its own; not speech."""
    words = text[q.start:q.end].strip("“”„‟«»\" ").split()
    named = [w for w in words[1:] if w not in _SMALL]
    return q.closed and bool(named) and all(w[0].isupper() for w in (words[0], *named)) and words[-1][-1].isalnum()


def _pairs(text: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    out: list[tuple[int, int, bool]] = []
    i = start
    while i < end:
        found_mark = _MARK.search(text, i, end)
        if found_mark is None:
            break
        i = found_mark.start()
        ch = text[i]
        if ch in OPENERS:
            close = _closing(text, i + 1, end, OPENERS[ch])
            if close is not None and text.find(ch, i + 1, close) >= 0:
                close = _closing_outer(text, i, end, OPENERS[ch]) or close
            straight = _closing(text, i + 1, end, STRAIGHT)
            # an even number of straight marks before the closing one are a pair inside: “He called it "safe",” she said
            if straight is not None and (close is None or (straight < close and text.count(STRAIGHT, i, close) % 2)):
                close = straight
        elif ch == STRAIGHT and not _is_inch(text, i, start):
            close = _closing(text, i + 1, end, STRAIGHT + "”")
        elif text.startswith(DOUBLED, i) and (i == start or not text[i - 1].isalnum()):
            found = text.find("''", i + 2, end)
            close = found + 1 if found > 0 else None
        elif ch == SINGLE and (i == start or not text[i - 1].isalnum()):
            close = _single_closing(text, i + 1, end)
            if close is None:
                i += 1
                continue
        else:
            i += 1
            continue
        if close is None:
            out.append((i, end, False))
            break
        out.append((i, close + 1, True))
        i = close + 1
    return out


def _closing_outer(text: str, start: int, end: int, closers: str) -> int | None:
    """The mark that closes `“I live in what he calls “hell” now.”`, where as many close as open; None where they do not."""
    opener, depth = text[start], 0
    for i in range(start, min(end, start + NESTED_LONGEST)):
        if text[i] == opener:
            depth += 1
        elif text[i] in closers:
            depth -= 1
        if depth == 0:
            return i
        if depth > NESTED_DEEPEST:
            return None
    return None


def _closing(text: str, start: int, end: int, marks: str) -> int | None:
    """The first closing mark; a mark that opens anew (another “ before any ”) leaves the first one unclosed there."""
    return min((i for mark in marks if (i := text.find(mark, start, end)) >= 0), default=None)


def _single_closing(text: str, start: int, end: int) -> int | None:
    """The first single mark that is no apostrophe: after punctuation, or after a word that is no plural's possessive."""
    for i in range(start, min(end, start + SINGLE_LONGEST)):
        if text[i] == SINGLE:
            return None
        if text[i] == "’" and not text[i + 1:i + 2].isalnum() and i > start and text[i - 1] != "s":
            return i
    return None


def _is_inch(text: str, i: int, start: int) -> bool:
    """`6'2"` and `55" screen`: a straight mark after a digit with no mark open is a measure."""
    return i > start and text[i - 1].isdigit() and i + 1 < len(text) and not text[i + 1].isalpha()


class QuotationIndex:
    """Which quotation, if any, an offset lies in."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        self.all = list(quotations)
        self._starts = [q.start for q in self.all]

    def at(self, offset: int) -> Quotation | None:
        """The quotation around this offset, its marks included."""
        k = bisect_right(self._starts, offset) - 1
        return self.all[k] if k >= 0 and self.all[k].start <= offset < self.all[k].end else None

    def within(self, start: int, end: int) -> list[Quotation]:
        """The quotations that share a character with this stretch."""
        k = max(0, bisect_left(self._starts, start) - 1)
        out = []
        while k < len(self.all) and self.all[k].start < end:
            if self.all[k].end > start:
                out.append(self.all[k])
            k += 1
        return out
