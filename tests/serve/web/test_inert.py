"""Whatever stands in a report stays text, on every page that shows it."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from rooms import Room, room_of, words

from sayso.ingest import load
from sayso.model.reading import Reading
from sayso.serve.web.views.layers import LONGEST, stretches
from sayso.store.library import Library

EVIL = ('<script>alert(1)</script> The <img src=x onerror=alert(2)> bridge at Kalvor <a href="javascript:alert(3)">closed</a> on '
        "Monday, the road office <b onclick=alert(4)>said</b>. \u202eThe mayor denied it\u202c. {{ 7 * 7 }} {% raw %}\x07\x1b[31m "
        "Nine people were hurt, police said. ")


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Room:
    path: Path = tmp_path_factory.mktemp("evil") / "evil.library"
    Library(path, create=True).__exit__(None, None, None)
    room = room_of(path)
    for outlet in ("Kalvor <script>alert(5)</script>", '"><svg onload=alert(6)>'):
        given = {"text": EVIL + outlet, "outlet": outlet, "title": "<script>alert(7)</script> Bridge", "published": "2026-03-02",
                 "url": "javascript:alert(8)" if "svg" in outlet else ""}
        room.added(room.client.post("/add/paste", data=given).url.path)
    return room_of(path)


def every_page(room: Room) -> dict[str, str]:
    """All pages that links lead to from the list of stories."""
    found: dict[str, str] = {}
    left = ["/", "/find?q=bridge", "/who", "/find?outlet=%3Cscript%3E"]
    while left and len(found) < 60:
        way = left.pop()
        answer = room.client.get(way)
        if "content-disposition" in answer.headers:
            # What is taken away is a file, which no browser shows here.
            continue
        found[way] = answer.text
        ways = (w.replace("&amp;", "&").split("#")[0] for w in re.findall(r'href="(/[^"]*)"', found[way]))
        left += [w for w in ways if w not in found and w not in left and not w.startswith("/static")]
    return found


class Live(HTMLParser):
    """What of a page could run, by its own tags: scripts not ours, handlers, links that are none, images."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        ours = (given.get("src") or "").startswith("/static/")
        if tag in ("img", "iframe", "object", "b") or (tag == "script" and not ours):
            self.found.append(tag)
        self.found += [name for name in given if name.startswith("on")]
        if not (given.get("href") or "").startswith(("/", "#", "?")) and given.get("href"):
            self.found.append(str(given["href"]))


def test_no_page_has_markup_or_handlers_of_a_report(attacked: Room) -> None:
    pages = every_page(attacked)
    assert len(pages) > 12
    for way, html in pages.items():
        live = Live(html).found
        # The letter of a quotation is the one <b> that pages have.
        assert set(live) <= ({"b"} if "figcaption" in html else set()), way
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e]", html), way


def test_a_very_long_report_is_shown_in_parts(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("word " * 180_000, "utf-8")
    [article] = load([str(path)], on_error=print, on_note=print)
    found = stretches(Reading(article), [], (LONGEST, 2 * LONGEST))
    assert "".join(s.text for s in found) == article.text[LONGEST:2 * LONGEST]


def test_a_paragraph_of_five_megabytes_is_refused_by_name_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "new.library"
    Library(path, create=True).__exit__(None, None, None)
    room = room_of(path)
    files = [("files", ("huge.txt", b"word " * 1_000_000)), ("files", ("small.txt", b"The bridge closed on Monday, police said."))]
    page = words(room.added(room.client.post("/add/files", files=files).url.path))
    assert "huge.txt: has 5,000,000 characters" in page
    assert "1 new report" in page
