"""The flat view of a statement: its own words, who and where, and on whose word in the end."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from sayso.link.relabel import relabel
from sayso.link.stems import stem, stems
from sayso.link.views import View, own_words, rarity, root, views
from sayso.model.article import Article
from sayso.model.ids import text_version
from sayso.model.link import LinkedActor
from sayso.model.reading import (
    Act,
    Attribution,
    Mention,
    Place,
    PlaceKind,
    Quantity,
    Reading,
    Response,
    Sentence,
    SourceSpan,
)
from sayso.model.span import Span
from sayso.model.statement import Event, EventDate, Statement, StatementOrigin

TEXT = "Nobody spoke. Ivo Brandt said Tolm sent 40 divers to Kalvor in Sarvia, which it rules, on Friday."
ACTORS = {
    x.id: x
    for x in (
        LinkedActor("sarvia", "Sarvia", "place", ("Sarvia",), None, None, "SV", ("a#sarvia",)),
        LinkedActor(
            "ministry", "Ministry of Canals", "organization", ("Ministry of Canals",), None, "sarvia", None, ("a#min",)
        ),
        LinkedActor("brandt", "Ivo Brandt", "person", ("Ivo Brandt",), "spokesman", "ministry", None, ("a#brandt",)),
        LinkedActor("tolm", "Tolm", "place", ("Tolm",), None, None, "TM", ("a#tolm",)),
    )
}
LOCAL = {m: a for a in ACTORS.values() for m in a.members}


def part(words: str) -> Span:
    at = TEXT.index(words)
    return Span(at, at + len(words), words)


def place(words: str, kind: PlaceKind, id: int | None, country: str = "SV") -> Place:
    p = part(words)
    return Place(p.start, p.end, words, words, 1.0, 2.0, country, None, kind, "exact", id, "location")


@dataclass(frozen=True)
class Given:
    """What differs from one test to the next; `date` is a value with its first and last day."""

    act: Act = "assert"
    response: Response | None = None
    places: tuple[Place, ...] = (place("Kalvor", "city", 7), place("Sarvia", "country", None))
    condition: str | None = None
    scheduled: bool = False
    date: EventDate | None = None
    agent: str | None = "Tolm"
    predicate: str = "send"
    spans: tuple[tuple[int, int], ...] = ((30, 69), (87, 97))


def reading(g: Given) -> Reading:
    source = part("Ivo Brandt")
    a = Attribution(
        "a#q",
        SourceSpan(source.start, source.end, source.text, "a#brandt", None),
        part("said"),
        None,
        g.spans,
        (),
        "indirect",
        None,
        (),
        g.act,
        g.response,
        None,
        None,
        False,
        "test",
        1.0,
    )
    s = Statement(
        "a#s",
        "a",
        30,
        97,
        TEXT[30:97],
        g.spans,
        ("a#q",),
        (StatementOrigin("a#brandt", "Ivo Brandt", "actor"),),
        Event(g.predicate, part(g.agent) if g.agent else None, part("40 divers")),
        "positive",
        "certain",
        (),
        part(g.condition) if g.condition else None,
        g.scheduled,
        g.date,
        None,
        (0,),
        tuple(range(len(g.places))),
        ("a#tolm", "a#nobody"),
        False,
    )
    forty = part("40")
    article = Article(
        "a",
        text_version(TEXT),
        None,
        None,
        None,
        None,
        "unknown",
        "en",
        True,
        "report",
        None,
        None,
        None,
        (),
        None,
        TEXT,
    )
    return Reading(
        article,
        sentences=(Sentence(0, 13), Sentence(14, len(TEXT))),
        mentions=(Mention(30, 34, "Tolm", "place", "a#tolm"), Mention(53, 59, "Kalvor", "place", None)),
        quantities=(Quantity(forty.start, forty.end, "40", 40, None, None, "exactly", "person", "divers", "send"),),
        places=g.places,
        attributions=(a,),
        statements=(s,),
    )


def one(g: Given | None = None) -> View:
    (v,) = views(reading(g or Given()), LOCAL, ACTORS)
    return v


def test_its_own_words_leave_out_the_clause_between() -> None:
    v = one()
    assert v.text == "Tolm sent 40 divers to Kalvor in Sarvia on Friday."
    assert "rul" not in v.words
    assert v.numbers == {"40"}
    assert own_words(v.statement, reading(Given())) == v.text


def test_who_does_it_and_on_whose_word_in_the_end() -> None:
    v = one()
    assert (v.agent, v.agent_roots, v.actors, v.roots) == ({"tolm"}, {"tolm"}, {"tolm"}, {"tolm"})
    assert v.origins == {"sarvia"}
    assert v.sentence == 1
    assert (v.figures[0].value, v.predicate, v.id, v.article) == (40, "send", "a#s", "a")


def test_an_outlets_own_voice_rests_on_its_name() -> None:
    r = reading(Given())
    own = replace(r.statements[0], attributions=(), origins=(StatementOrigin(None, "Kalvor Post", "outlet"),))
    (v,) = views(replace(r, statements=(own,)), LOCAL, ACTORS)
    assert v.origins == {"Kalvor Post"}
    assert (v.response, v.act) == (None, "assert")


def test_the_narrowest_place_is_where_it_is() -> None:
    v = one()
    assert (v.places, v.where, v.country) == ({"7", "sarvia"}, {"7"}, None)
    v = one(Given(places=(place("Sarvia", "country", None),)))
    assert (v.where, v.country) == ({"sarvia"}, "SV")
    elsewhere = (place("Kalvor", "city", 7, "TM"), place("Sarvia", "country", None))
    assert one(Given(places=elsewhere)).where == {"7", "sarvia"}


def test_a_place_that_acts_is_no_place() -> None:
    acting = replace(place("Sarvia", "country", None), role="actor")
    assert one(Given(places=(acting,))).places == frozenset()


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (Given(), "told"),
        (Given(condition="on Friday"), "conditional"),
        (Given(scheduled=True), "planned"),
        (Given(act="threaten"), "planned"),
        (Given(act="demand"), "wanted"),
        (Given(predicate="plan"), "planned"),
        (Given(condition="on Friday", scheduled=True), "conditional"),
    ],
)
def test_done_planned_wanted_or_under_a_condition(given: Given, expected: str) -> None:
    assert one(given).modality == expected


def test_whoever_denies_doing_a_thing_is_put_back_as_its_doer() -> None:
    assert one(Given(response="denies", agent=None)).text.startswith("Sarvia Tolm sent")
    assert one(Given(response="denies")).text.startswith("Tolm sent")
    assert one(Given(response="declines", agent=None)).text.startswith("Tolm sent")


def test_days_are_days() -> None:
    assert one(Given(date=EventDate("2026-03-06T09:00", "2026-03-06T09:00", "2026-03-06T09:00"))).days == (
        "2026-03-06",
        "2026-03-06",
    )
    assert one(Given(date=EventDate("XXXX-03-06", None, None))).days is None
    assert one().days is None


def test_the_last_one_spoken_for_and_no_endless_circle() -> None:
    assert root("brandt", ACTORS) == "sarvia"
    assert root("nobody", ACTORS) == "nobody"
    circle = {"x": replace(ACTORS["tolm"], id="x", of="y"), "y": replace(ACTORS["tolm"], id="y", of="x")}
    assert root("x", circle) in circle


@pytest.mark.parametrize(
    "forms",
    [
        ("deploy", "deployed", "deploying", "deploys", "deployment"),
        ("injure", "injured", "injuring"),
        ("soldier", "soldiers", "soldier’s"),
        ("arrest", "arrested", "Arrests"),
    ],
)
def test_inflections_meet(forms: tuple[str, ...]) -> None:
    assert len({stem(f) for f in forms}) == 1


@pytest.mark.parametrize(("a", "b"), [("kill", "killer"), ("bridge", "bride"), ("wall", "well"), ("port", "part")])
def test_other_words_do_not(a: str, b: str) -> None:
    assert stem(a) != stem(b)


def test_stems_leave_out_what_tells_nothing() -> None:
    assert stems("It was said that the bridges were closed after 40 weeks") == ["bridg", "clos", "40", "week"]


def test_what_is_seldom_said_tells_more() -> None:
    common, rare = one(), replace(one(), words=frozenset(("diver", "lock")))
    weights = rarity([common, common, rare])
    assert weights["lock"] > weights["kalvor"] > weights["diver"] > 0
    assert rarity([]) == {}


def test_outside_its_reading_a_statement_has_linked_actors() -> None:
    s = relabel(reading(Given()).statements[0], LOCAL)
    assert s.origins == (StatementOrigin("brandt", "Ivo Brandt", "actor"),)
    assert s.actors == ("tolm", "a#nobody")
    twice = replace(
        reading(Given()).statements[0],
        origins=(StatementOrigin("a#tolm", "Tolm", "actor"), StatementOrigin("a#tolm", "the Tolmians", "actor")),
    )
    assert relabel(twice, LOCAL).origins == (StatementOrigin("tolm", "Tolm", "actor"),)
