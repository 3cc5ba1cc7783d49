"""The domain types: spans add up, ids stay, values become JSON."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.dossier import GraphEdge, Watch
from sayso.model.encode import encode
from sayso.model.ids import local_id, set_id, text_version
from sayso.model.reading import DateExpression, Noise
from sayso.model.span import Anchor, Range, Span, inside, merge, overlaps, span, subtract

RANGES = st.tuples(st.integers(0, 40), st.integers(0, 12)).map(lambda r: (r[0], r[0] + r[1]))


def covered(ranges: list[Range] | tuple[Range, ...]) -> set[int]:
    return {k for a, b in ranges for k in range(a, b)}


@given(st.lists(RANGES, max_size=8))
def test_merge_covers_the_same_and_leaves_gaps(ranges: list[Range]) -> None:
    out = merge(ranges)
    assert covered(out) == covered(ranges)
    assert all(a < b for a, b in out)
    assert all(x[1] < y[0] for x, y in pairwise(out))
    assert merge(list(out)) == out


@given(RANGES, st.lists(RANGES, max_size=8))
def test_subtract_leaves_what_no_hole_covers(whole: Range, holes: list[Range]) -> None:
    out = subtract(whole, holes)
    assert covered(out) == covered([whole]) - covered(holes)
    assert all(a < b and inside((a, b), whole) for a, b in out)


@given(RANGES, RANGES)
def test_overlap_is_a_shared_character(a: Range, b: Range) -> None:
    assert overlaps(a, b) == overlaps(b, a)
    if a[0] < a[1] and b[0] < b[1]:
        assert overlaps(a, b) == bool(covered([a]) & covered([b]))


@given(RANGES, RANGES)
def test_what_lies_inside_is_covered(a: Range, b: Range) -> None:
    if inside(a, b):
        assert covered([a]) <= covered([b])


@given(st.text(alphabet=" \n\tab𝛼é", max_size=20), st.integers(0, 20), st.integers(0, 20))
def test_a_span_holds_its_words_without_white_space_at_its_edges(text: str, a: int, b: int) -> None:
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    found = span(text, start, end)
    assert text[found.start : found.end] == found.text
    assert found.text == text[start:end].strip()
    assert found.range == (found.start, found.end)
    assert found.start <= found.end


def test_a_span_cannot_be_changed_and_its_kinds_are_not_equal() -> None:
    with pytest.raises(FrozenInstanceError):
        Span(0, 1, "a").start = 2  # type: ignore[misc]
    assert Span(0, 1, "a") == Span(0, 1, "a")
    assert Noise(0, 1, "a", "caption") != Span(0, 1, "a")


def test_a_texts_version_is_its_sha_256() -> None:
    assert text_version("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert text_version("Kalvór") != text_version("Kalvor")
    assert text_version("a\n") != text_version("a")


def test_the_id_of_a_set_does_not_know_its_order() -> None:
    assert set_id("claim", ["a", "b", "c"]) == set_id("claim", ["c", "a", "b"])
    assert set_id("claim", ["a", "b"]) != set_id("claim", ["a", "c"])
    assert set_id("claim", ["a", "b"]) != set_id("claim", ["ab"])
    assert set_id("claim", ["a"]) != set_id("story", ["a"])
    assert set_id("claim", ["x"]).startswith("claim-")
    assert len(set_id("claim", ["x"])) == len("claim-") + 10


def test_a_local_id_begins_with_its_article() -> None:
    assert local_id("folder/one", "s", 12) == "folder/one#s12"


def test_encode_takes_trailing_underscores_off() -> None:
    edge = GraphEdge("a", "b", "states", ("s1", "s2"))
    assert json.loads(json.dumps(encode(edge))) == {
        "from": "a",
        "to": "b",
        "kind": "states",
        "statements": ["s1", "s2"],
    }
    assert encode(DateExpression(0, 4, "2024", "DATE", "2024", "explicit"))["from"] == "explicit"
    watch = Watch("conditional", None, None, Anchor(0, 2, "if", "a"), None, "t", (), "open", ())
    assert encode(watch)["if"] == {"start": 0, "end": 2, "text": "if", "article": "a"}
    assert encode(watch)["then"] is None


def test_encode_writes_whole_figures_as_people_read_them() -> None:
    assert encode([10000.0, 0.5, -3.0, True, None, "x", 7]) == [10000, 0.5, -3, True, None, "x", 7]
    assert [type(x) for x in encode([10000.0, 0.5, True])] == [int, float, bool]
    assert isinstance(encode(1e20), float)
    assert encode({1: (2.0, {"a": ()})}) == {"1": [2, {"a": []}]}
