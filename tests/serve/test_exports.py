"""Documents and streams: the contract's shapes, and that any text survives them."""

from __future__ import annotations

import json
from dataclasses import replace

import factory

from sayso.serve.exports.documents import brief_document, brief_stream, line, reading_record, stories_document


def document(without: tuple[str, ...] = ()) -> dict[str, list[dict[str, object]]]:
    loaded: dict[str, list[dict[str, object]]] = json.loads("".join(brief_document(factory.dossier(), without)))
    return loaded


def test_a_brief_is_one_document_with_meta_first() -> None:
    assert list(document()) == ["meta", "articles", "readings", "statements", "actors", "copies", "stories"]


def test_a_reading_in_a_brief_has_an_id_and_neither_article_nor_statements() -> None:
    reading = document()["readings"][0]
    assert reading["id"] == "one"
    assert not {"article", "statements"} & set(reading)
    assert {"noise", "sentences", "attributions", "actors"} <= set(reading)


def test_a_reading_alone_has_both() -> None:
    record = reading_record(factory.reading(factory.article("one", "Rain fell.", None)))
    assert {"article", "statements"} <= set(record)
    assert record["article"]["outlet"] is None


def test_underscores_that_python_needs_are_left_off_and_whole_floats_are_integers() -> None:
    story = document()["stories"][0]
    assert "if" in story["watch"][0]  # type: ignore[index]
    assert '"value": 14,' in "".join(brief_document(factory.dossier()))


def test_parts_left_out_are_empty_and_not_missing() -> None:
    slim = document(("text", "readings"))
    assert slim["readings"] == []
    assert [a["text"] for a in slim["articles"]] == [None, None]
    assert slim["statements"] == document()["statements"]


def test_a_stream_has_a_record_a_line_and_every_claim_names_its_story() -> None:
    records = [json.loads(x) for x in brief_stream(factory.dossier())]
    assert list(dict.fromkeys(r["record"] for r in records)) == [
        "meta", "article", "reading", "statement", "actor", "copy", "story", "claim"]
    claims = [r for r in records if r["record"] == "claim"]
    assert [c["story"] for c in claims] == ["story-1", "story-1"]
    assert claims == [{"record": "claim", "story": "story-1", **c} for c in document()["stories"][0]["claims"]]  # type: ignore[attr-defined]


def test_a_stream_without_readings_has_none() -> None:
    assert "reading" not in {json.loads(x)["record"] for x in brief_stream(factory.dossier(), ("readings",))}


def test_text_of_any_kind_comes_back_as_it_was() -> None:
    text = "Ø\u2028next\x85“q”\t\x00\U0001f6a2 </script>"
    written = line({"text": text})
    assert len(written.splitlines()) == 1
    assert "Ø" in written
    assert json.loads(written)["text"] == text


def test_no_stories_are_an_empty_list() -> None:
    assert json.loads(stories_document([])) == []


def test_an_empty_dossier_is_still_a_document() -> None:
    empty = replace(factory.dossier(), articles=(), readings=(), statements=(), actors=(), copies=(), stories=())
    assert json.loads("".join(brief_document(empty)))["stories"] == []
