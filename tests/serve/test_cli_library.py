"""The commands on a library, from the first report to the brief of a story."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.serve.cli.app import run

TEXT = "The bridge at Kalvor closed on Monday. Two people were hurt, the road office said."


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "one.txt").write_text(f"---\noutlet: Kalvor Post\npublished: 2026-03-03\n---\n{TEXT}", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_add_then_stories_then_brief(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["add", "reports"]) == 0
    assert capsys.readouterr().out.startswith("1 new report, 0 new versions, 0 known already, 1 read, 1 story renewed;")
    assert run(["add", "reports"]) == 0
    assert "1 known already, 0 read, 0 stories renewed; 1 report in the library" in capsys.readouterr().out
    assert run(["stories"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].endswith("— 1 report, 3 March 2026")
    id = lines[1].split(":")[0].strip()
    assert run(["brief", "--story", id, "--library", "sayso.library"]) == 0
    assert "road office" in capsys.readouterr().out
    assert run(["export", "--story", id, "-o", "tables"]) == 0
    assert "road office" in Path("tables/claims.csv").read_text("utf-8")


@pytest.mark.parametrize(("arguments", "code", "says"), [
    (["stories"], 2, "Missing argument 'SOURCE...'"),
    (["brief"], 2, "Missing argument 'SOURCE...'"),
    (["stories", "--library", "none"], 1, "there is no library here"),
    (["brief", "--story", "x", "--library", "none"], 1, "there is no library here"),
    (["brief", "reports", "--story", "x"], 2, "leave the SOURCE words out"),
    (["brief", "--story", "x", "--grades"], 2, "was weighed as it was added"),
    (["brief", "reports", "--library", "x"], 2, "goes with --story"),
    (["export"], 2, "Missing argument 'SOURCE...'"),
    (["export", "reports", "--story", "x"], 2, "leave the SOURCE words out"),
    (["stories", "reports", "--library", "x"], 2, "leave the SOURCE words out"),
    (["add", "reports", "--library", "reports/one.txt"], 1, "is no library"),
    (["add", "reports", "--library", "none/sayso.library"], 1, "there is no folder none"),
])
def test_what_cannot_be_done_is_one_line(arguments: list[str], code: int, says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == code
    [line] = capsys.readouterr().err.splitlines()
    assert says in line


def test_what_is_asked_of_a_library(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["add", "reports"]) == 0
    capsys.readouterr()
    for arguments, says in (
        (["claims"], "Two people were hurt"),
        (["claims", "--status", "disputed"], "no claims"),
        (["claims", "--format", "json"], '"independent": 1'),
        (["who", "road office"], "Two people were hurt [Kalvor Post]"),
        (["who", "road office", "--format", "json"], '"stance": "affirms"'),
        (["find", "bridge"], "one in story-"),
        (["find", "", "--outlet", "kalvor post"], "Kalvor Post, 3 March 2026"),
        (["find", "volcano", "--date", "1999"], "nothing found"),
        (["diff", "--story", "story", "--since", "2026-03-01"], "NEW CLAIMS ("),
        (["diff", "--story", "story", "--since", "2026-03-01", "--format", "json"], '"new": ['),
    ):
        assert run(arguments) == 0
        assert says in capsys.readouterr().out
    assert run(["who", "nobody"]) == 1
    assert "nobody of that name" in capsys.readouterr().err


def test_a_library_is_checked_saved_and_put_back(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["add", "reports"]) == 0
    assert run(["check"]) == 0
    assert capsys.readouterr().out.endswith("sound: 1 report\n")
    assert run(["backup", "saved.library"]) == 0
    (folder / "sayso.library").unlink()
    assert run(["restore", "saved.library"]) == 0
    assert run(["restore", "saved.library"]) == 2
    assert run(["rebuild"]) == 0
    assert "0 read, 1 story renewed; 1 report in the library" in capsys.readouterr().out
    (folder / "sources.toml").write_text('roll_up = "none"\n', "utf-8")
    assert run(["check"]) == 1
    assert "was weighed under other settings; run sayso rebuild" in capsys.readouterr().out


def test_claims_that_cannot_be_read_alone_are_counted_and_not_listed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "reports" / "two.txt").write_text("The road office of Kalvor spoke on Monday. It knew of it, he said.", "utf-8")
    assert run(["add", "reports"]) == 0
    capsys.readouterr()
    assert run(["claims"]) == 0
    told = capsys.readouterr().out
    assert "It knew of it" not in told
    assert "(1 more cannot be read by themselves; --format json has them)" in told
