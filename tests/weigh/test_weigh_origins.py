"""On whose word, and how many: the counting that everything else rests on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from weigh_factory import Desk

from sayso.data.media import is_medium
from sayso.model.link import ClaimGroup
from sayso.settings import RollUp, Settings, Source, Sources
from sayso.weigh.claims import weigh_claim
from sayso.weigh.origins import origins_of, own_voice_outlets

# One claim in words that share no run of four: what two governments would each say for themselves.
WORDS = (
    "the canal at Orvast was shut on Sunday night",
    "Orvast canal has been closed to all ships",
    "no vessel may pass the waterway any more",
    "they have locked the canal gates near Orvast",
    "shipping through Orvast came to a halt",
    "traffic on the canal ended before dawn",
)


@pytest.fixture
def desk() -> Desk:
    """Two countries, a ministry and its spokesman, and four reports by four outlets."""
    d = Desk()
    d.actor("sarvia", "Sarvia", kind="place")
    d.actor("ministry", "Ministry of Canals", of="sarvia")
    d.actor("spokesman", "Ivo Brandt", of="ministry", kind="person")
    d.actor("tolm", "Tolm", kind="place")
    d.actor("agency", "Reuters")
    d.actor("paper", "Orvast Daily News")
    for report, outlet in (("a", "Kalvor Post"), ("b", "Valley Echo"), ("c", "Coast Radio"), ("d", None)):
        d.report(report, outlet)
    return d


def test_two_outlets_resting_on_one_ministry_are_one_origin(desk: Desk) -> None:
    said = [desk.say(r, w, by="ministry") for r, w in zip("abc", WORDS, strict=False)]
    assert desk.count(said) == 1
    assert desk.claim(said).status == "single-origin"


def test_a_spokesman_his_ministry_and_its_country_are_one(desk: Desk) -> None:
    said = [
        desk.say("a", WORDS[0], by="spokesman"),
        desk.say("b", WORDS[1], by="ministry"),
        desk.say("c", WORDS[2], by="sarvia"),
    ]
    claim = desk.claim(said)
    assert claim.independent_origins == 1
    assert [o.name for o in claim.origins] == ["Ivo Brandt", "Ministry of Canals", "Sarvia"]
    assert {o.rolls_up_to or o.name for o in claim.origins} == {"Sarvia"}
    assert {o.independent for o in claim.origins} == {0}


def test_two_governments_are_two(desk: Desk) -> None:
    said = [desk.say("a", WORDS[0], by="sarvia"), desk.say("b", WORDS[1], by="tolm")]
    claim = desk.claim(said)
    assert (claim.independent_origins, claim.status) == (2, "corroborated")
    assert {o.independent for o in claim.origins} == {0, 1}


def test_two_governments_in_one_article_are_two(desk: Desk) -> None:
    assert desk.count([desk.say("a", WORDS[0], by="sarvia"), desk.say("a", WORDS[1], by="tolm")]) == 2


def test_two_sources_named_only_together_are_one(desk: Desk) -> None:
    assert (
        desk.count([desk.say("a", WORDS[0], by=("sarvia", "tolm")), desk.say("b", WORDS[1], by=("sarvia", "tolm"))])
        == 1
    )


def test_one_of_a_pair_heard_alone_does_not_make_it_two(desk: Desk) -> None:
    assert desk.count([desk.say("a", WORDS[0], by=("sarvia", "tolm")), desk.say("b", WORDS[1], by="sarvia")]) == 1


def test_a_pair_of_which_each_is_heard_alone_is_two(desk: Desk) -> None:
    assert (
        desk.count(
            [
                desk.say("a", WORDS[0], by=("sarvia", "tolm")),
                desk.say("b", WORDS[1], by="sarvia"),
                desk.say("c", WORDS[2], by="tolm"),
            ]
        )
        == 2
    )


def test_a_relay_and_whom_it_cites_are_one(desk: Desk) -> None:
    said = [
        desk.say("a", WORDS[0], by="sarvia"),
        desk.say("b", WORDS[1], by="sarvia", via=("tolm",)),
        desk.say("c", WORDS[2], by="tolm"),
    ]
    assert desk.count(said) == 1
    origin = desk.origin(said, "Sarvia")
    assert origin.via == ("Tolm",)


def test_a_nested_source_relays_what_it_cites(desk: Desk) -> None:
    said = [desk.say("a", WORDS[0], by="sarvia", outer=("tolm",)), desk.say("b", WORDS[1], by="tolm")]
    assert desk.count(said) == 1


def test_the_country_of_a_relay_is_a_relay_too(desk: Desk) -> None:
    """Tolm cites Sarvia; what Tolm's harbour office then says on its own adds nothing that is shown to be its own."""
    desk.actor("harbour", "Harbour Office", of="tolm")
    said = [desk.say("a", WORDS[0], by="sarvia", via=("tolm",)), desk.say("b", WORDS[1], by="harbour")]
    assert desk.count(said) == 1


def test_a_spokesman_who_relays_stands_for_his_country(desk: Desk) -> None:
    """Sarvia's spokesman passes on what Tolm says: Sarvia saying it elsewhere is the same word."""
    said = [desk.say("a", WORDS[0], by="tolm", outer=("spokesman",)), desk.say("b", WORDS[1], by="sarvia")]
    assert desk.count(said) == 1


@pytest.mark.parametrize(
    "word", ["Officials", "Police", "Residents", "Investigators", "Authorities", "Witnesses", "Sources", "Diplomats"]
)
def test_a_noun_that_is_great_at_the_head_of_its_sentence_is_no_name(desk: Desk, word: str) -> None:
    desk.actor("they", word, kind="group")
    assert desk.count([desk.say("a", WORDS[0], by="they"), desk.say("b", WORDS[1], by="sarvia")]) == 1


@pytest.mark.parametrize("described", ["Officials and witnesses in Lyon", "Doctors at Saint Luke", "Residents near Tolm"])
def test_the_name_of_where_they_are_is_not_theirs(desk: Desk, described: str) -> None:
    desk.actor("they", described, kind="group")
    assert desk.count([desk.say("a", WORDS[0], by="they"), desk.say("b", WORDS[1], by="sarvia")]) == 1


@pytest.mark.parametrize("name", ["Pentagon", "Hydrovest", "Taliban", "NATO", "Institute of Rivers", "North Clinic in Tolm"])
def test_a_body_of_one_word_is_named(desk: Desk, name: str) -> None:
    desk.actor("body", name)
    assert desk.count([desk.say("a", WORDS[0], by="body"), desk.say("b", WORDS[1], by="sarvia")]) == 2


@pytest.mark.parametrize("described", [("two officials", "a diplomat"), ("a source", "people close to the talks")])
def test_unnamed_sources_never_add_up(desk: Desk, described: tuple[str, str]) -> None:
    said = [desk.say(r, w, by=x) for r, w, x in zip("ab", WORDS, described, strict=False)]
    assert desk.count(said) == 1


def test_described_actors_never_add_up_nor_add_to_a_named_one(desk: Desk) -> None:
    desk.actor("police", "Local police")
    desk.actor("company", "a company spokesman", kind="person")
    desk.actor("officials", "Sarvian officials", kind="group")
    described = [
        desk.say("a", WORDS[0], by="police"),
        desk.say("b", WORDS[1], by="company"),
        desk.say("c", WORDS[2], by="officials"),
    ]
    assert desk.count(described) == 1
    assert desk.count([*described, desk.say("a", WORDS[3], by="tolm")]) == 1


def test_two_named_and_many_described_are_two(desk: Desk) -> None:
    said = [
        desk.say("a", WORDS[0], by="sarvia"),
        desk.say("b", WORDS[1], by="tolm"),
        desk.say("c", WORDS[2], by="a source"),
        desk.say("d", WORDS[3], by="two officials"),
    ]
    assert desk.count(said) == 2


def test_a_medium_adds_nothing_to_a_named_source(desk: Desk) -> None:
    said = [
        desk.say("a", WORDS[0], by="sarvia"),
        desk.say("b", WORDS[1], by="paper"),
        desk.say("c", WORDS[2], by="agency"),
    ]
    assert desk.count(said) == 1


def test_outlets_that_cite_one_another_are_no_origins(desk: Desk) -> None:
    desk.actor("post", "Kalvor Sentinel", kind="person")
    desk.actor("echo", "valley-echo.com", kind="other")
    desk.report("s", "The Kalvor Sentinel")
    circle = [desk.say("b", WORDS[0], by="post"), desk.say("s", WORDS[1], by="echo")]
    assert desk.count(circle) == 1
    assert desk.count([*circle, desk.say("c", WORDS[2], by="sarvia")]) == 1


def test_a_body_that_publishes_its_own_word_stays_an_origin(desk: Desk) -> None:
    desk.report("own", "Ministry of Canals", kind="document")
    assert desk.count([desk.say("own", WORDS[0], by="ministry"), desk.say("b", WORDS[1], by="tolm")]) == 2


def test_agency_copy_adds_nothing_to_a_named_source_and_two_media_are_one(desk: Desk) -> None:
    wire = desk.say("b", WORDS[1], by="agency", kind="agency")
    assert desk.count([desk.say("a", WORDS[0], by="sarvia"), wire]) == 1
    assert desk.count([wire, desk.say("c", WORDS[2], by="paper")]) == 1


def test_evidence_counts_and_two_pictures_do_not_add_up(desk: Desk) -> None:
    seen = [
        desk.say("a", WORDS[0], by="satellite images", kind="evidence"),
        desk.say("b", WORDS[1], by="a video", kind="evidence"),
    ]
    assert desk.count(seen) == 1
    assert desk.count([*seen, desk.say("c", WORDS[2], by="sarvia")]) == 2


def test_hearsay_is_no_origin(desk: Desk) -> None:
    said = [desk.say("a", WORDS[0], kind="unattributed"), desk.say("b", WORDS[1], kind="unattributed")]
    claim = desk.claim(said)
    assert (claim.independent_origins, claim.status) == (0, "unattributed")
    assert desk.origin(said, "unattributed").access == "hearsay"
    assert desk.count([*said, desk.say("c", WORDS[2], by="sarvia")]) == 1


def test_an_outlets_own_voice_counts_among_outlets_only(desk: Desk) -> None:
    own = [desk.say("a", WORDS[0]), desk.say("b", WORDS[1]), desk.say("c", WORDS[2])]
    claim = desk.claim(own)
    assert (claim.independent_origins, claim.own_voice_outlets, claim.status) == (0, 3, "own-voice")
    assert all(o.independent is None for o in claim.origins)
    assert desk.count([*own, desk.say("a", WORDS[3], by="sarvia")]) == 1


def test_an_outlet_counts_once_and_an_unknown_one_not_at_all(desk: Desk) -> None:
    desk.report("a2", "KALVOR POST")
    own = [desk.say("a", WORDS[0]), desk.say("a2", WORDS[1]), desk.say("a", WORDS[2]), desk.say("d", WORDS[3])]
    assert desk.claim(own).own_voice_outlets == 1
    assert desk.claim(own[3:]).own_voice_outlets == 0


def test_copies_count_once_whichever_stands_first(desk: Desk) -> None:
    own = [desk.say("c", WORDS[0]), desk.say("a", WORDS[0]), desk.say("b", WORDS[0])]
    desk.copy("a", "c")
    desk.copy("b", "c")
    context = desk.context()
    assert own_voice_outlets(context, [context.statements[i] for i in own]) == 1
    assert own_voice_outlets(context, [context.statements[i] for i in own[1:]]) == 1
    assert own_voice_outlets(context, [context.statements[i] for i in reversed(own)]) == 1


def test_a_passage_that_is_copied_counts_once_and_the_rest_by_itself(desk: Desk) -> None:
    first, copied, own = desk.say("a", WORDS[0]), desk.say("b", WORDS[0]), desk.say("b", WORDS[1])
    desk.copy("b", "a", ((0, len(WORDS[0]), 0, len(WORDS[0])),))
    assert desk.claim([first, copied]).own_voice_outlets == 1
    assert desk.claim([first, own]).own_voice_outlets == 2


OWNED = Sources(tuple(Source(f"Puppet {k}", owner="Adria Media") for k in range(10)))


def test_ten_outlets_of_one_owner_are_one_voice() -> None:
    counts = []
    for sources in (OWNED, Sources()):
        d = Desk(Settings(sources=sources))
        for k in range(6):
            d.report(f"p{k}", f"Puppet {k}")
        counts.append(d.claim([d.say(f"p{k}", WORDS[k]) for k in range(6)]).own_voice_outlets)
    assert counts == [1, 6]


def test_an_outlet_and_its_address_are_one(desk: Desk) -> None:
    desk.report("e", "kalvorpost.com")
    assert desk.claim([desk.say("a", WORDS[0]), desk.say("e", WORDS[1])]).own_voice_outlets == 1


def test_two_outlets_that_fill_one_template_are_one_voice(desk: Desk) -> None:
    told = "the canal at Orvast was shut on Sunday night for all ships"
    assert desk.claim([desk.say("a", f"readers hear that {told}"), desk.say("b", f"{told}, we learn")]).own_voice_outlets == 1
    assert desk.claim([desk.say("a", told), desk.say("b", WORDS[1])]).own_voice_outlets == 2


def test_the_users_letter_stands_with_the_origin() -> None:
    d = Desk(Settings(sources=Sources((Source("Sarvia", rating="C"), Source("Kalvor Post", rating="B")))))
    d.actor("sarvia", "Sarvia", kind="place")
    d.report("a", "kalvor-post.com")
    d.report("b", "Valley Echo")
    said = [d.say("a", WORDS[0], by="sarvia"), d.say("a", WORDS[1]), d.say("b", WORDS[2])]
    claim = d.claim(said)
    assert {(o.name, o.rating) for o in claim.origins} == {("Sarvia", "C"), ("kalvor-post.com", "B"), ("Valley Echo", "F")}
    standing = d.story(d.group(said)).standing
    assert [(x.outlet, x.rating, x.owner) for x in standing] == [("Valley Echo", "F", None), ("kalvor-post.com", "B", None)]


@pytest.mark.parametrize(("roll_up", "count"), [("country", 1), ("body", 2), ("none", 3)])
def test_how_far_origins_are_rolled_up(roll_up: RollUp, count: int) -> None:
    d = Desk(Settings(roll_up=roll_up))
    d.actor("sarvia", "Sarvia", kind="place")
    d.actor("ministry", "Ministry of Canals", of="sarvia")
    d.actor("spokesman", "Ivo Brandt", of="ministry", kind="person", role="spokesman")
    d.report("a", "Kalvor Post")
    assert d.count([d.say("a", w, by=x) for w, x in zip(WORDS, ("sarvia", "ministry", "spokesman"), strict=False)]) == count


def test_one_that_the_user_counts_apart_is_not_rolled_up() -> None:
    d = Desk(Settings(sources=Sources((Source("Ministry of Canals", apart=True),))))
    d.actor("sarvia", "Sarvia", kind="place")
    d.actor("ministry", "Ministry of Canals", of="sarvia")
    d.report("a", "Kalvor Post")
    assert d.count([d.say("a", WORDS[0], by="sarvia"), d.say("a", WORDS[1], by="ministry")]) == 2


LONG = "we heard the lock gates break at about nine and then the water came over the wall"


def test_one_long_quotation_on_the_word_of_two_is_one_speech(desk: Desk) -> None:
    desk.actor("warden", "Petra Lund", kind="person")
    desk.actor("council", "Orvast Council")
    said = [
        desk.say("a", LONG, by="warden", direct=True),
        desk.say("b", "“" + LONG.upper() + "”", by="council", direct=True),
    ]
    assert desk.count(said) == 1


def test_the_same_thing_in_their_own_words_is_two(desk: Desk) -> None:
    desk.actor("warden", "Petra Lund", kind="person", role="resident")
    desk.actor("council", "Orvast Council")
    assert (
        desk.count(
            [
                desk.say("a", LONG, by="warden"),
                desk.say("b", "the gates gave way and the yard was flooded", by="council"),
            ]
        )
        == 2
    )


def test_a_short_statement_within_a_longer_one_is_one_speech(desk: Desk) -> None:
    said = [
        desk.say("a", "the gates gave way", by="sarvia"),
        desk.say("b", "at nine the gates gave way and a wall fell", by="tolm"),
    ]
    assert desk.count(said) == 1


def test_a_doubtful_match_brings_no_second_origin(desk: Desk) -> None:
    said = [desk.say("a", WORDS[0], by="sarvia"), desk.say("b", WORDS[1], by="tolm")]
    assert desk.count(said, sure=0.95) == 2
    assert desk.count(said, sure=0.4) == 1
    assert desk.claim(said).independent_origins == 2


def test_an_origin_that_is_not_counted_is_named_in_the_why(desk: Desk) -> None:
    said = [desk.say("a", WORDS[0], by="sarvia"), desk.say("b", WORDS[1], by="tolm"), desk.say("c", WORDS[2])]
    claim = weigh_claim(desk.context(), desk.group(said, sure=0.4))
    assert (claim.independent_origins, claim.status) == (1, "single-origin")
    assert claim.text.lower() == WORDS[1].lower()
    assert "on the word of Tolm" in claim.why
    assert "not counted: Sarvia" in claim.why
    assert "every report" not in claim.why
    assert "every report" in desk.claim([said[0], said[2]]).why


def test_who_does_not_surely_say_what_the_claim_says_is_no_origin_of_it(desk: Desk) -> None:
    """The outlets tell of the canal, and Tolm of something near it: the canal is not told on the word of Tolm."""
    told = [desk.say("a", WORDS[1]), desk.say("b", WORDS[1])]
    other = desk.say("c", "ships were seen near it at noon on that day", by="tolm")
    links = ((told[0], told[1], 1.0), (told[0], other, 0.5))
    claim = weigh_claim(desk.context(), ClaimGroup("claim-x", "story", (*told, other), (), (), 0.7, None, (), links))
    assert (claim.independent_origins, claim.status) == (0, "own-voice")
    assert "not counted: Tolm" in claim.why
    surely = ((told[0], told[1], 1.0), (told[0], other, 0.8))
    claim = weigh_claim(desk.context(), ClaimGroup("claim-x", "story", (*told, other), (), (), 0.7, None, (), surely))
    assert (claim.independent_origins, claim.status) == (1, "single-origin")


def test_who_only_touches_it_in_passing_is_not_named_for_it(desk: Desk) -> None:
    told, aside = desk.say("a", WORDS[1], by="sarvia"), desk.say("b", "the fear of another closing hurts trade", by="tolm")
    group = ClaimGroup("claim-x", "story", (told,), (), (), 1.0, None, (), (), (aside,))
    claim = weigh_claim(desk.context(), group)
    assert [o.name for o in claim.origins] == ["Sarvia"]
    assert claim.statements == (told, aside)


def test_an_origin_held_only_through_a_third_is_not_counted(desk: Desk) -> None:
    """Sarvia and Tolm are each held to an own-voice statement, and to one another not at all."""
    a, b, c = desk.say("a", WORDS[0], by="sarvia"), desk.say("b", WORDS[1]), desk.say("c", WORDS[2], by="tolm")
    group = ClaimGroup("claim-x", "story", (a, b, c), (), (), 0.9, None, (), ((a, b, 0.99), (b, c, 0.99)))
    assert origins_of(desk.context(), group)[1] == 1


def test_no_link_at_all_is_no_match() -> None:
    d = Desk()
    d.actor("one", "Sarvia")
    d.actor("two", "Tolm")
    d.report("a")
    said = (d.say("a", WORDS[0], by="one"), d.say("a", WORDS[1], by="two"))
    assert origins_of(d.context(), ClaimGroup("claim-x", "story", said, (), (), 0.9, None, ()))[1] == 1


def test_nothing_is_rolled_up_where_the_user_wants_it_so() -> None:
    d = Desk(Settings(roll_up="none"))
    d.actor("sarvia", "Sarvia", kind="place")
    d.actor("ministry", "Ministry of Canals", of="sarvia")
    d.actor("palace", "Palace of Orvast", of="sarvia")
    d.report("a", "Kalvor Post")
    said = [d.say("a", WORDS[0], by="ministry"), d.say("a", WORDS[1], by="palace"), d.say("a", WORDS[2], by="ministry")]
    claim = d.claim(said)
    assert claim.independent_origins == 2
    assert [o.rolls_up_to for o in claim.origins] == [None, None]


def test_how_near_each_origin_was(desk: Desk) -> None:
    said = [
        desk.say("a", WORDS[0], by="sarvia", cue="assessed"),
        desk.say("b", WORDS[1], by="tolm", via=("paper",)),
        desk.say("c", WORDS[2], by="spokesman"),
    ]
    assert desk.origin(said, "Sarvia").access == "own-assessment"
    assert desk.origin(said, "Tolm").access == "relayed"
    assert desk.origin(said, "Ivo Brandt").access == "stated"


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_heard_directly_and_through_another_is_stated(desk: Desk, order: tuple[int, int]) -> None:
    said = [desk.say("a", WORDS[0], by="sarvia"), desk.say("b", WORDS[1], by="sarvia", via=("tolm",))]
    assert desk.origin([said[k] for k in order], "Sarvia").access == "stated"


def test_a_medium_that_passes_on_does_not_stand_for_its_country(desk: Desk) -> None:
    """Tolm's own paper carries what Sarvia says; that Tolm itself says so too is another origin."""
    desk.actor("herald", "Tolm Herald", of="tolm")
    said = [desk.say("a", WORDS[0], by="sarvia", outer=("herald",)), desk.say("b", WORDS[1], by="tolm")]
    assert desk.count(said) == 2


def test_a_bare_last_name_may_be_the_person_of_that_name(desk: Desk) -> None:
    desk.actor("bare", "Brandt")
    desk.actor("other", "Lund", kind="person", role="resident")
    named = desk.say("a", WORDS[0], by="spokesman")
    assert desk.count([named, desk.say("b", WORDS[1], by="bare")]) == 1
    assert desk.count([named, desk.say("b", WORDS[1], by="other")]) == 2


def test_a_bare_first_name_may_be_the_person_of_that_name(desk: Desk) -> None:
    for key, name in (("full", "Karin Falk"), ("bare", "Karin"), ("other", "Petra Lund")):
        desk.actor(key, name, kind="person", role="resident")
    full = desk.say("a", WORDS[0], by="full")
    assert desk.count([full, desk.say("b", WORDS[1], by="bare")]) == 1
    assert desk.count([full, desk.say("b", WORDS[1], by="other")]) == 2


def test_a_country_is_not_the_last_name_of_anybody(desk: Desk) -> None:
    desk.actor("man", "Anders Tolm", kind="person", role="farmer")
    assert desk.count([desk.say("a", WORDS[0], by="man"), desk.say("b", WORDS[1], by="tolm")]) == 2


def test_a_described_office_may_be_the_person_who_holds_it(desk: Desk) -> None:
    desk.actor("office", "Sarvia's president", of="sarvia", kind="person")
    desk.actor("holder", "Ola Berg", kind="person", role="President")
    desk.actor("abroad", "Nils Krog", kind="person", role="president", of="tolm")
    office = desk.say("a", WORDS[0], by="office")
    assert desk.count([office, desk.say("b", WORDS[1], by="holder")]) == 1
    assert desk.count([office, desk.say("b", WORDS[1], by="abroad")]) == 2


@pytest.mark.parametrize(
    "name", ["Ivo Brandt", "I. Brandt", "Yvo Brandt", "Ivo Brant", "Ministry of the Interior", "Interior Ministry"]
)
def test_one_of_whom_nobody_says_whom_he_speaks_for_adds_nothing_to_a_state(desk: Desk, name: str) -> None:
    desk.actor("who", name, kind="organization" if "Ministry" in name else "person")
    assert desk.count([desk.say("a", WORDS[0], by="sarvia"), desk.say("b", WORDS[1], by="who")]) == 1
    assert desk.count([desk.say("a", WORDS[0], by="who")]) == 1


def test_two_spellings_of_a_name_are_one_and_two_first_names_two(desk: Desk) -> None:
    names = {"y": "Yonas Falk", "j": "Jonas Falk", "initial": "J. Falk", "karin": "Karin Falk", "letter": "Jonas Flalk"}
    for key, name in names.items():
        desk.actor(key, name, kind="person", role="farmer")
    assert desk.count([desk.say("a", WORDS[0], by="y"), desk.say("b", WORDS[1], by="j")]) == 1
    assert desk.count([desk.say("a", WORDS[0], by="initial"), desk.say("b", WORDS[1], by="j")]) == 1
    assert desk.count([desk.say("a", WORDS[0], by="letter"), desk.say("b", WORDS[1], by="j")]) == 1
    assert desk.count([desk.say("a", WORDS[0], by="karin"), desk.say("b", WORDS[1], by="j")]) == 2


def test_who_speaks_for_himself_is_no_part_of_a_state(desk: Desk) -> None:
    desk.actor("who", "Ivo Brandt", kind="person", role="resident")
    assert desk.count([desk.say("a", WORDS[0], by="sarvia"), desk.say("b", WORDS[1], by="who")]) == 2


def test_one_that_may_speak_for_either_joins_neither(desk: Desk) -> None:
    desk.actor("who", "Petra Lund", kind="person", role="spokeswoman")
    said = [desk.say("a", WORDS[0], by="sarvia"), desk.say("b", WORDS[1], by="who"), desk.say("c", WORDS[2], by="tolm")]
    assert desk.count(said) == 2


SOURCES = ("sarvia", "ministry", "spokesman", "tolm", "agency", "paper", "a source", "two officials", "")


@given(
    st.lists(
        st.tuples(st.sampled_from(SOURCES), st.sampled_from("abcd"), st.sampled_from(WORDS)), min_size=1, max_size=7
    )
)
def test_never_more_origins_than_countries_named_and_outlets_known(told: list[tuple[str, str, str]]) -> None:
    d = Desk()
    d.actor("sarvia", "Sarvia", kind="place")
    d.actor("ministry", "Ministry of Canals", of="sarvia")
    d.actor("spokesman", "Ivo Brandt", of="ministry", kind="person")
    d.actor("tolm", "Tolm", kind="place")
    d.actor("agency", "Reuters")
    d.actor("paper", "Orvast Daily News")
    for report, outlet in zip("abcd", ("Kalvor Post", "Valley Echo", "Kalvor Post", None), strict=True):
        d.report(report, outlet)
    said = [d.say(r, w, by=x) if x else d.say(r, w) for x, r, w in told]
    claim = d.claim(said)
    given_by = {x for x, _, _ in told}
    governments = bool(given_by & {"sarvia", "ministry", "spokesman"}) + ("tolm" in given_by)
    others = bool(given_by - {""})
    assert claim.independent_origins <= max(governments, int(others))
    assert claim.independent_origins >= int(others)
    assert claim.own_voice_outlets <= 2
    assert d.count([*said, *said]) == claim.independent_origins


def test_a_few_words_are_not_enough_to_share(desk: Desk) -> None:
    assert desk.count([desk.say("a", "that is a change", by="sarvia"), desk.say("b", "that is a change", by="tolm")]) == 1


def test_nearly_the_same_quotation_is_one_speech(desk: Desk) -> None:
    desk.actor("one", "Petra Lund", kind="person")
    desk.actor("two", "Jon Askeland", kind="person")
    said = [
        desk.say("a", "“I saw the water come over the wall and ran”", by="one", direct=True),
        desk.say("b", "“Then I saw the water come over the wall, so I ran”", by="two", direct=True),
    ]
    assert desk.count(said) == 1


@pytest.mark.parametrize("name", ["WLWT", "NRTV", "Channel 9", "Radio Tolm"])
def test_a_station_is_a_medium(name: str) -> None:
    assert is_medium(name)


@pytest.mark.parametrize("name", ["WHO", "Channel Islands police", "Radiohead"])
def test_a_body_is_no_medium(name: str) -> None:
    assert not is_medium(name)
