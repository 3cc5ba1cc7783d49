"""Claims: what says the same meets, what must not meet does not, and doubt is shown."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from link_factory import Told, embed, people, rows, view

from sayso.link.candidates import NEIGHBOURS, Members, allowed, may_be_one, may_meet
from sayso.link.claims import SAME, SAME_ACROSS_ORIGINS, _bar, find_claims
from sayso.link.clusters import average_link
from sayso.link.features import Pair, evidence, evidence_sentence, score
from sayso.link.heads import told_apart
from sayso.link.stems import Rarity
from sayso.link.views import View, rarity
from sayso.model.link import ClaimGroup
from sayso.model.span import Span

BRIDGE = [
    view("a#0", "flood water destroyed the old stone bridge at Kalvor", Told(by=("sarvia",), places=("kalvor",))),
    view(
        "b#0", "the old stone bridge at Kalvor was destroyed by flood water", Told(verb="destroy", places=("kalvor",))
    ),
    view(
        "c#3",
        "flood water has destroyed the stone bridge at Kalvor",
        Told(by=("sarvia",), verb="destroy", places=("kalvor",)),
    ),
]
VOTE = [
    view("a#5", "parliament passed the budget of the railways after a long night", Told(by=("tolm",))),
    view("c#1", "the budget of the railways passed in parliament after a long night", Told(verb="pass", by=("tolm",))),
]
LONE = view("b#7", "schools open again in September")


def claims(views: Sequence[View]) -> list[ClaimGroup]:
    return find_claims("story", views, rows(views), embed)


def homes(found: Sequence[ClaimGroup]) -> list[tuple[str, ...]]:
    return [c.affirming for c in found]


def test_what_says_the_same_is_one_claim_and_the_rest_apart() -> None:
    assert homes(claims([*BRIDGE, *VOTE, LONE])) == [("a#0", "b#0", "c#3"), ("a#5", "c#1"), ("b#7",)]


def test_no_statements_no_claims() -> None:
    assert find_claims("story", [], np.zeros((0, 4), np.float32), embed) == []


@pytest.mark.parametrize("seed", range(4))
def test_the_order_is_no_matter(seed: int) -> None:
    views = [
        *BRIDGE,
        *VOTE,
        LONE,
        view("b#9", "having destroyed any bridge at Kalvor", Told(by=("tolm",), response="denies")),
    ]
    mixed = list(views)
    random.Random(seed).shuffle(mixed)
    assert claims(mixed) == claims(views)


def test_an_id_belongs_to_story_and_first_statement() -> None:
    one, again = claims(BRIDGE), claims(BRIDGE[:2])
    assert one[0].id == again[0].id
    assert find_claims("other", BRIDGE, rows(BRIDGE), embed)[0].id != one[0].id
    assert len({c.id for c in claims([*BRIDGE, *VOTE, LONE])}) == 3


def test_what_is_asked_is_never_one_claim_with_what_is_told() -> None:
    told, again = (view(f"{k}#0", "the ministry was warned of the old brakes", Told(verb="warn")) for k in "ab")
    asked = view("c#0", "whether the ministry was warned of the old brakes", Told(verb="warn"))
    assert allowed(told, again)
    assert not allowed(told, asked)


def test_a_statement_and_its_opposite_are_never_one_claim() -> None:
    no = replace(BRIDGE[1], statement=replace(BRIDGE[1].statement, polarity="negative"))
    assert homes(claims([BRIDGE[0], no])) == [("a#0",), ("b#0",)]


def test_two_propositions_of_one_sentence_are_never_one_claim() -> None:
    twin = view("a#1", BRIDGE[0].text, Told(by=("sarvia",), sentence=0))
    assert homes(claims([BRIDGE[0], twin])) == [("a#0",), ("a#1",)]
    assert homes(claims([BRIDGE[0], view("a#1", BRIDGE[0].text, Told(by=("sarvia",)))])) == [("a#0", "a#1")]


def test_they_do_not_meet_through_a_third_either() -> None:
    twin = view("a#1", BRIDGE[0].text, Told(by=("sarvia",), sentence=0))
    found = homes(claims([BRIDGE[0], twin, *BRIDGE[1:]]))
    assert all(not {"a#0", "a#1"} <= set(c) for c in found)


def test_figures_far_apart_under_different_verbs_are_different_things() -> None:
    dead = view("a#0", "flood killed 3 people in Kalvor", Told(figures=(people(3, "kill"),)))
    hurt = view("b#0", "flood injured 50 people in Kalvor", Told(figures=(people(50),)))
    near = view("c#0", "flood injured 4 people in Kalvor", Told(figures=(people(4),)))
    assert not allowed(dead, hurt)
    assert allowed(dead, near)
    assert allowed(hurt, view("d#0", "flood injured 3 people in Kalvor", Told(figures=(people(3),))))


def at(likeness: float) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    return np.array([[1, 0], [likeness, (1 - likeness**2) ** 0.5]], np.float32)


def between(a: View, b: View, low: float, high: float) -> float:
    """The likeness at which the two score between the two."""
    rare = rarity([a, b])
    return next(x for x in np.linspace(0.46, 0.99, 400) if low < score(Pair(a, b, float(x), rare)) < high)


def test_different_named_sources_need_a_surer_match() -> None:
    """At one and the same likeness, an outlet's own words join a source's; those of another source do not."""
    a = view("a#0", "flood water destroyed the bridge", Told(by=("sarvia",), verb="destroy"))
    other = view("b#0", "rising rivers tore the bridge away", Told(by=("tolm",), verb="destroy"))
    own = view("b#0", "rising rivers tore the bridge away", Told(verb="destroy"))
    likeness = between(a, other, SAME + 0.02, SAME_ACROSS_ORIGINS - 0.02)
    assert homes(find_claims("story", [a, other], at(likeness), embed)) == [("a#0",), ("b#0",)]
    assert homes(find_claims("story", [a, own], at(likeness), embed)) == [("a#0", "b#0")]


def test_doubt_is_shown_on_both_and_says_what_met() -> None:
    a = view("a#0", "flood water destroyed the bridge", Told(by=("sarvia",), verb="destroy"))
    b = view("b#0", "rising rivers tore the bridge away", Told(by=("tolm",), verb="destroy"))
    one, two = find_claims("story", [a, b], at(between(a, b, SAME + 0.02, SAME_ACROSS_ORIGINS - 0.02)), embed)
    assert [p.claim for p in one.possibly_same] == [two.id]
    assert [p.claim for p in two.possibly_same] == [one.id]
    assert SAME < one.possibly_same[0].score < SAME_ACROSS_ORIGINS
    assert "bridg" in one.possibly_same[0].why
    assert one.links == two.links == ()


def test_what_has_nothing_in_common_is_not_even_possibly_the_same() -> None:
    assert all(c.possibly_same == () for c in claims([BRIDGE[0], VOTE[0], LONE]))


def test_a_claim_names_its_weakest_pair_and_all_that_were_compared() -> None:
    (bridge,) = claims(BRIDGE)
    assert {(a, b) for a, b, _ in bridge.links} == {("a#0", "b#0"), ("a#0", "c#3"), ("b#0", "c#3")}
    assert bridge.weakest is not None
    assert set(bridge.weakest.statements) <= set(bridge.affirming)
    assert bridge.weakest.why
    assert bridge.weakest.score <= max(s for _, _, s in bridge.links)
    assert bridge.score == pytest.approx(sum(s for _, _, s in bridge.links) / 3, abs=0.001)
    assert claims([LONE])[0].weakest is None


def test_every_statement_that_is_no_answer_is_in_exactly_one_claim() -> None:
    views = [
        *BRIDGE,
        *VOTE,
        LONE,
        view("d#0", "whether the bridge would be built again", Told(by=("x",), response="declines")),
    ]
    told = [i for c in claims(views) for i in c.affirming]
    assert sorted(told) == sorted(v.id for v in views if v.response is None)


def test_what_is_only_denied_is_a_claim_that_nobody_affirms() -> None:
    no = view("b#2", "selling the harbour to foreign owners", Told(by=("tolm",), response="denies"))
    found = claims([*VOTE, no])
    assert [(c.affirming, c.denying) for c in found] == [(("a#5", "c#1"), ()), ((), ("b#2",))]


def test_the_pairs_a_statement_do_not_grow_with_the_story() -> None:
    views = [view(f"r{k:03}#0", f"flood water destroyed house number {k % 7} at Kalvor") for k in range(150)]
    pairs = Members(views, rows(views), rarity(views)).scores(range(len(views)), range(len(views)))
    assert len(pairs) <= NEIGHBOURS * len(views)
    assert all(a < b for a, b in pairs)


def test_a_score_is_the_sum_of_what_is_said_of_it() -> None:
    rare = rarity(BRIDGE)
    like, unlike = Pair(BRIDGE[0], BRIDGE[1], 0.9, rare), Pair(BRIDGE[0], VOTE[0], 0.46, rare)
    assert 0 < score(unlike) < 0.05
    assert 0.7 < score(like) < 1
    assert score(like) == pytest.approx(score(Pair(BRIDGE[1], BRIDGE[0], 0.9, rare)))
    assert evidence(like)["likeness"] > 0
    assert "sentences alike" in evidence_sentence(like)


@pytest.mark.parametrize(
    ("name", "a", "b"),
    [
        ("other_days", Told(days=("2026-03-01", "2026-03-01")), Told(days=("2026-03-09", "2026-03-09"))),
        ("other_modality", Told(), Told(modality="planned")),
        ("other_place", Told(places=("kalvor",)), Told(places=("orvast",))),
        ("other_actors", Told(actors=("sarvia",)), Told(actors=("tolm",))),
        ("other_happening", Told(verb="sink"), Told(verb="mention")),
        ("figures_apart", Told(figures=(people(3),)), Told(figures=(people(90),))),
    ],
)
def test_what_tells_two_things_apart_lowers_the_score(name: str, a: Told, b: Told) -> None:
    text = "flood water destroyed the bridge"
    x, y = view("a#0", text, a), view("b#0", text, b)
    assert evidence(Pair(x, y, 0.9, Rarity()))[name] < 0
    assert score(Pair(x, y, 0.9, Rarity())) < score(Pair(x, view("b#0", text, a), 0.9, Rarity()))


def test_leading_two_reports_makes_no_two_happenings_one() -> None:
    opened = view("d#0", "the office opened an inquiry into the fall of the bridge at Kalvor")
    lives = view("e#0", "Stefan lives two gardens from the fall of the bridge at Kalvor")
    assert homes(claims([*BRIDGE, opened, lives]))[-2:] == [("d#0",), ("e#0",)]


def test_what_would_be_under_a_condition_is_not_what_is_told() -> None:
    if_not = view("a#0", "crews stopped work at Kalvor on Thursday", Told(modality="conditional"))
    did = view("b#0", "crews stopped work at Kalvor on Thursday")
    assert homes(claims([if_not, did])) == [("a#0",), ("b#0",)]


def test_a_verb_alone_makes_no_two_statements_one() -> None:
    a = view("a#0", "parliament passed the coastal defence bill", Told(verb="pass"))
    b = view("b#0", "the Senate passed it", Told(verb="pass"))
    assert allowed(a, b)
    assert not may_meet(a, b)
    assert may_meet(a, view("b#0", "lawmakers passed that bill", Told(verb="pass")))
    assert may_meet(view("a#0", "eleven passed", Told(verb="pass", figures=(people(11),))),
                    view("b#0", "they counted 11", Told(verb="count", figures=(people(11),))))
    assert len(claims([a, b])) == 2


@pytest.mark.parametrize(("a", "b", "apart"), [
    ("the coastal defence bill", "a separate tax bill", True), ("the coastal defence bill", "the defence bill", False),
    ("the bill", "a tax bill", False), ("a tax bill on nets", "the coastal bill", True), ("it", "it", False),
    ("the mayor of Kalvor", "the mayor of Ondra", True), ("the police", "the dead", False), ("", "", False),
    ("at least ten people", "eleven people", False), ("14 workers", "30 workers", False)])
def test_one_noun_with_other_words_is_two_things(a: str, b: str, apart: bool) -> None:
    assert told_apart(a, b) is told_apart(b, a) is apart


def test_two_things_of_one_noun_keep_what_happened_to_them_apart() -> None:
    def passed(id: str, what: str) -> View:
        plain = view(id, f"parliament passed {what}", Told(verb="pass"))
        event = replace(plain.statement.event, patient=Span(18, 18 + len(what), what))
        return replace(plain, statement=replace(plain.statement, event=event))
    tax, coast = passed("a#0", "the tax bill"), passed("b#0", "the coast bill")
    assert evidence(Pair(tax, coast, 0.8, rarity([tax, coast])))["other_thing"] < 0
    assert "one noun, two things" in evidence_sentence(Pair(tax, coast, 0.0, rarity([tax, coast])))
    assert "other_thing" not in evidence(Pair(tax, passed("b#0", "the tax bill"), 0.8, rarity([tax, coast])))


def test_units_of_one_army_are_no_two_things_by_their_names() -> None:
    def came(id: str, whose: str, army: str) -> View:
        plain = view(id, f"first units of {whose} came to Kalvor", Told(verb="com", agent=(army,)))
        event = replace(plain.statement.event, agent=Span(0, 15 + len(whose), f"first units of {whose}"))
        return replace(plain, statement=replace(plain.statement, event=event))
    a = came("a#0", "the Tolmish army", "tolm")
    assert "other_thing" not in evidence(Pair(a, came("b#0", "the Republic of Sarn", "tolm"), 0.8, rarity([a])))
    assert evidence(Pair(a, came("b#0", "the Republic of Sarn", "sarn"), 0.8, rarity([a])))["other_thing"] < 0


def test_two_without_a_word_in_common_meet_through_a_third() -> None:
    a = view("a#0", "soldiers of Tolm have arrived at Kalvor in the east", Told(by=("sarvia",), verb="arrive"))
    b = view("b#0", "soldiers of Tolm have arrived as first units of an army", Told(by=("sarvia",), verb="arrive"))
    c = view("c#0", "first units of an army have reached the front", Told(by=("sarvia",), verb="reach"))
    members = Members([a, b, c], rows([a, b, c]), rarity([a, b, c]))
    assert not may_meet(a, c)
    assert may_be_one(a, c)
    joined = average_link([0, 1, 2], {(0, 1): 0.9, (1, 2): 0.9}, lambda x, y: _bar(members.views, x, y))
    assert joined == [[0, 1, 2]]


def test_how_many_were_hurt_is_not_what_hurt_them() -> None:
    leak = view("a#0", "a tank leaked gas in the leak at Kalvor", Told(verb="leak"))
    hurt = view("b#0", "14 people were hurt in the gas leak at Kalvor", Told(verb="hurt", figures=(people(14, "hurt"),)))
    assert allowed(leak, hurt)
    assert not may_meet(leak, hurt)
    assert may_meet(hurt, view("a#0", "eleven were injured by gas at Kalvor", Told(verb="injure", figures=(people(11),))))
    assert may_meet(hurt, view("a#0", "the leak of gas at Kalvor, with 14 in hospital", Told(verb="leak", figures=(people(14),))))
