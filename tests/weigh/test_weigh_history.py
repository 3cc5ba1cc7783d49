"""How a claim changes from report to report."""

from __future__ import annotations

import pytest
from weigh_factory import Desk, Figure

from sayso.model.claim import Claim
from sayso.serve.reports.words import history


@pytest.fixture
def desk() -> Desk:
    d = Desk()
    for id, name in (("min", "Ministry of Roads"), ("mayor", "Mayor of Kalvor")):
        d.actor(id, name)
    d.report("mon", "Kalvor Post", "2026-03-02")
    d.report("tue", "Kalvor Post", "2026-03-03")
    d.report("wed", "Valley Echo", "2026-03-04")
    d.report("undated", "Tolm Times", None)
    return d


def kinds(claim: Claim) -> list[tuple[str, str]]:
    return [(c.kind, c.article) for c in claim.history]


def test_the_first_saying_stands_at_the_head(desk: Desk) -> None:
    claim = desk.claim([desk.say("wed", "the bridge is shut", by="min"), desk.say("mon", "the bridge is shut", by="min")])
    (first,) = claim.history
    assert (first.kind, first.article, first.date, first.before) == ("first-said", "mon", "2026-03-02", None)
    assert first.why == "first in these reports: on the word of Ministry of Roads"
    assert history(claim.history) == ""


def test_a_hedge_dropped_without_a_new_origin_hardens(desk: Desk) -> None:
    first = desk.say("mon", "the bridge may be shut", by="min", certainty="possible", hedges=("may",))
    claim = desk.claim([first, desk.say("wed", "the bridge is shut", by="min")])
    assert kinds(claim) == [("first-said", "mon"), ("hardened", "wed")]
    assert claim.history[1].before == first
    assert history(claim.history) == "told more firmly on 4 March 2026: “may” is dropped, and no new origin is named"


def test_a_new_origin_may_be_sure(desk: Desk) -> None:
    claim = desk.claim([desk.say("mon", "the bridge may be shut", by="min", certainty="possible", hedges=("may",)),
                        desk.say("wed", "the bridge is shut", by="mayor")])
    assert kinds(claim) == [("first-said", "mon")]


def test_an_outlet_that_drops_its_source_hardens(desk: Desk) -> None:
    claim = desk.claim([desk.say("mon", "the bridge is shut", by="min"), desk.say("tue", "the bridge is shut")])
    assert kinds(claim) == [("first-said", "mon"), ("hardened", "tue")]


def test_an_outlet_that_cites_somebody_unknown_has_not_dropped_its_source(desk: Desk) -> None:
    claim = desk.claim([desk.say("mon", "the bridge is shut", by="min"), desk.say("tue", "the bridge is shut", by="a report")])
    assert kinds(claim) == [("first-said", "mon")]


def test_another_outlet_in_its_own_voice_changes_nothing(desk: Desk) -> None:
    claim = desk.claim([desk.say("mon", "the bridge is shut", by="min"), desk.say("wed", "the bridge is shut")])
    assert kinds(claim) == [("first-said", "mon")]


def test_a_hedge_put_on_weakens(desk: Desk) -> None:
    claim = desk.claim([desk.say("mon", "the bridge is shut", by="min"),
                        desk.say("wed", "the bridge may be shut", by="min", certainty="possible", hedges=("may",))])
    assert kinds(claim) == [("first-said", "mon"), ("weakened", "wed")]


def test_who_said_it_and_denies_it_later_withdraws_it(desk: Desk) -> None:
    said = desk.say("mon", "the bridge is shut", by="min")
    claim = desk.claim([said], denying=[desk.say("wed", "the bridge is shut", by="min", response="denies")])
    assert kinds(claim) == [("first-said", "mon"), ("withdrawn", "wed")]


def test_a_denial_by_another_withdraws_nothing(desk: Desk) -> None:
    said = desk.say("mon", "the bridge is shut", by="min")
    claim = desk.claim([said], denying=[desk.say("wed", "the bridge is shut", by="mayor", response="denies")])
    assert kinds(claim) == [("first-said", "mon")]


def hurt(desk: Desk, report: str, n: int, by: str = "min") -> str:
    return desk.say(report, f"{n} people were hurt", by=by, figures=(Figure(str(n), n, "hurt"),))


def test_another_figure_on_the_same_word_corrects(desk: Desk) -> None:
    claim = desk.claim([hurt(desk, "mon", 7), hurt(desk, "wed", 13)])
    assert [(c.kind, c.why) for c in claim.history[1:]] == [("corrected", "7 before, now 13")]


def test_another_figure_on_another_word_corrects_nothing(desk: Desk) -> None:
    assert kinds(desk.claim([hurt(desk, "mon", 7), hurt(desk, "wed", 13, "mayor")])) == [("first-said", "mon")]


def test_what_has_no_date_has_no_place_in_it(desk: Desk) -> None:
    assert desk.claim([desk.say("undated", "the bridge is shut", by="min")]).history == ()


def test_a_verb_of_thinking_is_no_hedge_to_drop(desk: Desk) -> None:
    claim = desk.claim([desk.say("mon", "he thought the bridge was shut", by="min", certainty="probable", hedges=("thought",)),
                        desk.say("wed", "the bridge is shut", by="min")])
    assert kinds(claim) == [("first-said", "mon")]


def test_what_only_touches_the_claim_is_no_change_of_it(desk: Desk) -> None:
    claim = desk.claim([desk.say("mon", "the old bridge is shut to lorries", by="min"),
                        desk.say("tue", "a lorry driver slept near the bridge in his cab")])
    assert kinds(claim) == [("first-said", "mon")]


def test_a_source_in_the_same_sentence_is_not_dropped(desk: Desk) -> None:
    claim = desk.claim([desk.say("mon", "the bridge is shut", by="mayor"),
                        desk.say("tue", "asked again, the Mayor of Kalvor told us the bridge is shut")])
    assert kinds(claim) == [("first-said", "mon")]


def test_weeks_later_it_may_be_another_happening(desk: Desk) -> None:
    desk.report("april", "Kalvor Post", "2026-04-10")
    claim = desk.claim([desk.say("mon", "the bridge is shut", by="min"), desk.say("april", "the bridge is shut")])
    assert kinds(claim) == [("first-said", "mon")]


def test_a_rounded_figure_is_not_another_one(desk: Desk) -> None:
    claim = desk.claim([hurt(desk, "mon", 118), hurt(desk, "wed", 120)])
    assert kinds(claim) == [("first-said", "mon")]
