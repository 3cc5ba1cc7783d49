"""Questions to a library: turned into sentences, answered for and against, kept, and asked again as reports come."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sayso import pipeline
from sayso.errors import UsageError
from sayso.pipeline import asking, looking
from sayso.pipeline import library as kept
from sayso.pipeline.judge import Wanted, judge
from sayso.read.questions import as_statement
from sayso.settings import Settings
from sayso.store import listing, questions
from sayso.store.library import Library

REPORTS = {
    "post": "The tunnel at Kalvor will open on 3 June 2026, the road office said. Nine people were hurt in the crush, police said.",
    "echo": "Hospital director Ida Roth said nine people were hurt in the crush at Kalvor. If rain goes on, the valley will be "
            "cleared, the mayor said.",
}
QUESTION = "Were nine people hurt in the crush?"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    path = folder / "desk.library"
    with Library(path, create=True) as library:
        add(library, folder, **REPORTS)
    return path


@pytest.fixture
def library(filled: Path, tmp_path: Path) -> Iterator[Library]:
    with Library(Path(shutil.copy(filled, tmp_path / "own.library"))) as found:
        yield found


def add(library: Library, folder: Path, **texts: str) -> None:
    for id, text in texts.items():
        (folder / f"{id}.txt").write_text(f"---\noutlet: The {id}\npublished: 2026-05-20\ntitle: Crush at Kalvor\n---\n{text}")
    kept.add(library, pipeline.load([str(folder / f"{id}.txt") for id in texts], on_error=print, on_note=print), Settings())


@pytest.mark.parametrize(("question", "statement"), [
    ("Are the troops in combat?", "The troops are in combat."), ("Is there a ceasefire?", "There is a ceasefire."),
    ("Did Norlund send soldiers to the island?", "Norlund did send soldiers to the island."),
    ("Will the council vote on a ban?", "The council will vote on a ban."), ("Isn’t the bridge closed?", "The bridge is closed."),
    ("Were eleven people injured?", "Eleven people were injured."), ("Who warned the ministry?", None), ("Is he?", None)])
def test_a_question_is_asked_as_the_sentence_that_a_yes_would_say(question: str, statement: str | None) -> None:
    assert as_statement(question, Settings()) == statement


def test_an_answer_tells_who_says_so_and_who_denies(library: Library) -> None:
    answer = asking.ask(library, QUESTION, Settings())
    assert answer.standing is not None
    assert answer.standing.verdict == "affirmed"
    assert "Ida Roth" in answer.standing.for_
    assert answer.standing.against == ()
    assert answer.standing.reports == 2


def test_what_yes_or_no_does_not_answer_gets_the_nearest_claims(library: Library) -> None:
    answer = asking.ask(library, "How many people were hurt?", Settings())
    assert answer.checked is None
    assert any("hurt" in c.text for c in answer.near)
    with pytest.raises(UsageError, match="only a question that yes or no answers"):
        asking.pin(library, "How many people were hurt?", Settings())


def test_a_question_that_stands_is_asked_again_as_reports_come_and_keeps_its_history(library: Library, tmp_path: Path) -> None:
    n = asking.pin(library, QUESTION, Settings())
    assert asking.pin(library, QUESTION, Settings()) == n
    add(library, tmp_path, herald="The mayor denied on Thursday that nine people were hurt in the crush at Kalvor.")
    [question] = questions.pinned(library)
    assert [s.verdict for s in question.history] == ["affirmed", "disputed"]
    assert question.history[-1].against
    before = question.history
    add(library, tmp_path, other="Snow fell on the pass above Oberhof on Friday, the weather service said.")
    assert questions.pinned(library)[0].history == before


def test_a_judgement_is_asked_again_too(library: Library) -> None:
    asking.pin(library, QUESTION, Settings())
    [row] = library.stories()
    hurt = next(c for c in looking.brief(library, row.id).stories[0].claims if "hurt" in c.text)
    judge(library, row.id, Wanted("confirmed", "Ada", claims=(hurt.id,), value="called the ward"), Settings())
    assert "our own check: called the ward" in questions.pinned(library)[0].history[-1].for_


def test_a_week_s_difference_is_told_from_the_history(library: Library) -> None:
    asking.pin(library, QUESTION, Settings())
    [question] = questions.pinned(library)
    assert asking.week_ago(question) is None
    old = replace(question.history[0], at="2020-01-01T00:00:00Z", verdict="nothing")
    assert asking.week_ago(replace(question, history=(old, *question.history))) == old


def test_a_question_is_let_go(library: Library) -> None:
    n = asking.pin(library, QUESTION, Settings())
    questions.unpin(library, n)
    assert questions.pinned(library) == []
    with pytest.raises(UsageError, match="no such question"):
        questions.unpin(library, n)


def test_the_board_has_what_is_due_by_date_then_what_hangs_on_a_condition(library: Library) -> None:
    rows = [d for d, _ in listing.due(library, "", 20)]
    assert [(d.kind, d.first) for d in rows] == [("scheduled", "2026-06-03"), ("conditional", None)]
    assert all(d.first is None for d, _ in listing.due(library, "2026-07-01", 20))
