"""JSON and JSON Lines: one article an object, errors with their line, the rest goes on."""

from __future__ import annotations

import json

import pytest

from sayso.ingest.jsontext import values

FULL = {"id": "f/1", "url": "https://quay.example/1", "outlet": "The Quay", "published": "2031-05-06T07:08+02:00",
        "title": "Late", "language": "de", "kind": "post", "speaker": "Ada Brink", "original": "o",
        "translated_by": "t", "text": "Zu spät.\r\nWieder."}


def lines(*articles: object) -> str:
    return "".join(json.dumps(a) + "\n" for a in articles)


@pytest.mark.parametrize("wrap", [
    lambda a: json.dumps(a), lambda a: json.dumps(a, indent=2, ensure_ascii=False), lambda a: json.dumps([a]),
    lambda a: json.dumps([a], indent=1), lambda a: json.dumps({"articles": [a]}),
    lambda a: json.dumps({"meta": {"n": [1, {}]}, "articles": [a], "more": []}, indent=2), lambda a: lines(a),
    lambda a: "\n \r\n" + lines(a) + "\n", lambda a: '{"articles": [\n' + json.dumps(a) + "\n]}",
    lambda a: "[\n" + json.dumps(a) + "\n]"])
@pytest.mark.parametrize("name", ["x.json", "x.jsonl", "x.dat", "x.txt"])
def test_each_shape_whatever_the_name(load_bytes, wrap, name):
    a = load_bytes(wrap(FULL), name).one
    assert {key: getattr(a, key) for key in FULL} == FULL
    assert a.published_from == "given"


def test_many_articles_in_each_shape(load_bytes):
    many = [{"id": str(n), "text": f"The ferry was {n} minutes late."} for n in range(5)]
    shapes = [lines(*many), json.dumps(many), json.dumps(many, indent=2), json.dumps({"articles": many}, indent=2)]
    for text in shapes:
        loaded = load_bytes(text, "x")
        assert [a.id for a in loaded.articles] == list("01234")
        assert not loaded.errors
        assert not loaded.notes


def test_absent_and_null_are_the_same(load_bytes):
    given = dict.fromkeys(FULL) | {"text": "The ferry was late.", "unknown": 7}
    a = load_bytes(json.dumps(given), "n.json").one
    assert (a.id, a.kind, a.outlet, a.published, a.published_from) == ("n", "report", None, None, "unknown")
    assert load_bytes(json.dumps({"text": "x", "outlet": "  ", "id": ""}), "n.json").one.outlet is None


def test_a_broken_line_is_named_and_the_rest_goes_on(load_bytes):
    rows = [json.dumps({"id": str(n), "text": "Late."}) for n in range(1, 10)]
    rows[6] = '{"id": "7", "text": "Late."'
    loaded = load_bytes("\n".join(rows), "x.jsonl")
    assert [a.id for a in loaded.articles] == list("12345689")
    assert "x.jsonl:7: is not valid JSON (" in loaded.error


@pytest.mark.parametrize("name", ["x.jsonl", "x.dat", "x.json"])
def test_a_broken_first_line(load_bytes, name):
    loaded = load_bytes('{"text": "Late", }\n' + lines({"text": "Late."}, {"text": "Again."}), name)
    assert [a.text for a in loaded.articles] == ["Late.", "Again."]
    assert f"{name}:1: is not valid JSON" in loaded.error


def test_what_stands_before_a_broken_place_is_not_lost(load_bytes):
    text = json.dumps([{"text": "Late."}, {"text": "Again."}, {"text": "Third."}], indent=1)
    loaded = load_bytes(text.replace('"Third."', "Third"), "x.json")
    assert [a.text for a in loaded.articles] == ["Late.", "Again."]
    line = text[:text.index('"Third."')].count("\n") + 1
    assert f"x.json:{line}: is not valid JSON" in loaded.error


@pytest.mark.parametrize(("key", "value", "type_"), [
    ("text", ["a"], "a list"), ("text", 5, "a number"), ("id", 17, "a number"), ("url", {}, "an object"),
    ("outlet", True, "true"), ("published", 2031, "a number"), ("title", 1.5, "a number"),
    ("language", ["en"], "a list"), ("kind", False, "false"), ("speaker", {}, "an object"), ("original", [], "a list"),
    ("translated_by", 0, "a number")])
def test_a_wrong_type_names_file_line_and_key(load_bytes, key, value, type_):
    loaded = load_bytes(lines({"text": "Late."}, {"text": "Late."} | {key: value}, {"text": "Again."}), "x.jsonl")
    assert f'x.jsonl:2: "{key}" is {type_}, not a string; ' in loaded.error
    assert [a.text for a in loaded.articles] == ["Late.", "Again."]


def test_lines_are_counted_in_a_json_text_too(load_bytes):
    loaded = load_bytes('{"articles": [\n {"text": "Late."},\n\n {"text": 1},\n {"text": "Again."}]}', "x.json")
    assert 'x.json:4: "text" is a number' in loaded.error
    assert len(loaded.articles) == 2


@pytest.mark.parametrize("article", [{}, {"title": "Late"}, {"text": ""}, {"text": " \n"}, {"text": None}])
def test_an_article_without_text(load_bytes, article):
    loaded = load_bytes(lines({"text": "Late."}, article), "x.jsonl")
    assert "x.jsonl:2: has no text; " in loaded.error


@pytest.mark.parametrize(("text", "why"), [
    ("[]", "x.json: holds no articles"), ('{"articles": []}', "x.json: holds no articles"),
    ("17", "x.json:1: is a number"),
    ('"The ferry was late."', "x.json:1: is a string, not an article"), ("[null]", "x.json:1: is null, not an article"),
    ("The ferry was late.", "x.json:1: is not valid JSON"), ("[" * 100_000, "x.json:1: is "),
    ('{"text": "Late', "x.json:1: is not valid JSON"),
    ('[{"text": ' + "1" * 5000 + "}]", "x.json:1: is not valid JSON"),
    ('{"kind": "rumour", "text": "Late."}', 'x.json:1: "kind" is "rumour"; use one of report, '),
    ('{1: 2}', "x.json:1: is not valid JSON (Expecting a key"), ('{"articles": 5}', "x.json:1: has no text")])
def test_json_that_is_no_article(load_bytes, text, why):
    loaded = load_bytes(text, "x.json")
    assert not loaded.articles
    assert why in loaded.error


def test_an_object_with_text_and_articles_is_one_more_article():
    text = '{"text": "a", "articles": [{"text": "b"}]}\n{"text": "c"} [{"text": "d"},\n{"text": "e"}]'
    found = [(line, v) for line, v in values(text) if isinstance(v, dict)]
    assert [(line, v["text"]) for line, v in found] == [(1, "b"), (1, "a"), (2, "c"), (2, "d"), (3, "e")]


def test_every_kind(load_bytes):
    kinds = ["report", "document", "post", "transcript"]
    loaded = load_bytes(lines(*({"text": "Late.", "kind": k, "id": k} for k in kinds)), "x.jsonl")
    assert [a.kind for a in loaded.articles] == kinds


@pytest.mark.parametrize(("given", "kept"), [
    ("en", "en"), ("EN", "en"), ("en-GB", "en"), ("zh_Hant", "zh"), ("eng", "en"), ("ceb", "ceb"), ("und", None)])
def test_languages(load_bytes, given, kept):
    assert load_bytes(lines({"text": "Late.", "language": given}), "x.jsonl").one.language == kept


def test_a_language_that_is_no_code_is_noted(load_bytes):
    loaded = load_bytes(lines({"text": "Late.", "language": "English"}), "x.jsonl")
    assert loaded.one.language is None
    assert 'x.jsonl:1: "language" is "English"' in loaded.notes[0]


def test_a_line_of_fifty_megabytes(load_bytes):
    text = "The ferry was late. " * 2_500_000
    loaded = load_bytes(lines({"text": text}, {"text": "Late.", "more": text}), "x.jsonl")
    assert [a.text for a in loaded.articles] == ["Late."]
    assert "x.jsonl:1: has 50,000,000 characters, more than " in loaded.error


def test_lines_in_another_encoding_are_told_once(load_bytes):
    row = json.dumps({"text": "Die Fähre fährt später, sagte die Kapitänin am späten Abend."}, ensure_ascii=False)
    loaded = load_bytes(f"{row}\n{row}\n{row}".encode("cp1252"), "x.jsonl")
    assert loaded.articles[2].text == json.loads(row)["text"]
    assert sum("guess" in n for n in loaded.notes) == 1
    loaded = load_bytes(lines({"text": "Late."}) + '{"text": "\0"}\n' + lines({"text": "Again."}), "x.jsonl")
    assert "x.jsonl:2: is binary data" in loaded.error
    assert len(loaded.articles) == 2
