"""What a copy changed: the stretches between the passages that it shares with its original."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.copies.align import Run
from sayso.copies.words import Words
from sayso.model.link import Change

Gap = tuple[int, int]


def changes(text: Words, other: Words, runs: Sequence[Run]) -> tuple[Change, ...]:
    """Edits, additions and cuts of `text` against `other`, in the order of `text`; `runs` are its shared runs.

    Where two runs follow one another in both texts, what stands between them was edited, added or cut there. Where
    paragraphs were moved, what is left over on one side was added, on the other cut.
    """
    ordered = sorted(runs, key=lambda r: r.at)
    if not ordered:
        return ()
    left = set(_gaps(sorted((r.of_at, r.of_at + r.length) for r in ordered), len(other)))
    bounds = [Run(0, 0, 0), *ordered, Run(len(text), len(other), 0)]
    out = []
    for before, after in pairwise(bounds):
        own = (before.at + before.length, max(before.at + before.length, after.at))
        theirs = (before.of_at + before.length, after.of_at)
        if theirs in left:
            left.discard(theirs)
        else:
            theirs = (before.of_at + before.length,) * 2
        out.append((own, theirs))
    # What was cut where nothing is left beside it stands where its neighbour before it in the original now ends.
    ends = {r.of_at + r.length: r.at + r.length for r in ordered}
    out += [((at, at), gap) for gap in left for at in [ends.get(gap[0], 0)]]
    return tuple(_change(text, other, own, theirs) for own, theirs in sorted(out) if own[0] < own[1] or theirs[0] < theirs[1])


def _gaps(covered: Sequence[Gap], length: int) -> Iterator[Gap]:
    """The stretches of words that no run covers."""
    at = 0
    for start, end in covered:
        if start > at:
            yield (at, start)
        at = max(at, end)
    if at < length:
        yield (at, length)


def _change(text: Words, other: Words, own: Gap, theirs: Gap) -> Change:
    kind: tuple[bool, bool] = (own[0] < own[1], theirs[0] < theirs[1])
    return Change("edited" if all(kind) else "added" if kind[0] else "cut", *_offsets(text, own), *_offsets(other, theirs))


def _offsets(text: Words, gap: Gap) -> tuple[int, int]:
    start, end = gap
    if start < end:
        return int(text.starts[start]), int(text.ends[end - 1])
    at = int(text.ends[start - 1]) if start else 0
    return at, at
