"""Fixed wordings."""

from __future__ import annotations

from dataclasses import replace

import factory
import pytest

from sayso.data.telling import site
from sayso.serve.reports.refs import letters
from sayso.serve.reports.words import (
    clean,
    count,
    date,
    day,
    figure,
    first_day,
    headline,
    language,
    listed,
    quoted,
    titled,
    trimmed,
)


@pytest.mark.parametrize(("n", "said"), [(0, "0 reports"), (1, "1 report"), (2, "2 reports"), (21, "21 reports")])
def test_numbers_agree_with_their_nouns(n: int, said: str) -> None:
    assert count(n, "report") == said


def test_a_plural_of_its_own() -> None:
    assert [count(n, "agency", "agencies") for n in (1, 3)] == ["1 agency", "3 agencies"]


@pytest.mark.parametrize(("names", "said"), [
    (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C"), (list("ABCDEF"), "A, B, C, D and 2 more")])
def test_lists(names: list[str], said: str) -> None:
    assert listed(names) == said


@pytest.mark.parametrize(("value", "said"), [
    ("2024-10-24", "24 October 2024"), ("2024-10", "October 2024"), ("2024", "2024"), ("XXXX-10-24", "24 October"),
    ("2024-10-24T09:30", "24 October 2024, 09:30"), ("2024-10-24T00:00:00Z", "24 October 2024"),
    ("2024-10-01/2024-10-15", "1 October 2024 to 15 October 2024"), (None, "undated"),
    ("2024-W42", "the week of 14 October 2024"), ("XXXX-WXX-5", "a Friday"), ("2026-SU", "summer 2026"),
    ("2026-Q3", "third quarter of 2026"), ("2024-10-24TNI", "24 October 2024, night"),
    ("PRESENT_REF", "PRESENT_REF"), ("2024-13", "2024-13"),
])
def test_dates_as_people_write_them(value: str | None, said: str) -> None:
    assert date(value) == said


def test_a_day_has_no_hour() -> None:
    assert day("2024-10-24T09:30") == "24 October 2024"


def test_a_long_text_is_cut_at_a_word() -> None:
    cut = trimmed("The committee, which met behind closed doors, will decide on Friday", 40)
    assert cut == "The committee, which met behind closed…"
    assert trimmed("Short enough", 40) == "Short enough"
    assert len(trimmed("x" * 300, 40)) == 40


def test_marks_within_a_quotation_are_made_single() -> None:
    assert quoted("“He said “no” twice.”") == "“He said ‘no’ twice”"
    assert quoted("plain words") == "“plain words”"


def test_what_led_on_to_other_words_is_left_off() -> None:
    assert trimmed("“There will be no ferries,”") == "“There will be no ferries”"
    assert trimmed("which provides “immediate aid") == "which provides immediate aid"
    assert trimmed("It said “no”, and left.") == "It said “no”, and left."


def test_control_characters_do_not_reach_the_screen() -> None:
    assert clean("red\x1b[31m\nalert\u202e!") == "red [31m alert !"


@pytest.mark.parametrize(("relation", "low", "high", "said"), [
    ("exactly", 14.0, 14.0, "14"), ("at-least", 14.0, None, "at least 14"), ("at-most", None, 14.0, "at most 14"),
    ("about", 14.0, 14.0, "about 14"), ("between", 9.0, 14.0, "9 to 14"), ("vague", None, None, "“14 people”")])
def test_figures_keep_their_bounds(relation: str, low: float | None, high: float | None, said: str) -> None:
    value = factory.figure().values[1]
    assert figure(replace(value, relation=relation, low=low, high=high)) == said  # type: ignore[arg-type]


def test_letters_go_on_past_z() -> None:
    assert [letters(n) for n in (0, 25, 26, 51, 52, 701, 702)] == ["a", "z", "aa", "az", "ba", "zz", "aaa"]


def test_words_of_titles_names_and_languages() -> None:
    assert headline("Driver “called twice”") == "“Driver ‘called twice’”"
    assert [titled(n) for n in ("union", "two officials", "police", "Red Cross", "a guard")] == [
        "the union", "two officials", "police", "Red Cross", "a guard"]
    assert [language(x) for x in ("de", "de-AT", "xx", None)] == ["German", "German", "xx", "a language that is not known"]
    assert [site(x) for x in ("www.kalvor.example", "Kalvor Post")] == ["kalvor.example", "Kalvor Post"]
    assert [first_day(x) for x in ("2024-SU", "2024-W42", "2024-10-01/2024-10-05", "2024-10")] == [
        "2024-06", "2024-10-14", "2024-10-01", "2024-10"]
