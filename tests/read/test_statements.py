"""Statements: what each sentence says, and on whose word."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Reader = Callable[..., Any]

REPORT = """The ferry Alba ran aground off Cape Holm on Sunday, the coast guard said.

Two people were hurt, according to the hospital in Oslo. The company declined to comment.

“We heard a crack and then the lights went out,” said passenger Otto Wik. “Nobody knew what to do.”

The minister denied that inspections had been cut. The union accused the owners of hiding a report.

If the wind drops, the ferry will be towed on Friday. The captain could not be reached."""


def told(reading: Any) -> list[tuple[str, list[str]]]:
    text = reading.article.text
    return [(" … ".join(text[s:e] for s, e in x.spans), [o.name for o in x.origins]) for x in reading.statements]


def test_a_report_read_whole(read: Reader) -> None:
    assert told(read(REPORT)) == [
        ("The ferry Alba ran aground off Cape Holm on Sunday", ["coast guard"]),
        ("Two people were hurt", ["hospital"]),
        ("to comment", ["company"]),
        ("“We heard a crack", ["Otto Wik"]),
        ("then the lights went out,”", ["Otto Wik"]),
        ("“Nobody knew what to do.”", ["Otto Wik"]),
        ("that inspections had been cut", ["minister"]),
        ("the owners of hiding a report", ["union"]),
        ("If the wind drops, the ferry will be towed on Friday", ["The Harbour Post"]),
        ("reached", ["captain"]),
    ]


TEXTS = [
    REPORT,
    "The dam is full.",
    "The club sold the stadium and bought a ship, the owner said, citing a letter from the bank.",
    "“The pier is old and we knew it.\n\n“Nobody paid,” Anna Lindqvist said.",
    "He said she said they said the boat was lost.",
    "The court dismissed the case as the witness was ill. The mayor opened the pier and rejected the offer.",
    "Snow.\n\nThe old lighthouse, which stood on the cape, fell; the keeper, who had retired, wept.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_every_sentence_has_a_statement(read: Reader, text: str) -> None:
    reading = read(text)
    for sentence in reading.sentences:
        assert any(sentence.start <= s.start < sentence.end for s in reading.statements), text[sentence.start:sentence.end]


@pytest.mark.parametrize("text", TEXTS)
def test_a_statement_stays_inside_one_sentence(read: Reader, text: str) -> None:
    reading = read(text)
    for s in reading.statements:
        assert any(x.start <= s.start and s.end <= x.end for x in reading.sentences)
        assert text[s.start:s.end] == s.text
        assert (s.start, s.end) == (s.spans[0][0], s.spans[-1][1])


@pytest.mark.parametrize("text", TEXTS)
def test_no_two_statements_are_the_same_and_together_they_are_no_longer_than_the_text(read: Reader, text: str) -> None:
    found = read(text).statements
    assert len({(s.spans, s.origins) for s in found}) == len(found)
    assert sum(e - b for s in found for b, e in s.spans) <= 1.5 * len(text)


@pytest.mark.parametrize(("text", "expected"), [
    ("The court dismissed the case as the witness was ill.", ["The court dismissed the case", "as the witness was ill"]),
    ("The mayor opened the pier and rejected the offer.", ["The mayor opened the pier", "rejected the offer"]),
    ("The ferry hit a rock, and two people were hurt.", ["The ferry hit a rock", "two people were hurt"]),
])
def test_nothing_that_is_told_gets_lost(read: Reader, text: str, expected: list[str]) -> None:
    assert [t for t, _ in told(read(text))] == expected


@pytest.mark.parametrize("text", [
    "The dam is full.", "The ferry left at noon and came back at night.", "Nobody said a word.", "He says grace before dinner."])
def test_the_outlets_own_voice_has_no_attribution_and_one_origin(read: Reader, text: str) -> None:
    for s in read(text).statements:
        assert s.attributions == ()
        assert [(o.kind, o.name, o.actor) for o in s.origins] == [("outlet", "The Harbour Post", None)]


@pytest.mark.parametrize(("text", "agency"), [
    ("OSLO (Reuters) - The dam is full.", "Reuters"),
    ("OSLO, May 6 (AFP) — The dam is full.", "AFP"),
    ("The dam is full. (Reuters)", "Reuters"),
])
def test_agency_copy_is_told_by_the_agency(read: Reader, text: str, agency: str) -> None:
    reading = read(text)
    assert {(o.kind, o.name) for s in reading.statements for o in s.origins} == {("agency", agency)}
    assert reading.article.agencies == (agency,)


def test_a_document_is_on_its_speakers_word(read: Reader) -> None:
    [statement] = read("The dam is full.", kind="document", speaker="The Water Board").statements
    assert [(o.kind, o.name) for o in statement.origins] == [("actor", "The Water Board")]


@pytest.mark.parametrize("text", [
    "The ministry declined to comment on the accident.",
    "The ministry did not confirm the number of victims.",
    "The mayor did not deny the report.",
    "Police did not say how many people were hurt.",
    "The coach does not know whether the striker will play.",
    "The newspaper could not independently verify the video.",
    "The owner could not be reached for comment.",
])
def test_what_a_refusal_is_about_stays_unknown(read: Reader, text: str) -> None:
    assert [s.certainty for s in read(text).statements] == ["unknown"]


@pytest.mark.parametrize(("text", "sign"), [
    ("The governor denied the allegations.", "negative"),
    ("The governor denied that the dam had been sold.", "negative"),
    ("The governor denied that the dam had not been tested.", "positive"),
    ("The mayor rejected the claim that he had closed the bridge.", "negative"),
    ("The ministry denied reports that the ferry was lost.", "negative"),
    ("The minister refused to resign.", "negative"),
    ("The governor confirmed that the dam had been sold.", "positive"),
])
def test_a_denial_turns_the_sign(read: Reader, text: str, sign: str) -> None:
    assert [s.polarity for s in read(text).statements] == [sign]


@pytest.mark.parametrize(("text", "grade"), [
    ("The mayor promised to lower the fares.", "probable"),
    ("The union threatened to strike.", "probable"),
    ("The union demanded that the owner resign.", "unknown"),
    ("Fans fear that the club will fold.", "probable"),
    ("It was reported that the stadium roof had fallen.", "unknown"),
    ("The mayor said the roof had fallen.", "certain"),
])
def test_what_is_promised_feared_or_demanded_is_no_fact(read: Reader, text: str, grade: str) -> None:
    assert [s.certainty for s in read(text).statements] == [grade]


def test_hearsay_is_unattributed(read: Reader) -> None:
    [statement] = read("It was reported that the stadium roof had fallen.").statements
    assert [o.kind for o in statement.origins] == ["unattributed"]


def test_the_chain_is_outermost_first_and_the_deepest_speaker_is_the_origin(read: Reader) -> None:
    reading = read("Harbour Radio reported that the mayor had said the ferry was safe.")
    [statement] = reading.statements
    assert statement.attributions == ("a#a1", "a#a2")
    assert [o.name for o in statement.origins] == ["mayor"]


@pytest.mark.parametrize(("text", "predicate", "agent", "patient"), [
    ("The coast guard towed the ferry.", "tow", "The coast guard", "the ferry"),
    ("The ferry was towed by the coast guard.", "tow", "the coast guard", "The ferry"),
    ("The owner said the bank had sold the stadium.", "sell", "the bank", "the stadium"),
    ("Rain fell.", "fall", "Rain", None),
])
def test_who_does_what_to_whom(read: Reader, text: str, predicate: str, agent: str, patient: str | None) -> None:
    event = read(text).statements[0].event
    assert event.predicate == predicate
    assert event.agent.text == agent
    assert (event.patient.text if event.patient else None) == patient


def test_ids_and_order(read: Reader) -> None:
    found = read(REPORT).statements
    assert [s.id for s in found] == [f"a#s{k + 1}" for k in range(len(found))]
    assert [s.start for s in found] == sorted(s.start for s in found)


def test_figures_and_places_of_a_statement_are_those_in_its_words(read: Reader) -> None:
    reading = read("Two boats sank off Bergen, and three houses were lost in Oslo.")
    shown = [([reading.quantities[q].value for q in s.quantities], [reading.places[p].text for p in s.places])
             for s in reading.statements]
    assert shown == [([2], ["Bergen"]), ([3], ["Oslo"])]


@pytest.mark.parametrize(("text", "origins"), [
    ("The collapse revealed that the dam was badly built.", [("The collapse", "unattributed")]),
    ("The floods suggest that the dam was badly built.", [("The floods", "unattributed")]),
    ("Losing the ferry showed that the line was badly run.", [("Losing the ferry", "unattributed")]),
    ("Anna Lund said the collapse suggested that the dam was badly built.", [("Anna Lund", "actor")]),
    ("Law enforcement said that the dam was badly built.", [("law enforcement", "actor")]),
    ("The campaign said that the dam was badly built.", [("campaign", "actor")]),
    ("Her father said that the dam was badly built.", [("father", "actor")]),
    ("The aquarium said that the dam was badly built.", [("aquarium", "actor")]),
])
def test_what_happens_is_nobodys_word(read: Reader, text: str, origins: list[tuple[str, str]]) -> None:
    found = [x for x in read(text).statements if "bad" in x.text]
    assert [(o.name.removeprefix("The ") if o.kind == "actor" else o.name, o.kind) for o in found[-1].origins] == origins


def test_a_relative_word_is_called_by_what_it_stands_for(read: Reader) -> None:
    reading = read("The mayor shut the old pier, a move which showed that the wood was rotten.")
    assert ("a move", "unattributed") in [(o.name, o.kind) for s in reading.statements for o in s.origins]
