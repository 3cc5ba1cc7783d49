"""Which pairs of texts may share passages: an index of shingles, linear in the number of words.

A shingle is five words in a row. A fixed quarter of all shingles is kept, chosen by their hash (Manber 1994,
"Finding similar files in a large file system"), so that a shared passage of 40 words is missed once in 30,000. The
texts that hold a shingle are paired with the first of them only: a copy needs one text that it is a copy of.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sayso.copies.words import Words

SHINGLE = 5
SAMPLE = 4
LEAST_SHARED = 4
EDGE = 80
OFTEN = 3
OFTEN_UNKNOWN = 8

Hashes = NDArray[np.uint64]
_FACTOR = 0x9E3779B97F4A7C15


@dataclass(frozen=True, slots=True)
class Shingles:
    """The sampled shingles of all texts, sorted by hash, then text: a column each, all of one length."""

    hashes: Hashes
    texts: NDArray[np.int32]
    at: NDArray[np.int32]
    kept: NDArray[np.int32]


def shingles(texts: Sequence[Words]) -> Shingles:
    """The index over the texts, which are known by their place in the list; `kept` counts shingles a text."""
    columns = [sampled(text) for text in texts]
    kept = np.array([len(h) for h, _ in columns], np.int32)
    if not columns:
        return Shingles(np.zeros(0, np.uint64), np.zeros(0, np.int32), np.zeros(0, np.int32), kept)
    hashes = np.concatenate([h for h, _ in columns])
    at = np.concatenate([p for _, p in columns])
    which = np.repeat(np.arange(len(texts), dtype=np.int32), kept)
    order = np.lexsort((at, which, hashes))
    return Shingles(hashes[order], which[order], at[order], kept)


@lru_cache(maxsize=1_000_000)
def _hash(word: str) -> int:
    """The same number for a word in every process, which Python's own hash is not."""
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "replace"), digest_size=8).digest(), "big")


def sampled(text: Words) -> tuple[Hashes, NDArray[np.int32]]:
    """The hashes of the text's shingles that are kept, and at which word each begins; each shingle once, sorted."""
    words = np.array([_hash(w) for w in text.folded], np.uint64)
    count = len(words) - SHINGLE + 1
    if count < 1:
        return np.zeros(0, np.uint64), np.zeros(0, np.int32)
    mixed = np.zeros(count, np.uint64)
    for k in range(SHINGLE):
        mixed = mixed * np.uint64(_FACTOR) + words[k:k + count]
    mixed ^= mixed >> np.uint64(29)
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(32)
    chosen = np.flatnonzero(mixed % np.uint64(SAMPLE) == 0)
    once, first = np.unique(mixed[chosen], return_index=True)
    return once, chosen[first].astype(np.int32)


def candidates(index: Shingles) -> dict[int, list[int]]:
    """For each text the earlier texts that it may have copied from, those that share most first."""
    if not len(index.hashes):
        return {}
    starts = np.flatnonzero(np.r_[True, index.hashes[1:] != index.hashes[:-1]])
    first = np.repeat(index.texts[starts], np.diff(np.r_[starts, len(index.hashes)]))
    later = index.texts != first
    pairs, shared = np.unique(index.texts[later].astype(np.int64) << 32 | first[later], return_counts=True)
    text, of = (pairs >> 32).astype(np.int64), (pairs & 0xFFFFFFFF).astype(np.int64)
    least = np.minimum(LEAST_SHARED, np.maximum(1, np.minimum(index.kept[text], index.kept[of]) // 2))
    out: dict[int, list[int]] = {}
    for k in np.lexsort((of, -shared, text)):
        if shared[k] >= least[k]:
            out.setdefault(int(text[k]), []).append(int(of[k]))
    return out


@dataclass(frozen=True, slots=True)
class Furniture:
    """Shingles that an outlet prints in article after article, sorted.

    `edges` are always near the head or foot and are no news wherever they turn up; `repeated` stand anywhere, and
    may be the background of a running story: within one outlet they make no copy, between two they may.
    """

    edges: Hashes
    repeated: Hashes


def furniture(index: Shingles, lengths: NDArray[np.int32], outlets: NDArray[np.int32]) -> Furniture:
    """What at least 3 articles of one outlet hold (8 where no outlet is known); an edge is 80 words wide.

    `lengths` are in words, a text each; `outlets` is a number an outlet, -1 where it is not known.
    """
    if not len(index.hashes):
        return Furniture(index.hashes, index.hashes)
    owner = outlets[index.texts]
    order = np.lexsort((owner, index.hashes))
    hashes, owner, texts, at = index.hashes[order], owner[order], index.texts[order], index.at[order]
    starts = np.flatnonzero(np.r_[True, (hashes[1:] != hashes[:-1]) | (owner[1:] != owner[:-1])])
    sizes = np.diff(np.r_[starts, len(hashes)])
    often = sizes >= np.where(owner[starts] < 0, OFTEN_UNKNOWN, OFTEN)
    edge = np.logical_and.reduceat(np.minimum(at, lengths[texts] - at) <= EDGE, starts)
    return Furniture(np.unique(hashes[starts][often & edge]), np.unique(hashes[starts][often]))
