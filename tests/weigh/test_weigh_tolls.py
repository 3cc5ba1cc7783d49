"""The killed and injured over several reports: counts beside figures, what stands at the end."""

from __future__ import annotations

from weigh_factory import Desk
from weigh_factory import Figure as F

from sayso.model.claim import Figure, FigureValue


def figure(desk: Desk, measure: str = "killed") -> Figure:
    return next(f for f in desk.story().figures if f.measure == measure and f.counts == "people")


def stands(f: Figure) -> FigureValue:
    return f.values[f.latest]


def desk() -> Desk:
    d = Desk()
    d.report("a", "Kalvor Post", "2026-03-02")
    d.report("b", "Valley Echo", "2026-03-03")
    d.report("c", "Tolm Times", "2026-03-04")
    return d


def test_people_described_are_counted_where_no_figure_is_given() -> None:
    d = desk()
    s = d.say("a", "a baker was found dead")
    d.toll("a", "killed", 1, "a baker")
    (value,) = figure(d).values
    assert (value.value, value.relation, value.from_) == (1, "at-least", "counted")
    assert (value.statements, value.anchor.text) == ((s,), "a baker")


def test_a_count_supports_the_same_figure_stated_elsewhere() -> None:
    d = desk()
    d.say("a", "a baker was found dead")
    d.toll("a", "killed", 1, "a baker")
    d.say("b", "1 person died", figures=(F("1", 1, "die"),))
    (value,) = figure(d).values
    assert (value.from_, value.relation, len(value.statements)) == ("stated", "exactly", 2)


def test_a_later_report_on_one_of_the_dead_takes_no_life_back() -> None:
    d = desk()
    d.say("a", "3 people died", figures=(F("3", 3, "die"),))
    d.say("c", "a baker was mourned as he was killed")
    d.toll("c", "killed", 1, "a baker")
    f = figure(d)
    assert stands(f).value == 3
    assert f.agree


def test_a_later_stated_figure_takes_the_place_of_an_earlier_one() -> None:
    d = desk()
    d.say("a", "5 people died", figures=(F("5", 5, "die"),))
    d.say("b", "4 people died", figures=(F("4", 4, "die"),))
    assert stands(figure(d)).value == 4


def test_parts_of_a_sum_are_no_figures_of_their_own() -> None:
    d = desk()
    d.say("a", "2 cooks and a guest died", figures=(F("2", 2, "die"),))
    d.toll("a", "killed", 3, "2 cooks", "a guest")
    assert [v.value for v in figure(d).values] == [3]


def test_single_people_are_not_counted_where_many_died() -> None:
    d = desk()
    d.say("a", "3,000 people died", figures=(F("3,000", 3000, "die"),))
    d.say("b", "a baker was killed")
    d.toll("b", "killed", 1, "a baker")
    assert [v.value for v in figure(d).values] == [3000]


def test_who_would_die_and_who_died_long_before_are_not_counted() -> None:
    d = desk()
    d.say("a", "40 people would die if it broke", figures=(F("40", 40, "die"),))
    d.say("a", "my mother died in that month", date="2011-03-02")
    d.toll("a", "killed", 1, "my mother")
    d.say("b", "7 people might have died", figures=(F("7", 7, "die"),))
    d.say("b", "2 people died in that winter", figures=(F("2", 2, "die"),), date="2025-12")
    assert sorted(v.value or 0 for v in figure(d).values) == [2, 7]


def test_what_is_told_of_another_year_stays_out() -> None:
    d = desk()
    d.say("a", "a baker was found dead")
    d.toll("a", "killed", 1, "a baker")
    d.say("a", "in 2019 6 people died", figures=(F("6", 6, "die"),))
    d.aside("a", "in 2019 6 people died")
    assert [v.value for v in figure(d).values] == [1]
