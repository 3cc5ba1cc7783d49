"""What the pages of the example library show."""

from __future__ import annotations

import re

import pytest
from rooms import Room, words

from sayso.pipeline import looking
from sayso.store.library import Library


def claims(room: Room, query: str = "") -> str:
    return room.get(f"/stories/{room.story}/claims{query}")


def first_claim(room: Room) -> str:
    found = re.search(rf"/stories/{room.story}/claims/[\w-]+", claims(room))
    assert found
    return found[0]


def rows(html: str) -> int:
    return html.count('<th scope="row"')


def test_the_list_tells_each_story_with_its_size_and_its_disputes(room: Room) -> None:
    text = words(room.get("/"))
    assert "2 stories" in text
    assert "13 reports, 7 outlets" in text
    assert re.search(r"\d+ claims, \d+ disputed", text)


def test_a_title_is_looked_for_as_it_is_typed(room: Room) -> None:
    assert room.get("/?q=VILLACH").count('class="card"') == 2
    assert "No story has" in room.get("/?q=volcano")


def test_the_brief_leads_to_each_claim_and_to_each_sentence(room: Room) -> None:
    page = room.get(f"/stories/{room.story}")
    ways = set(re.findall(rf'href="(/stories/{room.story}/claims/[^"]+)"', page))
    assert len(ways) > 20
    assert all(room.client.get(way).status_code == 200 for way in sorted(ways)[:5])
    way, sentence = re.findall(r'href="(/article\?id=[^"#]+)#(s\d+)"', page)[0]
    assert f'id="{sentence}"' in room.get(way)


def test_a_story_is_found_by_the_beginning_of_its_id(room: Room) -> None:
    assert room.get(f"/stories/{room.story[:10]}") == room.get(f"/stories/{room.story}")


def test_the_table_has_a_column_for_each_outlet_and_a_row_for_each_claim(room: Room) -> None:
    page = claims(room)
    with Library(room.library) as library:
        outlets = looking.brief(library, room.story).stories[0].outlets
    # One report of the example has no outlet: it stands under its id.
    assert page.count('<th scope="col" class="outlet">') == outlets + 1
    assert rows(page) == 100
    assert rows(claims(room, "?start=100")) > 0


def test_a_cell_says_who_denies(room: Room) -> None:
    disputed = claims(room, "?status=disputed")
    assert 0 < rows(disputed) < 20
    assert "denied: Ministry of Transport" in disputed
    assert 'class="stance denies"' in disputed


@pytest.mark.parametrize("query", ["?status=disputed", "?kind=plan", "?speaker=Ingrid+Kranz", "?q=wagon", "?outlet=Norpress"])
def test_a_filter_leaves_some_claims_and_not_all(room: Room, query: str) -> None:
    assert 0 < rows(claims(room, query)) < 100


def test_filters_that_nothing_fits_say_so_and_lead_back(room: Room) -> None:
    assert "No claim fits all of this" in claims(room, "?q=volcano")


def test_what_is_pinned_stands_first_whatever_the_filter(room: Room) -> None:
    last = re.findall(r"claims/(claim-\w+)", claims(room, "?start=100"))[-1]
    page = claims(room, f"?pin={last}&status=disputed")
    assert re.findall(r"claims/(claim-\w+)", page)[0] == last
    assert "Unpin" in page


def test_a_part_of_the_page_is_given_to_a_script(room: Room) -> None:
    part = room.client.get(f"/stories/{room.story}/claims?q=wagon", headers={"HX-Request": "true"}).text
    assert part.lstrip().startswith('<section id="table"')


def test_a_claim_shows_why_it_stands_so_its_way_and_its_words_marked(room: Room) -> None:
    page = room.get(first_claim(room))
    for part in ("Why it stands so", "From whom, to which report", "In the reports’ own words", "Denied, or left open"):
        assert part in page
    assert page.count('<figure class="quote">') >= 4
    assert page.count("<mark>") >= 4


def test_a_report_shows_its_text_whole_with_layers_and_the_precision_of_each_rule(room: Room) -> None:
    way = re.findall(r'href="(/article\?id=[^"#]+)', room.get("/find?q=union+brakes"))[0]
    page = room.get(way)
    with Library(room.library) as library:
        id = way.split("=")[1]
        text = library.versions(id)[-1].given.text
    body = page[page.index("<article"):page.index("</article>")]
    assert words(body).replace(" ", "") == words(text).replace(" ", "").replace("&", "&amp;")
    assert 'class="l-source' in body
    assert re.search(r"right in \d+ of \d+ \(\d+%\)", page)
    assert re.search(r"SHA-256 <code>[0-9a-f]{64}</code>", page)


def test_who_said_tells_everything_of_one_and_who_is_quoted_most(room: Room) -> None:
    assert "Ingrid Kranz" in room.get("/who")
    page = room.get("/who?name=Kranz")
    assert "10 statements" in words(page)
    assert "Nobody of that name" in room.get("/who?name=Nemo")


def test_finding_goes_by_words_meaning_and_filters(room: Room) -> None:
    assert "found by words" in room.get("/find?q=tank+wagon")
    assert room.get("/find?outlet=Norpress").count("<h2") == 2
    assert "Nothing found" in room.get("/find?q=tank&place=Nowhere")
    wrong = room.client.get("/find?q=tank&date=yesterday")
    assert wrong.status_code == 400
    assert "yesterday is no date" in wrong.text


@pytest.mark.parametrize("way", ["/stories/story-none", "/article?id=none", "/nowhere", "/add/99"])
def test_what_is_not_there_is_said_on_a_page(room: Room, way: str) -> None:
    answer = room.client.get(way)
    assert answer.status_code == 404
    assert "This cannot be shown" in answer.text


def test_a_claim_that_is_gone_says_that_claims_are_renewed(room: Room) -> None:
    answer = room.client.get(f"/stories/{room.story}/claims/claim-none")
    assert answer.status_code == 404
    assert "no such claim in this story now" in answer.text


def test_nothing_changed_is_an_empty_answer_and_a_change_a_line(room: Room) -> None:
    with Library(room.library) as library:
        written, made = library.written(), library.made_from(room.story)
    assert room.client.get(f"/changed?written={written}").status_code == 204
    assert room.client.get(f"/changed?story={room.story}&made={made}").status_code == 204
    assert "The library has changed" in words(room.client.get("/changed?written=0").text)
    assert "This story has changed" in words(room.client.get(f"/changed?story={room.story}&made=other").text)
