"""The one offset rule: code points into an article's stored text, `text[start:end] == span.text`."""

from __future__ import annotations

from dataclasses import dataclass

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one article's text; `start` inclusive, `end` exclusive, in code points."""

    start: int
    end: int
    text: str

    @property
    def range(self) -> Range:
        return (self.start, self.end)


@dataclass(frozen=True, slots=True)
class Anchor(Span):
    """A span that stands outside its reading and so says which article it is of."""

    article: str


def span(text: str, start: int, end: int) -> Span:
    """The span of `text` from `start` to `end`, white space at its edges left out."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end, text[start:end])


def overlaps(a: Range, b: Range) -> bool:
    """Do the two ranges share a character?"""
    return min(a[1], b[1]) > max(a[0], b[0])


def inside(a: Range, b: Range) -> bool:
    """Does `a` lie wholly within `b`?"""
    return b[0] <= a[0] and a[1] <= b[1]


def merge(ranges: list[Range]) -> tuple[Range, ...]:
    """The ranges sorted, those that touch or overlap joined."""
    out: list[Range] = []
    for start, end in sorted(r for r in ranges if r[0] < r[1]):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple(out)


def subtract(whole: Range, holes: list[Range]) -> tuple[Range, ...]:
    """What is left of `whole` once the holes are cut out of it."""
    out: list[Range] = []
    at = whole[0]
    for start, end in merge(holes):
        if end <= whole[0] or start >= whole[1]:
            continue
        if start > at:
            out.append((at, start))
        at = max(at, end)
    if at < whole[1]:
        out.append((at, whole[1]))
    return tuple(out)
