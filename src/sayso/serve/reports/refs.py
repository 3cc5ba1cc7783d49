"""References: a letter for a report and the number of a sentence in it, `[a7, b3]`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from sayso.data.telling import site
from sayso.model.article import Article
from sayso.model.dossier import Dossier
from sayso.model.reading import Reading
from sayso.model.span import Anchor
from sayso.model.statement import Statement
from sayso.serve.reports.view import Piece, Place
from sayso.serve.reports.words import clean, listed, quoted, titled, trimmed, unique

MOST = 6
# What stands for a source in the data and is no name to print.
_NO_NAME = frozenset(("unattributed", "i", "we", "you", "he", "she", "it", "they", "this", "that", "who", "which", "one", "many",
                      "some", "most", "others", "several", "few"))


def letters(n: int) -> str:
    """0 is `a`, 25 `z`, 26 `aa`."""
    out = ""
    n += 1
    while n:
        n, rest = divmod(n - 1, 26)
        out = chr(97 + rest) + out
    return out


class Refs:
    """Looks up what a dossier's ids stand for, and writes references to the sentences they rest on.

    Letters are given over the whole dossier in the order of `order`, so that `[a7]` means one sentence in a brief.
    """

    def __init__(self, dossier: Dossier, order: Iterable[str]) -> None:
        self.articles: dict[str, Article] = {a.id: a for a in dossier.articles}
        self.readings: dict[str, Reading] = {r.article.id: r for r in dossier.readings}
        self.statements: dict[str, Statement] = {s.id: s for s in dossier.statements}
        self._actors = {a.id: a.name for a in dossier.actors}
        ids = dict.fromkeys([*order, *self.articles])
        self._letters = {article: letters(n) for n, article in enumerate(ids)}
        self._outlets = {a.outlet for a in dossier.articles if a.outlet} | {a.id for a in dossier.articles if not a.outlet}
        self._starts = {id: sorted(s.start for s in r.sentences) for id, r in self.readings.items()}

    def letter(self, article: str) -> str:
        return self._letters[article]

    def actor(self, id: str | None) -> str | None:
        """The name of a dossier's actor; what is no id of one is a name already."""
        return self._actors.get(id, id) if id else None

    def sentence(self, article: str, offset: int) -> tuple[str, int]:
        """The report's letter and the number, from 1, of the sentence at or before the offset; 0 before the first."""
        return self._letters[article], bisect_right(self._starts.get(article, []), offset)

    def of(self, statements: Iterable[str], anchors: Iterable[Anchor] = ()) -> Piece | None:
        """` [a7, b3]` for these statements and spans, with their places; None where there are none."""
        found: dict[tuple[str, int], list[Place]] = {}
        for place in (*self._places(statements), *self._anchored(anchors)):
            found.setdefault((place.letter, place.number), []).append(place)
        ordered = sorted(found, key=lambda p: (len(p[0]), p))
        places = tuple(place for key in ordered for place in found[key])
        return Piece(f" [{_joined(ordered)}]", "refs", places) if ordered else None

    def _places(self, statements: Iterable[str]) -> Iterator[Place]:
        for s in (self.statements[id] for id in statements if id in self.statements):
            yield Place(s.article, *self.sentence(s.article, s.start), s.spans or ((s.start, s.end),))

    def _anchored(self, anchors: Iterable[Anchor]) -> Iterator[Place]:
        for a in anchors:
            if a.article in self._letters:
                yield Place(a.article, *self.sentence(a.article, a.start), ((a.start, a.end),))

    def word(self, statements: Iterable[str]) -> str:
        """` (on the word of A and B)` for who stands behind these statements, ` (no source given)` for nobody."""
        origins = [o for id in statements if (s := self.statements.get(id)) for o in s.origins]
        names = self.names(o.name for o in origins if o.kind in ("actor", "evidence"))
        if names:
            return f" (on the word of {listed(names, 3)})"
        return " (no source given)" if origins else ""

    def names(self, given: Iterable[str]) -> list[str]:
        """Those of the names that name somebody: no pronoun, and no outlet, which is no source of its own report."""
        return unique(titled(n) for n in map(clean, given) if n.casefold() not in _NO_NAME and n not in self._outlets)

    def speaker(self, name: str, statements: Iterable[str]) -> str:
        """The name; of one that is only described, the report's own words: "The company"."""
        if not name[:1].islower():
            texts = (self.articles[s.article].text for id in statements if (s := self.statements.get(id)))
            found = re.compile(rf"(\b[Tt]he )?\b{re.escape(name)}(?![-’'\w])")
            # "The Norchem plant" is no reason to call Norchem so.
            hits = [bool(m[1]) for text in texts for m in found.finditer(text)]
            return f"The {name}" if 2 * sum(hits) > len(hits) else name
        for s in (self.statements[id] for id in statements if id in self.statements):
            for a in self.readings[s.article].attributions if s.article in self.readings else ():
                said = clean(a.source.text) if a.source and a.id in s.attributions else ""
                if name.split()[-1] in said and len(said.split()) <= 8:
                    return said
        return name

    def outlet(self, article: str) -> str:
        """The outlet of a report; its id where the outlet is not known."""
        found = self.articles.get(article)
        return site(clean(found.outlet if found and found.outlet else article))

    def said(self, article: str, start: int, end: int, most: int) -> str:
        """These words of a report, cut at `most` characters; in quotation marks only if its source is quoted so."""
        found = self.articles.get(article)
        text = found.text[start:end] if found else ""
        attributions = self.readings[article].attributions if article in self.readings else ()
        # The marks themselves may lie within the words asked for.
        verbatim = any(a - 1 <= start and end <= b + 1 for x in attributions for a, b in x.verbatim)
        return quoted(text, most) if verbatim else trimmed(text, most)

    def around(self, anchor: Anchor, most: int = 150) -> str:
        """The anchor's sentence; of a long one the anchor with words beside it, about `most` characters in all."""
        text = self.articles[anchor.article].text if anchor.article in self.articles else ""
        if len(anchor.text) >= most or text[anchor.start:anchor.end] != anchor.text:
            return anchor.text
        start, end = self._bounds(anchor)
        if end - start <= most:
            return text[start:end].strip()
        room = (most - len(anchor.text)) // 2
        left = max(start, min(anchor.start - room, end - most))
        right = min(end, max(anchor.end + room, start + most))
        while left > start and not text[left - 1].isspace():
            left -= 1
        while right < end and not text[right].isspace():
            right += 1
        body = text[left:right].strip()
        return ("…" if left > start else "") + body + ("…" if right < end else "")

    def _bounds(self, anchor: Anchor) -> tuple[int, int]:
        for s in self.readings[anchor.article].sentences if anchor.article in self.readings else ():
            if s.start <= anchor.start and anchor.end <= s.end:
                return s.start, s.end
        return anchor.start, anchor.end


def _joined(places: list[tuple[str, int]]) -> str:
    if len(places) <= MOST:
        return ", ".join(_written(p) for p in places)
    seen: dict[str, tuple[str, int]] = {}
    for p in places:
        seen.setdefault(p[0], p)
    # One of every report first: what is left out should not hide a report that says it too.
    shown = sorted([*seen.values(), *(p for p in places if p not in seen.values())][:MOST],
                   key=lambda p: (len(p[0]), p))
    return f"{', '.join(_written(p) for p in shown)} and {len(places) - MOST} more"


def _written(place: tuple[str, int]) -> str:
    return place[0] + (str(place[1]) if place[1] else "")
