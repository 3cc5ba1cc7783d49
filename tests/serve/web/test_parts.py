"""The other ways to look at a story: day by day, figures on a scale, places, what is due, silences, changes."""

from __future__ import annotations

import re

import pytest
from rooms import Room, words

from sayso.model.claim import FigureValue
from sayso.model.span import Anchor
from sayso.serve.web.views.figures import WIDTH, Mark, _Scale


def part(room: Room, name: str) -> str:
    return room.get(f"/stories/{room.story}/{name}")


def test_days_stand_in_order_and_what_lies_ahead_is_said_to(room: Room) -> None:
    page = part(room, "timeline")
    names = re.findall(r"<h2>(\d+ \w+ \d{4})", page)
    assert names[:1] == ["19 February 2026"]
    assert names[-1] == "28 April 2026"
    assert "4 reports that day" in words(page)
    assert "23 April 2026 ahead of these reports" in words(page)


def test_every_figure_leads_to_its_sentence(room: Room) -> None:
    page = part(room, "figures")
    assert "Killed the figures differ" in words(page)
    way, sentence = re.findall(r'href="(/article\?id=[^"#]+)#(s\d+)"', page)[0]
    assert f'id="{sentence}"' in room.get(way)


def value(relation: str, value: float | None, low: float | None = None, high: float | None = None) -> FigureValue:
    return FigureValue(value, low, high, relation, None, Anchor("a", 0, 1, "x"), (), ())  # type: ignore[arg-type]


@pytest.mark.parametrize(("given", "drawn"), [
    (value("exactly", 50), Mark(WIDTH / 2, WIDTH / 2, WIDTH / 2, False, False)),
    (value("at-least", 50), Mark(WIDTH / 2, WIDTH / 2, WIDTH - 2, False, True)),
    (value("at-most", 50), Mark(WIDTH / 2, 2, WIDTH / 2, True, False)),
    (value("between", None, 0, 100), Mark(None, 14, WIDTH - 14, False, False)),
    (value("vague", None), None)])
def test_a_figure_is_drawn_with_its_bounds(given: FigureValue, drawn: Mark | None) -> None:
    assert _Scale(0, 100).mark(given) == drawn


def test_one_value_alone_has_a_scale_from_nought(room: Room) -> None:
    scale = _Scale.of([value("exactly", 7)])
    assert scale == _Scale(0, 7)
    assert _Scale.of([value("exactly", 900), value("exactly", 1000)]) == _Scale(900, 1000)
    assert _Scale.of([value("vague", None)]) is None


def test_places_are_given_as_data_and_as_a_list(room: Room) -> None:
    data = room.client.get(f"/stories/{room.story}/places.json").json()
    assert data[0]["name"] == "Villach"
    assert data[0]["claims"][0][0].startswith(f"/stories/{room.story}/claims/")
    page = part(room, "map")
    assert all(p["name"] in page for p in data)


def test_what_is_due_and_what_hangs_on_a_condition_is_told(room: Room) -> None:
    text = words(part(room, "watch"))
    assert "23 April 2026" in text
    assert "If the wagons are not withdrawn by midnight on Wednesday" in text


def test_silences_tell_refusals_and_who_is_not_heard(room: Room) -> None:
    assert "Denied, declined, not known" in part(room, "silences")


@pytest.mark.parametrize("kind", ["csv", "parquet", "geojson", "ics", "atom", "ninjs", "jsonld", "markdown", "html", "json"])
def test_a_story_is_taken_away_in_every_kind(room: Room, kind: str) -> None:
    assert f"/stories/{room.story}/take/{kind}" in part(room, "take")
    answer = room.client.get(f"/stories/{room.story}/take/{kind}")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith(f'attachment; filename="{room.story}')
    assert len(answer.content) > 500


def test_a_kind_that_there_is_not_is_said(room: Room) -> None:
    assert "is no kind of export" in room.client.get(f"/stories/{room.story}/take/docx").text


def test_changes_count_from_a_day_that_is_asked_for(room: Room) -> None:
    page = words(part(room, "changes?since=2026-04-16"))
    assert "New reports 3" in page
    assert "one origin before, now disputed" in page
    assert "last week is no date" in part(room, "changes?since=last+week")
