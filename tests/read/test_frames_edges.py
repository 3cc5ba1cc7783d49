"""Where what is said begins and ends: quotations in pieces, verbs that go on with what is said, verbs that do not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Saying = Callable[..., list[Any]]


@pytest.mark.parametrize(("text", "parts"), [
    ("“The pier is old,” harbour master Anna Lindqvist, who has run the port since the flood of 2019, told the council on "
     "Tuesday. “Nobody has paid for it yet.”", ["“The pier is old,”", "“Nobody has paid for it yet.”"]),
    ("''It was only waiting for a storm,'' the engineer said. ''The storm came in March.''",
     ["''It was only waiting for a storm,''", "''The storm came in March.''"]),
    ("“The sooner the ferry sails,” the captain said, “the better it is going to be for the island.”",
     ["“The sooner the ferry sails,”", "“the better it is going to be for the island.”"]),
])
def test_a_quotation_in_pieces_around_its_cue_is_one(said: Saying, text: str, parts: list[str]) -> None:
    [found] = said(text)
    assert (found.content, found.type) == (" … ".join(parts), "direct")


def test_a_quotation_after_a_sentence_of_the_outlets_own_is_no_piece_of_the_one_before(said: Saying) -> None:
    first, *_ = said("“The pier is old,” the harbour master said. The council met on Monday. “Nobody has paid for it yet.”")
    assert first.content == "“The pier is old,”"


@pytest.mark.parametrize(("text", "content"), [
    ("The two towns agreed to share a ferry and rely on one another for fuel.", "to share a ferry and rely on one another for fuel"),
    ("The mayor wants to double the size of the fleet, widen the quay and create a new night service.",
     "to double the size of the fleet, widen the quay and create a new night service"),
    ("The minister promised to close the mine and pay for the houses.", "to close the mine and pay for the houses"),
])
def test_a_bare_verb_goes_on_with_what_is_promised(said: Saying, text: str, content: str) -> None:
    assert said(text)[0].content == content


@pytest.mark.parametrize(("text", "content"), [
    ("The coach said she admires the young keeper and praised his patience.", "she admires the young keeper"),
    ("The mayor said he would order a review of the dams and warned against panic.", "he would order a review of the dams"),
    ("The captain said the boat hit the pier and sank within minutes.", "the boat hit the pier and sank within minutes"),
])
def test_a_past_tense_beside_another_tense_is_the_speakers_own_next_act(said: Saying, text: str, content: str) -> None:
    assert said(text)[0].content == content


@pytest.mark.parametrize(("text", "content"), [
    ("The union called on the mayor to resign.", "the mayor to resign"),
    ("Residents are calling on the ferry company to lower its fares.", "the ferry company to lower its fares"),
    ("The union called for a strike in May.", "a strike in May"),
])
def test_whom_something_is_asked_of_comes_with_what_he_should_do(said: Saying, text: str, content: str) -> None:
    assert said(text)[0].content == content


@pytest.mark.parametrize("text", [
    "“Why now?” reporter Ida Lund asked him.",
    "“Not yet,” harbour master Anna Lindqvist said.",
    "“Work or starve,” Lund writes.",
])
def test_a_few_words_are_speech_where_somebody_is_said_to_say_them(said: Saying, text: str) -> None:
    assert [s.content for s in said(text)] == [text[:text.index("”") + 1]]


def test_a_few_words_with_nobody_who_says_them_are_no_speech(said: Saying) -> None:
    assert said("The “ghost ferry” left at noon.") == []
