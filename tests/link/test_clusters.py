"""Average linkage: no chains, no forbidden pairs, no chance."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.link.clusters import Linkage, average_link

HALF = 0.5


def half(a: Sequence[int], b: Sequence[int]) -> float:
    return HALF


def test_nothing_and_strangers() -> None:
    assert average_link([], {}, half) == []
    assert average_link([3, 1, 2], {}, half) == [[1], [2], [3]]


def test_near_ones_join_in_the_order_of_their_first() -> None:
    assert average_link([0, 1, 2, 3], {(0, 3): 0.9, (1, 2): 0.8}, half) == [[0, 3], [1, 2]]


def test_one_link_does_not_chain_two_groups() -> None:
    pairs: Linkage = {(0, 1): 0.9, (1, 2): 0.8, (2, 3): 0.9}
    assert average_link(range(4), pairs, half) == [[0, 1], [2, 3]]
    assert average_link(range(4), pairs, lambda a, b: 0.2) == [[0, 1, 2, 3]], (
        "the mean of the four pairs between them is 0.2"
    )


def test_pairs_that_were_not_looked_at_count_as_nothing() -> None:
    assert average_link(range(3), {(0, 1): 0.9, (1, 2): 0.9}, half) == [[0, 1], [2]]
    assert average_link(range(3), {(0, 1): 0.9, (1, 2): 0.9, (0, 2): 0.2}, half) == [[0, 1, 2]]


def test_what_the_bar_forbids_never_meets_even_through_a_third() -> None:
    pairs: Linkage = {(0, 1): 0.99, (1, 2): 0.98, (0, 2): 0.97}

    def apart(a: Sequence[int], b: Sequence[int]) -> float:
        return 2.0 if {0, 2} <= {*a, *b} else HALF

    assert average_link(range(3), pairs, apart) == [[0, 1], [2]]


def test_the_bar_may_ask_more_of_some() -> None:
    pairs: Linkage = {(0, 1): 0.6, (2, 3): 0.6}
    assert average_link(range(4), pairs, lambda a, b: 0.7 if 3 in (*a, *b) else HALF) == [[0, 1], [2], [3]]


def test_a_score_at_the_bar_is_enough() -> None:
    assert average_link(range(2), {(0, 1): HALF}, half) == [[0, 1]]
    assert average_link(range(2), {(0, 1): 0.49}, half) == [[0], [1]]


@pytest.mark.parametrize("seed", range(5))
def test_ties_fall_the_same_way_whatever_the_order(seed: int) -> None:
    pairs = [((0, 1), 0.8), ((1, 2), 0.8), ((2, 3), 0.8), ((0, 3), 0.8)]
    items = list(range(4))
    random.Random(seed).shuffle(pairs)
    random.Random(seed).shuffle(items)
    assert average_link(items, dict(pairs), half) == [[0, 1], [2, 3]]


PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 8), st.integers(0, 8)).filter(lambda p: p[0] < p[1]),
    st.floats(0, 1).map(lambda x: round(x, 2)),
    max_size=25,
)


@given(PAIRS, st.randoms(use_true_random=False))
def test_every_item_is_in_one_group_however_given(pairs: Linkage, chance: random.Random) -> None:
    groups = average_link(range(9), pairs, half)
    assert sorted(k for g in groups for k in g) == list(range(9))
    assert all(g == sorted(g) for g in groups)
    items, mixed = list(range(9)), list(pairs.items())
    chance.shuffle(items)
    chance.shuffle(mixed)
    assert average_link(items, dict(mixed), half) == groups


@given(PAIRS)
def test_two_groups_that_are_left_apart_are_below_the_bar(pairs: Linkage) -> None:
    groups = average_link(range(9), pairs, half)
    for i, g in enumerate(groups):
        for h in groups[:i]:
            mean = sum(pairs.get((min(a, b), max(a, b)), 0.0) for a in g for b in h) / (len(g) * len(h))
            assert mean < HALF + 1e-9
