"""Files, folders, standard input; ids; what is passed over; what cannot be read."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pytest

from sayso.ingest import load
from sayso.ingest.naming import stem


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    top = tmp_path / "reports"
    for name in ("b.txt", "a.md", "sub/deep/c.txt", "sub/a.txt"):
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_text(f"The ferry {name} was late.", encoding="utf-8")
    return top


def test_a_folder_is_read_recursively_and_sorted(load_sources, folder):
    loaded = load_sources(folder)
    assert [a.id for a in loaded.articles] == ["a", "b", "sub/a", "sub/deep/c"]
    assert not loaded.notes
    assert [a.id for a in load_sources(str(folder) + os.sep).articles] == [a.id for a in loaded.articles]


def test_a_file_is_called_by_its_stem(load_sources, folder):
    assert load_sources(folder / "sub" / "deep" / "c.txt").one.id == "c"


@pytest.mark.parametrize(("path", "name"), [
    ("a/b.txt", "a/b"), ("x.tar.gz", "x.tar"), ("report.2031", "report.2031"), ("x.HTML", "x"), ("x.7z", "x"),
    ("report.2031-05-06", "report.2031-05-06"), ("No. 5 said", "No. 5 said"), ("a/.hidden", "a/.hidden"),
    ("v1.2/notes", "v1.2/notes")])
def test_stems(path, name):
    assert stem(path) == name


def test_hidden_and_binary_files_are_passed_over_and_counted(load_sources, folder):
    (folder / ".secret.txt").write_text("Hidden.")
    (folder / ".git").mkdir()
    (folder / ".git" / "config.txt").write_text("Hidden.")
    for n in range(4):
        (folder / f"p{n}.txt").write_bytes(b"\x89PNG\r\n\0\0")
    (folder / "style.css").write_text("p { color: red }")
    loaded = load_sources(folder)
    assert len(loaded.articles) == 4
    assert not loaded.errors
    assert len(loaded.notes) == 1
    for part in ("reports: passed over ", "2 × hidden file (.git, .secret.txt)",
                 "4 × binary file (p0.txt, p1.txt, p2.txt, …)", "1 × table or part of a page (style.css)"):
        assert part in loaded.notes[0]
    assert load_sources(folder / ".secret.txt").one.text == "Hidden."
    assert load_sources(folder / "style.css").one.text == "p { color: red }"


def test_circular_links_end(load_sources, folder):
    (folder / "sub" / "again").symlink_to(folder, target_is_directory=True)
    (folder / "self").symlink_to(folder / "self")
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    loaded = load_sources(folder)
    assert [a.id for a in loaded.articles] == ["a", "b", "sub/a", "sub/deep/c"]
    assert "1 × folder linked to twice (sub/again)" in loaded.notes[0]
    assert len(loaded.errors) == 2
    assert loaded.errors[0].why == "is a link to a file that is not there"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_in_a_folder_does_not_hang(load_sources, folder):
    os.mkfifo(folder / "pipe")
    loaded = load_sources(folder)
    assert len(loaded.articles) == 4
    assert "1 × special file (pipe)" in loaded.notes[0]


def test_an_empty_folder(load_sources, tmp_path):
    (tmp_path / "none").mkdir()
    assert "none: holds no files to read; " in load_sources(tmp_path / "none").error


@pytest.mark.parametrize(("source", "why"), [
    ("https://quay.example/1", "https://quay.example/1: URLs are not fetched yet; "),
    ("ftp://x/y", "ftp://x/y: URLs are "),
    ("/no/such/file.txt", "/no/such/file.txt: no such file or folder; "), ("", "is no path"), ("a\0b", "is no path")])
def test_sources_that_cannot_be_read(load_sources, source, why):
    loaded = load_sources(source)
    assert why in loaded.error
    assert not loaded.articles


def test_the_rest_goes_on_behind_each_error(load_sources, folder):
    (folder / "c.txt").write_bytes(b"")
    loaded = load_sources("/no/such/file.txt", folder, "https://quay.example", "-", stdin=b"The last one.")
    assert [a.id for a in loaded.articles] == ["a", "b", "sub/a", "sub/deep/c", "stdin"]
    assert len(loaded.errors) == 3


def test_a_folder_that_may_not_be_opened(load_sources, folder, monkeypatch):
    real = os.listdir

    def listdir(path: str) -> list[str]:
        if path.endswith("deep"):
            raise PermissionError(13, "Permission denied", path)
        return real(path)
    monkeypatch.setattr(os, "listdir", listdir)
    loaded = load_sources(folder)
    assert [a.id for a in loaded.articles] == ["a", "b", "sub/a"]
    assert loaded.error.endswith("deep: Permission denied; allow yourself to read it")


def test_standard_input_in_each_format(load_sources):
    assert load_sources("-", stdin=b"The ferry\r\nwas late.").one.text == "The ferry\r\nwas late."
    loaded = load_sources("-", stdin=b'{"text": "One."}\n{"text": "Two."}\n{"text": "Three.", "id": "own"}\n')
    assert [a.id for a in loaded.articles] == ["stdin", "stdin~2", "own"]
    assert loaded.notes == ['stdin: 2 articles without an id are called "stdin" to "stdin~2"']
    assert "stdin: is empty; " in load_sources("-", stdin=b"").error


def test_the_programs_own_standard_input(load_sources, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"The ferry was late.")))
    assert load_sources("-").one.text == "The ferry was late."
    monkeypatch.setattr("sys.stdin", None)
    assert "stdin: is empty; " in load_sources("-").error


def test_standard_input_is_not_waited_for_to_its_end():
    class Pipe(io.BytesIO):
        lines_read = 0

        def readline(self, size: int | None = -1, /) -> bytes:
            self.lines_read += 1
            return super().readline(size)

        def __next__(self) -> bytes:
            self.lines_read += 1
            return super().__next__()
    pipe = Pipe(b"".join(json.dumps({"text": f"Line {n}"}).encode() + b"\n" for n in range(100)))
    articles = load(["-"], stdin=pipe, on_error=print, on_note=print)
    assert next(articles).text == "Line 0"
    assert pipe.lines_read <= 3


def test_a_clash_of_ids_is_numbered_and_told(load_sources, tmp_path):
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "b.txt").write_text("---\nid: a\n---\nTwo.")
    rows = [{"id": "a~2", "text": "Three."}, {"id": " a", "text": "Four."}, {"id": "a", "text": "Five."}]
    (tmp_path / "c.jsonl").write_text("\n".join(map(json.dumps, rows)))
    loaded = load_sources(tmp_path, tmp_path / "a.txt")
    assert [a.id for a in loaded.articles] == ["a", "a~2", "a~2~2", " a", "a~3", "a~4"]
    assert len(loaded.notes) == 4
    assert loaded.notes[0].endswith('b.txt: the id "a" is taken; this article is called "a~2"')
    assert 'c.jsonl:1: the id "a~2" is taken' in loaded.notes[1]


def test_an_article_that_is_not_read_takes_no_id(load_bytes):
    loaded = load_bytes('{"id": "a", "text": 1}\n{"id": "a", "text": "Late."}', "x.jsonl")
    assert [a.id for a in loaded.articles] == ["a"]
    assert not loaded.notes


def test_a_name_that_is_no_utf8_or_has_a_line_break(load_sources, tmp_path):
    odd = os.fsencode(str(tmp_path)) + b"/caf\xe9\nlate.txt"
    try:
        Path(os.fsdecode(odd)).write_text("The ferry was late.")
    except OSError:
        pytest.skip("this file system takes no such names")
    loaded = load_sources(tmp_path)
    assert loaded.one.id == "caf\ufffd\nlate"
    Path(os.fsdecode(odd)).write_bytes(b"")
    assert "caf\ufffd\ufffdlate.txt: is empty; " in load_sources(tmp_path).error


def test_loading_is_lazy(tmp_path):
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "b.txt").write_text("Two.")
    stream = load([str(tmp_path)], on_error=print, on_note=print)
    assert next(stream).text == "One."
    (tmp_path / "b.txt").write_text("Changed.")
    assert next(stream).text == "Changed."
