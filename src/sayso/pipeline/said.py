"""A dossier as rows: its claims, who said what when, and where somebody changed position."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from sayso.data.fold import fold
from sayso.data.telling import is_condition, stands_alone
from sayso.model.claim import Claim
from sayso.model.dossier import Dossier
from sayso.model.reading import Reading
from sayso.model.statement import Statement
from sayso.pipeline import days_covered
from sayso.store.codec import pack
from sayso.store.rows import ClaimRow, DueRow, SaidRow

AFFIRMS, DENIES = "affirms", "denies"
# A step in a claim's history that one makes against what the same one said before.
STEPS = ("hardened", "weakened", "withdrawn", "corrected")

Rows = tuple[tuple[ClaimRow, ...], tuple[SaidRow, ...], tuple[tuple[str, str, str], ...], tuple[DueRow, ...],
             tuple[tuple[str, int, bytes], ...]]


def tables(story: str, dossier: Dossier) -> Rows:
    """Of a dossier of one story: its claims, its statements on an actor's word, (actor, folded name, name shown), what
    is due, and the processes."""
    claims = dossier.stories[0].claims
    rows = tuple(_claim(story, n, c) for n, c in enumerate(claims, 1))
    said = _shifts(_said(story, dossier), claims)
    heard = {r.actor for r in said}
    names = tuple((a.id, folded, a.name) for a in dossier.actors if a.id in heard
                  for folded in sorted({fold(n) for n in (a.name, *a.names)} - {""}))
    courses = tuple((story, n, pack(p)) for n, p in enumerate(dossier.stories[0].processes, 1))
    return rows, tuple(said), names, tuple(_due(story, dossier)), courses


def _due(story: str, dossier: Dossier) -> Iterator[DueRow]:
    """What is due or hangs on a condition, as far as it can be read by itself. A condition with a date is told once, as due, with
    what became of the condition."""
    told = dossier.stories[0]
    home = {i: c.id for c in told.claims for i in c.statements}
    became = {i: w.state for w in told.watch if w.kind == "conditional" for i in w.statements}
    dated = {i for w in told.watch if w.kind == "scheduled" and w.date for i in w.statements}
    shown = [w for w in told.watch if stands_alone(w.text) and (w.kind == "scheduled" or (
        is_condition(w.if_.text.strip() if w.if_ is not None else "") and not dated.issuperset(w.statements)))]
    for n, w in enumerate(shown, 1):
        days = days_covered(w.date) if w.date else None
        state = next((became[i] for i in w.statements if i in became), w.state)
        yield DueRow(story, n, w.kind, days[0] if days else None, w.date, w.text, state,
                     next((home[i] for i in w.statements if i in home), None))


def _claim(story: str, n: int, c: Claim) -> ClaimRow:
    return ClaimRow(story, n, c.id, c.text, c.kind, c.status, c.independent_origins, len(c.articles), len(c.denied_by), c.date,
                    c.first_seen, c.last_seen)


def _said(story: str, dossier: Dossier) -> list[SaidRow]:
    """One row for each statement and actor on whose word it rests."""
    published = {a.id: a.published for a in dossier.articles}
    home = set(dossier.stories[0].articles)
    stances = _stances(dossier.stories[0].claims)
    texts = {c.id: c.text for c in dossier.stories[0].claims}
    readings = {r.article.id: r for r in dossier.readings}
    out: list[SaidRow] = []
    for s in dossier.statements:
        if s.article not in home or not s.attributions:
            continue
        claim, stance = stances.get(s.id, (None, AFFIRMS))
        # An answer is told by what it answers; its own words may be "that" or "it".
        text = s.text if claim is None or stance == AFFIRMS else texts[claim]
        if not stands_alone(text):
            text = _sentence(s, readings[s.article])
        # The innermost is the one whose words these are; those further out pass them on.
        out.extend(SaidRow(story, s.id, s.article, o.actor, s.said_on or published[s.article], text, claim, stance, None)
                   for o in s.origins[-1:] if o.actor is not None)
    return sorted(out, key=lambda r: (r.at or "9999", r.article, r.statement))


def _sentence(statement: Statement, reading: Reading) -> str:
    """The sentence of the report that it is in, as a quotation: what is said there only as "it" or "on that"."""
    around = [x for x in reading.sentences if x.start <= statement.start < x.end]
    if not around:
        return statement.text
    words = " ".join(reading.article.text[around[0].start:around[0].end].split())
    return words if "“" in words or '"' in words else f"“{words}”"


def _stances(claims: tuple[Claim, ...]) -> dict[str, tuple[str, str]]:
    """The claim that a statement is about, and what it does to it."""
    out: dict[str, tuple[str, str]] = {}
    for c in claims:
        out.update(dict.fromkeys(c.statements, (c.id, AFFIRMS)))
    for c in claims:
        for o in c.left_open_by:
            out.update(dict.fromkeys(o.statements, (c.id, o.response)))
        for d in c.denied_by:
            out.update(dict.fromkeys(d.statements, (c.id, DENIES)))
    return out


def _shifts(said: list[SaidRow], claims: tuple[Claim, ...]) -> list[SaidRow]:
    """The rows, those marked that take another position on a claim than the same actor took before."""
    actors: dict[str, set[str]] = defaultdict(set)
    for r in said:
        actors[r.statement].add(r.actor)
    steps = {h.statement: h.kind for c in claims for h in c.history if h.kind in STEPS and h.before is not None
             and actors[h.statement] & actors[h.before]}
    before: dict[tuple[str, str], str] = {}
    out = []
    for r in said:
        shift: str | None = steps.get(r.statement)
        if r.claim is not None:
            earlier = before.get((r.actor, r.claim))
            if earlier is not None and earlier != r.stance:
                shift = f"{earlier} before, now {r.stance}"
            before[r.actor, r.claim] = r.stance
        out.append(replace(r, shift=shift))
    return out
