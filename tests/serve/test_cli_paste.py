"""`sayso paste`: what is asked of whom, what is kept, and that nobody is asked where nobody is."""

from __future__ import annotations

import io
import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import fake_pipeline
import pytest

import sayso
from sayso.ingest import load
from sayso.serve.cli.app import run
from sayso.serve.cli.ask import Asker

HERE = Path(__file__).resolve().parent
ONE = "The bridge at Kalvor closed on Monday, the road office said.\n"
TWO = "---\noutlet: Linde Echo\npublished: 2031-03-04\n---\nThe mayor of Linde resigned.\n"


@pytest.fixture(autouse=True)
def pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sayso.pipeline", fake_pipeline)
    monkeypatch.setattr(sayso, "pipeline", fake_pipeline, raising=False)


def piped(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def answered(*answers: str) -> tuple[Asker, io.StringIO]:
    told = io.StringIO()
    return Asker(io.StringIO("".join(a + "\n" for a in answers)), told), told


def articles(text: str, asker: Asker) -> list[tuple[str | None, str | None]]:
    loaded = load(["-"], stdin=io.BytesIO(text.encode()), on_error=print, on_note=print, on_paste=asker.complete)
    return [(a.outlet, a.published) for a in loaded]


def test_what_is_not_known_is_asked_for_and_only_that() -> None:
    asker, told = answered("Kalvor Post", "2031-03-03T07:10")
    assert articles(ONE + "=====\n" + TWO, asker) == [("Kalvor Post", "2031-03-03T07:10"), ("Linde Echo", "2031-03-04")]
    assert told.getvalue().startswith("stdin: The bridge at Kalvor closed on Monday")
    assert told.getvalue().count("outlet") == 1


def test_an_empty_answer_and_the_end_of_input_leave_it_unknown() -> None:
    for answers in (("", ""), ()):
        asker, _ = answered(*answers)
        assert articles(ONE, asker) == [(None, None)]


def test_a_date_that_is_none_is_asked_for_again() -> None:
    asker, told = answered("Kalvor Post", "yesterday", "2031-02-30", "2031-03")
    assert articles(ONE, asker) == [("Kalvor Post", "2031-03")]
    assert told.getvalue().count("no date of this form") == 2


def test_nobody_is_asked_where_there_is_no_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    piped(monkeypatch, ONE + "=====\n" + TWO)
    assert run(["paste"]) == 0
    out = capsys.readouterr()
    assert "outlet (Enter" not in out.err
    assert "stdin: parted into 2 reports: line 1; line 3 (front matter)" in out.err
    assert out.out


def test_what_is_kept_is_read_again_as_it_was(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    piped(monkeypatch, ONE + "=====\n" + TWO)
    folder = tmp_path / "new" / "kept"
    assert run(["paste", "--keep", str(folder), "-o", str(tmp_path / "brief.md")]) == 0
    assert sorted(p.name for p in folder.iterdir()) == ["01.txt", "02.txt"]
    kept = list(load([str(folder)], on_error=print, on_note=print))
    assert [(a.id, a.outlet, a.published, a.text) for a in kept] == [
        ("stdin", None, None, ONE), ("stdin~2", "Linde Echo", "2031-03-04", "The mayor of Linde resigned.\n")]


def test_a_folder_that_is_there_is_left_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    piped(monkeypatch, ONE)
    assert run(["paste", "--keep", str(tmp_path)]) == 2
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="needs pseudo-terminals")
def test_a_person_pastes_at_a_terminal_and_is_asked() -> None:
    person, terminal = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "TERM": "dumb"}
    command = [sys.executable, str(HERE / "fake_pipeline.py"), "paste", "--format", "json"]
    with subprocess.Popen(command, stdin=terminal, stderr=terminal, stdout=subprocess.PIPE, env=environment,
                          preexec_fn=lambda: _own(terminal)) as process:
        os.close(terminal)
        seen = until(person, b"Ctrl-D")
        os.write(person, ONE.encode() + b"\x04")
        seen += until(person, b"outlet (Enter: not known): ")
        os.write(person, b"Kalvor Post\n")
        seen += until(person, b"published, as")
        os.write(person, b"\n")
        out, _ = process.communicate(timeout=30)
    assert process.returncode == 0
    assert out.startswith(b'{"meta"')
    assert b"stdin: The bridge at Kalvor" in seen
    os.close(person)


def _own(terminal: int) -> None:
    """Makes the terminal the one that the new process, a session of its own, is asked at."""
    import fcntl
    import termios

    os.setsid()
    fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)


def until(person: int, sign: bytes) -> bytes:
    """What comes from the terminal up to a sign, for at most half a minute."""
    seen, end = b"", time.monotonic() + 30
    while sign not in seen and time.monotonic() < end:
        if select.select([person], [], [], 1)[0]:
            seen += os.read(person, 1024)
    assert sign in seen
    return seen
