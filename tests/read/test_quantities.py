"""Figures: values, relations, units, what is counted and what is said of it; and numerals that are no figures."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.model.reading import Quantity
from sayso.model.span import Range
from sayso.read.paragraphs import mend, paragraphs
from sayso.read.parse import model_folder, parser
from sayso.read.quantities import find_quantities
from sayso.read.sentences import build
from sayso.read.tree import Tree


def tree(text: str) -> Tree:
    ranges = paragraphs(text)
    mended = [mend(text, *r) for r in ranges]
    return build(text, ranges, mended, parser(model_folder()).parse([m.text for m in mended]))


def figures(text: str, taken: tuple[Range, ...] = ()) -> list[Quantity]:
    return find_quantities(tree(text), taken)


def only(text: str) -> Quantity:
    found = figures(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(("text", "value"), [
    ("The quake destroyed 1,200 houses.", 1200), ("Some towns lost 12 000 houses.", 12_000),
    ("The mine employs three dozen welders.", 36), ("It has sold 1.2 million phones.", 1_200_000),
    ("The hall seats one hundred and twenty-five guests.", 125), ("They planted 2½ acres.", 2.5),
    ("The wall is 10 1/2 feet high.", 10.5), ("He waited two and a half hours.", 2.5),
    ("Half a million birds came back.", 500_000), ("A quarter of the vines froze.", 0.25),
    ("Two-thirds of the lake is dry.", 2 / 3), ("One in five bridges is closed.", 0.2),
    ("Nine out of ten wells were clean.", 0.9), ("The debt is 3,5 billion euros.", 3.5e9),
    ("A dozen eggs were left.", 12), ("The loan covers 35 lakh rupees.", 3_500_000),
    ("A quarter of a million birds came back.", 250_000), ("They lost a half-million-dollar bond.", 500_000),
    ("Output fell by half.", 0.5), ("Output fell by more than a third since May.", 1 / 3),
    ("One of every three trees is dead.", 1 / 3), ("The price has risen tenfold.", 10),
    ("The road took two-and-a-half years.", 2.5), ("There was one survivor.", 1),
    ("The margin is plus or minus 3 points.", 3),
])
def test_numbers(text: str, value: float) -> None:
    assert only(text).value == pytest.approx(value)


@pytest.mark.parametrize(("text", "relation", "value", "low", "high"), [
    ("The army moved at least 3,000 horses.", "at-least", 3000, 3000, None),
    ("No fewer than 40 houses burned.", "at-least", 40, 40, None),
    ("A minimum of 12 judges must sit.", "at-least", 12, 12, None),
    ("They need 10 or more boats.", "at-least", 10, 10, None),
    ("Over 100+ shops closed.", "more-than", 100, 100, None),
    ("The plan sends up to 12,000 tents.", "at-most", 12_000, None, 12_000),
    ("As many as 70 cars were lost.", "at-most", 70, None, 70),
    ("No more than six boats may sail.", "at-most", 6, None, 6),
    ("More than 500 sheep drowned.", "more-than", 500, 500, None),
    ("Repairs run upwards of $90 million.", "more-than", 9e7, 9e7, None),
    ("Fewer than ten votes were spoilt.", "less-than", 10, None, 10),
    ("Less than 5% was paid back.", "less-than", 5, None, 5),
    ("Just shy of 400 votes were spoilt.", "less-than", 400, None, 400),
    ("Not quite 50 goats came.", "less-than", 50, None, 50),
    ("About 80 tanks passed.", "about", 80, None, None),
    ("An estimated 80 tanks passed.", "about", 80, None, None),
    ("Nearly 80 tanks passed.", "about", 80, None, None),
    ("Some 50-odd tanks passed.", "about", 50, None, None),
    ("They counted 20 or so tanks.", "about", 20, None, None),
    ("At least about 12 ships sank.", "at-least", 12, 12, None),
    ("Exactly 12 ships sank.", "exactly", 12, None, None),
])
def test_bounds(text: str, relation: str, value: float, low: float | None, high: float | None) -> None:
    q = only(text)
    assert (q.relation, q.value, q.low, q.high) == (relation, value, low, high)


@pytest.mark.parametrize("text", [
    "They spoke about three issues.", "He knew about two plans.", "She complained about five errors."])
def test_about_after_its_verb_is_no_bound(text: str) -> None:
    assert only(text).relation == "exactly"


@pytest.mark.parametrize(("text", "low", "high"), [
    ("Between 5 and 7 ships sank.", 5, 7), ("The fleet has 5-7 tugs.", 5, 7), ("It takes 5 to 7 tugs.", 5, 7),
    ("Two or three barns burned.", 2, 3), ("One or two barns burned.", 1, 2),
    ("It costs $5-7 million.", 5e6, 7e6), ("From 20 to 30 barns burned.", 20, 30),
    ("It costs between €5m and €7m.", 5e6, 7e6), ("It will rain 10 to 15 percent more.", 10, 15),
    ("Rain was cut by 10 to 15 percent.", 10, 15), ("A 10- to 15-minute wait is likely.", 10, 15),
    ("The twins, aged 3 to 7, slept.", 3, 7), ("It is for those aged between 16 and 24.", 16, 24)])
def test_ranges(text: str, low: float, high: float) -> None:
    q = only(text)
    assert (q.value, q.low, q.high, q.relation) == (None, low, high, "between")


@pytest.mark.parametrize(("text", "values", "units"), [
    ("Prices rose from 5 to 7 percent.", [5, 7], ["percent", "percent"]),
    ("Output fell from $40 to $30 a barrel.", [40, 30], ["USD", "USD/barrel"]),
    ("Sales climbed 6 % to $1.4 billion.", [6, 1.4e9], ["percent", "USD"]),
    ("The chamber voted 397-0 in favour.", [397, 0], [None, None]),
    ("The motion was lost by 48 to 52.", [48, 52], [None, None]),
    ("The wage rose to 7.50 pounds from 7.20.", [7.5, 7.2], ["GBP", None]),
    ("Output fell by 5% to 12%.", [5, 12], ["percent", "percent"]),
    ("Copper rose 1 1/8 to 101 7/8.", [1.125, 101.875], [None, None]),
    ("They won 5-4 in 12 innings.", [5, 4, 12], [None, None, None]),
    ("Her round was a 4-under 68.", [4, 68], [None, None])])
def test_changes_and_scores_are_two_figures(text: str, values: list[float], units: list[str | None]) -> None:
    found = figures(text)
    assert [q.value for q in found] == values
    assert [q.unit for q in found] == units
    assert all(q.relation == "exactly" for q in found)


@pytest.mark.parametrize(("text", "low"), [
    ("Thousands of farms flooded.", 1000), ("Tens of thousands of farms flooded.", 10_000),
    ("Dozens of farms burned.", 12), ("A couple of hundred farms burned.", 100),
    ("Scores of farms burned.", 20), ("Several hundred farms burned.", 100), ("Several farms burned.", None),
    ("A handful of farms burned.", None), ("Hundreds of thousands of farms burned.", 100_000)])
def test_vague(text: str, low: float | None) -> None:
    q = only(text)
    assert (q.value, q.low, q.high, q.relation) == (None, low, None, "vague")


@pytest.mark.parametrize(("text", "value", "unit"), [
    ("The bridge cost $3.2bn.", 3.2e9, "USD"), ("The bridge cost €5m.", 5e6, "EUR"), ("It cost US$ 40.", 40, "USD"),
    ("He was fined 50,000 rubles.", 50_000, "RUB"), ("The bill came to HK$12.", 12, "HKD"),
    ("It cost CHF 300.", 300, "CHF"),
    ("It cost 120 MEUR.", 1.2e8, "EUR"), ("It cost 3 dollars 50 cents.", 3.5, "USD"),
    ("A $20 note was found.", 20, "USD"),
    ("He paid 40 million pounds.", 4e7, "GBP"), ("The calf weighs 40 pounds.", 40, "lb"),
    ("Turnout was 45 per cent.", 45, "percent"), ("It rose by 3 percentage points.", 3, "percentage-point"),
    ("They hold 300 square kilometres.", 300, "km2"), ("They hold 300 km2.", 300, "km2"),
    ("It is a 3-inch pipe.", 3, "in"),
    ("The truck did 120 km/h.", 120, "km/h"), ("It was 45 degrees Celsius.", 45, "C"),
    ("A frost of -5°C came.", -5, "C"),
    ("The temperature sank to -7C.", -7, "C"), ("The plant makes 35 gigawatt-hours.", 35, "GWh"),
    ("A 6.3-magnitude quake struck.", 6.3, "magnitude"), ("The weight is 20 (kg).", 20, "kg"),
    ("She spent three months there.", 3, "month"), ("The oak is 300 years old.", 300, "year"),
    ("A 45-year-old was held.", 45, "year"), ("Marta Kolbe, 34, was held.", 34, "year"),
    ("The twins are aged 12.", 12, "year"),
    ("Marta Kolbe (34) was held.", 34, "year"), ("It can hold 5m barrels.", 5e6, "barrel"),
    ("She is 1.8m tall.", 1.8, "m"),
    ("It cut the payout to 3p.", 3, "penny"), ("The air held 400 parts per million.", 400, "ppm"),
    ("Wheat is at $7.02 a bushel.", 7.02, "USD/bushel"), ("It pumps 9.1m bpd.", 9.1e6, "barrel/day"),
    ("It had a magnitude of 6.8.", 6.8, "magnitude"), ("The prize is 8 million kronor.", 8e6, "SEK")])
def test_units(text: str, value: float, unit: str) -> None:
    q = only(text)
    assert (q.value, q.unit) == (pytest.approx(value), unit)


@pytest.mark.parametrize(("text", "counts", "unit", "predicate"), [
    ("The general sent 3,000 Ruritanian soldiers to the coast.", "Ruritanian soldiers", "person", "send"),
    ("In all 212 members of the Assembly voted for it.", "members of the Assembly", "person", "vote"),
    ("About 3,000 of the troops left.", "troops", "person", "leave"),
    ("The blast killed 12 in the market.", None, "person", "kill"),
    ("In the market 12 were injured.", None, "person", "injure"),
    ("Six dockers were reported killed.", "dockers", "person", "kill"),
    ("The fire left 14 people dead.", "people", "person", "dead"),
    ("The death toll rose to 58.", "death toll", "person", "death"),
    ("Officials put the number of injured at 45.", "number of injured", "person", "injure"),
    ("The number of people killed in the flood has risen to 45.", "number of people", "person", "kill"),
    ("The killing of 12 nurses shocked the town.", "nurses", "person", "killing"),
    ("Three men wounded in the raid were flown out.", "men", "person", "wound"),
    ("They unloaded 2,000 tonnes of grain.", "grain", "t", "unload"),
    ("A 20-member delegation arrived.", "member", "person", None),
    ("The town has a population of 2,800.", "population", "person", "have"),
    ("Up to 100 are feared dead.", None, "person", "dead"),
    ("They buried the last of the nine dead.", None, "person", "dead"),
    ("They burned 14 barns.", "barns", None, "burn")])
def test_what_is_counted(text: str, counts: str | None, unit: str | None, predicate: str | None) -> None:
    q = only(text)
    assert (q.counts, q.unit) == (counts, unit)
    if predicate != "have":
        assert q.predicate == predicate


def test_dead_and_wounded_side_by_side() -> None:
    found = figures("The raid left 7 dead and 13 others wounded, and two more are missing.")
    assert [(q.value, q.unit, q.predicate) for q in found] == [
        (7, "person", "dead"), (13, "person", "wound"), (2, "person", "missing")]


@pytest.mark.parametrize("text", [
    "The father of three was shot.", "Shot in the street was a mother of three.", "A widower of two was hurt."])
def test_what_befalls_a_parent_does_not_befall_the_children(text: str) -> None:
    assert all(q.predicate is None for q in figures(text))


@pytest.mark.parametrize(("text", "predicate"), [
    ("Two officers shot a thief.", None), ("He was shot by two policemen.", None),
    ("Two men who killed a guard fled.", "flee"),
    ("She was killed in front of 200 people.", None), ("Nine people shot by the police survived.", "shoot"),
    ("Five people who were killed lived there.", "kill"), ("The police shot two thieves.", "shoot")])
def test_harm_is_told_only_of_those_harmed(text: str, predicate: str | None) -> None:
    assert only(text).predicate == predicate


@pytest.mark.parametrize("text", [
    "They debated article 4 of the pact.", "Flight 370 vanished.", "The G20 met.", "A strain of COVID-19 spread.",
    "An F-16 and a Su-27 took off.", "It began in 2014.", "It was the 21st century.", "Call +44 20 7946 0958 now.",
    "Call 555-1234 now.", "The doors open at 10:30.", "The doors open at 9 a.m.", "The doors are open from 7.20.",
    "They lost the gate at half past ten.",
    "He lives at 14 Baker Street.",
    "See https://example.org/a/12/34 first.", "Write to unit12@example.org now.", "Version 2.0.1 is out.",
    "No one came.", "They helped one another.", "One of them spoke.", "It is one of the largest ports.",
    "One day it may rain.",
    "He dialled 911 at once.", "The first and the third came.", "The Boeing 737 landed.", "It was the 1990s.",
    "He wrote chapter two.", "The deal of 9/11 was cited.", "She works at No. 10 now.", "The code is 24703L202.",
    "It is a 3-on-1 fight.", "The iPhone 12 sells well.", "The rate is given per 100,000 people.",
    "On May 24 it rained.", "On 24 May it rained.", "Read footnote [3] again.", "The first half of the year was dry.",
    "Call 305-555-HELP now.", "Text 274637 to give.", "A 911 call came in.", "Nobody said a word.",
    "It was half-time.", "Twenty20 is a game.", "The P5+1 met.", "It streams in 1080p.", "It was one problem.",
    "The Standard & Poor's 500 fell.", "The scaffold held."])
def test_numerals_that_are_no_figures(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize("text", ["One man fled.", "One was injured.", "The shell killed one and missed the rest."])
def test_one_counts(text: str) -> None:
    assert only(text).value == 1


def test_taken_ranges_are_skipped() -> None:
    text = "He stayed two weeks and sold 14 boats."
    assert [q.value for q in figures(text)] == [2, 14]
    assert [q.value for q in figures(text, ((10, 19),))] == [14]


def test_a_taken_day_is_not_what_is_counted() -> None:
    text = "The toll rose to 6 Friday."
    assert only(text).counts == "toll"


_PIECES = st.sampled_from((
    "5", "12", "1,200", "1.2", "million", "$", "€", "%", "-", "–", "to", "and", "or", "between", "at least", "half",
    "a", "one",
    "two", "thousands", "of", "½", "1/4", "(", ")", ".", ",", "'", "“", "km", "m2", "MUSD", "years", "old", "aged",
    "in", "000",
    "٣", "²", "No", "May", "killed", "people", "dead", "the", "°C", "\n\n", " ", " ", " ", "minus", "dozen", "Anna",
    "per", "day"))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_PIECES, max_size=30).map("".join) | st.text(max_size=60), st.integers(0, 40), st.integers(0, 20))
def test_any_text(text: str, start: int, length: int) -> None:
    parsed = tree(text)
    for taken in ((), ((start, start + length),)):
        at = 0
        for q in find_quantities(parsed, taken):
            assert parsed.text[q.start:q.end] == q.text
            assert at <= q.start < q.end
            assert q.low is None or q.high is None or q.low <= q.high
            at = q.end


def test_time_is_linear() -> None:
    def seconds(n: int) -> float:
        parsed = tree("The raid killed 5 people and cost $3 million. " * n)
        start = time.perf_counter()
        find_quantities(parsed, ())
        return time.perf_counter() - start
    seconds(10)
    assert seconds(400) < 30 * seconds(50) + 0.05
