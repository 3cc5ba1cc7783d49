"""Groups out of pairs: average-link clustering over log-odds, exact and deterministic."""

from __future__ import annotations

import heapq
from collections.abc import Iterator

from sayso.link.stories_pairs import FLOOR, Pairs

THRESHOLD = -2.4


def groups(count: int, pairs: Pairs, threshold: float = THRESHOLD) -> list[list[int]]:
    """The articles 0..count-1 in groups, each sorted, in order of their first.

    The two groups whose members have the highest mean log-odds are joined, over and over, as long as that mean is
    above the threshold; a pair that is no candidate stands at the floor. Ties go to the smaller numbers, so the
    outcome is a function of the pairs alone.
    """
    clusters = _Clusters(count)
    for i, j, odds in _raised(pairs):
        clusters.link(i, j, odds)
    clusters.merge_all(threshold + FLOOR)
    return sorted(sorted(m) for m in clusters.members.values())


def _raised(pairs: Pairs) -> Iterator[tuple[int, int, float]]:
    """The pairs above the floor, counted from it: what is not there is then worth nothing."""
    for i, j, odds in zip(pairs.left.tolist(), pairs.right.tolist(), pairs.odds.tolist(), strict=True):
        if odds > -FLOOR:
            yield i, j, odds + FLOOR


class _Clusters:
    """Clusters and the sums of raised log-odds between them; a merged cluster keeps the smaller number."""

    def __init__(self, count: int) -> None:
        self.members = {k: [k] for k in range(count)}
        self._sums: dict[int, dict[int, float]] = {k: {} for k in range(count)}

    def link(self, i: int, j: int, value: float) -> None:
        self._sums[i][j] = self._sums[j][i] = value

    def merge_all(self, least: float) -> None:
        heap = [(-v, i, j) for i, row in self._sums.items() for j, v in row.items() if i < j and v > least]
        heapq.heapify(heap)
        while heap:
            mean, i, j = heapq.heappop(heap)
            if i not in self.members or j not in self.members or -mean != self._mean(i, j):
                continue
            self._merge(i, j)
            for k in self._sums[i]:
                if (new := self._mean(i, k)) > least:
                    heapq.heappush(heap, (-new, min(i, k), max(i, k)))

    def _mean(self, i: int, j: int) -> float:
        return self._sums[i].get(j, 0.0) / (len(self.members[i]) * len(self.members[j]))

    def _merge(self, i: int, j: int) -> None:
        self.members[i] += self.members.pop(j)
        gone = self._sums.pop(j)
        for k, value in gone.items():
            del self._sums[k][j]
            if k != i:
                self._sums[i][k] = self._sums[k][i] = self._sums[i].get(k, 0.0) + value
