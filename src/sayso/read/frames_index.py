"""Which frames touch a stretch of text, have a token for their cue or stand in a sentence, without asking each frame.

An article of ten thousand quotations has ten thousand frames; comparing all with all would take a minute.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sayso.model.span import Range
from sayso.read.frames import Frame
from sayso.read.tree import Sentence, Token

# Characters a cell: about a sentence or two, so that few frames share one and few contents span many.
CELL = 256


class FrameIndex:
    """Frames in the order they were added. The list is the index's own: callers add and remove through it."""

    def __init__(self, frames: Iterable[Frame] = ()) -> None:
        self._frames: list[Frame] = []
        self._places: dict[int, int] = {}
        self._gone: set[int] = set()
        self._cells: dict[int, set[int]] = {}
        self._by_cue: dict[int, list[Frame]] = {}
        self._by_sentence: dict[int, list[Frame]] = {}
        for f in frames:
            self.add(f)

    def __iter__(self) -> Iterator[Frame]:
        return (f for k, f in enumerate(self._frames) if k not in self._gone)

    def __contains__(self, f: Frame) -> bool:
        k = self._places.get(id(f))
        return k is not None and k not in self._gone

    def add(self, f: Frame) -> None:
        """Puts a frame last."""
        self._places[id(f)] = len(self._frames)
        self._frames.append(f)
        for t in f.cue:
            self._by_cue.setdefault(t.i, []).append(f)
        if f.cue:
            self._by_sentence.setdefault(f.cue[0].sentence.index, []).append(f)
        self.note(f)

    def note(self, f: Frame) -> None:
        """To be called once a frame's content has grown."""
        k = self._places[id(f)]
        for start, end in f.content:
            for cell in range(start // CELL, max(start, end - 1) // CELL + 1):
                self._cells.setdefault(cell, set()).add(k)

    def remove(self, f: Frame) -> None:
        """Takes a frame without a cue out."""
        self._gone.add(self._places[id(f)])

    def near(self, ranges: Sequence[Range]) -> list[Frame]:
        """The frames, in order, whose content has or had a character near these stretches: all that share one, and some
        that do not, which the caller is to tell apart."""
        found: set[int] = set()
        for start, end in ranges:
            for cell in range(start // CELL, max(start, end - 1) // CELL + 1):
                found |= self._cells.get(cell, set())
        return [self._frames[k] for k in sorted(found - self._gone)]

    def cued_by(self, t: Token) -> list[Frame]:
        """The frames, in order, that have this token in their cue."""
        return self._by_cue.get(t.i, [])

    def cued_in(self, sentence: Sentence) -> list[Frame]:
        """The frames, in order, whose cue begins in this sentence."""
        return self._by_sentence.get(sentence.index, [])
