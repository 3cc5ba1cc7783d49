"""What is due, under which condition, in which order things happened, and what was not said."""

from __future__ import annotations

from typing import Any

import pytest
from weigh_factory import Desk

from sayso.model.reading import Response
from sayso.model.span import Anchor


@pytest.fixture
def desk() -> Desk:
    d = Desk()
    d.actor("sarvia", "Sarvia", kind="place")
    d.actor("tolm", "Tolm", kind="place")
    d.actor("mayor", "Petra Lund", kind="person")
    d.report("a", "Kalvor Post", "2026-03-02")
    d.report("b", "Valley Echo", "2026-03-04")
    return d


def holds(desk: Desk, anchor: Anchor) -> bool:
    return desk.context().readings[anchor.article].article.text[anchor.start : anchor.end] == anchor.text


def test_a_plan_with_a_date_is_watched_by_who_carries_it_out(desk: Desk) -> None:
    said = desk.say(
        "a", "Tolm will open the lock on Friday", by="sarvia", scheduled=True, date="2026-03-06", doers=("tolm",)
    )
    (w,) = desk.story(desk.group([said])).watch
    assert (w.kind, w.date, w.actor, w.state, w.if_, w.then, w.statements) == (
        "scheduled",
        "2026-03-06",
        "tolm",
        "open",
        None,
        None,
        (said,),
    )


def test_a_plan_without_a_date_is_not_on_the_calendar(desk: Desk) -> None:
    assert desk.story(desk.group([desk.say("a", "Tolm will open the lock", by="sarvia", scheduled=True)])).watch == ()
    assert desk.story(desk.group([desk.say("a", "Tolm opened it", by="sarvia", date="2026-03-01")])).watch == ()


def test_a_date_before_the_last_report_has_passed(desk: Desk) -> None:
    said = desk.say("a", "the lock will open on Tuesday", by="sarvia", scheduled=True, date="2026-03-03")
    assert [w.state for w in desk.story(desk.group([said])).watch] == ["passed"]


@pytest.mark.parametrize(
    ("text", "condition", "then"),
    [
        ("if the rain goes on, we will clear the valley", "if the rain goes on", "we will clear the valley"),
        ("the valley will be cleared unless the wall holds", "unless the wall holds", "the valley will be cleared"),
        ("they will, should the wall break, ring the bells", "should the wall break", "ring the bells"),
    ],
)
def test_a_condition_stands_in_the_reports_own_words(desk: Desk, text: str, condition: str, then: str) -> None:
    said = desk.say("a", text, by="mayor", condition=condition)
    (w,) = desk.story(desk.group([said])).watch
    assert (w.kind, w.actor, w.state, w.date) == ("conditional", "mayor", "open", None)
    assert w.if_ is not None
    assert w.then is not None
    assert (w.if_.text, w.then.text) == (condition, then)
    assert holds(desk, w.if_)
    assert holds(desk, w.then)


def test_a_condition_of_two_words_is_a_turn_of_phrase(desk: Desk) -> None:
    said = desk.say("a", "if needed the valley will be cleared", by="mayor", condition="if needed")
    assert desk.story(desk.group([said])).watch == ()


def test_dated_plans_first_by_date_then_conditions(desk: Desk) -> None:
    told = [
        desk.say("a", "if the rain goes on, we will clear it", by="mayor", condition="if the rain goes on"),
        desk.say("a", "the court sits in May", by="sarvia", scheduled=True, date="2026-05"),
        desk.say("b", "the lock opens on Friday", by="sarvia", scheduled=True, date="2026-03-06"),
    ]
    assert [(w.kind, w.date) for w in desk.story(*(desk.group([s]) for s in told)).watch] == [
        ("scheduled", "2026-03-06"),
        ("scheduled", "2026-05"),
        ("conditional", None),
    ]


def test_the_timeline_is_in_the_order_of_dates_and_knows_what_is_to_come(desk: Desk) -> None:
    told = {
        "plan": desk.say("a", "the lock opens on Friday", by="sarvia", scheduled=True, date="2026-03-06"),
        "old": desk.say("b", "the wall broke", by="sarvia", date="2026-03-01"),
        "missed": desk.say("b", "the pumps start on Monday", by="tolm", scheduled=True, date="2026-03-02"),
        "month": desk.say("a", "the wall was built", by="mayor", date="2024-06"),
        "year": desk.say("b", "the town was founded", by="mayor", date="1901"),
        "bare": desk.say("b", "the gate broke", by="mayor", date="XXXX-02-03"),
        "if": desk.say(
            "b", "if the wall breaks, all leave", by="mayor", condition="if the wall breaks", date="2026-03-09"
        ),
    }
    claims = {k: desk.group([s]) for k, s in told.items()}
    line = desk.story(*claims.values()).timeline
    assert [(t.date, t.when, t.claims) for t in line] == [
        ("2024-06", "past", (claims["month"].id,)),
        ("2026-03-01", "past", (claims["old"].id,)),
        ("2026-03-02", "past", (claims["missed"].id,)),
        ("2026-03-06", "scheduled", (claims["plan"].id,)),
    ]


@pytest.mark.parametrize(
    "response",
    ["does-not-deny", "does-not-confirm", "declines", "no-answer", "does-not-know", "does-not-say", "could-not-verify"],
)
def test_every_answer_that_is_none_is_a_silence(desk: Desk, response: Response) -> None:
    said = desk.say("a", "the wall broke", by="sarvia")
    none = [
        desk.say("a", "whether it broke", by="tolm", response=response),
        desk.say("b", "it at all", by="tolm", response=response),
    ]
    group = desk.group([said], open=none)
    (found,) = desk.story(group).silences
    assert (found.actor, found.about, found.response, found.statements) == ("tolm", group.id, response, tuple(none))


def test_a_silence_about_nothing_that_is_told_here_says_so(desk: Desk) -> None:
    none = desk.say("a", "when it would open", by="tolm", response="declines")
    (found,) = desk.story(desk.group([desk.say("a", "the wall broke", by="sarvia")])).silences
    assert (found.about, found.statements) == (None, (none,))


def test_a_denial_or_a_plain_word_is_no_silence(desk: Desk) -> None:
    said = desk.say("a", "the wall broke", by="sarvia")
    no = desk.say("b", "any break", by="tolm", response="denies")
    assert desk.story(desk.group([said], denying=[no])).silences == ()


def due(desk: Desk, *later: tuple[str, str, dict[str, Any]]) -> Any:
    plan = desk.say("a", "Tolm will open the western lock to barges", by="sarvia", scheduled=True, date="2026-03-03", verb="open")
    told = [desk.say(report, text, **more) for report, text, more in later]
    return desk.story(desk.group([plan]), *(desk.group([t]) for t in told)).watch[0]


def test_a_plan_that_a_later_report_tells_as_done_is_claimed(desk: Desk) -> None:
    w = due(desk, ("b", "Tolm opened the western lock to barges at dawn", {"by": "tolm", "verb": "open"}))
    assert (w.state, len(w.met_by)) == ("claimed", 1)


def test_a_threat_is_met_by_what_was_to_follow_and_not_by_its_condition(desk: Desk) -> None:
    threat = desk.say("a", "if the old barges are not sold, crews will stop work at the western lock on Tuesday morning", by="sarvia",
                      condition="if the old barges are not sold", verb="stop")
    sold = desk.say("b", "the old barges are not sold", by="tolm", verb="sell")
    (w,) = desk.story(desk.group([threat]), desk.group([sold])).watch
    assert (w.state, w.met_by) == ("open", ())
    stopped = desk.say("b", "crews stopped work at the western lock at dawn", by="tolm", verb="stop")
    (w,) = desk.story(desk.group([threat]), desk.group([stopped])).watch
    assert (w.state, len(w.met_by)) == ("claimed", 1)


@pytest.mark.parametrize("text", ["Tolm closed the western lock to barges", "Tolm opened a school for boys in the north",
                                  "Tolm may have opened the western lock to barges"])
def test_what_is_not_the_same_does_not_meet_it(desk: Desk, text: str) -> None:
    assert due(desk, ("b", text, {"by": "tolm", "verb": "close" if "closed" in text else "open"})).state == "passed"


def test_a_report_of_the_day_before_does_not_meet_it(desk: Desk) -> None:
    assert due(desk, ("a", "Tolm opened the western lock to barges", {"by": "tolm", "verb": "open"})).state == "passed"


def test_what_is_said_to_have_come_about_and_denied_is_disputed(desk: Desk) -> None:
    plan = desk.say("a", "Tolm will open the western lock to barges", by="sarvia", scheduled=True, date="2026-03-03")
    said = desk.say("b", "Tolm opened the western lock to barges", by="tolm")
    no = desk.say("b", "the western lock was opened", by="mayor", response="denies")
    assert desk.story(desk.group([plan]), desk.group([said], denying=[no])).watch[0].state == "disputed"


@pytest.mark.parametrize(("act", "kind"), [("threaten", "threat"), ("promise", "promise")])
def test_threats_and_promises_are_watched_without_a_date(desk: Desk, act: Any, kind: str) -> None:
    (w,) = desk.story(desk.group([desk.say("a", "to cut the water off", by="tolm", act=act, cue="meant")])).watch
    assert w.text == "Tolm meant to cut the water off"
    assert (w.kind, w.date, w.act, w.state) == ("scheduled", None, kind, "open")


def test_an_obligation_is_told_from_a_plan(desk: Desk) -> None:
    said = desk.say("a", "the owners must mend the wall by Friday", by="mayor", scheduled=True, date="2026-03-06")
    assert [w.act for w in desk.story(desk.group([said])).watch] == ["obligation"]


def test_a_party_that_is_told_of_and_not_asked_is_a_lead(desk: Desk) -> None:
    desk.actor("owner", "Lock Owners Union")
    for report in ("a", "b"):
        desk.name_actor(report, "owner", 2)
    said = desk.say("a", "Lock Owners Union let the wall crumble", by="mayor", doers=("owner",), agent="Lock Owners Union")
    assert [x.text for x in desk.story(desk.group([said])).leads] == [
        "Lock Owners Union is spoken of here and quoted in none of the reports read: Lock Owners Union let the wall crumble"]


def test_a_promise_that_names_no_deed_is_not_watched(desk: Desk) -> None:
    assert desk.story(desk.group([desk.say("a", "friendship to all its neighbours", by="tolm", act="promise")])).watch == ()
