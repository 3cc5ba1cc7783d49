"""What a brief shows, format-neutral: stories of sections of blocks; renderers decide how it looks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.model.span import Range

PieceKind = Literal["plain", "strong", "refs", "note"]
Tone = Literal["contested", "several", "one", "none"]
NodeKind = Literal["origin", "aside", "relay", "report"]


@dataclass(frozen=True, slots=True)
class Place:
    """Words of a report that a line rests on: the report's letter, the sentence's number, code-point ranges in its text."""

    article: str
    letter: str
    number: int
    ranges: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text in one dress; `refs` is a bracketed list of sentence references, with the places they stand for;
    a `note` is a word of ours on how claims were matched."""

    text: str
    kind: PieceKind = "plain"
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """Text in one or more dresses; pieces are set one after the other as they stand."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return "".join(p.text for p in self.pieces)

    @property
    def places(self) -> tuple[Place, ...]:
        """All places of the line, one a sentence, the ranges in it joined."""
        found: dict[tuple[str, int], list[Place]] = {}
        for place in (place for piece in self.pieces for place in piece.places):
            found.setdefault((place.letter, place.number), []).append(place)
        return tuple(Place(p[0].article, p[0].letter, p[0].number, tuple(dict.fromkeys(r for x in p for r in x.ranges)))
                     for p in found.values())


@dataclass(frozen=True, slots=True)
class Bullets:
    """Lines of which the first `first` stand open and the rest is folded or left out; all where it is None.

    `more` is what the rest is called, one and many: `and 3 more claims`.
    """

    lines: tuple[Line, ...]
    first: int | None = None
    more: tuple[str, str] = ("line", "lines")


@dataclass(frozen=True, slots=True)
class Paragraph:
    line: Line


@dataclass(frozen=True, slots=True)
class Node:
    """A box of the origin graph: an origin, or one that is not counted (`aside`); a relay; a report."""

    id: str
    name: str
    kind: NodeKind


@dataclass(frozen=True, slots=True)
class Graph:
    """From whom a claim came, through whom, to which reports; `words` says the same in lines of text."""

    nodes: tuple[Node, ...]
    edges: tuple[tuple[str, str], ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """What a claim shows when it is opened: why it stands as it does, its origins, what differs, what is like it, and who
    denies it or leaves it open."""

    why: tuple[Line, ...]
    graph: Graph | None
    differ: tuple[Line, ...]
    alike: tuple[Line, ...]
    answers: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """As many cells as the table's header has names; the first says what the row is about.

    `origins` is the number that is counted; `tone` tells contested claims, and those on several, one or no origin apart;
    `claim` is the claim's id where the row is one.
    """

    cells: tuple[Line, ...]
    opened: Opened | None = None
    origins: int = 0
    tone: Tone = "none"
    claim: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of which the first `first` stand open, as in `Bullets`."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    first: int | None = None
    more: tuple[str, str] = ("row", "rows")


Block = Bullets | Paragraph | Table


@dataclass(frozen=True, slots=True)
class Section:
    """`key` names the section in links; `title` is what a reader sees."""

    key: str
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
    their numbers in it. `unread` are the inputs that could not be read, each with its reason."""

    overview: tuple[Line, ...]
    stories: tuple[StoryView, ...]
    unread: tuple[Line, ...] = ()


def plain(text: str) -> Piece:
    return Piece(text)


def strong(text: str) -> Piece:
    return Piece(text, "strong")


def row(*pieces: Piece | None) -> Line:
    """The pieces that are there, as one line; white space at its end is left off by what is left out."""
    return Line(tuple(p for p in pieces if p is not None and p.text))


def bullets(key: str, title: str, lines: Sequence[Line], first: int | None = None, more: tuple[str, str] = ("line", "lines"),
            ) -> Section | None:
    """A section of bullets, None where there are none: an empty section is not shown."""
    return Section(key, title, (Bullets(tuple(lines), first, more),)) if lines else None


def left(block: Bullets | Table) -> str:
    """`and 3 more claims` for what is not among the first; empty where all are."""
    total = len(block.lines) if isinstance(block, Bullets) else len(block.rows)
    n = total - block.first if block.first is not None else 0
    return f"{n} more {block.more[0] if n == 1 else block.more[1]}" if n > 0 else ""
