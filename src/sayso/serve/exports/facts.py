"""What the tables look things up in: one dossier's statements, articles and attributions, and the rows of each table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from sayso.model.article import Article
from sayso.model.claim import Claim, Figure, FigureValue
from sayso.model.dossier import Dossier, StoryDossier
from sayso.model.reading import Attribution, Place, Reading
from sayso.model.statement import Statement

EVENTS = frozenset(("event", "figure", "background"))


@dataclass(frozen=True)
class ClaimRow:
    """A claim of a story; `said` is the first of its statements that tells it outright, or the first that denies it."""

    story: StoryDossier
    claim: Claim
    said: Statement
    article: Article
    reading: Reading

    @property
    def place(self) -> Place | None:
        """The first place of that statement that is a location and has coordinates."""
        found = (self.reading.places[k] for k in self.said.places)
        return next((p for p in found if p.role == "location" and p.lat is not None), None)


@dataclass(frozen=True)
class StatementRow:
    statement: Statement
    article: Article
    chain: tuple[Attribution, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True)
class AttributionRow:
    attribution: Attribution
    article: Article


@dataclass(frozen=True)
class FigureRow:
    story: StoryDossier
    figure: Figure
    value: FigureValue
    latest: bool


@dataclass(frozen=True)
class Facts:
    """The rows of a dossier, each kind in the order of the dossier."""

    dossier: Dossier

    @cached_property
    def statements_by_id(self) -> dict[str, Statement]:
        return {s.id: s for s in self.dossier.statements}

    @cached_property
    def articles(self) -> dict[str, Article]:
        return {a.id: a for a in self.dossier.articles}

    @cached_property
    def actor_kinds(self) -> dict[str, str]:
        """The kind of each actor, by id."""
        return {a.id: a.kind for a in self.dossier.actors}

    @cached_property
    def _readings(self) -> dict[str, Reading]:
        return {r.article.id: r for r in self.dossier.readings}

    def claims(self) -> Iterator[ClaimRow]:
        """Every claim, in the order of importance within its story."""
        for story in self.dossier.stories:
            for claim in story.claims:
                ids = (*claim.statements, *(i for d in claim.denied_by for i in d.statements))
                if (said := next((self.statements_by_id[i] for i in ids if i in self.statements_by_id), None)) is not None:
                    yield ClaimRow(story, claim, said, self.articles[said.article], self._readings[said.article])

    def events(self) -> Iterator[ClaimRow]:
        """The claims that tell what happened, not what is planned, demanded or under a condition; denied ones too."""
        return (row for row in self.claims() if row.claim.kind in EVENTS)

    def statements(self) -> Iterator[StatementRow]:
        """Every statement, with its attributions, outermost first, and the claims it affirms."""
        home: dict[str, list[str]] = {}
        for story in self.dossier.stories:
            for claim in story.claims:
                for i in claim.statements:
                    home.setdefault(i, []).append(claim.id)
        attributions = {a.id: a for r in self.dossier.readings for a in r.attributions}
        for s in self.dossier.statements:
            chain = tuple(attributions[i] for i in s.attributions if i in attributions)
            yield StatementRow(s, self.articles[s.article], chain, tuple(home.get(s.id, ())))

    def attributions(self) -> Iterator[AttributionRow]:
        """Every attribution of every report."""
        for reading in self.dossier.readings:
            for a in reading.attributions:
                yield AttributionRow(a, self.articles[reading.article.id])

    def figures(self) -> Iterator[FigureRow]:
        """Every value of the ledgers."""
        for story in self.dossier.stories:
            for figure in story.figures:
                for k, value in enumerate(figure.values):
                    yield FigureRow(story, figure, value, k == figure.latest)
