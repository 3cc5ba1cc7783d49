"""A dossier made by hand, on reports of our own invention, so that what is shown can be tested apart from reading."""

from __future__ import annotations

from dataclasses import replace

from sayso.model.article import Article
from sayso.model.claim import Claim, Denial, Difference, DifferenceValue, Figure, FigureValue, OpenAnswer, Origin
from sayso.model.dossier import (
    Dossier,
    Lead,
    Meta,
    NotHeard,
    OriginGraph,
    Silence,
    StoryDossier,
    SummaryLine,
    TimelineEntry,
    Watch,
)
from sayso.model.ids import text_version
from sayso.model.link import Copy, LinkedActor, PossiblySame
from sayso.model.reading import Attribution, Noise, Reading, Sentence
from sayso.model.span import Anchor, Span
from sayso.model.statement import Event, Statement, StatementOrigin

TEXTS = {
    "one": "The bridge at Kalvor closed on Monday, the road office said. Nine people were hurt, police said. "
           "The mayor declined to comment.\nBridge at Kalvor / Photo: A. Lund",
    "two": "The bridge at Kalvor closed on Monday. Hospital staff said 14 people were hurt. "
           "“No warning reached us,” the ministry said. If rain goes on, the valley will be cleared, the mayor said.",
}
OUTLETS = {"one": "Kalvor Post", "two": "Valley Echo"}


def article(id: str, text: str, outlet: str | None) -> Article:
    return Article(
        id=id, version=text_version(text), url=None, outlet=outlet, title=f"Title of {id}", published="2026-03-02",
        published_from="given", language="en", read=True, kind="report", speaker=None, original=None,
        translated_by=None, agencies=("Nordwire",) if id == "two" else (), dateline=None, text=text)


def sentences(text: str) -> tuple[Sentence, ...]:
    """Sentences of these plain texts: they end at a full stop, a mark or a line end."""
    out, at = [], 0
    body = text.split("\n")[0]
    while at < len(body):
        stop = body.find(". ", at)
        end = stop + 1 if stop >= 0 else len(body)
        out.append(Sentence(at, end))
        at = end + 1
    return tuple(out)


def reading(a: Article) -> Reading:
    at = a.text.find("\n") + 1
    noise = (Noise(at, len(a.text), a.text[at:], "caption"),) if at else ()
    return Reading(a, noise=noise, sentences=sentences(a.text), attributions=quotation(a))


def quotation(a: Article) -> tuple[Attribution, ...]:
    """What stands between marks in the text, as one attribution said word for word."""
    start, end = a.text.find("“") + 1, a.text.find("”")
    if not start:
        return ()
    content = Span(start, end, a.text[start:end])
    return (Attribution(
        id=f"{a.id}#a1", source=None, cue=None, content=content, spans=(content.range,), verbatim=(content.range,),
        type="direct", parent=None, via=(), act="deny", response="denies", addressee=None, said_on=None, inferred=False,
        rule="test", score=1.0),)


def anchor(id: str, words: str) -> Anchor:
    start = TEXTS[id].index(words)
    return Anchor(start, start + len(words), words, id)


def statement(key: str, id: str, words: str, origin: StatementOrigin) -> Statement:
    a = anchor(id, words)
    return Statement(
        id=f"{id}#s{key}", article=id, start=a.start, end=a.end, text=words, spans=((a.start, a.end),), attributions=(),
        origins=(origin,), event=Event("be", None, None), polarity="positive", certainty="certain", hedges=(),
        condition=None, scheduled=False, date=None, said_on=None, quantities=(), places=(), actors=(), inferred=False)


def origin(name: str, *statements: str, **more: object) -> Origin:
    base = Origin(name=name, actor=None, kind="actor", statements=statements, via=(), access="stated",
                  rolls_up_to=None, independent=0)
    return replace(base, **more)  # type: ignore[arg-type]


def claim(id: str, text: str, statements: tuple[str, ...], **more: object) -> Claim:
    articles = tuple(dict.fromkeys(s.split("#")[0] for s in statements))
    base = Claim(
        id=id, text=text, kind="event", statements=statements, articles=articles,
        outlets=tuple(OUTLETS.get(a, a) for a in articles), score=1.0, weakest=None, possibly_same=(), origins=(),
        independent_origins=0, own_voice_outlets=0, denied_by=(), left_open_by=(), accounts="agree", differences=(),
        status="single-origin", why="", credibility=None, date=None, places=(), first_seen=None, last_seen=None)
    return replace(base, **more)  # type: ignore[arg-type]


STATEMENTS = (
    statement("1", "one", "The bridge at Kalvor closed on Monday", StatementOrigin("road", "the road office", "actor")),
    statement("2", "one", "Nine people were hurt", StatementOrigin("police", "police", "actor")),
    statement("3", "one", "The mayor declined to comment", StatementOrigin("mayor", "The mayor", "actor")),
    statement("1", "two", "The bridge at Kalvor closed on Monday", StatementOrigin(None, "Valley Echo", "outlet")),
    statement("2", "two", "14 people were hurt", StatementOrigin("hospital", "Hospital staff", "actor")),
    statement("3", "two", "No warning reached us", StatementOrigin("ministry", "the ministry", "actor")),
    statement("4", "two", "the valley will be cleared", StatementOrigin("mayor", "The mayor", "actor")),
)


def closed() -> Claim:
    return claim(
        "c1", "The bridge at Kalvor closed on Monday", ("one#s1", "two#s1"),
        origins=(origin("Road Office", "one#s1", rolls_up_to="Norlund"),
                 origin("Valley Echo", "two#s1", kind="outlet", independent=None)),
        independent_origins=1, own_voice_outlets=1, possibly_same=(PossiblySame("c2", 0.6, "one place"),))


def hurt() -> Claim:
    values = (
        DifferenceValue("9", anchor("one", "Nine people"), ("one#s2",), ("police",)),
        DifferenceValue("14", anchor("two", "14 people"), ("two#s2",), ("Hospital staff",)))
    return claim(
        "c2", "Nine people were hurt", ("one#s2", "two#s2"), kind="figure",
        origins=(origin("police", "one#s2"), origin("Hospital staff", "two#s2", independent=1)),
        independent_origins=2, accounts="figures-differ", status="disputed",
        denied_by=(Denial("the ministry", ("two#s3",)),),
        left_open_by=(OpenAnswer("The mayor", "declines", ("one#s3",)),),
        differences=(Difference("figure", "conflict", values, "both count people hurt on Monday"),))


def figure() -> Figure:
    def value(n: float, id: str, words: str, who: str, key: str) -> FigureValue:
        return FigureValue(n, n, n, "exactly", "2026-03-02", anchor(id, words), (who,), (key,))
    return Figure("injured", "people", ("c2",), (
        value(9.0, "one", "Nine people", "police", "one#s2"),
        value(14.0, "two", "14 people", "Hospital staff", "two#s2")), agree=False, latest=1)


def story(**more: object) -> StoryDossier:
    base = StoryDossier(
        id="story-1", title="Bridge at Kalvor closed", articles=("one", "two"), also_in=(), unread=(), outlets=2,
        agencies=1, named_origins=4, as_of="2026-03-02", thread=None,
        summary=(SummaryLine("The bridge at Kalvor closed on Monday, the road office said", ("one#s1", "two#s1")),),
        claims=(closed(), hurt()), figures=(figure(),),
        timeline=(TimelineEntry("2026-03-02", "The bridge at Kalvor closed", ("c1",), "past"),
                  TimelineEntry("2026-04-01", "The bridge opens again", ("c1",), "scheduled")),
        watch=(Watch("conditional", None, "mayor", anchor("two", "If rain goes on"),
                     anchor("two", "the valley will be cleared"), "If rain goes on, the valley will be cleared",
                     ("two#s4",), "open", ()),
               Watch("scheduled", "2026-04-01", None, None, None, "The bridge opens again", ("one#s1",), "passed", ())),
        silences=(Silence("mayor", None, "declines", ("one#s3",)),),
        not_heard=(NotHeard("builder", ("one",)),),
        leads=(Lead("Ask the road office what was measured", "c1", ("one#s1",)),),
        origin_graph=OriginGraph((), ()))
    return replace(base, **more)  # type: ignore[arg-type]


def dossier(*stories: StoryDossier, **more: object) -> Dossier:
    articles = tuple(article(id, text, OUTLETS[id]) for id, text in TEXTS.items())
    actors = tuple(
        LinkedActor(id, name, "person", (name,), None, None, None, ())
        for id, name in (("mayor", "The mayor"), ("builder", "Halden Works")))
    base = Dossier(
        meta=Meta(1, "0.1.0", {"parser": "ab"}, {"roll_up": "country"}), articles=articles,
        readings=tuple(map(reading, articles)), statements=STATEMENTS, actors=actors,
        copies=(Copy("two", "one", "part", 0.32, ((0, 38, 0, 38),), "Nordwire"),), stories=stories or (story(),))
    return replace(base, **more)  # type: ignore[arg-type]
