"""Stories: one event one story, like events apart, and nothing depends on the order of the articles."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from sayso.link import stories_pairs
from sayso.link.stories import find_stories
from sayso.link.stories_cluster import groups
from sayso.link.stories_pairs import Pairs, candidates, dots, rows
from sayso.link.stories_sections import sections
from sayso.link.stories_terms import commonness, profiles
from sayso.model.article import Article
from sayso.model.ids import text_version
from sayso.model.link import Copy
from sayso.model.reading import DateExpression, Mention, Noise, Reading
from sayso.settings import Settings


def reading(name: str, title: str | None, text: str, published: str | None = None,
            outlet: str | None = None) -> Reading:
    return Reading(Article(
        id=name, version=text_version(text), url=None, outlet=outlet, title=title, published=published,
        published_from="given" if published else "unknown", language="en", read=True, kind="report", speaker=None,
        original=None, translated_by=None, agencies=(), dateline=None, text=text))


FIRE_A = [
    reading("fire-a1", "Two dead in warehouse fire in Tolmin Harbour",
            "Two night watchmen died when a paint warehouse burned down in Tolmin Harbour early on Monday, the fire "
            "brigade said. About 60 firefighters fought the flames on Anker Street until noon. The chief of the "
            "brigade, Petra Lund, said the sprinklers had failed.", "2024-03-04T10:00:00Z", "Tolmin Herald"),
    reading("fire-a2", "Watchmen killed as paint store burns in Tolmin Harbour",
            "A blaze in a store for paint on Anker Street in Tolmin Harbour has killed two watchmen. Fire chief "
            "Petra Lund told reporters that no water had come from the sprinklers. The harbour was closed for hours.",
            "2024-03-04T15:00:00Z", "Coast Radio"),
    reading("fire-a3", "Prosecutors look into Tolmin Harbour blaze",
            "Prosecutors have opened an inquiry into Monday's fire at the Anker Street paint warehouse in Tolmin "
            "Harbour, in which two watchmen died. They want to know why the sprinklers failed, said Petra Lund.",
            "2024-03-06", "National Daily"),
]
FIRE_B = [
    reading("fire-b1", "Furniture warehouse burns in Greyfield, one hurt",
            "A warehouse full of furniture burned down in Greyfield on Tuesday night and a truck driver was taken to "
            "hospital with burns. Some 25 firefighters from Greyfield and Oster were called to Mill Lane, brigade "
            "spokesman Ivo Castell said.", "2024-03-05T23:00:00Z", "Greyfield Post"),
    reading("fire-b2", "Driver burned in Greyfield warehouse blaze",
            "A truck driver suffered burns when fire destroyed a furniture warehouse on Mill Lane in Greyfield. Ivo "
            "Castell, who speaks for the brigade, said 25 firefighters had come from two towns.",
            "2024-03-06T08:00:00Z", "National Daily"),
]
VOTE = [
    reading("vote-1", "Parliament of Sarvia lowers voting age to 16",
            "Sarvia's parliament voted on Wednesday to let people vote from the age of 16. The bill passed by 61 votes "
            "to 54. Prime Minister Dana Orlec called it a good day for the young.", "2024-03-06", "Coast Radio"),
    reading("vote-2", "Sarvians may vote at 16",
            "People in Sarvia may vote from 16 after parliament passed a bill by 61 votes to 54 on Wednesday, "
            "to the cheers of pupils in the gallery. Dana Orlec, the prime minister, had promised it.",
            "2024-03-07", "Echo"),
]
ALL = [*FIRE_A, *FIRE_B, *VOTE]
ROUNDUP = reading(
    "brief-1", "Your morning in brief",
    "What else happened while you slept.\n\n"
    "Fire in Tolmin Harbour\n\nThe paint warehouse on Anker Street in Tolmin Harbour burned for six hours and two watchmen "
    "died. Petra Lund, the fire chief, said the sprinklers had failed.\n\n"
    "Voting at sixteen\n\nParliament in Sarvia passed a bill by 61 votes to 54 that lets people vote from 16. Prime minister "
    "Dana Orlec had promised it to the young.\n\n"
    "A cat on the line\n\nTrains between Elm Vale and Marrow stood still for an hour as a cat had gone to sleep in the only "
    "points box of the valley, the railway told us, and nobody wished to wake it.",
    "2024-03-07", "Morning Slate")


def homes(found: Sequence[object]) -> set[frozenset[str]]:
    return {frozenset(s.articles) for s in found}  # type: ignore[attr-defined]


def ids(readings: Sequence[Reading]) -> frozenset[str]:
    return frozenset(r.article.id for r in readings)


def test_reports_of_one_event_are_one_story_and_like_events_stay_apart() -> None:
    assert homes(find_stories(ALL)) == {ids(FIRE_A), ids(FIRE_B), ids(VOTE)}


@pytest.mark.parametrize("event", [FIRE_A, FIRE_B, VOTE])
def test_a_handful_of_reports_of_one_event_is_one_story(event: list[Reading]) -> None:
    assert homes(find_stories(event)) == {ids(event)}


def test_two_reports_of_two_events_are_two_stories() -> None:
    assert len(find_stories([FIRE_A[0], FIRE_B[0]])) == 2
    assert len(find_stories([FIRE_A[1], VOTE[0]])) == 2


def test_what_a_story_says_of_itself() -> None:
    found = find_stories(ALL)
    assert [s.first for s in found] == sorted(s.first or "" for s in found)
    story = next(s for s in found if "fire-a1" in s.articles)
    assert story.articles == ("fire-a1", "fire-a2", "fire-a3")
    assert (story.first, story.last, story.thread, story.also_in) == ("2024-03-04T10:00:00Z", "2024-03-06", None, ())
    assert story.title in {r.article.title for r in FIRE_A}


@hypothesis_settings(max_examples=15, deadline=None)
@given(st.permutations([*ALL, ROUNDUP]))
def test_the_order_given_does_not_matter(shuffled: list[Reading]) -> None:
    assert find_stories(shuffled) == find_stories([*ALL, ROUNDUP])


def test_an_id_is_kept_when_a_later_report_comes() -> None:
    before = {s.id for s in find_stories(FIRE_A[:2])}
    assert before == {s.id for s in find_stories(FIRE_A)}


def test_undated_articles_join_by_content() -> None:
    undated = [replace(r, article=replace(r.article, published=None)) for r in ALL]
    assert homes(find_stories([*ALL[:2], *undated[2:]])) == {ids(FIRE_A), ids(FIRE_B), ids(VOTE)}
    alone = find_stories(undated[:3])
    assert [(s.first, s.last) for s in alone] == [(None, None)]


def test_articles_without_title_get_their_beginning() -> None:
    bare = [replace(r, article=replace(r.article, title=None)) for r in VOTE]
    story = find_stories(bare)[0]
    assert story.articles == ("vote-1", "vote-2")
    assert story.title.rstrip("…") in {r.article.text[:len(story.title) - 1] for r in bare}
    assert len(story.title) <= 111


LATE = reading("fire-a4", "Tolmin Harbour fire: brigade chief to be charged over sprinklers",
               "Petra Lund, the fire chief of Tolmin Harbour, is to be charged over the paint warehouse fire on Anker "
               "Street in which two watchmen died. The sprinklers had failed, prosecutors said.",
               "2024-05-20", "Tolmin Herald")


def test_a_late_report_opens_a_new_story_in_the_same_thread() -> None:
    first, second = find_stories([*FIRE_A, LATE])
    assert (first.articles, second.articles) == (("fire-a1", "fire-a2", "fire-a3"), ("fire-a4",))
    assert first.thread is not None
    assert first.thread == second.thread
    assert len(find_stories([*FIRE_A, LATE], Settings(story_window_days=90))) == 1


def test_a_late_report_that_gives_the_day_of_the_event_reopens_its_story() -> None:
    day = DateExpression(0, 5, "Petra", "DATE", "2024-03-04", "explicit")
    other = replace(day, value="2024-04-11")
    assert len(find_stories([*FIRE_A, replace(LATE, dates=(day,))])) == 1
    assert len(find_stories([*FIRE_A, replace(LATE, dates=(other,))])) == 2


def test_the_parts_of_a_roundup_stand_in_the_stories_that_they_tell() -> None:
    found = find_stories([*ALL, ROUNDUP])
    assert {i for s in found for i in s.articles} == {r.article.id for r in [*ALL, ROUNDUP]}
    also = {s.articles[0]: s for s in found if s.also_in}
    assert {k for k, s in also.items() if s.also_in == ("brief-1",)} | {"brief-1"} >= {"vote-1"}
    home = next(s for s in found if "brief-1" in s.articles)
    assert {"fire-a1", "vote-1"} <= {*also, *home.articles}
    assert "fire-b1" not in also
    for s in also.values():
        (passage,) = s.passages
        told = ROUNDUP.article.text[passage.start:passage.end]
        assert ("Anker Street" in told) is ("fire-a1" in s.articles)
        assert ("Orlec" in told) is ("vote-1" in s.articles)


def test_a_report_with_headings_of_its_own_event_is_in_no_other_story() -> None:
    told = FIRE_A[0].article.text.split(". ")
    parted = reading("fire-a9", "Warehouse fire in Tolmin Harbour", f"{told[0]}.\n\nWhat the brigade says\n\n{'. '.join(told[1:])}"
                     f"\n\nWhat is next\n\nThe harbour of Tolmin opens again on Tuesday and the street stays shut for the week, "
                     "the town hall said in the evening, as walls may fall.", "2024-03-04", "Echo")
    assert not any(s.also_in for s in find_stories([*ALL, parted]))


def test_what_a_roundup_tells_of_other_events_is_set_apart_from_its_story() -> None:
    about = FIRE_A[0].article.text
    other = ("The museum of clocks in Port Quill opens again on Saturday after six years of work, its director, Hanne Sollberg, "
             "told guests at a concert.")
    parted = reading("brief-7", "The country in brief", f"Fire in Tolmin Harbour\n\n{about}\n\nClocks tick again\n\n{other}",
                     "2024-03-04", "Echo")
    home = next(s for s in find_stories([*FIRE_A, parted]) if "brief-7" in s.articles)
    assert len(home.articles) > 1
    assert [parted.article.text[p.start:p.end].split("\n")[0] for p in home.elsewhere] == ["Clocks tick again"]
    assert not any(s.elsewhere for s in find_stories([*FIRE_A, reading("alone", "In brief", parted.article.text[:len(about)])]))


def test_a_part_that_names_what_the_other_reports_name_is_of_the_story() -> None:
    about, first = FIRE_A[0].article.text, FIRE_A[0].article.text.split(". ")[0]
    parted = reading("long-1", "Warehouse fire in Tolmin Harbour", f"The fire\n\n{about}\n\nThe man who called\n\nHanne "
                     f"Sollberg of Port Quill saw the smoke from her bed. {first}. She took her dog and her papers and left.",
                     "2024-03-04", "Echo")
    assert not any(s.elsewhere for s in find_stories([*FIRE_A, parted]))


@pytest.mark.parametrize("mark", ["10:45 ", "2. ", "• "])
def test_a_live_blog_is_parted_by_its_times_and_a_list_by_its_marks(mark: str) -> None:
    words = " ".join(f"word{k}" for k in range(25))
    blog = reading("live", "As it happened", f"{mark}{words}\n\nand more.\n\n{mark}{words}")
    assert [blog.article.text[s.start:s.end].startswith(mark) for s in sections(blog)] == [True, True]
    assert sections(reading("one", "As it happened", f"{mark}{words}")) == []
    assert sections(reading("none", "As it happened", f"{words}.\n\n{words}.")) == []


def test_what_holds_a_report_to_its_story_adds_up() -> None:
    for story in find_stories(ALL):
        assert {x.article for x in story.links} == set(story.articles)
        for x in story.links:
            assert x.to in story.articles
            assert x.to != x.article
            assert x.odds == pytest.approx(max(-8, min(8, sum(value for _, value in x.parts))), abs=0.1)
            assert x.why


def test_nothing_and_next_to_nothing() -> None:
    assert find_stories([]) == []
    empty = [reading("e1", None, ""), reading("e2", None, ""), reading("e3", "", "   \n")]
    assert {i for s in find_stories(empty) for i in s.articles} == {"e1", "e2", "e3"}
    assert find_stories([reading("o", "Ferry late", "The ferry was late.")])[0].title == "Ferry late"


def test_every_article_has_one_home() -> None:
    found = find_stories(ALL)
    placed = [i for s in found for i in s.articles]
    assert sorted(placed) == sorted(r.article.id for r in ALL)


# ---------------------------------------------------------------- profiles

def test_an_outlets_furniture_is_left_out_and_an_articles_own_lines_are_not() -> None:
    plea = "Please sign in to read on."
    pages = [reading(f"p{k}", f"News item {k} - North Post", f"{plea}\nItem number {k} happened.", None, "North Post")
             for k in range(3)]
    found = profiles(pages)
    assert all("sign" not in p.words and p.title == f"News item {k}" for k, p in enumerate(found))
    assert all("happened" in p.words for p in found)
    assert "sign" in profiles(pages[:2])[0].words


def test_a_copy_has_the_vector_of_what_it_copies() -> None:
    seen: list[str] = []

    def embed(texts: Sequence[str]) -> NDArray[np.float32]:
        seen.extend(texts)
        return np.eye(len(texts), dtype=np.float32)
    twin = replace(FIRE_A[0], article=replace(FIRE_A[0].article, id="twin", title="Another headline"))
    find_stories([FIRE_A[0], twin], embed=embed, copies=[Copy("twin", "fire-a1", "whole", 1.0, (), None)])
    assert seen[0] == seen[1]
    find_stories([FIRE_A[0], twin], embed=embed, copies=[Copy("twin", "fire-a1", "part", 0.5, (), None)])
    assert seen[2] != seen[3]


def test_versions_of_one_report_keep_their_lines() -> None:
    text = "The bridge is shut for repairs."
    versions = [reading(f"v{k}", "Bridge shut", text, None, "North Post") for k in range(4)]
    assert all({"bridge", "shut", "repairs"} <= set(p.words) for p in profiles(versions))
    assert len(find_stories(versions)) == 1


def test_noise_is_left_out_and_read_names_are_taken() -> None:
    text = "Getty Images. The gulf of Varna froze."
    plain = reading("n", None, text)
    read = replace(plain, noise=(Noise(0, 13, "Getty Images.", "credit"),),
                   mentions=(Mention(18, 31, "Gulf of Varna", "place", None),))
    assert "getty" in profiles([plain])[0].words
    assert "getty" not in profiles([read])[0].words
    assert "gulf of varna" in profiles([read])[0].names
    assert "gulf of varna" not in profiles([plain])[0].names


def test_names_are_words_that_are_never_written_small() -> None:
    got = profiles([reading("n", None, "Storm Elsa hit Port Arden. The storm left 300 homes dark.")])[0]
    assert {"elsa", "port", "arden", "port arden"} <= got.names
    assert "storm" not in got.names
    assert "300" in got.numbers


def test_common_words_are_common() -> None:
    assert commonness("the") > 0.9 > commonness("city") > commonness("ferry") > commonness("qwyzzle") > 0
    assert commonness("port arden") < commonness("port")


# ---------------------------------------------------------------- pairs and groups

def test_products_of_rows() -> None:
    matrix = rows([{"a": 1.0, "b": 2.0}, {"b": 3.0}, {}, {"a": 4.0, "c": 1.0}])
    left, right = np.array([0, 0, 1, 0]), np.array([1, 3, 3, 2])
    assert dots(matrix, left, right).tolist() == [6.0, 4.0, 0.0, 0.0]
    assert dots(matrix, left[:0], right[:0]).tolist() == []


def test_candidates_of_many_are_those_that_share_rare_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stories_pairs, "ALL_PAIRS", 3)
    matrix = rows([{"x": 1.0, "k": 1.0}, {"k": 1.0, "y": 1.0}, {"z": 1.0}, {"z": 2.0, "q": 1.0}], unit=True)
    left, right = candidates(matrix)
    assert list(zip(left.tolist(), right.tolist(), strict=True)) == [(0, 1), (2, 3)]


def test_candidates_of_many_give_the_same_stories_as_all_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stories_pairs, "ALL_PAIRS", 1)
    assert homes(find_stories(ALL)) == {ids(FIRE_A), ids(FIRE_B), ids(VOTE)}


def test_groups_are_joined_by_the_mean_of_all_their_pairs() -> None:
    def grouped(*odds: tuple[int, int, float]) -> list[list[int]]:
        left, right = np.array([o[0] for o in odds]), np.array([o[1] for o in odds])
        return groups(4, Pairs(left, right, np.array([o[2] for o in odds])), threshold=0.0)
    assert grouped((0, 1, 5.0), (2, 3, 4.0)) == [[0, 1], [2, 3]]
    assert grouped((0, 1, 5.0), (1, 2, 3.0)) == [[0, 1], [2], [3]]
    assert grouped((0, 1, 5.0), (1, 2, 3.0), (0, 2, 1.0)) == [[0, 1, 2], [3]]
    assert grouped((0, 1, 5.0), (1, 2, 3.0), (0, 2, -7.0)) == [[0, 1], [2], [3]]


def test_many_articles_do_not_take_the_square_of_their_number() -> None:
    def unlike(texts: Sequence[str]) -> NDArray[np.float32]:
        return np.eye(len(texts), dtype=np.float32)
    rng = random.Random(4)
    made = [reading(f"m{k}", f"Bulletin of {_coined(rng)}", " ".join(_coined(rng) for _ in range(60)), "2024-03-04")
            for k in range(900)]
    twins = [replace(r, article=replace(r.article, id=f"t{r.article.id}")) for r in made[:20]]
    found = find_stories([*made, *twins], embed=unlike)
    assert len(found) == 900


def _coined(rng: random.Random) -> str:
    return "".join(rng.choice("bdgklmnprst") + rng.choice("aeiou") for _ in range(3)).capitalize()
