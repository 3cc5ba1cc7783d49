"""Paragraphs, mended for the parser: what it is shown may differ from the text, offsets always lead back.

Glued text is common in translated copy: `business”he said`, `2024”i.e.`, `of“a system`. A space the parser needs
is added, and stray runs of white space are folded; the map tells where each character came from.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.model.span import Range

WRAP = 60
LONGEST = 20_000
# Characters without white space that the parser is given at once: longer than any word or address worth reading.
# Its tokenizer takes the marks at a run's edges off one by one, in time that grows with the square of the run.
LONGEST_RUN = 500
_BLANK = re.compile(r"\n[ \t\r\f\v\u00a0]*\n")
_TERMINAL = re.compile(r"[.!?:;\"”’')\]…»]\s*$")
_CLOSE_GLUED = re.compile(r"(?<=[\w.,!?…’'])([”»])(?=\w)")
_OPEN_GLUED = re.compile(r"(?<=[a-z,;:)])([“«])(?=\S)")
# White space that is not shown as it is: anything but a single plain space.
_FOLDED = re.compile(r"[^\S ]|[\u200b\ufeff]|  ")
_RUN = re.compile(rf"\S{{{LONGEST_RUN + 1},}}")
_SPACE = re.compile(r"[\s\u00a0\u200b\ufeff]+")


@dataclass(frozen=True, slots=True)
class Mended:
    """What the parser is shown, and for each of its characters (and one past the end) the offset it came from."""

    text: str
    origin: tuple[int, ...]


def paragraphs(text: str) -> list[Range]:
    """The paragraphs of a text, as offsets without the white space around them.

    A line is a paragraph, unless the text is hard-wrapped (blank lines part its paragraphs, and most lines within
    them are of one width and end in mid-sentence): then the lines of a block belong together. A paragraph longer
    than the parser should be given at once is cut at white space, and a run of more than LONGEST_RUN characters
    without any (a thousand dollar signs, data written in letters) into paragraphs of that length.
    """
    out: list[Range] = []
    for start, end in _blocks(text):
        out.extend(_pieces(text, start, end))
    return out


def _blocks(text: str) -> list[Range]:
    wrapped = _is_wrapped(text)
    pattern = _BLANK if wrapped else re.compile(r"[\n\r\u2028\u2029]+")
    out, at = [], 0
    for m in [*pattern.finditer(text), None]:
        start, end = at, m.start() if m else len(text)
        at = m.end() if m else at
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            out.append((start, end))
    return out


def _is_wrapped(text: str) -> bool:
    if not _BLANK.search(text):
        return False
    inner = [line for block in _BLANK.split(text) for line in block.strip("\n").split("\n")[:-1] if line.strip()]
    if len(inner) < 3:
        return False
    broken = sum(1 for line in inner if len(line) <= 100 and len(line) >= WRAP - 15 and not _TERMINAL.search(line))
    return broken >= 0.6 * len(inner)


def _pieces(text: str, start: int, end: int) -> list[Range]:
    out: list[Range] = []
    at = start
    for m in _RUN.finditer(text, start, end):
        out.extend(_cut(text, at, m.start()))
        out.extend((k, min(m.end(), k + LONGEST_RUN)) for k in range(m.start(), m.end(), LONGEST_RUN))
        at = m.end()
    return [*out, *_cut(text, at, end)]


def _cut(text: str, start: int, end: int) -> list[Range]:
    out = []
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        cut = max(text.rfind(". ", start, start + LONGEST) + 1, text.rfind(" ", start, start + LONGEST))
        cut = cut if cut > start else start + LONGEST
        out.append((start, cut))
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        out.append((start, end))
    return out


def mend(text: str, start: int, end: int) -> Mended:
    """The stretch of text as the parser should see it."""
    piece = text[start:end]
    inserts = {m.end() for m in _CLOSE_GLUED.finditer(piece)} | {m.start() for m in _OPEN_GLUED.finditer(piece)}
    if not inserts and _FOLDED.search(piece) is None:
        return Mended(piece, tuple(range(start, end + 1)))
    chars: list[str] = []
    origin: list[int] = []
    space = False
    for k, ch in enumerate(piece):
        if k in inserts and not space:
            chars.append(" ")
            origin.append(start + k)
        if _SPACE.match(ch):
            if not space:
                chars.append(" ")
                origin.append(start + k)
            space = True
            continue
        space = False
        chars.append(ch)
        origin.append(start + k)
    origin.append(end)
    return Mended("".join(chars), tuple(origin))
