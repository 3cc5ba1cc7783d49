"""Sources in phrases, sources that are cited, nouns and adjectives that carry what is said (R4, R7, R15)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Saying = Callable[..., list[Any]]


@pytest.mark.parametrize(("text", "source", "content"), [
    ("According to the port authority, two ferries collided off the cape.",
     "the port authority", "two ferries collided off the cape"),
    ("Two ferries collided off the cape, according to the port authority.",
     "the port authority", "Two ferries collided off the cape"),
    ("The storm, according to the weather service, will pass by Friday.", "the weather service", "The storm … will pass by Friday"),
    ("According to the ministry and the union, the strike ended on Sunday.",
     "the ministry and the union", "the strike ended on Sunday"),
    ("In the view of coach Lena Aho, the team played too slowly.", "coach Lena Aho", "the team played too slowly"),
    ("According to the plan, the dam will close in 2040.", "the plan", "the dam will close in 2040"),
    ("By the mayor's own admission, the pier was older than the town.", "the mayor's", "the pier was older than the town"),
    ("By the ministry's estimate, forty people fled.", "the ministry's", "forty people fled"),
    ("The ferry was, by her account, on time.", "her", "The ferry was … on time"),
])
def test_r4_according_to(said: Saying, text: str, source: str, content: str) -> None:
    [found] = said(text)
    assert (found.source, found.content, found.act, found.rule) == (source, content, "assert", "R4")


@pytest.mark.parametrize("text", [
    "The soup was salted according to taste.",
    "Players are paid according to their age.",
    "The rescue went according to plan.",
    "The crew arranged the crates according to size.",
    "In the harbour, two ferries collided.",
    "The sale was delayed by his count of the crates.",
    "The harbour was closed by the union's strike.",
])
def test_r4_a_measure_says_nothing(said: Saying, text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(("text", "outer", "inner", "content"), [
    ("Harbour Radio reported that the mayor had said the ferry was safe.", "Harbour Radio", "the mayor", "the ferry was safe"),
    ("The Lake Herald said the police had confirmed that a driver was arrested.",
     "The Lake Herald", "the police", "that a driver was arrested"),
    ("Coach Lena Aho said that captain Mika Roth had told her he would retire.",
     "Coach Lena Aho", "captain Mika Roth", "he would retire"),
])
def test_r7_words_inside_words_keep_both_speakers(said: Saying, text: str, outer: str, inner: str, content: str) -> None:
    first, second = said(text)
    assert (first.source, second.source, second.content) == (outer, inner, content)
    assert second.attribution.parent == first.attribution.id
    assert first.attribution.parent is None


@pytest.mark.parametrize(("text", "relay", "deeper", "content"), [
    ("The agency Nordwire reported the strike would end, citing a union official.",
     "Nordwire", "a union official", "the strike would end"),
    ("Ferries will stop on Friday, Nordwire reported, citing the coast guard.",
     "Nordwire", "the coast guard", "Ferries will stop on Friday"),
    ("Citing a source in the ministry, Nordwire reported that the dam was weak.",
     "Nordwire", "a source in the ministry", "that the dam was weak"),
    ("Nordwire reported, citing two officials, that the pump had been off.",
     "Nordwire", "two officials", "that the pump had been off"),
    ("Harbour Radio wrote, quoting a person close to the inquiry, that the captain slept.",
     "Harbour Radio", "a person close to the inquiry", "that the captain slept"),
    ("Harbour Radio, citing two police officers, said the port was closed.",
     "Harbour Radio", "two police officers", "the port was closed"),
    ("The port is closed, said Harbour Radio, which cited the coast guard.",
     "Harbour Radio", "the coast guard", "The port is closed"),
    ("The port will close, according to Harbour Radio, which cited a police officer.",
     "Harbour Radio", "a police officer", "The port will close"),
])
def test_r7_the_one_cited_is_the_origin_and_the_teller_relays(
        said: Saying, read: Callable[..., Any], text: str, relay: str, deeper: str, content: str) -> None:
    found = {s.rule: s for s in said(text)}
    assert len(found) == 2
    assert (found["R7"].source, found["R7"].content) == (deeper, content)
    reading = read(text)
    names = {a.id: a.name for a in reading.actors}
    assert [names[v] for v in found["R7"].attribution.via] == [relay]
    [statement] = reading.statements
    assert [o.actor for o in statement.origins] == [found["R7"].attribution.source.actor]


@pytest.mark.parametrize(("text", "reason"), [
    ("The mayor resigned on Monday, citing ill health.", "ill health"),
    ("The club cancelled the match, citing safety concerns.", "safety concerns"),
    ("The minister cited high costs.", "high costs"),
])
def test_r7_a_reason_that_is_cited_is_no_source(said: Saying, text: str, reason: str) -> None:
    assert [(s.content, s.rule) for s in said(text)] == [(reason, "R8")]


@pytest.mark.parametrize("text", [
    "The club cancelled the match, citing the police.",
    "The minister quoted a poet.",
])
def test_r7_whom_somebody_cites_is_nothing_he_says(said: Saying, text: str) -> None:
    assert [s for s in said(text) if s.rule == "R7" or (s.content in ("the police", "a poet") and s.act == "assert")] == []


@pytest.mark.parametrize(("text", "outer"), [
    ("The mayor said the engineer wants a new bridge.", "The mayor"),
    ("The minister said residents fear another flood.", "The minister"),
    ("The owner said the players hope for a new coach.", "The owner"),
])
def test_r7_an_attitude_inside_anothers_words_is_no_source(said: Saying, text: str, outer: str) -> None:
    assert [s.source for s in said(text)] == [outer]


@pytest.mark.parametrize(("text", "source", "cue", "content", "act"), [
    ("The union's claim that wages had fallen was repeated on Friday.", "The union's", "claim", "that wages had fallen", "assert"),
    ("The club's statement that it was solvent surprised the bank.", "The club's", "statement", "that it was solvent", "assert"),
    ("The mayor issued a warning that the river would rise.", "The mayor", "warning", "that the river would rise", "warn"),
    ("Fans voiced fears that the club would fold.", "Fans", "fears", "that the club would fold", "expect"),
    ("The union is confident that wages will rise.", "The union", "confident", "that wages will rise", "expect"),
])
def test_r15_nouns_and_adjectives_that_carry_a_clause(
        said: Saying, text: str, source: str, cue: str, content: str, act: str) -> None:
    [found] = said(text)
    assert (found.source, found.cue, found.content, found.act, found.rule) == (source, cue, content, act, "R15")


@pytest.mark.parametrize(("text", "source", "actor", "content"), [
    ("A report from the harbour inspectors said the ferry was overloaded.",
     "A report from the harbour inspectors", "harbour inspectors", "the ferry was overloaded"),
    ("In a statement, the club said the stadium was full.", "the club", "club", "the stadium was full"),
    ("The statement said the keeper would leave.", "The statement", None, "the keeper would leave"),
])
def test_r15_a_report_speaks_for_whose_it_is(said: Saying, text: str, source: str, actor: str | None, content: str) -> None:
    [found] = said(text)
    assert (found.source, found.actor, found.content) == (source, actor, content)


@pytest.mark.parametrize(("text", "shown"), [
    ("Satellite images showed that the dam had cracked.", "Satellite images"),
    ("Radar data showed that the ferry had turned twice.", "Radar data"),
    ("Footage showed smoke above the stadium.", "Footage"),
    ("Records showed the dam had been inspected once.", "Records"),
])
def test_r15_what_shows_a_thing_is_evidence(read: Callable[..., Any], text: str, shown: str) -> None:
    [statement] = read(text).statements
    assert [(o.kind, o.name, o.actor) for o in statement.origins] == [("evidence", shown, None)]


@pytest.mark.parametrize("text", [
    "The report of the gun woke the whole street.",
    "The statement of accounts lay on the table.",
    "The words of the song are old.",
    "The club broke the record for away wins.",
    "The report was two hundred pages long.",
])
def test_r15_such_a_noun_alone_says_nothing(said: Saying, text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(("text", "outer"), [
    ("The union urged the minister to admit that the dam was weak.", ["The union"]),
    ("The lawyer said his client would deny that he had been there.", ["The lawyer"]),
    ("The mayor said the engineer had warned that the dam was weak.", ["The mayor", "the engineer"]),
])
def test_r7_what_somebody_is_to_say_he_has_not_said(said: Saying, text: str, outer: list[str]) -> None:
    assert [s.source for s in said(text)] == outer


@pytest.mark.parametrize(("text", "source", "content", "act"), [
    ("The owners are eager to sell the ferry.", "The owners", "to sell the ferry", "want"),
    ("Residents are aware of the danger.", "Residents", "the danger", "expect"),
    ("The mayor sounded a call for new dams.", "The mayor", "new dams", "demand"),
    ("The coach made remarks about the referee.", "The coach", "the referee", "evaluate"),
])
def test_r15_attitudes_and_what_somebody_speaks_about(said: Saying, text: str, source: str, content: str, act: str) -> None:
    [found] = said(text)
    assert (found.source, found.content, found.act, found.rule) == (source, content, act, "R15")


@pytest.mark.parametrize("text", ["The old ferry is ready to sail.", "The road is aware of nothing new in it.",
                                  "The mayor denied a call for new dams."])
def test_r15_a_thing_has_no_attitude_of_its_own(said: Saying, text: str) -> None:
    assert [s for s in said(text) if s.rule == "R15" and s.act in ("want", "demand")] == []
