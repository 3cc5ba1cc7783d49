"""Whom sources stand for (R17, R18), and how attributions are laid out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sayso.model.reading import Reading

Saying = Callable[..., list[Any]]


@pytest.mark.parametrize(("text", "pronoun", "actor"), [
    ("Mayor Ilse Brandt opened the bridge. She said it would carry trams.", "She", "Ilse Brandt"),
    ("Otto Wik said the harvest was lost. “We sold the cows,” he said.", "he", "Otto Wik"),
    ("The club hired Lena Aho in May. \"I am happy to be here,\" she said.", "she", "Lena Aho"),
    ("The port authority said the port was closed. It said the ferries would return on Monday.", "It", "port authority"),
    ("The players said the pitch was frozen. They said the game should be moved.", "They", "players"),
])
def test_r17_a_pronoun_is_the_last_who_spoke_and_agrees(said: Saying, text: str, pronoun: str, actor: str) -> None:
    last = said(text)[-1]
    assert (last.source, last.actor) == (pronoun, actor)


@pytest.mark.parametrize("text", [
    "The fog lifted at noon. He said the crossing had been calm.",
    "The ferry was late again. They said the engine had failed.",
    "Snow fell on the pass. She said the road was open.",
])
def test_r17_a_pronoun_for_nobody_known_stays_a_pronoun(said: Saying, read: Callable[..., Any], text: str) -> None:
    [found] = said(text)
    assert found.actor is None
    assert [o.kind for o in read(text).statements[-1].origins] == ["unattributed"]


@pytest.mark.parametrize("text", [
    "Mayor Ilse Brandt said that Peter Wik had left the party.",
    "Anna Lindqvist told Otto Wik the port was closed.",
])
def test_r17_a_name_is_not_looked_for_where_one_is_given(said: Saying, text: str) -> None:
    first = said(text)[0]
    assert first.actor in ("Ilse Brandt", "Anna Lindqvist")


def test_r17_it_inside_a_frame_is_that_frames_own_source(said: Saying) -> None:
    first, second = said("The port authority said it had warned that the pier was weak.")
    assert (second.source, second.actor, second.attribution.parent) == ("it", "port authority", first.attribution.id)


def test_r17_we_in_direct_speech_opens_no_frame_of_its_own(said: Saying) -> None:
    [found] = said("\"We said the pier was weak and nobody listened,\" harbour master Anna Lindqvist said.")
    assert found.actor == "Anna Lindqvist"


@pytest.mark.parametrize(("text", "actor"), [
    ("Oslo said the ferry link would be restored.", "Norway"),
    ("Berlin said it would send two rescue ships.", "Germany"),
    ("The White House said the talks had failed.", "White House"),
])
def test_r18_a_capital_that_speaks_is_its_government(said: Saying, text: str, actor: str) -> None:
    [found] = said(text)
    assert found.actor == actor


def test_r18_a_capital_that_speaks_is_on_no_map(read: Callable[..., Any]) -> None:
    assert [p.role for p in read("Oslo said the ferry link would be restored.").places] == ["actor"]


@pytest.mark.parametrize("text", [
    "The ferry reached Oslo at noon.",
    "Seoul is a large city with many bridges.",
    "The ferry line links Tokyo and Osaka.",
])
def test_r18_a_city_where_something_happens_says_nothing(said: Saying, read: Callable[..., Any], text: str) -> None:
    assert said(text) == []
    assert {p.role for p in read(text).places} == {"location"}


@pytest.mark.parametrize(("text", "number", "nationality", "body"), [
    ("Two harbour officials said the pilot had been drinking.", 2, None, None),
    ("Norwegian officials said the ferry had no licence.", None, "NO", None),
    ("A source familiar with the talks said the club had a buyer.", 1, None, None),
    ("Officials in Oslo said the dam was full.", None, None, "Oslo"),
])
def test_r18_what_is_known_of_an_unnamed_source_is_kept(
        said: Saying, text: str, number: int | None, nationality: str | None, body: str | None) -> None:
    [found] = said(text)
    anonymous = found.attribution.source.anonymous
    assert (anonymous.number, anonymous.nationality, anonymous.body) == (number, nationality, body)


def test_r18_the_reason_for_no_name_is_kept(said: Saying) -> None:
    [found] = said("One official, who spoke on condition of anonymity because he was not authorised to speak, "
                   "said the dam was weak.")
    assert found.attribution.source.anonymous.reason == (
        "who spoke on condition of anonymity because he was not authorised to speak")


def test_r18_two_named_officials_are_not_anonymous(said: Saying) -> None:
    [found] = said("Harbour official Anna Lindqvist said the pilot had been drinking.")
    assert (found.actor, found.attribution.source.anonymous) == ("Anna Lindqvist", None)


@pytest.mark.parametrize(("text", "origins"), [
    ("According to the ministry and the union, the strike ended on Sunday.", ["ministry", "union"]),
    ("Tokyo and Seoul said that the ferry line would reopen.", ["Japan", "South Korea"]),
    ("Anna Lindqvist and Otto Wik said the pier was safe.", ["Anna Lindqvist", "Otto Wik"]),
])
def test_two_sources_of_one_attribution_are_two_origins_of_one_statement(
        read: Callable[..., Any], text: str, origins: list[str]) -> None:
    [statement] = read(text).statements
    assert [o.name for o in statement.origins] == origins


@pytest.mark.parametrize(("text", "kind"), [
    ("The mayor said the bridge was closed.", "indirect"),
    ("\"The bridge is closed for the whole winter,\" the mayor said.", "direct"),
    ("The mayor said the bridge was \"closed for the whole winter\".", "mixed"),
])
def test_types(said: Saying, text: str, kind: str) -> None:
    assert [s.type for s in said(text)] == [kind]


def test_ids_count_through_the_text(said: Saying) -> None:
    found = said("The mayor said the bridge was closed. The union said pay was low. The club said the pitch was wet.")
    assert [s.attribution.id for s in found] == ["a#a1", "a#a2", "a#a3"]


def test_it_is_the_body_that_spoke_last_even_by_a_name_like_a_persons(read: Callable[..., Reading]) -> None:
    reading = read("Police said the road was shut. Norda Linje, the company that runs the ferry, said the engine had failed. "
                   "It declined to comment on the crew.")
    answers = [a for a in reading.attributions if a.response == "declines"]
    names = {a.id: a.name for a in reading.actors}
    assert [names[a.source.actor] for a in answers if a.source and a.source.actor] == ["Norda Linje"]


@pytest.mark.parametrize(("text", "source"), [
    ("Otto Wik, speaking at a rally in Split, said the dam would hold.", "Otto Wik"),
    ("A petition calling on the mayor to resign was handed in.", "A petition"),
    ("Otto Wik, a retired engineer, said the dam would hold.", "Otto Wik, a retired engineer,"),
    ("The two owners made a habit of saying that the ferry was safe.", "The two owners"),
])
def test_r19_what_the_source_is_doing_is_no_part_of_its_name(said: Callable[..., list[Any]], text: str, source: str) -> None:
    assert said(text)[0].source.rstrip(",") == source.rstrip(",")


@pytest.mark.parametrize(("text", "actors"), [
    ("The port authority issued a statement saying the pier was safe. The statement said nobody was hurt.",
     ["port authority", "port authority"]),
    ("Otto Wik said in a statement that the dam would hold. “It is new,” the statement said.", ["Otto Wik", "Otto Wik"]),
    ("The minister had a letter. The statement said nobody was hurt.", [None]),
])
def test_r15_the_statement_is_whose_the_last_one_was(said: Saying, text: str, actors: list[str | None]) -> None:
    assert [s.actor for s in said(text)] == actors


@pytest.mark.parametrize(("text", "actors"), [
    ("Rep. Otto Wik said the dam would hold. The congressman declined to say when.", ["Otto Wik", "Otto Wik"]),
    ("Sen. Ilse Brandt said the dam would hold. The lawmaker said it was new.", ["Ilse Brandt", "Ilse Brandt"]),
    ("Judge Ilse Brandt said the dam would hold. The congressman said it was new.", ["Ilse Brandt", "congressman"]),
])
def test_a_word_for_the_office_takes_up_its_short_title(said: Saying, text: str, actors: list[str]) -> None:
    assert [s.actor for s in said(text)] == actors


def test_he_is_no_paper(said: Saying) -> None:
    text = "The owner's lawyer said the ferry was safe. Politico was first to report it. “It is new,” he said."
    assert [s.actor for s in said(text)][-1] != "Politico"


@pytest.mark.parametrize(("text", "source"), [
    ("The truck hit the crowd, reported Nordwire.", "Nordwire"),
    ("The coast guard searched the bay for days, reported local media.", "local media"),
    ("“The dam held through the night,” confirmed the chief engineer.", "the chief engineer"),
])
def test_r3_the_teller_may_stand_last(said: Saying, text: str, source: str) -> None:
    assert [s.source for s in said(text)] == [source]


@pytest.mark.parametrize("text", [
    "The consulate was attacked by gunmen last year.",
    "The coast guard found the wreck, searched it and reported the captain.",
])
def test_who_strikes_or_is_reported_says_nothing(said: Saying, text: str) -> None:
    assert [s for s in said(text) if s.rule in ("R3", "R12") or s.source == "gunmen"] == []


def test_r10_what_is_not_known_is_nobodys_not_knowing(said: Saying) -> None:
    [found] = said("It was not known how many ferries had sunk.")
    assert (found.source, found.response) == (None, "does-not-know")


@pytest.mark.parametrize(("text", "told"), [
    ("The mayor said 14 people were hurt in the leak; the health service put the number at 30.",
     [("mayor", "14 people were hurt in the leak"), ("health service", "the number at 30")]),
    ("Police put the death toll at 12, while the opposition put it at 40.",
     [("police", "the death toll at 12"), ("opposition", "it at 40")]),
    ("The minister said the dam was safe; engineers warned it was not.",
     [("minister", "the dam was safe"), ("engineers", "it was not")]),
    ("The mayor said the dam held; it had been checked in May.",
     [("mayor", "the dam held"), ("mayor", "it had been checked in May")]),
    ("Thirty people were treated after a leak at a chemical plant in Lindhaven, the health service said on Tuesday, more than "
     "twice as many as first reported.",
     [("health service", "Thirty people were treated after a leak at a chemical plant in Lindhaven"),
      ("health service", "more than twice as many as first reported")])])
def test_whoever_speaks_after_a_semicolon_or_puts_a_figure_speaks_for_himself(
        read: Callable[..., Reading], text: str, told: list[tuple[str, str]]) -> None:
    found = [(s.origins[0].name, s.text) for s in read(text).statements]
    assert found == told


def test_a_mark_alone_is_nothing_told(read: Callable[..., Reading]) -> None:
    found = read("Workers warned the company twice about a valve, according to Tomas Vela, head of the union, and an internal e-mail.")
    assert all(any(c.isalnum() for c in s.text) for s in found.statements)


@pytest.mark.parametrize(("text", "told"), [
    ("Russia says the depot held ammunition.", [("Russia", "the depot held ammunition")]),
    ("The toll has risen to five, the hospital in Karsk said on Tuesday, after two of the wounded died overnight.",
     [("hospital", "The toll has risen to five"), ("hospital", "after two of the wounded died overnight")]),
    ("Mayor Ivo Lanz put the toll at three. Burin said the depot held arms, but he declined to say how he knew.",
     [("Ivo Lanz", "the toll at three"), ("Burin", "the depot held arms"), ("Burin", "how he knew")])])
def test_what_the_parser_takes_apart_stays_with_whoever_says_it(
        read: Callable[..., Reading], text: str, told: list[tuple[str, str]]) -> None:
    assert [(s.origins[0].name, s.text) for s in read(text).statements] == told


def test_it_is_the_body_that_acted_in_the_sentence_before(said: Saying) -> None:
    text = "The harbour was closed. Norchem has apologised to the families. It did not comment on the fine."
    assert [a.actor for a in said(text)] == ["Norchem"]


def test_it_is_whoever_spoke_where_somebody_did(said: Saying) -> None:
    text = "Norchem has apologised, the ministry said. It did not comment on the fine."
    assert [a.actor for a in said(text)][-1] == "ministry"


def test_what_a_clause_on_a_noun_says_is_on_the_word_it_names(read: Callable[..., Reading]) -> None:
    reading = read("The ferry, which was carrying 214 people according to its operator Nordlinje, listed within minutes.")
    carried = next(s for s in reading.statements if "214" in s.text)
    assert [a.id for a in reading.attributions] == list(carried.attributions)


def test_reports_that_are_not_commented_on_are_left_open_whole(read: Callable[..., Reading]) -> None:
    reading = read("Nordlinje did not comment on reports that the captain had been drinking.")
    assert [a.response for a in reading.attributions] == ["no-answer"]
    assert [s.text for s in reading.statements] == ["on reports that the captain had been drinking"]


def test_claims_put_to_somebody_can_go_unanswered(read: Callable[..., Reading]) -> None:
    reading = read("The mayor did not respond to the allegations.")
    assert [a.response for a in reading.attributions] == ["no-answer"]
