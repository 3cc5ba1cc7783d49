"""Actors across articles: what joins, what stays apart, whatever the order."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from sayso.link.actors import link_actors
from sayso.model.article import Article
from sayso.model.link import LinkedActor, Story
from sayso.model.reading import Actor, ActorKind, Mention, Place, Reading


def article(name: str) -> Article:
    return Article(name, "", None, None, None, None, "unknown", "en", True, "report", None, None, None, (), None, "")


def reading(name: str, *actors: Actor) -> Reading:
    return Reading(article(name), actors=actors)


def person(local: str, name: str, role: str | None = None, of: str | None = None, country: str | None = None,
           names: tuple[str, ...] = ()) -> Actor:
    return Actor(local, name, "person", names or (name,), role, of, country)


def body(local: str, name: str, of: str | None = None, country: str | None = None, names: tuple[str, ...] = (),
         kind: ActorKind = "organization") -> Actor:
    return Actor(local, name, kind, names or (name,), None, of, country)


def land(local: str, name: str, code: str) -> Actor:
    return Actor(local, name, "place", (name,), None, None, code)


def holder(linked: list[LinkedActor], local: str) -> LinkedActor:
    return next(x for x in linked if local in x.members)


def joined(linked: list[LinkedActor], *locals_: str) -> bool:
    return len({holder(linked, x).id for x in locals_}) == 1


@pytest.mark.parametrize(("a", "b"), [
    (person("a#p1", "Park Min-ho"), person("b#p1", "Park Min Ho")),
    (person("a#p1", "Sergei Orlov"), person("b#p1", "Sergey Orlov")),
    (person("a#p1", "José Núñez"), person("b#p1", "Jose Nunez")),
    (person("a#p1", "Volodymyr Hrytsenko"), person("b#p1", "Volodymyr Hrytsenco")),
    (person("a#p1", "Omar Said el-Tayyib"), person("b#p1", "Omar Said al-Tayib")),
    (person("a#p1", "Jane Q. Roe"), person("b#p1", "Jane Roe")),
    (person("a#p1", "Roe Castillo"), person("b#p1", "Ana Roe Castillo")),
    (land("a#p1", "North Korea", "KP"), land("b#p1", "DPRK", "KP")),
    (body("a#p1", "Main Signals Office", names=("Main Signals Office", "MSO"), country="UA"),
     body("b#p1", "Ukrainian signals service", names=("MSO", "Ukrainian signals service"), country="UA")),
    (body("a#p1", "River Safety Board"), body("b#p1", "RSB", names=("RSB",))),
    (body("a#p1", "Ministry of Defence", country="PL"), body("b#p1", "Polish Defense Ministry", country="PL")),
    (body("a#p1", "U.N."), body("b#p1", "United Nations")),
    (body("a#p1", "police"), body("b#p1", "police")),
])
def test_one_actor(a: Actor, b: Actor) -> None:
    assert joined(link_actors([reading("a", a), reading("b", b)]), "a#p1", "b#p1")


@pytest.mark.parametrize(("a", "b"), [
    (person("a#p1", "John Marsh", country="US"), person("b#p1", "John Marsh", country="AU")),
    (person("a#p1", "Bill Harper"), person("b#p1", "Susan Harper")),
    (person("a#p1", "Ann Lee"), person("b#p1", "Ann Leo")),
    (body("a#p1", "Defense Ministry", country="PL"), body("b#p1", "Defense Ministry", country="CZ")),
    (body("a#p1", "American Boat Club", names=("American Boat Club", "ABC")),
     body("b#p1", "Alpine Bee Council", names=("Alpine Bee Council", "ABC"))),
    (land("a#p1", "North Korea", "KP"), land("b#p1", "South Korea", "KR")),
    (land("a#p1", "Russia", "RU"), body("b#p1", "Kremlin", country="RU")),
])
def test_two_actors(a: Actor, b: Actor) -> None:
    assert not joined(link_actors([reading("a", a), reading("b", b)]), "a#p1", "b#p1")


def test_a_surname_needs_one_full_name_and_a_common_ground() -> None:
    norway = land("a#p2", "Norway", "NO"), land("b#p2", "Norway", "NO")
    one = [reading("a", person("a#p1", "Kari Holm"), norway[0]), reading("b", person("b#p1", "Holm"), norway[1])]
    assert joined(link_actors(one), "a#p1", "b#p1")
    two = [*one, reading("c", person("c#p1", "Nils Holm"), land("c#p2", "Norway", "NO"))]
    assert not joined(link_actors(two), "a#p1", "b#p1")
    strange = [reading("a", person("a#p1", "Kari Holm"), norway[0]),
               reading("b", person("b#p1", "Holm"), land("b#p2", "Japan", "JP"))]
    assert not joined(link_actors(strange), "a#p1", "b#p1")


def test_an_office_means_its_holder_where_the_readings_say_so() -> None:
    named = reading("a", person("a#p1", "Kari Holm", "Norwegian President", "a#p2", "NO"), land("a#p2", "Norway", "NO"))
    office = reading("b", person("b#p1", "Norwegian president", "Norwegian president", "b#p2", "NO"),
                     land("b#p2", "Norway", "NO"))
    linked = link_actors([named, office])
    assert joined(linked, "a#p1", "b#p1")
    assert holder(linked, "b#p1").name == "Kari Holm"
    former = reading("a", person("a#p1", "Kari Holm", "former Norwegian President", "a#p2", "NO"),
                     land("a#p2", "Norway", "NO"))
    assert not joined(link_actors([former, office]), "a#p1", "b#p1")
    deputy = reading("a", person("a#p1", "Kari Holm", "Norwegian Vice President", "a#p2", "NO"),
                     land("a#p2", "Norway", "NO"))
    assert not joined(link_actors([deputy, office]), "a#p1", "b#p1")


def test_two_of_one_article_stay_two() -> None:
    both = reading("a", person("a#p1", "official", "official"), person("a#p2", "official", "official"))
    linked = link_actors([both, reading("b", person("b#p1", "official", "official"))])
    assert not joined(linked, "a#p1", "a#p2")
    assert joined(linked, "a#p1", "b#p1")


def test_parts_lead_to_linked_wholes() -> None:
    a = reading("a", body("a#p1", "Main Signals Office", "a#p2", "UA", ("Main Signals Office", "MSO")),
                body("a#p2", "Ukrainian Defense Ministry", "a#p3", "UA"), land("a#p3", "Ukraine", "UA"))
    b = reading("b", body("b#p1", "MSO", "b#p2", "UA", ("MSO",)), land("b#p2", "Kyiv", "UA"))
    linked = link_actors([a, b])
    office = holder(linked, "b#p1")
    ministry = holder(linked, "a#p2")
    assert office.of == ministry.id
    assert ministry.of == holder(linked, "b#p2").id
    assert holder(linked, "b#p2").name == "Ukraine"


def test_a_circle_of_parts_is_broken() -> None:
    linked = link_actors([reading("a", body("a#p1", "Harbour Trust", "a#p2"), body("a#p2", "Ferry Guild", "a#p1"))])
    assert sum(x.of is None for x in linked) == 1


def test_an_id_stays_when_articles_are_added() -> None:
    first = [reading("a", person("a#p1", "Kari Holm", country="NO"))]
    more = [*first, reading("b", person("b#p1", "Kari Holm", country="NO"), body("b#p2", "Harbour Trust"))]
    assert holder(link_actors(first), "a#p1").id == holder(link_actors(more), "a#p1").id


def story(name: str, *articles: str, thread: str | None = None) -> Story:
    return Story(name, name, articles, (), None, None, thread)


def test_what_is_only_described_is_one_within_its_story_alone() -> None:
    read = [reading(n, body(f"{n}#p1", "police"), person(f"{n}#p2", "driver", "driver"), body(f"{n}#p3", "River Safety Board"))
            for n in "abc"]
    linked = link_actors(read, [story("s", "a", "b"), story("t", "c")])
    assert joined(linked, "a#p1", "b#p1")
    assert joined(linked, "a#p2", "b#p2")
    assert not joined(linked, "a#p1", "c#p1")
    assert not joined(linked, "a#p2", "c#p2")
    assert joined(linked, "a#p3", "b#p3", "c#p3")
    one_thread = [story("s", "a", "b", thread="x"), story("t", "c", thread="x")]
    assert joined(link_actors(read, one_thread), "a#p1", "c#p1")


def test_an_office_is_held_by_one_after_another() -> None:
    norway = [land(f"{n}#p2", "Norway", "NO") for n in "abcd"]
    read = [reading("a", person("a#p1", "Kari Holm", "Norwegian President", "a#p2", "NO"), norway[0]),
            reading("b", person("b#p1", "Norwegian president", "Norwegian president", "b#p2", "NO"), norway[1]),
            reading("c", person("c#p1", "Nils Berg", "Norwegian President", "c#p2", "NO"), norway[2]),
            reading("d", person("d#p1", "Norwegian president", "Norwegian president", "d#p2", "NO"), norway[3])]
    linked = link_actors(read, [story("old", "a", "b"), story("new", "c", "d")])
    assert joined(linked, "a#p1", "b#p1")
    assert joined(linked, "c#p1", "d#p1")
    assert not joined(linked, "b#p1", "d#p1")


def test_ministries_of_one_name_are_as_many_as_their_countries() -> None:
    read = [reading(n, body(f"{n}#p1", "Foreign Ministry", country=c)) for n, c in zip("abcdef", "PPPPCC", strict=True)]
    linked = link_actors([*read, reading("g", body("g#p1", "Foreign Ministry"))], [story("s", *"abcd"), story("t", *"efg")])
    assert joined(linked, *(f"{n}#p1" for n in "abcd"))
    assert not joined(linked, "a#p1", "e#p1")
    assert joined(linked, "e#p1", "g#p1")


def test_a_body_in_lower_case_is_the_one_of_its_words_that_its_story_names() -> None:
    named = [reading("a", body("a#p1", "Ministry of Transport")), reading("b", body("b#p1", "transport ministry"))]
    linked = link_actors(named, [story("s", "a", "b")])
    assert joined(linked, "a#p1", "b#p1")
    assert [m.rule for m in holder(linked, "a#p1").reasons] == ["the same words, in one story"]
    assert not joined(link_actors(named, [story("s", "a"), story("t", "b")]), "a#p1", "b#p1")
    two = [reading("a", body("a#p1", "Ministry of Transport", country="AT")),
           reading("b", body("b#p1", "transport ministry")),
           reading("c", body("c#p1", "Ministry of Transport", country="SI"))]
    linked = link_actors(two, [story("s", "a", "b", "c")])
    assert len({holder(linked, f"{n}#p1").id for n in "abc"}) == 3


@pytest.mark.parametrize("kind", ["place", "organization", "other"])
def test_a_last_name_taken_for_something_else_is_the_persons(kind: ActorKind) -> None:
    full, bare = person("a#p1", "Ivo Brandt"), body("b#p1", "Brandt", kind=kind)
    town = body("a#p2", "Kalvor"), body("b#p2", "Kalvor Ferry Board"), body("a#p3", "Kalvor Ferry Board")
    read = [reading("a", full, town[0], town[2]), reading("b", bare, town[1])]
    assert joined(link_actors(read, [story("s", "a", "b")]), "a#p1", "b#p1")
    assert not joined(link_actors(read, [story("s", "a"), story("t", "b")]), "a#p1", "b#p1")


def test_an_initial_fits_its_first_name_only() -> None:
    board = [body(f"{n}#p2", "Kalvor Ferry Board") for n in "ab"]
    for name, one in (("P. Brandt", True), ("I. Brandt", False)):
        read = [reading("a", person("a#p1", "Petra Brandt"), board[0]), reading("b", person("b#p1", name), board[1])]
        assert joined(link_actors(read), "a#p1", "b#p1") is one


def test_every_merge_has_its_reason_and_can_be_undone() -> None:
    read = [reading("a", person("a#p1", "Jonas Falk")), reading("b", person("b#p1", "Yonas Falk")),
            reading("c", person("c#p1", "Jonas Falck")), reading("d", body("d#p1", "River Safety Board")),
            reading("e", body("e#p1", "RSB", names=("RSB",)))]
    linked = link_actors(read)
    assert joined(linked, "a#p1", "b#p1", "c#p1")
    assert [(m.rule, m.members) for m in holder(linked, "a#p1").reasons] == [
        ("one name as it sounds", ("a#p1", "c#p1")), ("two spellings of a name", ("b#p1", "a#p1"))]
    assert holder(linked, "e#p1").reasons[0].rule == "an acronym and what it stands for"
    for x in linked:
        assert len(x.reasons) >= len(x.members) - 1 or len(x.names) == 1
    undone = link_actors(read, (), [("Jonas Falk", "Yonas Falk"), ("jonas falck", "Jonas Falk"), ("RSB", "River Safety Board")])
    assert len(undone) == 4
    assert not joined(undone, "d#p1", "e#p1")
    assert joined(undone, "b#p1", "c#p1")


def test_two_names_of_one_place_and_one_name_of_two() -> None:
    def at(name: str, local: str, text: str, spot: int) -> Reading:
        where = Place(0, len(text), text, text, 50.0, 30.0, "UA", None, "city", "exact", spot, "actor")
        return replace(reading(name, body(local, text, kind="place")), places=(where,),
                       mentions=(Mention(0, len(text), text, "place", local),))
    linked = link_actors([at("a", "a#p1", "Kharkiv", 1), at("b", "b#p1", "Kharkov", 1), at("c", "c#p1", "Kharkov", 2)])
    assert joined(linked, "a#p1", "b#p1")
    assert not joined(linked, "b#p1", "c#p1")


_NAMES = ["Kari Holm", "Nils Holm", "Holm", "Sergei Orlov", "Sergey Orlov", "Orlov", "official", "Jane Q. Roe", "Roe"]
_BODIES = ["police", "River Safety Board", "RSB", "Defense Ministry", "Ministry of Defence", "UN", "United Nations"]


@st.composite
def readings(draw: st.DrawFn) -> list[Reading]:
    out = []
    for k in range(draw(st.integers(1, 6))):
        actors = []
        for n, name in enumerate(draw(st.lists(st.sampled_from(_NAMES + _BODIES), max_size=5, unique=True))):
            local = f"r{k}#p{n + 1}"
            country = draw(st.sampled_from([None, "NO", "RU"]))
            role = name if name == "official" else None
            of = f"r{k}#p{n}" if n and draw(st.booleans()) else None
            actors.append(body(local, name, of, country, (name,)) if name in _BODIES
                          else person(local, name, role, of, country))
        out.append(reading(f"r{k}", *actors))
    return out


@hypothesis_settings(deadline=None)
@given(readings(), st.randoms(use_true_random=False))
def test_the_order_of_readings_makes_no_difference(found: list[Reading], chance: random.Random) -> None:
    linked = link_actors(found)
    mixed = list(found)
    chance.shuffle(mixed)
    assert link_actors(mixed) == linked
    assert sorted(m for x in linked for m in x.members) == sorted(a.id for r in found for a in r.actors)
    assert len({x.id for x in linked}) == len(linked)
    assert all(x.of is None or x.of in {y.id for y in linked} for x in linked)
