"""The example reports: there in both layouts, and each a report that says who it is from."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from sayso.errors import SetupError
from sayso.ingest import load
from sayso.model.article import Article
from sayso.serve import examples

ROOT = Path(__file__).resolve().parent.parent.parent


def articles() -> list[Article]:
    failed: list[object] = []
    found = list(load([str(examples.folder())], on_error=failed.append, on_note=failed.append))
    assert not failed
    return found


def test_fourteen_reports_from_six_outlets_and_two_agencies() -> None:
    found = articles()
    assert len(found) == 14
    assert len({a.outlet for a in found if a.outlet}) == 8
    assert [a.speaker for a in found if a.kind == "document"] == ["Federal Rail Safety Office"]
    assert all(a.title and (a.outlet or a.speaker) for a in found)
    assert len([a for a in found if not a.published]) == 1


def test_each_is_of_the_length_of_a_report() -> None:
    for article in articles():
        assert 120 <= len(article.text.split()) <= 400


def test_they_are_found_beside_an_installed_package(tmp_path: Path) -> None:
    inside = tmp_path / "site" / "sayso" / "examples" / examples.STORY
    inside.mkdir(parents=True)
    assert examples.folder(tmp_path / "site" / "sayso") == inside


def test_where_they_are_not_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="not installed"):
        examples.folder(tmp_path / "a" / "b" / "sayso")


def test_the_wheel_takes_them_along() -> None:
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["force-include"][f"examples/{examples.STORY}"] == f"sayso/examples/{examples.STORY}"
