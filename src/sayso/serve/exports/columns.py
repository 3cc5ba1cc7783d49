"""The tables that are exported: every column with its name, what it holds, and how it comes from a row.

An empty cell is what is not known or not said, never nought. Several values in one cell have ` | ` between them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sayso.model.claim import Claim
from sayso.serve.exports.facts import AttributionRow, ClaimRow, Facts, FigureRow, StatementRow

Cell = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    kind: type
    says: str
    of: Callable[[Any], Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """`rows` yields what the columns look at."""

    name: str
    says: str
    columns: tuple[Column, ...]
    rows: Callable[[Facts], Iterator[Any]]


def joined(values: Iterable[str]) -> str | None:
    """The values, each once; None where there are none."""
    return " | ".join(dict.fromkeys(v.replace(" | ", " / ") for v in values if v)) or None


def counted(claim: Claim) -> str | None:
    """Whoever is counted, the whole it rolls up to where it does."""
    return joined(o.rolls_up_to or o.name for o in claim.origins if o.independent is not None)


def uncounted(claim: Claim) -> str | None:
    """Whoever is named for it and not counted, the outlets' own voices among them."""
    return joined(o.name for o in claim.origins if o.independent is None)


def _claim(name: str, kind: type, says: str, of: Callable[[Claim], Cell]) -> Column:
    return Column(name, kind, says, lambda r: of(r.claim))


_ANCHOR = (
    Column("article", str, "the report the words stand in", lambda r: r.article.id),
    Column("outlet", str, "the outlet of that report", lambda r: r.article.outlet),
    Column("published", str, "when it was published, as exactly as is known", lambda r: r.article.published),
)
_SAID = (
    *_ANCHOR,
    Column("start", int, "where the words begin in the report's text, in code points", lambda r: r.said.start),
    Column("end", int, "where they end", lambda r: r.said.end),
    Column("words", str, "the words themselves, from start to end", lambda r: r.article.text[r.said.start:r.said.end]),
)
_STANDING = (
    _claim("status", str, "corroborated, single-origin, disputed, own-voice or unattributed", lambda c: c.status),
    _claim("independent_origins", int, "named origins with no link shown in these reports", lambda c: c.independent_origins),
    _claim("origins", str, "those on whose word it stands that are counted", counted),
    _claim("not_counted", str, "those named for it that are not counted, outlets' own voices among them", uncounted),
    _claim("own_voice_outlets", int, "outlets that tell it without a source", lambda c: c.own_voice_outlets),
    _claim("denied_by", str, "who denies it", lambda c: joined(d.name for d in c.denied_by)),
    _claim("left_open_by", str, "who would not say, or neither confirmed nor denied",
           lambda c: joined(f"{x.name}: {x.response}" for x in c.left_open_by)),
    _claim("accounts", str, "whether the accounts of it agree, and if not, in what they differ", lambda c: c.accounts),
    _claim("why", str, "why it stands so, in a sentence", lambda c: c.why),
)
_STORY = (
    Column("story", str, "the story's id", lambda r: r.story.id),
    Column("story_title", str, "its title", lambda r: r.story.title),
)

CLAIMS = (
    *_STORY,
    _claim("claim", str, "the claim's id", lambda c: c.id),
    _claim("text", str, "the claim, in the words of one of its reports", lambda c: c.text),
    _claim("kind", str, "event, figure, utterance, plan, condition or background", lambda c: c.kind),
    *_STANDING,
    _claim("date", str, "when it happened or is due, as exactly as is known (TIMEX3 value)", lambda c: c.date),
    _claim("places", str, "the places named", lambda c: joined(p.name for p in c.places)),
    _claim("reports", int, "how many reports tell it", lambda c: len(c.articles)),
    _claim("outlets", str, "whose they are", lambda c: joined(c.outlets)),
    _claim("first_seen", str, "the first of them, by its time", lambda c: c.first_seen),
    _claim("last_seen", str, "the last", lambda c: c.last_seen),
    _claim("match", float, "how well its statements match, 0 to 1; 1 where there is one", lambda c: c.score),
    _claim("elsewhere", bool, "told only in a part of a roundup that is of another event", lambda c: c.elsewhere),
    *_SAID,
)
EVENTS = (
    *_STORY,
    _claim("claim", str, "the claim's id; there is one row a claim", lambda c: c.id),
    Column("date", str, "when it happened, as exactly as is known (TIMEX3 value)", lambda r: r.claim.date),
    Column("date_start", str, "the first day that the words allow", lambda r: r.said.date.start if r.said.date else None),
    Column("date_end", str, "the last day that they allow", lambda r: r.said.date.end if r.said.date else None),
    Column("actor", str, "who does it, as written", lambda r: r.said.event.agent.text if r.said.event.agent else None),
    Column("action", str, "the lemma of the verb or noun that tells it", lambda r: r.said.event.predicate),
    Column("patient", str, "to whom or what, as written", lambda r: r.said.event.patient.text if r.said.event.patient else None),
    Column("negated", bool, "told as not having happened", lambda r: r.said.polarity == "negative"),
    Column("certainty", str, "how surely it is told: certain, probable, possible or unknown", lambda r: r.said.certainty),
    Column("place", str, "where, by the gazetteer's name", lambda r: r.place.name if r.place else None),
    Column("country", str, "the country of the place (ISO 3166, two letters)", lambda r: r.place.country if r.place else None),
    Column("lat", float, "latitude of the place, in degrees", lambda r: r.place.lat if r.place else None),
    Column("lon", float, "longitude", lambda r: r.place.lon if r.place else None),
    Column("precision", str, "exact, near, region or country: what the coordinates stand for",
           lambda r: r.place.precision if r.place else None),
    *_STANDING,
    *_SAID,
)
STATEMENTS = (
    Column("statement", str, "its id", lambda r: r.statement.id),
    *_ANCHOR,
    Column("start", int, "where it begins in the report's text, in code points", lambda r: r.statement.start),
    Column("end", int, "where it ends", lambda r: r.statement.end),
    Column("words", str, "the words from start to end", lambda r: r.article.text[r.statement.start:r.statement.end]),
    Column("origins", str, "on whose word it stands", lambda r: joined(o.name for o in r.statement.origins)),
    Column("origin_kinds", str, "actor, outlet (its own voice), agency, evidence or unattributed",
           lambda r: joined(o.kind for o in r.statement.origins)),
    Column("sources", str, "the sources as written, outermost first", lambda r: joined(a.source.text for a in r.chain if a.source)),
    Column("act", str, "what the innermost of them does: assert, deny, refuse, warn ...",
           lambda r: r.chain[-1].act if r.chain else None),
    Column("response", str, "how a question or claim is answered: denies, declines, does-not-know ...",
           lambda r: r.chain[-1].response if r.chain else None),
    Column("polarity", str, "positive or negative", lambda r: r.statement.polarity),
    Column("certainty", str, "certain, probable, possible or unknown", lambda r: r.statement.certainty),
    Column("hedges", str, "the words that hedge it", lambda r: joined(h.text for h in r.statement.hedges)),
    Column("condition", str, "the condition it stands under", lambda r: r.statement.condition.text if r.statement.condition else None),
    Column("scheduled", bool, "a plan whose time is still to come", lambda r: r.statement.scheduled),
    Column("action", str, "the lemma of what happens", lambda r: r.statement.event.predicate),
    Column("date", str, "when (TIMEX3 value)", lambda r: r.statement.date.value if r.statement.date else None),
    Column("claims", str, "the claims it affirms", lambda r: joined(r.claims)),
)
ATTRIBUTIONS = (
    Column("attribution", str, "its id", lambda r: r.attribution.id),
    *_ANCHOR,
    Column("source", str, "who says it, as written", lambda r: r.attribution.source.text if r.attribution.source else None),
    Column("cue", str, "the word that tells it is said", lambda r: r.attribution.cue.text if r.attribution.cue else None),
    Column("start", int, "where what is said begins in the report's text",
           lambda r: r.attribution.content.start if r.attribution.content else None),
    Column("end", int, "where it ends", lambda r: r.attribution.content.end if r.attribution.content else None),
    Column("words", str, "what is said; empty for a refusal without words",
           lambda r: r.attribution.content.text if r.attribution.content else None),
    Column("type", str, "direct, indirect or mixed", lambda r: r.attribution.type),
    Column("act", str, "assert, confirm, deny, refuse, accuse, warn ...", lambda r: r.attribution.act),
    Column("response", str, "denies, does-not-deny, declines, does-not-know ...", lambda r: r.attribution.response),
    Column("parent", str, "the attribution it stands in", lambda r: r.attribution.parent),
    Column("said_on", str, "when it was said", lambda r: r.attribution.said_on),
    Column("rule", str, "the rule that read it", lambda r: r.attribution.rule),
)
FIGURES = (
    *_STORY,
    Column("measure", str, "killed, injured, missing, displaced ...", lambda r: r.figure.measure),
    Column("counts", str, "what is counted", lambda r: r.figure.counts),
    Column("value", float, "the figure; empty where it is vague", lambda r: r.value.value),
    Column("low", float, "the least that the words allow", lambda r: r.value.low),
    Column("high", float, "the most that they allow", lambda r: r.value.high),
    Column("relation", str, "exactly, about, at-least, at-most, more-than, less-than, between or vague", lambda r: r.value.relation),
    Column("as_of", str, "of when it is", lambda r: r.value.as_of),
    Column("latest", bool, "the latest of its ledger", lambda r: r.latest),
    Column("origins", str, "on whose word; an outlet's name where it gives it without a source", lambda r: joined(r.value.origins)),
    Column("article", str, "the report the words stand in", lambda r: r.value.anchor.article),
    Column("start", int, "where they begin in the report's text, in code points", lambda r: r.value.anchor.start),
    Column("end", int, "where they end", lambda r: r.value.anchor.end),
    Column("words", str, "the words", lambda r: r.value.anchor.text),
)

TABLES = (
    Table("claims", "one row a claim: what is said, on whose word, how it stands", CLAIMS, Facts.claims),
    Table("events", "one row a claim of something that happened, for those who build event data", EVENTS, Facts.events),
    Table("statements", "one row a statement, the smallest thing that is said", STATEMENTS, Facts.statements),
    Table("attributions", "one row each time somebody says something", ATTRIBUTIONS, Facts.attributions),
    Table("figures", "one row a value of the ledgers of figures", FIGURES, Facts.figures),
)
RowKinds = ClaimRow | StatementRow | AttributionRow | FigureRow


def cells(table: Table, facts: Facts) -> Iterator[tuple[Cell, ...]]:
    """The table's rows, a cell a column."""
    for row in table.rows(facts):
        yield tuple(c.of(row) for c in table.columns)
