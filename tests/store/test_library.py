"""A library is a function of the set of its articles, keeps every version, and loses nothing that was done."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from desk import Make, Reader

from sayso.errors import InputError, UsageError
from sayso.model.article import Article
from sayso.model.dossier import Dossier
from sayso.model.link import Story
from sayso.pipeline import library as adding
from sayso.pipeline import looking
from sayso.settings import Settings
from sayso.store import library as kept_in
from sayso.store import schema
from sayso.store.library import Library

BRIDGE = "The bridge at Ondra closed on Monday. Two people were hurt, the road office said."
FERRY = "A ferry ran aground off Tolm on Sunday, the coast guard said. All 40 passengers were taken ashore."


def add(library: Library, *articles: Article) -> adding.Added:
    return adding.add(library, articles, Settings())


def told(*dossiers: Dossier) -> list[Any]:
    """Stories with their reports, claims and counts, whatever their ids."""
    return sorted((s.title, sorted(s.articles), sorted((c.text, c.status, c.independent_origins, sorted(c.articles))
                                                       for c in s.claims))
                  for d in dossiers for s in d.stories)


def briefs(library: Library) -> list[Dossier]:
    return [looking.brief(library, row.id) for row in library.stories()]


def test_added_at_once_the_stories_are_those_of_a_brief(library: Library, reports: list[Article], whole: Dossier) -> None:
    add(library, *reports)
    assert told(*briefs(library)) == told(whole)


@pytest.mark.parametrize("seed", [1, 2])
def test_added_one_by_one_in_any_order_they_are_the_same(
    library: Library, reports: list[Article], whole: Dossier, seed: int
) -> None:
    for article in random.Random(seed).sample(reports, len(reports)):
        add(library, article)
    assert told(*briefs(library)) == told(whole)


def test_adding_twice_changes_nothing(library: Library, reader: Reader, reports: list[Article]) -> None:
    add(library, *reports[:5])
    before, rows = library.path.read_bytes(), library.stories()
    reader.asked.clear()
    assert add(library, *reports[:5]) == adding.Added(0, 0, 5, 0, 0)
    assert reader.asked == []
    assert library.stories() == rows
    assert library.path.read_bytes() == before


def test_only_what_is_new_is_read_and_only_what_it_touches_renewed(library: Library, reader: Reader, article: Make) -> None:
    add(library, article(BRIDGE, id="bridge"))
    reader.asked.clear()
    assert add(library, article(FERRY, id="ferry")).stories == 1
    assert reader.asked == ["ferry"]
    assert len(library.stories()) == 2


def test_a_large_library_is_loaded_around_the_new_reports_only(
    library: Library, article: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_in, "WHOLE", 0)
    add(library, article(BRIDGE, id="bridge", published="2026-01-02"))
    add(library, article(FERRY, id="ferry", published="2026-03-02"))
    later = article(FERRY + " It was empty.", id="later", published="2026-03-05")
    list(library.register([later], adding.same_page))
    adding.read_waiting(library, Settings())
    found = library.open_set(30)
    assert found is not None
    assert found.new == {"later"}
    assert {r.article.id for r in found.sketches} == {"ferry", "later"}


def test_what_was_captured_is_kept_with_hash_and_time(library: Library, article: Make) -> None:
    add(library, article(BRIDGE, id="bridge"))
    [version] = library.versions("bridge")
    assert version.sha256 == article(BRIDGE).version
    assert version.captured.endswith("Z")
    assert version.given == article(BRIDGE, id="bridge")


def test_a_changed_page_is_a_new_version_beside_the_old_one(library: Library, article: Make) -> None:
    url = "https://ondra.example/bridge"
    first, second = article(BRIDGE, id="a", url=url), article(BRIDGE.replace("Two", "Three"), id="b", url=url)
    add(library, first)
    assert add(library, second).versions == 1
    assert [v.given.text for v in library.versions("a")] == [first.text, second.text]
    [row] = library.stories()
    assert row.reports == 1
    assert "Three people" in looking.brief(library, row.id).articles[0].text


def test_two_captures_of_one_page_in_a_folder_make_no_new_versions_when_added_again(library: Library, article: Make) -> None:
    url = "https://ondra.example/bridge"
    folder = [article(BRIDGE, id="a", url=url), article(BRIDGE + " It reopened.", id="b", url=url)]
    add(library, *folder)
    assert add(library, *folder) == adding.Added(0, 0, 2, 0, 0)
    assert len(library.versions("a")) == 2


def test_an_earlier_capture_that_comes_late_is_not_the_current_one(library: Library, article: Make) -> None:
    url = "https://ondra.example/bridge"
    add(library, article(BRIDGE + " It reopened.", id="a", url=url, published="2026-03-04"))
    assert add(library, article(BRIDGE, id="a", url=url, published="2026-03-02")).versions == 1
    [row] = library.stories()
    assert "reopened" in looking.brief(library, row.id).articles[0].text


def test_one_name_and_outlet_is_one_page(library: Library, article: Make) -> None:
    add(library, article(BRIDGE))
    assert add(library, article(BRIDGE + " It reopened.")).versions == 1


def test_one_text_under_one_name_in_two_outlets_is_two_articles(library: Library, article: Make) -> None:
    added = add(library, article(BRIDGE), article(BRIDGE, outlet="Tolm Times"))
    assert (added.new, added.versions, library.count()) == (2, 0, 2)


def test_without_an_outlet_a_name_is_a_page_only_where_the_texts_are_alike(library: Library, article: Make) -> None:
    add(library, article(BRIDGE, outlet=None))
    assert add(library, article(BRIDGE + " It reopened.", outlet=None)).versions == 1
    assert add(library, article(FERRY, outlet=None)).new == 1


def test_what_was_given_belongs_to_the_version(library: Library, article: Make) -> None:
    add(library, article(BRIDGE))
    add(library, article(BRIDGE, published="2026-03-03"))
    assert [v.given.published for v in library.versions("report")] == ["2026-03-02", "2026-03-03"]


def test_an_interruption_loses_nothing_that_was_read(library: Library, reader: Reader, article: Make) -> None:
    folder = [article(f"{BRIDGE} Note {n}.", id=f"r{n}") for n in range(3)]
    reader.stop_after = 2
    with pytest.raises(KeyboardInterrupt):
        add(library, *folder)
    reader.stop_after, reader.asked = None, []
    done = add(library, *folder)
    assert (reader.asked, done.known, done.read) == (["r2"], 3, 1)
    assert sum(row.reports for row in library.stories()) == 3


def test_stories_that_others_wrote_meanwhile_are_not_overwritten(library: Library, reader: Reader, article: Make) -> None:
    list(library.register([article(BRIDGE, id="a")], adding.same_page))
    adding.read_waiting(library, Settings())
    seen = library.open_set(30)
    assert seen is not None
    with Library(library.path) as other:
        add(other, article(FERRY, id="b"))
    assert not library.keep_stories(seen, [], {})
    assert len(library.stories()) == 2


def test_an_id_or_its_beginning_leads_to_a_story(library: Library, article: Make) -> None:
    add(library, article(BRIDGE))
    [row] = library.stories()
    assert library.story_id(row.id) == library.story_id(row.id[:9]) == library.story_id(row.id[6:10]) == row.id
    for wrong in ("", "%", "story-x", "z" * 10_000):
        with pytest.raises(UsageError, match="no such story"):
            library.story_id(wrong)


def test_a_beginning_of_several_ids_is_asked_back(library: Library, article: Make) -> None:
    add(library, article(BRIDGE, id="a"), article(FERRY, id="b"))
    with pytest.raises(UsageError, match="several stories"):
        library.story_id("story-")


def story(id: str, *articles: str) -> Story:
    return Story(id, id, articles, (), None, None, None)


def test_an_id_follows_the_largest_overlap() -> None:
    named, gone = adding.named_after([story("new", "a", "b", "c", "d")], {"one": frozenset("a"), "two": frozenset("bc")})
    assert [s.id for s in named] == ["two"]
    assert gone == {"one": "two"}


def test_where_a_story_parts_the_larger_part_keeps_its_id() -> None:
    named, gone = adding.named_after([story("one", "a"), story("new", "b", "c")], {"one": frozenset("abc")})
    assert named[1].id == "one"
    assert named[0].id not in ("one", "new")
    assert gone == {}


def test_no_id_is_born_twice() -> None:
    born = story("x", "a")
    first = adding.named_after([born], {})[0][0].id
    named, _ = adding.named_after([born, story("y", "b", "c")], {first: frozenset("abc")})
    assert named[1].id == first
    assert named[0].id != first
    other = adding.named_after([born], {}, lambda id: id in (first, named[0].id))[0][0].id
    assert other not in (first, named[0].id)


def test_an_earlier_id_still_leads_to_the_story(library: Library, article: Make) -> None:
    add(library, article(BRIDGE, id="a"), article(FERRY, id="b"))
    one, two = (row.id for row in library.stories())
    add(library, article(BRIDGE + " It is old.", id="c"))
    seen = library.open_set(30)
    assert seen is None
    with sqlite3.connect(library.path) as raw:
        raw.execute("UPDATE article SET linked = 0 WHERE id = 'a'")
    seen = library.open_set(30)
    assert seen is not None
    assert library.keep_stories(seen, [], {one: two})
    assert library.story_id(one) == two


def test_a_library_of_a_newer_version_is_refused(library: Library) -> None:
    with sqlite3.connect(library.path) as raw:
        raw.execute("PRAGMA user_version = 99")
    with pytest.raises(InputError, match="newer sayso"):
        Library(library.path)


@pytest.mark.parametrize("content", [b"some notes of mine, kept for long\n" * 40, b"x", b""])
def test_what_is_no_library_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes"
    path.write_bytes(content)
    with pytest.raises(InputError, match="is no library"):
        Library(path)
    assert path.read_bytes() == content


def test_another_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as raw:
        raw.execute("CREATE TABLE t (x)")
    with pytest.raises(InputError, match="is no library"):
        Library(path, create=True)


def test_a_missing_one_or_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no library here"):
        Library(tmp_path / "none")
    with pytest.raises(InputError, match="is a folder"):
        Library(tmp_path, create=True)


def test_a_locked_one_is_told_and_nothing_is_lost(
    library: Library, article: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "BUSY_SECONDS", 0.05)
    with sqlite3.connect(library.path, isolation_level=None) as raw, Library(library.path) as mine:
        raw.execute("BEGIN IMMEDIATE")
        with pytest.raises(InputError, match="being written by another"):
            add(mine, article(BRIDGE))
        raw.execute("ROLLBACK")
        assert add(mine, article(BRIDGE)).new == 1


def test_a_full_disk_is_told_and_what_was_done_is_kept(library: Library, article: Make) -> None:
    add(library, article(BRIDGE))
    with Library(library.path) as mine:
        mine._db.execute("PRAGMA max_page_count = 1")
        with pytest.raises(InputError, match="disk is full"):
            add(mine, *(article(" ".join(f"{n}{k}" for k in range(9000)), id=str(n)) for n in range(3)))
    assert [row.reports for row in library.stories()] == [1]


def test_one_that_cannot_be_written_can_be_read(library: Library, article: Make) -> None:
    add(library, article(BRIDGE))
    with Library(library.path) as mine:
        mine._db.execute("PRAGMA query_only = ON")
        assert len(briefs(mine)) == 1
        with pytest.raises(InputError, match="cannot be written"):
            add(mine, article(FERRY, id="ferry"))
