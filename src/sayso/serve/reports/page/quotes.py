"""The verbatim words behind a line: each sentence with the one before and after it, what the line rests on marked.

Everything is cut here, in code points; a browser only shows it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.data.telling import site
from sayso.model.article import Article
from sayso.model.dossier import Dossier
from sayso.model.span import Range, merge
from sayso.serve.reports.view import Line, Place
from sayso.serve.reports.words import clean, day, trimmed

MOST = 8
LONGEST, BESIDE = 900, 280


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a sentence, marked or not."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Quote:
    """One sentence of one report in its context."""

    article: str
    letter: str
    number: int
    outlet: str
    when: str
    title: str
    before: str
    parts: tuple[Part, ...]
    after: str


class Quotes:
    """Looks up the sentences that the places of a line stand in; `story` is the id of the dossier's first."""

    def __init__(self, dossier: Dossier) -> None:
        self.story = dossier.stories[0].id if dossier.stories else ""
        self._articles: dict[str, Article] = {a.id: a for a in dossier.articles}
        self._sentences = {r.article.id: sorted((s.start, s.end) for s in r.sentences) for r in dossier.readings}

    def of(self, *lines: Line) -> list[Quote]:
        """The first quotations of these lines, one a sentence, one of every report first."""
        places = self._ordered(place for line in lines for place in line.places)
        return [self._quote(place) for place in places[:MOST]]

    def left(self, *lines: Line) -> int:
        """How many sentences `of` leaves out."""
        return max(0, len(self._ordered(place for line in lines for place in line.places)) - MOST)

    def _ordered(self, places: Iterable[Place]) -> list[Place]:
        found: dict[tuple[str, int], Place] = {}
        for place in places:
            if place.article in self._articles:
                known = found.get((place.letter, place.number))
                ranges = (*(known.ranges if known else ()), *place.ranges)
                found[place.letter, place.number] = Place(place.article, place.letter, place.number, ranges)
        seen: set[str] = set()
        later: list[Place] = []
        first: list[Place] = []
        for place in found.values():
            (later if place.letter in seen else first).append(place)
            seen.add(place.letter)
        if len(found) > MOST:
            return [*first, *later]
        return list(found.values())

    def _quote(self, place: Place) -> Quote:
        article = self._articles[place.article]
        bounds = self._sentences.get(place.article, [])
        k = place.number - 1
        at = bounds[k] if 0 <= k < len(bounds) else merge(list(place.ranges))[0]
        before = article.text[slice(*bounds[k - 1])] if 0 < k < len(bounds) else ""
        after = article.text[slice(*bounds[k + 1])] if 0 <= k + 1 < len(bounds) else ""
        outlet = site(clean(article.outlet)) if article.outlet else f"{clean(article.id)}, outlet not named"
        return Quote(
            place.article, place.letter, place.number, outlet,
            day(article.published) if article.published else "undated", trimmed(article.title, 120) if article.title else "",
            _ending(before), tuple(_parts(article.text, at, place.ranges)), trimmed(after, BESIDE))


def _ending(text: str) -> str:
    """The end of a text, cut at a word where it is long."""
    text = clean(text)
    return text if len(text) <= BESIDE else "…" + text[-BESIDE:].split(" ", 1)[-1]


def _parts(text: str, at: Range, ranges: Iterable[Range]) -> Iterator[Part]:
    """The sentence in stretches; of a very long one what lies about the first mark."""
    marks = merge([(max(a, at[0]), min(b, at[1])) for a, b in ranges if a < at[1] and b > at[0]])
    start, end = at
    if end - start > LONGEST:
        middle = marks[0][0] if marks else start
        start, end = max(start, middle - LONGEST // 3), min(end, middle + LONGEST)
        marks = merge([(max(a, start), min(b, end)) for a, b in marks if a < end])
    if start > at[0]:
        yield Part("…", False)
    here = start
    for a, b in marks:
        if a > here:
            yield Part(_inline(text[here:a]), False)
        yield Part(_inline(text[a:b]), True)
        here = b
    if here < end:
        yield Part(_inline(text[here:end]), False)
    if end < at[1]:
        yield Part("…", False)


def _inline(text: str) -> str:
    """The text on one line; white space at its ends is kept as one space."""
    lead, tail = text[:1].isspace(), text[-1:].isspace() and text.strip() != ""
    return (" " if lead else "") + clean(text) + (" " if tail else "")
