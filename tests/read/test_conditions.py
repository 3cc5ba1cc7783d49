"""Certainty, polarity, conditions and plans of single propositions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Reader = Callable[..., Any]


@pytest.mark.parametrize(("text", "sign"), [
    ("The ferry had lifeboats.", "positive"),
    ("The ferry had no lifeboats.", "negative"),
    ("The ferry did not sail.", "negative"),
    ("The captain never slept.", "negative"),
    ("Nobody was hurt.", "negative"),
    ("The captain failed to stop.", "negative"),
    ("The captain did not fail to stop.", "positive"),
    ("The club paid nothing.", "negative"),
    ("An agreement could not be reached.", "negative"),
    ("The north pier is closed.", "positive"),
])
def test_polarity(read: Reader, text: str, sign: str) -> None:
    assert [s.polarity for s in read(text).statements] == [sign]


@pytest.mark.parametrize(("text", "grade", "hedges"), [
    ("The ferry hit a rock.", "certain", []),
    ("The mayor may resign.", "possible", ["may"]),
    ("The dam could break.", "possible", ["could"]),
    ("Perhaps the dam will break.", "possible", ["Perhaps"]),
    ("The ferry probably hit a rock.", "probable", ["probably"]),
    ("The ferry apparently hit a rock.", "probable", ["apparently"]),
    ("The ferry reportedly hit a rock.", "unknown", ["reportedly"]),
    ("The owner allegedly sold the club twice.", "unknown", ["allegedly"]),
    ("Was the dam full?", "unknown", []),
    ("The swimmers could not reach the shore.", "certain", []),
    ("The match is in May.", "certain", []),
])
def test_certainty_and_the_words_it_rests_on(read: Reader, text: str, grade: str, hedges: list[str]) -> None:
    [statement] = read(text).statements
    assert (statement.certainty, [h.text for h in statement.hedges]) == (grade, hedges)


def test_a_hedge_has_the_scope_of_its_own_verb(read: Reader) -> None:
    first, second = read("The striker could not train and may not play on Sunday.").statements
    assert (first.certainty, second.certainty) == ("certain", "possible")


@pytest.mark.parametrize(("text", "condition"), [
    ("If the rain stops, the match will be played on Saturday.", "If the rain stops"),
    ("The strike will begin on Monday unless the owners raise pay.", "unless the owners raise pay"),
    ("The minister said the bridge would open on 1 July if the money came.", "if the money came"),
    ("Should the dam fail, three towns would be flooded.", "Should the dam fail"),
    ("Were the dam to fail, three towns would be flooded.", "Were the dam to fail"),
    ("Had the captain slept, the ferry would have sunk.", "Had the captain slept"),
    ("In the event of a storm, the ferry will stay in port.", "In the event of a storm"),
])
def test_a_condition_is_kept_and_what_depends_on_it_is_not_certain(read: Reader, text: str, condition: str) -> None:
    [statement] = read(text).statements
    assert statement.condition.text == condition
    assert statement.certainty != "certain"


@pytest.mark.parametrize("text", [
    "The plan depends on the weather.",
    "The rooms had windows.",
    "Were the players tired?",
    "The mayor asked if the bridge was open.",
    "The ferry sailed when the fog lifted.",
])
def test_no_condition(read: Reader, text: str) -> None:
    assert [s.condition for s in read(text).statements] == [None]


@pytest.mark.parametrize(("text", "day"), [
    ("The ferry is due to sail on 3 June.", "2031-06-03"),
    ("The bridge is expected to open in July.", "2031-07"),
    ("The vote will be held on Sunday.", "2031-05-11"),
    ("The union said the strike will begin on Monday.", "2031-05-12"),
])
def test_plans_with_a_date(read: Reader, text: str, day: str) -> None:
    [statement] = read(text).statements
    assert (statement.scheduled, statement.date.value) == (True, day)


@pytest.mark.parametrize("text", [
    "The ferry sailed on 3 May.",
    "The vote will not be held on Sunday.",
    "The owner will sell the club.",
    "The vote was to be held on 4 May.",
])
def test_what_is_past_denied_or_without_a_date_is_no_plan(read: Reader, text: str) -> None:
    assert [s.scheduled for s in read(text).statements] == [False]
