"""The ledger of figures: what is counted, each value with who gives it, and whether they can all be true."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.model.claim import Claim, Figure, FigureValue
from sayso.model.figure import compatible
from sayso.model.reading import Quantity
from sayso.model.statement import Statement
from sayso.weigh.context import Context

_MEASURES = {
    "killed": "kill die dead death deaths fatality fatalities murder slay perish toll drown execute massacre lose",
    "injured": "injure wound hurt injury injuries hospitalize hospitalise injured wounded casualty burn",
    "missing": "miss missing disappear unaccounted",
    "arrested": "arrest detain seize capture jail imprison custody",
    "displaced": "displace flee evacuate evict displaced homeless shelter",
    "deployed": "deploy send move dispatch transfer deployment station train consist",
    "rescued": "rescue save free release",
    "voted": "vote ballot"}
_LIGHT = frozenset(("be", "have", "do", "get", "make", "go", "take", "give", "say", "become", "remain", "include", "use"))
_BY_WORD = {w: m for m, words in _MEASURES.items() for w in words.split()}
_WORD = re.compile(r"[^\W\d_]+")


def measure(q: Quantity) -> str | None:
    """What the figure measures, from the word that governs it, else from what is counted; None where neither tells."""
    for text in (q.predicate or "", q.counts or ""):
        for w in _WORD.findall(text.lower()):
            if w in _BY_WORD:
                return _BY_WORD[w]
            if w.endswith("s") and w[:-1] in _BY_WORD:
                return _BY_WORD[w[:-1]]
    return q.predicate if q.predicate not in _LIGHT else None


def figures(context: Context, claims: Sequence[Claim], statements: Sequence[Statement]) -> tuple[Figure, ...]:
    """One entry a measure and kind of thing counted, people first; values that are the same are one, with all who give it."""
    home = {s: c.id for c in claims for s in c.statements}
    rows: dict[tuple[str, str], list[tuple[Statement, Quantity]]] = {}
    for s in statements:
        if any(a.response is not None for a in context.chain(s)):
            continue  # whoever denies a figure, or will not say, does not give it
        for q in context.figures(s):
            m = measure(q)
            if m is None or q.unit in ("year", "percent") or (q.value is None and q.low is None and q.high is None):
                continue
            rows.setdefault((m, _kind(q)), []).append((s, q))
    out = [_figure(context, key, given, home) for key, given in rows.items()
           if key[0] in _MEASURES or len({s.article for s, _ in given}) > 1]
    order = list(_MEASURES)
    return tuple(sorted(out, key=lambda f: (order.index(f.measure) if f.measure in order else 99, -len(f.values), f.counts)))


def _kind(q: Quantity) -> str:
    if q.unit == "person" or (q.unit is None and q.counts is None):
        return "people"
    return (q.unit if q.unit not in (None, "person") else None) or (q.counts or "").lower()


def _figure(context: Context, key: tuple[str, str], given: Sequence[tuple[Statement, Quantity]],
            home: dict[str, str]) -> Figure:
    by: dict[tuple[object, ...], list[tuple[Statement, Quantity]]] = {}
    for s, q in given:
        by.setdefault((q.value, q.low, q.high, q.relation), []).append((s, q))
    values = []
    for g in by.values():
        s, q = g[0]
        days = sorted(d for x, _ in g if (d := context.readings[x.article].article.published))
        values.append(FigureValue(q.value, q.low, q.high, q.relation, days[-1] if days else None,
                                  context.anchor(s, (q.start, q.end)),
                                  tuple(dict.fromkeys(o.name for x, _ in g for o in x.origins)),
                                  tuple(dict.fromkeys(x.id for x, _ in g))))
    quantities = [g[0][1] for g in by.values()]
    agree = all(compatible(x, y) for k, x in enumerate(quantities) for y in quantities[:k])
    latest = max(range(len(values)), key=lambda k: (values[k].as_of or "", len(values[k].statements), -k))
    return Figure(key[0], key[1], tuple(dict.fromkeys(home[s.id] for s, _ in given if s.id in home)), tuple(values), agree, latest)


def comparable(x: Quantity, y: Quantity) -> bool:
    """Figures of one measure, in one unit, that count one kind of thing."""
    mx, my = measure(x), measure(y)
    if x.unit != y.unit or (mx is not None and my is not None and mx != my):
        return False
    cx, cy = _words(x.counts), _words(y.counts)
    return bool(cx & cy) if cx and cy else mx is not None and mx == my


def show(q: Quantity) -> str:
    """The value in words and digits, its bound before it."""
    before = {"exactly": "", "about": "about ", "at-least": "at least ", "at-most": "up to ", "more-than": "more than ",
              "less-than": "less than ", "between": "", "vague": ""}[q.relation]
    if q.relation == "between" and q.low is not None and q.high is not None:
        return f"{q.low:,g} to {q.high:,g}"
    value = q.value if q.value is not None else (q.low if q.low is not None else q.high)
    return q.text if value is None or q.relation == "vague" else f"{before}{value:,.10g}"


def _words(text: str | None) -> set[str]:
    return {w.rstrip("s") for w in _WORD.findall((text or "").lower()) if len(w) > 2 and w not in ("the", "and", "other")}
