"""The `key: value` lines that a text may begin with."""

from __future__ import annotations

import re

KEYS = frozenset({"id", "url", "outlet", "published", "title", "language", "kind", "speaker", "original",
                  "translated_by"})
_LINE = re.compile(r"[^\n]*(?:\n|\Z)")
_FENCE = re.compile(r"---[ \t]*\r?\n?")
_PAIR = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(.*))?", re.DOTALL)
_EMPTY = frozenset({"", "~", "null"})


def split(text: str) -> tuple[dict[str, str | None], str]:
    """The values of a front matter and the text behind it, exactly as it stands; ({}, text) where there is none.

    The block stands between two lines `---`, the first of them at the very beginning; it has at least one of the
    keys of an article. Other keys, comments and what is indented or listed under them are passed over; an indented
    line under one of ours goes on with its value. A block with any other line is no front matter, but text. Without the
    two lines, it is two keys of an article or more and nothing else before the first blank line: one may be a headline.
    """
    first = _LINE.match(text)
    if not first or not _FENCE.fullmatch(first.group()) or not first.group().endswith("\n"):
        return _head(text)
    values: dict[str, str | None] = {}
    key, at = "", first.end()
    while at < len(text):
        line = _LINE.match(text, at)
        assert line is not None
        at = line.end()
        if _FENCE.fullmatch(line.group()):
            return (values, text[at:]) if values else ({}, text)
        bare = line.group().rstrip()
        if pair := _PAIR.fullmatch(bare):
            key = pair[1].lower()
            if key in KEYS:
                values[key] = _value(pair[2] or "")
        elif key in KEYS and bare[:1] in (" ", "\t"):
            values[key] = " ".join(x for x in (values[key], bare.strip()) if x)
        elif bare and bare[0] not in " \t#-":
            return {}, text
    return {}, text


def _head(text: str) -> tuple[dict[str, str | None], str]:
    values: dict[str, str | None] = {}
    for line in _LINE.finditer(text):
        bare = line.group().rstrip()
        if not bare:
            return (values, text[line.end():]) if len(values) > 1 and line.group() else ({}, text)
        pair = _PAIR.fullmatch(bare)
        if not pair or pair[1].lower() not in KEYS:
            break
        values[pair[1].lower()] = _value(pair[2] or "")
    return {}, text


def _value(written: str) -> str | None:
    value = written.strip()
    if value.lower() in _EMPTY or value in (">", "|", ">-", "|-"):
        return None
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1] or None
    return value
