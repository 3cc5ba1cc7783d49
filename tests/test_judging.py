"""What people decide stands above the machine, hangs on words, can be taken back, and is never lost."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso import pipeline
from sayso.errors import UsageError
from sayso.model.claim import Claim
from sayso.model.dossier import StoryDossier
from sayso.model.encode import encode
from sayso.pipeline import library as kept
from sayso.pipeline import looking
from sayso.pipeline.judge import Wanted, judge, undo
from sayso.settings import Settings
from sayso.store import copying, judgements
from sayso.store.library import Library

REPORTS = {
    "post": ("Kalvor Post", "The bridge at Kalvor was closed on Monday after a crack was found in a pillar, the road office said. "
             "Nine people were hurt in the crush, police said. The mayor denied that the crack was known."),
    "echo": ("Valley Echo", "Engineers shut the Kalvor bridge on Monday because of a crack in a pillar, the road office said. "
             "Hospital director Ida Roth said her ward was full of casualties. A ferry will run from "
             "Friday, the harbour master said."),
    "lantern": ("The Lantern", "A crack in a pillar closed the bridge at Kalvor on Monday, according to the road office. "
                "The union of drivers said the crack was known for a year."),
}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    for id, (outlet, text) in REPORTS.items():
        (folder / f"{id}.txt").write_text(f"---\noutlet: {outlet}\npublished: 2026-03-03\ntitle: Bridge at Kalvor closed\n---\n{text}")
    path = folder / "desk.library"
    with Library(path, create=True) as library:
        kept.add(library, pipeline.load([str(folder / f"{id}.txt") for id in REPORTS], on_error=print, on_note=print), Settings())
    return path


@pytest.fixture
def library(filled: Path, tmp_path: Path) -> Iterator[Library]:
    with Library(Path(shutil.copy(filled, tmp_path / "own.library"))) as found:
        yield found


def story(library: Library) -> StoryDossier:
    [row] = library.stories()
    return looking.brief(library, row.id).stories[0]


def claim(library: Library, words: str) -> Claim:
    found = [c for c in story(library).claims if words in c.text]
    assert found, [c.text for c in story(library).claims]
    return found[0]


def telling(library: Library, earlier: Claim) -> Claim:
    """The claim that tells now what an earlier one told."""
    [found] = [c for c in story(library).claims if earlier.statements[0] in c.statements]
    return found


def decide(library: Library, kind: str, *claims: Claim, **more: object) -> int:
    wanted = Wanted(kind, "Ada", claims=tuple(c.id for c in claims), **more)  # type: ignore[arg-type]
    return judge(library, story(library).id, wanted, Settings()).n


def state(library: Library) -> object:
    return encode(story(library))


def test_two_claims_are_made_one_and_what_they_rest_on_is_counted_anew(library: Library) -> None:
    nine, ward = claim(library, "Nine people"), claim(library, "ward was full")
    assert nine.independent_origins == 1
    decide(library, "same", nine, ward, why="both are the toll of the crush")
    one = telling(library, nine)
    assert {*nine.statements, *ward.statements} <= {*one.statements}
    assert len(one.articles) == 2
    assert [(j.kind, j.who, j.why) for j in one.judged] == [("same", "Ada", "both are the toll of the crush")]
    assert not any(c.id != one.id and ward.statements[0] in c.statements for c in story(library).claims)


def test_a_sentence_is_taken_out_of_a_claim_and_stays_out(library: Library) -> None:
    closed = max(story(library).claims, key=lambda c: len(c.articles))
    assert len(closed.articles) >= 2
    apart = closed.statements[-1:]
    decide(library, "not-same", closed, statements=apart, why="another closure")
    homes = {c.id for c in story(library).claims if apart[0] in c.statements}
    assert closed.id not in homes
    assert len(homes) == 1


def test_a_claim_that_is_none_is_gone_and_the_story_says_who_said_so(library: Library) -> None:
    ferry = claim(library, "ferry")
    decide(library, "reject", ferry, why="a demand is no claim")
    assert all("ferry" not in c.text for c in story(library).claims)
    assert [j.kind for j in story(library).judged] == ["reject"]


def test_words_are_put_on_another_s_word(library: Library) -> None:
    nine = claim(library, "Nine people")
    decide(library, "reattribute", nine, value="Red Crescent of Kalvor")
    assert [o.name for o in claim(library, "Nine people").origins] == ["Red Crescent of Kalvor"]
    assert claim(library, "Nine people").independent_origins == 1


def test_two_names_of_one_actor_are_counted_once(library: Library) -> None:
    nine, ward = claim(library, "Nine people"), claim(library, "ward was full")
    decide(library, "same", nine, ward)
    before = telling(library, nine)
    names = [o.name for o in before.origins if o.kind == "actor"]
    assert len(names) == 2
    decide(library, "same-actor", value=names[0], other=names[1])
    after = telling(library, nine)
    assert len({o.actor for o in after.origins if o.kind == "actor"}) == 1
    assert after.independent_origins <= 1


def test_what_we_confirmed_is_an_origin_of_its_own(library: Library) -> None:
    nine = claim(library, "Nine people")
    decide(library, "confirmed", nine, value="called the hospital", when="2026-03-04")
    after = claim(library, "Nine people")
    assert after.independent_origins == nine.independent_origins + 1
    [own] = [o for o in after.origins if o.kind == "check"]
    assert (own.name, own.statements) == ("our own check: called the hospital", ())
    assert after.status == "corroborated"
    assert "confirmed by our own check: called the hospital on 2026-03-04" in after.why
    assert after.statements == nine.statements


def test_what_we_knocked_down_is_disputed(library: Library) -> None:
    decide(library, "knocked-down", claim(library, "Nine people"), value="the ward was empty")
    after = claim(library, "Nine people")
    assert after.status == "disputed"
    assert after.accounts == "denied"
    assert [d.name for d in after.denied_by] == ["our own check: the ward was empty"]


def test_claims_and_stories_get_names(library: Library) -> None:
    decide(library, "rename", claim(library, "Nine people"), value="Nine were hurt in the crush on the bridge")
    decide(library, "rename-story", value="The Kalvor bridge")
    assert claim(library, "Nine were hurt in the crush").judged
    assert story(library).title == "The Kalvor bridge"
    assert library.stories()[0].title == "The Kalvor bridge"


def test_an_outlet_is_rated(library: Library) -> None:
    judge(library, None, Wanted("rate", "Ada", value="B", other="Valley Echo"), Settings())
    assert {s.outlet: s.rating for s in story(library).standing}["Valley Echo"] == "B"


def test_a_judgement_survives_a_rebuild_a_backup_and_a_new_report(library: Library, tmp_path: Path) -> None:
    nine = claim(library, "Nine people")
    decide(library, "same", nine, claim(library, "ward was full"))
    decide(library, "confirmed", telling(library, nine), value="saw the list")
    before = state(library)
    kept.rebuild(library, Settings())
    assert state(library) == before
    copying.backup(library.path, tmp_path / "saved.library")
    with Library(tmp_path / "saved.library") as saved:
        assert encode(looking.brief(saved, saved.stories()[0].id).stories[0]) == before
        assert len(judgements.ledger(saved)) == 2
    late = tmp_path / "late.txt"
    late.write_text("---\noutlet: Norpress\npublished: 2026-03-04\ntitle: Kalvor bridge\n---\n"
                    "Nine people were hurt in the crush at the Kalvor bridge, police said.")
    kept.add(library, pipeline.load([str(late)], on_error=print, on_note=print), Settings())
    one = telling(library, nine)
    assert len(one.articles) == 3
    assert {j.kind for j in one.judged} == {"same", "confirmed"}


def test_in_a_new_version_the_words_are_found_where_they_stand_now(library: Library, tmp_path: Path) -> None:
    decide(library, "knocked-down", claim(library, "Nine people"), value="asked the police")
    again(library, tmp_path, "Updated with a new photo from the river bank. " + REPORTS["post"][1])
    assert claim(library, "Nine people").status == "disputed"
    assert story(library).orphaned == ()


def test_words_that_are_gone_leave_an_orphan_that_decides_nothing(library: Library, tmp_path: Path) -> None:
    n = decide(library, "knocked-down", claim(library, "Nine people"), value="asked the police")
    again(library, tmp_path, REPORTS["post"][1].replace("Nine people were hurt in the crush, police said. ", ""))
    assert [j.n for j in story(library).orphaned] == [n]
    assert all(o.kind != "check" and not c.judged for c in story(library).claims for o in c.origins)
    again(library, tmp_path, REPORTS["post"][1] + " The river was high.")
    assert claim(library, "Nine people").status == "disputed"


def again(library: Library, folder: Path, text: str) -> None:
    """A later capture of the first report."""
    file = folder / "post.txt"
    file.write_text(f"---\noutlet: Kalvor Post\npublished: 2026-03-03\ntitle: Bridge at Kalvor closed\n---\n{text}")
    kept.add(library, pipeline.load([str(file)], on_error=print, on_note=print), Settings())


def test_an_undo_can_be_undone_and_the_ledger_keeps_all_of_it(library: Library) -> None:
    before = state(library)
    n = decide(library, "reject", claim(library, "ferry"))
    rejected = state(library)
    taken = undo(library, n, "Ada", "it is one after all", Settings()).n
    assert state(library) == before
    undo(library, taken, "Ada", "", Settings())
    assert state(library) == rejected
    assert [j.kind for j in judgements.ledger(library)] == ["reject", "undo", "undo"]
    with pytest.raises(UsageError, match="taken back already"):
        undo(library, taken, "Ada", "", Settings())
    with pytest.raises(UsageError, match="no such entry"):
        undo(library, 99, "Ada", "", Settings())


@pytest.mark.parametrize(("wanted", "said"), [
    (Wanted("same", "Ada", claims=("claim-1",)), "no such claim"), (Wanted("rename", "Ada"), "needs the words"),
    (Wanted("rate", "Ada", value="G", other="Valley Echo"), "no letter from A to F"),
    (Wanted("confirmed", "Ada", claims=("claim-1",)), "how it was established"),
    (Wanted("confirmed", "Ada", claims=("claim-1",), value="x", when="soon"), "is no date"),
    (Wanted("same-actor", "Ada", value="Nobody", other="Police"), "nobody goes by this name"),
    (Wanted("undo", "Ada"), "is no judgement")])
def test_what_says_too_little_is_refused_and_nothing_is_kept(library: Library, wanted: Wanted, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        judge(library, story(library).id, wanted, Settings())
    assert judgements.ledger(library) == []


KINDS = ("same", "not-same", "reject", "accept", "rename", "confirmed", "knocked-down", "reattribute")


@given(kinds=st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 30), st.integers(0, 30)), min_size=1, max_size=4))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_taking_everything_back_leaves_what_the_machine_found_and_no_statement_is_ever_in_two_claims(
    library: Library, kinds: list[tuple[str, int, int]],
) -> None:
    before = state(library)
    made = []
    for kind, a, b in kinds:
        claims = story(library).claims
        first, second = claims[a % len(claims)], claims[b % len(claims)]
        given = (first, second) if kind in ("same", "not-same") else (first,)
        if len({c.id for c in given}) == len(given):
            made.append(decide(library, kind, *given, value="Someone Else of Kalvor"))
        told = [s for c in story(library).claims for s in c.statements]
        affirmed = {s: sum(s in c.statements for c in story(library).claims) for s in told}
        outright = {s for c in claims for s in c.statements}
        assert all(affirmed[s] <= sum(s in c.statements for c in claims) for s in outright & set(told))
    for n in reversed(made):
        undo(library, n, "Ada", "", Settings())
    assert state(library) == before


def test_same_alone_never_makes_a_second_origin_out_of_one(library: Library) -> None:
    for first in story(library).claims:
        for second in story(library).claims:
            if first.id < second.id and {o.name for o in first.origins} == {o.name for o in second.origins}:
                n = decide(library, "same", first, second)
                joined = next(c for c in story(library).claims if {*first.statements} <= {*c.statements})
                assert joined.independent_origins <= max(first.independent_origins, second.independent_origins)
                undo(library, n, "Ada", "", Settings())


def test_a_story_without_judgements_is_told_as_it_was_before(library: Library) -> None:
    told = story(library)
    assert replace(told, judged=(), orphaned=()) == told
