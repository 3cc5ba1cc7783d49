"""Whose words a quotation is (R16)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Saying = Callable[..., list[Any]]


@pytest.mark.parametrize(("text", "source", "cue", "content"), [
    ("“The river is rising faster than anyone thought,” engineer Rosa Quiroga said.",
     "engineer Rosa Quiroga", "said", "“The river is rising faster than anyone thought,”"),
    ("Mayor Ilse Brandt said: \"Nobody has paid for the ferry yet.\"",
     "Mayor Ilse Brandt", "said", "\"Nobody has paid for the ferry yet.\""),
    ("The mayor wrote: \"The lake is dead.\"", "The mayor", "wrote", "\"The lake is dead.\""),
    ("Coach Lena Aho was blunt: \"This team does not run.\"", "Coach Lena Aho", ":", "\"This team does not run.\""),
    ("Mika Roth: \"I will never play for this club again.\"", "Mika Roth", ":", "\"I will never play for this club again.\""),
    ("The mayor's answer was short: \"We have no money for a bridge.\"",
     "The mayor's", ":", "\"We have no money for a bridge.\""),
    ("“It will hold,” the engineer said. “It has always held.”",
     "the engineer", "said", "“It will hold,” … “It has always held.”"),
    ("Port director Kari Holm praised no one. “Without luck the ferry would have sunk,” she said. “They stayed until the end.”",
     "she", "said", "“Without luck the ferry would have sunk,” … “They stayed until the end.”"),
])
def test_direct_speech_belongs_to_the_cue_beside_it(said: Saying, text: str, source: str, cue: str, content: str) -> None:
    found = [s for s in said(text) if s.type == "direct"]
    assert [(s.source, s.cue, s.content) for s in found] == [(source, cue, content)]


def test_words_taken_into_a_sentence_make_it_mixed_and_stay_verbatim(said: Saying) -> None:
    text = "The engineer said the dam was \"a danger to everyone downstream\" and should be emptied."
    [found] = said(text)
    assert (found.type, found.content) == ("mixed", text[len("The engineer said "):-1])
    assert [text[s:e] for s, e in found.attribution.verbatim] == ["a danger to everyone downstream"]


def test_a_quotation_right_after_somebody_spoke_is_his(said: Saying) -> None:
    [found] = said("Rosa Quiroga said the dam was safe. “We tested every gate last week.”")
    assert (found.source, found.type) == ("Rosa Quiroga", "mixed")
    assert found.content == "the dam was safe … “We tested every gate last week.”"


def test_he_added_carries_on(said: Saying) -> None:
    first, second = said("\"We won because we ran more,\" the coach said.\n\n"
                         "\"And nobody complained about the rain,\" he added.")
    assert (first.actor, second.actor) == ("coach", "coach")


@pytest.mark.parametrize(("text", "source"), [
    ("Harbour master Anna Lindqvist said “the pier is old and the wind was strong.\n\n“Nobody wanted to pay for a new one.”",
     "Harbour master Anna Lindqvist"),
    ("“The pier is old and the wind was strong.\n\n“Nobody wanted to pay for a new one,” harbour master Anna Lindqvist said.",
     "harbour master Anna Lindqvist"),
    ("\"The pier is old and the wind was strong.\n\n\"Nobody wanted to pay for a new one,\" harbour master Anna Lindqvist said.",
     "harbour master Anna Lindqvist"),
])
def test_an_open_quotation_goes_on_in_the_next_paragraph(said: Saying, text: str, source: str) -> None:
    [found] = said(text)
    assert (found.source, found.type) == (source, "direct")
    assert "pier is old" in found.content
    assert "Nobody wanted" in found.content


def test_a_speaker_named_at_the_end_takes_the_paragraphs_before_not_the_last_one_who_spoke(said: Saying) -> None:
    first, second = said("Otto Wik said the sea was rough.\n\n“The pier is old and the wind was strong.\n\n"
                         "“Nobody wanted to pay for a new one,” harbour master Anna Lindqvist said.")
    assert (first.source, first.content) == ("Otto Wik", "the sea was rough")
    assert (second.actor, second.content.count("“")) == ("Anna Lindqvist", 2)


@pytest.mark.parametrize("text", [
    "The so-called \"ghost ferry\" left the port at noon.",
    "The \"rescue plan\" of the club failed.",
    "The striker's \"injury\" kept him out for a year.",
    "The film \"A Night on the Ferry\" was shown in Bergen.",
    "He read \"The Old Man and the Sea\" on the ferry.",
    "The sign on the door was clear: \"No dogs after ten at night.\"",
])
def test_scare_quotes_titles_and_signs_are_nobodys_speech(said: Saying, text: str) -> None:
    assert said(text) == []


def test_scare_quotes_inside_a_report_do_not_change_whose_it_is(said: Saying) -> None:
    [found] = said("The mayor said the \"new\" bridge was built in a hurry.")
    assert (found.source, found.content) == ("The mayor", "the \"new\" bridge was built in a hurry")


def test_a_quotation_after_somebody_elses_sentence_is_not_the_first_speakers(said: Saying) -> None:
    [found] = said("Rosa Quiroga said the dam was safe. Otto Wik disagreed. “Nobody has tested the gates.”")
    assert found.content == "the dam was safe"


@pytest.mark.parametrize(("text", "source", "cue"), [
    ("They told us why.\n\n“The pier was a ruin and nobody cared at all.” ― Veronica Cruz", "Veronica Cruz", "―"),
    ("They told us why.\n\n“The pier was a ruin and nobody cared at all.” — Otto Wik, baker", "Otto Wik, baker", "—"),
    ("They told us why.\n\n\"The most unqualified man to run this port.\" -- Anna Lund, 34, of Oslo", "Anna Lund, 34, of Oslo", "--"),
])
def test_a_quotation_may_be_signed(said: Saying, text: str, source: str, cue: str) -> None:
    assert [(s.source, s.cue) for s in said(text) if s.type == "direct"] == [(source, cue)]


@pytest.mark.parametrize("text", [
    "“The pier was a ruin and nobody cared at all.” — Otto Wik left the room.",
    "“The pier was a ruin and nobody cared at all.” — no more than that",
    "The motto was on the wall: “Nobody sails for ever on this sea.” It is old – Oslo knows it.",
])
def test_a_dash_before_something_else_is_no_signature(said: Saying, text: str) -> None:
    assert not [s for s in said(text) if s.cue in ("—", "–")]
