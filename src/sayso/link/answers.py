"""Denials and open answers: which claims they are about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.link.features import (
    Pair,
    contained_words,
    likeness,
    rare_words,
    same_agent,
    same_place,
    shared_actors,
    shared_words,
)
from sayso.link.views import View, stems

LEAST = 0.34
CLOSE = 0.85
GENERAL = 0.55
WIDE = 0.7
LEAST_OPEN = 0.5
MOST = 6
_CLAIM_NOUNS = frozenset(stems("claim claims report reports allegation allegations accusation accusations assertion charge "
                               "statement involvement"))


def attach(views: Sequence[View], rows: NDArray[np.float32], answers: Sequence[int], groups: Sequence[Sequence[int]],
           rare: Mapping[str, float]) -> dict[int, list[tuple[int, ...]]]:
    """For each answer the claims it is about: the nearest one and those nearly as near; none where none is near.

    A denial is general: it is about every claim that is near enough, not the nearest alone. Nobody denies a condition.

    A denial of "X's claims" is about what X claims, and one denies what is said of oneself. Polarity and modality say
    nothing here, as an answer turns them.
    """
    out: dict[int, list[tuple[int, ...]]] = {}
    for a in answers:
        ranked: list[tuple[float, tuple[int, ...]]] = []
        for g in groups:
            if all(views[k].origins == views[a].origins and views[k].statement.attributions for k in g):
                continue
            told = [k for k in g if views[k].modality != "conditional"]
            if not told:
                continue
            best = max(_about(views[a], views[k], float(rows[a] @ rows[k]), rare) for k in told)
            if best >= (LEAST if views[a].response == "denies" else LEAST_OPEN):
                ranked.append((best, tuple(g)))
        ranked.sort(key=lambda x: (-x[0], x[1]))
        if not ranked:
            continue
        top = ranked[0][0]
        bar = min(CLOSE * top, max(GENERAL, WIDE * top)) if views[a].response == "denies" else CLOSE * top
        out[a] = [g for s, g in ranked[:MOST] if s >= bar]
    return out


def _about(answer: View, told: View, like: float, rare: Mapping[str, float]) -> float:
    if answer.article == told.article and answer.statement.spans == told.statement.spans:
        return 0.0
    p = Pair(answer, told, like, rare)
    s = 0.55 * likeness(p) + 0.2 * contained_words(p) + 0.15 * shared_words(p) + 0.15 * rare_words(p)
    s += 0.08 * shared_actors(p) + 0.05 * same_agent(p) + 0.06 * same_place(p)
    if answer.response == "denies" and answer.origins & told.roots:
        s += 0.1
    if answer.words & _CLAIM_NOUNS and told.statement.attributions and told.origins & answer.roots:
        s += 0.15
    return s
