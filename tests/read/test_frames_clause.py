"""Verbs as cues (R1 to R3, R5, R6, R8, R11, R12), on sentences of our own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Saying = Callable[..., list[Any]]


@pytest.mark.parametrize(("text", "source", "cue", "content", "act"), [
    ("The ferry company said the new boat would sail in June.",
     "The ferry company", "said", "the new boat would sail in June", "assert"),
    ("Harbour master Anna Lindqvist said that the northern pier had cracked.",
     "Harbour master Anna Lindqvist", "said", "that the northern pier had cracked", "assert"),
    ("The mayor told reporters the bridge would stay shut until autumn.",
     "The mayor", "told", "the bridge would stay shut until autumn", "assert"),
    ("The union argued that pay had fallen behind prices.", "The union", "argued", "that pay had fallen behind prices", "assert"),
    ("The ferry company admitted that the doors were open.",
     "The ferry company", "admitted", "that the doors were open", "confirm"),
    ("The coast guard warned that the ice was too thin.", "The coast guard", "warned", "that the ice was too thin", "warn"),
    ("The mayor promised to lower the fares.", "The mayor", "promised", "to lower the fares", "promise"),
    ("Asked about the dam, the engineer said it would hold.", "the engineer", "said", "it would hold", "assert"),
])
def test_r1_a_clause_that_depends_on_the_cue(said: Saying, text: str, source: str, cue: str, content: str, act: str) -> None:
    [found] = said(text)
    assert (found.source, found.cue, found.content, found.act) == (source, cue, content, act)
    assert (found.rule, found.response) == ("R1", None)


def test_r1_a_date_after_the_cue_is_when_it_was_said(said: Saying) -> None:
    [found] = said("Finance minister Paulo Reis said on Monday the budget deficit had doubled.")
    assert found.content == "the budget deficit had doubled"
    assert found.attribution.said_on == "2031-05-05"


@pytest.mark.parametrize(("text", "source", "content"), [
    ("The dam, engineer Rosa Quiroga said, was leaking at its foot.",
     "engineer Rosa Quiroga", "The dam … was leaking at its foot"),
    ("The stadium, the club announced, will hold forty thousand fans.",
     "the club", "The stadium … will hold forty thousand fans"),
    ("The northern line, officials added, had carried no trains since March.",
     "officials", "The northern line … had carried no trains since March"),
])
def test_r2_a_cue_set_into_what_is_said(said: Saying, text: str, source: str, content: str) -> None:
    [found] = said(text)
    assert (found.source, found.content, found.act, found.rule) == (source, content, "assert", "R2")


@pytest.mark.parametrize(("text", "source", "cue", "content"), [
    ("Three villages were under water, the regional council reported.",
     "the regional council", "reported", "Three villages were under water"),
    ("The striker will leave in summer, his agent Marco Bellini said on Tuesday.",
     "his agent Marco Bellini", "said", "The striker will leave in summer"),
    ("The vote was fair, observers concluded.", "observers", "concluded", "The vote was fair"),
])
def test_r3_a_cue_after_what_is_said(said: Saying, text: str, source: str, cue: str, content: str) -> None:
    [found] = said(text)
    assert (found.source, found.cue, found.content, found.rule) == (source, cue, content, "R3")


@pytest.mark.parametrize("text", [
    "He says grace before dinner every evening.",
    "The sign said nothing useful about the tides.",
    "The children say their prayers and go to bed.",
    "The old lighthouse, which stood on the cape for a century, fell last week.",
    "The ferry was late, the crew tired and the sea rough.",
    "If he says so, the bridge will close.",
    "Nobody said a word.",
    "The goalkeeper saved the penalty and kicked the ball away.",
])
def test_r1_to_r3_no_cue_where_nobody_tells_anything(said: Saying, text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(("text", "source", "content", "via"), [
    ("The minister was quoted by the Harbour Post as saying that the dam was safe.",
     "The minister", "that the dam was safe", ["Harbour Post"]),
    ("Captain Iris Vale was cited by state radio as saying the ferry had run aground.",
     "Captain Iris Vale", "the ferry had run aground", ["state radio"]),
    ("Mr Oduya was quoted as saying the club would be sold.", "Mr Oduya", "the club would be sold", []),
])
def test_r5_the_one_quoted_is_the_source_and_the_paper_relays(
        said: Saying, read: Callable[..., Any], text: str, source: str, content: str, via: list[str]) -> None:
    [found] = said(text)
    names = {a.id: a.name for a in read(text).actors}
    assert (found.source, found.content, found.rule) == (source, content, "R5")
    assert [names[v] for v in found.attribution.via] == via


def test_r5_a_price_that_is_quoted_is_nobodys_words(said: Saying) -> None:
    assert said("The new line was quoted at a price of ten million crowns.") == []


@pytest.mark.parametrize(("text", "cue", "content", "act"), [
    ("It was reported that the stadium roof had fallen.", "was reported", "that the stadium roof had fallen", "assert"),
    ("It is believed that the ferry carried too many passengers.",
     "is believed", "that the ferry carried too many passengers", "expect"),
    ("The mayor is said to own three houses on the lake.", "is said", "The mayor … to own three houses on the lake", "assert"),
    ("The club is believed to be near bankruptcy.", "is believed", "The club … to be near bankruptcy", "expect"),
])
def test_r6_hearsay_has_no_source(said: Saying, text: str, cue: str, content: str, act: str) -> None:
    [found] = said(text)
    assert (found.source, found.cue, found.content, found.act, found.rule) == (None, cue, content, act, "R6")


@pytest.mark.parametrize("text", [
    "The bridge is expected to open in July.",
    "It was raining when the ferry left the port.",
    "It is a long way from the dam to the sea.",
])
def test_r6_a_plan_and_the_weather_are_no_hearsay(said: Saying, text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(("text", "source", "cue", "content", "act", "response"), [
    ("The minister announced a new tax on ferries.", "The minister", "announced", "a new tax on ferries", "assert", None),
    ("The club confirmed the sale of its goalkeeper.", "The club", "confirmed", "the sale of its goalkeeper", "confirm", None),
    ("The president admitted the mistake.", "The president", "admitted", "the mistake", "confirm", None),
    ("The governor denied the allegations.", "The governor", "denied", "the allegations", "deny", "denies"),
    ("The governor denied taking bribes from builders.",
     "The governor", "denied", "taking bribes from builders", "deny", "denies"),
    ("The union denied having called a strike.", "The union", "denied", "having called a strike", "deny", "denies"),
    ("Otto Wik admitted using the harbour at night.", "Otto Wik", "admitted", "using the harbour at night", "confirm", None),
    ("The driver recalled seeing smoke.", "The driver", "recalled", "seeing smoke", "assert", None),
    ("The mayor rejected the claim that he had closed the bridge.",
     "The mayor", "rejected", "the claim that he had closed the bridge", "deny", "denies"),
    ("The ministry denied reports that the ferry was lost.",
     "The ministry", "denied", "reports that the ferry was lost", "deny", "denies"),
])
def test_r8_what_is_said_is_an_object(
        said: Saying, text: str, source: str, cue: str, content: str, act: str, response: str | None) -> None:
    [found] = said(text)
    assert (found.source, found.cue, found.content, found.act, found.response) == (source, cue, content, act, response)


@pytest.mark.parametrize("text", [
    "The senate rejected the budget bill by two votes.",
    "The owner rejected the offer from the club.",
    "The court dismissed the case as the witness was ill.",
])
def test_r8_to_turn_down_a_bill_or_an_offer_is_no_denial(said: Saying, text: str) -> None:
    assert [(s.act, s.response) for s in said(text)] == [("evaluate", None)]


@pytest.mark.parametrize("text", [
    "The league banned smoking in stadiums.",
    "The mayor called the fire brigade at noon.",
    "The prime minister called an election.",
    "The court upheld a ban on night flights.",
    "The crew left the harbour using a small boat.",
])
def test_r8_an_object_of_a_deed_is_nothing_said(said: Saying, text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize("text", [
    "The club denied the goat entry to the ground.",
    "The captain denied them passage to the island.",
    "The fan was denied entry at the gate.",
    "The clerk was refused bail by the court.",
])
def test_r8_to_keep_somebody_from_something_is_no_denial(said: Saying, text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize("text", [
    "The guard did not recognize the face on the screen.",
    "The mayor did not praise the plan for the ferries.",
    "The plan was not welcomed by the union.",
])
def test_r8_a_judgement_that_is_not_made_is_no_refusal_to_speak(said: Saying, text: str) -> None:
    assert said(text) == []


def test_r3_a_clause_after_a_semicolon_says_nothing_of_the_one_before(said: Saying) -> None:
    assert said("The gunman is shot by the police; he pledges allegiance to a band.") == []
    [found] = said("The gunman is shot by the police, the mayor said.")
    assert (found.source, found.content) == ("the mayor", "The gunman is shot by the police")


def test_r1_a_participle_before_the_teller_is_the_act_of_whom_he_tells_of(said: Saying) -> None:
    own, told = said("The Kalvor Front claimed the blast, saying the bomber had joined it in May, Nordwire reported.")
    assert (own.source, own.content) == ("The Kalvor Front", "the bomber had joined it in May")
    assert (told.source, told.rule) == ("Nordwire", "R3")
    one, more = said("The minister warned that the state would not wait, even saying it was ready to send boats.")
    assert (one.source, more.source) == ("The minister", "The minister")


def test_r8_what_all_do_or_do_not_is_nobodys_word(said: Saying) -> None:
    assert said("The plan for the ferries was not welcomed by all.") == []
    [found] = said("The plan for the ferries was welcomed by the mayor.")
    assert (found.source, found.act) == ("the mayor", "evaluate")


@pytest.mark.parametrize(("text", "source", "content"), [
    ("The opposition accused the mayor of hiding the report.", "The opposition", "the mayor of hiding the report"),
    ("The mayor was accused by the opposition of hiding the report.", "the opposition", "The mayor … of hiding the report"),
    ("Fishermen accused the dam company of poisoning the river.", "Fishermen", "the dam company of poisoning the river"),
    ("Prosecutors blamed the captain for the collision.", "Prosecutors", "the captain for the collision"),
])
def test_r11_an_accusation_is_on_the_accusers_word(said: Saying, text: str, source: str, content: str) -> None:
    [found] = said(text)
    assert (found.source, found.content, found.act, found.rule) == (source, content, "accuse", "R11")


@pytest.mark.parametrize("text", [
    "The jury relieved the clerk of his duties.",
    "The thief was robbed of his own car.",
    "The captain thanked the crew and the pilots.",
])
def test_r11_not_every_of_is_an_accusation(said: Saying, text: str) -> None:
    assert [s for s in said(text) if s.act == "accuse"] == []


@pytest.mark.parametrize(("text", "source", "content", "response"), [
    ("The coach called the referee's decision \"a disgrace for the sport\".",
     "The coach", "the referee's decision \"a disgrace for the sport\"", None),
    ("The mayor called her rival a liar.", "The mayor", "her rival a liar", None),
    ("The minister described the plan as reckless.", "The minister", "the plan as reckless", None),
    ("The mayor described the new ferry as \"a floating palace for the few\".",
     "The mayor", "the new ferry as \"a floating palace for the few\"", None),
    ("The governor dismissed the report as \"pure invention\".", "The governor", "the report as \"pure invention\"", "denies"),
])
def test_r12_what_a_thing_is_called_is_a_judgement(
        said: Saying, text: str, source: str, content: str, response: str | None) -> None:
    [found] = said(text)
    assert (found.source, found.content, found.response, found.rule) == (source, content, response, "R12")
    assert found.act == ("deny" if response else "evaluate")


@pytest.mark.parametrize("text", [
    "The mayor called the fire brigade at noon.",
    "The doctor described the symptoms in detail.",
    "The club labelled the boxes in red.",
])
def test_r12_calling_somebody_is_not_calling_names(said: Saying, text: str) -> None:
    assert [s for s in said(text) if s.rule == "R12"] == []


@pytest.mark.parametrize(("text", "source", "content", "act"), [
    ("Residents know that the dam leaks.", "Residents", "that the dam leaks", "assert"),
    ("The minister expressed regret over the delay.", "The minister", "regret over the delay", "evaluate"),
    ("The two mayors discussed the ferry.", "The two mayors", "the ferry", "evaluate"),
    ("The captain tweeted a picture of the wreck.", "The captain", "a picture of the wreck", "evaluate"),
    ("The union advocated for shorter shifts.", "The union", "shorter shifts", "want"),
])
def test_r8_what_somebody_speaks_of_is_not_claimed(said: Saying, text: str, source: str, content: str, act: str) -> None:
    [found] = said(text)
    assert (found.source, found.content, found.act) == (source, content, act)


@pytest.mark.parametrize("text", ["The council voted to close the pier.", "The ferry carried nine lorries.",
                                  "The storm attacked the dam for three days."])
def test_r8_what_somebody_does_is_no_saying(said: Saying, text: str) -> None:
    assert said(text) == []
