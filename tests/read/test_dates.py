"""Dates in text, on sentences of our own."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.model.reading import DateExpression
from sayso.read.dates import fill_year, find_dates, published_in_text
from sayso.read.paragraphs import mend, paragraphs
from sayso.read.parse import model_folder, parser
from sayso.read.sentences import build
from sayso.read.tree import Tree

PUBLISHED = "2024-10-24"  # a Thursday


@lru_cache(maxsize=500)
def read(text: str) -> Tree:
    ranges = paragraphs(text)
    mended = [mend(text, *r) for r in ranges]
    return build(text, ranges, mended, parser(model_folder()).parse([m.text for m in mended]))


def dates(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str]]:
    return [(d.text, d.value) for d in find_dates(read(text), published)]


@pytest.mark.parametrize(("text", "found"), [
    ("The bridge fell on October 9, 2023.", [("October 9, 2023", "2023-10-09")]),
    ("The bridge fell on 9 October 2023, a clerk said.", [("9 October 2023", "2023-10-09")]),
    ("The bridge fell on Monday, Oct. 9th, 2023.", [("Monday, Oct. 9th, 2023", "2023-10-09")]),
    ("Signed 2024-03-05 in Oslo.", [("2024-03-05", "2024-03-05")]),
    ("Signed on 24.10.2024 in Oslo.", [("24.10.2024", "2024-10-24")]),
    ("Signed on 03/04/2024 in Oslo.", [("03/04/2024", "2024")]),
    ("It was built in 1987 and sold in June 1994.", [("1987", "1987"), ("June 1994", "1994-06")]),
    ("Drills ran from October 12 to 15, 2024.", [("October 12 to 15, 2024", "2024-10-12/2024-10-15")]),
    ("Drills ran from Dec. 28 to Jan. 3, 2011.", [("Dec. 28 to Jan. 3, 2011", "2010-12-28/2011-01-03")]),
    ("The law dates from the early 1990s.", [("the early 1990s", "199")]),
    ("The house is from the 19th century.", [("the 19th century", "18")]),
    ("A boat sank in the summer of 2019.", [("the summer of 2019", "2019-SU")]),
    ("Prices rose in the third quarter of 2022.", [("the third quarter of 2022", "2022-Q3")]),
    ("The mine shut in nineteen ninety-six.", [("nineteen ninety-six", "1996")]),
    ("They met on Thanksgiving 2023.", [("Thanksgiving 2023", "2023-11-23")]),
])
def test_explicit(text: str, found: list[tuple[str, str]]) -> None:
    assert dates(text, None) == found
    assert all(d.from_ == "explicit" and d.resolved_from is None for d in find_dates(read(text), None))


@pytest.mark.parametrize(("text", "found"), [
    ("The port closed on Tuesday.", [("Tuesday", "2024-10-22")]),
    ("The port closed on Thursday.", [("Thursday", "2024-10-24")]),
    ("The port will close on Tuesday.", [("Tuesday", "2024-10-29")]),
    ("The council is due to meet on Monday.", [("Monday", "2024-10-28")]),
    ("She plans to fly home on Saturday.", [("Saturday", "2024-10-26")]),
    ("The deadline was extended until Friday.", [("Friday", "2024-10-25")]),
    ("The port closed last Thursday.", [("last Thursday", "2024-10-17")]),
    ("The court sits next Tuesday.", [("next Tuesday", "2024-10-29")]),
    ("The ferry sank on Friday, an update said.", [("Friday", "2024-10-25")]),
    ("Until Tuesday nobody had been charged.", [("Tuesday", "2024-10-22")]),
    ("It began on Monday of last week.", [("Monday of last week", "2024-10-14")]),
    ("The trial resumes Tuesday.", [("Tuesday", "2024-10-29")]),
    ("The bridge reopens on Monday, a clerk said.", [("Monday", "2024-10-28")]),
    ("A clerk says the bridge fell on Monday.", [("Monday", "2024-10-21")]),
    ("He had been due to appear in court on Monday.", [("Monday", "2024-10-21")]),
    ("The bid had been scheduled to lapse Tuesday.", [("Tuesday", "2024-10-22")]),
    ("The bid is scheduled to lapse Tuesday.", [("Tuesday", "2024-10-29")]),
    ("The first to arrive on Monday were the dancers.", [("Monday", "2024-10-21")]),
    ("Two are expected to arrive on Monday.", [("Monday", "2024-10-28")]),
    ("The match was postponed to Tuesday.", [("Tuesday", "2024-10-29")]),
    ("The match was called off on Tuesday.", [("Tuesday", "2024-10-22")]),
])
def test_weekday_by_tense(text: str, found: list[tuple[str, str]]) -> None:
    assert dates(text) == found


@pytest.mark.parametrize(("text", "found"), [
    ("Workers walked out on October 23.", [("October 23", "2024-10-23")]),
    ("The treaty was signed in June.", [("June", "2024-06")]),
    ("The vote was held in January.", [("January", "2024-01")]),
    ("The summit was set for November.", [("November", "2024-11")]),
    ("The vote will be held in March.", [("March", "2025-03")]),
    ("The hearing was set for November 6.", [("November 6", "2024-11-06")]),
    ("She lost a son in the September 11 attacks.", [("September 11", "2001-09-11")]),
    ("He condemned the October 23 attacks.", [("October 23", "2024-10-23")]),
    ("The law takes effect on Jan. 1.", [("Jan. 1", "2025-01-01")]),
    ("The law took effect on Jan. 1.", [("Jan. 1", "2024-01-01")]),
    ("She was named mayor, effective Feb. 1.", [("Feb. 1", "2025-02-01")]),
    ("On 9/11 he was in the tower.", [("9/11", "2001-09-11")]),
    ("She left in '98 and came back in ’07.", [("'98", "1998"), ("’07", "2007")]),
    ("He condemned the October 7 attacks.", [("October 7", "2023-10-07")]),
    ("He resigned last November and returned in July last year.",
     [("last November", "2023-11"), ("July last year", "2023-07")]),
])
def test_year_from_publication_and_tense(text: str, found: list[tuple[str, str]]) -> None:
    assert dates(text) == found


@pytest.mark.parametrize(("text", "found"), [
    ("Shops reopened yesterday.", [("yesterday", "2024-10-23")]),
    ("It happened the day before yesterday.", [("the day before yesterday", "2024-10-22")]),
    ("South Ridge warned them last week.", [("last week", "2024-W42")]),
    ("He retired earlier this year.", [("earlier this year", "2024")]),
    ("They arrived two months ago.", [("two months ago", "2024-08")]),
    ("War broke out over two years ago.", [("over two years ago", "2022")]),
    ("They met 10 days ago.", [("10 days ago", "2024-10-14")]),
    ("Troops moved between early and mid-October.", [("early and mid-October", "2024-10")]),
    ("The plant will shut by the end of next year.", [("the end of next year", "2025")]),
    ("Sales fell in the third quarter. They had doubled a year earlier.",
     [("the third quarter", "2024-Q3"), ("a year earlier", "2023-Q3")]),
    ("The bomb went off last Sunday (October 13).",
     [("last Sunday", "2024-10-13"), ("October 13", "2024-10-13")]),
    ("They met last Easter.", [("last Easter", "2024-03-31")]),
    ("Good Friday services were held.", [("Good Friday", "2024-03-29")]),
    ("The volcano woke three years ago this month.", [("three years ago this month", "2021-10")]),
    ("A year ago today they signed.", [("A year ago today", "2023-10-24")]),
    ("He was shot two weeks ago Monday.", [("two weeks ago Monday", "2024-10-07")]),
    ("She was freed several years later.", [("several years later", "PAST_REF")]),
])
def test_relative_to_publication(text: str, found: list[tuple[str, str]]) -> None:
    assert dates(text) == found
    assert all(d.from_ == "relative" for d in find_dates(read(text), PUBLISHED))


def test_a_stretch_without_years_is_in_order() -> None:
    assert dates("The show runs from June 12 through Sept. 3.", "2024-03-19") == [
        ("June 12 through Sept. 3", "2024-06-12/2024-09-03")]
    assert dates("The fair ran from Dec. 28 through Jan. 3.", "2024-03-19") == [
        ("Dec. 28 through Jan. 3", "2023-12-28/2024-01-03")]


def test_a_year_ago_is_no_quarter_where_the_sentence_tells_of_more_months() -> None:
    text = "Sales fell in the third quarter. In the nine months profit was $3, against $2 a year earlier."
    assert dates(text)[-1] == ("a year earlier", "2023")
    assert dates("Sales fell in the third quarter. Profit was $3, against $2 a year earlier.")[-1] == (
        "a year earlier", "2023-Q3")


def test_same_day_goes_on_from_its_paragraph_or_the_lead() -> None:
    text = ("On October 2, the mayor resigned.\n"
            "Her deputy had quit in June.\n"
            "The clerk left on the same day.\n"
            "A vote is expected on November 6.\n"
            "The council, on the same date, named an heir. A day earlier it had refused.")
    found = dict(dates(text, None)[2:3] + dates(text, None)[4:])
    assert found == {"the same day": "XXXX-10-02", "the same date": "XXXX-10-02", "A day earlier": "XXXX-10-01"}


@pytest.mark.parametrize(("text", "found"), [
    ("The raid began on May 3, 2021. The following day troops withdrew.",
     [("May 3, 2021", "2021-05-03"), ("The following day", "2021-05-04")]),
    ("The raid began on May 3, 2021. Two weeks later it was over.",
     [("May 3, 2021", "2021-05-03"), ("Two weeks later", "2021-05-17")]),
    ("He was born in June 1998 and moved away later that year.",
     [("June 1998", "1998-06"), ("later that year", "1998")]),
    ("The raid began on May 3, 2021. The following month it was over.",
     [("May 3, 2021", "2021-05-03"), ("The following month", "2021-06")]),
    ("A day later he was freed.", [("A day later", "PAST_REF")]),  # later than what is not said, and not tomorrow
    ("A month later he will be back.", [("A month later", "2024-11")]),
])
def test_counted_from_the_sentence_before(text: str, found: list[tuple[str, str]]) -> None:
    assert dates(text) == found


@pytest.mark.parametrize(("text", "found"), [
    ("The ferry sank on Tuesday night.", [("Tuesday night", "2024-10-22TNI")]),
    ("He spoke at 10 p.m. on Oct. 20.", [("10 p.m. on Oct. 20", "2024-10-20T22:00")]),
    ("He spoke at noon Saturday.", [("noon Saturday", "2024-10-19T12:00")]),
    ("The show opens at 7:30 tonight.", [("7:30 tonight", "2024-10-24T19:30")]),
    ("It fell at 6:15 this morning.", [("6:15 this morning", "2024-10-24T06:15")]),
    ("Shots rang out on the night of October 20.", [("the night of October 20", "2024-10-20TNI")]),
    ("The quake struck at 14:30 GMT.", [("14:30 GMT", "2024-10-24T14:30")]),
    ("She called this morning.", [("this morning", "2024-10-24TMO")]),
])
def test_time_of_day(text: str, found: list[tuple[str, str]]) -> None:
    assert dates(text) == found
    assert {d.type for d in find_dates(read(text), PUBLISHED)} == {"TIME"}


@pytest.mark.parametrize(("text", "text_of", "kind", "value"), [
    ("The siege lasted three days.", "three days", "DURATION", "P3D"),
    ("He waited for more than two hours.", "more than two hours", "DURATION", "PT2H"),
    ("The talks took a year and a half.", "a year and a half", "DURATION", "P1Y6M"),
    ("Fighting has gone on for several months.", "several months", "DURATION", "PXM"),
    ("A 30-day truce was agreed.", "30-day", "DURATION", "P30D"),
    ("In recent months, prices have risen.", "recent months", "DURATION", "PXM"),
    ("In the past year, 20 miners were killed.", "the past year", "DURATION", "P1Y"),
    ("Over the next decade the ice will melt.", "the next decade", "DURATION", "P10Y"),
    ("It could last six weeks.", "six weeks", "DURATION", "P6W"),
    ("It rained for the last six weeks.", "the last six weeks", "DURATION", "P6W"),
    ("She served two five-year terms.", "five-year", "DURATION", "P5Y"),
    ("It will take between three and five years.", "between three and five years", "DURATION", "PXY"),
    ("He waited two hundred and thirty days.", "two hundred and thirty days", "DURATION", "P230D"),
    ("The half-hour talk went well.", "half-hour", "DURATION", "PT30M"),
    ("A weeklong strike is over.", "weeklong", "DURATION", "P1W"),
    ("It is a decades-long feud.", "decades-long", "DURATION", "PXY"),
    ("Over the years he built six houses.", "the years", "DURATION", "PXY"),
    ("Boats are needed in the weeks ahead.", "the weeks ahead", "DURATION", "PXW"),
    ("The board meets every week.", "every week", "SET", "P1W"),
    ("Boats leave every Tuesday.", "every Tuesday", "SET", "XXXX-WXX-2"),
    ("Flights run daily.", "daily", "SET", "P1D"),
    ("Rent is $900 a month.", "a month", "SET", "P1M"),
    ("It is now open.", "now", "DATE", "PRESENT_REF"),
    ("He recently moved.", "recently", "DATE", "PAST_REF"),
])
def test_lengths_sets_and_vague(text: str, text_of: str, kind: str, value: str) -> None:
    assert [(d.text, d.type, d.value) for d in find_dates(read(text), PUBLISHED)] == [(text_of, kind, value)]


@pytest.mark.parametrize("text", [
    "We may go, she said, and they march on.",
    "Anna Smith, 63, is a 63-year-old baker who is 63 years old.",
    "The team won 21-10 and paid $1,990 for Room 2024.",
    "About 2000 soldiers ran a 1,500-meter race.",
    "A second man was hurt and a quarter of the crowd left.",
    "He watched 60 Minutes.",
    "Copyright 2024 The Redvale Post.",
    "The car did 60 miles per hour.",
    "Her Christmas lights shone on a midnight cherry car.",
])
def test_what_is_no_date(text: str) -> None:
    assert dates(text) == []


def test_without_publication_the_year_stays_open() -> None:
    text = "Troops arrived on August 6. The vote is due on November 6. He left on Thursday."
    assert [d.value for d in find_dates(read(text), None)] == ["XXXX-08-06", "XXXX-11-06", "XXXX-WXX-4"]


def filled(text: str, sibling: str, **how: bool) -> list[tuple[str, str, str]]:
    return [(d.text, d.value, d.from_) for d in fill_year(find_dates(read(text), None), sibling, **how)]


def test_sibling_gives_the_year() -> None:
    text = "On October 24, he spoke. Troops came on August 6, over two years ago, and will leave in March."
    assert filled(text, PUBLISHED) == [
        ("October 24", "2024-10-24", "sibling"), ("August 6", "2024-08-06", "sibling"),
        ("over two years ago", "2022", "sibling"), ("March", "2025-03", "sibling")]


def test_sibling_does_not_give_the_day_unless_both_are_of_one() -> None:
    text = "He left on Thursday, a week after the vote in 2019. It rained yesterday."
    assert [v for _, v, _ in filled(text, PUBLISHED)][-1] == "XXXX-XX-XX"
    assert filled(text, PUBLISHED, days=True)[-1] == ("yesterday", "2024-10-23", "sibling")
    assert ("2019", "2019", "explicit") in filled(text, PUBLISHED)


def test_sibling_without_a_date_changes_nothing() -> None:
    before = tuple(find_dates(read("He came on August 6."), None))
    assert fill_year(before, "soon") == before
    assert fill_year(before, "2024-13-40") == before


def test_a_day_counted_from_an_old_year_is_left_to_itself() -> None:
    text = "A boat capsized in the summer of 2019. The following month the port closed."
    assert filled(text, PUBLISHED)[1][1] == "XXXX-XX"


@pytest.mark.parametrize(("text", "day"), [
    ("Storm hits coast\nPublished 24 October 2024\nA storm hit the coast.", "2024-10-24"),
    ("Storm hits coast\nUpdated: 2017-09-15 17:52\nA storm hit the coast.", "2017-09-15T17:52"),
    ("Storm hits coast\nUpdated: 25 May 2020\nPublished: 24 May 2020\nA storm hit.", "2020-05-24"),
    ("October 24, 2024\nA storm hit the coast.", "2024-10-24"),
    ("MPs voted today. A storm hit the coast on October 24, 2024, a Thursday.", "2024-10-24"),
    ("A storm hit the coast on October 24, 2024.", None),
    ("MPs voted today. The law of October 24, 2023 was struck down on Friday.", None),
    ("A storm hit the coast on Thursday.", None),
])
def test_published_in_text(text: str, day: str | None) -> None:
    assert published_in_text(read(text)) == day


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from([
    "February 30", "99999", "0000-00-00", "the year 0", "31/02/2024", "year", "quarter ended", "XXXX", "25:99",
    "99 p.m.", "9999",
    "centuries ago", "99999 years ago", "5000 decades later", "last", "next", "the", "Oct.", "May", "a", "half",
    "Monday", "night", "of", "-", ",", "in", "Q3", "12", "two to three weeks", "1,000,000 days earlier", "’80s",
    "Easter",
]), min_size=1, max_size=10), st.sampled_from([None, "2024-10-24", "0001-01-01", "9999-12-31", "2024", "nonsense", ""]))
def test_odd_words_never_raise(words: list[str], published: str | None) -> None:
    text = " ".join(words)
    found = find_dates(read(text), published)
    assert all(text[d.start:d.end] == d.text and d.value for d in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    for sibling in ("2024-10-24", "0001-01-01", "9999-12-31"):
        assert len(fill_year(found, sibling, days=True)) == len(found)


@given(st.dates(min_value=date(2, 1, 8), max_value=date(9998, 12, 20)), st.integers(0, 5))
def test_weekday_is_within_a_week_and_falls_on_its_day(day: date, back: int) -> None:
    there = day - timedelta(days=back)
    name = there.strftime("%A")
    assert dates(f"It ended on {name}.", day.isoformat()) == [(name, there.isoformat())]


def test_time_is_linear() -> None:
    def seconds(count: int) -> float:
        tree = read("On Monday, the first of 12 troops and 3 boats left last week at 10 " * count + ".")
        begun = perf_counter()
        find_dates(tree, PUBLISHED)
        return perf_counter() - begun

    seconds(20)
    begun = perf_counter()
    find_dates(read("In May" + " " * 20_000 + "of two" + "\t" * 20_000 + "weeks, " + "ten " * 5_000), PUBLISHED)
    assert perf_counter() - begun < 5
    assert seconds(800) < 8 * seconds(200) + 0.2


def test_order_and_type() -> None:
    found = find_dates(read("On Monday it rained for two days."), PUBLISHED)
    assert [type(d) for d in found] == [DateExpression, DateExpression]
    assert found[0].start < found[1].start
