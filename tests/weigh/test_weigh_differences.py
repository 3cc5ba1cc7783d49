"""Where accounts differ: clashes, updates, refinements and other scopes are told apart."""

from __future__ import annotations

from dataclasses import replace

import pytest
from weigh_factory import Desk, Figure

from sayso.model.claim import Claim
from sayso.weigh.claims import weigh_claim


@pytest.fixture
def desk() -> Desk:
    d = Desk()
    for id, name in (("sarvia", "Sarvia"), ("tolm", "Tolm")):
        d.actor(id, name, kind="place")
    for report, day in (("a", "2026-03-02"), ("b", "2026-03-02"), ("later", "2026-03-05"), ("undated", None)):
        d.report(report, f"Outlet {report}", day)
    return d


def told(desk: Desk, *given: tuple[str, str, Figure]) -> Claim:
    return desk.claim([desk.say(r, t, by="sarvia" if r == "a" else "tolm", figures=(f,)) for r, t, f in given])


SEVEN = ("a", "there were 7 people injured", Figure("7", 7))


def test_seven_and_thirteen_injured_on_one_day_clash() -> None:
    d = Desk()
    d.actor("sarvia", "Sarvia")
    d.report("a", "Kalvor Post", "2026-03-02")
    d.report("b", "Valley Echo", "2026-03-02T18:00:00Z")
    said = [
        d.say("a", SEVEN[1], by="sarvia", figures=(SEVEN[2],)),
        d.say("b", "13 were injured there", by="sarvia", figures=(Figure("13", 13, counts=None),)),
    ]
    claim = d.claim(said)
    (found,) = claim.differences
    assert (found.slot, found.kind, claim.accounts) == ("figure", "conflict", "figures-differ")
    assert [(v.value, v.anchor.text, v.anchor.article, v.statements, v.origins) for v in found.values] == [
        ("7", "7", "a", (said[0],), ("Sarvia",)),
        ("13", "13", "b", (said[1],), ("Sarvia",)),
    ]


def test_a_bound_and_a_figure_that_meets_it_refine(desk: Desk) -> None:
    claim = told(
        desk,
        (
            "a",
            "at least 10,000 soldiers were sent",
            Figure("10,000", None, "send", "at-least", 10000, None, "soldiers"),
        ),
        ("b", "they sent 11,000 soldiers", Figure("11,000", 11000, "send", counts="soldiers")),
    )
    (found,) = claim.differences
    assert (found.kind, claim.accounts, claim.status) == ("refinement", "agree", "corroborated")
    assert [v.value for v in found.values] == ["at least 10,000", "11,000"]


def test_a_bound_that_is_not_met_is_a_clash(desk: Desk) -> None:
    claim = told(
        desk,
        ("a", "at least 10,000 soldiers were sent", Figure("10,000", 10000, "send", "at-least", counts="soldiers")),
        ("b", "they sent 3,000 soldiers", Figure("3,000", 3000, "send", counts="soldiers")),
    )
    assert [d.kind for d in claim.differences] == ["conflict"]


@pytest.mark.parametrize(("relation", "words", "kind"), [("about", "around 7", "refinement"), ("exactly", "7", None)])
def test_about_the_same_refines_and_the_same_is_no_difference(
    desk: Desk, relation: str, words: str, kind: str | None
) -> None:
    claim = told(desk, SEVEN, ("b", f"it injured {words} of them", Figure("7", 7, relation=relation)))  # type: ignore[arg-type]
    assert [d.kind for d in claim.differences] == ([kind] if kind else [])
    assert claim.accounts == "agree"


def test_a_later_and_higher_figure_is_an_update_a_lower_one_a_clash(desk: Desk) -> None:
    (found,) = told(desk, SEVEN, ("later", "now 13 are injured", Figure("13", 13))).differences
    assert found.kind == "update"
    (found,) = told(desk, SEVEN, ("later", "only 4 are injured", Figure("4", 4))).differences
    assert found.kind == "conflict"


def test_without_a_date_nothing_is_an_update(desk: Desk) -> None:
    (found,) = told(desk, SEVEN, ("undated", "now 13 are injured", Figure("13", 13))).differences
    assert found.kind == "conflict"


def test_two_figures_in_the_later_days_reports_are_no_update(desk: Desk) -> None:
    claim = told(
        desk, SEVEN, ("later", "now 13 are injured", Figure("13", 13)), ("b", "9 are injured there", Figure("9", 9))
    )
    assert [d.kind for d in claim.differences] == ["conflict"]


def test_one_report_that_gives_both_tells_of_two_scopes(desk: Desk) -> None:
    claim = told(
        desk,
        SEVEN,
        ("b", "here 7 were injured", Figure("7", 7)),
        ("b", "in the region 13 were injured", Figure("13", 13)),
    )
    (found,) = claim.differences
    assert (found.kind, claim.accounts) == ("different-scope", "agree")


def test_dead_and_injured_are_not_compared(desk: Desk) -> None:
    assert told(desk, SEVEN, ("b", "13 of them died", Figure("13", 13, "die"))).differences == ()


def test_people_and_money_are_not_compared(desk: Desk) -> None:
    given = told(
        desk,
        ("a", "7 lost in the fire", Figure("7", 7, "lose")),
        ("b", "13 million lost in the fire", Figure("13 million", 13e6, "lose", counts="dollars", unit="USD")),
    )
    assert given.differences == ()


def test_two_figures_in_one_report_alone_are_no_difference(desk: Desk) -> None:
    assert told(desk, SEVEN, ("a", "another 13 were injured", Figure("13", 13))).differences == ()


def dates(desk: Desk, *given: tuple[str, str]) -> Claim:
    return desk.claim(
        [
            desk.say(r, f"pact number {k} was signed", by="sarvia" if k % 2 else "tolm", date=day)
            for k, (r, day) in enumerate(given)
        ]
    )


def test_june_and_the_nineteenth_of_june_refine(desk: Desk) -> None:
    claim = dates(desk, ("a", "2024-06"), ("b", "2024-06-19"))
    assert [(d.slot, d.kind) for d in claim.differences] == [("date", "refinement")]
    assert claim.accounts == "agree"
    assert claim.date == "2024-06-19"


def test_days_that_do_not_meet_clash(desk: Desk) -> None:
    claim = dates(desk, ("a", "2024-06-18"), ("b", "2024-06-19"))
    assert [(d.slot, d.kind) for d in claim.differences] == [("date", "conflict")]
    assert (claim.accounts, claim.status) == ("dates-differ", "disputed")


def test_reports_of_other_weeks_that_each_tell_of_their_own_day_do_not_clash() -> None:
    """Two tests of a siren, in August and in September, each told the day after."""
    def told(second: str) -> Claim:
        d = Desk()
        d.report("a", "Kalvor Post", "2026-08-30")
        d.report("b", "Valley Echo", second)
        return d.claim([d.say("a", "the new siren was tested", date="2026-08-29"),
                        d.say("b", "the new siren was tested", date="2026-09-14")])
    assert told("2026-09-15").differences == ()
    assert [d.kind for d in told("2026-09-30").differences] == ["conflict"], "news of a day long past is of that day"


def test_figures_of_what_the_claim_only_touches_do_not_clash(desk: Desk) -> None:
    """Five were hurt at the lock; four at another place, in a sentence that is near it and not surely the same."""
    five = [desk.say(r, "5 people were injured at the lock of Orvast", figures=(Figure("5", 5),), agent="5 people") for r in "ab"]
    four = desk.say("later", "4 people were injured", figures=(Figure("4", 4),))
    group = desk.group([*five, four])
    assert [d.slot for d in weigh_claim(desk.context(), group).differences] == ["figure"]
    near = replace(group, links=((five[0], five[1], 0.95), (five[0], four, 0.4), (five[1], four, 0.4)))
    assert weigh_claim(desk.context(), near).differences == ()


def test_one_report_with_both_days_tells_of_two_things(desk: Desk) -> None:
    claim = dates(desk, ("a", "2024-06-18"), ("b", "2024-06-19"), ("b", "2024-06-18"))
    assert [d.kind for d in claim.differences] == ["different-scope"]


def test_dates_without_a_year_are_not_compared(desk: Desk) -> None:
    assert dates(desk, ("a", "XXXX-06-18"), ("b", "2024-06-19")).differences == ()


def test_clashes_of_two_slots_and_a_denial_are_mixed(desk: Desk) -> None:
    said = [
        desk.say("a", SEVEN[1], by="sarvia", figures=(SEVEN[2],), date="2026-03-01"),
        desk.say("b", "13 were injured", by="tolm", figures=(Figure("13", 13),), date="2026-02-27"),
    ]
    assert desk.claim(said).accounts == "mixed"
    no = desk.say("b", "any blast", by="tolm", response="denies")
    one = [said[0], desk.say("b", "14 were injured", by="tolm", figures=(Figure("14", 14),))]
    assert desk.claim(one).accounts == "figures-differ"
    assert desk.claim(one, denying=[no]).accounts == "mixed"
    assert desk.claim(said[:1], denying=[no]).accounts == "denied"


def test_clashes_stand_before_refinements(desk: Desk) -> None:
    said = [
        desk.say("a", SEVEN[1], by="sarvia", figures=(SEVEN[2],), date="2026-03"),
        desk.say("b", "13 were injured", by="tolm", figures=(Figure("13", 13),), date="2026-03-01"),
    ]
    assert [(d.slot, d.kind) for d in desk.claim(said).differences] == [("figure", "conflict"), ("date", "refinement")]
