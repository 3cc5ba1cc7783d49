"""One report sentence by sentence: which rule found which attribution, and what statements came of it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sayso.model.reading import Attribution, Reading, Sentence, SourceSpan
from sayso.model.span import Range, overlaps
from sayso.model.statement import Statement
from sayso.serve.reports import rules
from sayso.serve.reports.words import RESPONSES, clean, count, date, listed, unique

MOST = 160
LABEL = 11
FEWEST = 20  # measured attributions below which a percentage would say more than is known
LEGEND = ("A percentage is the share of a rule's attributions that met one annotated by people, in news that the rules "
          "were made on. It is no likelihood that this reading is right.")
Row = tuple[str, str]


@dataclass
class _Page:
    """The lines so far, wrapped at `width` columns; what was told already, and under which sentence."""

    reading: Reading
    width: int
    lines: list[str] = field(default_factory=list)
    told: dict[str, int] = field(default_factory=dict)

    def put(self, lead: str, text: str) -> None:
        """A paragraph whose first line begins with `lead` and whose others stand under its text."""
        wide = max(self.width, len(lead) + 20)
        self.lines += textwrap.wrap(text, wide, initial_indent=lead, subsequent_indent=" " * len(lead),
                                    break_long_words=False, break_on_hyphens=False) or [lead.rstrip()]

    def rows(self, rows: Iterator[Row]) -> None:
        """What is known of one attribution or statement, a line each, under its own names."""
        for label, text in rows:
            self.put(f"       {label:<{LABEL}}", text)


def explain(reading: Reading, width: int = 100) -> str:
    """The reading as plain text, in lines of about `width` columns: every sentence, then what touches it.

    An attribution is told in full under the first sentence it touches and named under the others.
    """
    page = _Page(reading, width)
    article = reading.article
    page.put("", clean(" · ".join(x for x in (
        article.id, article.outlet or "outlet not known", date(article.published) if article.published else "undated",
        count(len(reading.sentences), "sentence"), count(len(reading.attributions), "attribution"),
        count(len(reading.statements), "statement")))))
    if not article.read:
        page.put("", f"Not read: the language ({article.language or 'not known'}) is not supported.")
    elif reading.attributions:
        page.put("", LEGEND)
    for number, sentence in enumerate(reading.sentences, 1):
        _sentence(page, number, sentence)
    if reading.noise:
        page.lines.append("")
        page.put("", "Left out, as it is no report:")
        for noise in reading.noise:
            page.put(f"    {noise.kind}{', which states a fact' if noise.states_fact else ''}: ", _cut(noise.text))
    return "\n".join(page.lines) + "\n"


def _sentence(page: _Page, number: int, sentence: Sentence) -> None:
    reading, at = page.reading, (sentence.start, sentence.end)
    page.lines.append("")
    page.put(f"[{number}] ", clean(reading.article.text[sentence.start:sentence.end]))
    for found in reading.attributions:
        if any(overlaps(at, part) for part in _parts(found)):
            _attribution(page, number, found)
    inside = [s for s in reading.statements if sentence.start <= s.start < sentence.end]
    for statement in inside:
        page.put(f"    {_key(statement.id)} says: ", _cut(statement.text))
        page.rows(_of_statement(statement))
    if not inside:
        noise = unique(n.kind for n in reading.noise if overlaps(at, n.range))
        page.put("    ", f"no statement: left out as {listed(noise)}" if noise else "no statement")


def _parts(found: Attribution) -> list[Range]:
    spans = [s.range for s in (found.source, found.cue) if s is not None]
    return [*found.spans, *spans, *([found.content.range] if found.content and not found.spans else [])]


def _attribution(page: _Page, number: int, found: Attribution) -> None:
    key, first = _key(found.id), page.told.get(found.id)
    if first is not None:
        who = f", source: {_cut(found.source.text)}" if found.source else ""
        page.put(f"    {key}: ", f"goes on from sentence {first}{who}")
        return
    page.told[found.id] = number
    page.put(f"    {key}: ", f"{found.rule}{_meaning(found.rule)}{_precision(found.rule)}")
    names = {a.id: a.name for a in page.reading.actors}
    speaks_for = {a.id: a.of for a in page.reading.actors if a.of}
    page.rows(_of_attribution(found, names, speaks_for))


def _meaning(rule: str) -> str:
    meaning = rules.meanings().get(rule)
    return f", {meaning}" if meaning else ""


def _precision(rule: str) -> str:
    found = rules.measured().get(rule)
    if found is None:
        return " (not measured)"
    share = f"{found.precision:.0%}: " if found.predicted >= FEWEST else "too few measured: "
    return f" ({share}{found.matched} of {found.predicted})"


def _of_attribution(found: Attribution, names: Mapping[str, str], speaks_for: Mapping[str, str]) -> Iterator[Row]:
    yield "source", _cut(found.source.text) if found.source else "none given"
    if found.source:
        yield from _who(found.source, names, speaks_for)
    if found.via:
        yield "by way of", listed([clean(names.get(v, v)) for v in found.via])
    yield "cue", _cut(found.cue.text) if found.cue else "none"
    yield "content", _cut(found.content.text) if found.content and found.content.text else "none"
    yield "act", found.act
    if found.response:
        yield "response", RESPONSES[found.response]
    yield "type", found.type
    if found.parent:
        yield "inside", _key(found.parent)
    if found.addressee:
        yield "said to", clean(names.get(found.addressee, found.addressee))
    if found.said_on:
        yield "said on", date(found.said_on)
    yield "inferred", "yes: the source is not named here" if found.inferred else "no"


def _who(source: SourceSpan, names: Mapping[str, str], speaks_for: Mapping[str, str]) -> Iterator[Row]:
    """Whom the source was taken to be and the bodies that one speaks for, the nearest first; how an unnamed one is told."""
    chain: list[str] = []
    at = source.actor
    while at is not None and at not in chain:
        chain.append(at)
        at = speaks_for.get(at)
    who = [clean(names.get(a, a)) for a in chain]
    if not who:
        yield "that is", "not known"
    elif who[0].casefold() != clean(source.text).casefold():
        yield "that is", who[0]
    if who[1:]:
        yield "speaks for", ", and so for ".join(who[1:])
    if (unnamed := source.anonymous) is not None:
        told = {"number": unnamed.number, "nationality": unnamed.nationality, "body": unnamed.body, "reason": unnamed.reason}
        yield "unnamed", clean(", ".join(f"{k} {v}" for k, v in told.items() if v is not None)) or "nothing more is told"


def _of_statement(statement: Statement) -> Iterator[Row]:
    origins = [f"{clean(o.name)} ({o.kind})" for o in statement.origins]
    chain = [_key(a) for a in statement.attributions]
    yield "origins", (listed(origins) or "none") + (f", by {' > '.join(chain)}" if chain else ", own voice")
    hedges = f" ({listed([_cut(h.text) for h in statement.hedges])})" if statement.hedges else ""
    yield "certainty", statement.certainty + hedges
    yield "polarity", statement.polarity
    if statement.condition is not None:
        yield "condition", _cut(statement.condition.text)
    if statement.date is not None:
        yield "date", date(statement.date.value) + (", planned" if statement.scheduled else "")
    if statement.said_on:
        yield "said on", date(statement.said_on)
    if statement.inferred:
        yield "inferred", "yes: the source is not named here"


def _key(id: str) -> str:
    return id.rsplit("#", 1)[-1]


def _cut(text: str) -> str:
    """The words as they stand, on one line, cut at a word with … where they are longer than MOST characters."""
    return textwrap.shorten(clean(text), MOST, placeholder=" …")
