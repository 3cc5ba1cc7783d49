"""A report's text cut where any annotation begins or ends, so that each stretch knows the layers it lies in."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from sayso.model.link import Copy
from sayso.model.reading import Attribution, Reading
from sayso.model.span import Range

LAYERS = (("source", "Who says it"), ("cue", "Words that say so"), ("content", "What they say"), ("statement", "Statements"),
          ("date", "Dates"), ("figure", "Figures"), ("place", "Places"), ("noise", "Set aside"), ("copied", "Copied passages"))
# A page carries so much of a text; longer ones have more pages.
LONGEST = 120_000


@dataclass(frozen=True, slots=True)
class Stretch:
    """`layers` it lies in, `tells` a short line on each annotation, `sentence` its number where one begins here."""

    text: str
    layers: tuple[str, ...]
    tells: str
    sentence: int | None
    breaks: bool


@dataclass(frozen=True, slots=True)
class Mark:
    layer: str
    start: int
    end: int
    tells: str


def marks(reading: Reading, copies: list[Copy], names: dict[str, str]) -> list[Mark]:
    """Every annotation of a report as a mark; `names` are those of the reports it shares text with."""
    out = [m for a in reading.attributions for m in _of(a)]
    out += [Mark("statement", s, e, "") for st in reading.statements for s, e in (st.spans or ((st.start, st.end),))]
    out += [Mark("date", d.start, d.end, d.value) for d in reading.dates]
    out += [Mark("figure", q.start, q.end, f"{q.relation} {q.counts or q.unit or ''}".strip()) for q in reading.quantities]
    out += [Mark("place", p.start, p.end, f"{p.name}, {p.country}" if p.country else p.name) for p in reading.places]
    out += [Mark("noise", n.start, n.end, f"set aside as {n.kind}") for n in reading.noise]
    for c in copies:
        mine = c.article == reading.article.id
        other = c.of if mine else c.article
        out += [Mark("copied", *((p[0], p[1]) if mine else (p[2], p[3])), f"stands in {names.get(other, other)} too")
                for p in c.passages]
    return out


def _of(a: Attribution) -> Iterator[Mark]:
    if a.source is not None:
        yield Mark("source", a.source.start, a.source.end, f"source, found by {a.rule}")
    if a.cue is not None:
        yield Mark("cue", a.cue.start, a.cue.end, f"cue of {a.rule}: {a.act}")
    spans = a.spans or ((a.content.range,) if a.content else ())
    yield from (Mark("content", s, e, f"content, {a.type}") for s, e in spans)


def stretches(reading: Reading, found: list[Mark], window: Range) -> list[Stretch]:
    """The text from `window[0]` to `window[1]` as stretches, in order; joined they are that text exactly."""
    text = reading.article.text
    start, end = window
    starts = {s.start: n for n, s in enumerate(reading.sentences, 1)}
    inside = [m for m in found if m.end > start and m.start < end and m.start < m.end]
    cuts = {start, end, *(max(m.start, start) for m in inside), *(min(m.end, end) for m in inside)}
    cuts |= {s for s in starts if start < s < end}
    cuts |= {k + 1 for k in range(start, end - 1) if text[k] == "\n"}
    edges = sorted(cuts)
    on: dict[int, list[Mark]] = defaultdict(list)
    for m in inside:
        for k in range(_at(edges, max(m.start, start)), _at(edges, min(m.end, end))):
            on[k].append(m)
    out = []
    for k, (a, b) in enumerate(pairwise(edges)):
        here = on[k]
        layers = tuple(name for name, _ in LAYERS if any(m.layer == name for m in here))
        tells = "; ".join(dict.fromkeys(m.tells for m in here if m.tells))
        out.append(Stretch(text[a:b].rstrip("\n"), layers, tells, starts.get(a), text[a:b].endswith("\n")))
    return out


def paragraphs(found: list[Stretch]) -> list[list[Stretch]]:
    """The stretches by line of the text; lines without anything in them are left out."""
    out: list[list[Stretch]] = [[]]
    for s in found:
        if s.text:
            out[-1].append(s)
        if s.breaks:
            out.append([])
    return [line for line in out if any(s.text.strip() for s in line)]


def _at(edges: list[int], value: int) -> int:
    return bisect_right(edges, value) - 1
