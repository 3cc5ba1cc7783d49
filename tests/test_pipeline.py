"""The whole river on short invented reports: what is counted, and that every id and offset in a dossier holds."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from itertools import product

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from sayso.model.article import Article
from sayso.model.claim import Claim
from sayso.model.dossier import Dossier
from sayso.model.encode import encode
from sayso.model.ids import text_version
from sayso.model.span import Anchor, Span
from sayso.pipeline import brief, read, stories
from sayso.serve.reports import build, markdown
from sayso.settings import Settings

OUTLETS = ("Fjord Post", "Valley Echo", "Coast Radio", "Lantern Daily", "Harbour Courier", "Hill Gazette")


def article(
    id: str, text: str, outlet: str | None = None, published: str | None = "2026-03-02", title: str | None = None
) -> Article:
    return Article(
        id,
        text_version(text),
        None,
        outlet,
        title,
        published,
        "given" if published else "unknown",
        "en",
        True,
        "report",
        None,
        None,
        None,
        (),
        None,
        text,
    )


def reports(*texts: str) -> list[Article]:
    """One article a text, each by an outlet of its own, on one day."""
    return [article(f"r{k}", text, OUTLETS[k]) for k, text in enumerate(texts)]


def dossier(articles: Sequence[Article], settings: Settings | None = None) -> Dossier:
    return brief(articles, settings or Settings())


def claims(d: Dossier, *words: str) -> list[Claim]:
    """Those whose statements hold all of the words."""
    told = {s.id: s.text.lower() for s in d.statements}
    return [
        c
        for story in d.stories
        for c in story.claims
        if any(
            all(w in told[i] for w in words) for i in (*c.statements, *(i for x in c.denied_by for i in x.statements))
        )
    ]


def claim(d: Dossier, *words: str) -> Claim:
    found = claims(d, *words)
    assert len(found) == 1, [c.text for c in found]
    return found[0]


BURST = "A dam burst above Hollenbeck in Norway early on Monday and flooded three farms"


def burst(*tails: str) -> list[Article]:
    return reports(*(BURST + t for t in tails))


def test_two_outlets_on_one_ministry_are_one_origin() -> None:
    d = dossier(burst(", the Norwegian Interior Ministry said.", ", Norway's interior ministry said."))
    c = claim(d, "burst")
    assert (c.independent_origins, c.own_voice_outlets, c.status, len(c.articles)) == (1, 0, "single-origin", 2)


def test_a_spokesman_his_ministry_and_its_country_are_one() -> None:
    d = dossier(
        reports(
            BURST + ", said Erik Solberg, a spokesman for the Norwegian Interior Ministry.",
            "Three farms were flooded when a dam burst above Hollenbeck on Monday, the Norwegian Interior Ministry said.",
            "Norway said on Monday that a dam had burst above Hollenbeck and flooded three farms.",
        )
    )
    assert max(c.independent_origins for c in claims(d, "dam")) == 1


def test_two_governments_in_words_of_their_own_are_two() -> None:
    d = dossier(
        reports(
            "The Norwegian Interior Ministry said a dam burst above Hollenbeck early on Monday.",
            "The Swedish Defence Ministry said the dam above Hollenbeck burst on Monday.",
        )
    )
    c = claim(d, "dam", "burst")
    assert (c.independent_origins, c.status) == (2, "corroborated")


def test_a_joint_attribution_is_one_until_each_is_heard_alone() -> None:
    joint = "According to Norway and Sweden, a dam burst above Hollenbeck early on Monday."
    alone = (
        "Norway said a dam above Hollenbeck burst on Monday.",
        "A dam burst on Monday above Hollenbeck, Sweden said.",
    )
    assert max(c.independent_origins for c in claims(dossier(reports(joint, joint)), "burst")) == 1
    assert max(c.independent_origins for c in claims(dossier(reports(joint, alone[0])), "burst")) == 1
    assert max(c.independent_origins for c in claims(dossier(reports(joint, *alone)), "burst")) == 2


@pytest.mark.parametrize(
    "tail",
    [
        "Falk said the dam above Hollenbeck burst on Monday.",
        "Norway's interior minister said the dam above Hollenbeck burst on Monday.",
        "The Norwegian government said the dam above Hollenbeck burst on Monday.",
    ],
)
def test_one_person_under_two_names_is_one(tail: str) -> None:
    d = dossier(
        reports("Norwegian Interior Minister Jonas Falk said a dam burst above Hollenbeck early on Monday.", tail)
    )
    assert max(c.independent_origins for c in claims(d, "burst")) == 1


@pytest.mark.parametrize(
    "relay",
    [
        "Sweden's foreign ministry, citing the Norwegian Interior Ministry, said a dam burst above Hollenbeck on Monday.",
        "The Norwegian Interior Ministry said a dam burst above Hollenbeck on Monday, Reuters reported.",
    ],
)
def test_a_relay_is_no_second_origin(relay: str) -> None:
    d = dossier(reports("The Norwegian Interior Ministry said a dam burst above Hollenbeck early on Monday.", relay))
    assert max(c.independent_origins for c in claims(d, "burst")) == 1


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Two officials", "A diplomat"),
        ("A person familiar with the matter", "Two people close to the talks"),
        ("Police", "A company spokesman"),
        ("An official who spoke on condition of anonymity", "Another official"),
    ],
)
def test_sources_without_a_name_never_add_up(one: str, two: str) -> None:
    told = [
        f"{one} said a dam burst above Hollenbeck early on Monday.",
        f"{two} said the dam above Hollenbeck burst on Monday.",
    ]
    assert max(c.independent_origins for c in claims(dossier(reports(*told)), "burst")) <= 1
    named = "The Norwegian Interior Ministry said a dam burst above Hollenbeck at dawn on Monday."
    assert max(c.independent_origins for c in claims(dossier(reports(*told, named)), "burst")) == 1


def test_an_agency_adds_nothing_to_a_named_source() -> None:
    d = dossier(
        reports(
            "The Norwegian Interior Ministry said a dam burst above Hollenbeck early on Monday.",
            "A dam above Hollenbeck burst on Monday, Reuters reported.",
            "OSLO (AFP) - A dam burst above Hollenbeck on Monday.",
        )
    )
    assert max(c.independent_origins for c in claims(d, "burst")) == 1


def test_outlets_that_cite_one_another_are_no_origins() -> None:
    told = (
        "Kestrel Sentinel said a dam burst above Hollenbeck early on Monday.",
        "The Baltic Mirror said the dam above Hollenbeck burst on Monday.",
        "A dam above Hollenbeck burst on Monday, according to Northern Beacon.",
        "The Hollenbeck dam burst, balticmirror.com reported.",
    )
    outlets = ("The Baltic Mirror", "Kestrel Sentinel", "Puppet", "www.northernbeacon.net")
    circle = [article(f"r{k}", t, o) for k, (t, o) in enumerate(zip(told, outlets, strict=True))]
    assert max(c.independent_origins for c in claims(dossier(circle), "burst")) <= 1
    named = article("n", "The Norwegian Interior Ministry said a dam burst above Hollenbeck on Monday.", "Fjord Post")
    assert max(c.independent_origins for c in claims(dossier([*circle, named]), "burst")) == 1


def test_an_outlets_own_voice_is_no_origin() -> None:
    d = dossier(reports(BURST + ".", "Early on Monday a dam burst above Hollenbeck in Norway and flooded three farms."))
    c = claims(d, "burst")[0]
    assert (c.independent_origins, c.own_voice_outlets, c.status) == (0, 2, "own-voice")
    assert "without a source" in c.why


def test_own_voice_of_one_outlet_of_none_and_of_copies() -> None:
    text = BURST + ". Cattle drowned and a road was washed away before the water fell again towards the evening."
    one = dossier(
        [article("a", text, "Fjord Post"), article("b", BURST + ".", "fjord post"), article("c", BURST + ".", None)]
    )
    assert {c.own_voice_outlets for c in claims(one, "burst")} == {1}
    copied = dossier(
        [article("a", text, "Fjord Post"), article("b", text, "Valley Echo"), article("c", text, "Coast Radio")]
    )
    assert {c.own_voice_outlets for c in claims(copied, "burst")} == {1}
    assert {(x.article, x.of, x.kind) for x in copied.copies} == {("b", "a", "whole"), ("c", "a", "whole")}


def test_one_speech_on_the_word_of_two_is_one() -> None:
    words = "“We heard the wall break at nine and then the water came over the road and into the houses”"
    d = dossier(
        reports(
            f"{words}, the mayor of Hollenbeck, Kari Dahl, said on Monday.",
            f"{words}, said Erik Solberg of the Red Cross.",
        )
    )
    assert max(c.independent_origins for c in claims(d, "wall")) == 1


def test_nothing_rolled_up() -> None:
    told = reports(
        "The Norwegian Interior Ministry said a dam burst above Hollenbeck early on Monday.",
        "The Norwegian Defence Ministry said the dam above Hollenbeck burst on Monday.",
    )
    assert claim(dossier(told), "burst").independent_origins == 1
    assert claim(dossier(told, Settings(roll_up="none")), "burst").independent_origins == 2


def test_a_denial_makes_it_disputed() -> None:
    d = dossier(
        reports(
            "Norway said Sweden had opened the gates of the dam at Hollenbeck on Monday.",
            "Sweden denied opening the gates of the dam at Hollenbeck.",
        )
    )
    c = next(c for c in claims(d, "gates") if c.statements)
    assert c.status == "disputed"
    assert [x.name for x in c.denied_by] == ["Sweden"]
    assert all(o.name != "Sweden" for o in c.origins)


@pytest.mark.parametrize(
    "answer",
    [
        "did not deny opening the gates of the dam at Hollenbeck",
        "neither confirmed nor denied opening the gates of the dam at Hollenbeck",
        "declined to comment on whether it had opened the gates of the dam at Hollenbeck",
    ],
)
def test_no_answer_counts_as_yes_or_no(answer: str) -> None:
    told = "Norway said Sweden had opened the gates of the dam at Hollenbeck on Monday."
    d = dossier(reports(told, f"Sweden {answer}."))
    for c in claims(d, "gates"):
        assert not c.denied_by
        assert all(o.name != "Sweden" for o in c.origins)
        assert c.independent_origins <= 1
        assert c.status != "corroborated"
    assert any(s.response != "denies" for story in d.stories for s in story.silences)


def test_what_is_only_denied_is_nobodys_claim() -> None:
    d = dossier(
        reports(
            "Sweden's government denied that its engineers had opened the gates.",
            "Cattle were brought to Oslo by train on Tuesday.",
        )
    )
    (c,) = claims(d, "opened")
    assert (c.statements, c.origins, c.independent_origins, c.status) == ((), (), 0, "disputed")
    assert all("said its engineers" not in line.text for story in d.stories for line in story.summary)


def test_figures_that_cannot_both_be_true_clash_and_a_bound_refines() -> None:
    clash = dossier(
        reports(
            "Norway said seven people were injured when the Hollenbeck dam burst on Monday.",
            "Sweden said 13 people were injured when the Hollenbeck dam burst on Monday.",
        )
    )
    c = claim(clash, "injured")
    assert [(x.slot, x.kind) for x in c.differences] == [("figure", "conflict")]
    assert c.accounts == "figures-differ"
    assert c.status != "corroborated"
    (figure,) = (f for f in clash.stories[0].figures if f.measure == "injured")
    assert ({v.value for v in figure.values}, figure.agree) == ({7, 13}, False)
    bound = dossier(
        reports(
            "Norway said at least 10,000 people fled Hollenbeck after the dam burst.",
            "Sweden said 11,000 people fled Hollenbeck after the dam burst.",
        )
    )
    c = claim(bound, "fled")
    assert [(x.slot, x.kind) for x in c.differences] == [("figure", "refinement")]
    assert c.accounts == "agree"


def test_what_is_due_and_what_is_threatened_is_on_the_watch() -> None:
    d = dossier(
        reports(
            "If the rain continues, the village of Lund will be evacuated, Kari Dahl, the mayor of Hollenbeck, said.\n\n"
            "The Norwegian Interior Ministry said an inspection of the dam is scheduled for Friday."
        )
    )
    watch = d.stories[0].watch
    (due,) = (w for w in watch if w.kind == "scheduled")
    assert (due.date, due.state) == ("2026-03-06", "open")
    (threat,) = (w for w in watch if w.kind == "conditional")
    assert threat.if_ is not None
    assert threat.then is not None
    assert threat.if_.text == "If the rain continues"
    assert threat.then.text == "the village of Lund will be evacuated"
    assert [t.when for t in d.stories[0].timeline if t.date == "2026-03-06"] == ["scheduled"]


def test_a_siblings_year_fills_in() -> None:
    told = "The Norwegian Interior Ministry said the dam above Hollenbeck burst on March 2."
    alone = dossier([article("bare", told, "Fjord Post", None)])
    assert claim(alone, "burst").date == "XXXX-03-02"
    d = dossier(
        [
            article("bare", told, "Fjord Post", None),
            article(
                "dated", "The dam above Hollenbeck burst, Norway's interior ministry said.", "Valley Echo", "2024-03-03"
            ),
        ]
    )
    reading = next(r for r in d.readings if r.article.id == "bare")
    assert [(x.value, x.from_) for x in reading.dates] == [("2024-03-02", "sibling")]
    assert [s.date.value for s in d.statements if s.date and s.article == "bare"] == ["2024-03-02"]


def test_an_article_that_cannot_be_read_speaks_for_nothing() -> None:
    german = (
        "Der Damm oberhalb von Hollenbeck ist am Montag gebrochen, teilte das Ministerium mit. Drei Höfe wurden überflutet, "
        "und niemand weiß, wie viele Menschen noch vermisst werden, sagte eine Sprecherin der Polizei am Abend."
    )
    d = dossier([*burst("."), replace(article("de", german, "Abendblatt"), language=None)])
    reading = next(r for r in d.readings if r.article.id == "de")
    assert (reading.article.read, reading.statements, reading.noise) == (False, (), ())
    assert [i for story in d.stories for i in story.unread] == ["de"]


def test_nothing_in_gives_nothing_out() -> None:
    d = dossier([])
    assert (d.articles, d.stories, d.statements, d.copies) == ((), (), (), ())
    assert stories([], Settings()) == []
    for text in ("", "   \n\n ", "—", "12"):
        check(dossier([article("blank", text)]))


# What every dossier keeps, whatever it is made of.


def check(d: Dossier) -> None:
    """Every span holds its words, every id stands for something, every count is what its parts add up to."""
    texts = {a.id: a.text for a in d.articles}
    statements = {s.id: s for s in d.statements}
    actors = {a.id for a in d.actors}
    everything = [
        *texts,
        *statements,
        *actors,
        *(s.id for s in d.stories),
        *(c.id for s in d.stories for c in s.claims),
        *(a.id for r in d.readings for a in r.attributions),
        *(a.id for r in d.readings for a in r.actors),
    ]
    assert len(everything) == len(set(everything)), "an id is used twice"
    for r in d.readings:
        check_reading_spans(r, texts[r.article.id])
        attributions = {a.id for a in r.attributions}
        locals_ = {a.id for a in r.actors}
        assert all(a.parent is None or a.parent in attributions for a in r.attributions)
        assert {m.actor for m in r.mentions if m.actor} <= locals_
        assert {a.source.actor for a in r.attributions if a.source and a.source.actor} <= locals_
        assert {v for a in r.attributions for v in a.via} <= locals_
        assert {a.of for a in r.actors if a.of} <= locals_
    by_article = {r.article.id: r for r in d.readings}
    for s in d.statements:
        r = by_article[s.article]
        assert texts[s.article][s.start : s.end] == s.text
        assert set(s.attributions) <= {a.id for a in r.attributions}
        assert all(k < len(r.quantities) for k in s.quantities)
        assert all(k < len(r.places) for k in s.places)
        assert set(s.actors) <= actors
        assert {o.actor for o in s.origins if o.actor} <= actors
        assert s.origins
    assert {x for a in d.actors for x in a.members} == {a.id for r in d.readings for a in r.actors}
    assert {a.of for a in d.actors if a.of} <= actors
    assert {i for c in d.copies for i in (c.article, c.of)} <= set(texts)
    homes = sorted(i for story in d.stories for i in story.articles)
    assert homes == sorted(texts), "every article has one home"
    for story in d.stories:
        ids = {c.id for c in story.claims}
        inside = {s.id for s in d.statements if s.article in {*story.articles, *story.also_in}}
        for c in story.claims:
            check_claim(c, d)
            assert {p.claim for p in c.possibly_same} <= ids - {c.id}
        told = [i for c in story.claims for i in c.statements]
        assert len(told) == len(set(told)), "a statement affirms one claim"
        assert (
            used(story.claims) | used((*story.summary, *story.watch, *story.silences, *story.leads, *story.figures))
            <= inside
        )
        assert {i for t in story.timeline for i in t.claims} | {i for f in story.figures for i in f.claims} <= ids
        assert {x.about for x in story.silences if x.about} | {x.claim for x in story.leads} <= ids
        assert {w.actor for w in story.watch if w.actor} | {n.actor for n in story.not_heard} <= actors
        assert all(0 <= f.latest < len(f.values) for f in story.figures)
        nodes = {n.id for n in story.origin_graph.nodes}
        assert {i for e in story.origin_graph.edges for i in (e.from_, e.to)} <= nodes
        assert story.unread == tuple(a.id for a in d.articles if a.id in story.articles and not a.read)
        for anchor in anchors(story):
            assert texts[anchor.article][anchor.start : anchor.end] == anchor.text
    encode(d)


def check_claim(c: Claim, d: Dossier) -> None:
    statements = {s.id: s for s in d.statements}
    assert c.text
    assert c.statements or c.denied_by
    assert {i for o in c.origins for i in o.statements} == set(c.statements), "every statement rests on somebody"
    counted = {o.independent for o in c.origins if o.independent is not None}
    assert c.independent_origins == len(counted)
    assert counted == set(range(len(counted)))
    assert not any(o.independent is not None for o in c.origins if o.kind in ("outlet", "unattributed"))
    assert c.own_voice_outlets <= len({o.lower() for o in c.outlets})
    answers = {i for d_ in c.denied_by for i in d_.statements} | {i for o_ in c.left_open_by for i in o_.statements}
    assert not answers & set(c.statements), "an answer affirms nothing"
    responses = {a.id: a.response for r in d.readings for a in r.attributions}
    assert all(responses[statements[i].attributions[-1]] == "denies" for x in c.denied_by for i in x.statements)
    assert all(responses[statements[i].attributions[-1]] != "denies" for x in c.left_open_by for i in x.statements)
    if c.status == "corroborated":
        assert c.independent_origins >= 2
        assert not c.denied_by
        assert all(x.kind != "conflict" for x in c.differences)
    if c.denied_by:
        assert c.status == "disputed"


def check_reading_spans(value: object, text: str) -> None:
    if isinstance(value, Span):
        assert text[value.start : value.end] == value.text
    if is_dataclass(value) and not isinstance(value, Article):
        for f in fields(value):
            check_reading_spans(getattr(value, f.name), text)
    elif isinstance(value, tuple):
        for x in value:
            check_reading_spans(x, text)


def anchors(value: object) -> Iterator[Anchor]:
    if isinstance(value, Anchor):
        yield value
    elif is_dataclass(value):
        for f in fields(value):
            yield from anchors(getattr(value, f.name))
    elif isinstance(value, tuple):
        for x in value:
            yield from anchors(x)


def used(values: Iterable[object]) -> set[str]:
    """All statement ids that these values and their parts rest on."""
    out: set[str] = set()
    for value in values:
        if is_dataclass(value):
            for f in fields(value):
                part = getattr(value, f.name)
                if f.name == "statements":
                    out.update(part)
                elif isinstance(part, tuple):
                    out |= used(part)
                elif is_dataclass(part):
                    out |= used([part])
    return out


EVENTS = (
    "a dam burst above Hollenbeck on Monday",
    "at least 12 people were injured in Hollenbeck",
    "13 people were injured in Hollenbeck on Monday",
    "the gates of the Hollenbeck dam had been opened in the night",
    "three farms near Hollenbeck were flooded",
    "helicopters will fly to Hollenbeck on Friday",
    "the road to Hollenbeck was closed on March 2",
    "Hollenbeck will be evacuated if the rain continues",
)
SOURCES = (
    "the Norwegian Interior Ministry",
    "Norway",
    "Sweden",
    "the United Nations",
    "Kari Dahl, the mayor of Hollenbeck",
    "police",
    "two officials",
    "Reuters",
)
FORMS = (
    "{S} said {c}.",
    "{C}, according to {s}.",
    "{C}.",
    "{C}, {s} said.",
    "{S} denied that {c}.",
    "“{C},” {s} said.",
    "{S} did not confirm that {c}.",
    "Sweden, citing {s}, said {c}.",
    "{S} and the European Union said {c}.",
    "It was not clear whether {c}.",
)


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def sentence(event: str, source: str, form: str) -> str:
    return form.format(c=event, C=capital(event), s=source, S=capital(source))


SENTENCES = st.builds(sentence, st.sampled_from(EVENTS), st.sampled_from(SOURCES), st.sampled_from(FORMS))
TEXTS = st.lists(SENTENCES, min_size=1, max_size=4).map("\n\n".join)
SETS = st.lists(
    st.tuples(TEXTS, st.sampled_from((*OUTLETS, None)), st.sampled_from(("2026-03-02", "2026-03-03T10:00:00Z", None))),
    min_size=1,
    max_size=4,
)
Given = list[tuple[str, str | None, str | None]]
FEW = hypothesis_settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
MORE = hypothesis_settings(FEW, max_examples=60)


def made(given_: Given) -> list[Article]:
    return [article(f"r{k}", text, outlet, day) for k, (text, outlet, day) in enumerate(given_)]


@FEW
@given(SETS)
def test_every_id_and_offset_holds(given_: Given) -> None:
    check(dossier(made(given_)))


@FEW
@given(SETS, st.randoms(use_true_random=False))
def test_the_order_of_the_articles_is_no_matter(given_: Given, chance: random.Random) -> None:
    articles = made(given_)
    mixed = list(articles)
    chance.shuffle(mixed)
    one, other = dossier(articles), dossier(mixed)
    assert {s.id: s for s in one.stories} == {s.id: s for s in other.stories}
    assert {s.id: s for s in one.statements} == {s.id: s for s in other.statements}
    assert {a.id: a for a in one.actors} == {a.id: a for a in other.actors}
    assert one.copies == other.copies


@FEW
@given(SETS, st.integers(0, 3), st.sampled_from(("Copy Cat", None)))
def test_a_copy_never_raises_a_count(given_: Given, which: int, outlet: str | None) -> None:
    articles = made(given_)
    original = articles[which % len(articles)]
    before = dossier(articles)
    after = dossier([*articles, replace(original, id="copy", outlet=outlet, published=original.published)])
    was = {i: c.independent_origins for story in before.stories for c in story.claims for i in c.statements}
    for story in after.stories:
        for c in story.claims:
            same = {original.id + i.removeprefix("copy") if i.startswith("copy#") else i for i in c.statements}
            assert c.independent_origins <= max((was[i] for i in same), default=0)


def test_ids_are_the_same_from_run_to_run_and_reading_alone_gives_them_too() -> None:
    articles = burst(", the Norwegian Interior Ministry said.", ", Sweden said.", ".")
    one, again = dossier(articles), dossier(articles)
    assert encode(one.stories) == encode(again.stories)
    assert [a.id for a in one.actors] == [a.id for a in again.actors]
    alone = [s.id for r in read(articles, Settings()) for s in r.statements]
    assert alone == [s.id for s in one.statements]
    assert [s.id for s in one.statements if s.article == "r0"] == [
        s.id for r in read(articles[:1], Settings()) for s in r.statements
    ]


# Forty rewrites and copies of one false report by ten outlets that belong together.

SAYS = (
    "{s} said {c}.",
    "{C}, according to {s}.",
    "{C}, {s} said.",
    "{s} told reporters that {c}.",
    "Fjord Post reported, citing {s}, that {c}.",
    "{C}, Lantern Daily reported, citing {s}.",
    "{s} announced that {c}.",
    "In a statement, {s} said {c}.",
)
NAMED = (
    "Dr. Ilse Varn of the Kestrel Institute",
    "Ilse Varn, director of the Kestrel Institute,",
    "the Kestrel Institute",
    "Varn, a researcher at the Kestrel Institute,",
    "Ilse Varn",
)
FALSE = (
    "the Hollenbeck dam was blown up by Swedish engineers on Monday",
    "Swedish engineers blew up the dam at Hollenbeck on Monday",
    "engineers from Sweden had blown up the Hollenbeck dam",
    "the dam at Hollenbeck was destroyed by Swedish engineers",
)
EXTRA = (
    "Sources confirmed it.",
    "Officials also said the dam was blown up by Swedish engineers.",
    "A diplomat said Swedish engineers blew up the dam.",
    "People familiar with the matter confirmed the blast.",
    "",
)


def attack(seed: int, many: int = 40) -> list[Article]:
    chance = random.Random(seed)
    forms = list(product(SAYS, NAMED, FALSE, EXTRA))
    out = [
        article(
            "p00",
            attacked("{s} said {c}.", NAMED[0], FALSE[0], "") + " Ilse Varn leads the Kestrel Institute.",
            "Puppet 0",
        )
    ]
    for k in range(1, many):
        text = chance.choice(out).text if k % 4 == 0 else attacked(*chance.choice(forms))
        out.append(article(f"p{k:02}", text, f"Puppet {k % 10}", f"2026-03-0{2 + k % 3}"))
    return out


def attacked(form: str, source: str, event: str, extra: str) -> str:
    told = capital(form.format(s=source, c=event, C=capital(event)).replace(",,", ",").replace(",.", "."))
    return f"{told} {extra}".strip()


@pytest.mark.parametrize("seed", range(3))
def test_forty_rewrites_of_one_report_count_as_one(seed: int) -> None:
    articles = attack(seed)
    alone = max(c.independent_origins for c in claims(dossier(articles[:1]), "swedish"))
    d = dossier(articles)
    assert alone == 1
    for story in d.stories:
        for c in story.claims:
            assert c.independent_origins <= alone, (c.text, [(o.name, o.rolls_up_to, o.independent) for o in c.origins])
            assert c.own_voice_outlets <= 10
            assert c.status != "corroborated"


def test_who_declines_in_so_many_words_is_told_so_once() -> None:
    text = "The dam gates were opened by mistake on Sunday, the energy ministry said. Police declined to comment."
    dossier = brief(reports(text), Settings())
    shown = markdown.render(build.brief(dossier, everything=True))
    assert "Police declined** to comment" in shown or "Police declined to comment" in shown
    assert "comment to comment" not in shown
