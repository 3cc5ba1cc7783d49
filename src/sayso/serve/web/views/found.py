"""Who says what in a report, as rows: each attribution with the rule that found it and how often that rule was right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.model.reading import Attribution, Reading
from sayso.model.span import Range
from sayso.serve.reports.rules import meanings, measured
from sayso.serve.reports.words import RESPONSES, clean, trimmed

LONGEST = 220
MOST = 400


@dataclass(frozen=True, slots=True)
class FoundRow:
    """`sentence` is its number, 0 before the first; `rule` in words, `right` how often it was right where that is known."""

    sentence: int
    source: str
    cue: str
    content: str
    how: str
    rule: str
    right: str


def found_in(reading: Reading, window: Range) -> list[FoundRow]:
    """The attributions of this part of a report, in the order of the text, at most MOST."""
    starts = [s.start for s in reading.sentences]
    by_id = {a.id: a for a in reading.attributions}
    rows = []
    for a in reading.attributions:
        at = min((x.start for x in (a.source, a.cue, a.content) if x is not None), default=None)
        if at is not None and window[0] <= at < window[1]:
            rows.append((at, _row(a, sum(s <= at for s in starts), by_id)))
    return [row for _, row in sorted(rows, key=lambda x: x[0])][:MOST]


def _row(a: Attribution, sentence: int, by_id: Mapping[str, Attribution]) -> FoundRow:
    source = clean(a.source.text) if a.source else "not named"
    through = [clean(x.source.text) for i in (a.parent,) if i and (x := by_id.get(i)) and x.source]
    if through:
        source = f"{source}, through {through[0]}"
    how = RESPONSES[a.response] if a.response else a.act
    content = trimmed(" … ".join(reading for reading in [a.content.text if a.content else ""] if reading), LONGEST)
    return FoundRow(sentence, source, clean(a.cue.text) if a.cue else "", content, f"{how}, {a.type}",
                    meanings().get(a.rule, a.rule), right(a.rule))


def right(rule: str) -> str:
    """`right in 412 of 480` on annotated news; that it was not measured where it was not."""
    found = measured().get(rule)
    return f"right in {found.matched} of {found.predicted} ({found.precision:.0%})" if found and found.predicted else "not measured"
