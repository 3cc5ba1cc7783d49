"""Which stretches of one text stand word for word in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.copies.words import Words

SEED = 5
LONG = 8
NEAR = 10
FEW_OWN_WORDS = 20


@dataclass(frozen=True, slots=True)
class Run:
    """`length` words that stand at word `at` in the one text and at word `of_at` in the other."""

    at: int
    of_at: int
    length: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """The shared runs of a text with another, how many of its own words they hold, and the longest of them.

    Own words are those outside quotation marks, as what someone said is nobody's text; marks that either of the
    two texts has count, since outlets mark quotations in different ways. In a text that is nearly all quotation
    every word is its own. `share` is 0..1 of the own words, `longest` the most own words in one run.
    """

    runs: tuple[Run, ...]
    copied: int
    share: float
    longest: int


def align(text: Words, other: Words) -> Alignment:
    """The runs of at least 8 words that both texts have, and runs of at least 5 that stand near one of them.

    Texts of the same words are one run, however short.
    """
    if text.folded == other.folded:
        return measured(text, other, (Run(0, 0, len(text)),))
    return measured(text, other, tuple(_kept(shared_runs(text.folded, other.folded))))


def measured(text: Words, other: Words, runs: tuple[Run, ...]) -> Alignment:
    """The alignment that these runs make."""
    own = ~text.quoted
    for run in runs:
        own[run.at:run.at + run.length] &= ~other.quoted[run.of_at:run.of_at + run.length]
    if int(own.sum()) < FEW_OWN_WORDS:
        own[:] = True
    held = [int(own[run.at:run.at + run.length].sum()) for run in runs]
    return Alignment(runs, sum(held), sum(held) / max(1, int(own.sum())), max(held, default=0))


def shared_runs(a: Sequence[str], b: Sequence[str]) -> list[Run]:
    """Maximal common runs of at least 5 words, from left to right in `a`, each word of `a` in one run at most.

    Where a run could continue at several places of `b`, the longest is taken, then the one nearest after the run
    before. Greedy tiling after Wise 1993 (running Karp-Rabin), from left to right so that it stays linear.
    """
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j in range(len(b) - SEED + 1):
        places[tuple(b[j:j + SEED])].append(j)
    out: list[Run] = []
    i, expected = 0, 0
    while i <= len(a) - SEED:
        found = places.get(tuple(a[i:i + SEED]))
        if not found:
            i += 1
            continue
        length, _, j = max((_common(a, i, b, j), -abs(j - expected), j) for j in found[:16])
        out.append(Run(i, j, length))
        i += length
        expected = j + length
    return out


def _common(a: Sequence[str], i: int, b: Sequence[str], j: int) -> int:
    length = SEED
    while i + length < len(a) and j + length < len(b) and a[i + length] == b[j + length]:
        length += 1
    return length


def _kept(runs: list[Run]) -> list[Run]:
    """Long runs, and short ones that an edit or two has cut off from a kept one."""
    keep = [run.length >= LONG for run in runs]
    for order in (range(1, len(runs)), range(len(runs) - 2, -1, -1)):
        for k in order:
            beside = k - 1 if order.step > 0 else k + 1
            first, second = (runs[beside], runs[k]) if order.step > 0 else (runs[k], runs[beside])
            gaps = (second.at - first.at - first.length, second.of_at - first.of_at - first.length)
            if keep[beside] and gaps[0] <= NEAR and 0 <= gaps[1] <= NEAR:
                keep[k] = True
    return [run for run, kept in zip(runs, keep, strict=True) if kept]
