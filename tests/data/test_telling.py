"""Which words can be read without the sentence before them."""

from __future__ import annotations

import pytest

from sayso.data.telling import alike, hangs, is_condition, stands_alone


@pytest.mark.parametrize("text", [
    "The dam at Orvik burst shortly after noon", "If the rain goes on, the valley will be cleared",
    "“We warned the council twice”", "As many as forty houses were lost", "Thousands of people left the valley",
    "There were nine people in the boat"])
def test_a_whole_clause_stands_alone(text: str) -> None:
    assert stands_alone(text)


@pytest.mark.parametrize("text", [
    "He is being treated for burns", "We warned the council twice", "To step down on Friday over the dam",
    "Was found by two walkers near Orvik", "When the wall of the dam gave way", "If so, the valley will be cleared",
    "Many of them were asleep when it came", "4/12 A walker looks at the dam", "(Orvik, March 3, 2024)",
    "The road to Orvik is shut Anna Lind 4/12 A walker looks at the dam", "It's a first step only",
    "When the wall gave way in Orvik, following the rain of May", "“They were told nothing at all”", "The dam broke",
    "The law of 1994 on dams, which binds every owner", "The wall fell, leading many to believe",
    "A day after the dam at Orvik burst", "The council released a film that was said to show the"])
def test_what_points_elsewhere_or_is_cut_off_does_not(text: str) -> None:
    assert not stands_alone(text)


def test_a_text_that_breaks_off_hangs() -> None:
    assert hangs("All that the mayor could think about was")
    assert hangs("")
    assert not hangs("The valley will be cleared")


def test_a_condition_is_no_question_and_no_purpose() -> None:
    assert is_condition("if the rain goes on")
    assert is_condition("“Unless the wall holds”")
    assert not is_condition("whether the wall held")
    assert not is_condition("so that the valley is safe")


def test_two_tellings_of_one_thing_are_alike() -> None:
    assert alike("The dam at Orvik burst at noon", "At noon the Orvik dam burst")
    assert not alike("The dam at Orvik burst at noon", "The mayor of Orvik resigned on Friday")
    assert not alike("Nine people were hurt at Orvik", "11 people were hurt at Orvik")
    assert not alike("", "The mayor of Orvik resigned on Friday")
