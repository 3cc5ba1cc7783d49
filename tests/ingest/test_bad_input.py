"""What a reader may put in front of it that is no article, or not quite: one line each, and the rest is read."""

from __future__ import annotations

import builtins
import json
from pathlib import Path

import pytest

from sayso.ingest.record import LONGEST

LATE = "The ferry was late, the harbour master said."


@pytest.fixture
def beside(tmp_path: Path) -> Path:
    """A folder with one good report; what a test adds must not take that one away."""
    (tmp_path / "good.txt").write_text(LATE, "utf-8")
    return tmp_path


def test_a_file_that_may_not_be_read_in_a_folder_and_by_name(load_sources, beside, monkeypatch):
    locked = beside / "locked.txt"
    locked.write_text("Nobody may see this.", "utf-8")
    real = builtins.open

    def refuse(file, *more, **options):  # the superuser of a machine may read everything, so that modes are no test
        if str(file).endswith("locked.txt"):
            raise PermissionError(13, "Permission denied", str(file))
        return real(file, *more, **options)
    monkeypatch.setattr(builtins, "open", refuse)
    for sources in ((beside,), (locked, beside / "good.txt")):
        loaded = load_sources(*sources)
        assert [a.id for a in loaded.articles] == ["good"]
        assert loaded.error.endswith("locked.txt: Permission denied; allow yourself to read it")


def test_a_disk_that_fails_half_way(load_sources, beside, monkeypatch):
    real = builtins.open

    class Failing:
        def __init__(self, stream):
            self.stream = stream

        def __enter__(self):
            return self

        def __exit__(self, *_):
            self.stream.close()

        def readline(self, *_):
            return self.stream.readline()

        def read(self, *_):
            raise OSError(5, "Input/output error")

    def fail(file, *more, **options):
        stream = real(file, *more, **options)
        return Failing(stream) if str(file).endswith("torn.txt") else stream
    (beside / "torn.txt").write_text(f"{LATE}\n{LATE}\n{LATE}\n", "utf-8")
    monkeypatch.setattr(builtins, "open", fail)
    loaded = load_sources(beside / "torn.txt", beside / "good.txt")
    assert [a.id for a in loaded.articles] == ["good"]
    assert loaded.error.endswith("torn.txt: Input/output error; check the path")


def test_a_folder_with_the_name_of_a_file(load_sources, beside):
    (beside / "report.txt").mkdir()
    assert [a.id for a in load_sources(beside).articles] == ["good"]
    assert "report.txt: holds no files to read; " in load_sources(beside / "report.txt").error


def test_a_link_that_leads_back_to_itself(load_sources, beside):
    (beside / "round.txt").symlink_to(beside / "round.txt")
    loaded = load_sources(beside)
    assert [a.id for a in loaded.articles] == ["good"]
    assert loaded.error.endswith("round.txt: is a link that leads back to itself; take it away or leave it out")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark_is_told(load_sources, beside, encoding):
    (beside / "wide.txt").write_bytes(f"{LATE}\n“Nobody was hurt,” she said.\n".encode(encoding))
    loaded = load_sources(beside)
    assert [a.text for a in loaded.articles] == [LATE, f"{LATE}\n“Nobody was hurt,” she said.\n"]
    assert loaded.notes[0].endswith(f"wide.txt: is UTF-16 without a mark; read as {encoding}, which is a guess")


def test_text_that_was_spoilt_before_is_kept_and_told(load_bytes):
    spoilt = "“Nobody came,” the café’s owner said.".encode().decode("cp1252", "ignore")
    loaded = load_bytes(spoilt)
    assert loaded.one.text == spoilt
    assert "report.txt: was spoilt before it came here" in loaded.notes[0]
    assert not load_bytes("Ã bientôt, said the note. The letter Ã stands in São Paulo’s old maps.").notes


def test_a_text_longer_than_any_report(load_bytes):
    row = json.dumps({"id": "long", "text": "The ferry was late. " * (LONGEST // 20 + 1)})
    loaded = load_bytes(f'{row}\n{json.dumps({"id": "b", "text": LATE})}\n', "x.jsonl")
    assert [a.id for a in loaded.articles] == ["b"]
    assert "x.jsonl:1: has 1,000,020 characters, more than the 1,000,000 that an article may have; " in loaded.error
    assert len(load_bytes("x" * LONGEST).one.text) == LONGEST


def test_what_stands_behind_a_broken_place_of_a_list_is_said_to_be_lost(load_bytes):
    text = json.dumps([{"text": LATE}, {"text": LATE}, {"text": LATE}], indent=0).replace('{\n"text"', '{"text"')
    broken = text.replace('{"text"', '{"text', 2).replace('{"text', '{"text"', 1)
    loaded = load_bytes(broken, "x.json")
    assert [a.text for a in loaded.articles] == [LATE]
    assert loaded.error.endswith("; mend it; what stands behind it is not read")


@pytest.mark.parametrize(("given", "kept"), [("2026-02-30", None), ("2026-13-01", None), ("yesterday", None),
                                             ("2026-02-28T25:00", "2026-02-28")])
def test_an_impossible_date(load_bytes, given, kept):
    loaded = load_bytes(f"---\npublished: {given}\n---\n{LATE}")
    assert loaded.one.published == kept
    assert f'report.txt: "published" is "{given}", which is no date of ISO 8601; ' in loaded.notes[0]


@pytest.mark.parametrize("given", ["9999", "9999-01", "9999-12-31", "9999-12-31T10:00"])
def test_a_date_that_lies_ahead_is_kept_and_told(load_bytes, given):
    loaded = load_bytes(f"---\npublished: {given}\n---\n{LATE}")
    assert loaded.one.published == given
    assert f'"published" is {given}, which lies ahead; ' in loaded.notes[0]


def test_two_articles_with_one_id_are_both_kept(load_bytes):
    rows = [{"id": "a", "text": LATE}, {"id": "a", "text": "It was not, the captain said."}]
    loaded = load_bytes("\n".join(map(json.dumps, rows)), "x.jsonl")
    assert [(a.id, a.text) for a in loaded.articles] == [("a", rows[0]["text"]), ("a~2", rows[1]["text"])]
    assert loaded.notes == [loaded.notes[0]]
    assert "x.jsonl:2: the id" in loaded.notes[0]
