"""Countries by name, abbreviation, adjective, capital and seat."""

from __future__ import annotations

import pytest

from sayso.data import countries


@pytest.mark.parametrize(("text", "code"), [
    ("the U.S.", "US"), ("US", "US"), ("USA", "US"), ("the United States", "US"), ("U.K.", "GB"), ("DPRK", "KP"),
    ("North Korea", "KP"), ("ROK", "KR"), ("UAE", "AE"), ("Côte d’Ivoire", "CI"), ("Cote d'Ivoire", "CI"),
    ("St. Lucia", "LC"), ("Guinea-Bissau", "GW"), ("TURKEY", "TR"), ("Türkiye", "TR"), ("the Netherlands", "NL"),
    ("Burma", "MM"), ("Russia's", "RU"),
])
def test_names_and_abbreviations(text: str, code: str) -> None:
    assert countries.named(text) == code


@pytest.mark.parametrize("text", ["us", "turkey", "it", "It", "china", "Russian", "Paris", "", "the", "Korean War"])
def test_common_words_and_other_names_are_no_countries(text: str) -> None:
    assert countries.named(text) is None


@pytest.mark.parametrize(("text", "code"), [
    ("Russian", "RU"), ("Russians", "RU"), ("South Korean", "KR"), ("North Koreans", "KP"), ("Frenchman", "FR"),
    ("Dutch", "NL"), ("Poles", "PL"), ("Pole", "PL"), ("Britons", "GB"), ("Spaniard", "ES"), ("Swiss", "CH"),
    ("Filipinos", "PH"), ("Danes", "DK"),
])
def test_adjectives_and_peoples(text: str, code: str) -> None:
    assert countries.adjective(text) == code


def test_an_adjective_in_lower_case_is_polish_not_a_polish_one() -> None:
    assert countries.adjective("polish") is None
    assert countries.adjective("Polish") == "PL"


@pytest.mark.parametrize(("text", "code"), [
    ("Kyiv", "UA"), ("Kiev", "UA"), ("SEOUL", "KR"), ("Washington, D.C.", "US"), ("Yaounde", "CM"), ("Peking", "CN"),
])
def test_capitals_in_their_spellings(text: str, code: str) -> None:
    assert countries.capital_of(text) == code


@pytest.mark.parametrize(("text", "code"), [
    ("the Kremlin", "RU"), ("the White House", "US"), ("Downing Street", "GB"), ("the Elysee", "FR"),
    ("the Élysée", "FR"), ("the Bundestag", "DE"), ("the Knesset", "IL"), ("Blue House", "KR"), ("the Pentagon", "US"),
])
def test_seats_of_power(text: str, code: str) -> None:
    assert countries.seat_of(text) == code


@pytest.mark.parametrize("text", ["Congress", "the Supreme Court", "the National Assembly", "Parliament"])
def test_bodies_that_many_countries_have_are_nobodys(text: str) -> None:
    assert countries.speaks_for(text) is None


def test_speaks_for_takes_all_of_them() -> None:
    words = ("the U.K.", "Tokyo", "the Kremlin", "Syrian")
    assert [countries.speaks_for(t) for t in words] == ["GB", "JP", "RU", "SY"]


def test_every_country_has_what_look_ups_need() -> None:
    found = countries.all_countries()
    assert len(found) >= 249
    assert all(len(c.code) == 2 and c.names[0] == c.name for c in found)
    assert all(countries.named(c.name) is not None for c in found)
    assert sum(c.capital is not None for c in found) > 230
    assert countries.country("kr") == countries.country("KR") is not None
    assert countries.country("ZZ") is None
