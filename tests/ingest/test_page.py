"""HTML: the article in the page, and what the page says of itself."""

from __future__ import annotations

import pytest

from sayso.ingest.page import is_html

BODY = """<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Ferry stays in port</h1>
<p>The evening ferry to Holm stayed in port on Tuesday after its crew found water in the engine room, the line said.</p>
<p>The harbour master, Ada Brink, said that nobody was hurt and that a second ship would sail on Wednesday morning.</p>
<p>Passengers were given rooms in two hotels near the quay, and the line promised to pay for all of them.</p>
<table><tr><td>Monday</td><td>7 ships</td></tr></table></article>
<footer>All rights reserved by the Quay company</footer>"""
HEAD = """<meta charset="utf-8"><title>Ferry stays in port | The Quay</title>
<meta property="og:site_name" content="The Quay">
<link rel="canonical" href="https://www.quay.example/news/ferry-stays">
<meta property="article:published_time" content="2021-05-06T09:00:00+02:00">"""
PAGE = f"<!DOCTYPE html>\n<html><head>{HEAD}</head><body>{BODY}</body></html>"


@pytest.mark.parametrize("name", ["page.html", "page", "page.txt", "page.json"])
def test_a_page_whatever_its_name(load_bytes, name):
    a = load_bytes(PAGE, name).one
    lines = a.text.split("\n")
    assert any(x.startswith("The evening ferry") and x.endswith("the line said.") for x in lines)
    assert any(x.startswith("The harbour master") for x in lines)
    assert "Sport" not in a.text
    assert "7 ships" not in a.text
    assert "All rights" not in a.text
    assert (a.id, a.title, a.outlet) == ("page", "Ferry stays in port", "The Quay")
    assert (a.published, a.published_from) == ("2021-05-06", "page")
    assert a.url == "https://www.quay.example/news/ferry-stays"
    assert a.language is None


def test_the_host_stands_for_a_site_without_a_name(load_bytes):
    head = HEAD.replace('<meta property="og:site_name" content="The Quay">', "").replace(" | The Quay", "")
    assert load_bytes(f"<html><head>{head}</head><body>{BODY}</body></html>", "p.html").one.outlet == "quay.example"


def test_a_date_in_the_running_text_is_not_the_pages(load_bytes):
    body = BODY.replace("on Tuesday", "on 3 March 2019")
    a = load_bytes(f"<html><head><title>Ferry</title></head><body>{body}</body></html>", "p.html").one
    assert (a.published, a.published_from, a.outlet, a.url) == (None, "unknown", None, None)


@pytest.mark.parametrize("page", [
    "<html></html>", "<!doctype html><html><body></body></html>", "<html><body><script>1</script>"])
def test_a_page_without_an_article(load_bytes, page):
    assert "p.html: no article was found in the page; save " in load_bytes(page, "p.html").error


@pytest.mark.parametrize("text", [
    "<!-- saved -->\n<!-- twice -->\n<HTML><p>x</p>", '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">', "<body>x",
    "<article><p>The ferry was late.</p></article>"])
def test_the_beginnings_of_pages(text):
    assert is_html(text, "x")


@pytest.mark.parametrize(("text", "name"), [
    ("The tag <html> begins a page.", "x"), ("<p align=center>A badge</p>\n\n# Title", "x.md"),
    ("The ferry was late.", "x.html"),
    ("<3 the ferry", "x"), ("<!-- note -->" * 500 + "The ferry", "x.txt"), ("<rss><channel/></rss>", "x")])
def test_what_is_no_page(text, name):
    assert not is_html(text, name)


@pytest.mark.parametrize("text", [
    '<?xml version="1.0"?><nitf/>', "<rss version='2.0'></rss>", "\n<feed></feed>", "<opml/>",
    "\n<NewsML Version='1.2'/>"])
def test_other_xml_is_told(load_bytes, text):
    assert "x.xml: is XML, which is not read yet; " in load_bytes(text, "x.xml").error
