"""What `check` finds, and that `rebuild` mends all that `check` sends to it."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from desk import Make, Reader

from sayso.errors import InputError, UsageError
from sayso.model.reading import Reading
from sayso.pipeline import library as adding
from sayso.settings import Settings
from sayso.store import copying
from sayso.store.check import REBUILD, RESTORE, Fault, faults
from sayso.store.codec import pack, unpack
from sayso.store.library import Library

BRIDGE = "The bridge at Ondra closed on Monday. Two people were hurt, the road office said."
FERRY = "A ferry ran aground off Tolm on Sunday, the coast guard said. All 40 passengers were taken ashore."


@pytest.fixture
def full(library: Library, article: Make) -> Library:
    adding.add(library, [article(BRIDGE, id="bridge"), article(FERRY, id="ferry")], Settings())
    return library


def found(library: Library, settings: Settings | None = None) -> list[Fault]:
    return list(faults(library, *adding.rules(settings or Settings())))


def spoil(library: Library, *statements: str) -> None:
    with sqlite3.connect(library.path) as raw:
        for statement in statements:
            raw.execute(statement)


def test_a_sound_library_has_no_faults(full: Library) -> None:
    assert found(full) == []


MENDED = {
    "a reading that cannot be read": ["UPDATE reading SET body = x'00' WHERE version = 1"],
    "a reading of another text": ["UPDATE reading SET body = (SELECT body FROM reading WHERE version = 2) WHERE version = 1"],
    "a page that is not its text": ["UPDATE page SET text = 'something else' WHERE version = 1"],
    "no page": ["DELETE FROM page WHERE version = 1"],
    "no sketch": ["DELETE FROM sketch WHERE version = 1"],
    "an index that lacks a page": ["INSERT INTO words (words, rowid, title, text) SELECT 'delete', version, title, text FROM page "
                                   "WHERE version = 1"],
    "an index that is empty": ["INSERT INTO words (words) VALUES ('delete-all')"],
    "a dossier that cannot be read": ["UPDATE story SET body = x'00'"],
    "a story that cannot be read": ["UPDATE story SET linked = x'00'"],
    "no members": ["DELETE FROM member"],
    "no claims": ["DELETE FROM claim"],
    "a story of another rule version": ["UPDATE story SET rule = '0.0.1'"],
    "an alias that leads nowhere": ["INSERT INTO alias VALUES ('story-old', 'story-none')"],
    "a claim of no story": ["INSERT INTO claim SELECT 'none', n, id, text, kind, status, independent, reports, denied, date, "
                            "first_seen, last_seen FROM claim LIMIT 1"],
    "a report in no story": ["UPDATE article SET linked = 0 WHERE id = 'bridge'"],
    "a story that is gone": ["DELETE FROM member WHERE article = 'bridge'",
                             "DELETE FROM story WHERE id NOT IN (SELECT story FROM member)"],
    "a reading of no version": ["INSERT INTO reading SELECT 99, rule, body FROM reading LIMIT 1"],
}


@pytest.mark.parametrize("statements", MENDED.values(), ids=MENDED.keys())
def test_what_check_sends_to_rebuild_is_mended_by_it(full: Library, statements: list[str]) -> None:
    titles = [row.title for row in full.stories()]
    spoil(full, *statements)
    wrong = found(full)
    assert wrong
    assert {f.mend for f in wrong} == {REBUILD}
    adding.rebuild(full, Settings())
    assert found(full) == []
    assert [row.title for row in full.stories()] == titles


def test_stories_weighed_under_other_settings_are_told_and_renewed(full: Library) -> None:
    other = Settings(roll_up="none")
    assert {f.why for f in found(full, other)} == {"was weighed under other settings"}
    adding.rebuild(full, other)
    assert found(full, other) == []


def test_rebuilding_reads_nothing_that_is_sound_and_keeps_ids(full: Library, reader: Reader) -> None:
    ids = [row.id for row in full.stories()]
    reader.asked.clear()
    assert adding.rebuild(full, Settings()).stories == 2
    assert reader.asked == []
    assert [row.id for row in full.stories()] == ids


def test_offsets_that_do_not_hold_are_found_and_read_anew(full: Library, reader: Reader) -> None:
    [(body,)] = full.rows("SELECT body FROM reading WHERE version = 1")
    reading = unpack(Reading, body)
    moved = replace(reading, mentions=tuple(replace(m, start=m.start + 1, end=m.end + 1) for m in reading.mentions))
    assert moved != reading
    with full.writing() as db:
        db.execute("UPDATE reading SET body = ? WHERE version = 1", (pack(moved),))
    assert [f.why for f in found(full)] == ["its reading has offsets that do not hold"]
    reader.asked.clear()
    adding.rebuild(full, Settings())
    assert reader.asked == ["bridge"]
    assert found(full) == []


def test_a_changed_capture_needs_a_backup(full: Library) -> None:
    spoil(full, "UPDATE version SET sha256 = 'no' WHERE n = 1")
    assert (Fault("bridge, version 1", "its text is not the one whose SHA-256 was kept", RESTORE)) in found(full)


def test_a_backup_is_put_back_whole(full: Library, tmp_path: Path) -> None:
    saved, rows = tmp_path / "saved.library", full.stories()
    copying.backup(full.path, saved)
    spoil(full, "DELETE FROM member", "DELETE FROM story")
    with pytest.raises(UsageError, match="--replace"):
        copying.restore(saved, full.path, False)
    copying.restore(saved, full.path, True)
    with Library(full.path) as again:
        assert again.stories() == rows
        assert found(again) == []


def test_no_backup_takes_the_place_of_a_file_or_of_itself(full: Library, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(UsageError, match="is there already"):
        copying.backup(full.path, tmp_path / "notes.txt")
    with pytest.raises(InputError, match="is no library"):
        copying.restore(tmp_path / "notes.txt", full.path, True)
    with pytest.raises(UsageError, match="is the library itself"):
        copying.restore(full.path, full.path, True)
    with pytest.raises(InputError, match="there is no folder"):
        copying.backup(full.path, tmp_path / "none" / "x")
    assert len(full.stories()) == 2
    assert sorted(p.name for p in tmp_path.iterdir()) == ["desk.library", "notes.txt"]
