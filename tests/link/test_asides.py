"""What is told in passing joins a claim that others make outright, and makes none by itself."""

from __future__ import annotations

from dataclasses import replace

from link_factory import Told, embed, rows, view

from sayso.link.claims import find_claims
from sayso.link.views import View

TOLD = [
    view("a#0", "flood water destroyed the old stone bridge at Kalvor", Told(by=("sarvia",))),
    view("b#0", "the old stone bridge at Kalvor was destroyed by flood water", Told(verb="destroy")),
]
VOTE = view("c#0", "parliament gave money after a long night of speeches", Told(verb="give"))


def aside(text: str, nominal: bool = False) -> View:
    return replace(view("c#0", text, Told(verb="destroy")), passing=0, nominal=nominal, statement=VOTE.statement)


def passing(*views: View) -> dict[tuple[str, ...], tuple[str, ...]]:
    return {c.affirming: c.passing for c in find_claims("story", views, rows(views), embed)}


def test_an_aside_joins_the_claim_it_tells() -> None:
    told = passing(*TOLD, VOTE, aside("the old stone bridge at Kalvor destroyed by flood water"))
    assert told == {("a#0", "b#0"): ("c#0",), ("c#0",): ()}


def test_an_aside_alone_makes_no_claim() -> None:
    assert passing(VOTE, aside("the new mill at Orvast destroyed by wind")) == {("c#0",): ()}


def test_a_bare_noun_says_too_little_to_go_anywhere() -> None:
    assert set(passing(*TOLD, VOTE, aside("the destruction", nominal=True)).values()) == {()}


def test_the_opposite_is_not_told_in_passing() -> None:
    no = aside("the old stone bridge at Kalvor not destroyed by flood water")
    no = replace(no, statement=replace(no.statement, polarity="negative"))
    assert passing(*TOLD, VOTE, no)["a#0", "b#0"] == ()
