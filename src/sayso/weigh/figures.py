"""The ledger of figures: what is counted, each value with who gives it, and whether they can all be true."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.model.claim import Claim, Figure, FigureValue
from sayso.model.figure import compatible
from sayso.model.reading import Quantity
from sayso.model.statement import Statement
from sayso.weigh.context import Context
from sayso.weigh.tolls import Given, countable, is_aside, is_elsewhen, is_part, latest, refused, tolls

_MEASURES = {
    "killed": "kill die dead death deaths fatality fatalities murder slay perish toll drown execute massacre",
    "injured": "injure wound hurt injury injuries hospitalize hospitalise injured wounded casualty burn",
    "missing": "miss missing disappear unaccounted",
    "arrested": "arrest detain seize capture jail imprison custody",
    "displaced": "displace flee evacuate evict displaced homeless shelter",
    "deployed": "deploy send move dispatch transfer deployment station train consist",
    "rescued": "rescue save free release",
    "voted": "vote ballot"}
_CHARGE = re.compile(r"(?:\w+ )?(?:counts?|charges?)\b", re.I)
PEOPLE = "people"
COUNTED = ("killed", "injured")
_LIGHT = frozenset(("be", "have", "do", "get", "make", "go", "take", "give", "say", "become", "remain", "include", "use"))
_BY_WORD = {w: m for m, words in _MEASURES.items() for w in words.split()}
_WORD = re.compile(r"[^\W\d_]+")


def measure(q: Quantity) -> str | None:
    """What the figure measures, from the word that governs it, else from what is counted; None where neither tells.

    Counts of a charge are no figure: `four counts of attempted murder`.
    """
    if _CHARGE.match(q.counts or ""):
        return None
    for text in (q.predicate or "", q.counts or ""):
        for w in _WORD.findall(text.lower()):
            if w in _BY_WORD:
                return _BY_WORD[w]
            if w.endswith("s") and w[:-1] in _BY_WORD:
                return _BY_WORD[w[:-1]]
    return q.predicate if q.predicate not in _LIGHT else None


def figures(context: Context, claims: Sequence[Claim], statements: Sequence[Statement]) -> tuple[Figure, ...]:
    """One entry a measure and kind of thing counted, people first; values that are the same are one, with all who give it.

    The killed and injured are counted from the people described too, where a report gives no figure; what a report
    tells of other happenings stays out.
    """
    home = {s: c.id for c in claims for s in c.statements}
    rows: dict[tuple[str, str], list[Given]] = {}
    for s in statements:
        if refused(context, s):
            continue
        for q in context.figures(s):
            m = measure(q)
            if m is None or q.unit in ("year", "percent") or (q.value is None and q.low is None and q.high is None):
                continue
            if m in COUNTED and _kind(q) == PEOPLE and (is_aside(context, s) or is_elsewhen(context, s) or
                                                        is_part(context, s, q.range, q.value, m)):
                continue
            rows.setdefault((m, _kind(q)), []).append(Given(s, q.value, q.low, q.high, q.relation, q.range))
    for m in COUNTED:
        rows[m, PEOPLE] = countable([*tolls(context, statements, m), *rows.get((m, PEOPLE), ())])
    out = [_figure(context, key, given, home) for key, given in rows.items() if given and (
        key[0] in _MEASURES or len({g.statement.article for g in given}) > 1)]
    order = list(_MEASURES)
    return tuple(sorted(out, key=lambda f: (order.index(f.measure) if f.measure in order else 99, f.counts != PEOPLE,
                                            -len(f.values), f.counts)))


def _kind(q: Quantity) -> str:
    if q.unit == "person" or (q.unit is None and q.counts is None):
        return PEOPLE
    return (q.unit if q.unit not in (None, "person") else None) or (q.counts or "").lower()


def _figure(context: Context, key: tuple[str, str], given: Sequence[Given], home: dict[str, str]) -> Figure:
    by: dict[tuple[object, ...], list[Given]] = {}
    exact = {g.value for g in given if g.from_ == "stated" and g.relation == "exactly"}
    for g in given:
        # A count that a report also states supports the stated figure.
        stated = g.from_ == "counted" and g.value in exact
        by.setdefault((g.value, None, None, "exactly") if stated else (g.value, g.low, g.high, g.relation), []).append(g)
    values = tuple(_value(context, some) for some in by.values())
    agree = all(_both_true(x, y) for k, x in enumerate(values) for y in values[:k])
    stands = latest(context, given) if key[0] in COUNTED else None

    def newest(k: int) -> tuple[bool, str, int, int]:
        return (stands is not None and values[k].value == stands, values[k].as_of or "", len(values[k].statements), -k)
    return Figure(key[0], key[1], tuple(dict.fromkeys(home[g.statement.id] for g in given if g.statement.id in home)), values, agree,
                  max(range(len(values)), key=newest))


def _both_true(x: FigureValue, y: FigureValue) -> bool:
    """Compatible bounds, or the same number with and without those who did it."""
    if compatible(x, y):
        return True
    a, b = (x, y) if x.attackers else (y, x)
    return bool(a.attackers) and not b.attackers and a.value is not None and a.value - a.attackers == b.value


def _value(context: Context, some: Sequence[Given]) -> FigureValue:
    g = next((x for x in some if x.from_ == "stated"), some[0])
    days = sorted(d for x in some if (d := context.readings[x.statement.article].article.published))
    return FigureValue(g.value, g.low, g.high, g.relation, days[-1] if days else None, context.anchor(g.statement, g.range),
                       tuple(dict.fromkeys(o.name for x in some for o in x.statement.origins)),
                       tuple(dict.fromkeys(x.statement.id for x in some)), g.from_,
                       tuple(dict.fromkeys(n for x in some for n in x.names)), max(x.attackers for x in some))


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
