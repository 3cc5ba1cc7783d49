"""The brief as a page: one file, inert, its quotations marked in their context."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from itertools import pairwise

import factory

from sayso.model.dossier import SummaryLine
from sayso.serve.reports import build
from sayso.serve.reports.page.picture import picture
from sayso.serve.reports.page.quotes import Quotes
from sayso.serve.reports.page.render import render
from sayso.serve.reports.refs import Refs
from sayso.serve.reports.view import Graph, Line, Node, Place, row


def page(dossier=None) -> str:
    found = dossier or factory.dossier()
    return render(build.brief(found), found)


def line(*statements: str) -> Line:
    return row(Refs(factory.dossier(), ("one", "two")).of(statements))


def test_the_page_is_one_file_that_reaches_for_nothing() -> None:
    text = page()
    assert not re.search(r"(?:src|href)=\"(?!#)", text)
    assert "default-src 'none'" in html.unescape(text)
    assert not re.search(r"\sstyle=|\son\w+=", text)
    assert text == page(), "the same dossier gives the same bytes"


def test_a_quotation_stands_between_its_neighbours_with_its_words_marked() -> None:
    (quote,) = Quotes(factory.dossier()).of(line("one#s2"))
    assert (quote.letter, quote.number, quote.outlet, quote.when) == ("a", 2, "Kalvor Post", "2 March 2026")
    assert quote.before == "The bridge at Kalvor closed on Monday, the road office said."
    assert [(p.text, p.marked) for p in quote.parts] == [("Nine people were hurt", True), (", police said.", False)]
    assert quote.after == "The mayor declined to comment."


def test_marks_are_set_in_code_points() -> None:
    text = "🚢 Ahoy. The 🚢 sank, police said. Then it was quiet."
    article = factory.article("one", text, "Kalvor Post")
    dossier = factory.dossier(articles=(article,), readings=(factory.reading(article),), statements=())
    start = text.index("The 🚢 sank")
    (quote,) = Quotes(dossier).of(Line((replace(row(line("one#s2").pieces[0]).pieces[0], places=(
        Place("one", "a", 2, ((start, start + len("The 🚢 sank")),)),)),)))
    assert [p.text for p in quote.parts if p.marked] == ["The 🚢 sank"]


def test_a_very_long_sentence_is_cut_about_its_mark() -> None:
    text = "word " * 2000 + "the bridge fell" + " word" * 2000 + "."
    article = factory.article("one", text, "Kalvor Post")
    dossier = factory.dossier(articles=(article,), readings=(factory.reading(article),), statements=())
    at = text.index("the bridge")
    piece = replace(line("one#s2").pieces[0], places=(Place("one", "a", 1, ((at, at + 15),)),))
    (quote,) = Quotes(dossier).of(Line((piece,)))
    assert [p.text for p in quote.parts if p.marked] == ["the bridge fell"]
    assert sum(len(p.text) for p in quote.parts) < 1400
    assert quote.parts[0].text == quote.parts[-1].text == "…"


def test_of_many_sentences_each_report_comes_first_and_the_rest_is_counted() -> None:
    everything = Line(tuple(p for n in "123" for p in line(f"one#s{n}").pieces) + line("two#s1").pieces)
    places = tuple(replace(everything.places[0], number=n) for n in range(20)) + line("two#s1").places
    many = Line((replace(everything.pieces[0], places=places),))
    found = Quotes(factory.dossier()).of(many)
    assert [q.letter for q in found[:2]] == ["a", "b"]
    assert len(found) + Quotes(factory.dossier()).left(many) == 21


def test_what_a_report_says_never_becomes_markup() -> None:
    bad = "</style></script><script>alert(1)</script><img src=x onerror=alert(1)> \x1b[2J {{ 7 * 7 }}"
    story = factory.story(title=bad, summary=(SummaryLine(bad, ("one#s1",)),))
    articles = tuple(replace(a, outlet=bad, title=bad) for a in factory.dossier().articles)
    text = page(factory.dossier(story, articles=articles))
    assert text.count("<script") == 1
    assert "<img" not in text
    assert "\x1b" not in text
    assert "{{ 7 * 7 }}" in text


def test_headings_go_down_one_step_at_a_time() -> None:
    for dossier in (factory.dossier(), factory.dossier(factory.story(), replace(factory.story(), id="s2", title="Small fire"))):
        levels = [int(x) for x in re.findall(r"<h(\d)", page(dossier))]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(b <= a + 1 for a, b in pairwise(levels))


def test_ids_are_unique_and_links_lead_somewhere() -> None:
    text = page(factory.dossier(factory.story(), replace(factory.story(), id="s2")))
    ids = re.findall(r"\sid=\"([^\"]+)\"", text)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r"href=\"#([^\"]+)\"", text)) <= set(ids)


def test_what_is_folded_is_in_the_page_up_to_a_limit() -> None:
    many = tuple(replace(factory.closed(), id=f"c{n}", text=f"The bridge at Kalvor closed on day {n}", possibly_same=())
                 for n in range(90))
    text = page(factory.dossier(factory.story(claims=many)))
    assert "78 more claims" in text
    assert "closed on day 71" in text
    assert "closed on day 72" not in text
    assert "The rest is in the data" in text


def test_a_graph_has_a_box_for_each_and_says_the_same_in_words() -> None:
    graph = Graph((Node("o", "Road Office of the Northern Valley and its Islands, for Norlund", "origin"),
                   Node("r", "Nordwire", "relay"), Node("a", "a · Kalvor Post", "report"), Node("b", "b · Valley Echo", "report")),
                  (("o", "r"), ("r", "a"), ("r", "b")), ("Road Office: both",))
    drawn = picture(graph)
    assert [b.x for b in drawn.boxes] == [0, 260, 520, 520]
    assert len(drawn.paths) == 3
    assert len(drawn.boxes[0].lines) == 3
    assert all(b.y >= 0 and b.y + b.height <= drawn.height for b in drawn.boxes)
    two = picture(Graph(graph.nodes[::2], (("o", "a"),), ()))
    assert two.width == 450, "no room for relays where there are none"
    assert 'aria-label="Road Office, for Norlund (stated it): Kalvor Post (a). No source given: Valley Echo (b)."' in page()
