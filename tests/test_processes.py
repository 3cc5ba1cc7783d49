"""Laws and pacts followed through their stages, from the reports' words to the brief and the board."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso import pipeline
from sayso.data.stages import stages
from sayso.model.article import Article
from sayso.model.dossier import StoryDossier
from sayso.pipeline import library as kept
from sayso.settings import Settings
from sayso.store import listing
from sayso.store.library import Library
from sayso.weigh.processes import named_in

APRIL = """The lower house of parliament passed the coastal defence bill on Tuesday by 212 votes to 187, officials said.

The bill was approved by the cabinet in March. The upper house will vote on the bill on 28 April.

The law would come into force on 1 July 2026, the ministry said. The opposition said it would challenge the law in court."""
MAY = """President Jan Ostrow signed the coastal defence law on Wednesday, his office said, a week after the Senate passed it.

The law enters into force on 1 July. The Constitutional Court rejected a complaint against the law on Monday.

Orland and Villan signed a fisheries agreement in March; the Villan parliament has not ratified the agreement.

Lawmakers voted down a separate tax bill. The tax bill was vetoed by Ostrow last year."""


def report(id: str, text: str, published: str) -> Article:
    from sayso.model.ids import text_version

    return Article(id, text_version(text), None, f"The {id}", "Coast law of Orland", published, "given", "en", True, "report",
                   None, None, None, (), None, text)


@pytest.fixture(scope="module")
def told() -> StoryDossier:
    [story] = pipeline.brief([report("post", APRIL, "2026-04-14"), report("echo", MAY, "2026-05-06")], Settings()).stories
    return story


def course(story: StoryDossier, what: str) -> list[tuple[str, str, str | None]]:
    [found] = [p for p in story.processes if p.what == what]
    return [(s.name, s.state, s.date) for s in found.stages]


def test_a_law_is_followed_from_report_to_report(told: StoryDossier) -> None:
    assert course(told, "coastal defence law") == [
        ("passed by the government", "done", "2026-03"), ("passed by the lower house", "done", "2026-04-14"),
        ("passed by the upper house", "done", None), ("signed", "done", "2026-05-06"), ("in force", "due", "2026-07-01")]


def test_what_is_said_not_to_be_done_is_not_done(told: StoryDossier) -> None:
    assert course(told, "fisheries agreement") == [("signed", "done", "2026-03"), ("ratified", "not-yet", None)]


def test_a_law_that_failed_is_another_one(told: StoryDossier) -> None:
    [found] = [p for p in told.processes if p.what == "separate tax bill"]
    assert [(s.name, s.ends) for s in found.stages] == [("rejected", True), ("vetoed", True)]


def test_every_stage_leads_to_claims_and_statements_of_the_story(told: StoryDossier) -> None:
    claims = {c.id: c for c in told.claims}
    for stage in (s for p in told.processes for s in p.stages):
        assert stage.claims
        assert set(stage.statements) <= {i for c in stage.claims for i in claims[c].statements}


def test_a_house_that_is_not_said_to_have_voted_has_no_stage() -> None:
    [story] = pipeline.brief([report("post", "The mayor signed the parking ordinance on Monday. The clerk read it aloud.",
                                     "2026-04-14")], Settings()).stories
    assert story.processes == ()


@pytest.mark.parametrize(("text", "name", "words"), [
    ("the coastal defence bill", "coastal defence bill", 2), ("The bill", "bill", 0),
    ("a new law on fishing rights", "law on fishing rights", 2),
    ("a bill banning nets", "bill banning nets", 2), ("a complaint against the law", None, 0), ("the council", None, 0),
    ("the law firm", None, 0), ("treaties", "treaties", 0), ("its peace deal with Villan, which", "peace deal with Villan", 2)])
def test_the_head_of_a_phrase_tells_what_is_followed(text: str, name: str | None, words: int) -> None:
    found = named_in(text)
    assert (found.text, len(found.words)) == (name, words) if found else name is None


def test_each_stage_has_words_of_its_own() -> None:
    assert all(r.verbs for r in stages())
    assert [r.ends for r in stages()] == sorted((r.ends for r in stages()), reverse=True)


def test_the_library_keeps_them_for_the_board(tmp_path: Path) -> None:
    with Library(tmp_path / "a.library", create=True) as library:
        kept.add(library, [report("post", APRIL, "2026-04-14")], Settings())
        [(_, title, law)] = listing.processes(library, 9)
        assert (title, law.what) == ("Coast law of Orland", "coastal defence bill")
        kept.add(library, [report("echo", MAY, "2026-05-06")], Settings())
        assert {p.what for _, _, p in listing.processes(library, 9)} == {
            "coastal defence law", "fisheries agreement", "separate tax bill"}
        assert len(listing.processes(library, 1)) == 1


def test_what_cannot_be_read_without_its_verb_is_told_with_it() -> None:
    text = ("A union leader accused the firm of ignoring two warnings. The clinic put the number of injured at 30. "
            "The company confirmed that it had been warned in July about a valve, and apologised.")
    [story] = pipeline.brief([report("post", text, "2026-04-14")], Settings()).stories
    assert {"A union leader accused the firm of ignoring two warnings", "The clinic put the number of injured at 30",
            "The company confirmed that it had been warned in July about a valve"} <= {c.text for c in story.claims}
