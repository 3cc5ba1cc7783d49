"""Whether what was due, threatened or made a condition is said to have come about: the state of what is watched.

Compared are words: a claim told as having happened, in a report no earlier than the one that spoke of the plan, meets it
where it has its verb and most of its other content words. That it is said does not make it so: `claimed` on one word or
none, `met` on two separate origins, `disputed` where somebody denies it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from sayso.model.claim import Claim
from sayso.model.span import Range
from sayso.model.statement import Statement
from sayso.weigh.context import Context
from sayso.weigh.details import stem, stems_of

State = Literal["open", "claimed", "disputed", "met", "passed"]
ENOUGH = 0.65
FEWEST = 3
_TIME = re.compile(r"^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|may|june|july|august|september|"
                   r"october|november|december|today|tomorrow|tonight|morning|afternoon|evening|midnight|noon|week|month|year|next|coming|later|\d+)$")


def state(context: Context, s: Statement, part: Range, claims: Sequence[Claim], as_of: str | None) -> tuple[State, tuple[str, ...]]:
    """The state of what `part` of the statement says is to come, and the claims that would meet it."""
    met = [c for c in claims if s.id not in c.statements and _meets(context, s, part, c)]
    ids = tuple(c.id for c in met)
    if any(c.denied_by for c in met):
        return "disputed", ids
    if any(c.independent_origins > 1 for c in met):
        return "met", ids
    if met:
        return "claimed", ids
    end = s.date.end if s.date is not None else None
    return ("passed" if end is not None and as_of is not None and end[:10] < as_of[:10] else "open"), ()


def _meets(context: Context, s: Statement, part: Range, c: Claim) -> bool:
    text = context.readings[s.article].article.text[part[0]:part[1]]
    wanted = {stem(w.lower()) for w in re.findall(r"[^\W_]+", text) if not _TIME.match(w.lower())} & stems_of(text)
    if len(wanted) < FEWEST:
        return False
    said = context.readings[s.article].article.published or ""
    for other in (context.statements[i] for i in c.statements):
        told = (context.readings[other.article].article.published or "")[:10]
        if other.article == s.article or not is_told(other) or told < said[:10]:
            continue
        if s.date is not None and s.date.start is not None and not _by_then(context, other, s.date.start[:10]):
            continue
        words = stems_of(other.text) | {stem(other.event.predicate)}  # `stopped` for the `stop` that was to come
        if stem(s.event.predicate) in words and len(wanted & words) >= ENOUGH * len(wanted):
            return True
    return False


def is_told(s: Statement) -> bool:
    """Told as having happened: no plan, no condition, nothing denied or left open."""
    return not s.scheduled and s.condition is None and s.polarity == "positive" and s.certainty in ("certain", "probable") and not (
        re.search(r"\b(?:will|would|may|might|could|to be|plans?|planned|expected)\b", s.text))


def _by_then(context: Context, s: Statement, day: str) -> bool:
    """Is the report of the planned day or later? What is told before it happened is the plan again."""
    return (context.readings[s.article].article.published or "")[:10] >= day
