"""`sayso serve` as a user starts it: it says where to look, answers there, and ends with Ctrl-C."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

from sayso.serve.cli.app import run


def test_it_makes_the_library_says_where_to_look_answers_and_stops(tmp_path: Path) -> None:
    library = tmp_path / "desk.library"
    command = [sys.executable, "-m", "sayso", "serve", "--library", str(library), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stderr is not None
            found = re.search(r"open (http://127\.0\.0\.1:\d+) in a browser", server.stderr.readline())
            assert found
            with urllib.request.urlopen(found[1], timeout=10) as answer:
                assert "This library is empty" in answer.read().decode()
            server.send_signal(signal.SIGINT)
            assert server.wait(10) == 0
        finally:
            server.kill()
    assert library.exists()


def test_a_port_that_is_taken_is_said_with_what_to_do(tmp_path: Path, capsys) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert run(["serve", "--library", str(tmp_path / "desk.library"), "--port", port]) == 1
    said = capsys.readouterr().err
    assert f"port {port}: Address already in use" in said
    assert "name another with --port" in said


def test_a_file_that_is_no_library_is_said_before_anything_is_served(tmp_path: Path, capsys) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("These are notes, and no library of reports. " * 40)
    assert run(["serve", "--library", str(path), "--port", "0"]) == 1
    assert "notes.txt" in capsys.readouterr().err
