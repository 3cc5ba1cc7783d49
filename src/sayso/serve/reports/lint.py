"""What no brief may do, checked line by line: say a thing without saying who says it, say a word that is neither the
reports' nor one of ours, tell one source as several, or weigh what it tells.

After the standards of the trade: Reuters and AP (attribution in the sentence, no plural for one source), ICD 203 (no
likelihood of one's own, none joined with a level of confidence).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from sayso.model.dossier import Dossier
from sayso.model.span import Range
from sayso.model.statement import Statement
from sayso.serve.reports import ahead, differ, sources, standing, words
from sayso.serve.reports.view import BriefView, Bullets, Line, Paragraph, Place, Section, Table

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_LIKELY = re.compile(r"(?i)\b(?:un)?likely\b|\b(?:im)?probabl[ey]\b|\balmost certain(?:ly)?\b|\bremote chance\b|\bodds\b|\bchances?\b")
_SURE = re.compile(r"(?i)\b(?:high|moderate|medium|low) (?:level of )?confidence\b|\bconfidence (?:level|is)\b")
_ONE_AS_MANY = re.compile(r"(?i)\b(?:1|one) (?:separate )?(?:sources|origins|reports|outlets|claims|agencies)\b")
_SENTENCE = re.compile(r"(?<=[.!?”])\s+(?=[A-Z“])")
_WORD_OF = re.compile(r"\((?:on the word of [^)]|no source given\))")
# Sections whose lines say something of the world, and so say who says it.
TELLING = ("short", "timeline", "watch")
# Sections whose lines hold nothing but what their own references hold; others may name a claim that stands elsewhere.
CLOSED = ("short", "said", "timeline", "watch")
# Our own words: everything a line may hold that no report wrote.
FIXED = frozenset("""
a about according accounts action actions affirms after afternoon agencies agency agree all also among an and another
answer apart are arrested as aside asked at autumn be been before being beside both by came can cannot caption captions certain claim
claimed claims come comment condition conditional confirm confirmed copied copies copy could counted credit credits date
dateline datelines dates day daytime declined denied denies deny deployed details did differ difference differences
different displaced disputed do document dropped due each eight else evening exact fact facts fewer figure figures first five for four
fourth from gave give given gives has have hedge here holds id in injured is it its killed know known language last
later latest least less like line lines linked many match meet met missing month more morning most named naming
navigation neither new night nine no nobody none nor not nothing now of off on once one ones only open or origin origins other
others out outlet outlets own parts passages passed past people place places plan possible possibly post quarter quoted
read reads refinement report reported reports request rescued rest rests said same say says scope second seem sentence
separate set seven several shares short show shown shows six so some source sources speak speaks spring stand stands
state states story subhead subheads summer surely taken ten text than that the their them there these they thing things third this
those though three through time to together too total transcript true two undated unnamed until up update values verify
via voted warned was way ways week were what when where whether which who whom whose winter with within without word
words year yes yet
""".split())


def faults(view: BriefView, dossier: Dossier) -> list[str]:
    """Each fault as `section: what: line`; a brief that may be shown has none."""
    known = _Known(dossier)
    return [f"{section.key}: {fault}: {line.text}" for story in view.stories for section in story.sections
            for line, closed in _lines(section) for fault in (*_ours(line, closed, known), *_said(section.key, line, known))]


def _lines(section: Section) -> Iterator[tuple[Line, bool]]:
    """Every line, and whether it may hold only what its own references do."""
    closed = section.key in CLOSED
    for block in section.blocks:
        if isinstance(block, Bullets):
            yield from ((line, closed) for line in block.lines)
        elif isinstance(block, Paragraph):
            yield block.line, False
        else:
            yield from _cells(block, closed)


def _cells(table: Table, closed: bool) -> Iterator[tuple[Line, bool]]:
    for row in table.rows:
        yield from ((cell, closed) for cell in row.cells)
        if row.opened is not None:
            yield from ((line, False) for line in row.opened.differ)
            yield from ((line, closed) for line in row.opened.alike)


class _Known:
    """What a line may have taken its words from: sentences by their place, and the names of whoever is in the dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self.texts = {a.id: a.text for a in dossier.articles}
        self.everything = _words(self.texts.values())
        self.labels = _words(_labels(dossier))
        self._bounds = {r.article.id: sorted((s.start, s.end) for s in r.sentences) for r in dossier.readings}
        self._actors = {a.id: (a.name, *a.names) for a in dossier.actors}
        self._sources = {x.id: x.source.text for r in dossier.readings for x in r.attributions if x.source}
        self._told: dict[tuple[str, Range], list[Statement]] = {}
        for s in dossier.statements:
            for part in s.spans:
                self._told.setdefault((s.article, part), []).append(s)

    def sentence(self, place: Place) -> set[str]:
        """The words of the sentence; of all the text before the first one, where a headline stands."""
        bounds, text = self._bounds.get(place.article, []), self.texts[place.article]
        start, end = bounds[place.number - 1] if 0 < place.number <= len(bounds) else (0, len(text))
        return _words([text[start:end]])

    def speakers(self, places: Iterable[Place]) -> set[str]:
        """Every name, small, of those on whose word the statements in these places are."""
        told = [s for p in places for part in p.ranges for s in self._told.get((p.article, part), ())]
        names = [n for s in told for o in s.origins for n in (o.name, *self._actors.get(o.actor or "", ()))]
        names += [self._sources[a] for s in told for a in s.attributions if a in self._sources]
        return {n.lower().removeprefix("the ") for n in names if n}


def _labels(dossier: Dossier) -> Iterator[str]:
    """All that may stand in a line as a name: of an actor, a source, an outlet, an agency, a report, a headline."""
    for actor in dossier.actors:
        yield from (actor.name, actor.role or "", *actor.names)
    for a in dossier.articles:
        yield from (a.id, a.id[:8], a.outlet or "", a.title or "", a.speaker or "", *a.agencies)
    yield from (o.name for s in dossier.statements for o in s.origins)
    yield from (x.source.text for r in dossier.readings for x in r.attributions if x.source)
    yield from (c.agency or "" for c in dossier.copies)
    for claim in (claim for story in dossier.stories for claim in story.claims):
        yield from (n for o in claim.origins for n in (o.name, o.rolls_up_to or "", *o.via))
        yield from (d.name for d in claim.denied_by)
        yield from (x.name for x in claim.left_open_by)


def _words(texts: Iterable[str]) -> set[str]:
    return {w for text in texts for word in _WORD.findall(text) for w in _parts(word)}


def _parts(word: str) -> tuple[str, ...]:
    low = word.lower()
    return (low, *re.split(r"[-'’]", low))


def _ours(line: Line, closed: bool, known: _Known) -> Iterator[str]:
    """Faults of the words that are our own, and of words that are nobody's."""
    sure, likely = _SURE.search(line.text), _LIKELY.search(line.text)
    if sure and likely and not any(sure[0] in t and likely[0] in t for t in known.texts.values()):
        yield "a level of confidence and a likelihood in one line"
    if _ONE_AS_MANY.search(line.text):
        yield "one told as several"
    body = "".join(p.text for p in line.pieces if p.kind in ("plain", "strong"))
    near = set().union(*map(known.sentence, line.places)) if closed and line.places else known.everything
    for word in _WORD.findall(body):
        parts = [w for w in _parts(word) if w]
        if parts[0] in near or parts[0] in known.labels or all(w in near or w in known.labels or _is_ours(w) for w in parts):
            continue
        yield f"“{word}” is neither in the reports nor ours"
        return


def _is_ours(word: str) -> bool:
    fixed = word in FIXED or word in _named()
    return fixed or word.replace(",", "").isdigit() or len(word) == 1 or bool(re.fullmatch(r"\d+\w{0,2}", word))


@cache
def _named() -> frozenset[str]:
    """The words of the tables that renderers take fixed phrases from."""
    tables = (words.LANGUAGES, words.SEASONS, words.HALVES, words.HOURS, words.RESPONSES, words.RELATIONS, words.CHANGED,
              ahead.STATES, differ.HEADS, differ.SLOTS, standing.ACCOUNTS, standing.KINDS, sources.ASIDE, sources.YEARS)
    return frozenset(_words([*words.MONTHS, *words.DAYS, differ.DETAILS, *(text for table in tables for text in table.values())]))


def _said(key: str, line: Line, known: _Known) -> Iterator[str]:
    """Is who says it said in the line, and in a summary in its first sentence?"""
    if key not in TELLING or not line.places:
        return
    first = (_SENTENCE.split(line.text)[0] if key == "short" else line.text).lower()
    if _WORD_OF.search(first) or "without naming a source" in first or "it is said, and not by whom" in first:
        return
    if not any(name in first for name in known.speakers(line.places)):
        yield "nobody is named for it"
