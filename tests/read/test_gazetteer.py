"""Looking places up."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.data import gazetteer_path
from sayso.errors import SetupError
from sayso.read.gazetteer import Gazetteer, gazetteer, kilometres
from sayso.settings import from_environment


@pytest.fixture(scope="module")
def table() -> Gazetteer:
    return gazetteer(gazetteer_path(from_environment()))


def test_a_town_and_its_region(table: Gazetteer) -> None:
    found = table.find("Kursk")
    assert [(c.kind, c.country) for c in found[:2]] == [("city", "RU"), ("region", "RU")]
    assert found[1].name == "Kursk Oblast"
    assert found[0].inside(found[1])
    assert not found[1].inside(found[0])
    assert kilometres(found[0], found[1]) < 150


@pytest.mark.parametrize(("name", "country", "kind"), [
    ("Kiev", "UA", "city"), ("Saigon", "VN", "city"), ("Ill.", "US", "region"), ("N.C.", "US", "region"),
    ("Ont.", "CA", "region"), ("Kharkiv Oblast", "UA", "region"), ("Red Sea", None, "water"), ("Alps", None, "other"),
    ("Middle East", None, "region"), ("Scotland", "GB", "region"), ("Kremlin", "RU", "building"),
    ("Cook County", "US", "region"), ("SAO PAULO", "BR", "city"),
])
def test_kinds_and_spellings(table: Gazetteer, name: str, country: str | None, kind: str) -> None:
    assert (country, kind) in {(c.country, c.kind) for c in table.find(name)}


def test_every_country_is_there_under_its_name(table: Gazetteer) -> None:
    from sayso.data.countries import all_countries

    for c in all_countries():
        assert any(x.feature == "country" and x.country == c.code for x in table.find(c.name)), c.name


def test_many_names_at_once(table: Gazetteer) -> None:
    names = ["oslo", "no such place at all", *(f"nowhere {i}" for i in range(2000))]
    found = table.find_all(names)
    assert found["oslo"][0].country == "NO"
    assert found["no such place at all"] == ()
    assert len(found) == len(names)


def test_coordinates_are_on_the_globe(table: Gazetteer) -> None:
    for name in ("Fiji", "Chukotka", "Alaska", "Paris", "Kiribati", "Pacific Ocean"):
        assert all(-90 <= c.lat <= 90 and -180 <= c.lon <= 180 for c in table.find(name))


def test_without_a_file_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"sayso\.data\.build"):
        Gazetteer(tmp_path / "none.sqlite")
