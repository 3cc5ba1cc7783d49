"""The user's sources: what is read, what is refused in one line, what one owner is."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.settings import Settings, Source, Sources, from_environment, outlet_key

GIVEN = """
roll_up = "body"
[[source]]
name = "Kvarner Ledger"
aliases = ["kvarner-ledger-weekend.com"]
rating = "B"
owner = "Adria Media"
[[source]]
name = "Lantern Daily"
state_run = "Sarvia"
[[source]]
name = "Adria Media"
parent = "Northern Holding"
"""


def written(folder: Path, text: str) -> Path:
    file = folder / "sources.toml"
    file.write_text(text, "utf-8")
    return file


def test_what_the_file_says(tmp_path: Path) -> None:
    found = from_environment({}, written(tmp_path, GIVEN))
    assert found.roll_up == "body"
    assert found.story_window_days == 30
    assert found.sources.entries[0] == Source("Kvarner Ledger", ("kvarner-ledger-weekend.com",), "B", "Adria Media")
    assert len(str(found.for_meta()["sources"])) == 64


def test_it_is_found_in_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert from_environment({}) == Settings()
    written(tmp_path, GIVEN)
    assert from_environment({}).sources.rating("Kvarner Ledger") == "B"


@pytest.mark.parametrize("name", ["Kvarner Ledger", "The Kvarner Ledger", "www.kvarnerledger.com", "kvarner-ledger-weekend.com"])
def test_an_outlet_by_any_of_its_names(tmp_path: Path, name: str) -> None:
    sources = from_environment({}, written(tmp_path, GIVEN)).sources
    assert (sources.rating(name), sources.owner(name)) == ("B", "Northern Holding")
    assert sources.outlet(name) == outlet_key("Kvarner Ledger")


def test_what_nothing_is_said_of(tmp_path: Path) -> None:
    sources = from_environment({}, written(tmp_path, GIVEN)).sources
    assert (sources.rating("Coast Radio"), sources.owner("Coast Radio"), sources.get(None)) == ("F", "Coast Radio", None)
    assert sources.owner("Lantern Daily") == "Sarvia"


def test_owners_in_a_circle_end() -> None:
    assert Sources((Source("A1", owner="B1"), Source("B1", owner="A1"))).owner("A1") in ("A1", "B1")


@pytest.mark.parametrize(("text", "why"), [
    ("[[source]]\nrating = 'A'", "has no name"),
    ("[[source]]\nname = 'X'\nrating = 'G'", "none of A, B, C, D, E, F"),
    ("[[source]]\nname = 'X'\ncolour = 'red'", "colour of X: not known"),
    ("[[source]]\nname = 'X'\naliases = 'Y'", "no list of names"),
    ("[[source]]\nname = 'X'\nowner = 3", "owner: is no name"),
    ("[[source]]\nname = 'X'\napart = 'yes'", "neither true nor false"),
    ("not_same = [['A B']]", "pairs of names"), ("source = 3", "table of its own"), ("outlets = 3", "outlets here: not known"),
    ("roll_up = 'planet'", "planet is none of country, body, none"), ("story_window_days = true", "no number of days"),
    ("roll_up =", "cannot be read"),
])
def test_what_is_not_understood_is_one_line(tmp_path: Path, text: str, why: str) -> None:
    with pytest.raises(UsageError) as raised:
        from_environment({}, written(tmp_path, text))
    assert why in str(raised.value)
    assert "sources.toml" in str(raised.value)
    assert "\n" not in str(raised.value).strip()


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        from_environment({}, tmp_path / "none.toml")
