"""Amounts: numbers with their units, bounds and ranges, read from the lexemes of one paragraph."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.model.reading import Relation
from sayso.model.span import Range
from sayso.read import quantities_bounds as bounds
from sayso.read import quantities_units as units
from sayso.read.quantities_lexemes import Lexeme, glued_at, word_at
from sayso.read.quantities_parts import Part, TokenAt, aged, may_begin, read_part, refused, with_cents
from sayso.read.quantities_ranges import range_end, scaled_like


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure as read: `range` with its bounds, `core` the number and its unit alone, both text offsets."""

    range: Range
    core: Range
    value: float | None
    low: float | None
    high: float | None
    relation: Relation
    unit: str | None
    kind: str | None
    age: bool
    fraction: bool


def amounts(lex: Sequence[Lexeme], is_closed: Callable[[Range], bool], token_at: TokenAt) -> Iterator[Amount]:
    """The figures among the lexemes, in order. `is_closed`: a stretch that is read otherwise (a date, a link)."""
    k = done = 0
    while k < len(lex):
        part = read_part(lex, k) if may_begin(lex[k]) else None
        if part is None:
            k += 1
            continue
        if is_closed((lex[part.first].start, lex[part.number.last].end)):
            k = part.number.last + 1
            continue
        if refused(lex, part, token_at):
            k = _past(lex, part.number.last + 1)
            continue
        other = range_end(lex, part, token_at)
        if other is not None and not is_closed((lex[other.first].start, lex[other.number.last].end)):
            amount, k = _between(lex, part, other, done)
        else:
            part = _unit_ahead(lex, with_cents(lex, part))
            amount, k = _single(lex, part, done)
        done = k
        yield amount


def _past(lex: Sequence[Lexeme], k: int) -> int:
    """The index behind the rest of a name with a number refused in it: the `-9` of `5/24-9`."""
    while glued_at(lex, k) and glued_at(lex, k + 1) and lex[k].text in ("-", "/", ".") and lex[k + 1].kind == "numeral":
        k += 2
    return k


def _between(lex: Sequence[Lexeme], a: Part, b: Part, done: int) -> tuple[Amount, int]:
    low, high = scaled_like(a, b), b.number.value
    first = a.first
    if word_at(lex, first - 1) in ("between", "from") and first - 1 >= done:
        first -= 1
    if (bound := bounds.before(lex, first, b.kind == "time")) is not None and bound[1] >= done:
        first = bound[1]
    part = b if b.unit is not None else replace(b, unit=a.unit, kind=a.kind)
    core = (lex[a.first].start, lex[part.end - 1].end)
    return Amount((lex[first].start, core[1]), core, None, low, high, "between", part.unit, part.kind, part.age,
                  a.number.fraction and b.number.fraction), part.end


def _single(lex: Sequence[Lexeme], part: Part, done: int) -> tuple[Amount, int]:
    n, first, end = part.number, part.first, part.end
    relation: Relation = "vague" if n.value is None else "exactly"
    bound = bounds.before(lex, first, part.kind == "time" and not part.age)
    if bound is not None and bound[1] >= done:
        first = bound[1]
        relation = bound[0] if n.value is not None else relation
    later = bounds.after(lex, n.last + 1) if part.unit is None else bounds.after(lex, end)
    if later is not None:
        end = max(end, later[1])
        relation = later[0] if n.value is not None and (relation in ("exactly", "about")) else relation
        part = part if part.unit is not None else _unit_behind(lex, part, end)
        end = max(end, part.end)
    low = n.low if n.value is None else n.value if relation in ("at-least", "more-than") else None
    high = n.value if relation in ("at-most", "less-than") else None
    core = (lex[part.first].start, lex[end - 1].end)
    return Amount((lex[first].start, core[1]), core, n.value, low, high, relation, part.unit, part.kind, part.age,
                  n.fraction), end


def _unit_behind(lex: Sequence[Lexeme], part: Part, end: int) -> Part:
    """The unit behind a bound: `10 or more kilometres`, `100+ km`."""
    found = units.after(lex, end)
    if found is None:
        return part
    return aged(lex, replace(part, end=found.after, unit=found.unit.name, kind=found.unit.kind))


def _unit_ahead(lex: Sequence[Lexeme], part: Part) -> Part:
    """The unit that the second figure of a change gives the first: `rose from 5 to 7 percent`."""
    if part.unit is not None or word_at(lex, part.end) != "to" or word_at(lex, part.first - 1) != "from":
        return part
    other = read_part(lex, part.end + 1) if part.end + 1 < len(lex) else None
    return part if other is None or other.sign else replace(part, unit=other.unit, kind=other.kind)
