"""Refusals and answers that are none (R9, R10): never a yes, never a no."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Saying = Callable[..., list[Any]]


@pytest.mark.parametrize(("text", "source", "response", "content"), [
    ("The ministry declined to comment.", "The ministry", "declines", "to comment"),
    ("The ferry company declined to comment on the accident.", "The ferry company", "declines", "on the accident"),
    ("The mayor refused to discuss the report.", "The mayor", "declines", "the report"),
    ("Police declined to say whether the driver was hurt.", "Police", "declines", "whether the driver was hurt"),
    ("The owner declined to say how long the ferry had been at sea.", "The owner", "declines",
     "how long the ferry had been at sea"),
    ("The club refused to disclose what it had paid.", "The club", "declines", "what it had paid"),
    ("The mayor would not comment on the report.", "The mayor", "declines", "on the report"),
    ("The mayor did not comment on the report.", "The mayor", "no-answer", "on the report"),
    ("The mayor did not respond to a request for comment.", "The mayor", "no-answer", "to a request for comment"),
    ("The club has not responded to questions from the Harbour Post.",
     "The club", "no-answer", "to questions from the Harbour Post"),
    ("The owner could not be reached for comment.", "The owner", "no-answer", "for comment"),
    ("The newspaper could not independently verify the video.", "The newspaper", "could-not-verify", "the video"),
    ("The ministry could not confirm the report.", "The ministry", "does-not-confirm", "the report"),
    ("The ministry did not immediately confirm that the dam had failed.",
     "The ministry", "does-not-confirm", "that the dam had failed"),
    ("The ministry neither confirmed nor denied the report.", "The ministry", "does-not-confirm", "the report"),
    ("The captain would neither confirm nor deny the rumour.", "The captain", "does-not-confirm", "the rumour"),
])
def test_r9_refusals(said: Saying, text: str, source: str, response: str, content: str) -> None:
    [found] = said(text)
    assert (found.source, found.act, found.response, found.content) == (source, "refuse", response, content)
    assert found.rule == "R9"


@pytest.mark.parametrize("text", [
    "The patient did not respond to treatment.",
    "The island could not be reached by boat in the storm.",
    "An agreement could not be reached.",
    "The value of the shares declined in the spring.",
    "The runner could not keep up with the leaders.",
])
def test_r9_not_every_failure_is_a_refusal_to_speak(said: Saying, text: str) -> None:
    assert [s for s in said(text) if s.response is not None] == []


def test_r9_to_refuse_a_deed_is_no_answer(said: Saying) -> None:
    [found] = said("The minister refused to resign.")
    assert (found.act, found.response, found.content) == ("refuse", None, "to resign")


@pytest.mark.parametrize(("text", "source", "response", "content"), [
    ("Police did not say how many people were hurt.", "Police", "does-not-say", "how many people were hurt"),
    ("The company did not specify when the ferry would sail.", "The company", "does-not-say", "when the ferry would sail"),
    ("The minister would not say whether taxes would rise.", "The minister", "does-not-say", "whether taxes would rise"),
    ("The company has not disclosed the price of the ferry.", "The company", "does-not-say", "the price of the ferry"),
    ("The mayor did not deny the report.", "The mayor", "does-not-deny", "the report"),
    ("The owner did not deny that the club was for sale.", "The owner", "does-not-deny", "that the club was for sale"),
    ("The coach does not know whether the striker will play.", "The coach", "does-not-know", "whether the striker will play"),
])
def test_r10_negated_cues_hold_a_question(said: Saying, text: str, source: str, response: str, content: str) -> None:
    [found] = said(text)
    assert (found.source, found.act, found.response, found.content, found.rule) == (source, "refuse", response, content, "R10")


@pytest.mark.parametrize("text", [
    "The engineer did not say a word and left.",
    "The rower did not know the way home.",
    "The mayor did not open the bridge.",
])
def test_r10_to_be_silent_is_no_answer(said: Saying, text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize("text", ["The mayor did not deny the report.", "The owner did not deny that the club was for sale."])
def test_r10_not_to_deny_is_no_denial(read: Callable[..., Any], text: str) -> None:
    [statement] = read(text).statements
    assert (statement.polarity, statement.certainty) == ("positive", "unknown")


def test_r10_an_answer_reported_by_the_one_who_gives_it(said: Saying) -> None:
    first, second = said("The owner said he did not know who bought the club.")
    assert (second.source, second.actor, second.response) == ("he", "owner", "does-not-know")
    assert second.attribution.parent == first.attribution.id
