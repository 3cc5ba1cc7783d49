"""What a brief shows, format-neutral: stories of sections of blocks; renderers decide how it looks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PieceKind = Literal["plain", "strong", "refs"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text in one dress; `refs` is a bracketed list of sentence references."""

    text: str
    kind: PieceKind = "plain"


@dataclass(frozen=True, slots=True)
class Line:
    """Text in one or more dresses; pieces are set one after the other as they stand."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return "".join(p.text for p in self.pieces)


@dataclass(frozen=True, slots=True)
class Bullets:
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    line: Line


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of as many cells as `header` has names; the first cell says what the row is about."""

    header: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]


Block = Bullets | Paragraph | Table


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class StoryView:
    """One story; `byline` says as of when, from how many reports, on how many origins."""

    title: str
    byline: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class BriefView:
    """Stories, the largest first; `overview` has a line for each where there are several,
    their numbers in it."""

    overview: tuple[Line, ...]
    stories: tuple[StoryView, ...]


def plain(text: str) -> Piece:
    return Piece(text)


def strong(text: str) -> Piece:
    return Piece(text, "strong")


def row(*pieces: Piece | None) -> Line:
    """The pieces that are there, as one line; white space at its end is left off by what is left out."""
    return Line(tuple(p for p in pieces if p is not None and p.text))


def bullets(title: str, lines: list[Line], *after: Block) -> Section | None:
    """A section of bullets, None where there are none: an empty section is not shown."""
    return Section(title, (Bullets(tuple(lines)), *after)) if lines else None
