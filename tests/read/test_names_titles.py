"""The tables of titles, bodies and first names, and the folding of names."""

from __future__ import annotations

import pytest

from sayso.data import titles
from sayso.data.wording import content_words, initials, is_acronym, person_key, sound, within_one_edit


@pytest.mark.parametrize(("words", "use"), [
    ("President", "office"), ("foreign minister", "office"), ("Gen.", "rank"), ("Lt. Col.", "rank"), ("Mr.", "honour"),
    ("spokeswoman", "voice"), ("lawyer", "agent"), ("resident", "private"), ("Foreign Affairs", "portfolio")])
def test_titles(words: str, use: str) -> None:
    found = titles.title(words)
    assert found is not None
    assert found.use == use


@pytest.mark.parametrize("words", ["table", "weather", "presidential", ""])
def test_no_titles(words: str) -> None:
    assert titles.title(words) is None


@pytest.mark.parametrize(("plural", "single"), [
    ("officials", "official"), ("MPs", "mp"), ("spokeswomen", "spokeswoman"), ("deputies", "deputy"),
    ("witnesses", "witness"), ("boss", "boss"), ("president", "president"), ("people", "people")])
def test_singular(plural: str, single: str) -> None:
    assert titles.singular(plural) == single


def test_bodies_keep_the_case_of_known_names() -> None:
    assert titles.known_body("WHO") is not None
    assert titles.known_body("who") is None
    one, other = titles.known_body("the U.N."), titles.known_body("United Nations")
    assert one is not None
    assert one == other


def test_a_noun_of_names_only_is_no_body_by_itself() -> None:
    airways, ministry = titles.body("Airways"), titles.body("ministry")
    assert airways is not None
    assert not airways.lower
    assert ministry is not None
    assert ministry.lower
    assert titles.body("weather") is None


@pytest.mark.parametrize(("name", "gender"), [("Maria", "f"), ("Volodymyr", "m"), ("Kim", None), ("Xyzzy", None)])
def test_first_names(name: str, gender: str | None) -> None:
    assert titles.gender_of_name(name) == gender


@pytest.mark.parametrize(("a", "b"), [("sergei", "sergey"), ("khaled", "haled"), ("mohammed", "mohamed"),
                                      ("yousef", "yusef")])
def test_spellings_that_sound_alike(a: str, b: str) -> None:
    assert sound(a) == sound(b)


@pytest.mark.parametrize(("a", "b"), [("anna", "ivan"), ("petrov", "petrova"), ("marsh", "mars")])
def test_spellings_that_do_not(a: str, b: str) -> None:
    assert sound(a) != sound(b)


@pytest.mark.parametrize(("a", "b", "near"), [
    ("harper", "harper", True), ("harper", "harpar", True), ("harper", "haper", True), ("harper", "harpers", True),
    ("harper", "hopper", False), ("harper", "har", False), ("", "a", True), ("ab", "ba", False)])
def test_one_edit(a: str, b: str, near: bool) -> None:
    assert within_one_edit(a, b) is near
    assert within_one_edit(b, a) is near


def test_names_and_bodies_by_their_words() -> None:
    assert person_key("Jane Q. Roe-Alder Jr.") == ("jane", "roe", "alder")
    assert content_words("the Ministry of Defence") == content_words("Defense Ministry")
    assert content_words("Ministry of Foreign Affairs") == content_words("Foreign Ministry")
    assert "RSB" in initials("River Safety Board")
    assert initials("Kremlin") == set()
    assert is_acronym("G.U.R.")
    assert not is_acronym("Gur")
    assert not is_acronym("A")
