"""Denials without the word, and denials that say the same."""

from __future__ import annotations

import pytest
from link_factory import Told, view

from sayso.link.denials import as_answer, echoes, is_innocence, together
from sayso.link.views import View


def said(id: str, text: str, by: str = "tolm", **more: object) -> View:
    return view(id, text, Told(by=(by,), **more))  # type: ignore[arg-type]


@pytest.mark.parametrize("text", [
    "Varga asserts his innocence", "she maintains her full innocence of the charges", "he pleaded not guilty", "I am innocent",
])
def test_innocence_asserted_is_a_denial(text: str) -> None:
    assert as_answer(said("a#0", text)).response == "denies"


@pytest.mark.parametrize("text", [
    "three were innocent people", "the age of innocence is over", "he pleaded guilty to theft",
])
def test_innocence_of_others_is_none(text: str) -> None:
    assert not is_innocence(said("a#0", text))


def test_the_outlets_own_voice_asserts_nobodys_innocence() -> None:
    assert as_answer(view("a#0", "Varga asserts his innocence", Told())).response is None


def test_who_says_that_he_did_not_do_it_repeats_his_denial() -> None:
    views = [
        said("a#0", "having sent the letter", response="denies", verb="send"),
        said("b#1", "he is certain that he did not send any letter", verb="be"),
        said("b#2", "he did not read the letter", verb="read"),
        said("c#3", "Tolm did not send it", by="sarvia", verb="send"),
    ]
    assert echoes(views, 0) == [1]


def test_denials_of_one_act_by_one_body_are_one_claim() -> None:
    views = [
        said("a#0", "having sent the letter", response="denies", verb="send"),
        said("b#1", "that it sent a letter", response="denies", verb="send"),
        said("c#2", "that it burnt the letter", response="denies", verb="burn"),
        said("c#3", "that it sent a letter", by="sarvia", response="denies", verb="send"),
    ]
    assert together(views, [0, 1, 2, 3]) == [[0, 1], [2], [3]]


@pytest.mark.parametrize(("text", "core"), [
    ("that a buoy had been out of place when the ferry ran aground", "that a buoy had been out of place"),
    ("whether the gate was locked, before the guests came", "whether the gate was locked"),
    ("when the guests came", "when the guests came"),
])
def test_an_answer_is_about_what_it_answers_not_about_what_it_takes_as_known(text: str, core: str) -> None:
    assert as_answer(said("a#0", text, response="denies")).text == core
    assert as_answer(said("a#0", text)).text == text
