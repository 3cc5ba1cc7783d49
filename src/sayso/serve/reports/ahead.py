"""Figures, timeline, what to watch, leads: what the ledger and the calendar of a story show."""

from __future__ import annotations

from sayso.model.claim import Figure, FigureValue
from sayso.model.dossier import StoryDossier, Watch
from sayso.serve.reports.refs import Refs
from sayso.serve.reports.view import Line, Piece, Section, bullets, plain, row, strong
from sayso.serve.reports.words import clean, count, day, figure, listed, opening, trimmed, unique

MOST = 10
STATES = {"open": "", "claimed": "said to have come about", "disputed": "said to have come about, and denied",
          "met": "has come about, these reports say",
          "passed": "the date has passed; these reports do not say whether it came about"}


def figures(story: StoryDossier, refs: Refs) -> Section | None:
    """Every value given for each measure, each with who gave it."""
    return bullets("Figures", [_figure(f, refs) for f in story.figures[:MOST]])


def _figure(ledger: Figure, refs: Refs) -> Line:
    name = ledger.measure if ledger.counts in ("", ledger.measure) else f"{ledger.measure} ({ledger.counts})"
    pieces: list[Piece | None] = [strong(opening(name)), plain(": ")]
    for n, value in enumerate(ledger.values):
        latest = len(ledger.values) > 1 and n == ledger.latest
        pieces += [plain("; " if n else ""), strong(figure(value)), plain(_given(value, latest, refs)),
                   refs.of(value.statements, [value.anchor])]
    if len(ledger.values) > 1:
        pieces.append(plain(" — the figures agree" if ledger.agree else " — the figures differ"))
    return row(*pieces)


def _given(value: FigureValue, latest: bool, refs: Refs) -> str:
    when = f", as of {day(value.as_of)}" if value.as_of else ""
    who = listed(unique(map(clean, value.origins)), 3) or f"{refs.outlet(value.anchor.article)}, without a source"
    return f" ({who}{when}{', the latest' if latest else ''})"


def timeline(story: StoryDossier, refs: Refs) -> Section | None:
    """Days in order; shown from two entries on, one being no line of time."""
    if len(story.timeline) < 2:
        return None
    claims = {c.id: c for c in story.claims}
    lines = []
    for entry in story.timeline:
        statements = [id for claim in entry.claims if claim in claims for id in claims[claim].statements]
        due = "due: " if entry.when == "scheduled" else ""
        lines.append(row(strong(day(entry.date)), plain(f": {due}{trimmed(entry.text, 130)}{refs.word(statements)}"),
                         refs.of(statements)))
    return bullets("Timeline", lines)


def watch(story: StoryDossier, refs: Refs) -> Section | None:
    """What is due, by date, then what is said to follow if something else happens."""
    due = sorted((w for w in story.watch if w.kind == "scheduled"), key=lambda w: (w.date is None, w.date or ""))
    conditional = [w for w in story.watch if w.kind == "conditional"]
    return bullets("What to watch", [*(_due(w, refs) for w in due), *(_conditional(w, refs) for w in conditional)])


def _due(item: Watch, refs: Refs) -> Line:
    head = strong(day(item.date)) if item.date else strong("No date given")
    return row(head, plain(f": {trimmed(item.text, 160)}{refs.word(item.statements)}"), refs.of(item.statements),
               _state(item))


def _conditional(item: Watch, refs: Refs) -> Line:
    if item.if_ is None:
        return row(strong("On a condition"), plain(f": {trimmed(item.text, 160)}{refs.word(item.statements)}"),
                   refs.of(item.statements), _state(item))
    condition, then = (refs.said(a.article, a.start, a.end, 130) if a else "" for a in (item.if_, item.then))
    return row(strong(opening(condition)), plain(f": {then}" if then else ""), plain(refs.word(item.statements)),
               refs.of(item.statements, [item.if_]), _state(item))


def _state(item: Watch) -> Piece | None:
    said = STATES[item.state]
    return plain(f" — {said}") if said else None


def leads(story: StoryDossier, refs: Refs) -> Section | None:
    """Where a check would tell most."""
    lines = [row(plain(trimmed(lead.text, 200)), refs.of(lead.statements)) for lead in story.leads[:MOST]]
    if left := len(story.leads) - len(lines):
        lines.append(row(plain(f"and {count(left, 'more lead')}")))
    return bullets("Where to check next", lines)
