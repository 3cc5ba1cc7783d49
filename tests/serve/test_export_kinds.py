"""Exports that other programs read: each read back by a reader that is not ours."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import factory
import feedparser
import pytest

from sayso.errors import UsageError
from sayso.model.dossier import Dossier
from sayso.serve.exports.columns import TABLES, cells
from sayso.serve.exports.facts import Facts
from sayso.serve.exports.feed import feed_text
from sayso.serve.exports.kinds import KINDS, download
from sayso.serve.exports.ninjs import ninjs_text
from sayso.serve.exports.parquet import parquet_bytes
from sayso.serve.exports.times import moment

EVIL = "<script>alert(1)</script> ]]> & the bridge closed \u2028 on Monday"


def saying(words: str) -> Dossier:
    """The dossier with other words for its first claim and its title."""
    made = factory.dossier()
    story = made.stories[0]
    claims = (replace(story.claims[0], text=words), *story.claims[1:])
    return replace(made, stories=(replace(story, title=words, claims=claims),))


@pytest.mark.parametrize("name", [t.name for t in TABLES])
def test_duckdb_reads_every_table_as_it_was_written(name: str, tmp_path: Path) -> None:
    table = next(t for t in TABLES if t.name == name)
    facts = Facts(factory.dossier())
    file = tmp_path / f"{name}.parquet"
    file.write_bytes(parquet_bytes(table, facts))
    kinds = {str: "VARCHAR", int: "BIGINT", float: "DOUBLE", bool: "BOOLEAN"}
    described = duckdb.execute(f"DESCRIBE SELECT * FROM '{file}'").fetchall()
    assert [d[:2] for d in described] == [(c.name, kinds[c.kind]) for c in table.columns]
    assert duckdb.execute(f"SELECT * FROM '{file}'").fetchall() == list(cells(table, facts))


def test_a_table_without_rows_has_its_columns_all_the_same(tmp_path: Path) -> None:
    empty = replace(factory.dossier(), stories=(), statements=(), readings=(), articles=())
    file = tmp_path / "claims.parquet"
    file.write_bytes(parquet_bytes(TABLES[0], Facts(empty)))
    assert duckdb.execute(f"SELECT count(*) FROM '{file}'").fetchall() == [(0,)]


def test_a_feed_reader_finds_each_claim_with_how_it_stands() -> None:
    feed = feedparser.parse(feed_text(factory.dossier()))
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.feed.title == factory.dossier().stories[0].title
    assert len({e.id for e in feed.entries}) == len(feed.entries) > 0
    assert all(e.summary and e.updated_parsed for e in feed.entries)
    assert [e.updated for e in feed.entries] == sorted((e.updated for e in feed.entries), reverse=True)


def test_an_entry_keeps_its_id_and_is_new_when_it_changed() -> None:
    before = feedparser.parse(feed_text(factory.dossier())).entries
    made = factory.dossier()
    story = made.stories[0]
    later = replace(story, claims=tuple(replace(c, last_seen="2026-03-09T10:00") for c in story.claims))
    after = feedparser.parse(feed_text(replace(made, stories=(later,)))).entries
    assert {e.id for e in before} == {e.id for e in after}
    assert {e.updated for e in after} == {"2026-03-09T10:00:00Z"}


def test_markup_in_a_claim_is_text_to_a_feed_reader() -> None:
    feed = feedparser.parse(feed_text(saying(EVIL)), sanitize_html=False)
    assert not feed.bozo
    found = [e for e in feed.entries if "script" in e.title]
    assert [e.title_detail.type for e in found] == ["text/plain"]
    assert found[0].title.startswith("<script>alert(1)</script>")


def test_a_news_item_has_what_the_standard_asks_for_and_no_text_of_reports() -> None:
    made = factory.dossier()
    item = json.loads(ninjs_text(made))
    assert item["uri"].startswith("urn:sayso:")
    assert (item["type"], item["standard"]["version"]) == ("composite", "3.0")
    assert item["headlines"] == [{"role": "main", "value": made.stories[0].title}]
    assert item["bodies"][0]["charCount"] == len(item["bodies"][0]["value"])
    assert [a["name"] for a in item["associations"]] == list(made.stories[0].articles)
    assert all({"name", "uri"} <= set(a) and "bodies" not in a for a in item["associations"])
    assert datetime.fromisoformat(item["versionCreated"]).tzinfo is not None


def test_several_stories_are_a_list_of_items() -> None:
    made = factory.dossier()
    two = replace(made, stories=(made.stories[0], replace(made.stories[0], id="story-2")))
    assert [i["uri"] for i in json.loads(ninjs_text(two))] == ["urn:sayso:story-1", "urn:sayso:story-2"]


@pytest.mark.parametrize(("value", "at"), [
    ("2026-03-02", datetime(2026, 3, 2, tzinfo=UTC)), ("2026-03-02T10:30", datetime(2026, 3, 2, 10, 30, tzinfo=UTC)),
    ("2026-03", datetime(2026, 3, 1, tzinfo=UTC)), ("XXXX-03-02", None), (None, None)])
def test_times_are_as_early_as_their_words_allow(value: str | None, at: datetime | None) -> None:
    assert moment(value) == at


@pytest.mark.parametrize("name", [k.name for k in KINDS])
def test_every_kind_is_one_download_with_the_same_bytes_each_time(name: str) -> None:
    found = download(factory.dossier(), name, "story-1")
    assert found.body
    assert found.name.startswith("story-1")
    assert found.body == download(factory.dossier(), name, "story-1").body
    if found.name.endswith(".zip"):
        archive = zipfile.ZipFile(io.BytesIO(found.body))
        assert archive.testzip() is None
        assert [n.split("/")[1].split(".")[0] for n in archive.namelist()] == [t.name for t in TABLES]


def test_a_kind_that_is_none_says_which_there_are() -> None:
    with pytest.raises(UsageError, match="there are csv, parquet"):
        download(factory.dossier(), "docx", "x")
