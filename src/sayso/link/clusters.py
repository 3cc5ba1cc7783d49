"""Average linkage over sparse pair scores: pairs that were not looked at count as 0."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Sequence

Linkage = dict[tuple[int, int], float]
Bar = Callable[[Sequence[int], Sequence[int]], float]


def average_link(items: Sequence[int], scores: Linkage, bar: Bar) -> list[list[int]]:
    """Groups of items, each sorted, in the order of their first item.

    The two groups with the highest mean score over all their pairs are joined, as long as that mean reaches what
    `bar` asks for the two. Deterministic: ties go to the groups with the smallest items.
    """
    groups: dict[int, list[int]] = {k: [k] for k in items}
    total: dict[int, dict[int, float]] = {k: {} for k in items}
    for (a, b), s in scores.items():
        total[a][b] = total[b][a] = s
    heap = [(-s, a, b, 1, 1) for (a, b), s in scores.items()]
    heapq.heapify(heap)
    while heap:
        negative, a, b, size_a, size_b = heapq.heappop(heap)
        if a not in groups or b not in groups or len(groups[a]) != size_a or len(groups[b]) != size_b:
            continue
        if -negative < bar(groups[a], groups[b]):
            continue
        groups[a] = sorted(groups[a] + groups.pop(b))
        for c, s in total.pop(b).items():
            total[c].pop(b)
            if c != a:
                total[a][c] = total[c][a] = total[a].get(c, 0.0) + s
        for c, s in total[a].items():
            mean = s / (len(groups[a]) * len(groups[c]))
            x, y = min(a, c), max(a, c)
            heapq.heappush(heap, (-mean, x, y, len(groups[x]), len(groups[y])))
    return sorted(groups.values())
