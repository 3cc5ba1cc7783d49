"""Which pages are near a vector, compared with all of them, from blocks of vectors that are read as fast as the disk gives.

A page's own vector stands behind its text, where reading it costs more than comparing it. So whole blocks of them are kept
once more, scaled to bytes (an error below .005 in the cosine, as measured on 50,000 pages). A block that a page was added to
or taken from is dropped by the triggers of the tables; pages in no block are compared by their own vector, so blocks are
never needed for the answer to be right.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

BLOCK = 256
# A hole in the middle is filled from this size on: below it a block would cost more than it saves.
HOLE = 64
END = 2**62

Vectors = tuple[NDArray[np.int64], NDArray[np.float32]]


def pack(db: sqlite3.Connection) -> None:
    """Put the pages that are in no block into blocks, those of the end once they fill one; inside the caller's transaction."""
    for first, last in _holes(db):
        least = BLOCK if last == END else HOLE
        while True:
            versions, vectors = _pages(db, first, last, BLOCK)
            if len(versions) < least:
                break
            scale = np.abs(vectors).max(axis=1).astype(np.float32) / 127
            body = np.round(vectors / np.maximum(scale, 1e-9)[:, None]).astype(np.int8)
            db.execute("INSERT INTO near VALUES (?, ?, ?, ?, ?)",
                       (int(versions[0]), int(versions[-1]), versions.tobytes(), scale.tobytes(), body.tobytes()))
            first = int(versions[-1]) + 1


def nearest(db: sqlite3.Connection, query: NDArray[np.float32], least: float, allowed: set[int] | None) -> list[int]:
    """The versions whose cosine to a vector of length 1 is `least` or more, the nearest first; of those `allowed`, if given.

    All is to be read of one moment: the caller has begun a transaction.
    """
    parts = list(_likeness(db, query))
    if not parts:
        return []
    versions = np.concatenate([v for v, _ in parts])
    cosine = np.concatenate([c for _, c in parts])
    kept = cosine >= least
    if allowed is not None:
        kept &= np.isin(versions, np.fromiter(allowed, np.int64, len(allowed)))
    versions, cosine = versions[kept], cosine[kept]
    found: list[int] = versions[np.lexsort((versions, -cosine))].tolist()
    return found


def _likeness(db: sqlite3.Connection, query: NDArray[np.float32]) -> Iterator[Vectors]:
    for versions, scale, body in db.execute("SELECT versions, scales, rows FROM near"):
        table = np.frombuffer(body, np.int8).reshape(-1, len(query)).astype(np.float32)
        yield np.frombuffer(versions, np.int64), (table @ query) * np.frombuffer(scale, np.float32)
    for first, last in _holes(db):
        versions, vectors = _pages(db, first, last, -1)
        if len(versions):
            yield versions, vectors @ query


def _holes(db: sqlite3.Connection) -> list[tuple[int, int]]:
    """The stretches of versions between the blocks, and what is behind the last."""
    out, start = [], 0
    for first, last in db.execute("SELECT first, last FROM near ORDER BY first").fetchall():
        if first > start:
            out.append((start, first - 1))
        start = last + 1
    return [*out, (start, END)]


def _pages(db: sqlite3.Connection, first: int, last: int, most: int) -> Vectors:
    rows = db.execute("SELECT version, meaning FROM page WHERE version BETWEEN ? AND ? ORDER BY version LIMIT ?",
                      (first, last, most)).fetchall()
    table = np.frombuffer(b"".join(body for _, body in rows), np.float16).astype(np.float32)
    return np.array([n for n, _ in rows], np.int64), table.reshape(len(rows), -1) if rows else table
