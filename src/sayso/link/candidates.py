"""Which statements of a story are compared, and how alike they are: a few a statement, however many there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from sayso.link.clusters import Linkage
from sayso.link.features import Pair, comparable, figures_far, one_figure, one_kind, score
from sayso.link.leads import NO_LEADS, Leads
from sayso.link.stems import Rarity, stem
from sayso.link.views import View

NEIGHBOURS = 16
NEAR = 0.3
WIDTH = 512
HARM = frozenset(("killed", "injured"))
IN_HOSPITAL = stem("hospital")
Vectors = NDArray[np.float32]


@dataclass(frozen=True)
class Members:
    """The views of one story in text order, their vectors (unit rows), how telling each stem is, what the reports lead with."""

    views: Sequence[View]
    rows: Vectors
    rare: Rarity
    leads: Leads = NO_LEADS

    def pair(self, a: int, b: int) -> Pair:
        """Two of them, ready to be compared."""
        return Pair(self.views[a], self.views[b], float(self.rows[a] @ self.rows[b]), self.rare, self.leads)

    def scores(self, some: Sequence[int], others: Sequence[int], meet: Callable[[View, View], bool] | None = None) -> Linkage:
        """Scores of the pairs worth looking at, (lower, higher): the nearest of `others` to each of `some` by vector and words.

        `meet` says which may be looked at; by default `may_meet`.
        """
        meet = meet or may_meet
        out: Linkage = {}
        if not some or not others:
            return out
        index = np.asarray(others)
        for block in range(0, len(some), 512):
            part = np.asarray(some[block:block + 512])
            near = self.rows[part] @ self.rows[index].T + self._words[part] @ self._words[index].T
            for k, line in zip(part, near, strict=True):
                for j in _nearest(line, index, int(k)):
                    a, b = min(int(k), j), max(int(k), j)
                    if (a, b) not in out and meet(self.views[a], self.views[b]):
                        out[a, b] = score(self.pair(a, b))
        return out

    @cached_property
    def _words(self) -> Vectors:
        """The words of each view by their rarity, hashed to WIDTH places: rows of length 1."""
        out = np.zeros((len(self.views), WIDTH), np.float32)
        for k, v in enumerate(self.views):
            for w in v.words:
                out[k, crc32(w.encode("utf-8")) % WIDTH] += self.rare[w]
        length = np.linalg.norm(out, axis=1, keepdims=True)
        rows: Vectors = (out / np.maximum(length, 1e-9)).astype(np.float32)
        return rows


def _nearest(line: NDArray[np.float32], index: NDArray[np.int_], k: int) -> list[int]:
    count = min(len(line), NEIGHBOURS + 1)
    top = np.argpartition(-line, count - 1)[:count]
    found = sorted(((float(line[j]), int(index[j])) for j in top if int(index[j]) != k and line[j] >= NEAR),
                   key=lambda x: (-x[0], x[1]))
    return [j for _, j in found[:NEIGHBOURS]]


def allowed(a: View, b: View) -> bool:
    """May the two ever be one claim?

    Never a statement and its opposite, nor two propositions of one sentence, nor figures of which one is more than
    twice the other told by different verbs: moved so far and planned in all, dead and hurt; nor what two people say
    each of themselves ("I ran for my life"); nor what is told and what would be under a condition, or is only asked.
    """
    if _asked(a) != _asked(b):
        return False
    if (a.modality == "conditional") != (b.modality == "conditional"):
        return False
    if a.statement.polarity != b.statement.polarity or (a.article == b.article and a.sentence == b.sentence):
        return False
    if a.origins != b.origins and (_first_person(a) or _first_person(b)):
        return False
    return a.predicate == b.predicate or not figures_far(a, b)


def share_a_word(a: View, b: View) -> bool:
    """Allowed, and with a word in common, be it the verb: enough for a sentence that somebody asks about."""
    return bool(a.words & b.words) and allowed(a, b)


def may_meet(a: View, b: View) -> bool:
    """May two statements told outright be compared: `may_be_one`, and with a word in common besides their verbs, a figure, or
    figures of one kind for one verb."""
    if not may_be_one(a, b):
        return False
    counted = a.predicate == b.predicate and any(comparable(x, y) for x in a.figures for y in b.figures)
    return counted or one_figure(a, b) or bool((a.words & b.words) - {a.predicate, b.predicate})


def may_be_one(a: View, b: View) -> bool:
    """May two statements told outright stand in one claim: allowed, and not how many were killed or hurt with what harmed them,
    unless of one kind or with that figure."""
    return allowed(a, b) and (one_figure(a, b) or _counts_harm(a) == _counts_harm(b) or one_kind(a, b))


def _counts_harm(v: View) -> bool:
    return (bool(v.kinds & HARM) or IN_HOSPITAL in v.words) and any(q.unit in ("person", None) and q.value for q in v.figures)


def _asked(v: View) -> bool:
    """A question told in other words, `whether the ministry had been warned`: nobody says that it was."""
    return v.text.lower().startswith("whether ")


def _first_person(v: View) -> bool:
    agent = v.statement.event.agent
    return agent is not None and agent.text.lower() in ("i", "we")
