"""A sentence that somebody asks about, held against what reports state: is it said, is its opposite said, or something else?

The pairs are scored as claims are matched; what is asked must then be in the report's words, not only be like them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from sayso.data.fold import fold
from sayso.link.candidates import Members, Vectors, share_a_word
from sayso.link.leads import leads
from sayso.link.stems import Rarity, stem, stems
from sayso.link.views import View, rarity, views
from sayso.model.link import LinkedActor
from sayso.model.reading import Attribution, Quantity, Reading
from sayso.model.statement import Event

# Of what is asked, by how telling its words are, so much may stand in other words.
UNSAID = 0.4
# Words of content below which what somebody said is told by the saying alone.
FEWEST = 3
_NO = re.compile(r"(?i)\b(?:not|no|never|none|nobody|neither|nor|without|cannot)\b|n['’]t\b")
_NAME = re.compile(r"[A-Z][^\W_]+(?:[’'-][^\W_]+)*")

# As sure as a match must be to be shown to whoever asks.
LIKE = 0.35


@dataclass(frozen=True, slots=True)
class Met:
    """The statement of a report that is like what is asked: `opposite` where one affirms what the other denies; `unlike` are
    the points, in words, in which it says something else."""

    view: View
    opposite: bool
    score: float
    unlike: tuple[str, ...]


def meet(asked: View, told: Sequence[View], vectors: Vectors, around: Sequence[str]) -> list[Met]:
    """The told views that say what is asked or its opposite, the likest first.

    `vectors` are unit rows, those of `told` and the asked one's last; `around` is for each told view the text in which its
    names are looked for.
    """
    flipped = replace(asked, statement=replace(
        asked.statement, polarity="negative" if asked.statement.polarity == "positive" else "positive"))
    plain = [k for k, v in enumerate(told) if v.passing is None]
    rare = rarity([*told, asked])
    found: dict[int, Met] = {}
    for turned, me in ((False, asked), (True, flipped)):
        members = Members([*told, me], vectors, rare, leads(told))
        for (k, _), score in members.scores([len(told)], plain, share_a_word).items():
            if score >= LIKE and (k not in found or score > found[k].score):
                found[k] = Met(told[k], turned, round(score, 3), tuple(unlike(asked, told[k], around[k], rare)))
    return sorted(found.values(), key=lambda m: (bool(m.unlike), -m.score, m.view.article, m.view.statement.start))


def unlike(asked: View, told: View, around: str, rare: Rarity) -> Iterator[str]:
    """In what the told statement says something else than is asked, or less."""
    for q in asked.figures:
        same = [t for t in told.figures if t.unit == q.unit]
        if not any(_agree(q, t) for t in same):
            yield f"gives another figure: {' and '.join(t.text for t in same)}" if same else f"gives no figure for {q.text}"
            return
    if (_NO.search(asked.text) is None) != (_NO.search(told.text) is None) and asked.statement.polarity == told.statement.polarity:
        yield "says no where the other does not"
    if asked.statement.attributions and not asked.origins & told.origins:
        yield "is on the word of somebody else"
    if asked.days and told.days and (asked.days[1] < told.days[0] or told.days[1] < asked.days[0]):
        yield "tells of another day"
    if asked.where and told.where and not asked.where & told.where and not asked.places & told.places:
        yield "tells of another place"
    for mine, theirs, what in ((asked.agent, told.agent, "somebody else as the one who did it"),
                               (asked.patient, told.patient, "somebody else as the one it was done to")):
        if mine and theirs and not mine & theirs:
            yield f"names {what}"
    here = fold(around)
    if names := [n for n in _names(asked.text) if fold(n) not in here]:
        yield f"says nothing of {' or '.join(names)}"
    said = frozenset(stems(around))
    # A figure is compared as a figure, not as a word.
    counted = frozenset(w for q in asked.figures for w in stems(q.text))
    missing = asked.words - said - told.words - counted
    if rare.total(missing) > UNSAID * rare.total(asked.words):
        words = [w for w in re.findall(r"[^\W_]+", asked.text) if set(stems(w)) & missing]
        yield f"does not say: {', '.join(dict.fromkeys(words))}"


def whole(asked: Reading, by_name: Mapping[str, LinkedActor]) -> list[View]:
    """What is asked, as views. Of a sentence that only tells that somebody spoke ("A warned B of it"), or did not, the
    speaking is what is asked; its few words of content by themselves are not."""
    out = []
    for v in views(asked, by_name, {a.id: a for a in by_name.values()}):
        if v.passing is not None:
            continue
        said = next((a for a in asked.attributions if v.statement.attributions and a.id == v.statement.attributions[-1]), None)
        thin = len(v.words) < FEWEST or v.response not in (None, "denies")
        out.append(_speaking(asked, v, said) if said is not None and said.cue is not None and thin else v)
    return out


def _speaking(asked: Reading, v: View, said: Attribution) -> View:
    text = asked.article.text
    assert said.cue is not None
    no = _NO.search(said.cue.text) is not None
    event = Event(said.cue.text.split()[-1], said.source, None)
    statement = replace(v.statement, start=0, end=len(text), text=text, spans=((0, len(text)),), attributions=(), event=event,
                        polarity="negative" if no else "positive")
    return replace(v, statement=statement, text=text, words=frozenset(stems(text)), predicate=stem(event.predicate), response=None,
                   act="assert", modality="told", agent=v.origins, patient=frozenset())


def _names(text: str) -> list[str]:
    """Words written with a capital, the first of the sentence left out."""
    return [m.group() for m in _NAME.finditer(text) if m.start() > 0]


def _agree(a: Quantity, b: Quantity) -> bool:
    """Can both be so?"""
    low_a, high_a = _bounds(a)
    low_b, high_b = _bounds(b)
    return bool(np.isfinite([low_a, high_a, low_b, high_b]).any()) and low_a <= high_b and low_b <= high_a


def _bounds(q: Quantity) -> tuple[float, float]:
    value = q.value
    low = q.low if q.low is not None else value if value is not None and q.relation not in ("at-most", "less-than") else -np.inf
    high = q.high if q.high is not None else value if value is not None and q.relation not in ("at-least", "more-than") else np.inf
    return float(low), float(high)
