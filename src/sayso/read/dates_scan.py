"""Trying the rules over a text: the longest that reads at each place, each with what it is counted from."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from sayso.read import (
    dates_calendar,
    dates_clock,
    dates_holidays,
    dates_lengths,
    dates_quarters,
    dates_relative,
    dates_years,
)
from sayso.read.dates_rules import Context, Found, Rule
from sayso.read.dates_tense import Direction, direction
from sayso.read.dates_values import as_date, day_of, interval, quarter_of
from sayso.read.dates_words import PART, S, part, weekday_in
from sayso.read.tree import Paragraph, Token, Tree

NEAR = 4
LAST = 8
RECENT = 40
_SHADE = re.compile(
    rf"(?i)\b(?:(?:the{S})?(?:early|mid|late)(?:{S}(?:and|to|or){S}(?:early|mid|late))?"
    rf"(?:{S}(?:in|on)(?:{S}the)?)?[\s-]+"
    rf"|(?:earlier|later|sometime)(?:{S}(?:in|on))?{S}"
    rf"|(?:the{S})?(?:end|beginning|start|middle|close|turn|rest|remainder){S}of{S})$")
_PART_AFTER = re.compile(rf"{S}(?P<part>{PART})\b")
_DETERMINER = re.compile(rf"(?i:the|a|an|its|their|his|her){S}(?=[\w ]+-(?:\w+-)*\w+$)")
_DAY_AFTER_CLOCK = re.compile(rf"\s?,?{S}?(?:(?:on|of){S})?")
_LONGER = ("P9M", "P6M", "P1Y")
_CLOCK = re.compile(r"T(?:\d\d:\d\d|[A-Z]{2})$")


@dataclass(slots=True)
class Item:
    """One expression as found: its ends, its reading, and which way its verb points."""

    start: int
    end: int
    found: Found
    way: Direction | None


@dataclass(slots=True)
class _Seen:
    """What has been read so far in an article: what later expressions may be counted from."""

    published: str | None
    lead: str | None = None
    days: list[tuple[int, int, str, Direction | None]] = field(default_factory=list)
    quarters: list[tuple[int, str]] = field(default_factory=list)
    spoken: tuple[int, str] | None = None
    longer: int | None = None

    def context(self, tokens: Sequence[Token], paragraph: int) -> Context:
        """What an expression of these tokens can be counted from."""
        way = direction(tokens)
        if way == "past" and tokens and tokens[0].head.lower == "by":
            way = None
        sentence = tokens[0].sentence.index if tokens else -1
        here = self.days[-1][2] if self.days and self.days[-1][1] == sentence else None
        near = [v for p, v in self.quarters[-LAST:] if p >= paragraph - NEAR]
        longer = tokens != [] and self.longer == sentence
        spoken = self.spoken[1] if self.spoken and self.spoken[0] >= paragraph - 1 else None
        return Context(published=self.published, anchor=self._anchor(paragraph, sentence, way), clock_day=here,
                       quarter=max((v for _, v in self.quarters[-LAST:]), default=None),
                       period=None if longer else max(near, default=None), longer=longer, spoken=spoken, direction=way,
                       tokens=tokens)

    def _anchor(self, paragraph: int, sentence: int, way: Direction | None) -> str | None:
        """The day `the same day` means: of this sentence or paragraph, then of the one before, then of the lead.

        A day that was still to come is not what a past tense goes on from.
        """
        for at, where, value, its_way in reversed(self.days[-RECENT:]):
            if at < paragraph - 1:
                break
            if way != "future" and its_way == "future" and where != sentence:
                continue
            return value
        return self.lead

    def _over(self, value: str) -> bool:
        covered = interval(value)
        return covered is not None and (self.published is None or covered[1] < self.published)

    def note(self, found: Found, tokens: Sequence[Token], paragraph: int, way: Direction | None) -> None:
        """Remember a day or a quarter that was found."""
        sentence = tokens[0].sentence.index if tokens else -1
        day = day_of(found.value) if found.type in ("DATE", "TIME") else None
        if day:
            self.days.append((paragraph, sentence, day, way))
            if self.lead is None and paragraph <= 1:
                self.lead = day
        elif quarter_of(found.value) and not quarter_of(found.of) and self._over(found.value):
            self.quarters.append((paragraph, found.value))
        if found.value in _LONGER:
            self.longer = sentence
        if found.type in ("DATE", "TIME") and interval(found.value):
            self.spoken = (paragraph, day or found.value)


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """All rules; of two that read the same words the earlier one counts."""
    families = (dates_calendar, dates_years, dates_holidays, dates_relative, dates_quarters, dates_lengths, dates_clock)
    return tuple(rule for family in families for rule in family.rules())


@lru_cache(maxsize=1)
def _needed() -> frozenset[str]:
    """The words that some rule needs."""
    return frozenset(w for rule in rules() for w in rule.needs)


def scan(tree: Tree, published: str | None, days: Sequence[tuple[int, str]] = ()) -> list[Item]:
    """The expressions of a text in its order, none overlapping. `published`: ISO, or None.

    `days`: where parts of the text begin that are of a day of their own, and that day. Nothing is counted from one into another.
    """
    seen = _Seen(published)
    rest = deque(days)
    starts = [t.start for t in tree.tokens]
    out: list[Item] = []
    for paragraph in tree.paragraphs:
        while rest and rest[0][0] <= paragraph.start:
            seen = _Seen(rest.popleft()[1])
        out.extend(_joined(tree.text, _paragraph(tree, paragraph, starts, seen)))
    return out


def read_words(words: str, context: Context) -> Found | None:
    """What an expression means in a context, from its words alone; None where they are none."""
    best: tuple[int, Found] | None = None
    for start, end, rule, m in _candidates(words, 0, len(words)):
        if best is None or end - start > best[0]:
            found = rule.read(m, context)
            if found:
                best = (end - start, _with_part(words, end, found)[0])
    return best[1] if best else None


def _candidates(text: str, start: int, end: int) -> list[tuple[int, int, Rule, re.Match[str]]]:
    lower = text[start:end].lower()
    present = {w for w in _needed() if w in lower}
    out = [(m.start(), m.end(), rule, m) for rule in rules() if not rule.needs or not present.isdisjoint(rule.needs)
           for m in rule.pattern.finditer(text, start, end)]
    out.sort(key=lambda c: (c[0], -c[1]))
    return out


def _paragraph(tree: Tree, paragraph: Paragraph, starts: Sequence[int], seen: _Seen) -> list[Item]:
    out: list[Item] = []
    at = paragraph.start
    for start, end, rule, m in _candidates(tree.text, paragraph.start, paragraph.end):
        if start < at:
            continue
        tokens = _tokens(tree, starts, start, end)
        context = seen.context(tokens, paragraph.index)
        found = rule.read(m, context)
        if found is None:
            continue
        found, end = _with_part(tree.text, end, found)
        if lead := _DETERMINER.match(tree.text, start, end):
            start = lead.end()
        seen.note(found, tokens, paragraph.index, context.direction)
        out.append(Item(_shaded(tree.text, at, start, found), end, found, context.direction))
        at = end
    return out


def _tokens(tree: Tree, starts: Sequence[int], start: int, end: int) -> list[Token]:
    """The tokens that share a character with a range."""
    lo = max(0, bisect_left(starts, start + 1) - 1)
    hi = bisect_left(starts, end)
    return [t for t in tree.tokens[lo:hi] if t.end > start]


def _with_part(text: str, end: int, found: Found) -> tuple[Found, int]:
    """`Friday morning`: the part of the day belongs to the day before it."""
    m = _PART_AFTER.match(text, end) if found.type == "DATE" and _is_day(found.value) else None
    return (replace(found, value=f"{found.value}T{part(m['part'])}", type="TIME"), m.end()) if m else (found, end)


def _is_day(value: str) -> bool:
    return bool(day_of(value)) or value == "XXXX-XX-XX" or (value.startswith("XXXX-WXX-") and value[-1].isdigit())


def _shaded(text: str, at: int, start: int, found: Found) -> int:
    """Where the expression begins with its `early`, `late`, `the end of`, which leave its value as it is."""
    if found.type not in ("DATE", "TIME") or found.value.endswith("_REF"):
        return start
    m = _SHADE.search(text[max(at, start - 32):start])
    return start - len(m[0]) if m else start


def _names_day(text: str, day: Item, item: Item) -> bool:
    """`last Sunday (September 3)`: the date in brackets says which day is meant."""
    there = as_date(item.found.value)
    name = weekday_in(text[day.start:day.end])
    return there is not None and item.found.type == day.found.type == "DATE" and name == there.isoweekday() \
        and text[day.end:item.start].strip() == "("


def _at_part(clock: Found, part_: Found) -> Found:
    """`7:30 tonight`, `9 Friday morning`: the time on that day, after noon where the part of the day says so."""
    day, code = part_.value.split("T", 1)
    hour, minute = clock.value.rsplit("T", 1)[1].split(":")
    late = code in ("NI", "EV", "AF") and 1 <= int(hour) < 12
    return replace(part_, value=f"{day}T{int(hour) + 12 * late:02d}:{minute}", type="TIME")


def _joined(text: str, items: list[Item]) -> list[Item]:
    """Neighbours read together: a time of day and the day right after it (`10 p.m. Wednesday`) are one expression."""
    out: list[Item] = []
    for item in items:
        last = out[-1] if out else None
        clock = _CLOCK.search(last.found.value) if last and last.found.type == "TIME" else None
        if last and clock and item.found.type == "DATE" and _is_day(item.found.value) \
                and _DAY_AFTER_CLOCK.fullmatch(text, last.end, item.start):
            found = replace(item.found, value=item.found.value + clock[0], type="TIME")
            out[-1] = Item(last.start, item.end, found, item.way)
        elif last and clock and ":" in clock[0] and item.found.value.endswith(("TNI", "TEV", "TMO", "TAF")) \
                and not text[last.end:item.start].strip(" ,\u00a0"):
            out[-1] = Item(last.start, item.end, _at_part(last.found, item.found), item.way)
        elif last and _names_day(text, last, item):
            out[-1] = replace(last, found=replace(last.found, value=item.found.value))
            out.append(item)
        else:
            out.append(item)
    return out
