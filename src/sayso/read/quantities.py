"""Figures in an article: how many, how much, how firmly, of what.

`at least 3,000 troops` has the value 3000, the relation at-least and the low end 3000; a range has its two ends and no
value; a vague word (`thousands`) no value, and as its low end the least it can mean. Durations and ages are figures
in units of time; a caller that has read them as dates already says so in `taken`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from sayso.model.reading import Quantity
from sayso.model.span import Range, merge, span
from sayso.read.quantities_amounts import Amount, amounts
from sayso.read.quantities_counts import Counted, counted
from sayso.read.quantities_lexemes import lexemes, without_figures
from sayso.read.tree import Token, Tree


def find_quantities(tree: Tree, taken: Sequence[Range]) -> list[Quantity]:
    """The figures of the article in text order, none overlapping another.

    `taken` are ranges already read as dates: a number inside one is no figure. Time is linear in the text.
    """
    out: list[Quantity] = []
    starts = [t.start for t in tree.tokens]
    dates = merge(list(taken))
    ends = [end for _, end in dates]
    for p in tree.paragraphs:
        closed = merge([*without_figures(tree.text, p.start, p.end), *_within(dates, ends, p.start, p.end)])
        is_closed = _membership(closed)
        lex = lexemes(tree.text, p.start, p.end)

        def token_at(start: int, end: int) -> Token | None:
            return _head(tree, starts, start, end)

        previous: Quantity | None = None
        for amount in amounts(lex, is_closed, token_at):
            previous = _quantity(tree, starts, amount, is_closed, previous)
            out.append(previous)
    return out


def _within(dates: Sequence[Range], ends: Sequence[int], start: int, end: int) -> list[Range]:
    found = []
    for k in range(bisect_right(ends, start), len(dates)):
        if dates[k][0] >= end:
            break
        found.append(dates[k])
    return found


def _membership(ranges: Sequence[Range]) -> Callable[[Range], bool]:
    """Does a range share a character with any of these (sorted, none overlapping)?"""
    ends = [end for _, end in ranges]

    def overlaps_any(r: Range) -> bool:
        k = bisect_right(ends, r[0])
        return k < len(ranges) and ranges[k][0] < r[1]
    return overlaps_any


def _covering(tree: Tree, starts: Sequence[int], start: int, end: int) -> list[Token]:
    lo = max(0, bisect_right(starts, start) - 1)
    return [t for t in tree.tokens[lo:bisect_left(starts, end)] if t.end > start]


def _head(tree: Tree, starts: Sequence[int], start: int, end: int) -> Token | None:
    """The token over the stretch whose head lies outside of it; the last of several."""
    inside = _covering(tree, starts, start, end)
    members = {t.i for t in inside}
    return next((t for t in reversed(inside) if t.head.i not in members or t.head is t), inside[-1] if inside else None)


def _quantity(tree: Tree, starts: Sequence[int], a: Amount, is_taken: Callable[[Range], bool],
              before: Quantity | None) -> Quantity:
    """The amount with what it counts; `before` is the figure before it in the same paragraph."""
    head, last = _head(tree, starts, *a.core), _head(tree, starts, a.core[1] - 1, a.core[1])
    read = Counted(None, False, None)
    if head is not None and last is not None and not a.age:
        read = counted(head, last, a.kind, is_taken)
    people = read.people or (read.others and (before is None or before.unit == "person"))
    counts = None if read.counts is None else " ".join(tree.text[read.counts[0]:read.counts[1]].split())
    unit = a.unit or ("fraction" if a.fraction else "person" if people else None)
    s = span(tree.text, *a.range)
    return Quantity(s.start, s.end, s.text, a.value, a.low, a.high, a.relation, unit, counts or None, read.predicate)
