"""Accounts that differ in detail, and places and days that only seem to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from weigh_factory import Desk, Figure

from sayso.model.claim import Claim
from sayso.weigh.claims import weigh_claim
from sayso.weigh.details import tells_the_same


@pytest.fixture
def desk() -> Desk:
    d = Desk()
    for id, name in (("min", "Ministry of Roads"), ("mayor", "Mayor of Kalvor")):
        d.actor(id, name)
    d.report("a", "Kalvor Post", "2026-03-02")
    d.report("b", "Valley Echo", "2026-03-02")
    return d


LONG = "the old stone bridge over the Lim was closed to lorries on Monday after divers found deep cracks in two piers"


def test_a_report_that_says_more_on_another_word_differs_in_detail(desk: Desk) -> None:
    said = [desk.say("a", LONG, by="min"), desk.say("b", "the bridge was closed to lorries", by="mayor")]
    claim = desk.claim(said)
    (found,) = claim.differences
    assert (found.slot, found.kind, claim.accounts) == ("action", "refinement", "details-differ")
    assert found.values[0].anchor.text == "Monday after divers found deep cracks in two piers"
    assert found.values[0].statements == (said[0],)
    assert "more than one source is named" in found.why


def test_more_words_alone_are_no_difference(desk: Desk) -> None:
    claim = desk.claim([desk.say("a", LONG, by="min"), desk.say("b", "the bridge was closed to lorries", by="min")])
    assert (claim.differences, claim.accounts) == ((), "agree")


def test_the_same_words_from_two_sources_are_no_difference(desk: Desk) -> None:
    claim = desk.claim([desk.say("a", LONG, by="min"), desk.say("b", LONG, by="mayor")])
    assert (claim.differences, claim.accounts) == ((), "agree")


def where(desk: Desk, first: str, second: str) -> Claim:
    said = [desk.say(r, f"it was found in {p} ashore", by="min", places=(p,)) for r, p in (("a", first), ("b", second))]
    return desk.claim(said)


def test_two_towns_far_apart_clash(desk: Desk) -> None:
    claim = where(desk, "Kalvor", "Veldt")
    (found,) = claim.differences
    assert (found.slot, found.kind, claim.accounts) == ("place", "conflict", "places-differ")
    assert [(v.value, v.anchor.article) for v in found.values] == [("Kalvor", "a"), ("Veldt", "b")]


def test_one_name_taken_for_two_towns_does_not_clash(desk: Desk) -> None:
    """What differs is how the name was resolved, not what the reports say."""
    said = [desk.say(r, "it was found in Kalvor ashore", by="min", places=("Kalvor",)) for r in "ab"]
    context = desk.context()
    moved = replace(context.readings["b"], places=tuple(replace(p, lat=10.0) for p in context.readings["b"].places))
    context = replace(context, readings={**context.readings, "b": moved})
    assert [d for d in weigh_claim(context, desk.group(said)).differences if d.slot == "place"] == []


def test_a_town_and_its_neighbour_do_not_clash(desk: Desk) -> None:
    assert where(desk, "Kalvor", "Norr").differences == ()


def test_towns_told_of_with_different_verbs_do_not_clash(desk: Desk) -> None:
    claim = desk.claim([
        desk.say("a", "in Kalvor it was built", by="min", places=("Kalvor",)),
        desk.say("b", "in Veldt it was launched", by="min", places=("Veldt",)),
    ])
    assert claim.differences == ()


def days(desk: Desk, *words: str) -> Claim:
    said = []
    for report, day, word in zip(("a", "b"), ("2026-03-03", "2026-03-10"), words, strict=True):
        said.append(desk.say(report, f"it was launched on {word}", by="min", date=day))
        desk.date(report, word, day)
    return desk.claim(said)


def test_the_same_weekday_in_reports_a_week_apart_is_no_clash(desk: Desk) -> None:
    assert [d.kind for d in days(desk, "Tuesday", "Tuesday").differences] == ["refinement"]


def test_two_weekdays_clash(desk: Desk) -> None:
    assert [d.kind for d in days(desk, "Tuesday", "Wednesday").differences] == ["conflict"]


def test_a_night_meets_the_day_after_it(desk: Desk) -> None:
    claim = desk.claim([desk.say("a", "it sank that night", by="min", date="2026-03-01TNI"),
                        desk.say("b", "it sank then", by="min", date="2026-03-02")])
    assert [d.kind for d in claim.differences] == ["refinement"]


def test_one_number_of_two_things_is_flagged(desk: Desk) -> None:
    claim = desk.claim([
        desk.say("a", "7 people were killed", by="min", figures=(Figure("7", 7, "kill"),)),
        desk.say("b", "7 people were hurt", by="min", figures=(Figure("7", 7, "hurt"),)),
    ])
    (found,) = claim.differences
    assert (found.kind, [v.value for v in found.values], claim.accounts) == ("different-scope", ["7 killed", "7 injured"], "agree")


def test_two_numbers_of_two_things_are_not(desk: Desk) -> None:
    claim = desk.claim([
        desk.say("a", "7 people were killed", by="min", figures=(Figure("7", 7, "kill"),)),
        desk.say("b", "9 people were hurt", by="min", figures=(Figure("9", 9, "hurt"),)),
    ])
    assert claim.differences == ()


def test_dates_of_two_things_that_one_claim_touches_do_not_clash(desk: Desk) -> None:
    claim = desk.claim([desk.say("a", "the bridge was closed to lorries", by="min", date="2026-03-01"),
                        desk.say("b", "engineers built it of iron and oak", by="min", date="2026-02-01")])
    assert [d for d in claim.differences if d.slot == "date"] == []


@pytest.mark.parametrize(("a", "b", "same"), [
    ("the bridge is shut to lorries", "the bridge at Kalvor is shut", True),
    ("12 people were hurt on Monday", "14 people were hurt on Friday", True),
    ("the bridge is shut on Monday", "a ship left the harbour on Monday", False),
    ("the 14 boats sank", "the 14 lamps broke", False)])
def test_numbers_and_days_alone_do_not_make_two_texts_tell_the_same(a: str, b: str, same: bool) -> None:
    assert tells_the_same(a, b) is same
