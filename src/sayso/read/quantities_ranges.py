"""Ranges: `5-7`, `between 5 and 7`, `two or three`; and what looks like one: `rose from 5 to 7`, `397-0`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.read.quantities_lexemes import Lexeme, glued_at, word_at
from sayso.read.quantities_parts import Part, TokenAt, read_part, refused

_DASHES = frozenset("-‐‑–−~")
_CHANGE = re.compile(
    r"(?:rose|ris|fell|fall|grow|grew|increas|decreas|drop|declin|cut|rais|jump|climb|surg|slid|slip|soar|plung|plummet|"
    r"expand|reduc|shr[aiu]nk|chang|went|go(?:es|ing|ne)?$|mov|up$|down$|doubl|tripl|lower|boost|widen|narrow|swell|"
    r"swoll|extend|upgrad|downgrad|revis|improv|advanc|tumbl|dip|rebound|recover|edg|inch|spik|sank|sink|eas|gain|los)")
_SCORES = re.compile(
    r"(?:vot|scor|beat|won$|win|lost$|los|defeat|lead|led$|dr[ae]w|tie|by$|victor|passed$|approv|ratif|acquit)")


def range_end(lex: Sequence[Lexeme], a: Part, token_at: TokenAt) -> Part | None:
    """The other end of a range that begins with `a`: `5-7`, `5 to 7`, `between 5 and 7`, `two or three`."""
    k = a.end
    if word_at(lex, k) in _DASHES and glued_at(lex, k) and not glued_at(lex, k + 1) and word_at(lex, k + 1) in ("to", "or"):
        k += 1  # `a 10- to 15-minute walk`
    word, ages = word_at(lex, k), a.age and a.end == a.number.last + 1
    if a.number.value is None or k + 1 >= len(lex) or word not in ("to", "and", "or", "through", *_DASHES):
        return None
    if a.age and not (ages and word in ("to", "and", *_DASHES)):
        return None
    b = read_part(lex, k + 1)
    if b is None or b.number.value is None or _refused_end(lex, b, token_at):
        return None
    b_value, a_value = b.number.value, scaled_like(a, b)
    if a_value is None or (b_value <= a_value) or (b.number.fraction and not a.number.fraction and word != "to"):
        return None
    if not (a.unit is None or a.unit == b.unit or ((a.sign or ages) and b.unit is None)):
        return None
    if word == "and":
        return b if word_at(lex, a.first - 1) == "between" or word_at(lex, a.first - 2) == "between" else None
    if word == "or":
        return b if b_value == a_value + b.number.scale and (a.unit is None) and b.number.value < 21 else None
    if word in _DASHES:
        even = glued_at(lex, k) == glued_at(lex, k + 1) or (not glued_at(lex, k) and lex[k].text == "-")
        return b if even and not _is_score(lex, a) else None
    return b if not _is_change(lex, a, b) else None


def _refused_end(lex: Sequence[Lexeme], b: Part, token_at: TokenAt) -> bool:
    if lex[b.first].glued and lex[b.number.first].kind == "numeral" and lex[b.first - 1].text in _DASHES:
        after = b.number.last + 1
        return b.unit is None and glued_at(lex, after) and lex[after].kind == "word"
    return refused(lex, b, token_at)


def scaled_like(a: Part, b: Part) -> float | None:
    """The first end's value in the magnitude of the second: the 5 of `5 to 7 million` is 5 million."""
    value, scale = a.number.value, b.number.scale
    if value is None or b.number.value is None:
        return None
    return value * scale if a.number.scale == 1 and scale > 1 and value < b.number.value / scale else value


def _is_score(lex: Sequence[Lexeme], a: Part) -> bool:
    return a.unit is None and any(_SCORES.match(word_at(lex, a.first - j)) for j in (1, 2, 3) if a.first >= j)


def _is_change(lex: Sequence[Lexeme], a: Part, b: Part) -> bool:
    """`rose from 5 to 7` and `rose 5% to 7%` name two figures, `from 5 to 7 people` a range of one."""
    previous = word_at(lex, a.first - 1)
    if previous == "by" and b.unit is not None and a.unit is None:
        return False
    if previous == "by" or _is_score(lex, a) or (b.unit is None and a.unit is None and _CHANGE.match(previous)):
        return True
    if previous != "from":
        return a.unit is not None and not a.sign and b.unit is not None and _moves(lex, a.first, 3)
    return _moves(lex, a.first, 10)


def _moves(lex: Sequence[Lexeme], k: int, reach: int) -> bool:
    for j in range(k - 1, max(-1, k - 1 - reach), -1):
        if lex[j].text in (".", ";"):
            return False
        if _CHANGE.match(lex[j].lower):
            return True
    return False
