"""Dates of publication at any precision."""

from __future__ import annotations

import pytest

from sayso.ingest.published import iso_date


@pytest.mark.parametrize("value", [
    "2031", "2031-05", "2031-05-06", "2031-05-06T07", "2031-05-06T07:08", "2031-05-06T07:08:09", "2032-02-29",
    "2031-05-06T07:08:09.123456Z", "2031-05-06T07:08+02:00", "2031-05-06T07:08:09-0330", "2030-12-31T23:59:60Z"])
def test_any_precision_is_kept(value):
    assert iso_date(value) == (value, None)


@pytest.mark.parametrize(("value", "kept"), [
    (" 2031-05-06 ", "2031-05-06"), ("2031-05-06 07:08:09+00:00", "2031-05-06T07:08:09+00:00"),
    ("2031-05-06t07:08z", "2031-05-06T07:08Z"), ("2031-05-06 07:08 +02:00", "2031-05-06T07:08+02:00"),
    ("20310506", "2031-05-06"), ("20310506T0708", "2031-05-06T0708"), ("2031-W19-2", "2031-05-06"),
    ("2031-W19", "2031-05"), ("2031-W18", "2031"), ("2032-W01", None)])
def test_one_form(value, kept):
    assert iso_date(value)[0] == kept


@pytest.mark.parametrize("value", [
    "2031-02-30", "2031-13", "2031-00-01", "0000", "2031-5-6", "May 6, 2031", "yesterday", "203",
    "2031-05-", "20310230",
    "2031-W60-1", "Tue, 06 May 2031 07:08:09 GMT", "٢٠٣١"])
def test_what_is_no_date(value):
    assert iso_date(value) == (None, value)


@pytest.mark.parametrize("value", ["2031-05-06T25:00", "2031-05-06T", "2031-05-06 noon", "2031-05-06T07:61"])
def test_an_impossible_time_leaves_the_day(value):
    assert iso_date(value) == ("2031-05-06", value)


def test_a_time_needs_a_day():
    assert iso_date("2031-05T07:08") == ("2031-05", "2031-05T07:08")


def test_an_impossible_date_is_noted_and_the_article_kept(load_bytes):
    loaded = load_bytes('{"text": "Late."}\n{"text": "Late.", "published": "2031-02-30", "id": "b"}', "x.jsonl")
    assert not loaded.errors
    assert [(a.published, a.published_from) for a in loaded.articles] == [(None, "unknown")] * 2
    assert len(loaded.notes) == 1
    assert 'x.jsonl:2: "published" is "2031-02-30", which is no date of ISO 8601' in loaded.notes[0]
    loaded = load_bytes("---\npublished: 2031-05-06T25:00\n---\nLate.")
    assert (loaded.one.published, loaded.one.published_from) == ("2031-05-06", "given")
    assert "only 2031-05-06 of it is kept" in loaded.notes[0]
