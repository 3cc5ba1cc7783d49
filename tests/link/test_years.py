"""A year that one report leaves out and a sibling of its story gives."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.link.years import fill_years
from sayso.model.article import Article
from sayso.model.ids import text_version
from sayso.model.link import Story
from sayso.model.reading import Attribution, DateExpression, Reading, Sentence
from sayso.model.statement import Event, EventDate, Statement, StatementOrigin
from sayso.read.dates import ON, fill_year, interval

TEXT = "The lock broke on March 2, the town said on March 3. It will be tested on October 9."


def date(words: str, value: str) -> DateExpression:
    at = TEXT.index(words)
    return DateExpression(at, at + len(words), words, "DATE", value, "explicit")


def reading(id: str, published: str | None, read: bool = True) -> Reading:
    """Three bare dates: what happened, when it was said, what is due."""
    article = Article(
        id,
        text_version(TEXT),
        None,
        None,
        None,
        published,
        "given" if published else "unknown",
        "en",
        read,
        "report",
        None,
        None,
        None,
        (),
        None,
        TEXT,
    )
    first = TEXT.index(", the town")
    dates = (
        date("March 2", "XXXX-03-02"),
        date("March 3", "XXXX-03-03"),
        replace(date("October 9", "XXXX-10-09"), resolved_from=ON),
    )
    quote = Attribution(
        f"{id}#q",
        None,
        None,
        None,
        ((0, first),),
        (),
        "indirect",
        None,
        (),
        "assert",
        None,
        None,
        "XXXX-03-03",
        False,
        "test",
        1.0,
    )
    second = TEXT.index("It will")
    said = statement(f"{id}#1", id, (0, first), "XXXX-03-02")
    due = statement(f"{id}#2", id, (second, len(TEXT)), "XXXX-10-09")
    return Reading(
        article,
        sentences=(Sentence(0, second - 1), Sentence(second, len(TEXT))),
        dates=dates,
        attributions=(quote,),
        statements=(replace(said, attributions=(quote.id,), said_on="XXXX-03-03"), replace(due, scheduled=True)),
    )


def statement(id: str, article: str, span: tuple[int, int], day: str) -> Statement:
    return Statement(
        id,
        article,
        *span,
        TEXT[span[0] : span[1]],
        (span,),
        (),
        (StatementOrigin(None, article, "outlet"),),
        Event("break", None, None),
        "positive",
        "certain",
        (),
        None,
        False,
        EventDate(day, None, None),
        None,
        (),
        (),
        (),
        False,
    )


def story(*articles: str) -> Story:
    return Story("story", "A story", articles, (), None, None, None)


def filled(*readings: Reading, stories: tuple[Story, ...] | None = None) -> list[Reading]:
    return fill_years(readings, stories or (story(*(r.article.id for r in readings)),), fill_year, interval)


def test_a_siblings_year_fills_in_the_date_and_says_so() -> None:
    bare, dated = reading("bare", None), reading("dated", "2025-03-04")
    out, untouched = filled(bare, dated)
    assert [(d.value, d.from_) for d in out.dates] == [
        ("2025-03-02", "sibling"),
        ("2025-03-03", "sibling"),
        ("2025-10-09", "sibling"),
    ]
    assert [(d.start, d.end, d.text) for d in out.dates] == [(d.start, d.end, d.text) for d in bare.dates]
    assert untouched == dated


def test_statements_and_attributions_follow() -> None:
    out = filled(reading("bare", None), reading("dated", "2025-03-04T08:00:00Z"))[0]
    said, due = out.statements
    assert said.date == EventDate("2025-03-02", "2025-03-02", "2025-03-02")
    assert (said.said_on, out.attributions[0].said_on) == ("2025-03-03", "2025-03-03")
    assert due.date == EventDate("2025-10-09", "2025-10-09", "2025-10-09")
    assert due.scheduled
    assert [s.id for s in out.statements] == ["bare#1", "bare#2"]


def test_the_article_takes_a_day_that_it_names_near_the_siblings() -> None:
    out = filled(reading("bare", None), reading("dated", "2025-03-04"))[0]
    assert (out.article.published, out.article.published_from) == ("2025-03-02", "sibling")
    far = filled(reading("bare", None), reading("dated", "2025-05-20"))[0]
    assert far.article.published is None
    assert far.dates[0].value == "2025-03-02"


def test_the_middle_one_of_several_siblings_is_asked() -> None:
    days = ("2025-03-04", "2025-03-05", "1999-01-01")
    out = filled(reading("bare", None), *(reading(f"dated{k}", d) for k, d in enumerate(days)))[0]
    assert out.dates[0].value == "2025-03-02"


@pytest.mark.parametrize("published", [None, "2025", "2025-03"])
def test_without_a_dated_sibling_nothing_changes(published: str | None) -> None:
    given = [reading("bare", None), reading("other", published)]
    assert filled(*given) == given


def test_a_report_of_another_story_is_no_sibling() -> None:
    given = [reading("bare", None), reading("dated", "2025-03-04")]
    assert filled(*given, stories=(story("bare"), story("dated"))) == given


def test_a_report_that_has_its_own_day_or_was_not_read_stays() -> None:
    given = [reading("own", "2024-03-04"), reading("foreign", None, read=False), reading("dated", "2025-03-04")]
    assert filled(*given) == given


def test_the_readings_keep_their_order() -> None:
    given = [reading("z", None), reading("dated", "2025-03-04"), reading("a", None)]
    assert [r.article.id for r in filled(*given)] == ["z", "dated", "a"]


def test_a_date_that_is_known_stays_as_it_is() -> None:
    bare = reading("bare", None)
    known = replace(bare.dates[0], value="2019-03-02")
    first = replace(bare.statements[0], date=EventDate("2019-03-02", "2019-03-02", "2019-03-02"))
    bare = replace(bare, dates=(known, *bare.dates[1:]), statements=(first, bare.statements[1]))
    out = filled(bare, reading("dated", "2025-03-04"))[0]
    assert out.dates[0] == known
    assert out.statements[0].date == first.date
    assert out.dates[1].value == "2025-03-03"
