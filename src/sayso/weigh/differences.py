"""Where the accounts of one claim differ, slot by slot, each value with its own words."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model.claim import Accounts, Difference, DifferenceKind, DifferenceValue
from sayso.model.figure import compatible
from sayso.model.reading import Quantity
from sayso.model.statement import Statement
from sayso.weigh.context import Context
from sayso.weigh.details import details
from sayso.weigh.figures import comparable, measure, show
from sayso.weigh.occasions import dates_apart, places_apart

_ORDER: tuple[DifferenceKind, ...] = ("conflict", "update", "different-scope", "refinement")


def differences(context: Context, statements: Sequence[Statement]) -> tuple[Difference, ...]:
    """The slots in which affirming statements give different values: conflicts first."""
    looked_at = (_figures(context, statements), two_meanings(context, statements), dates_apart(context, statements),
                 places_apart(context, statements), details(context, statements))
    found = [d for d in looked_at if d is not None]
    return tuple(sorted(found, key=lambda d: (_ORDER.index(d.kind), d.slot)))


def accounts_of(found: Sequence[Difference], denied: bool) -> Accounts:
    """One word for how the accounts stand: what clashes or changed with time, else whether they differ in detail.

    What is of different scope does not differ; nor does a figure or date that another holds.
    """
    slots = {d.slot for d in found if d.kind in ("conflict", "update")}
    if denied:
        return "mixed" if slots else "denied"
    if len(slots) > 1:
        return "mixed"
    by_slot: dict[str, Accounts] = {"figure": "figures-differ", "date": "dates-differ", "place": "places-differ"}
    if slots:
        return by_slot.get(next(iter(slots)), "details-differ")
    return "details-differ" if any(d.kind == "refinement" and d.slot not in ("figure", "date") for d in found) else "agree"


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


def two_meanings(context: Context, statements: Sequence[Statement]) -> Difference | None:
    """One number for two measures, as 7 killed here and 7 hurt there: flagged, as either may be a slip for the other."""
    given = [(s, q, m) for s in statements for q in context.figures(s) if q.value is not None and q.value > 1
             and q.unit == "person" and (m := measure(q)) in ("killed", "injured", "missing", "arrested", "rescued")]
    for k, (s, q, m) in enumerate(given):
        for other, x, n in given[:k]:
            if s.article != other.article and q.value == x.value and m != n:
                values = tuple(DifferenceValue(f"{show(y)} {name}", context.anchor(t, y.range), (t.id,), tuple(
                    dict.fromkeys(o.name for o in t.origins))) for t, y, name in ((other, x, n), (s, q, m)))
                return Difference("figure", "different-scope", values, "one number, said of two different things")
    return None


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
