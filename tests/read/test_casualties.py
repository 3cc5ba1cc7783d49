"""How many were killed and hurt: people described and counted, told apart, and what is left out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model.reading import Reading, Toll


def toll(reading: Reading, measure: str) -> Toll | None:
    return next((t for t in reading.tolls if t.measure == measure), None)


def number(reading: Reading, measure: str) -> float | None:
    found = toll(reading, measure)
    return found.value if found is not None else None


KILLED = [
    ("A 23-year-old man was found dead in a quarry on Monday.", 1),
    ("The body of a woman was found near the harbour.", 1),
    ("Nora Quill was pronounced dead at the scene. Quill, 31, taught at the village school.", 1),
    ("A blast killed a baker and his two sons.", 3),
    ("The driver died at the hospital. He was 40.", 1),
    ("Two cyclists were killed on the coast road. One of the victims, Ida Brand, 20, was a student.", 2),
    ("A man killed his wife and their two daughters before killing himself, police said.", 4),
    ("Four people, including the gunman, were killed at the mill.", 4),
    ("Anton Varga, 50, and Lena Soros, 48, died in the fire.", 2),
    ("A guard was fatally shot in the chest.", 1),
    ("Five sailors were stabbed and two died.", 2),
    ("The deaths of a husband, wife and their two children shocked the village.", 4),
    ("Four people are dead and another is fighting for her life. The woman died at the hospital.", 4),
    ("The man who shot and killed five miners is dead.", 6),
    ("KALVOR, Texas - Four people are dead after a fire in a mill.", 4),
    ("The attack claimed the life of a nurse.", 1),
]


@pytest.mark.parametrize(("text", "value"), KILLED)
def test_the_dead_are_counted_as_they_are_described(read: Callable[..., Reading], text: str, value: int) -> None:
    assert number(read(text), "killed") == value


INJURED = [
    ("A woman was shot in the leg on Dock Street.", 1),
    ("Three men and a girl were wounded in the fight.", 4),
    ("A teacher is in critical condition with a stab wound.", 1),
    ("Five people were shot, one of them fatally. Olaf Brink, 30, died at the hospital.", 4),
    ("Two others were hurt when the wall fell.", 2),
    ("A 3-year-old boy and 20-year-old man were both shot on Mill Road.", 2),
    ("The collision sent four students to the hospital.", 4),
    ("A teacher is fighting for her life after the blast.", 1),
    ("A boy was struck by a bullet in the arm. The boy was taken to a hospital.", 1),
]


@pytest.mark.parametrize(("text", "value"), INJURED)
def test_the_hurt_are_those_who_lived(read: Callable[..., Reading], text: str, value: int) -> None:
    assert number(read(text), "injured") == value


def test_who_was_shot_and_later_died_is_not_also_hurt(read: Callable[..., Reading]) -> None:
    found = read("A fisherman was shot in the neck on Sunday. The victim died at St. Anne's Hospital on Tuesday.")
    assert (number(found, "killed"), number(found, "injured")) == (1, None)


@pytest.mark.parametrize("text", [
    "The man threatened to kill his neighbour.",
    "Officers feared that somebody could be killed.",
    "Nobody died in the collision.",
    "He was charged with the attempted murder of a guard.",
    "The old painter died of cancer in May.",
    "A dog was shot in the yard.",
])
def test_what_did_not_happen_to_people_is_no_toll(read: Callable[..., Reading], text: str) -> None:
    assert number(read(text), "killed") is None


def test_whom_a_hospital_treats_need_not_be_all(read: Callable[..., Reading]) -> None:
    assert number(read("The hospital said it was treating nine people."), "injured") is None


def test_that_nobody_was_hurt_is_a_toll_of_none(read: Callable[..., Reading]) -> None:
    found = toll(read("The roof fell in at noon. No one was injured."), "injured")
    assert found is not None
    assert (found.value, found.from_, found.text) == (0, "stated", "No one")


def test_another_year_and_statistics_are_asides(read: Callable[..., Reading]) -> None:
    found = read("A potter was killed in Brod on Monday. In 2019, six people were killed in the same street. "
                 "So far this year, 40 people have been killed in the county.")
    assert number(found, "killed") == 1
    assert [found.article.text[s:e][:12] for s, e in found.asides] == ["In 2019, six", "So far this "]


def test_a_toll_says_whether_it_is_stated_and_who_is_in_it(read: Callable[..., Reading]) -> None:
    stated = toll(read("At least three miners were killed in the shaft."), "killed")
    assert stated is not None
    assert (stated.from_, stated.relation, stated.text) == ("stated", "at-least", "At least three miners")
    counted = toll(read("Marta Holm and Sven Dahl were killed on Monday."), "killed")
    assert counted is not None
    assert (counted.from_, counted.relation, counted.value) == ("counted", "at-least", 2)
    assert counted.names == ("Marta Holm", "Sven Dahl")
    assert counted.text == "Marta Holm and Sven Dahl"


def test_who_did_it_is_counted_and_said_to_be(read: Callable[..., Reading]) -> None:
    found = toll(read("A gunman shot and killed three clerks in the bank. Police shot the gunman dead."), "killed")
    assert found is not None
    assert (found.value, found.attackers) == (4, 1)
