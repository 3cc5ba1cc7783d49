"""What a brief says, and what it must never say."""

from __future__ import annotations

import re
from dataclasses import replace

import factory
import pytest

from sayso.model.claim import Change, Claim, Denial, Difference, DifferenceValue
from sayso.model.dossier import Dossier, NotHeard, Silence, StoryDossier, SummaryLine, TimelineEntry, Watch
from sayso.model.link import Copy, PossiblySame
from sayso.model.reading import Reading, SourceSpan
from sayso.model.span import Span
from sayso.serve.reports import build, claims, markdown, terminal
from sayso.serve.reports.refs import Refs
from sayso.serve.reports.view import BriefView, Bullets, Line, Row, Section, StoryView, Table, left, plain, strong


def lines(dossier: Dossier, title: str, everything: bool = False) -> list[str]:
    """The lines of one section of the first story, a table's cells joined by bars."""
    out: list[str] = []
    for section in build.brief(dossier, everything).stories[0].sections:
        if section.title == title:
            for block in section.blocks:
                if isinstance(block, Bullets):
                    out += [line.text for line in block.lines[:block.first]]
                    out += [f"and {left(block)}"] if left(block) else []
                elif isinstance(block, Table):
                    out += [" | ".join(cell.text for cell in row.cells) for row in block.rows[:block.first]]
                    out += [f"and {left(block)}"] if left(block) else []
                else:
                    out.append(block.line.text)
    return out


def titles(dossier: Dossier) -> list[str]:
    return [s.title for s in build.brief(dossier).stories[0].sections]


def word(claim: Claim, dossier: Dossier | None = None) -> str:
    return claims.on_whose_word(claim, Refs(dossier or factory.dossier(), ()))


def test_sections_stand_in_their_order_and_empty_ones_not_at_all() -> None:
    assert titles(factory.dossier()) == [
        "In short", "What is said, and on whose word", "Where accounts differ",
        "Possibly the same, not counted together", "Denied, declined, not known", "Figures", "Timeline", "What to watch",
        "Who is not heard", "Where to check next", "Reports read"]
    bare = factory.story(summary=(), claims=(), figures=(), timeline=(), watch=(), silences=(), not_heard=(), leads=())
    assert titles(factory.dossier(bare)) == ["Reports read"]


def test_references_name_the_report_and_the_sentence() -> None:
    assert lines(factory.dossier(), "In short") == [
        "The bridge at Kalvor closed on Monday, the road office said [a1, b1]"]


def test_many_references_show_each_report_first() -> None:
    refs = Refs(factory.dossier(), ("one", "two"))
    ids = [s.id for s in factory.STATEMENTS]
    piece = refs.of(ids)
    assert piece is not None
    assert piece.text == " [a1, a2, a3, b1, b2, b3 and 1 more]"
    assert refs.of(()) is None


def test_the_byline_tells_reports_outlets_copies_and_origins() -> None:
    assert build.brief(factory.dossier()).stories[0].byline == (
        "as of 2 March 2026 · 2 reports · 2 outlets (Kalvor Post, Valley Echo) · 1 news agency · "
        "1 shares passages with another · on the word of 4 named origins")


def test_the_byline_where_nothing_is_copied_or_named() -> None:
    articles = tuple(replace(a, outlet=None) for a in factory.dossier().articles)
    story = factory.story(outlets=0, agencies=0, named_origins=0, as_of=None)
    byline = build.brief(factory.dossier(story, copies=(), articles=articles)).stories[0].byline
    assert byline == "undated · 2 reports · outlets not named · neither copies the other · no origin is named"


def test_a_whole_copy_is_called_one() -> None:
    copy = Copy("two", "one", "whole", 1.0, (), None)
    dossier = factory.dossier(copies=(copy,))
    assert "1 is a copy of another" in build.brief(dossier).stories[0].byline
    assert lines(dossier, "Reports read")[1] == (
        "b: Valley Echo, 2 March 2026; “Title of two”; two; credits Nordwire; a copy of a")


def test_one_origin_shows_its_part_and_the_own_voice_apart() -> None:
    assert word(factory.closed()) == (
        "1 origin: Norlund (Road Office); also reported without a source by 1 outlet")


def test_separate_origins_are_told_apart_and_their_limit_is_told() -> None:
    assert word(factory.hurt()) == "2 separate origins: police · Hospital staff"
    assert lines(factory.dossier(), "What is said, and on whose word")[-1].startswith(
        "Separate origins; no link shown in these reports.")
    only = factory.story(claims=(replace(factory.closed(), possibly_same=()),))
    assert not any("no link" in x for x in lines(factory.dossier(only), "What is said, and on whose word"))


def test_relays_and_parts_of_one_component_are_one_label() -> None:
    claim = factory.claim("c", "x", ("one#s1",), independent_origins=1, origins=(
        factory.origin("Army", "one#s1", rolls_up_to="Norlund", via=("Nordwire",)),
        factory.origin("Defence Ministry", "two#s1", rolls_up_to="Norlund")))
    assert word(claim) == "1 origin: Norlund (Army and Defence Ministry), via Nordwire"


def test_own_voice_is_never_an_origin() -> None:
    own = factory.origin("Valley Echo", "two#s1", kind="outlet", independent=None)
    claim = factory.claim("c", "x", ("two#s1",), origins=(own,), own_voice_outlets=1, status="own-voice")
    assert word(claim) == "reported without a source by 1 outlet"
    assert word(replace(claim, own_voice_outlets=2)) == "reported without a source by 2 outlets"


def test_own_voice_of_reports_whose_outlet_is_not_known() -> None:
    own = factory.origin("one", "one#s1", "two#s1", kind="outlet", independent=None)
    claim = factory.claim("c", "x", ("one#s1", "two#s1"), origins=(own,), status="own-voice")
    unnamed = tuple(replace(a, outlet=None) for a in factory.dossier().articles)
    assert word(claim, factory.dossier(articles=unnamed)) == (
        "reported without a source by 2 reports, outlets not named")


def test_an_origin_that_is_not_counted_is_shown_as_such() -> None:
    claim = factory.claim("c", "x", ("one#s1",), status="unattributed",
                          origins=(factory.origin("an official", "one#s1", independent=None, access="hearsay"),))
    assert word(claim) == "not counted: an official"
    assert word(factory.claim("c", "x", ("one#s1",), status="unattributed")) == "no one is named for it"


def test_denials_and_open_answers_stand_in_the_table() -> None:
    row = lines(factory.dossier(), "What is said, and on whose word")[1]
    assert "denied: the ministry · declined to comment: The mayor" in row
    assert row.endswith("disputed, 2 separate origins, figures differ")


def test_a_claim_hedged_throughout_says_so() -> None:
    hedged = tuple(replace(s, certainty="possible") for s in factory.STATEMENTS)
    refs = Refs(factory.dossier(statements=hedged), ())
    assert "said with a hedge" in claims.standing(factory.closed(), refs)
    one_certain = (*hedged[:1], *factory.STATEMENTS[1:])
    assert "hedge" not in claims.standing(factory.closed(), Refs(factory.dossier(statements=one_certain), ()))


def test_only_the_first_claims_are_shown_and_the_rest_counted() -> None:
    many = tuple(replace(factory.closed(), id=f"c{n}", possibly_same=()) for n in range(15))
    dossier = factory.dossier(factory.story(claims=many))
    shown = lines(dossier, "What is said, and on whose word")
    assert len(shown) == 13
    assert shown[-1] == "and 3 more claims"
    text = terminal.render(build.brief(dossier), 100, False)
    assert "and 3 more claims: --all shows them, --format json has them." in text
    assert len(lines(dossier, "What is said, and on whose word", everything=True)) == 15


def test_a_doubtful_pair_is_shown_once_with_both_texts() -> None:
    second = replace(factory.hurt(), possibly_same=(PossiblySame("c1", 0.6, "one place"),))
    dossier = factory.dossier(factory.story(claims=(factory.closed(), second)))
    assert lines(dossier, "Possibly the same, not counted together") == [
        "The bridge at Kalvor closed on Monday [a1, b1] — and: Nine people were hurt [a2, b2]"]


def test_what_may_be_the_same_as_several_is_one_line() -> None:
    like = tuple(PossiblySame(f"c{n}", 0.6, "") for n in range(2, 7))
    others = tuple(factory.claim(f"c{n}", f"The road to village number {n} was shut", ("two#s1",)) for n in range(2, 7))
    (line,) = lines(factory.dossier(factory.story(claims=(replace(factory.closed(), possibly_same=like), *others))),
                    "Possibly the same, not counted together")
    assert line.count("The bridge at Kalvor") == 1
    assert line.count("The road to village") == 3
    assert line.endswith("; and 2 more")


def test_differences_quote_both_wordings_and_who_gave_them() -> None:
    (line,) = lines(factory.dossier(), "Where accounts differ")
    assert line == ("Figures differ. Nine people were hurt: "
                    "Kalvor Post, on the word of police: “Nine people were hurt, police said” [a2]; "
                    "Valley Echo, on the word of Hospital staff: “Hospital staff said 14 people were hurt” [b2]. "
                    "Both count people hurt on Monday.")


@pytest.mark.parametrize(("kind", "head"), [
    ("update", "Figures differ, apart in time."), ("different-scope", "Figures that only seem to differ."),
    ("refinement", "Figures that agree, one is more exact.")])
def test_what_is_no_conflict_is_not_called_one(kind: str, head: str) -> None:
    first = factory.hurt().differences[0]
    claim = replace(factory.hurt(), differences=(replace(first, kind=kind),))  # type: ignore[arg-type]
    assert lines(factory.dossier(factory.story(claims=(claim,))), "Where accounts differ")[0].startswith(head)


def test_conflicts_come_first_and_a_value_without_a_source_names_the_outlet() -> None:
    value = DifferenceValue("Monday", factory.anchor("two", "on Monday"), ("two#s1",), ())
    other = DifferenceValue("Monday", factory.anchor("one", "on Monday"), ("one#s1",), ("the road office",))
    refined = Difference("date", "refinement", (value, other), "")
    claim = replace(factory.hurt(), differences=(refined, *factory.hurt().differences))
    found = lines(factory.dossier(factory.story(claims=(claim,))), "Where accounts differ")
    assert found[0].startswith("Figures differ.")
    assert "Valley Echo, without a source: “The bridge at Kalvor closed on Monday” [b1]" in found[1]


def test_an_answer_is_told_once_with_what_it_is_about() -> None:
    assert lines(factory.dossier(), "Denied, declined, not known") == [
        "The ministry denied: “No warning reached us” [b3] — about: Nine people were hurt",
        "The mayor declined to comment [a3] — asked about: Nine people were hurt"]


def test_not_denying_is_not_confirming() -> None:
    claim = replace(factory.hurt(), denied_by=(), left_open_by=(
        replace(factory.hurt().left_open_by[0], response="does-not-deny"),))
    (line,) = lines(factory.dossier(factory.story(claims=(claim,), silences=())), "Denied, declined, not known")
    assert line.startswith("The mayor did not deny the mayor declined to comment [a3]")


def test_words_that_go_on_from_the_verb_are_no_quotation() -> None:
    silent = factory.statement("9", "one", "declined to comment", factory.STATEMENTS[2].origins[0])
    story = factory.story(claims=(), silences=(Silence("mayor", None, "does-not-say", (silent.id,)),))
    dossier = factory.dossier(story, statements=(*factory.STATEMENTS, silent))
    assert lines(dossier, "Denied, declined, not known") == ["The mayor did not say declined to comment [a3]"]


def test_who_is_not_heard_speaks_of_the_reports_read_only() -> None:
    assert lines(factory.dossier(), "Who is not heard") == [
        "Halden Works: named in 1 of the 2 reports read, quoted in none of them"]
    story = factory.story(not_heard=(NotHeard("builder", ("one", "two")),), unread=("two",))
    both = factory.story(not_heard=(NotHeard("builder", ("one", "two")),))
    assert lines(factory.dossier(both), "Who is not heard")[0].endswith("in both reports read, quoted in none of them")
    assert lines(factory.dossier(story), "Who is not heard")[-1].startswith(
        "1 report not read (b in English)")


def test_conditions_and_plans() -> None:
    assert lines(factory.dossier(), "What to watch") == [
        "1 April 2026: The bridge opens again (on the word of the road office) [a1] — the date has passed; "
        "these reports do not say whether it came about",
        "If rain goes on: the valley will be cleared (on the word of The mayor) [b4]"]


def test_a_timeline_of_one_day_is_none() -> None:
    story = factory.story(timeline=factory.story().timeline[:1])
    assert "Timeline" not in titles(factory.dossier(story))


def several() -> Dossier:
    small = replace(factory.story(), id="story-2", title="Small fire", articles=("two",))
    return factory.dossier(small, factory.story())


def test_several_stories_the_largest_first_with_a_list_on_top() -> None:
    view = build.brief(several())
    assert [s.title for s in view.stories] == ["Bridge at Kalvor closed", "Small fire"]
    assert [line.text for line in view.overview] == [
        "1. Bridge at Kalvor closed — 2 reports, as of 2 March 2026", "2. Small fire — 1 report, as of 2 March 2026"]
    assert build.brief(factory.dossier()).overview == ()


def test_a_long_list_of_stories_is_cut_and_the_rest_counted() -> None:
    many = [replace(factory.story(), id=f"story-{n}", title=f"Fire {n}") for n in range(20)]
    text = terminal.render(build.brief(factory.dossier(*many)), 80, False)
    assert text.split("\n")[12] == "and 8 more stories below"
    assert "20. Fire 19" in text


@pytest.mark.parametrize("width", [80, 100])
def test_the_first_screen_is_short(example: Dossier, width: int) -> None:
    text = terminal.render(build.brief(example), width, False)
    assert text.split("\n").index("WHAT IS SAID, AND ON WHOSE WORD") <= 25


def test_a_brief_of_two_hundred_reports_is_no_longer_than_one_can_read() -> None:
    reports = tuple(factory.article(f"r{n}", factory.TEXTS["one"], f"Outlet {n}") for n in range(200))
    many = tuple(replace(factory.closed(), id=f"c{n}", text=f"The bridge at Kalvor closed on day {n}") for n in range(900))
    story = factory.story(articles=tuple(a.id for a in reports), claims=many)
    dossier = factory.dossier(story, articles=reports, readings=tuple(map(factory.reading, reports)), statements=())
    text = terminal.render(build.brief(dossier), 80, False)
    assert "and 888 more claims" in text
    assert "and 170 more reports" in text
    assert text.count("\n") < 260


@pytest.mark.parametrize("width", [40, 60, 99, 100, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    for line in terminal.render(build.brief(several()), width, False).split("\n"):
        assert len(line) <= width


def test_plain_text_has_no_escape_sequences_and_styled_text_says_the_same() -> None:
    view = build.brief(several())
    bare, styled = terminal.render(view, 100, False), terminal.render(view, 100, True)
    assert "\x1b" not in bare
    assert "\x1b[1m" in styled
    assert "3" not in {part[:1] for part in styled.split("\x1b[")[1:]}
    assert "Hospital" in bare


def hostile() -> StoryDossier:
    return factory.story(
        title="# A | B <script>",
        summary=(SummaryLine("1. [x](http://evil.example) *loud* `code` | \x1b[2Jcell\n# head", ("one#s1",)),))


def test_a_reports_text_never_becomes_markup() -> None:
    text = markdown.render(build.brief(factory.dossier(hostile())))
    assert text.startswith("# \\# A \\| B \\<script\\>\n")
    assert "- 1\\. \\[x\\](http\\://evil.example) \\*loud\\* \\`code\\` \\| \\[2Jcell \\# head [a1]" in text


def test_emphasis_keeps_the_spaces_around_it() -> None:
    line = Line((plain("The dam"), strong(" — and: "), plain("the wall")))
    view = BriefView((), (StoryView("A", "b", (Section("x", "X", (Bullets((line,)),)),)),))
    assert "- The dam **— and:** the wall" in markdown.render(view)


def test_a_reports_text_never_moves_the_cursor() -> None:
    text = terminal.render(build.brief(factory.dossier(hostile())), 80, False)
    assert "\x1b" not in text
    assert "[x](http://evil.example) *loud*" in text


def test_markdown_tables_have_as_many_cells_as_heads() -> None:
    text = markdown.render(build.brief(factory.dossier()))
    rows = [x for x in text.split("\n") if x.startswith("|")]
    assert len(rows) == 4
    assert {x.replace("\\|", "").count("|") for x in rows} == {6}


def test_a_line_is_the_sum_of_its_pieces() -> None:
    for story in build.brief(factory.dossier()).stories:
        for section in story.sections:
            for block in section.blocks:
                if isinstance(block, Bullets):
                    assert all(isinstance(x, Line) and x.text.strip() for x in block.lines)


def test_a_day_is_told_on_the_word_of_those_who_count_in_its_row() -> None:
    """The office stands behind the claim's words; the mayor only said something near them."""
    story = factory.story()
    claim = story.claims[0]
    entry = TimelineEntry("2026-03-01", claim.text, (claim.id,), "past")
    other = TimelineEntry("2026-03-02", "The mayor opens the new town hall", (story.claims[1].id,), "past")
    counted = replace(story, timeline=(entry, other))
    assert "(on the word of the road office)" in lines(replace(factory.dossier(), stories=(counted,)), "Timeline")[0]
    aside = replace(claim, independent_origins=0, origins=tuple(replace(o, independent=None) for o in claim.origins))
    uncounted = replace(counted, claims=(aside, *story.claims[1:]))
    assert "(no source given)" in lines(replace(factory.dossier(), stories=(uncounted,)), "Timeline")[0]


def test_a_timeline_leaves_out_what_cannot_be_read_and_days_after_the_last_report() -> None:
    entries = (TimelineEntry("2026-03-01", "It was built of stone and wood", ("c1",), "past"),
               TimelineEntry("2027-01-01", "The mayor opens the new town hall", ("c1",), "past"), *factory.story().timeline)
    dossier = factory.dossier(factory.story(timeline=entries))
    assert [x.split(":")[0] for x in lines(dossier, "Timeline")] == ["2 March 2026", "1 April 2026", "and 2 more entries"]
    assert len(lines(dossier, "Timeline", everything=True)) == 4


def test_an_indirect_question_is_nothing_to_watch() -> None:
    asked = replace(factory.story().watch[0], then=factory.anchor("two", "the mayor said"))
    dossier = factory.dossier(factory.story(watch=(asked, factory.story().watch[1])))
    found = lines(dossier, "What to watch")
    assert found[0].startswith("1 April 2026")
    assert found[1:] == ["and 1 more entry"]


def conditional(condition: str, then: str) -> Watch:
    at = factory.anchor("two", "If rain goes on")
    return replace(factory.story().watch[0], if_=replace(at, text=condition), then=replace(at, text=then))


@pytest.mark.parametrize(("condition", "then"), [
    ("If the sluice had not jammed", "the valley would be dry"),
    ("If the wall were higher", "it could hold the river"),
    ("If rain goes on", "who will pay for all this?"),
    ("If rain goes on", "the valley will --"),
    ("If rain goes on", "if the wall will hold at all")])
def test_what_is_imagined_asked_or_broken_off_is_nothing_to_watch(condition: str, then: str) -> None:
    story = factory.story(watch=(conditional(condition, then),))
    assert "What to watch" not in titles(factory.dossier(story))


def test_one_condition_is_watched_once() -> None:
    first = conditional("If rain goes on in the valley", "the valley will be cleared")
    again = conditional("If rain goes on", "the mayor will close the road")
    story = factory.story(watch=(first, again))
    assert lines(factory.dossier(story), "What to watch")[1:] == ["and 1 more entry"]


def test_one_difference_of_two_claims_is_told_once() -> None:
    again = replace(factory.hurt(), id="c3", text="People were hurt at the bridge")
    dossier = factory.dossier(factory.story(claims=(factory.hurt(), again)))
    assert len(lines(dossier, "Where accounts differ", everything=True)) == 1


def test_of_figures_of_one_day_none_is_the_latest() -> None:
    same = factory.story(figures=(factory.figure(),))
    assert "the latest" not in lines(factory.dossier(same), "Figures")[0]
    older = replace(factory.figure().values[0], as_of="2026-03-01")
    story = factory.story(figures=(replace(factory.figure(), values=(older, factory.figure().values[1])),))
    assert "14 (Hospital staff, as of 2 March 2026, the latest)" in lines(factory.dossier(story), "Figures")[0]


def test_what_was_not_said_keeps_the_reports_own_verb() -> None:
    text = "The mill did not name the driver. The mayor was there."
    a = factory.article("three", text, "Tolm Times")
    cue, source = text.index("did not name"), SourceSpan(0, 8, "The mill", None, None)
    content = Span(text.index("the driver"), text.index("the driver") + 10, "the driver")
    found = replace(factory.quotation(factory.article("one", "“Never heard of it,” he said.", None))[0], id="three#a1", source=source,
                    cue=Span(cue, cue + 12, "did not name"), content=content, spans=(content.range,), verbatim=(),
                    type="indirect", act="refuse", response="does-not-say")
    said = replace(factory.STATEMENTS[0], id="three#s1", article="three", start=content.start, end=content.end, text="the driver",
                   spans=(content.range,), attributions=("three#a1",))
    base = factory.dossier(factory.story(claims=(), silences=(Silence("the mill", None, "does-not-say", ("three#s1",)),)))
    dossier = replace(base, articles=(*base.articles, a), statements=(*base.statements, said), readings=(
        *base.readings, Reading(a, sentences=factory.sentences(text), attributions=(found,))))
    assert lines(dossier, "Denied, declined, not known") == ["The mill did not name the driver [c1]"]


def test_a_difference_in_one_sentence_is_none_to_a_reader() -> None:
    value = factory.hurt().differences[0].values[0]
    claim = replace(factory.hurt(), differences=(Difference("figure", "conflict", (value, value), ""),))
    assert "Where accounts differ" not in titles(factory.dossier(factory.story(claims=(claim,))))


def test_what_could_not_be_read_is_told_with_its_reason() -> None:
    view = build.brief(factory.dossier(), failures=["notes.bin: is no text; give a text file"])
    assert terminal.render(view, 80, False).endswith("NOT READ\n- notes.bin: is no text; give a text file\n")
    assert markdown.render(view).endswith("## Not read\n- notes.bin: is no text; give a text file\n")


def test_names_that_name_nobody_are_not_printed() -> None:
    refs = Refs(factory.dossier(), ())
    assert refs.names(["unattributed", "they", "Kalvor Post", "road office", "police", "Mayor Lind"]) == [
        "the road office", "police", "Mayor Lind"]


def test_a_claim_opens_on_its_origins_and_the_way_it_came() -> None:
    (section,) = (s for s in build.brief(factory.dossier()).stories[0].sections if s.key == "said")
    table = section.blocks[0]
    assert isinstance(table, Table)
    opened = table.rows[0].opened
    assert opened is not None
    assert opened.graph is not None
    assert [n.name for n in opened.graph.nodes] == [
        "Road Office, for Norlund", "a · Kalvor Post", "no source given", "b · Valley Echo"]
    assert opened.graph.words == ("Road Office, for Norlund (stated it): Kalvor Post (a)", "No source given: Valley Echo (b)")


def changed(*steps: Change) -> Row:
    claim = replace(factory.hurt(), accounts="agree", history=steps)
    section = build.brief(factory.dossier(factory.story(claims=(claim,)))).stories[0].sections[1]
    assert isinstance(section.blocks[0], Table)
    return section.blocks[0].rows[0]


FIRST = Change("2026-03-02", "one", "one#s2", "first-said", "", None)


def test_a_claim_tells_how_it_changed_in_its_row_and_opened_with_the_sentences() -> None:
    row = changed(FIRST, Change("2026-03-04", "two", "two#s2", "corrected", "9 before, now 14", "one#s2"))
    assert row.cells[4].text.endswith("; figure changed on 4 March 2026: 9 before, now 14")
    assert row.opened is not None
    assert [line.text for line in row.opened.why] == [
        "First in these reports on 2 March 2026: on the word of police [a2]",
        "Figure changed on 4 March 2026: 9 before, now 14 [a2, b2]"]


def test_a_claim_that_did_not_change_says_nothing_of_it_in_its_row() -> None:
    assert ";" not in changed(FIRST).cells[4].text


def test_a_reference_knows_the_words_it_rests_on() -> None:
    refs = Refs(factory.dossier(), ("one", "two"))
    piece = refs.of(["one#s2"], [factory.anchor("two", "14 people")])
    assert piece is not None
    assert [(p.letter, p.number, [factory.TEXTS[p.article][a:b] for a, b in p.ranges]) for p in piece.places] == [
        ("a", 2, ["Nine people were hurt"]), ("b", 2, ["14 people"])]


def test_a_denial_of_it_says_of_what() -> None:
    no = factory.statement("9", "two", "it", factory.STATEMENTS[5].origins[0])
    claim = replace(factory.hurt(), denied_by=(Denial("the ministry", (no.id,)),), left_open_by=())
    dossier = factory.dossier(factory.story(claims=(claim,), silences=()), statements=(*factory.STATEMENTS, no))
    (line,) = lines(dossier, "Denied, declined, not known")
    assert re.sub(r" \[.*?\]", "", line) == "The ministry denied it — about: Nine people were hurt"


@pytest.mark.parametrize("text", ["That", "Her office had been warned"])
def test_what_is_only_denied_and_cannot_be_read_alone_is_no_row_of_its_own(text: str) -> None:
    denied = (Denial("the mill", ("one#s1",)),)
    story = factory.story(claims=(factory.claim("c", "The gate fell", ("one#s1",)), factory.claim("d", text, (), denied_by=denied)))
    said = lines(factory.dossier(story), "What is said, and on whose word")
    assert [row.split(" [")[0] for row in said] == ["The gate fell"]


def test_what_is_only_denied_opens_on_the_denial() -> None:
    denied = (Denial("the mill", ("one#s1",)),)
    story = factory.story(claims=(factory.claim("d", "The mill had opened its gates", (), denied_by=denied),))
    (said,) = lines(factory.dossier(story), "What is said, and on whose word")
    assert said.startswith("The mill had opened its gates [a1]")


def test_a_dated_condition_is_watched_with_its_condition_alone_and_what_came_about_first() -> None:
    dated = replace(factory.story().watch[0], kind="scheduled", if_=None, then=None, text="The valley will be cleared if rain goes on",
                    statements=("two#s9",))
    first = replace(conditional("If rain goes on", "the valley will be cleared"), statements=("two#s9",), state="open")
    came = replace(conditional("If the wall breaks", "the mill will close"), state="claimed", met_by=(factory.hurt().id,))
    found = lines(factory.dossier(factory.story(watch=(dated, first, came))), "What to watch")
    assert [" — said to have come about [" in line for line in found[:2]] == [True, False]
    assert found[2:] == ["and 1 more entry"]


def test_what_was_declined_keeps_its_question() -> None:
    text = "The mill declined to say when the gate was seen to."
    a, start = factory.article("three", text, "Tolm Times"), text.index("when")
    said = replace(factory.STATEMENTS[0], id="three#s1", article="three", start=start, end=len(text) - 1, text=text[start:-1],
                   spans=((start, len(text) - 1),))
    base = factory.dossier(factory.story(claims=(), silences=(Silence("the mill", None, "declines", ("three#s1",)),)))
    dossier = replace(base, articles=(*base.articles, a), statements=(*base.statements, said),
                      readings=(*base.readings, Reading(a, sentences=factory.sentences(text))))
    assert lines(dossier, "Denied, declined, not known") == ["The mill declined to say when the gate was seen to [c1]"]
