"""One folding of names for every look-up: case, diacritics, periods, apostrophes and hyphens make no difference."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_TABLE = {ord(c): "'" for c in "’‘ʼ`´ʹ′"} | {ord(c): " " for c in "-‐‑–—_/\u00a0"} | {ord("."): ""} | {
    ord("ø"): "o", ord("Ø"): "o", ord("ł"): "l", ord("Ł"): "l", ord("ı"): "i", ord("đ"): "d", ord("Đ"): "d",
    ord("ß"): "ss", ord("æ"): "ae", ord("Æ"): "ae", ord("œ"): "oe", ord("&"): " and "}


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """`text` in lower case without diacritics and periods; hyphens become spaces, runs of white space one space.

    A hyphen and a space are the same on purpose (`Port-au-Prince`); so are the kinds of apostrophe.
    """
    if text.isascii():
        plain = text
    else:
        plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(plain.translate(_TABLE).casefold().split())


def is_abbreviation(name: str) -> bool:
    """Is the name written in capitals alone (`UAE`, `U.S.`), so that its case must be kept?"""
    letters = [c for c in name if c.isalpha()]
    return len(letters) <= 5 and all(c.isupper() for c in letters)
