"""The ledger of figures: what is counted, who gives which value, whether all can be true."""

from __future__ import annotations

import pytest
from weigh_factory import Desk
from weigh_factory import Figure as F

from sayso.model.claim import Figure
from sayso.model.figure import bounds, compatible
from sayso.model.reading import Quantity, Relation
from sayso.weigh.figures import comparable, measure, show


def quantity(
    value: float | None,
    relation: Relation = "exactly",
    low: float | None = None,
    high: float | None = None,
    words: str = "x",
) -> Quantity:
    return Quantity(0, len(words), words, value, low, high, relation, "person", "people", "injure")


@pytest.fixture
def desk() -> Desk:
    d = Desk()
    d.actor("sarvia", "Sarvia")
    d.actor("tolm", "Tolm")
    d.report("a", "Kalvor Post", "2026-03-02")
    d.report("b", "Valley Echo", "2026-03-03")
    return d


def ledger(desk: Desk, *groups: list[str]) -> tuple[Figure, ...]:
    return desk.story(*(desk.group(g) for g in groups)).figures


def test_one_entry_a_measure_with_every_value_and_who_gives_it(desk: Desk) -> None:
    hurt = [
        desk.say("a", "7 people were hurt", by="sarvia", figures=(F("7", 7, "hurt"),)),
        desk.say("b", "the blast wounded 13", by="tolm", figures=(F("13", 13, "wound", counts=None),)),
        desk.say("b", "injuries stood at 7", by="tolm", figures=(F("7", 7, "injury"),)),
    ]
    dead = [desk.say("a", "2 people died", by="sarvia", figures=(F("2", 2, "die"),))]
    killed, injured = ledger(desk, hurt, dead)
    assert (killed.measure, killed.counts, killed.agree, [v.value for v in killed.values]) == (
        "killed",
        "people",
        True,
        [2],
    )
    assert (injured.measure, injured.counts, injured.agree) == ("injured", "people", False)
    assert [(v.value, v.as_of, v.origins, v.statements, v.anchor.text) for v in injured.values] == [
        (7, "2026-03-03", ("Sarvia", "Tolm"), (hurt[0], hurt[2]), "7"),
        (13, "2026-03-03", ("Tolm",), (hurt[1],), "13"),
    ]
    assert injured.claims == (desk.group(hurt).id,)


def test_the_latest_is_of_the_latest_report(desk: Desk) -> None:
    (found,) = ledger(
        desk,
        [
            desk.say("b", "9 injured", by="tolm", figures=(F("9", 9),)),
            desk.say("a", "4 injured", by="sarvia", figures=(F("4", 4),)),
        ],
    )
    assert found.values[found.latest].value == 9


def test_years_percentages_and_figures_of_nothing_stay_out(desk: Desk) -> None:
    said = [
        desk.say("a", "35 percent died", by="sarvia", figures=(F("35 percent", 35, "die", unit="percent"),)),
        desk.say("a", "for 3 years it was lost", by="sarvia", figures=(F("3 years", 3, "lose", unit="year"),)),
        desk.say("a", "many died", by="sarvia", figures=(F("many", None, "die", "vague"),)),
        desk.say("a", "it weighs 4 tons", by="sarvia", figures=(F("4", 4, "weigh", unit="t", counts=None),)),
    ]
    assert ledger(desk, said) == ()


def test_a_measure_of_its_own_stands_only_where_two_reports_give_it(desk: Desk) -> None:
    one = desk.say("a", "it weighs 4 tons", by="sarvia", figures=(F("4 tons", 4, "weigh", unit="t", counts=None),))
    assert ledger(desk, [one]) == ()
    two = desk.say("b", "5 tons it weighs", by="tolm", figures=(F("5 tons", 5, "weigh", unit="t", counts=None),))
    (found,) = ledger(desk, [one, two])
    assert (found.measure, found.counts, found.agree) == ("weigh", "t", False)


def test_bounds_that_hold_each_other_agree(desk: Desk) -> None:
    (found,) = ledger(
        desk,
        [
            desk.say("a", "up to 20 died", by="sarvia", figures=(F("up to 20", 20, "die", "at-most"),)),
            desk.say("b", "18 died", by="tolm", figures=(F("18", 18, "die"),)),
        ],
    )
    assert found.agree


@pytest.mark.parametrize(
    ("predicate", "counts", "expected"),
    [
        ("die", "people", "killed"),
        ("deploy", "troops", "deployed"),
        ("detain", None, "arrested"),
        ("flee", None, "displaced"),
        ("be", "deaths", "killed"),
        ("lose", None, "lose"),
        (None, "wounded soldiers", "injured"),
        ("weigh", "fish", "weigh"),
        (None, "fish", None),
    ],
)
def test_what_a_figure_measures(predicate: str | None, counts: str | None, expected: str | None) -> None:
    assert measure(Quantity(0, 1, "7", 7, None, None, "exactly", None, counts, predicate)) == expected


@pytest.mark.parametrize(
    ("relation", "expected"),
    [
        ("exactly", (10, 10)),
        ("at-least", (10, float("inf"))),
        ("more-than", (10, float("inf"))),
        ("at-most", (0, 10)),
        ("less-than", (0, 10)),
        ("about", (9, 11)),
        ("vague", (10, float("inf"))),
    ],
)
def test_bounds(relation: Relation, expected: tuple[float, float]) -> None:
    assert bounds(quantity(10, relation)) == pytest.approx(expected)


def test_compatible_is_symmetric_and_a_vague_figure_clashes_with_less_than_its_word_allows() -> None:
    thousands = quantity(None, "vague", 2000)
    for a, b, fits in (
        (thousands, quantity(11000), True),
        (thousands, quantity(12), False),
        (quantity(7), quantity(13), False),
        (quantity(None, "between", 5, 9), quantity(7), True),
        (quantity(None, "between", 5, 9), quantity(10), False),
    ):
        assert compatible(a, b) is fits
        assert compatible(b, a) is fits


def test_soldiers_and_officials_are_not_compared() -> None:
    def sent(counts: str) -> Quantity:
        return Quantity(0, 1, "7", 7, None, None, "exactly", "person", counts, "send")

    assert comparable(sent("North Korean soldiers"), sent("soldiers"))
    assert not comparable(sent("soldiers"), sent("officials"))


@pytest.mark.parametrize(
    ("q", "shown"),
    [
        (quantity(10000, "at-least"), "at least 10,000"),
        (quantity(None, "between", 10, 1500), "10 to 1,500"),
        (quantity(None, "vague", 2000, words="thousands"), "thousands"),
        (quantity(1.5), "1.5"),
        (quantity(12345678), "12,345,678"),
    ],
)
def test_a_value_is_shown_with_its_bound(q: Quantity, shown: str) -> None:
    assert show(q) == shown
