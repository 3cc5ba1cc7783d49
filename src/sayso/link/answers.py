"""Denials and open answers: which claims they are about."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.link.denials import is_innocence
from sayso.link.features import (
    Pair,
    contained_words,
    rare_words,
    same_agent,
    same_place,
    shared_actors,
    shared_words,
)
from sayso.link.stems import Rarity, stems
from sayso.link.views import View

Vectors = NDArray[np.float32]
Embed = Callable[[Sequence[str]], Vectors]
LEAST = 0.34
CLOSE = 0.85
# Cosine of any two sentences of one story by the sentence model.
ALIKE = 0.45
GENERAL = 0.55
WIDE = 0.7
LEAST_OPEN = 0.5
# Above this no word but names need be in common.
VERY_LIKE = 0.75
MOST = 6
LOOKED_AT = 10
_CLAIM_NOUNS = frozenset(stems("claim claims report reports allegation allegations accusation accusations assertion charge "
                               "statement involvement"))


def attach(views: Sequence[View], rows: Vectors, answers: Sequence[int], groups: Sequence[Sequence[int]],
           rare: Rarity, embed: Embed) -> dict[int, list[tuple[int, ...]]]:
    """For each answer the claims it is about: the nearest one and those nearly as near; none where none is near.

    A denial is general: it is about every claim that is near enough, not the nearest alone. Nobody denies a condition.
    A denial of "X's claims" is about what X claims, and one denies what is said of oneself; "A said it, but B denied it" is
    about what A said. A name in common is not enough: the two must share another word, or be very near. Whoever asserts
    his innocence answers those who accuse him. Polarity and modality say nothing here, as an answer turns them.
    """
    out: dict[int, list[tuple[int, ...]]] = {}
    told = [k for g in groups for k in g if views[k].modality != "conditional"]
    home = {k: tuple(g) for g in groups for k in g}
    for a in answers:
        against = [k for k in told if _contrasts(views[a], views[k])]
        near = sorted({*against, *sorted(told, key=lambda k: (-float(rows[a] @ rows[k]), k))[:LOOKED_AT]})
        exact = embed([views[a].text, *(views[k].text for k in near)])
        best: dict[tuple[int, ...], float] = {}
        for k, row in zip(near, exact[1:], strict=True):
            if views[k].origins == views[a].origins and views[k].statement.attributions:
                continue
            like = float(exact[0] @ row)
            if not _touch(views[a], views[k], like, bool(against)):
                continue
            best[home[k]] = max(best.get(home[k], 0.0), _about(views[a], views[k], like, rare))
        least = LEAST if views[a].response == "denies" else LEAST_OPEN
        ranked = sorted(((s, g) for g, s in best.items() if s >= least), key=lambda x: (-x[0], x[1]))
        if ranked:
            top = ranked[0][0]
            bar = min(CLOSE * top, max(GENERAL, WIDE * top)) if views[a].response == "denies" else CLOSE * top
            out[a] = [g for s, g in ranked[:MOST] if s >= bar]
    return out


def _names(v: View) -> frozenset[str]:
    """The stems of the words written with a capital, the doer's name that was put back among them."""
    return frozenset(stems(" ".join(w for w in v.text.split() if w.lstrip("“\"'")[:1].isupper())))


def _contrasts(answer: View, told: View) -> bool:
    """`A said it, but B denied it`: was the other told before the denial, in its sentence, on somebody's word?"""
    before = answer.article == told.article and answer.sentence == told.sentence and told.statement.start < answer.statement.start
    return before and bool(told.statement.attributions) and answer.response == "denies"


def _touch(answer: View, told: View, like: float, contrasted: bool) -> bool:
    """Do they share more than names? Where the denial's own sentence says what it is about, likeness is not enough."""
    if _contrasts(answer, told) or (like >= VERY_LIKE and not contrasted):
        return True
    if (answer.words & told.words) - _names(answer) - _CLAIM_NOUNS:
        return True
    return bool(answer.words & _CLAIM_NOUNS and told.origins & answer.roots)


def _about(answer: View, told: View, like: float, rare: Rarity) -> float:
    if answer.article == told.article and answer.statement.spans == told.statement.spans:
        return 0.0
    if is_innocence(answer):
        return 1.0 if told.act == "accuse" and answer.roots & told.roots else 0.0
    p = Pair(answer, told, like, rare)
    s = 0.55 * max(0.0, (like - ALIKE) / (1 - ALIKE)) + 0.2 * contained_words(p) + 0.15 * shared_words(p) + 0.15 * rare_words(p)
    s += 0.3 * _contrasts(answer, told)
    s += 0.08 * shared_actors(p) + 0.05 * same_agent(p) + 0.06 * same_place(p)
    if answer.response == "denies" and answer.origins & told.roots:
        s += 0.1
    if answer.words & _CLAIM_NOUNS and told.statement.attributions and told.origins & answer.roots:
        s += 0.15
    return s
