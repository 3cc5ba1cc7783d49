"""The command line: what it prints where, with which exit code, and that it leaves nothing half-written."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import fake_pipeline
import pytest

import sayso
from sayso.errors import SetupError
from sayso.serve.cli.app import run

HERE = Path(__file__).resolve().parent
TEXT = "The bridge at Kalvor closed on Monday, the road office said."


@pytest.fixture(autouse=True)
def pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sayso.pipeline", fake_pipeline)
    monkeypatch.setattr(sayso, "pipeline", fake_pipeline, raising=False)


@pytest.fixture
def report(tmp_path: Path) -> str:
    path = tmp_path / "report.txt"
    path.write_text(f"---\noutlet: Kalvor Pòst\n---\n{TEXT}", "utf-8")
    return str(path)


def outer(*arguments: str, **more: object) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run([sys.executable, str(HERE / "fake_pipeline.py"), *arguments], env=environment, check=False,
                          timeout=60, **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **more})  # type: ignore[call-overload]


def test_read_prints_meta_and_then_a_line_for_each_report(report: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", report, "--format", "jsonl"]) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert (first["record"], first["contract"]) == ("meta", 1)
    assert list(second)[:2] == ["article", "noise"]
    assert second["article"]["text"] == TEXT


def test_stories_is_a_bare_list_on_request_and_a_listing_by_default(
    report: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["stories", report, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["title"] == "Bridge closed"
    assert run(["stories", report]) == 0
    assert capsys.readouterr().out.startswith("Bridge closed — 1 report, 2 March 2026 to 3 March 2026\n")


@pytest.mark.parametrize(("arguments", "begins"), [
    ([], "Bridge at Kalvor closed\nas of 2 March 2026"),
    (["--format", "markdown"], "# Bridge at Kalvor closed\n"),
    (["--format", "json"], '{"meta": {"contract": 1'),
    (["--format", "jsonl"], '{"record": "meta"'),
])
def test_brief_in_each_format(
    report: str, arguments: list[str], begins: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["brief", report, *arguments]) == 0
    out = capsys.readouterr()
    assert out.out.startswith(begins)
    assert out.err == ""
    assert "\x1b" not in out.out


@pytest.mark.parametrize(("name", "begins"), [("b.md", "# "), ("b.json", '{"meta"'), ("b.jsonl", '{"record"'),
                                              ("b.txt", "Bridge"), ("b.html", "<!doctype html>\n")])
def test_a_files_ending_chooses_the_format(report: str, tmp_path: Path, name: str, begins: str) -> None:
    assert run(["brief", report, "-o", str(tmp_path / name)]) == 0
    assert (tmp_path / name).read_text("utf-8").startswith(begins)
    assert not list(tmp_path.glob("*.part"))
    assert not list(tmp_path.glob(".*"))


def test_without_leaves_parts_out_and_knows_no_others(report: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["brief", report, "--format", "json", "--without", "text,readings"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["readings"] == []
    assert {a["text"] for a in document["articles"]} == {None}
    assert run(["brief", report, "--format", "json", "--without", "claims"]) == 2
    assert "choose from text, readings" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [
    ["read"], ["brief", "--format", "xml", "x"], ["stroies", "x"], [], ["read", "-q"], ["read", "x", "--jobs", "0"]])
def test_wrong_usage_is_told_on_standard_error_and_ends_in_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    out = capsys.readouterr()
    assert out.out == ""
    assert len(out.err.splitlines()) == 1 or not arguments


@pytest.mark.parametrize("command", ["read", "stories", "brief"])
def test_no_article_at_all_ends_in_1_and_prints_nothing(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([command, str(tmp_path / "nothing.txt"), "-o", str(tmp_path / "out")]) == 1
    out = capsys.readouterr()
    assert out.out == ""
    assert len(out.err.splitlines()) == 2
    assert "no article was read" in out.err.splitlines()[1]
    assert not (tmp_path / "out").exists()


def test_one_bad_input_does_not_stop_the_rest(
    report: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["read", str(tmp_path / "nothing.txt"), report]) == 1
    out = capsys.readouterr()
    assert len(out.out.splitlines()) == 2
    assert len(out.err.splitlines()) == 1
    assert "nothing.txt" in out.err


def test_a_missing_part_is_one_line_and_1(
    report: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise SetupError("the model is not there; set up again")
    monkeypatch.setattr(fake_pipeline, "brief", fail)
    assert run(["brief", report]) == 1
    assert capsys.readouterr().err == "sayso: the model is not there; set up again\n"


def test_a_file_that_stood_there_stays_when_the_run_fails(
    report: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> object:
        yield fake_pipeline.factory.reading(fake_pipeline.factory.article("one", TEXT, None))
        raise KeyboardInterrupt
    monkeypatch.setattr(fake_pipeline, "read", broken)
    target = tmp_path / "out.jsonl"
    target.write_text("old", "utf-8")
    assert run(["read", report, "-o", str(target)]) == 130
    assert target.read_text("utf-8") == "old"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.jsonl", "report.txt"]


@pytest.mark.parametrize("place", ["", "no/such/folder/out.json"])
def test_a_place_that_cannot_be_written_is_told_before_reading(
    report: str, tmp_path: Path, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["brief", report, "-o", str(tmp_path / place)]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_version_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"sayso {sayso.__version__}\n"
    for command in ("read", "stories", "brief", "paste", "demo", "doctor"):
        assert run([command, "--help"]) == 0
        assert f"  sayso {command}" in capsys.readouterr().out


def test_output_is_utf_8_in_the_c_locale(report: str) -> None:
    done = outer("read", report)
    assert done.returncode == 0, done.stderr
    assert "Kalvor Pòst" in done.stdout.decode("utf-8")


def test_the_source_can_be_standard_input() -> None:
    done = outer("read", "-", input=TEXT.encode())
    assert json.loads(done.stdout.splitlines()[1])["article"]["id"] == "stdin"


def test_a_closed_pipe_ends_quietly(report: str) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = outer("brief", report, "--format", "json", stdout=writer)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("to_file", [True, False])
def test_a_full_disk_is_one_line(report: str, to_file: bool) -> None:
    if to_file:
        done = outer("brief", report, "-o", "/dev/full")
    else:
        with open("/dev/full", "wb") as full:
            done = outer("brief", report, stdout=full)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert b"No space left on device" in done.stderr


def most_of_a_file() -> None:
    """What a disk does that fills up: writing fails when the file has grown to so many bytes."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (200, 200))


@pytest.mark.skipif(sys.platform == "win32", reason="needs the limits of POSIX")
@pytest.mark.parametrize("command", ["brief", "read", "stories"])
def test_a_disk_that_fills_up_leaves_the_old_output(report: str, tmp_path: Path, command: str) -> None:
    target = tmp_path / "out.json"
    target.write_text("old", "utf-8")
    many = [report] * (1 if command != "stories" else 20)
    arguments = [*many, *(["--format", "json"] if command == "stories" else []), "-o", str(target)]
    done = outer(command, *arguments, preexec_fn=most_of_a_file)
    assert done.returncode == 1
    assert len([x for x in done.stderr.splitlines() if b"could not be written" in x]) == 1
    assert b"out.json: could not be written: File too large; make room or choose another place" in done.stderr
    assert target.read_text("utf-8") == "old"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.json", "report.txt"]


@pytest.mark.parametrize("command", ["brief", "read", "stories"])
def test_a_language_that_is_not_read_is_one_line_and_fails_only_alone(
    report: str, command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    foreign = tmp_path / "amt.txt"
    foreign.write_text("---\nlanguage: de\n---\nDie Brücke ist gesperrt.", "utf-8")
    assert run([command, report, str(foreign)]) == 0
    line = "sayso: amt: is in German, which is not read; it is listed as such, give a translation\n"
    assert capsys.readouterr().err == line
    assert run([command, str(foreign)]) == 1
    out = capsys.readouterr()
    assert out.err == line + "sayso: no article was read; give some in English\n"
    assert out.out


def test_interrupted_ends_in_130_without_a_trace(tmp_path: Path) -> None:
    (tmp_path / "slow.txt").write_text("Please wait here, the clerk said.", "utf-8")
    command = [sys.executable, str(HERE / "fake_pipeline.py"), "read", str(tmp_path / "slow.txt"),
               "-o", str(tmp_path / "out")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=environment) as process:
        assert process.stderr is not None
        assert process.stderr.readline() == b"waiting\n"
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=20)
    assert (process.returncode, told) == (130, b"sayso: interrupted\n")
    assert [p.name for p in tmp_path.iterdir()] == ["slow.txt"]


def test_the_users_sources_are_read_and_what_is_wrong_with_them_is_one_line(
    report: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "mine.toml"
    file.write_text("[[source]]\nname = 'Kalvor Post'\nrating = 'B'\n", "utf-8")
    assert run(["brief", report, "--sources", str(file)]) == 0
    file.write_text("[[source]]\nname = 'Kalvor Post'\nrating = 'best'\n", "utf-8")
    capsys.readouterr()
    assert run(["brief", report, "--sources", str(file)]) == 2
    assert "rating: best is none of A, B" in capsys.readouterr().err
    monkeypatch.chdir(tmp_path)
    file.rename("sources.toml")
    assert run(["brief", report]) == 2
