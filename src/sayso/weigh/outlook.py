"""What is due, what is threatened under which condition, and what was not said: plans, conditions, silences."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.model.claim import Claim
from sayso.model.dossier import Silence, TimelineEntry, Watch, WatchAct
from sayso.model.span import Anchor, Range, subtract
from sayso.model.statement import Statement
from sayso.weigh.claims import text_of
from sayso.weigh.context import Context
from sayso.weigh.met import state

_OPEN = ("does-not-deny", "does-not-confirm", "declines", "no-answer", "does-not-know", "does-not-say", "could-not-verify")
SHORTEST_CONDITION = 3
_OWNING = frozenset(("his", "her", "its", "their"))
_STANDING_FOR = _OWNING | {"he", "she", "it", "they", "who", "which", "that"}
_TO_COME = re.compile(r"(?:to \w+ )|.*\b(?:will|would|shall|(?:is|are) going to)\b|.*[’']ll\b", re.I | re.S)
_OBLIGED = re.compile(r"\b(?:must|shall|(?:is|are|was|were) (?:required|obliged|ordered|bound) to|ha(?:s|ve) (?:to|until))\b", re.I)


def watch(context: Context, claims: Sequence[Claim], as_of: str | None) -> tuple[Watch, ...]:
    """Plans with a date, threats and promises, by date; then conditions with what follows. One entry a claim of each kind."""
    out: list[Watch] = []
    for c in claims:
        statements = [context.statements[i] for i in c.statements]
        due = [s for s in statements if (s.scheduled and s.date is not None) or _pledged(context, s)]
        if due:
            best = min(due, key=lambda s: (len(s.date.value) < 10 if s.date else True, s.condition is not None, s.article, s.start))
            standing, met_by = state(context, best, (best.start, best.end), claims, as_of)
            out.append(Watch("scheduled", best.date.value if best.date and best.scheduled else None, _doer(context, best), None, None,
                             _told(context, best), tuple(s.id for s in due), standing, met_by, _act(context, best)))
        conditional = [s for s in statements if _condition(s)]
        if conditional:
            best = max(conditional, key=lambda s: (_length(s), -s.start, s.article))
            then = _consequence(context, best)
            # A threat or promise is met where what was to follow is told, not where its condition is.
            standing, met_by = state(context, best, then.range, claims, as_of)
            out.append(Watch("conditional", None, _speaker(context, best), context.anchor(best, _range(best)), then,
                             text_of(best), tuple(s.id for s in conditional),
                             "open" if standing == "passed" else standing, met_by, _act(context, best)))
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


def _pledged(context: Context, s: Statement) -> bool:
    """A threat or promise that says what is to be done, not one of a day gone by."""
    published = context.readings[s.article].article.published
    gone = s.date is not None and s.date.end is not None and published is not None and s.date.end[:10] < published[:10]
    if _act(context, s) not in ("threat", "promise") or s.condition is not None or gone:
        return False
    return _TO_COME.match(s.text) is not None


def _told(context: Context, s: Statement) -> str:
    """The statement's own clause; `to cut the water off` with who threatened to, in the report's words."""
    chain = context.chain(s)
    a = chain[-1] if chain else None
    if a is None or a.source is None or a.cue is None or not s.text.lower().startswith("to "):
        return text_of(s)
    source, what = a.source.text.lower(), " ".join(s.text.split())
    name = next((o.name for o in s.origins), a.source.text) if source in _STANDING_FOR else " ".join(a.source.text.split())
    said = f"{a.cue.text} of {name} {what}" if source in _OWNING else f"{name} {a.cue.text} {what}"
    return said[:1].upper() + said[1:]


def _act(context: Context, s: Statement) -> WatchAct:
    """A threat or promise by the verb of who speaks, an obligation by its own; else a plan."""
    chain = context.chain(s)
    if chain and chain[-1].act in ("threaten", "promise"):
        return "threat" if chain[-1].act == "threaten" else "promise"
    return "obligation" if s.scheduled and _OBLIGED.search(s.text) else "plan"


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
