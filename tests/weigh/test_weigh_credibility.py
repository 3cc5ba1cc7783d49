"""Grades: off unless asked for, never 1, the first line that fits."""

from __future__ import annotations

import pytest
from weigh_factory import Desk

from sayso.model.claim import Claim
from sayso.settings import Settings
from sayso.weigh.credibility import TABLE


def desk(grades: bool = True) -> Desk:
    d = Desk(Settings(grades=grades))
    for id, name in (("min", "Ministry of Roads"), ("mayor", "Petra Lund")):
        d.actor(id, name, kind="organization" if id == "min" else "person")
    d.report("a", "Kalvor Post")
    d.report("b", "Valley Echo")
    return d


def grade(claim: Claim) -> tuple[int, str]:
    assert claim.credibility is not None
    return claim.credibility.grade, claim.credibility.rule


def test_no_claim_is_graded_unasked() -> None:
    d = desk(grades=False)
    assert d.claim([d.say("a", "the bridge is shut", by="min")]).credibility is None


def test_nothing_is_ever_confirmed() -> None:
    assert min(rule.grade for rule in TABLE) == 2


def test_one_origin_is_possibly_true() -> None:
    d = desk()
    assert grade(d.claim([d.say("a", "the bridge is shut", by="min")])) == (3, "one")


def test_without_an_origin_it_cannot_be_judged() -> None:
    d = desk()
    assert grade(d.claim([d.say("a", "the bridge is shut")])) == (6, "no-origin")


def test_a_denial_weighs_against_one_origin() -> None:
    d = desk()
    said = d.say("a", "the bridge is shut", by="min")
    assert grade(d.claim([said], denying=[d.say("b", "it is shut", by="mayor", response="denies")])) == (4, "against-one")


def test_what_is_only_denied_is_improbable() -> None:
    d = desk()
    assert grade(d.claim([], denying=[d.say("b", "it is shut", by="mayor", response="denies")])) == (5, "denied-alone")


def test_a_plan_is_not_judged() -> None:
    d = desk()
    assert grade(d.claim([d.say("a", "it will open", by="min", scheduled=True, date="2026-03-09")])) == (6, "ahead")


@pytest.mark.parametrize("rule", TABLE, ids=lambda r: r.name)
def test_every_line_says_its_condition(rule: object) -> None:
    assert len(getattr(rule, "words", "").split()) > 5
