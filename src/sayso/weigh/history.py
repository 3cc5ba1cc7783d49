"""How a claim changed from report to report: first said, hardened, weakened, withdrawn, corrected.

Only what the reports and their times show: a report without a time has no place here. Each entry names the statement in
which the change is read and, but for the first, what it is a change from. Only a statement that tells the same thing, in
words enough of which are the same, can have changed: a claim also holds what merely touches it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from sayso.model.claim import Change
from sayso.model.figure import compatible
from sayso.model.reading import Quantity
from sayso.model.statement import Statement
from sayso.weigh.context import Context
from sayso.weigh.details import tells_the_same
from sayso.weigh.figures import comparable, show

# Words that say outright that a thing is not sure; a verb of thinking or promising is no such word.
_HEDGES = frozenset(("reportedly", "allegedly", "apparently", "possibly", "perhaps", "maybe", "may", "might", "could", "likely",
                     "probably", "supposedly", "purportedly", "seemingly", "presumably", "unconfirmed", "alleged", "reported"))
# Days after which it may as well be another happening of the kind.
LONGEST = 7
# Two figures nearer than this share of the larger are one, rounded.
ROUNDED = 0.05
# The share of its words that a statement has in common with what it is a change of.
NEAR = 0.6


def history(context: Context, statements: Sequence[Statement], denying: Sequence[Statement]) -> tuple[Change, ...]:
    """The changes in the order of time, the first saying at their head; nothing for a claim that nobody affirms."""
    told = _in_time(context, statements)
    if not told:
        return ()
    first = told[0]
    out = [Change(_time(context, first), first.article, first.id, "first-said", f"first in these reports: {_who(first)}", None)]
    for k, s in enumerate(told):
        before = [x for x in told[:k] if _time(context, x) < _time(context, s)]
        out.extend(x for x in (_corrected(context, s, before), _surer(context, s, before)) if x is not None)
    out.extend(_withdrawn(context, told, _in_time(context, denying)))
    return tuple(sorted(dict.fromkeys(out), key=lambda c: (c.date, c.kind != "first-said", c.article, c.statement)))


def _in_time(context: Context, statements: Sequence[Statement]) -> list[Statement]:
    dated = [s for s in statements if len(_time(context, s)) >= 10]
    return sorted(dated, key=lambda s: (_time(context, s), s.article, s.start))


def _time(context: Context, s: Statement) -> str:
    return context.readings[s.article].article.published or ""


def _surer(context: Context, s: Statement, before: Sequence[Statement]) -> Change | None:
    """A hedge dropped without a new origin, or one put on, by the same outlet or on the same word as before."""
    mine = _named(s)
    kin = [x for x in before if _kin(context, s, x) and _same(context, s, x)]
    if not kin:
        return None
    last = max(kin, key=lambda x: (_time(context, x), x.article, -x.start))
    was, now = _hedge(last), _hedge(s)
    new = mine - {n for x in before for n in _named(x)}
    if was is not None and s.certainty == "certain" and not new:
        return Change(_time(context, s), s.article, s.id, "hardened", f"“{was}” is dropped, and no new origin is named", last.id)
    if now is not None and last.certainty == "certain":
        return Change(_time(context, s), s.article, s.id, "weakened", f"told as certain before, now “{now}”", last.id)
    sure = s.certainty == last.certainty == "certain"
    if sure and _named(last) and _without_source(context, s, last):
        return Change(_time(context, s), s.article, s.id, "hardened",
                      f"on the word of {', '.join(sorted(_named(last)))} before, now without a source", last.id)
    return None


def _corrected(context: Context, s: Statement, before: Sequence[Statement]) -> Change | None:
    """Another exact figure, a day or more later, by the same outlet or on the same word."""
    for q in context.figures(s):
        for x in reversed([b for b in before if _kin(context, s, b) and _same(context, s, b)
                           and _time(context, b)[:10] < _time(context, s)[:10]]):
            old = next((o for o in context.figures(x) if _both_exact(q, o) and (comparable(q, o) or _alone(context, s, x))), None)
            if old is not None:
                if compatible(q, old) or _rounded(q, old):
                    break
                return Change(_time(context, s), s.article, s.id, "corrected", f"{show(old)} before, now {show(q)}", x.id)
    return None


def _same(context: Context, s: Statement, before: Statement) -> bool:
    """Do the two tell one thing, within the same few days?"""
    then, now = (datetime.date.fromisoformat(_time(context, x)[:10]) for x in (before, s))
    return (now - then).days <= LONGEST and tells_the_same(s.text, before.text, NEAR)


def _without_source(context: Context, s: Statement, before: Statement) -> bool:
    """Does the same outlet tell it in its own voice, with the same verb and figures, and name in the sentence nobody who
    told it before?"""
    outlet = _outlet(context, s)
    if s.attributions or outlet is None or outlet != _outlet(context, before) or s.event.predicate != before.event.predicate:
        return False
    if [q.value for q in context.figures(s)] != [q.value for q in context.figures(before)]:
        return False
    reading = context.readings[s.article]
    sentence = next((x for x in reading.sentences if x.start <= s.start < x.end), None)
    text = reading.article.text[sentence.start:sentence.end] if sentence is not None else s.text
    return not any(name.split()[-1] in text for name in _named(before))


def _alone(context: Context, a: Statement, b: Statement) -> bool:
    """Has each of two that tell the same with one verb a single figure, of one unit and of nothing counted?"""
    given = context.figures(a), context.figures(b)
    return (a.event.predicate == b.event.predicate and all(len(g) == 1 and g[0].counts is None for g in given)
            and given[0][0].unit == given[1][0].unit is not None)


def _rounded(a: Quantity, b: Quantity) -> bool:
    x, y = abs(a.value or 0.0), abs(b.value or 0.0)
    return abs(x - y) <= ROUNDED * max(x, y)


def _both_exact(a: Quantity, b: Quantity) -> bool:
    return a.relation == "exactly" == b.relation and a.value is not None and b.value is not None


def _withdrawn(context: Context, told: Sequence[Statement], denying: Sequence[Statement]) -> Iterator[Change]:
    """Whoever said it before and denies it later takes it back."""
    for d in denying:
        said = next((s for s in reversed(told) if _time(context, s) < _time(context, d) and _named(s) & _named(d)), None)
        if said is not None:
            names = ", ".join(sorted(_named(said) & _named(d)))
            yield Change(_time(context, d), d.article, d.id, "withdrawn", f"{names} said it before and now denies it", said.id)


def _hedge(s: Statement) -> str | None:
    """The first word that hedges it outright."""
    return next((h.text for h in s.hedges if h.text.lower() in _HEDGES), None)


def _kin(context: Context, a: Statement, b: Statement) -> bool:
    """Do the two come from one outlet, or rest on one named origin?"""
    outlet = _outlet(context, a)
    return (outlet is not None and outlet == _outlet(context, b)) or bool(_named(a) & _named(b))


def _outlet(context: Context, s: Statement) -> str | None:
    return context.outlet(s)


def _named(s: Statement) -> set[str]:
    return {o.name for o in s.origins if o.kind in ("actor", "evidence")}


def _who(s: Statement) -> str:
    names = sorted(_named(s))
    return f"on the word of {', '.join(names)}" if names else "without a source"
