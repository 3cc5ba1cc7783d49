"""What weighing looks things up in: one dossier's statements, readings, actors and copies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from sayso.model.link import ClaimGroup, Copy, LinkedActor, Story
from sayso.model.reading import Attribution, Quantity, Reading
from sayso.model.span import Anchor, Range, overlaps
from sayso.model.statement import Statement
from sayso.settings import UNRATED, Rating, Settings

_SMALL = re.compile(r"\b[a-z]{3,}\b")
# A capital after a word in small letters, in the middle of a sentence.
_GREAT = re.compile(r"[a-z],? ([A-Z][^\W_]+)")


@dataclass(frozen=True)
class Context:
    """`statements` carry linked actor ids; `local` maps local actor ids to linked actors."""

    statements: Mapping[str, Statement]
    readings: Mapping[str, Reading]
    actors: Mapping[str, LinkedActor]
    local: Mapping[str, LinkedActor]
    copies: tuple[Copy, ...]
    settings: Settings

    @cached_property
    def attributions(self) -> Mapping[str, Attribution]:
        return {a.id: a for r in self.readings.values() for a in r.attributions}

    @cached_property
    def by_article(self) -> Mapping[str, tuple[Statement, ...]]:
        """The statements of each article in the order of its text; an article without any is not there."""
        out: dict[str, list[Statement]] = {}
        for s in self.statements.values():
            out.setdefault(s.article, []).append(s)
        return {k: tuple(sorted(v, key=lambda s: (s.start, s.id))) for k, v in out.items()}

    def of_story(self, story: Story) -> list[Statement]:
        """The statements of a story's articles, and those of other stories' articles that stand in its passages."""
        out = [s for i in story.articles for s in self.by_article.get(i, ())]
        for i in story.also_in:
            ranges = [(p.start, p.end) for p in story.passages if p.article == i]
            out += [s for s in self.by_article.get(i, ()) if not ranges or any(a <= s.start < b for a, b in ranges)]
        return out

    @cached_property
    def _copied(self) -> Mapping[str, tuple[Copy, ...]]:
        out: dict[str, list[Copy]] = {}
        for c in self.copies:
            out.setdefault(c.article, []).append(c)
        return {k: tuple(v) for k, v in out.items()}

    @cached_property
    def _outlets(self) -> frozenset[str]:
        articles = (r.article for r in self.readings.values())
        return frozenset(self.settings.sources.outlet(a.outlet) for a in articles if a.outlet and a.kind == "report") - {""}

    def is_outlet(self, actor: LinkedActor) -> bool:
        """Is it the outlet of one of these reports (by name or address), and no part of a body that speaks for itself?"""
        return actor.of is None and any(self.settings.sources.outlet(n) in self._outlets for n in (actor.name, *actor.names))

    def chain(self, s: Statement) -> list[Attribution]:
        """The attributions of a statement, outermost first."""
        return [self.attributions[i] for i in s.attributions]

    def relays(self, s: Statement, origin: str | None) -> list[LinkedActor]:
        """Those through whom this statement came from its origin (a linked id), outermost first."""
        chain = self.chain(s)
        through = [a.source.actor for a in chain[:-1] if a.source is not None] + [v for a in chain for v in a.via]
        found = {a.id: a for x in through if x is not None and (a := self.local.get(x)) is not None and a.id != origin}
        return list(found.values())

    def verbatim(self, s: Statement) -> bool:
        """Are all its words its source's own, between marks?"""
        found = [v for a in self.chain(s) for v in a.verbatim]
        return any(a - 1 <= s.start and s.end <= b + 1 for a, b in found)

    def figures(self, s: Statement) -> list[Quantity]:
        """The quantities of a statement."""
        quantities = self.readings[s.article].quantities
        return [quantities[k] for k in s.quantities]

    def name(self, actor: str | None) -> str | None:
        return self.actors[actor].name if actor is not None and actor in self.actors else None

    def root(self, actor: str) -> str:
        """The last of those the actor speaks for, as far as the user wants it rolled up."""
        seen: set[str] = set()
        while actor not in seen and (above := self._above(actor)) is not None:
            seen.add(actor)
            actor = above
        return actor

    def _above(self, actor: str) -> str | None:
        """What the actor is counted with: nothing for one that the user counts apart, no country where bodies are counted."""
        known, rolled = self.actors.get(actor), self.settings.roll_up
        if known is None or known.of is None or known.of not in self.actors or rolled == "none":
            return None
        if rolled == "body" and self.actors[known.of].kind == "place":
            return None
        entry = next((e for n in known.names if (e := self.settings.sources.get(n)) is not None), None)
        return None if entry is not None and entry.apart else known.of

    def whole(self, actor: LinkedActor) -> LinkedActor:
        """The actor that it speaks for in the end, whatever the user wants rolled up."""
        seen = {actor.id}
        while actor.of is not None and actor.of in self.actors and actor.of not in seen:
            actor = self.actors[actor.of]
            seen.add(actor.id)
        return actor

    def is_common(self, name: str) -> bool:
        """A single word that these reports also write small ("Police", "Survivors" at the start of a sentence)."""
        return " " not in name and name.lower() in self._small_words and not name.isupper()

    def is_great(self, word: str) -> bool:
        """A word that these reports write with a capital inside a sentence, and never small: a name wherever it stands."""
        return word in self._great_words and word.lower() not in self._small_words

    @cached_property
    def _great_words(self) -> frozenset[str]:
        return frozenset(w for r in self.readings.values() for w in _GREAT.findall(r.article.text))

    @cached_property
    def _small_words(self) -> frozenset[str]:
        return frozenset(w for r in self.readings.values() for w in _SMALL.findall(r.article.text))

    def copy_of(self, s: Statement) -> str | None:
        """The article whose words these are, where the statement stands in a copied passage."""
        for c in self._copied.get(s.article, ()):
            if c.kind == "whole" or any(overlaps((p[0], p[1]), (s.start, s.end)) for p in c.passages):
                return c.of
        return None

    def outlet(self, s: Statement) -> str | None:
        return self.readings[s.article].article.outlet

    def rating(self, names: Iterable[str]) -> Rating:
        """The user's letter for one of these names; F where there is none."""
        return next((e.rating for n in names if (e := self.settings.sources.get(n)) is not None), UNRATED)

    def anchor(self, s: Statement, r: Range | None = None) -> Anchor:
        """Verbatim words of the statement's article, by default the statement's own."""
        start, end = r or (s.start, s.end)
        return Anchor(start, end, self.readings[s.article].article.text[start:end], s.article)

    def affirming(self, g: ClaimGroup) -> list[Statement]:
        return [self.statements[i] for i in g.affirming]

    def said_by(self, statements: Iterable[Statement]) -> list[tuple[str, list[Statement]]]:
        """The statements by the name of who they rest on, in order of first appearance."""
        out: dict[str, list[Statement]] = {}
        for s in statements:
            for o in s.origins:
                out.setdefault(o.name, []).append(s)
        return list(out.items())
