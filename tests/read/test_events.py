"""What happens in a proposition, and what its phrases tell in passing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., Any]


def passing(reading: Any) -> list[tuple[str, str, str, str]]:
    """Each as (verb, agent, patient, text)."""

    def words(part: Any) -> str:
        return part.text if part is not None else ""

    return [(p.event.predicate, words(p.event.agent), words(p.event.patient), p.text) for s in reading.statements for p in s.passing]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The miners rescued in March went home on Friday.", ("rescue", "", "The miners", "The miners rescued in March")),
        ("Divers found the ship that sank near Malta in 1942.", ("sink", "the ship", "", "the ship that sank near Malta in 1942")),
        ("The union condemned the seizure of the tanker.", ("seize", "", "the tanker", "the seizure of the tanker")),
        ("The union condemned Norway's seizure of the tanker.", ("seize", "Norway's", "the tanker", "Norway's seizure of the tanker")),
    ],
)
def test_phrases_tell_happenings_in_passing(read: Read, text: str, expected: tuple[str, str, str, str]) -> None:
    assert expected in passing(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "The union demanded the resignation of the minister.",
        "There was no attack on the harbour.",
        "An attack would be folly.",
        "The old red boat lay in the harbour.",
    ],
)
def test_what_is_wanted_denied_or_no_happening_is_not_told(read: Read, text: str) -> None:
    assert passing(read(text)) == []


def test_what_is_told_in_passing_has_its_own_date_place_and_figures(read: Read) -> None:
    reading = read("Police on Friday named a man who killed 12 people in Oslo in July 2011.", published="2026-03-06T10:00:00Z")
    aside = next(p for s in reading.statements for p in s.passing if p.event.predicate == "kill")
    assert aside.date is not None
    assert aside.date.value == "2011-07"
    assert [reading.quantities[k].value for k in aside.quantities] == [12]
    assert [reading.places[k].name for k in aside.places] == ["Oslo"]
    assert reading.article.text[aside.start : aside.end] == aside.text


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Two men were found dead in a car.", "die"),
        ("Nine miners are dead.", "die"),
        ("The blast left twelve miners dead.", "die"),
        ("The crash left five injured.", "injure"),
        ("Three climbers were reported missing.", "miss"),
        ("The guide is feared dead.", "fear"),
        ("The road was left open.", "leave"),
    ],
)
def test_the_state_left_behind_tells_what_happened(read: Read, text: str, verb: str) -> None:
    assert [s.event.predicate for s in read(text).statements] == [verb]


def test_a_subject_before_its_auxiliary_is_its_verbs(read: Read) -> None:
    two = [s.event for s in read("Fourteen people have died and 17 are missing after the ferry sank.").statements]
    assert [(e.predicate, e.agent.text) for e in two] == [("die", "Fourteen people"), ("miss", "17")]
