"""Plain text and Markdown: kept to the character, behind a front matter if there is one."""

from __future__ import annotations

import pytest

from sayso.ingest.frontmatter import split
from sayso.model.ids import text_version


@pytest.mark.parametrize("text", [
    "The ferry was late.\r\n\r\nNobody was hurt.\r\n", "One line without an end", "\n\n  indented, then ends  \n\n",
    "# A heading\n\n*The harbour master* said `no`.\n", "Old\rMac\rlines", "A form feed\fand a \u2028 separator",
    "--- not a front matter ---\nThe ferry was late.", "[Note] The ferry was late.", "{ Sic } The ferry was late.",
    "<b>Bold</b> is how the notice began.", "1 < 2, said the teacher."])
def test_text_is_kept_exactly(load_bytes, text):
    article = load_bytes(text).one
    assert article.text == text
    assert article.version == text_version(text)


def test_a_text_without_front_matter_knows_nothing_else(load_bytes):
    a = load_bytes("The ferry was late.").one
    assert (a.id, a.outlet, a.url, a.title) == ("report", None, None, None)
    assert (a.published, a.published_from) == (None, "unknown")
    assert (a.language, a.read, a.kind, a.agencies, a.dateline) == (None, True, "report", (), None)
    assert (a.speaker, a.original, a.translated_by) == (None, None, None)


FRONT = """---
id: ferry-1
url: https://quay.example/ferry
outlet: "The Quay"
published: 2031-05-06
title: Ferry late: who knew?
language: en-GB
kind: transcript
speaker: Ada Brink
original: Fährbericht
translated_by: J. Moll
---
"""


def test_every_key_of_a_front_matter(load_bytes):
    a = load_bytes(FRONT + "\nThe ferry was late.\n", "x.md").one
    assert a.text == "\nThe ferry was late.\n"
    assert a.version == text_version(a.text)
    assert (a.id, a.url, a.outlet) == ("ferry-1", "https://quay.example/ferry", "The Quay")
    assert (a.published, a.published_from, a.title) == ("2031-05-06", "given", "Ferry late: who knew?")
    assert (a.language, a.kind, a.speaker) == ("en", "transcript", "Ada Brink")
    assert (a.original, a.translated_by) == ("Fährbericht", "J. Moll")


def test_front_matter_with_windows_lines_and_a_mark(load_bytes):
    a = load_bytes(b"\xef\xbb\xbf---\r\ntitle: 'Late'\r\n---\r\nThe ferry\r\nwas late.").one
    assert (a.title, a.text) == ("Late", "The ferry\r\nwas late.")


@pytest.mark.parametrize("block", [
    "---\ntitle: Late\ntags: [a, b]\nauthors:\n  - Ada\n- Bo\n# a comment\n\n---\n", "---\nTitle:   Late  \n---\n",
    "---\ntitle: >\n  Late\n---\n", "---   \ntitle: null\ntitle: Late\n---\t\n"])
def test_other_keys_comments_and_lists_are_passed_over(block):
    assert split(block + "Text") == ({"title": "Late"}, "Text")


def test_an_indented_line_goes_on_with_its_value():
    assert split("---\ntitle: Late\n  again\nmood: bad\n  very\n---\nx")[0] == {"title": "Late again"}


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_two_keys_before_a_blank_line_need_no_lines_around_them(end):
    head = end.join(["Outlet: The Quay", "Published: 2031-05-06", "Title: Ferry late: who knew?", ""])
    assert split(f"{head}{end}The ferry was late.{end}") == (
        {"outlet": "The Quay", "published": "2031-05-06", "title": "Ferry late: who knew?"}, f"The ferry was late.{end}")


@pytest.mark.parametrize("text", [
    "Title: Late\n\nThe ferry was late.", "Title: Late\nOutlet: The Quay\nThe ferry was late.", "Title: Late\nOutlet: The Quay",
    "\nTitle: Late\nOutlet: The Quay\n\nx", "Outlet: The Quay\nMood: bad\n\nx", "Q: Late?\nA: Yes.\n\nx",
    "---\ntitle: Late\nThe ferry was late.", "---\ntitle: Late\nThe ferry was late.\n---\nMore.",
    " ---\ntitle: Late\n---\nx",
    "---\nmood: bad\n---\nThe ferry was late.", "---\n---\nx", "---", "---\n", "----\ntitle: Late\n---\nx",
    "---\nhttps://quay.example\n---\nx", "Title: Late\n---\nx"])
def test_what_is_no_front_matter_stays_text(text):
    assert split(text) == ({}, text)


def test_a_wrong_kind_in_a_front_matter(load_bytes):
    error = load_bytes("---\nkind: rumour\n---\nThe ferry was late.").error
    assert error.endswith('report.txt: "kind" is "rumour"; use one of report, document, post, transcript')


@pytest.mark.parametrize(("data", "why"), [
    (b"", "is empty"), (b" \n\t\r\n", "is empty"), (b"\xef\xbb\xbf", "is empty"), (b"\xef\xbb\xbf\n", "is empty"),
    ("\u00a0\u2003".encode(), "is empty"), (b"---\ntitle: Late\n---\n \n", "has no text after its front matter")])
def test_nothing_to_read(load_bytes, data, why):
    loaded = load_bytes(data)
    assert f"report.txt: {why}; " in loaded.error
    assert not loaded.articles
