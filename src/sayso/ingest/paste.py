"""Text that was pasted -> the reports in it: parted where a front matter, a separator or a new report's head stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from sayso.ingest.frontmatter import split as front_matter

Sign = Literal["front matter", "a line between", "headline and dateline"]
_LINE = re.compile(r"[^\n]*(?:\n|\Z)")
# What nobody sets inside a report; shorter rules do stand inside, before a credit or between the parts of a feature.
_HARD = re.compile(r"={3,}|([-*_#~])\1{9,}")
_SOFT = re.compile(r"([-*_#~])(?: ?\1){2,8}")
_PLACE = r"[^\W\d_][\w.'’ -]{1,40}(?:, [^\n(—–]{1,40})?"
_DATELINE = re.compile(rf"(?:{_PLACE} \([A-Z][^)\n]{{1,40}}\)|[A-ZÀ-Ý][A-ZÀ-Ý.'’ -]{{2,40}}(?:, [^\n(—–]{{1,40}})?) ?(?:[—–]|--?) ")
_GLUED = re.compile(r"(?<=[^\n-])---[ \t]*\r?\n(?=[A-Za-z_]+:)")
LONGEST_HEADLINE, FEWEST_WORDS = 150, 4
LONGEST_BYLINE, MOST_BYLINES = 80, 3


@dataclass(frozen=True, slots=True)
class Piece:
    """One report: `text[start:end]` of what was pasted, the line it begins on, and what showed that it begins there.

    `title` is its headline where headline and dateline showed it; the headline stays in the text. `sign` is None for
    the first.
    """

    start: int
    end: int
    line: int
    sign: Sign | None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Parted:
    """The reports in order, and whether something that may part reports was left alone for want of a second sign."""

    pieces: tuple[Piece, ...]
    doubtful: bool


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    bare: str


def part(text: str) -> Parted:
    """The reports in a pasted text; a single piece, the text as it is, where nothing shows a second one.

    A front matter and a line of `=` always begin a new report, as does a long rule. A short rule does so before a
    dateline or a headline with one, and a headline with a dateline does by itself where the text begins with another.
    All that stands between two pieces is rules and blank lines: nothing else is left out.
    """
    return _Paste(text).parted()


class _Paste:
    """`fronts`: lines that begin a front matter -> the line behind it. `heads`: headlines with a dateline below."""

    def __init__(self, text: str) -> None:
        self.text, self.lines = text, _lines(text)
        self.fronts = {n: behind for n in range(len(self.lines)) if (behind := self.behind_front(n)) is not None}
        self.heads = {n for n in range(len(self.lines)) if self.is_head(n)}
        self.starts: dict[int, Sign | None] = {}
        self.doubtful = False

    def parted(self) -> Parted:
        first = self.next(0)
        if first is None:
            return Parted((Piece(0, len(self.text), 1, None),), False)
        self.starts[first] = None
        self.find(first, first in self.heads or first in self.fronts)
        order = [*self.starts, len(self.lines)]
        pieces = tuple(self.piece(n, following) for n, following in pairwise(order))
        whole = (Piece(0, len(self.text), 1, None),)
        return Parted(pieces if len(pieces) > 1 else whole, self.doubtful)

    def find(self, first: int, headed: bool) -> None:
        opened = n = self.fronts.get(first, first)
        while n < len(self.lines):
            following = self.next(n + 1) if self.rule(n) else None
            if n in self.fronts:
                self.starts[n] = "front matter"
                opened = n = self.fronts[n]
                continue
            if following is not None and following not in self.fronts:
                if self.rule(n) == "hard" or following in self.heads or _DATELINE.match(self.lines[following].bare):
                    self.starts.setdefault(following, "a line between")
                    opened = following
                else:
                    self.doubtful = True
            elif n in self.heads and any(line.bare for line in self.lines[opened:n]):
                if headed:
                    self.starts[n] = "headline and dateline"
                    opened = n
                self.doubtful = self.doubtful or not headed
            n += 1

    def piece(self, n: int, following: int) -> Piece:
        while following > self.fronts.get(n, n + 1) and (not self.lines[following - 1].bare or self.rule(following - 1)):
            following -= 1
        start = self.lines[n].start
        title = self.lines[n].bare if n in self.heads else None
        return Piece(start, self.lines[following - 1].end, self.text.count("\n", 0, start) + 1, self.starts[n], title)

    def behind_front(self, n: int) -> int | None:
        """The line behind the front matter that begins on line n, or None where none does."""
        if self.lines[n].bare != "---":
            return None
        values, rest = front_matter(self.text[self.lines[n].start:])
        behind = len(self.text) - len(rest)
        return next((i for i in range(n, len(self.lines)) if self.lines[i].start >= behind), len(self.lines)) if values else None

    def rule(self, n: int) -> Literal["hard", "soft"] | None:
        bare = self.lines[n].bare
        if _HARD.fullmatch(bare):
            above = self.lines[n - 1].bare if n else ""
            # Right under a line that ends no sentence it underlines a heading of Markdown.
            return None if bare[0] in "=-" and above and above[-1] not in ".”\"" else "hard"
        return "soft" if _SOFT.fullmatch(bare) else None

    def next(self, n: int) -> int | None:
        """The first line from n on that begins a front matter, or is neither blank nor a rule."""
        return next((i for i in range(n, len(self.lines))
                     if i in self.fronts or (self.lines[i].bare and not self.rule(i))), None)

    def is_head(self, n: int) -> bool:
        """Whether the line is a headline: blank above, below it a dateline, with at most three short lines between."""
        if (n and self.lines[n - 1].bare) or not _headline(self.lines[n].bare):
            return False
        window = self.lines[n + 1:n + 2 * MOST_BYLINES + 3]
        for bare in [line.bare for line in window if line.bare][:MOST_BYLINES + 1]:
            if _DATELINE.match(bare):
                return True
            if len(bare) > LONGEST_BYLINE or bare.endswith("."):
                return False
        return False


def _headline(bare: str) -> bool:
    return (len(bare) <= LONGEST_HEADLINE and len(bare.split()) >= FEWEST_WORDS and bare[-1] not in ".,;:"
            and not _DATELINE.match(bare))


def _lines(text: str) -> list[_Line]:
    """The lines; a fence that was glued to the end of the text before it, as by `cat`, begins one of its own."""
    out, cuts = [], [m.start() for m in _GLUED.finditer(text) if front_matter(text[m.start():])[0]]
    for match in _LINE.finditer(text):
        at, end = match.span()
        for cut in (c for c in cuts if at < c < end):
            out.append(_Line(at, cut, text[at:cut].strip()))
            at = cut
        if at < end:
            out.append(_Line(at, end, text[at:end].strip()))
    return out
