"""A sentence is checked against what reports say: never against what is only like it."""

from __future__ import annotations

from pathlib import Path

import pytest
from rooms import Room, words

from sayso.errors import UsageError
from sayso.pipeline.support import Checked, check
from sayso.serve.cli.app import run
from sayso.settings import Settings
from sayso.store.library import Library


def checked(library: Path, sentence: str) -> Checked:
    with Library(library) as kept:
        return check(kept, sentence, Settings())


@pytest.mark.parametrize(("sentence", "verdict"), [
    ("Eleven people were injured", "affirmed"), ("11 people were injured", "affirmed"),
    ("At least ten people were injured", "affirmed"),
    ("Twelve people were injured", "differs"), ("Eleven people were injured in Vienna", "differs"),
    ("The union warned the ministry in February about the brakes", "disputed"),
    ("The union did not warn the ministry about the brakes", "disputed"),
    ("The driver had been on duty for 17 hours", "affirmed"), ("The driver had not been on duty for 17 hours", "denied"),
    ("Police said the driver had been on duty for 17 hours", "differs"),
    ("A passenger train derailed in Villach", "differs"), ("The driver was drunk", "nothing"),
    ("The mayor of Graz resigned", "nothing"), ("A volcano erupted on the island", "nothing")])
def test_what_reports_say_of_a_sentence(filled: Path, sentence: str, verdict: str) -> None:
    assert checked(filled, sentence).verdict == verdict


def test_support_is_verbatim_with_whose_word_it_is(filled: Path) -> None:
    found = checked(filled, "Eleven people were injured").found
    assert {s.word for s in found} == {("Red Cross",)}
    with Library(filled) as library:
        for s in found:
            assert library.versions(s.article)[-1].given.text[s.start:s.end] == s.text


def test_what_differs_says_in_what(filled: Path) -> None:
    assert {s.why for s in checked(filled, "Twelve people were injured").found} == {"gives another figure: Eleven"}
    assert any("says nothing of Vienna" in s.why for s in checked(filled, "A gas train derailed at Vienna").found)


def test_a_name_that_no_report_has_is_never_supported(filled: Path) -> None:
    assert not [s for s in checked(filled, "Otto Novak warned the ministry about the brakes").found if s.stance == "affirms"]


@pytest.mark.parametrize("sentence", ["", "   ", "word " * 300])
def test_no_sentence_is_an_error_that_says_so(filled: Path, sentence: str) -> None:
    with pytest.raises(UsageError, match="one sentence"):
        checked(filled, sentence)


def test_the_command_tells_the_verdict_first(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["verify", "Eleven people were injured", "--library", str(filled)]) == 0
    told = capsys.readouterr().out
    assert told.startswith("Said in these reports, and denied in none: “Eleven people were injured.”")
    assert "on the word of Red Cross; its claim has 1 origin" in told


def test_the_page_shows_each_sentence_with_its_claim(room: Room) -> None:
    page = room.get("/ask?q=Eleven+people+were+injured")
    assert "Said in these reports" in page
    assert "on the word of Red Cross" in words(page)
    assert "check a sentence" in room.get("/ask")
