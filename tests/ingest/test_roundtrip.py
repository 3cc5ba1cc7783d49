"""For any text at all: what goes in comes out, and the version is its own."""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from ingest_loaded import load_all

from sayso.ingest.encoding import binary_kind
from sayso.ingest.frontmatter import split
from sayso.ingest.page import is_html, is_other_xml
from sayso.model.ids import text_version

ANY = st.text(st.characters() | st.sampled_from("\r\n\t\"\\{}[]-:\u2028\ufeff\u00a0"), min_size=1, max_size=200)
UNICODE = ANY.filter(lambda t: t.strip() != "" and not re.search("[\ud800-\udfff]", t))


def load_file(data: bytes, name: str):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        return load_all(path)


@settings(max_examples=150, deadline=None)
@given(UNICODE, st.booleans(), st.sampled_from(["x.json", "x.jsonl", "x"]))
def test_json_keeps_any_text(text, escaped, name):
    data = json.dumps({"text": text}, ensure_ascii=escaped).encode()
    article = load_file(data, name).one
    assert article.text == text
    assert article.version == text_version(text)


@settings(max_examples=150, deadline=None)
@given(UNICODE, st.sampled_from(["x.txt", "x.md", "x"]))
def test_plain_text_keeps_any_text(text, name):
    other_format = (re.match(r"\ufeff|\s*[{\[]", text) or is_html(text, name) or is_other_xml(text)
                    or binary_kind(text.encode()) or split(text)[0])
    if not other_format:
        article = load_file(text.encode(), name).one
        assert article.text == text
        assert article.version == text_version(text)


@settings(max_examples=100, deadline=None)
@given(UNICODE)
def test_a_front_matter_leaves_any_remainder(text):
    assert split("---\ntitle: Late\n---\n" + text) == ({"title": "Late"}, text)


@settings(max_examples=100, deadline=None)
@given(ANY.filter(lambda t: t.strip() != ""))
def test_surrogates_are_replaced_one_for_one(text):
    article = load_file(json.dumps({"text": text}).encode(), "x.json").one
    joined = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    assert article.text == re.sub("[\ud800-\udfff]", "\ufffd", joined)
    assert article.version == text_version(article.text)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["x.txt", "x.json", "x.jsonl", "x.html", "x"]))
def test_any_bytes_give_articles_or_errors(data, name):
    loaded = load_file(data, name)
    assert loaded.articles or loaded.errors
    for article in loaded.articles:
        assert article.version == text_version(article.text)
