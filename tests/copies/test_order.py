"""Which text was there first, and whose it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.copies.order import credit, rank
from sayso.data.agencies import agency
from sayso.model.article import Article, Dateline
from sayso.model.ids import text_version

BODY = "The lock on the canal at Weirsham will be shut for six weeks, the water board said on Monday. " * 6


def article(text: str, outlet: str | None = None, published: str | None = None, name: str = "a") -> Article:
    return Article(id=name, version=text_version(text), url=None, outlet=outlet, title=None, published=published,
                   published_from="unknown", language="en", read=True, kind="report", speaker=None, original=None,
                   translated_by=None, agencies=(), dateline=None, text=text)


@pytest.mark.parametrize(("text", "named"), [
    ("WEIRSHAM (Reuters) - " + BODY, "Reuters"),
    ("WEIRSHAM, May 3 (Xinhua) -- " + BODY, "Xinhua"),
    ("By Ana Pohl, Associated Press\n" + BODY, "Associated Press"),
    (BODY + "\nSource: AFP", "AFP"),
    (BODY, None),
    ("The board (AP is its old name) met. " + BODY, None),
    ("A reader told Reuters about the lock. " + BODY, None),
])
def test_the_credit_is_read_from_head_and_foot(text: str, named: str | None) -> None:
    assert credit(article(text)) == (agency(named) if named else None)


def test_what_is_known_of_the_article_goes_first() -> None:
    known = replace(article("WEIRSHAM (Reuters) - " + BODY), dateline=Dateline("WEIRSHAM", "Kyodo", None))
    assert credit(known) == "Kyodo"
    assert credit(replace(known, agencies=("TASS",))) == "TASS"
    assert credit(article(BODY, outlet="Reuters")) == "Reuters"


@pytest.mark.parametrize(("first", "second"), [
    ("2024-05-06", "2024-05-07"),
    ("2024-05-07T08:00:00Z", "2024-05-07T09:00:00Z"),
    ("2024-05-07T09:00:00+05:00", "2024-05-07T05:00:00Z"),
    ("2024-05-07T23:00:00Z", "2024-05-07"),
    ("2024-05-07", "2024-05"),
    ("2024", None),
    ("2024-05-07Tmorning", "2024-05-08"),
])
def test_the_earlier_is_the_first(first: str | None, second: str | None) -> None:
    a, b = article(BODY, published=first, name="z"), article(BODY, published=second, name="a")
    assert rank(a, 10) < rank(b, 10)


def test_of_two_prints_of_one_time_the_one_with_a_dateline_is_the_first() -> None:
    for head in ("WEIRSHAM, May 3 - ", "NEW WEIRSHAM — ", "WEIRSHAM -- "):
        assert rank(article(head + BODY, name="z"), 10) < rank(article(BODY, name="a"), 12)
    for head in ("BREAKING: ", "UN - Weirsham ", "Weirsham - "):
        assert rank(article(BODY, name="a"), 12) < rank(article(head + BODY, name="z"), 10)


def test_of_undated_texts_the_credited_then_the_fuller_then_the_smaller_id_is_the_first() -> None:
    plain, wire = article(BODY), article("WEIRSHAM (Reuters) - " + BODY)
    assert rank(wire, 5) < rank(plain, 50)
    assert rank(plain, 50) < rank(plain, 49)
    assert rank(plain, 50) < rank(article(BODY, name="b"), 50)
