"""What is asked of a library: claims, who said what, what is found, what is different since a day."""

from __future__ import annotations

from dataclasses import replace

import pytest
from desk import Make

from sayso.errors import UsageError
from sayso.model.article import Article
from sayso.pipeline import library as adding
from sayso.pipeline import looking
from sayso.pipeline.differ import difference
from sayso.settings import Settings
from sayso.store import said
from sayso.store.library import Library
from sayso.store.rows import SaidRow
from sayso.store.search import Filters, find

MAYOR = "The mayor of Ondra, Anna Vasko, said on Monday that the bridge was safe."
DENIED = "Mayor Anna Vasko denied on Wednesday that the bridge was safe."
FERRY = "A ferry ran aground off Gdansk on Sunday, the coast guard said. All 40 passengers were taken ashore."


def add(library: Library, *articles: Article) -> None:
    adding.add(library, articles, Settings())


@pytest.fixture
def villach(library: Library, reports: list[Article]) -> Library:
    add(library, *reports)
    return library


def found(library: Library, query: str, meaning: bool = False, filters: Filters | None = None) -> list[str]:
    vector = looking.meanings([query], Settings())[0] if meaning else None
    return [f.article for f in find(library, query, vector, filters or Filters())]


def test_claims_are_those_of_the_brief_page_by_page(villach: Library) -> None:
    [story] = [row for row in villach.stories() if row.claims]
    told = looking.brief(villach, story.id).stories[0].claims
    rows = said.claims(villach, story.id, None)
    assert [(r.id, r.text, r.status, r.independent) for r in rows] == [
        (c.id, c.text, c.status, c.independent_origins) for c in told]
    assert said.claims(villach, story.id, None, 5, 3) == rows[5:8]
    assert said.claims(villach, None, "disputed") == [r for r in rows if r.status == "disputed"]


def test_somebody_is_found_by_any_name_and_in_time_order(villach: Library) -> None:
    whole = said.said_by(villach, said.actors(villach, "Ingrid Kranz"))
    assert whole
    assert whole == said.said_by(villach, said.actors(villach, "KRANZ"))
    assert [r.at for r in whole] == sorted(r.at or "9999" for r in whole)


@pytest.mark.parametrize("name", ["", "nobody at all", "x" * 10_000, "%", "'"])
def test_a_name_that_nobody_has_finds_nothing(villach: Library, name: str) -> None:
    assert said.actors(villach, name) == []


def test_one_person_is_followed_from_story_to_story_by_a_full_name_only(library: Library, article: Make) -> None:
    add(library, article(MAYOR, id="a"),
        article("The museum in Tolm will close in June, Anna Vasko said on Friday.", id="b", published="2026-06-05"),
        article("The harbour of Gdansk is full of ice, Peter Vasko said.", id="c", published="2027-01-05"))
    rows = said.said_by(library, said.actors(library, "Anna Vasko"))
    assert {r.article for r in rows} == {"a", "b"}


def test_what_points_to_other_words_is_told_by_the_whole_sentence(library: Library, article: Make) -> None:
    add(library, article("The bridge at Ondra is unsafe, engineers said. The road office denied it.", id="a"))
    [row] = said.said_by(library, said.actors(library, "road office"))
    assert row.stance == "denies"
    assert row.text in ("the bridge at Ondra is unsafe", "The bridge at Ondra is unsafe", "“The road office denied it.”")
    add(library, article("The harbour office of Gdansk declined to comment on that.", id="b", published="2027-01-05"))
    assert [r.text for r in said.said_by(library, said.actors(library, "harbour office"))] == [
        "“The harbour office of Gdansk declined to comment on that.”"]


def test_a_change_of_position_is_marked_where_one_actor_answers_a_claim_otherwise() -> None:
    from sayso.pipeline.said import _shifts

    def row(n: int, actor: str, stance: str) -> SaidRow:
        return SaidRow("story", f"s{n}", "a", actor, f"2026-03-0{n}", "the bridge is safe", "claim", stance, None)
    rows = _shifts([row(1, "mayor", "affirms"), row(2, "rival", "denies"), row(3, "mayor", "affirms"), row(4, "mayor", "denies")], ())
    assert [r.shift for r in rows] == [None, None, None, "affirms before, now denies"]


def test_words_find_reports_and_their_forms(library: Library, article: Make) -> None:
    add(library, article(MAYOR, id="bridge"), article(FERRY, id="ferry"))
    assert found(library, "bridges") == ["bridge"]
    assert found(library, "passenger aground") == ["ferry"]
    assert found(library, "volcano") == []


def test_words_that_every_report_has_need_not_be_in_it(library: Library, article: Make) -> None:
    add(library, article(MAYOR, id="bridge"), article(FERRY, id="ferry"))
    assert found(library, "what happened to the ferry?", meaning=False) == ["ferry"]
    assert found(library, "ferry with which") == ["ferry"]
    assert found(library, "the") == found(library, "THE") != []


def test_the_latest_come_first_whether_few_or_many_are_left(library: Library, article: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    for n, day in enumerate(("2026-04-12", "2026-04-14", "2026-04-13T10:00", None, "2026-04-13")):
        add(library, article(FERRY.replace("40", str(41 + n)), id=f"f{n}", outlet=f"Outlet {n}", published=day))
    everything = found(library, "")
    assert everything == ["f1", "f2", "f4", "f0", "f3"]
    for few in (0, 5000):
        monkeypatch.setattr("sayso.store.search.FEW", few)
        assert found(library, "", filters=Filters(date="2026")) == everything[:4]
        assert found(library, "ferry", filters=Filters(outlet="Outlet 4")) == ["f4"]


def test_meaning_finds_what_has_none_of_the_words(library: Library, article: Make) -> None:
    add(library, article(MAYOR, id="bridge"), article(FERRY, id="ferry"))
    assert found(library, "vessel stranded, people rescued", meaning=True)[0] == "ferry"


@pytest.mark.parametrize("query", ['"', "NOT", "a AND", "( *", "near/2", "'; DROP TABLE words", "\0", "é" * 5000])
def test_no_query_is_read_as_a_language_of_its_own(library: Library, article: Make, query: str) -> None:
    add(library, article(FERRY, id="ferry"))
    assert set(found(library, query)) <= {"ferry"}


def test_filters_leave_what_fits_all_of_them(library: Library, article: Make) -> None:
    add(library, article(MAYOR, id="bridge"), article(FERRY, id="ferry", outlet="The Tolm Times", published="2026-04-14T08:00"))
    for filters, left in (
        (Filters(outlet="tolm times"), ["ferry"]), (Filters(date="2026-04"), ["ferry"]), (Filters(date="2026-04-14"), ["ferry"]),
        (Filters(date="2026-03-01..2026-04-13"), ["bridge"]), (Filters(date="2026"), ["ferry", "bridge"]),
        (Filters(place="gdansk"), ["ferry"]), (Filters(speaker="anna vasko"), ["bridge"]),
        (Filters(speaker="anna vasko", place="Gdansk"), []), (Filters(outlet="none"), []),
    ):
        assert found(library, "", filters=filters) == left


@pytest.mark.parametrize("date", ["yesterday", "2026-1", "2026-05..2026-04", "..", "2026-04-01..", "x" * 10_000])
def test_a_bad_date_is_told(library: Library, date: str) -> None:
    with pytest.raises(UsageError, match="is no date"):
        find(library, "", None, Filters(date=date))


def test_only_the_current_version_is_found(library: Library, article: Make) -> None:
    add(library, article(FERRY, id="a", url="https://tolm.example/1"))
    add(library, article(FERRY.replace("ferry", "barge"), id="a", url="https://tolm.example/1"))
    assert (found(library, "ferry"), found(library, "barge")) == ([], ["a"])


def test_the_difference_names_new_reports_and_claims_and_what_is_denied_since(villach: Library) -> None:
    [story] = [row for row in villach.stories() if row.claims]
    d = difference(villach, story.id, "2026-04-16", Settings())
    now = looking.brief(villach, story.id).stories[0]
    assert {a.id for a in d.reports} == {"12-carinthia-courier", "13-norpress", "14-the-continental"}
    late = {a.id for a in d.reports}
    assert all(set(c.articles) <= late for c in d.new)
    assert any("denied_by" in m.fields and not m.before.denied_by and m.now.denied_by for m in d.moved)
    assert {c.id for c in d.new} | {m.now.id for m in d.moved} <= {c.id for c in now.claims}


def test_since_before_the_first_report_all_is_new_but_what_an_undated_one_says(villach: Library) -> None:
    [story] = [row for row in villach.stories() if row.claims]
    d = difference(villach, story.id, "2026-01-01", Settings())
    late = {a.id for a in d.reports}
    now = looking.brief(villach, story.id).stories[0]
    assert len(late) == story.reports - 1
    assert {c.id for c in now.claims if set(c.articles) <= late} == {c.id for c in d.new}


def test_since_after_the_last_report_nothing_is(villach: Library) -> None:
    [story] = [row for row in villach.stories() if row.claims]
    d = difference(villach, story.id, "2027-01-01", Settings())
    assert (d.reports, d.new, d.moved) == ((), (), ())


def test_the_difference_tells_what_a_page_altered(library: Library, article: Make) -> None:
    text = "A ferry ran aground off Gdansk on Sunday, the coast guard said, and all 40 passengers were taken ashore by boat."
    first = article(text, url="https://tolm.example/1")
    second = article(text.replace("40", "52") + " It was towed.", url="https://tolm.example/1")
    add(library, first)
    add(library, replace(second))
    [row] = library.stories()
    [edit] = difference(library, row.id, "2020-01-01", Settings()).edits
    assert edit.parts == (("40", "52"), ("", "It was towed"))
    with pytest.raises(UsageError, match="--since"):
        difference(library, row.id, "soon", Settings())
