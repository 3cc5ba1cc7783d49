"""The pieces figures are made of: numerals, words and signs of one paragraph, and the stretches that hold no figure.

The parser's tokens cut `12km`, `$3.2bn` and `5-7` now so, now so; figures are therefore read on lexemes of their own,
and the parse is asked only what a figure counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from sayso.model.span import Range

Kind = Literal["numeral", "fraction", "word", "sign"]
_KINDS: dict[str, Kind] = {"numeral": "numeral", "fraction": "fraction", "word": "word", "sign": "sign"}


class Lexeme(NamedTuple):
    """A numeral, a fraction sign, a run of letters or one other character; `glued`: no white space before it."""

    start: int
    end: int
    text: str
    lower: str
    kind: Kind
    glued: bool


_DECIMAL_COMMA = (r"\d{1,3},\d{1,2}(?=\s?(?:%|m\b|bn\b|km\b|million|billion|trillion|percent|per\scent|metres|tonnes|"
                  r"euros))")
_LEXEME = re.compile(
    rf"(?P<numeral>(?<!\d){_DECIMAL_COMMA}"
    r"|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?"
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)(?:\.\d+)?"
    r"|\d{1,3}(?:\.\d{3}){2,}(?!\d)"
    r"|[1-9]\d{0,2}(?:[ \u00a0\u202f\u2009]\d{3})+(?![\d,.]*\d)"
    r"|[1-9]\d{0,2},\s000(?!\d)"
    r"|\d+(?:\.\d+)?|(?<![\w.])\.\d+)"
    r"|(?P<fraction>[¼½¾⅐-⅞])"
    r"|(?P<word>[^\W\d_¼½¾⅐-⅞]+(?:['’][^\W\d_]+)*)"
    r"|(?P<sign>\S)")

# Stretches whose numerals are names, times or addresses, never figures.
_NO_FIGURE = re.compile(
    r"(?i:\b(?:https?://|www\.)\S+)"
    r"|(?<![\w.+-])[\w.+-]+@[\w.-]+"
    r"|(?<!\w)[@#]\w+"
    r"|(?<![\d:.,])\d{1,2}:\d{2}(?::\d{2})?(?!\d)"
    r"|(?<![\w.,])\d{1,2}(?:[.:]\d{2})?(?:\s?-\s?\d{1,2}(?:[.:]\d{2})?)?\s?(?:[ap]\.m\.|[apAP]\.?[mM]\b(?!\s+is\b))"
    r"|(?<![\w.,])\d{1,2}(?:[.:]\d{2})?\s?(?:o['’]clock|hrs\b|[Uu]hr\b)"
    r"|(?<![\w.,])[012]\d{3}\s?(?:GMT|UTC|BST|CET|EST|EDT|PST|PDT|h\b)|(?<![\w.,])0\d{3}\s?hours"
    r"|(?<![\w.,])0\d{2,4}[ -]\d{3,4}[ -]?\d{3,4}(?!\d)"
    r"|\+\d[\d\s().-]{7,20}\d(?!\d)"
    r"|(?<![\w.,])\(?\d{3}\)?[\s.-]\d{3}[-.]\d{4}(?!\d)|(?<![\w.,-])\d{3}-\d{4}(?![\d-])"
    r"|(?<![\w.,])\d+(?:-\d+){2,}(?!\d)"
    r"|(?<![\w.,])\d{1,4}([/.])\d{1,2}\1\d{1,4}(?![\d])"
    r"|(?<![\w.,])\d+(?:\.\d+){2,}(?!\d)"
    r"|(?<![\w.,])(?:1[5-9]|20)\d\d\s?[-–/]\s?(?:(?:1[5-9]|20)\d\d|\d\d)(?![\d,.]*\d)(?!\s*(?:%|percent|people|troops))"
    r"|(?<![\w.,])\d{3}-(?:\d{3}-)?[A-Z]{4,}(?:-\d+)*(?!\w)"
    r"|\[\d{1,3}\]"
    r"|§+\s?\d[\d.]*")
# What every one of these stretches has: most paragraphs have none of it.
_MAY_HOLD_NONE = re.compile(r"[\d@#§]|(?i:http|www)")
_LIST_NUMBER = re.compile(r"\s*\(?\d{1,2}[.)](?=\s)")


def lexemes(text: str, start: int, end: int) -> list[Lexeme]:
    """The lexemes of `text[start:end]` with the offsets of `text`, in text order."""
    out: list[Lexeme] = []
    at = start
    for m in _LEXEME.finditer(text, start, end):
        piece, kind = m.group(), _KINDS[m.lastgroup or "sign"]
        glued = m.start() == at and at > start
        out.append(Lexeme(m.start(), m.end(), piece, piece.lower().replace("’", "'"), kind, glued))
        at = m.end()
    return out


def without_figures(text: str, start: int, end: int) -> list[Range]:
    """The stretches of `text[start:end]` that hold no figure: links, clock times, telephone numbers, list numbers."""
    if _MAY_HOLD_NONE.search(text, start, end) is None:
        return []
    out = [m.span() for m in _NO_FIGURE.finditer(text, start, end)]
    if (m := _LIST_NUMBER.match(text, start, end)) is not None:
        out.append(m.span())
    return sorted(out)


def word_at(lex: Sequence[Lexeme], k: int) -> str:
    """The lexeme at `k` in lower case; empty outside the list."""
    return lex[k].lower if 0 <= k < len(lex) else ""


def glued_at(lex: Sequence[Lexeme], k: int) -> bool:
    """Is there a lexeme at `k` that touches the one before it?"""
    return 0 < k < len(lex) and lex[k].glued
