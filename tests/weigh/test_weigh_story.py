"""A whole story: order, counts, who was not heard, leads, the graph of origins, the lines that stand first."""

from __future__ import annotations

from dataclasses import replace

import pytest
from weigh_factory import Desk, Figure

from sayso.model.dossier import StoryDossier
from sayso.model.link import ClaimGroup, Story, StoryPassage
from sayso.model.reading import Mention
from sayso.model.span import Span
from sayso.model.statement import StatementOrigin
from sayso.weigh.claims import weigh_claim
from sayso.weigh.leads import leads
from sayso.weigh.phrasing import spoken_name
from sayso.weigh.story import grave, importance, title_of, weigh_story


@pytest.fixture
def desk() -> Desk:
    d = Desk()
    d.actor("sarvia", "Sarvia", kind="place")
    d.actor("ministry", "Ministry of Canals", of="sarvia")
    d.actor("tolm", "Tolm", kind="place")
    d.actor("lund", "Petra Lund", kind="person")
    d.actor("herald", "Tolm Herald")
    d.report("a", "Kalvor Post", "2026-03-02", agencies=("Nordwire",))
    d.report("b", "Valley Echo", "2026-03-03", agencies=("Nordwire",))
    d.report("c", "kalvor post", "2026-03-04")
    d.report("d", None, None)
    return d


def test_outlets_agencies_origins_and_the_last_day_are_counted_once(desk: Desk) -> None:
    said = [
        desk.say("a", "the wall broke at noon", by="ministry"),
        desk.say("b", "a wall has given way", by="sarvia"),
        desk.say("c", "water stands in Orvast", by="tolm"),
        desk.say("d", "rain fell", by="a source"),
        desk.say("d", "snow fell"),
    ]
    story = desk.story(desk.group(said[:2]), *(desk.group([s]) for s in said[2:]))
    assert (story.outlets, story.agencies, story.as_of) == (2, 1, "2026-03-04")
    assert {o.name for c in story.claims for o in c.origins if o.independent is not None} >= {
        "Ministry of Canals",
        "Sarvia",
        "Tolm",
    }
    assert story.named_origins == 2, "the state and Tolm; a source without a name is not named"


def test_articles_that_were_not_read_are_named_and_say_nothing(desk: Desk) -> None:
    desk.report("foreign", "Journal", "2026-03-09", read=False)
    story = desk.story(desk.group([desk.say("a", "the wall broke at noon", by="sarvia")]))
    assert story.unread == ("foreign",)
    assert all("foreign" not in c.articles for c in story.claims)


def importance_order(story: StoryDossier) -> list[str]:
    return [c.id for c in story.claims]


def test_what_is_told_widely_and_contested_leads_and_background_ends(desk: Desk) -> None:
    wide = [
        desk.say("a", "the wall of the canal broke at noon", by="sarvia"),
        desk.say("b", "a canal wall has given way", by="tolm"),
        desk.say("c", "part of the wall fell down today", by="sarvia"),
    ]
    no = desk.say("b", "any break", by="lund", response="denies")
    lone = desk.say("a", "the rain had fallen for ten days", by="lund")
    old = desk.say("a", "the wall was built in the spring of that year", by="lund", date="2024-04-01")
    groups = [desk.group([old]), desk.group([lone]), desk.group(wide, denying=[no])]
    story = desk.story(*groups)
    assert importance_order(story) == [g.id for g in reversed(groups)]
    scores = [importance(c) for c in story.claims]
    assert scores == sorted(scores, reverse=True)
    assert desk.story(*reversed(groups)).claims == story.claims


def test_a_denial_a_clash_or_an_open_answer_each_raise_a_claim(desk: Desk) -> None:
    said = desk.say("a", "the wall of the canal broke at noon", by="sarvia")
    plain = importance(desk.claim([said]))
    assert importance(desk.claim([said], denying=[desk.say("b", "any break", by="lund", response="denies")])) > plain
    assert importance(desk.claim([said], open=[desk.say("b", "that it broke", by="lund", response="declines")])) > plain


def test_named_and_never_quoted_is_not_heard(desk: Desk) -> None:
    said = desk.say("a", "the wall broke at noon", by="sarvia")
    for article in "ab":
        desk.name_actor(article, "lund")
    desk.name_actor("a", "herald", 5)
    found = desk.story(desk.group([said])).not_heard
    assert [(n.actor, n.named_in) for n in found] == [("lund", ("a", "b"))]


def test_who_is_quoted_or_speaks_through_a_part_was_heard(desk: Desk) -> None:
    desk.actor("clerk", "Ivo Brandt", of="lund", kind="person")
    for article in "abc":
        desk.name_actor(article, "lund")
    said = desk.say("a", "the wall broke at noon", by="clerk")
    assert desk.story(desk.group([said])).not_heard == ()


def test_one_passing_mention_is_not_silence(desk: Desk) -> None:
    desk.name_actor("a", "lund")
    assert desk.story(desk.group([desk.say("a", "the wall broke", by="sarvia")])).not_heard == ()


def test_a_thing_with_a_number_is_no_party(desk: Desk) -> None:
    desk.actor("gun", "Falcon PAC-3")
    desk.actor("bank", "Bank of Norr")
    for article in "ab":
        desk.name_actor(article, "gun")
        desk.name_actor(article, "bank")
    said = desk.say("a", "the wall broke at noon", by="sarvia")
    assert [n.actor for n in desk.story(desk.group([said])).not_heard] == ["bank"]


def test_a_body_that_is_nowhere_written_with_an_article_has_one(desk: Desk) -> None:
    desk.actor("roads", "Sarvian Roads Office", of="sarvia")
    desk.actor("police", "Orvast Police", of="sarvia")
    context = desk.context()
    for by, name in (("roads", "the Sarvian Roads Office"), ("police", "Orvast Police")):
        s = desk.say("d", "the wall broke", by="a source")
        origin = StatementOrigin(by, context.actors[by].name, "actor")
        assert spoken_name(desk.context(), desk.context().statements[s], origin) == name


def test_who_only_refused_to_speak_was_asked(desk: Desk) -> None:
    for article in "ab":
        desk.name_actor(article, "lund")
    said = desk.say("a", "the wall broke at noon", by="sarvia")
    none = desk.say("b", "whether it broke", by="lund", response="declines")
    assert desk.story(desk.group([said], open=[none])).not_heard == ()


def test_a_document_that_is_quoted_and_not_at_hand_is_a_lead(desk: Desk) -> None:
    said = desk.say("a", "in a letter to the town it called the wall unsafe", by="ministry")
    claim = desk.group([said])
    (lead,) = desk.story(claim).leads
    assert (lead.claim, lead.statements) == (claim.id, (said,))
    assert "letter" in lead.text
    assert "Ministry of Canals" in lead.text


def test_a_document_that_the_source_tells_of_is_not_the_sources_own(desk: Desk) -> None:
    """The ministry says what Petra Lund told a paper in an interview: it is hers and not the ministry's."""
    text = "Petra Lund told a paper in an interview that the wall would hold"
    told = desk.say("a", text, by="ministry")
    context = desk.context()
    (outer,) = context.readings["a"].attributions
    at, that = text.index("told"), text.index("that")
    inner = replace(outer, id="a#inner", parent=outer.id, cue=Span(at, at + 4, "told"), content=Span(that, len(text), text[that:]))
    nested = replace(context.readings["a"], attributions=(outer, inner))
    claim = weigh_claim(context, desk.group([told]))
    assert [x.text for x in leads(context, [claim], ["a"], ())] == [
        "The interview of Ministry of Canals is quoted and is not among the reports read."]
    context = replace(context, readings={**context.readings, "a": nested})
    assert leads(context, [claim], ["a"], ()) == ()


def test_no_lead_where_the_document_is_there_or_two_origins_hold_it(desk: Desk) -> None:
    letter = "in a letter to the town it called the wall unsafe"
    two = [desk.say("a", letter, by="ministry"), desk.say("b", "nobody in the town should trust that wall", by="tolm")]
    assert desk.story(desk.group(two)).leads == ()
    plain = desk.say("a", "the wall broke", by="ministry")
    assert desk.story(desk.group([plain])).leads == ()
    d = Desk()
    d.actor("ministry", "Ministry of Canals")
    d.report("a", "Kalvor Post")
    d.report("own", None, kind="document")
    assert d.story(d.group([d.say("a", letter, by="ministry")])).leads == ()


def test_the_graph_joins_origins_relays_reports_and_copies(desk: Desk) -> None:
    said = [
        desk.say("a", "the wall broke at noon", by="ministry"),
        desk.say("b", "a wall has given way", by="ministry", via=("herald",)),
        desk.say("c", "the wall fell"),
    ]
    desk.copy("d", "a")
    graph = desk.story(desk.group(said)).origin_graph
    nodes = {n.id: n.kind for n in graph.nodes}
    assert nodes == {"ministry": "actor", "a": "article", "b": "article", "d": "article", "relay:Tolm Herald": "relay"}
    assert {(e.from_, e.to, e.kind, e.statements) for e in graph.edges} == {
        ("ministry", "a", "states", (said[0],)),
        ("ministry", "relay:Tolm Herald", "relays", (said[1],)),
        ("relay:Tolm Herald", "b", "states", (said[1],)),
        ("a", "d", "copies", ()),
    }


def test_the_first_lines_name_their_source_and_their_statements(desk: Desk) -> None:
    said = [
        desk.say("a", "the wall of the canal broke at noon", by="tolm", agent="the wall"),
        desk.say("b", "the whole valley has been under water since dawn", agent="valley"),
    ]
    no = desk.say("b", "any break", by="lund", response="denies")
    first, second = desk.story(desk.group(said[:1], denying=[no]), desk.group(said[1:])).summary
    assert "Tolm" in first.text
    assert "Petra Lund denied any break." in first.text
    assert first.statements == (said[0], no)
    assert "without naming a source" in second.text
    assert "Valley Echo" in second.text


def test_what_many_believe_is_not_told_as_the_reports_own(desk: Desk) -> None:
    said = desk.say("a", "the mill has been letting dye into the canal", by=(), kind="unattributed", agent="the mill")
    no = desk.say("b", "any spill", by="lund", response="denies")
    (line,) = desk.story(desk.group([said], denying=[no])).summary
    assert line.text.startswith("The mill has been letting dye into the canal, it is said, and not by whom.")


def test_what_is_only_denied_is_told_as_a_denial_and_has_no_place_in_time_or_ledger(desk: Desk) -> None:
    no = desk.say(
        "b",
        "that its engineers had drowned 40 people",
        by="lund",
        response="denies",
        act="deny",
        date="2026-03-01",
        agent="its engineers",
        figures=(Figure("40", 40, "drown"),),
    )
    story = desk.story(desk.group([desk.say("a", "rain fell", by="sarvia")]), desk.group([], denying=[no]))
    (line,) = story.summary
    assert line.text == "Petra Lund denied that its engineers had drowned 40 people."
    assert line.statements == (no,)
    assert story.timeline == ()
    assert story.figures == ()
    assert "lund" not in {n.id for n in story.origin_graph.nodes}


def test_the_first_lines_are_few_and_leave_out_background_and_fragments(desk: Desk) -> None:
    groups = [
        desk.group([desk.say("a", f"bridge number {k} over the canal was closed", by="sarvia")]) for k in range(9)
    ]
    groups += [
        desk.group([desk.say("a", "rain fell", by="sarvia")]),
        desk.group([desk.say("a", "the first of all the bridges was built", by="tolm", date="2020-01-01")]),
    ]
    lines = desk.story(*groups).summary
    assert len(lines) == 5
    assert all("bridge number" in line.text.lower() for line in lines)


def test_a_claim_is_the_same_whatever_the_order_of_reports() -> None:
    def build(order: str) -> list[tuple[str, int, int, str]]:
        d = Desk()
        d.actor("sarvia", "Sarvia", kind="place")
        d.actor("tolm", "Tolm", kind="place")
        for r in order:
            d.report(r, f"Outlet {r}", f"2026-03-0{'abc'.index(r) + 1}")
        said = {
            r: d.say(r, f"{n} people were hurt there", by=x, figures=(Figure(str(n), n),))
            for r, x, n in sorted(
                (("a", "sarvia", 7), ("b", "tolm", 9), ("c", "sarvia", 9)), key=lambda t: order.index(t[0])
            )
        }
        claim = d.story(d.group([said[r] for r in "abc"])).claims[0]
        return [(claim.status, claim.independent_origins, len(claim.differences), claim.differences[0].kind)]

    assert build("abc") == build("cab") == build("bca")


def test_a_sentence_that_names_its_source_is_not_attributed_again(desk: Desk) -> None:
    from sayso.weigh.phrasing import attributed

    id = desk.say("a", "the town of Tolm called the wall a danger to the valley", by="tolm", agent="the town")
    s = desk.context().statements[id]
    assert attributed(desk.context(), s) == "Tolm said the town of Tolm called the wall a danger to the valley."
    whole = replace(s, spans=((s.start, s.end + 20),))
    assert attributed(desk.context(), whole) == "The town of Tolm called the wall a danger to the valley."


def test_one_denial_is_told_once_and_what_rests_on_one_word_says_so(desk: Desk) -> None:
    no = desk.say("b", "doing any work on the canal", by="lund", response="denies")
    first = [desk.say(x, "the wall of the canal broke at noon", by="tolm", agent="the wall") for x in "ab"]
    second = desk.say("a", "the bridge over the river was closed for the night", by="tolm", agent="the bridge")
    story = desk.story(desk.group(first, denying=[no]), desk.group([second], denying=[no]))
    assert [line.text for line in story.summary] == [
        "Tolm said the wall of the canal broke at noon. Both reports rest on this one origin. "
        "Petra Lund denied doing any work on the canal.",
        "Tolm said the bridge over the river was closed for the night."]


def test_what_is_new_or_grave_rises_and_what_points_elsewhere_sinks(desk: Desk) -> None:
    claim = desk.claim([desk.say("a", "the wall of the canal broke at noon", by="tolm")])
    assert importance(claim, new=True) > importance(claim)
    assert importance(claim, grave=True) > importance(claim)
    assert importance(claim) > importance(replace(claim, text="It broke at noon in the canal"))


def test_without_a_headline_the_title_says_on_whose_word(desk: Desk) -> None:
    context, claim = desk.context(), desk.claim([desk.say("a", "the wall of the canal broke at noon", by="tolm")])
    story = Story("story", "sayso 1", ("a",), (), None, None, None)
    untitled = [replace(r.article, title=None) for r in context.readings.values()]
    assert title_of(desk.context(), story, untitled, [claim]) == "Tolm: The wall of the canal broke at noon"
    assert title_of(desk.context(), story, [r.article for r in context.readings.values()], [claim]) == "sayso 1"


def test_of_a_roundup_only_the_passages_on_the_story_are_weighed() -> None:
    d = Desk()
    d.report("a", "Kalvor Post")
    d.report("b", "Morning Slate")
    own, first, second = d.say("a", "the bridge is shut"), d.say("b", "the bridge is closed"), d.say("b", "a cat slept")
    context = d.context()
    end = context.statements[second].start
    story = Story("s", "Bridge", ("a",), ("b",), None, None, None, (StoryPassage("b", 0, end, 2.0),))
    assert [s.id for s in context.of_story(story)] == [own, first]


def test_what_a_roundup_tells_of_another_event_is_a_claim_and_no_part_of_the_story() -> None:
    d = Desk()
    d.report("a", "Kalvor Post")
    d.report("b", "Morning Slate")
    d.say("a", "the bridge over the Tolm is shut")
    second = d.say("b", "the museum of clocks opens again")
    context = d.context()
    at = context.statements[second].start
    story = Story("s", "Bridge", ("a", "b"), (), None, None, None, elsewhere=(StoryPassage("b", at, at + 99, -4.0),))
    groups = [ClaimGroup(s, "s", (s,), (), (), 1.0, None, ()) for s in context.statements]
    found = weigh_story(context, story, groups)
    assert [c.elsewhere for c in found.claims] == [False, True]
    assert second not in {i for line in found.summary for i in line.statements}
    assert {i for e in found.timeline for i in e.claims} <= {found.claims[0].id}


@pytest.mark.parametrize(("text", "line"), [
    ("that its engineers had drowned 40 people", "Petra Lund denied that its engineers had drowned 40 people."),
    ("Any talk of the canal", "Petra Lund denied any talk of the canal."),
    ("building the wall", "Petra Lund denied building the wall."), ("it", "Petra Lund denied it.")])
def test_a_denial_is_told_as_the_report_writes_it(desk: Desk, text: str, line: str) -> None:
    from sayso.weigh.phrasing import answered

    id = desk.say("b", text, by="lund", response="denies", agent=text.split()[0])
    assert answered(desk.context(), desk.context().statements[id], "Petra Lund") == line


def test_a_name_that_owns_something_keeps_its_capital(desk: Desk) -> None:
    from sayso.weigh.phrasing import lower

    context = desk.context()
    id = desk.say("a", "Sarvia’s wall broke at noon", by="tolm")
    s = desk.context().statements[id]
    reading = context.readings["a"]
    mention = Mention(s.start, s.start + 6, "Sarvia", "place", None)
    named = replace(reading, article=desk.context().readings["a"].article, mentions=(mention,))
    assert lower(replace(context, readings={"a": named}), s, s.text) == "Sarvia’s wall broke at noon"
    assert lower(desk.context(), s, s.text) == "sarvia’s wall broke at noon"


def test_the_dead_of_a_threat_and_those_of_other_years_do_not_lead(desk: Desk) -> None:
    said = [desk.say("a", "40 people would die", by="sarvia", figures=(Figure("40", 40, "die"),)),
            desk.say("b", "9 people died in that winter", by="tolm", figures=(Figure("9", 9, "die"),), date="2011-12"),
            desk.say("c", "2 people died at the lock", by="tolm", figures=(Figure("2", 2, "die"),))]
    claims = [desk.claim([s]) for s in said]
    assert grave(desk.context(), claims) == {claims[2].id}


def test_a_count_of_the_dead_that_a_later_one_overtakes_is_no_longer_grave(desk: Desk) -> None:
    first = desk.group([desk.say("a", "two people were killed by the water", by="tolm", figures=(Figure("two", 2, "kill"),))])
    later = desk.group([desk.say("b", "three people were killed by the water", by="tolm", figures=(Figure("three", 3, "kill"),))])
    claims = desk.story(first, later).claims
    assert grave(desk.context(), claims) == {later.id}
    assert [c.id for c in claims] == [later.id, first.id]


def test_a_smaller_count_that_comes_later_overtakes_nothing(desk: Desk) -> None:
    first = desk.group([desk.say("a", "three people were killed by the water", by="tolm", figures=(Figure("three", 3, "kill"),))])
    later = desk.group([desk.say("b", "one man was killed by the water", by="tolm", figures=(Figure("one", 1, "kill"),))])
    assert grave(desk.context(), desk.story(first, later).claims) == {first.id, later.id}


def test_what_is_old_and_contested_is_no_background(desk: Desk) -> None:
    old = [desk.say("a", "the wall of the canal was found to be unsafe", by="lund", date="2024-04-01", agent="the wall")]
    no = desk.say("b", "any such finding", by="tolm", response="denies")
    new = desk.group([desk.say("a", "the wall of the canal broke at noon", by="tolm", agent="the wall")])
    assert desk.story(desk.group(old), new).claims[0].id == new.id
    contested = desk.group(old, denying=[no])
    story = desk.story(contested, new)
    assert story.claims[0].id == contested.id
    assert story.summary[0].text.startswith("Petra Lund said")


def test_a_first_line_says_that_its_figure_was_changed_since(desk: Desk) -> None:
    desk.report("wed", "Kalvor Post", "2026-03-04")
    desk.report("mon", "Kalvor Post", "2026-03-02")
    said = [desk.say(report, f"the night shift lasted {n} hours", by="min", figures=(Figure(str(n), n, "last", unit="hour"),))
            for report, n in (("mon", 17), ("wed", 11))]
    (line,) = desk.story(desk.group(said)).summary
    assert "A later report changed the figure: 17 before, now 11." in line.text


def test_a_name_keeps_its_capital_in_mid_sentence_wherever_the_reports_show_it_is_one(desk: Desk) -> None:
    said = desk.say("a", "Norwall was warned of rust on the sluice", by="min", agent="Norwall")
    named = desk.say("b", "they blamed the owner Norwall", by="lund")
    lines = desk.story(desk.group([said]), desk.group([named])).summary
    assert any("said Norwall was warned" in line.text for line in lines)
