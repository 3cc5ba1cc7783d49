"""One claim weighed: denials, open answers, standing and why, its words, kind, date and places."""

from __future__ import annotations

from dataclasses import replace

import pytest
from weigh_factory import Desk, Figure, names

from sayso.model.link import ClaimGroup
from sayso.model.reading import Response, SourceSpan
from sayso.model.span import Span
from sayso.weigh.claims import told_text, weigh_claim
from sayso.weigh.phrasing import attributed

SHUT = "the canal at Orvast was shut on Sunday night"
CLOSED = "Orvast canal has been closed to all ships"
OPEN_ANSWERS: tuple[Response, ...] = (
    "does-not-deny",
    "does-not-confirm",
    "declines",
    "no-answer",
    "does-not-know",
    "does-not-say",
    "could-not-verify",
)


@pytest.fixture
def desk() -> Desk:
    d = Desk()
    for id, name in (("sarvia", "Sarvia"), ("tolm", "Tolm"), ("mayor", "Petra Lund")):
        d.actor(id, name, kind="person" if id == "mayor" else "place")
    d.report("a", "Kalvor Post", "2026-03-02")
    d.report("b", "Valley Echo", "2026-03-04T09:00:00Z")
    d.report("c", None, None)
    return d


def test_a_denial_makes_it_disputed_whoever_affirms(desk: Desk) -> None:
    said = [desk.say("a", SHUT, by="sarvia"), desk.say("b", CLOSED, by="tolm")]
    no = desk.say("b", "closing anything", by="mayor", response="denies", act="deny")
    claim = desk.claim(said, denying=[no])
    assert [(d.name, d.statements) for d in claim.denied_by] == [("Petra Lund", (no,))]
    assert (claim.status, claim.accounts, claim.independent_origins) == ("disputed", "denied", 2)
    assert "Petra Lund" in claim.why
    assert no not in claim.statements
    assert "Petra Lund" not in names(claim.origins)


def test_what_is_only_denied_is_affirmed_by_nobody(desk: Desk) -> None:
    no = desk.say(
        "b",
        "that its engineers had opened the gates",
        by="mayor",
        response="denies",
        act="deny",
        date="2026-03-01",
        agent="its engineers",
    )
    claim = desk.claim([], denying=[no])
    assert claim.text == "Its engineers had opened the gates"
    assert (claim.statements, claim.origins, claim.independent_origins, claim.own_voice_outlets) == ((), (), 0, 0)
    assert (claim.status, claim.accounts, [d.statements for d in claim.denied_by]) == ("disputed", "denied", [(no,)])
    assert "nobody in these reports affirms it" in claim.why
    assert (claim.articles, claim.first_seen) == (("b",), "2026-03-04T09:00:00Z")


def test_two_denials_by_one_are_one_entry(desk: Desk) -> None:
    said = desk.say("a", SHUT, by="sarvia")
    no = [desk.say(r, "closing anything", by="mayor", response="denies", act="deny") for r in "ab"]
    assert [d.statements for d in desk.claim([said], denying=no).denied_by] == [tuple(no)]


@pytest.mark.parametrize("response", OPEN_ANSWERS)
def test_an_open_answer_is_neither_yes_nor_no(desk: Desk, response: Response) -> None:
    said = [desk.say("a", SHUT, by="sarvia")]
    without = desk.claim(said)
    left = desk.say("b", CLOSED, by="tolm", response=response)
    claim = desk.claim(said, open=[left])
    assert [(x.name, x.response, x.statements) for x in claim.left_open_by] == [("Tolm", response, (left,))]
    assert claim.denied_by == ()
    assert (claim.status, claim.independent_origins, claim.accounts, claim.outlets) == (
        without.status,
        without.independent_origins,
        without.accounts,
        without.outlets,
    )
    assert "Tolm" not in names(claim.origins)


def test_one_name_with_two_answers_is_two_entries(desk: Desk) -> None:
    left = [
        desk.say("a", "whether it was shut", by="tolm", response="declines"),
        desk.say("b", "who shut it", by="tolm", response="does-not-know"),
        desk.say("b", "when it was shut", by="tolm", response="declines"),
    ]
    found = desk.claim([desk.say("a", SHUT, by="sarvia")], open=left).left_open_by
    assert {(x.response, x.statements) for x in found} == {
        ("declines", (left[0], left[2])),
        ("does-not-know", (left[1],)),
    }


def test_two_origins_with_figures_that_clash_are_not_corroborated(desk: Desk) -> None:
    said = [
        desk.say("a", "in all 7 people were hurt", by="sarvia", figures=(Figure("7", 7),)),
        desk.say("b", "the blast injured 13 of them", by="tolm", figures=(Figure("13", 13),), cue="insisted"),
    ]
    desk.report("b2", "Valley Echo", "2026-03-02")
    same_day = [said[0], desk.say("b2", "the blast injured 13 of them", by="tolm", figures=(Figure("13", 13),))]
    claim = desk.claim(same_day)
    assert (claim.independent_origins, claim.status, claim.accounts) == (2, "disputed", "figures-differ")
    assert desk.claim(said).status == "corroborated", "a later report with a higher figure is an update"


@pytest.mark.parametrize(
    ("by", "status", "word"),
    [
        (("sarvia",), "single-origin", "Sarvia"),
        (("sarvia", "tolm"), "corroborated", "2 separate origins"),
        (("",), "own-voice", "1 outlet"),
        (("", ""), "own-voice", "2 outlets"),
    ],
)
def test_the_standing_says_why(desk: Desk, by: tuple[str, ...], status: str, word: str) -> None:
    said = [desk.say(r, t, by=x) if x else desk.say(r, t) for r, t, x in zip("ab", (SHUT, CLOSED), by, strict=False)]
    claim = desk.claim(said)
    assert claim.status == status
    assert word in claim.why


def test_corroborated_never_claims_more_than_these_reports_show(desk: Desk) -> None:
    claim = desk.claim([desk.say("a", SHUT, by="sarvia"), desk.say("b", CLOSED, by="tolm")])
    assert "no link shown in these reports" in claim.why
    assert claim.credibility is None


def test_own_voice_of_an_unknown_outlet_counts_no_outlet(desk: Desk) -> None:
    claim = desk.claim([desk.say("c", SHUT)])
    assert (claim.own_voice_outlets, claim.status, claim.outlets) == (0, "own-voice", ())


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("that the canal  was\nshut,", "The canal was shut"),
        ("“the canal was shut", "The canal was shut"),
        ("and the canal was shut —", "The canal was shut"),
        ("the “canal was shut", "The “canal was shut”"),
        ("The canal was shut", "The canal was shut"),
    ],
)
def test_a_claims_words_stand_alone(desk: Desk, raw: str, shown: str) -> None:
    assert desk.claim([desk.say("a", raw, by="sarvia")]).text == shown


def test_a_judgement_of_a_thing_is_told_with_who_judges_and_how(desk: Desk) -> None:
    """The report says: The union praised the keepers of the lock for their care."""
    text = "The union praised the keepers of the lock for their care"
    s = desk.say("a", text, by="sarvia")
    context = desk.context()
    report = context.readings["a"].article.text

    def part(words: str) -> Span:
        return Span(report.index(words), report.index(words) + len(words), words)
    (a,) = context.readings["a"].attributions
    keepers = part("the keepers of the lock for their care")
    union = SourceSpan(*part("The union").range, "The union", None, None)
    judged = replace(a, rule="R8", act="evaluate", source=union, cue=part("praised"), content=keepers)
    context = replace(
        context, readings={**context.readings, "a": replace(context.readings["a"], attributions=(judged,))},
        statements={s: replace(context.statements[s], start=keepers.start, end=keepers.end, text=keepers.text,
                               spans=((keepers.start, keepers.end),))})
    assert told_text(context, context.statements[s]) == text
    assert attributed(context, context.statements[s]) == f"{text}."
    clause = replace(context, readings={"a": replace(context.readings["a"], attributions=(replace(judged, rule="R1"),))})
    assert told_text(clause, clause.statements[s]) == "The keepers of the lock for their care"


def test_a_quotation_with_its_subject_put_back_is_quoted_no_more(desk: Desk) -> None:
    """"The gates, which were made in Tolm": what is told is "The gates were made in Tolm", which nobody said in these words."""
    s = desk.say("a", "the gates which were made in Tolm", by="sarvia", direct=True)
    context = desk.context()
    at = context.statements[s].start
    who = Span(at, at + 9, "the gates")
    relative = replace(context.statements[s], start=at + 10, text="which were made in Tolm", spans=((at + 10, at + 33),),
                       event=replace(context.statements[s].event, agent=who))
    assert told_text(context, context.statements[s]) == "“The gates which were made in Tolm”"
    assert told_text(context, relative) == "The gates were made in Tolm"
    assert "“" not in attributed(context, relative)


def test_when_it_was_is_not_taken_for_when_it_was_said(desk: Desk) -> None:
    s = desk.say("a", "in March a gate of the lock broke", by="sarvia", agent="a gate")
    assert attributed(desk.context(), desk.context().statements[s]) == "Sarvia said that in March a gate of the lock broke."


def test_the_words_are_those_of_one_of_its_statements(desk: Desk) -> None:
    said = [desk.say("a", "it was shut", by="sarvia"), desk.say("b", CLOSED, by="tolm", agent="Orvast canal")]
    assert desk.claim(said).text == CLOSED


def test_where_the_affirming_stand_and_when(desk: Desk) -> None:
    said = [
        desk.say("b", CLOSED, by="sarvia", date="2026-03", places=("Orvast",)),
        desk.say("a", SHUT, by="sarvia", date="2026-03-01", places=("Orvast",)),
        desk.say("c", CLOSED, by="sarvia"),
    ]
    claim = desk.claim(said)
    assert (claim.first_seen, claim.last_seen) == ("2026-03-02", "2026-03-04T09:00:00Z")
    assert claim.articles == ("b", "a", "c")
    assert claim.outlets == ("Valley Echo", "Kalvor Post")
    assert claim.date == "2026-03-01", "the narrower of two dates that hold each other"
    assert [p.name for p in claim.places] == ["Orvast"]


def test_what_is_told_of_another_happening_or_of_years_ago_is_background(desk: Desk) -> None:
    """However many touch it that are of this year."""
    old = "in the spring of 2019 a gate of the lock broke and 3 people died"
    s, near = desk.say("a", old, date="2019-04", agent="a gate"), desk.say("b", "it broke")
    assert desk.claim([s, near]).kind == "background"
    undated = desk.say("a", "a gate of the other lock broke and 9 people died there", agent="a gate")
    assert desk.claim([undated, near]).kind != "background"
    desk.aside("a", "a gate of the other lock broke and 9 people died there")
    assert desk.claim([undated, near]).kind == "background"


def test_a_claim_has_the_day_of_its_own_words(desk: Desk) -> None:
    """Another test of the siren, on another day, is near it and not the same."""
    text = "the siren of Orvast was tested on the first of the month"
    own = desk.say("a", text, date="2026-03-01", agent="the siren")
    near = desk.say("b", "it was tested", date="2026-01-12")
    same = desk.say("c", "the siren was tested", date="2026-03")

    def dated(group: ClaimGroup) -> str | None:
        return weigh_claim(desk.context(), group).date
    assert dated(desk.group([own, near, same], sure=0.9)) == "2026-03-01"
    assert dated(desk.group([own, near], sure=0.4)) == "2026-03-01"
    plain = desk.say("a", "the siren of Orvast can be heard for many miles around", agent="the siren")
    assert dated(desk.group([plain, near], sure=0.4)) is None
    assert dated(desk.group([plain, near], sure=0.9)) == "2026-01-12"


def test_a_date_without_a_year_is_shown_only_where_there_is_no_better(desk: Desk) -> None:
    bare = desk.say("a", SHUT, by="sarvia", date="XXXX-03-01")
    assert desk.claim([bare]).date == "XXXX-03-01"
    assert desk.claim([bare, desk.say("b", CLOSED, by="tolm", date="2026-03-01")]).date == "2026-03-01"


def test_kinds(desk: Desk) -> None:
    def kind(text: str, **how: object) -> str:
        return desk.claim([desk.say("a", text, by="sarvia", **how)]).kind

    assert kind("they will close the canal if it rains", condition="if it rains") == "condition"
    assert kind("the canal will close on Friday", scheduled=True, date="2026-03-06") == "plan"
    assert kind("we shall close every canal", act="threaten") == "utterance"
    assert kind("7 people were hurt", figures=(Figure("7", 7),)) == "figure"
    assert kind("the canal was dug", date="2025-10-01") == "background"
    assert kind(SHUT) == "event"
