"""Quotation marks, paired on characters alone."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.paragraphs import paragraphs
from sayso.read.quotes import Quotation, QuotationIndex, find_quotations, is_title


def quotations(text: str) -> list[Quotation]:
    return find_quotations(text, paragraphs(text))


@pytest.mark.parametrize(("text", "inside"), [
    ("“The pier is old,” she said.", ["“The pier is old,”"]),
    ("\"The pier is old,\" she said. \"And weak.\"", ["\"The pier is old,\"", "\"And weak.\""]),
    ("«Мост закрыт», сказал он.", ["«Мост закрыт»"]),
    ("„Die Brücke ist zu“, sagte sie.", ["„Die Brücke ist zu“"]),
    ("“He called it \"safe\" twice,” she said.", ["“He called it \"safe\" twice,”"]),
    ("“I live in what he calls “hell” now,” she said. “Or near it.”",
     ["“I live in what he calls “hell” now,”", "“Or near it.”"]),
    ("“The pier is old, he said. “It is “weak”,” she said.", ["“The pier is old, he said. “It is “weak”"]),
    ("“The pier is old,\" she said.", ["“The pier is old,\""]),
    ("“The pier is old\", she said, “and weak”.", ["“The pier is old\"", "“and weak”"]),
    ("The club’s pitch and the players’ shoes were wet.", []),
    ("The goalkeeper's gloves and the '90s shirt.", []),
    ("A 55\" screen stood in the hall.", []),
    ("He is 6'2\" tall.", []),
    ("No marks at all.", []),
])
def test_pairs(text: str, inside: list[str]) -> None:
    assert [text[q.start:q.end] for q in quotations(text)] == inside


def test_a_mark_left_open_ends_with_its_paragraph() -> None:
    text = "She said “the pier is old.\n\nThe wind was strong."
    [q] = quotations(text)
    assert (text[q.start:q.end], q.closed, q.carried) == ("“the pier is old.", False, False)


def test_a_mark_left_open_goes_on_where_the_next_paragraph_opens_with_one() -> None:
    text = "She said “the pier is old.\n\n“The wind was strong.”"
    first, second = quotations(text)
    assert (first.closed, second.closed, second.carried) == (False, True, True)


def test_a_closed_quotation_does_not_go_on() -> None:
    assert [q.carried for q in quotations("“The pier is old.”\n\n“The wind was strong.”")] == [False, False]


def test_words_are_counted() -> None:
    assert [q.words for q in quotations("The \"rescue plan\" was \"a danger to everyone\".")] == [2, 4]


@pytest.mark.parametrize(("text", "title"), [
    ("\"The Old Man and the Sea\"", True),
    ("“A Night on the Ferry”", True),
    ("\"The dam is safe\"", False),
    ("\"Anna Lindqvist is late.\"", False),
    ("\"Never\"", False),
    ("\"Nobody Told Us", False),
])
def test_titles_of_works(text: str, title: bool) -> None:
    [q] = quotations(text)
    assert is_title(text, q) is title


def test_the_index_finds_the_quotation_around_an_offset() -> None:
    text = "A “bc” d “ef” g"
    index = QuotationIndex(quotations(text))
    assert [text[q.start:q.end] if (q := index.at(k)) else None for k in (0, 2, 5, 6, 9, 14)] == [
        None, "“bc”", "“bc”", None, "“ef”", None]
    assert len(index.within(0, len(text))) == 2
    assert [text[q.start:q.end] for q in index.within(6, 10)] == ["“ef”"]


@given(st.text(st.sampled_from("ab 1.,\n“”\"«»„'’‟"), max_size=80))
def test_whatever_the_marks_quotations_stay_apart_and_inside_their_paragraph(text: str) -> None:
    ranges = paragraphs(text)
    found = find_quotations(text, ranges)
    for q in found:
        start, end = ranges[q.paragraph]
        assert start <= q.start < q.end <= end
    assert all(a.end <= b.start for a, b in pairwise(found))
