"""Details: where reports of one claim each tell of it what the others do not, though nothing in them clashes.

Two reports seldom give one claim in the same words, and most of that is wording. That the accounts differ in detail is
said where two of four signs stand together: one statement says a good deal that another lacks; so does its sentence;
the claim rests on the word of several named sources; one report quotes what another puts in words of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import combinations

from sayso.model.claim import Difference, DifferenceValue, Slot
from sayso.model.span import Range, overlaps
from sayso.model.statement import Statement
from sayso.weigh.context import Context

MORE = 6
MORE_IN_SENTENCE = 23
SIGNS = 2
SHARED = 2  # stems
MOST = 4
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
_DAY = re.compile(r"(?i)\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:to|yester)day|tomorrow|january|february|march|april|"
                  r"may|june|july|august|september|october|november|december)\b")
_SUFFIX = re.compile(r"(?:’s|'s|ies|ied|ing|edly|ed|es|s|ly|ments?|ations?|ions?|al)$")
_SMALL = frozenset("""a an the of to in on at by for from with as and or but nor so that which who whom whose what when where why
how if than then this these those there here it its he she they them his her their him i we you our your my me us is are was were
be been being am do does did done has have had having will would shall should can could may might must not no also just only very
more most much many some any all both each other another such same own over under about into out up down off again further said
says say saying told tell tells according after before during since until while because between against through within without
among per new one two""".split())


def details(context: Context, statements: Sequence[Statement]) -> Difference | None:
    """What each report alone says of the claim, in its own words; None where too little tells them apart."""
    by: dict[str, list[Statement]] = {}
    for s in statements:
        by.setdefault(s.article, []).append(s)
    if len(by) < 2:
        return None
    said = {i: _stems(context, i, (r for s in some for r in s.spans)) for i, some in by.items()}
    whole = {i: _stems(context, i, (_sentence(context, s) for s in some)) for i, some in by.items()}
    sources = {o.name for s in statements for o in s.origins if o.kind == "actor"}
    quoted = {any(_is_quoted(context, s) for s in some) for some in by.values()}
    signs = [(_most_own(said) >= MORE, "one report says more than another"),
             (_most_own(whole) >= MORE_IN_SENTENCE, "each sets it among other things"),
             (len(sources) > 1, "more than one source is named for it"),
             (len(quoted) > 1, "one quotes what another puts in its own words")]
    found = [why for holds, why in signs if holds]
    if len(found) < SIGNS:
        return None
    values = [v for i, some in list(by.items())[:MOST] for v in _alone(context, i, some, said)]
    return Difference(_slot(context, values), "refinement", tuple(values), "; ".join(found)) if len(values) > 1 else None


def _most_own(words: dict[str, frozenset[str]]) -> int:
    """The most words that one report has and another lacks."""
    return max(len(x - y) for a, b in combinations(words.values(), 2) for x, y in ((a, b), (b, a)))


def _alone(context: Context, article: str, some: Sequence[Statement], said: dict[str, frozenset[str]]) -> list[DifferenceValue]:
    """The longest stretch of the report's statements in words that no other report of the claim has."""
    others = frozenset().union(*(w for i, w in said.items() if i != article))
    best: tuple[int, Statement, Range] | None = None
    for s in some:
        for stretch in s.spans:
            for n, r in _stretches(context, article, stretch, others):
                if best is None or n > best[0]:
                    best = (n, s, r)
    if best is None:
        s = some[0]
        best = (0, s, s.spans[0])
    _, s, r = best
    anchor = context.anchor(s, r)
    return [DifferenceValue(" ".join(anchor.text.split()), anchor, tuple(x.id for x in some),
                            tuple(dict.fromkeys(o.name for x in some for o in x.origins)))]


def _stretches(context: Context, article: str, r: Range, others: frozenset[str]) -> list[tuple[int, Range]]:
    """Runs of words of its own, small words between them included, with how many such words each holds."""
    text = context.readings[article].article.text
    out: list[tuple[int, Range]] = []
    start, end, n = -1, -1, 0
    for m in _WORD.finditer(text, *r):
        word = m[0].lower()
        if word in _SMALL:
            continue
        if stem(word) in others:
            if n:
                out.append((n, (start, end)))
            start, n = -1, 0
            continue
        start, end, n = (m.start() if n == 0 else start), m.end(), n + 1
    return [*out, (n, (start, end))] if n else out


def _slot(context: Context, values: Iterable[DifferenceValue]) -> Slot:
    """Of what kind the details are, where they are all of one."""
    kinds = {_kind(context, v) for v in values}
    return kinds.pop() if len(kinds) == 1 else "action"


def _kind(context: Context, v: DifferenceValue) -> Slot:
    reading, r = context.readings[v.anchor.article], v.anchor.range
    if any(p.role == "location" and overlaps(p.range, r) for p in reading.places):
        return "place"
    return "actor" if any(m.kind in ("person", "organization") and overlaps(m.range, r) for m in reading.mentions) else "action"


def _sentence(context: Context, s: Statement) -> Range:
    found = next((x for x in context.readings[s.article].sentences if x.start <= s.start < x.end), None)
    return (found.start, found.end) if found is not None else (s.start, s.end)


def _is_quoted(context: Context, s: Statement) -> bool:
    chain = context.chain(s)
    return bool(chain and chain[-1].verbatim)


def _stems(context: Context, article: str, ranges: Iterable[Range]) -> frozenset[str]:
    text = context.readings[article].article.text
    return frozenset(x for a, b in ranges for x in stems_of(text[a:b]))


def stems_of(text: str) -> frozenset[str]:
    """The stems of the text's content words."""
    return frozenset(stem(w) for m in _WORD.finditer(text) if (w := m[0].lower()) not in _SMALL)


def tells_the_same(a: str, b: str, share: float = 0.5) -> bool:
    """Have the two texts so many stems in common, numbers and days apart, that one may be what became of the other?

    A claim holds statements that only touch; what is said of two of them together needs two that tell one thing.
    """
    x, y = ({w for w in stems_of(_DAY.sub(" ", t)) if not w.isdigit()} for t in (a, b))
    fewest = min(len(x), len(y))
    return bool(fewest) and len(x & y) >= max(min(SHARED, fewest), share * fewest)


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The word without its ending, so that forms of one word meet."""
    return _SUFFIX.sub("", word) if len(word) > 4 else word
