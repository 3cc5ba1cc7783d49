"""TIMEX3 values: the days they cover, and counting with them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.dates_calendar import nearest_year
from sayso.read.dates_holidays import easter
from sayso.read.dates_lengths import period
from sayso.read.dates_values import interval, moved, unit_at
from sayso.read.dates_words import number, spoken_year


@pytest.mark.parametrize(("value", "days"), [
    ("2024", ("2024-01-01", "2024-12-31")),
    ("2024-10", ("2024-10-01", "2024-10-31")),
    ("2024-02", ("2024-02-01", "2024-02-29")),
    ("2024-10-24", ("2024-10-24", "2024-10-24")),
    ("2024-10-24T09:00", ("2024-10-24", "2024-10-24")),
    ("2024-10-24TMO", ("2024-10-24", "2024-10-24")),
    ("2024-10-01/2024-10-15", ("2024-10-01", "2024-10-15")),
    ("1939/1945", ("1939-01-01", "1945-12-31")),
    ("2024-W42", ("2024-10-14", "2024-10-20")),
    ("2024-W42-WE", ("2024-10-19", "2024-10-20")),
    ("2024-W42-1", ("2024-10-14", "2024-10-14")),
    ("2024-Q3", ("2024-07-01", "2024-09-30")),
    ("2024-H2", ("2024-07-01", "2024-12-31")),
    ("2024-SU", ("2024-06-01", "2024-08-31")),
    ("2024-WI", ("2024-12-01", "2025-02-28")),
    ("199", ("1990-01-01", "1999-12-31")),
    ("199X", ("1990-01-01", "1999-12-31")),
    ("19", ("1900-01-01", "1999-12-31")),
    ("2024-10-XX", ("2024-10-01", "2024-10-31")),
])
def test_interval(value: str, days: tuple[str, str]) -> None:
    assert interval(value) == days


@pytest.mark.parametrize("value", [
    "XXXX", "XXXX-10-24", "XXXX-WXX", "XXXX-10", "XXXX-Q3", "P3D", "PT2H", "PXM", "PAST_REF", "PRESENT_REF",
    "FUTURE_REF", "", "2024-02-30", "2024-13", "2024-W99", "2024-Q7", "0000", "0000-01-01", "99999",
    "2024-10-15/2024-10-01", "a/b/c",
    "２０２４", "9999-WI",
])
def test_interval_of_what_is_nowhere(value: str) -> None:
    assert interval(value) is None


@given(st.text(alphabet="0123456789-XWQHTSUFAP/:E", max_size=14))
def test_interval_never_raises_and_is_in_order(value: str) -> None:
    days = interval(value)
    assert days is None or date.fromisoformat(days[0]) <= date.fromisoformat(days[1])


@given(st.text(max_size=12), st.integers(-10**6, 10**6),
       st.sampled_from(["day", "week", "month", "quarter", "year", "decade"]))
def test_counting_never_raises(value: str, steps: int, unit: str) -> None:
    assert unit_at(value, steps, unit)
    moved(value, steps, unit)


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(8000, 1, 1)), st.integers(-400, 400))
def test_days_counted_there_and_back(day: date, steps: int) -> None:
    there = moved(day.isoformat(), steps, "day")
    assert there is not None
    assert moved(there, -steps, "day") == day.isoformat()
    assert unit_at(day.isoformat(), steps, "day") == there


@pytest.mark.parametrize(("value", "steps", "unit", "there"), [
    ("2024-10-24", -1, "week", "2024-W42"),
    ("2024-01-01", -1, "week", "2023-W52"),
    ("2024-10-24", -1, "month", "2024-09"),
    ("2024-10-24", -10, "year", "2014"),
    ("2024-10-24", -1, "decade", "201"),
    ("2024-01-05", -1, "quarter", "2023-Q4"),
    ("XXXX-03-01", -1, "day", "XXXX-02-29"),
    ("2024", -1, "month", "XXXX-XX"),
    ("XXXX-10-24", -1, "year", "XXXX"),
])
def test_unit_at(value: str, steps: int, unit: str, there: str) -> None:
    assert unit_at(value, steps, unit) == there


@pytest.mark.parametrize(("month", "day", "way", "year"), [
    (10, 23, "past", 2024), (11, 6, "future", 2024), (11, 6, "past", 2024), (6, None, "past", 2024),
    (3, None, "past", 2024), (3, None, "future", 2025), (3, 1, None, 2024), (12, 1, None, 2024),
    (12, None, None, 2024), (9, 1, "future", 2025),
])
def test_nearest_year(month: int, day: int | None, way: str | None, year: int) -> None:
    assert nearest_year("2024-10-24", month, day, way) == year


def test_nearest_year_needs_a_reference() -> None:
    assert nearest_year(None, 3, 1, "past") is None
    assert nearest_year("2021", 3, 1, "past") == 2021


@pytest.mark.parametrize(("year", "day"), [(2024, (3, 31)), (2023, (4, 9)), (2000, (4, 23)), (1998, (4, 12))])
def test_easter(year: int, day: tuple[int, int]) -> None:
    assert easter(year) == date(year, *day)


@pytest.mark.parametrize(("text", "value"), [
    ("three", 3), ("twenty-four", 24), ("two hundred and ten", 210), ("1,000", 1000), ("2 1/2", 2.5), ("5½", 5.5),
    ("a couple of", 2), ("two thousand", 2000), ("several", None), ("a few", None), ("banana", None),
])
def test_number(text: str, value: float | None) -> None:
    assert number(text) == value


@pytest.mark.parametrize(("text", "year"), [
    ("nineteen ninety-six", 1996), ("two thousand", 2000), ("two thousand and ten", 2010), ("twenty twenty-four", 2024),
    ("twenty two", None), ("three", None),
])
def test_spoken_year(text: str, year: int | None) -> None:
    assert spoken_year(text) == year


@pytest.mark.parametrize(("count", "unit", "value"), [
    (3, "day", "P3D"), (2, "hour", "PT2H"), (2.5, "year", "P2Y6M"), (0.5, "hour", "PT30M"), (2, "decade", "P20Y"),
    (1, "fortnight", "P2W"), (None, "week", "PXW"), (None, "minute", "PTXM"),
])
def test_period(count: float | None, unit: str, value: str) -> None:
    assert period(count, unit) == value
