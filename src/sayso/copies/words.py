"""A text as words with offsets, and which of them stand between quotation marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_OPENS = {"“": "”", "«": "»", "„": "“"}
# A typographic mark can stand on either side, depending on the language; straight ones go by parity.
_MARKS = re.compile(r"[“”«»„\"]")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text, folded: `starts`, `ends` are code-point offsets, `quoted` says which stand in marks."""

    folded: tuple[str, ...]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    quoted: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.folded)


def words(text: str) -> Words:
    """The words of a text: runs of letters and digits, an apostrophe inside them left out, in lower case."""
    found = list(_WORD.finditer(text))
    starts = np.array([m.start() for m in found], np.int32)
    ends = np.array([m.end() for m in found], np.int32)
    quoted = np.zeros(len(found), np.bool_)
    for start, end in quotations(text):
        quoted[np.searchsorted(starts, start):np.searchsorted(starts, end)] = True
    return Words(tuple(_folded(m.group()) for m in found), starts, ends, quoted)


@lru_cache(maxsize=200_000)
def _folded(word: str) -> str:
    """Kept, so that a word that stands in many texts is one object in memory."""
    return word.replace("’", "").replace("'", "").lower()


def quotations(text: str) -> list[tuple[int, int]]:
    """The stretches between quotation marks, marks included.

    Marks are paired line by line. One that is left open is a quotation only if the next line opens with a mark
    again, as a speech over several paragraphs is printed; else it runs to the end of its line.
    """
    out: list[tuple[int, int]] = []
    for line in _LINE.finditer(text):
        opened: tuple[int, str] | None = None
        for m in _MARKS.finditer(line.group()):
            at, mark = line.start() + m.start(), m.group()
            if opened is None and (mark == '"' or mark in _OPENS):
                opened = (at, _OPENS.get(mark, '"'))
            elif opened is not None and (mark == opened[1] or mark == '"'):
                out.append((opened[0], at + 1))
                opened = None
        if opened is not None:
            out.append((opened[0], line.end()))
    return out
