"""Blocks of vectors: whatever came and went, what is found is what comparing with every page finds."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from sayso.store import near
from sayso.store.schema import connect

WIDE = 32
QUERY = np.eye(1, WIDE, dtype=np.float32)[0]


def vector(n: int) -> NDArray[np.float32]:
    """Some vector of length 1, another for each number."""
    row = np.random.default_rng(n).normal(size=WIDE).astype(np.float32)
    row /= np.linalg.norm(row)
    return row


def put(db: sqlite3.Connection, versions: Iterator[int] | range) -> None:
    db.executemany("INSERT INTO page VALUES (?, '', 'text', ?)", [(n, vector(n).astype(np.float16).tobytes()) for n in versions])


def blocks(db: sqlite3.Connection) -> list[tuple[int, int]]:
    return db.execute("SELECT first, last FROM near ORDER BY first").fetchall()


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    connection = connect(tmp_path / "a.library", create=True)
    connection.execute("PRAGMA foreign_keys = OFF")
    yield connection
    connection.close()


def test_blocks_are_filled_from_the_end_of_the_last(db: sqlite3.Connection) -> None:
    put(db, range(1, near.BLOCK * 2 + 11))
    near.pack(db)
    assert blocks(db) == [(1, near.BLOCK), (near.BLOCK + 1, near.BLOCK * 2)]
    put(db, range(near.BLOCK * 2 + 11, near.BLOCK * 3 + 1))
    near.pack(db)
    assert len(blocks(db)) == 3


def test_a_page_that_goes_or_comes_takes_its_block_with_it(db: sqlite3.Connection) -> None:
    put(db, range(1, near.BLOCK * 2 + 1))
    near.pack(db)
    db.execute("DELETE FROM page WHERE version = 7")
    assert blocks(db) == [(near.BLOCK + 1, near.BLOCK * 2)]
    assert 7 not in near.nearest(db, QUERY, -1.0, None)
    near.pack(db)
    assert blocks(db) == [(1, near.BLOCK), (near.BLOCK + 1, near.BLOCK * 2)]
    put(db, iter([7]))
    assert blocks(db) == [(near.BLOCK + 1, near.BLOCK * 2)]
    assert 7 in near.nearest(db, QUERY, -1.0, None)


def test_only_what_is_allowed_and_near_enough_is_found(db: sqlite3.Connection) -> None:
    put(db, range(1, near.BLOCK + 20))
    near.pack(db)
    allowed = {3, 5, near.BLOCK + 7}
    assert set(near.nearest(db, QUERY, -1.0, allowed)) == allowed
    assert set(near.nearest(db, QUERY, 0.2, None)) == {n for n in range(1, near.BLOCK + 20) if vector(n) @ QUERY >= 0.2}
    assert near.nearest(db, QUERY, -1.0, set()) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["put", "take"]), st.integers(1, 60), st.integers(1, 20)), max_size=12))
def test_what_is_found_is_what_comparing_with_every_page_finds(
        db: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch, steps: list[tuple[str, int, int]]) -> None:
    monkeypatch.setattr(near, "BLOCK", 8)
    monkeypatch.setattr(near, "HOLE", 3)
    db.execute("DELETE FROM page")
    kept: set[int] = set()
    for what, first, many in steps:
        these = set(range(first, first + many))
        if what == "put":
            put(db, iter(sorted(these - kept)))
            kept |= these
        else:
            db.executemany("DELETE FROM page WHERE version = ?", [(n,) for n in these])
            kept -= these
        near.pack(db)
        found = near.nearest(db, QUERY, -1.0, None)
        assert sorted(found) == sorted(kept)
        cosines = [float(vector(n) @ QUERY) for n in found]
        assert all(a >= b - 0.02 for a, b in pairwise(cosines))
