"""One article after another, each read whole: the steps of this package in their order.

Articles come in batches so that the parser sees many paragraphs at once; no article sees another.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TypeVar

from sayso.data import gazetteer_path
from sayso.model.article import Article
from sayso.model.reading import Noise, Place, Reading
from sayso.model.reading import Sentence as SentenceSpan
from sayso.model.span import Range, Span, merge, overlaps
from sayso.read.attributions import build as build_attributions
from sayso.read.casualties import find_casualties
from sayso.read.dates import find_dates, published_in_text
from sayso.read.frames import Context
from sayso.read.frames_all import find_frames
from sayso.read.gazetteer import Gazetteer
from sayso.read.language import detect
from sayso.read.live import find_entries, find_stamps, without
from sayso.read.names import find_names
from sayso.read.noise import Cleaned, clean
from sayso.read.noise_captions import states_fact, wording
from sayso.read.noise_datelines import caption_day
from sayso.read.paragraphs import Mended, mend, paragraphs
from sayso.read.parse import RawParse, model_folder, parser
from sayso.read.places import find_places
from sayso.read.quantities import find_quantities
from sayso.read.quotes import QuotationIndex, find_quotations
from sayso.read.sentences import build
from sayso.read.statements import Found, find_statements
from sayso.read.tree import Tree
from sayso.settings import Settings

LANGUAGES = frozenset(("en",))
BATCH = 16


Found_ = TypeVar("Found_", bound=Span)


class Reader:
    """Reads articles with one parser and one gazetteer; make one a process.

    Raises SetupError where a model or the gazetteer is missing.
    """

    def __init__(self, settings: Settings) -> None:
        self._parser = parser(model_folder(settings.model_dir))
        self._gazetteer = Gazetteer(gazetteer_path(settings))

    def read(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """One reading an article, in order. An endless stream is read in bounded memory."""
        rest = iter(articles)
        while batch := list(islice(rest, BATCH)):
            yield from self._batch(batch)

    def _batch(self, articles: Sequence[Article]) -> Iterator[Reading]:
        articles = [replace(a, language=a.language or detect(a.text)) for a in articles]
        cleaned = [self._clean(a) for a in articles]
        shown: list[list[tuple[Range, Mended]]] = []
        for a, c in zip(articles, cleaned, strict=True):
            stretches = sorted(r for r in (c.headline, c.dateline_at, *c.body) if r) if c is not None else []
            captions = [wording(n) for n in c.noise if n.kind == "caption"] if c is not None else []
            shown.append([(r, mend(a.text, *r)) for r in (*stretches, *captions)])
        parses = iter(self._parser.parse([m.text for one in shown for _, m in one]))
        for a, c, one in zip(articles, cleaned, shown, strict=True):
            raws = [next(parses) for _ in one]
            if c is None:
                yield Reading(article=replace(a, read=False))
                continue
            of_report = len(one) - sum(n.kind == "caption" for n in c.noise)
            marked = replace(c, noise=_marked(a.text, c.noise, one[of_report:], raws[of_report:]))
            yield self._reading(a, marked, one[:of_report], raws[:of_report])

    def _clean(self, a: Article) -> Cleaned | None:
        supported = a.language is None or a.language[:2] in LANGUAGES
        if not supported:
            return None
        pieces = paragraphs(a.text)
        stamps = find_stamps(a.text, pieces)
        cleaned = clean(a.text, without(a.text, pieces, stamps), a.title)
        timed = [Noise(s.start, s.end, a.text[s.start:s.end], "dateline") for s in stamps]
        return replace(cleaned, noise=tuple(sorted((*cleaned.noise, *timed), key=lambda n: n.start)), stamps=stamps)

    def _reading(self, a: Article, c: Cleaned, shown: list[tuple[Range, Mended]], raws: list[RawParse]) -> Reading:
        located = build(a.text, [r for r, _ in shown], [m for _, m in shown], raws)
        whole = Tree(a.text, [p for p in located.paragraphs if c.dateline_at is None or p.start != c.dateline_at[0]])
        body = Tree(a.text, [p for p in whole.paragraphs if c.headline is None or p.start != c.headline[0]])
        published, published_from = a.published, a.published_from
        if published is None and (own := caption_day(c.noise) or published_in_text(whole)) is not None:
            published, published_from = own, "text"
        article = replace(a, published=published, published_from=published_from, language=a.language or "en",
                          agencies=c.agencies, dateline=c.dateline)
        entries = find_entries(a.text, c.stamps, published)
        # The steps walk the whole tree, as tokens count through it; what they find in the headline is no report.
        dates = _below(c.headline, find_dates(located, published, entries))
        quantities = _below(c.headline, find_quantities(whole, [d.range for d in dates if d.type != "DURATION"]))
        places = find_places(located, self._gazetteer, outlet=a.outlet)
        names = find_names(whole, a.id, _below(c.dateline_at, places))
        places = _below(c.headline, places)
        context = Context(whole, QuotationIndex(find_quotations(a.text, [r for r, _ in shown])))
        frames = find_frames(whole, context.quotations)
        attributed = build_attributions(context, frames, names, a.id, dates)
        attributions = tuple(x.attribution for x in attributed)
        sources = [(x.source.start, x.source.end) for x in attributions if x.source is not None]
        places = _as_actors(places, sources)
        found = Found(article, c.by_agency, attributed, dates, quantities, places, names.mentions,
                      {x.id: x for x in names.actors})
        statements = find_statements(body, found)
        casualties = find_casualties(body, names, quantities, dates, published)
        return Reading(article, c.noise, tuple(SentenceSpan(s.start, s.end) for s in body.sentences), tuple(names.mentions),
                       tuple(dates), tuple(quantities), tuple(places), attributions, tuple(statements), tuple(names.actors),
                       casualties.tolls, casualties.asides, entries)


def _marked(text: str, noise: Sequence[Noise], captions: Sequence[tuple[Range, Mended]],
            raws: Sequence[RawParse]) -> tuple[Noise, ...]:
    """The noise, its captions marked where they state a fact; `captions` and `raws` are theirs, in order."""
    facts = iter(states_fact(build(text, [r], [m], [raw])) for (r, m), raw in zip(captions, raws, strict=True))
    return tuple(replace(n, states_fact=next(facts)) if n.kind == "caption" else n for n in noise)


def _below(headline: Range | None, found: Sequence[Found_]) -> list[Found_]:
    """What lies outside the headline (or another stretch, if there is any)."""
    return [x for x in found if headline is None or not overlaps(x.range, headline)]


def _as_actors(places: Sequence[Place], sources: Sequence[Range]) -> list[Place]:
    """The places, those that share a character with a source as actors."""
    merged = merge(list(sources))
    ends = [end for _, end in merged]
    out = []
    for p in places:
        k = bisect_right(ends, p.start)
        out.append(replace(p, role="actor") if k < len(merged) and merged[k][0] < p.end else p)
    return out
