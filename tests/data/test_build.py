"""The gazetteer's file: where it goes, that it is built once, what it holds."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from sayso.data import assemble, gazetteer_path, location
from sayso.data.assemble import Entry
from sayso.data.fold import fold, is_abbreviation
from sayso.errors import SetupError
from sayso.settings import Settings


def _two_places() -> list[Entry]:
    here = Entry("Ostby", "city", "NO", "01", None, 60.0, 10.0, 900, 1)
    here.call(["Ostby"], assemble.OWN)
    here.call(["Østby", "Ostbyen"], assemble.OTHER)
    return [here, Entry("Vest", "admin1", "NO", "02", None, 61.0, 9.0, 10, None, {"vest": assemble.OWN})]


def test_it_is_built_once_and_in_one_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                          capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(assemble, "entries", _two_places)
    settings = Settings(cache_dir=tmp_path / "cache")
    path = gazetteer_path(settings)
    assert "building the gazetteer" in capsys.readouterr().err
    assert [p.name for p in path.parent.iterdir()] == [path.name]
    stamp = path.stat().st_mtime_ns
    assert gazetteer_path(settings) == path
    assert path.stat().st_mtime_ns == stamp
    assert capsys.readouterr().err == ""
    rows = sqlite3.connect(path).execute("SELECT folded, rank FROM name ORDER BY folded").fetchall()
    assert rows == [("ostby", 3), ("ostbyen", 0), ("vest", 3)]


def test_a_build_that_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> list[Entry]:
        raise RuntimeError("no tables")

    monkeypatch.setattr(assemble, "entries", broken)
    with pytest.raises(RuntimeError):
        assemble.build(tmp_path / "g.sqlite")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SetupError, match="SAYSO_CACHE_DIR"):
        gazetteer_path(Settings(cache_dir=tmp_path / "file" / "below"))


def test_the_name_changes_with_the_format(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    settings = Settings(cache_dir=tmp_path)
    before = location.writable_path(settings)
    monkeypatch.setattr(location, "FORMAT", 10_000)
    assert location.writable_path(settings) != before


def test_folding() -> None:
    assert fold("Port-au-Prince") == fold("PORT AU PRINCE") == "port au prince"
    assert fold("Łódź") == "lodz"
    assert fold("W. Va.") == "w va"
    assert fold("N’Djamena") == fold("N'Djamena")
    assert fold("Trinidad & Tobago") == "trinidad and tobago"


def test_abbreviations_are_in_capitals() -> None:
    assert is_abbreviation("U.A.E.")
    assert not is_abbreviation("Chad")
