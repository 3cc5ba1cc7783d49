"""Where the accounts of one claim differ, slot by slot, each value with its own words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.model.claim import Accounts, Difference, DifferenceKind, DifferenceValue
from sayso.model.figure import compatible
from sayso.model.reading import Quantity
from sayso.model.statement import Statement
from sayso.weigh.context import Context
from sayso.weigh.figures import comparable, show

# A time of day without a day of its own is counted from the report, not from the event.
_CLOCK = re.compile(r"T\d")


def differences(context: Context, statements: Sequence[Statement]) -> tuple[Difference, ...]:
    """The slots in which affirming statements give different values: conflicts first."""
    found = [d for d in (_figures(context, statements), _dates(context, statements)) if d is not None]
    return tuple(sorted(found, key=lambda d: (d.kind != "conflict", d.slot)))


def accounts_of(found: Sequence[Difference], denied: bool) -> Accounts:
    """One word for how the accounts stand."""
    conflicts = {d.slot for d in found if d.kind == "conflict"}
    if denied:
        return "mixed" if conflicts else "denied"
    if len(conflicts) > 1:
        return "mixed"
    by_slot: dict[str, Accounts] = {"figure": "figures-differ", "date": "dates-differ", "place": "places-differ"}
    return next((by_slot.get(s, "details-differ") for s in conflicts), "agree")


def _figures(context: Context, statements: Sequence[Statement]) -> Difference | None:
    given = [(s, q) for s in statements for q in context.figures(s)]
    groups: list[list[tuple[Statement, Quantity]]] = []
    for s, q in given:
        home = next((g for g in groups if comparable(g[0][1], q)), None)
        if home is None:
            groups.append([(s, q)])
        else:
            home.append((s, q))
    best: Difference | None = None
    for g in groups:
        if len({s.article for s, _ in g}) < 2 or len({_key(q) for _, q in g}) < 2:
            continue
        clash = [(x, y) for k, (_, x) in enumerate(g) for _, y in g[:k] if not compatible(x, y)]
        # One text that itself gives two figures of a kind is telling parts of a whole, not contradicting itself.
        within = any(a[0].article == b[0].article and not compatible(a[1], b[1]) for k, a in enumerate(g) for b in g[:k])
        kind: DifferenceKind = "refinement" if not clash else ("different-scope" if within else _later(context, g))
        why = {"conflict": "both cannot be true of the same thing", "refinement": "both can be true; one is more exact",
               "update": "the later report gives the later figure",
               "different-scope": "one report gives both, so they are not of the same thing"}[kind]
        d = Difference("figure", kind, _values(context, g), why)
        if best is None or d.kind == "conflict":
            best = d
    return best


def _later(context: Context, given: Sequence[tuple[Statement, Quantity]]) -> DifferenceKind:
    """An update where every later report gives the same or a higher figure, a day or more apart; else a conflict."""
    dated = sorted((day, q.value) for s, q in given
                   if (day := (context.readings[s.article].article.published or "")[:10]) and q.value is not None)
    if len(dated) < len(given) or dated[0][0] == dated[-1][0]:
        return "conflict"
    days: dict[str, set[float]] = {}
    for day, value in dated:
        days.setdefault(day, set()).add(value)
    values = [max(v) for _, v in sorted(days.items())]
    single = all(len(v) == 1 for v in days.values())
    return "update" if single and values == sorted(values) else "conflict"


def _key(q: Quantity) -> tuple[object, ...]:
    return (q.value, q.low, q.high, q.relation)


def _values(context: Context, given: Sequence[tuple[Statement, Quantity]]) -> tuple[DifferenceValue, ...]:
    by: dict[tuple[object, ...], list[tuple[Statement, Quantity]]] = {}
    for s, q in given:
        by.setdefault(_key(q), []).append((s, q))
    return tuple(DifferenceValue(show(g[0][1]), context.anchor(g[0][0], (g[0][1].start, g[0][1].end)),
                                 tuple(dict.fromkeys(s.id for s, _ in g)),
                                 tuple(dict.fromkeys(o.name for s, _ in g for o in s.origins))) for g in by.values())


def _dates(context: Context, statements: Sequence[Statement]) -> Difference | None:
    dated = [(s, s.date.start[:10], s.date.end[:10], s.date.value) for s in statements
             if s.date is not None and s.date.start is not None and s.date.end is not None and not _CLOCK.search(s.date.value)]
    values = {d[3] for d in dated}
    if len(values) < 2 or len({d[0].article for d in dated}) < 2:
        return None
    clash = any(a[1] > b[2] or b[1] > a[2] for k, a in enumerate(dated) for b in dated[:k] if a[0].article != b[0].article)
    within = any(a[1] > b[2] or b[1] > a[2] for k, a in enumerate(dated) for b in dated[:k] if a[0].article == b[0].article)
    kind: DifferenceKind = "refinement" if not clash else ("different-scope" if within else "conflict")
    by: dict[str, list[Statement]] = {}
    for s, _, _, value in dated:
        by.setdefault(value, []).append(s)
    why = {"conflict": "the dates do not meet", "refinement": "one date holds the other",
           "different-scope": "one report gives both dates"}[kind]
    return Difference("date", kind, tuple(
        DifferenceValue(value, context.anchor(g[0]), tuple(s.id for s in g),
                        tuple(dict.fromkeys(o.name for s in g for o in s.origins))) for value, g in by.items()), why)
