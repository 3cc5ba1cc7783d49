"""Tables and maps for other programs: read back by a reader that is not ours, nothing lost, nothing that runs."""

from __future__ import annotations

import csv
import io
import json
import sys
from dataclasses import replace
from pathlib import Path

import factory
import fake_pipeline
import pytest

import sayso
from sayso.model.article import Article
from sayso.model.claim import ClaimPlace
from sayso.model.dossier import Dossier
from sayso.serve.cli.app import run
from sayso.serve.exports.columns import TABLES
from sayso.serve.exports.csvtext import csv_text
from sayso.serve.exports.facts import Facts
from sayso.serve.exports.geojson import geojson_text


def read_back(name: str, dossier: Dossier | None = None) -> list[dict[str, str]]:
    table = next(t for t in TABLES if t.name == name)
    text = "".join(csv_text(table, Facts(dossier or factory.dossier())))
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def told_as(words: str) -> Dossier:
    """The dossier with other words for its first claim."""
    made = factory.dossier()
    claim = replace(made.stories[0].claims[0], text=words)
    return replace(made, stories=(replace(made.stories[0], claims=(claim, *made.stories[0].claims[1:])),))


def article_of(dossier: Dossier, row: dict[str, str]) -> Article:
    return next(a for a in dossier.articles if a.id == row["article"])


@pytest.mark.parametrize("name", [t.name for t in TABLES])
def test_every_row_has_every_column_and_leads_back_to_its_words(name: str) -> None:
    made = factory.dossier()
    rows = read_back(name)
    assert rows
    for row in rows:
        assert list(row) == [c.name for t in TABLES if t.name == name for c in t.columns]
        if row["start"]:
            text = article_of(made, row).text
            assert text[int(row["start"]):int(row["end"])] == row["words"]


def test_a_claim_is_never_without_how_it_stands() -> None:
    made = factory.dossier()
    for row, claim in zip(read_back("claims"), made.stories[0].claims, strict=True):
        assert row["claim"] == claim.id
        assert row["status"] == claim.status
        assert int(row["independent_origins"]) == claim.independent_origins
        named = {o.rolls_up_to or o.name for o in claim.origins if o.independent is not None}
        assert set(row["origins"].split(" | ")) - {""} == named
        assert set(row["denied_by"].split(" | ")) - {""} == {d.name for d in claim.denied_by}


def test_every_statement_and_attribution_and_value_is_there() -> None:
    made = factory.dossier()
    assert [r["statement"] for r in read_back("statements")] == [s.id for s in made.statements]
    assert len(read_back("attributions")) == sum(len(r.attributions) for r in made.readings)
    assert len(read_back("figures")) == sum(len(f.values) for s in made.stories for f in s.figures)


def test_what_is_not_known_is_empty_and_no_nought() -> None:
    rows = read_back("events")
    assert all(row["lat"] == "" and row["place"] == "" for row in rows)
    assert {row["negated"] for row in rows} == {"false"}


@pytest.mark.parametrize("words", ["=1+1", "+7 people", "-3 degrees", "@all were told", "\tcut", "\rcut"])
def test_a_text_that_a_spreadsheet_would_run_has_an_apostrophe_before_it(words: str) -> None:
    assert read_back("claims", told_as(words))[0]["text"] == f"'{words}"


@pytest.mark.parametrize("words", ['“Quoted”, "so"', "two\nlines", "a;b,c\td", "بيان رسمي", "nought\x00"])
def test_any_other_text_survives(words: str) -> None:
    assert read_back("claims", told_as(words))[0]["text"] == words.replace("\x00", "")


def test_a_map_has_a_point_for_each_place_with_the_claim_beside_it() -> None:
    made = told_as("The bridge at Kalvor closed")
    places = (ClaimPlace("Kalvor", 61.5, 9.25, "exact"), ClaimPlace("Norlund", None, None, "near"))
    claim = replace(made.stories[0].claims[0], places=places)
    made = replace(made, stories=(replace(made.stories[0], claims=(claim,)),))
    found = json.loads(geojson_text(Facts(made)))
    assert found["type"] == "FeatureCollection"
    (feature,) = found["features"]
    assert feature["type"] == "Feature"
    assert feature["geometry"] == {"type": "Point", "coordinates": [9.25, 61.5]}  # RFC 7946: longitude first
    assert feature["properties"]["precision"] == "exact"
    assert feature["properties"]["status"] == claim.status
    assert feature["properties"]["independent_origins"] == claim.independent_origins


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setitem(sys.modules, "sayso.pipeline", fake_pipeline)
    monkeypatch.setattr(sayso, "pipeline", fake_pipeline, raising=False)
    path = tmp_path / "report.txt"
    path.write_text("The bridge at Kalvor closed on Monday, the road office said.", "utf-8")
    return str(path)


def test_tables_are_written_to_a_folder_and_again_over_it(report: str, tmp_path: Path) -> None:
    target = tmp_path / "tables"
    assert run(["export", report, "-o", str(target)]) == 0
    before = {p.name: p.read_bytes() for p in target.iterdir()}
    assert set(before) == {f"{t.name}.csv" for t in TABLES}
    assert run(["export", report, "-o", str(target)]) == 0
    assert {p.name: p.read_bytes() for p in target.iterdir()} == before


def test_a_map_goes_to_standard_output(report: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["export", report, "--as", "geojson"]) == 0
    assert json.loads(capsysbinary.readouterr().out)["type"] == "FeatureCollection"


def test_tables_cannot_be_written_to_a_file(report: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", report, "-o", report]) == 2
    assert "is a file; tables are written to a folder" in capsys.readouterr().err


def test_a_folder_in_no_folder_is_not_made(report: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", report, "-o", str(tmp_path / "none" / "tables")]) == 2
    assert "make it first" in capsys.readouterr().err
    assert not (tmp_path / "none").exists()
