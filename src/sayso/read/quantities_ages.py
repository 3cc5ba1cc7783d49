"""Ages without a unit: `aged 45`, `Anna Petrova, 45,`, `John Doe (45)`, `turned 21`."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.read import quantities_units as units
from sayso.read.quantities_lexemes import Lexeme, glued_at, word_at
from sayso.read.quantities_not import counts_behind, is_month
from sayso.read.quantities_numbers import Number


def is_age(lex: Sequence[Lexeme], n: Number) -> bool:
    """Is the number, with no unit behind it, somebody's age in years?"""
    if n.value is None or not 0 < n.value < 125 or n.value != int(n.value) or n.fraction:
        return False
    k, before, after = n.first, word_at(lex, n.first - 1), word_at(lex, n.last + 1)
    if units.after(lex, n.last + 1) is None and _named_age(lex, n):
        return True
    comma = k - 1 - (before in ("”", '"', "'", "’") and word_at(lex, k - 2) == ",")
    at = comma - 1 - (word_at(lex, comma - 1) in ("”", '"', "’", "'", "."))
    if at < 0 or not n.digits or n.value > 110 or not _is_person(lex, at) or (at > 0 and lex[at - 1].kind == "numeral"):
        return False
    and_name = after in ("and", "of") and n.last + 2 < len(lex) and lex[n.last + 2].text[:1].isupper()
    closed = after in (",", ".", ";", ":", "–", "—", "") or and_name
    return (word_at(lex, comma) == "," and closed and not glued_at(lex, k)) or (before == "(" and after == ")")


def _named_age(lex: Sequence[Lexeme], n: Number) -> bool:
    k, before, after = n.first, word_at(lex, n.first - 1), word_at(lex, n.last + 1)
    if before == "between" and word_at(lex, k - 2) in ("aged", "ages"):
        return True
    if before in ("aged", "age", "ages") or _listed_age(lex, k) or [word_at(lex, k - 2), before] == ["age", "of"]:
        return True
    if before in ("is", "was", "'s") and word_at(lex, k - 2) in ("he", "she", "i"):
        return after in (".", ",", ";", "when", "at", "and", "years", "")
    turn = before == "turn" and word_at(lex, k - 2) in ("to", "will", "would", "who")
    if turn or before in ("turns", "turned", "turning"):
        return not counts_behind(lex, n)
    return word_at(lex, k - 2) in ("older", "younger") and before == "than" and not after.endswith("s")


def _is_person(lex: Sequence[Lexeme], k: int) -> bool:
    """May the word be the end of a person's name or description, before an age?"""
    if lex[k].kind != "word" or is_month(lex[k].lower):
        return False
    return lex[k].text[:1].isupper() or lex[k].lower in units.table().people


def _listed_age(lex: Sequence[Lexeme], k: int) -> bool:
    """The 6 and the 8 of `aged 4, 6 and 8`."""
    for j in range(k - 1, max(-1, k - 12), -1):
        if lex[j].lower in ("aged", "ages"):
            return j < k - 1
        if lex[j].kind != "numeral" and lex[j].lower not in (",", "and"):
            return False
    return False
