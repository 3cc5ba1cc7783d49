"""What is due, what is threatened under which condition, and what was not said: plans, conditions, silences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from sayso.model.claim import Claim
from sayso.model.dossier import Silence, TimelineEntry, Watch
from sayso.model.span import Anchor, Range, subtract
from sayso.model.statement import Statement
from sayso.weigh.claims import text_of
from sayso.weigh.context import Context

_OPEN = ("does-not-deny", "does-not-confirm", "declines", "no-answer", "does-not-know", "does-not-say", "could-not-verify")
SHORTEST_CONDITION = 3


def watch(context: Context, claims: Sequence[Claim], as_of: str | None) -> tuple[Watch, ...]:
    """Plans with a date, by date; then conditions with what follows from them. One entry a claim of each kind."""
    out: list[Watch] = []
    for c in claims:
        statements = [context.statements[i] for i in c.statements]
        due = [s for s in statements if s.scheduled and s.date is not None]
        if due:
            best = min(due, key=lambda s: (len(s.date.value) < 10 if s.date else True, s.condition is not None, s.article, s.start))
            out.append(Watch("scheduled", best.date.value if best.date else None, _doer(context, best), None, None,
                             text_of(best), tuple(s.id for s in due), _state(best, as_of), ()))
        conditional = [s for s in statements if _condition(s)]
        if conditional:
            best = max(conditional, key=lambda s: (_length(s), -s.start, s.article))
            out.append(Watch("conditional", None, _speaker(context, best), context.anchor(best, _range(best)),
                             _consequence(context, best), text_of(best), tuple(s.id for s in conditional), "open", ()))
    return tuple(sorted(out, key=lambda w: (w.kind == "conditional", w.date or "9999")))


def _condition(s: Statement) -> bool:
    return s.condition is not None and len(s.condition.text.split()) >= SHORTEST_CONDITION


def _length(s: Statement) -> int:
    return len(s.condition.text) if s.condition is not None else 0


def _range(s: Statement) -> Range:
    return s.condition.range if s.condition is not None else (s.start, s.end)


def _consequence(context: Context, s: Statement) -> Anchor:
    """What follows from the condition: the longest stretch of the statement outside it."""
    rest = [r for span in s.spans for r in subtract(span, [_range(s)])]
    start, end = max(rest, key=lambda r: (r[1] - r[0], -r[0]), default=(s.start, s.end))
    text = context.readings[s.article].article.text
    while start < end and text[start] in " ,;:\n—–":
        start += 1
    while end > start and text[end - 1] in " ,;:\n—–":
        end -= 1
    return context.anchor(s, (start, end))


def _state(s: Statement, as_of: str | None) -> Literal["open", "passed"]:
    end = s.date.end if s.date is not None else None
    return "passed" if end is not None and as_of is not None and end[:10] < as_of[:10] else "open"


def _doer(context: Context, s: Statement) -> str | None:
    """The first actor of the statement; a plan is watched by who carries it out."""
    return next((a for a in s.actors if a in context.actors), None)


def _speaker(context: Context, s: Statement) -> str | None:
    """On whose word the condition stands; where nobody speaks, the first actor in it."""
    return next((o.actor for o in s.origins if o.actor in context.actors), None) or _doer(context, s)


def timeline(context: Context, claims: Sequence[Claim], as_of: str | None) -> tuple[TimelineEntry, ...]:
    """The dated claims in the order of their dates, known to the month at least."""
    out = []
    for c in claims:
        if c.date is None or c.date.startswith("X") or len(c.date) < 7 or c.kind == "condition" or not c.statements:
            continue
        scheduled = any(context.statements[i].scheduled for i in c.statements)
        ahead = scheduled and (as_of is None or c.date[:10] >= as_of[:10])
        out.append(TimelineEntry(c.date, c.text, (c.id,), "scheduled" if ahead else "past"))
    return tuple(sorted(out, key=lambda t: (t.date, t.claims)))


def silences(context: Context, claims: Sequence[Claim], statements: Sequence[Statement]) -> tuple[Silence, ...]:
    """Every answer that is none, with the claim it is about where that is clear. No silence is a yes or a no."""
    about = {i: c.id for c in claims for a in c.left_open_by for i in a.statements}
    out: dict[tuple[str, str, str | None], Silence] = {}
    for s in statements:
        chain = context.chain(s)
        response = chain[-1].response if chain else None
        if response not in _OPEN:
            continue
        for o in s.origins:
            if o.kind == "unattributed":
                continue
            key = (o.actor or o.name, response, about.get(s.id))
            known = out.get(key)
            out[key] = Silence(o.actor or o.name, about.get(s.id), response, (*(known.statements if known else ()), s.id))
    return tuple(out.values())
