"""Denials and open answers find the claims they are about, and only those."""

from __future__ import annotations

from collections.abc import Sequence

from link_factory import Told, embed, rows, view

from sayso.link.answers import attach
from sayso.link.views import View, rarity
from sayso.model.reading import Response

POISON = view("a#0", "Tolm poisoned the wells of Orvast", Told(by=("sarvia",), actors=("tolm",), verb="poison"))
POISONED = view("b#1", "Tolm poisoned wells in Orvast last week", Told(by=("sarvia",), actors=("tolm",), verb="poison"))
BUDGET = view("a#5", "parliament passed the budget of the railways", Told(by=("sarvia",)))


def about(answer: View, *groups: Sequence[View]) -> list[tuple[str, ...]]:
    """The claims, by their statements' ids, that the answer is about."""
    views = [v for g in groups for v in g] + [answer]
    numbers = {v.id: k for k, v in enumerate(views)}
    found = attach(
        views, rows(views), [len(views) - 1], [[numbers[v.id] for v in g] for g in groups], rarity(views), embed
    )
    return [tuple(views[k].id for k in g) for g in found.get(len(views) - 1, [])]


def answer(text: str, response: Response = "denies", by: str = "tolm", id: str = "c#9") -> View:
    return view(id, text, Told(by=(by,), response=response, verb="poison", actors=(by,)))


def test_a_denial_is_about_what_it_denies() -> None:
    assert about(answer("having poisoned the wells of Orvast"), [POISON, POISONED], [BUDGET]) == [("a#0", "b#1")]


def test_a_denial_of_something_else_is_about_nothing_here() -> None:
    assert about(answer("taking bribes from builders"), [POISON], [BUDGET]) == []


def test_a_denial_reaches_every_claim_that_is_as_near() -> None:
    other = view("b#4", "Tolm poisoned the wells of Kalvor", Told(by=("sarvia",), actors=("tolm",), verb="poison"))
    assert set(about(answer("having poisoned wells"), [POISON], [other], [BUDGET])) == {("a#0",), ("b#4",)}


def test_nobody_denies_what_he_alone_says() -> None:
    own = view("a#0", POISON.text, Told(by=("tolm",), actors=("tolm",), verb="poison"))
    assert about(answer("having poisoned the wells of Orvast"), [own]) == []
    assert about(answer("having poisoned the wells of Orvast"), [own, POISONED]) == [("a#0", "b#1")]


def test_nobody_denies_a_condition() -> None:
    threat = view(
        "a#0", "if Tolm poisoned the wells of Orvast it will pay", Told(by=("sarvia",), modality="conditional")
    )
    assert about(answer("having poisoned the wells of Orvast"), [threat]) == []
    assert about(answer("having poisoned the wells of Orvast"), [threat, POISONED]) == [("a#0", "b#1")]


def test_an_open_answer_must_be_nearer_than_a_denial() -> None:
    vague = "poisoned wells far away"
    found = {r: about(answer(vague, r), [POISON]) for r in ("denies", "declines", "does-not-know")}
    assert found["denies"] == [("a#0",)]
    assert found["declines"] == found["does-not-know"] == []
    assert about(answer("whether Tolm poisoned the wells of Orvast", "declines"), [POISON], [BUDGET]) == [("a#0",)]


def test_an_answer_is_not_about_its_own_words() -> None:
    same = view("a#0", "having poisoned the wells of Orvast", Told(by=("tolm",), response="denies"))
    assert about(same, [POISON]) == []


def test_whoever_rejects_the_claims_of_somebody_means_what_that_one_claims() -> None:
    """The words alone are too far; that the denied claims are Sarvia's brings it to what Sarvia says."""
    no = view("c#9", "Sarvian claims about wells", Told(by=("tolm",), response="denies", actors=("sarvia",)))
    nameless = view("c#9", "Sarvian talk about wells", Told(by=("tolm",), response="denies"))
    said = view("a#0", "Tolm poisoned two wells", Told(by=("sarvia",), actors=("tolm",), verb="poison"))
    assert about(no, [said], [BUDGET]) == [("a#0",)]
    assert about(nameless, [said], [BUDGET]) == []


def test_a_name_in_common_is_not_enough() -> None:
    other = view("b#4", "the army of Tolm is short of boots", Told(by=("sarvia",), actors=("tolm",)))
    assert about(answer("Tolm striking a bargain"), [other], [BUDGET]) == []


def test_but_he_denied_it_is_about_what_was_said_before_it() -> None:
    said = view("c#8", "their return was part of a bargain", Told(by=("sarvia",)))
    denial = view("c#9", "striking any bargain", Told(by=("tolm",), response="denies", sentence=8))
    assert about(denial, [said], [BUDGET]) == [("c#8",)]
