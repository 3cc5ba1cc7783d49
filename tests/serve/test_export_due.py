"""What is due as a calendar, read back by a reader that is not ours."""

from __future__ import annotations

import datetime
import sys
from dataclasses import replace
from pathlib import Path

import factory
import fake_pipeline
import pytest
import vobject

import sayso
from sayso.model.dossier import Dossier, Watch
from sayso.serve.cli.app import run
from sayso.serve.exports.due import calendar_text
from sayso.serve.exports.facts import Facts


def due(date: str | None, text: str = "The bridge opens again") -> Watch:
    return Watch("scheduled", date, None, None, None, text, ("one#s1",), "open", ())


def made_with(*watch: Watch) -> Dossier:
    made = factory.dossier()
    return replace(made, stories=(replace(made.stories[0], watch=watch),))


def entries(dossier: Dossier) -> list[vobject.base.Component]:
    return list(vobject.readOne(calendar_text(Facts(dossier))).contents.get("vevent", []))


@pytest.mark.parametrize(("date", "first", "after"), [
    ("2026-04-01", (2026, 4, 1), (2026, 4, 2)),
    ("2026-04-01T18:30", (2026, 4, 1), (2026, 4, 2)),
    ("2026-12", (2026, 12, 1), (2027, 1, 1)),
    ("2026-W15", (2026, 4, 6), (2026, 4, 13)),
    ("2026-04-10/2026-04-12", (2026, 4, 10), (2026, 4, 13)),
])
def test_an_entry_covers_all_days_that_its_date_may_mean(date: str, first: tuple[int, int, int], after: tuple[int, int, int]) -> None:
    [entry] = entries(made_with(due(date)))
    assert entry.dtstart.value == datetime.date(*first)
    assert entry.dtend.value == datetime.date(*after)


@pytest.mark.parametrize("date", [None, "FUTURE_REF", "XXXX-04-01", "2026-02-30", "P3D"])
def test_what_has_no_place_on_the_calendar_is_not_in_it(date: str | None) -> None:
    assert entries(made_with(due(date))) == []


def test_an_entry_says_on_whose_word_and_leads_back_to_the_words() -> None:
    made = factory.dossier()
    [entry] = entries(made_with(due("2026-04-01")))
    said = next(s for s in made.statements if s.id == "one#s1")
    assert "one: " in entry.description.value
    assert said.text.split()[0] in entry.description.value
    assert f"On whose word: {said.origins[-1].name if said.origins else 'the outlets’ own'}" in entry.description.value
    assert "Standing: nothing is said yet" in entry.description.value


@pytest.mark.parametrize("words", ["a; b, c \\ d", "BEGIN:VEVENT\r\nSUMMARY:two", "ж" * 100, "\u202ereversed"])
def test_no_words_of_a_report_make_an_entry_of_their_own(words: str) -> None:
    [entry] = entries(made_with(due("2026-04-01", words)))
    assert "\n" not in entry.summary.value


def test_a_threat_with_a_day_stands_as_what_became_of_it() -> None:
    met = replace(due("2026-04-01"), state="passed"), replace(due(None), kind="conditional", state="met")
    [entry] = entries(made_with(*met))
    assert "Standing: said on two origins to have come about" in entry.description.value


def test_the_same_again_is_the_same_calendar() -> None:
    made = made_with(due("2026-04-01"), due("2026-05"))
    assert calendar_text(Facts(made)) == calendar_text(Facts(made))
    assert all(len(line.encode()) <= 75 for line in calendar_text(Facts(made)).split("\r\n"))


def test_a_calendar_is_written_to_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sayso.pipeline", fake_pipeline)
    monkeypatch.setattr(sayso, "pipeline", fake_pipeline, raising=False)
    report = tmp_path / "one.txt"
    report.write_text("The bridge at Kalvor closed.", "utf-8")
    assert run(["export", str(report), "--as", "ics", "-o", str(tmp_path / "due.ics")]) == 0
    read = vobject.readOne((tmp_path / "due.ics").read_bytes().decode("utf-8"))
    assert read.vevent.summary.value == "The bridge opens again"
