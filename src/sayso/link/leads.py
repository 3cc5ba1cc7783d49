"""What the reports of a story lead with: the happening that most of them tell first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.link.views import View

FIRST = 2
_EMPTY = frozenset(("be", "have", "hav", "do", "say", "go", "mak", "tak", "get"))


@dataclass(frozen=True, slots=True)
class Leads:
    """The stems of the verbs and of the words that stand in the first sentences of at least half of the reports."""

    verbs: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()


NO_LEADS = Leads()


def leads(views: Sequence[View]) -> Leads:
    """What the reports lead with; nothing where fewer than two agree. The order of the views does not matter."""
    verbs: dict[str, set[str]] = {}
    words: dict[str, set[str]] = {}
    for v in views:
        verbs.setdefault(v.article, set())
        if in_lead(v):
            verbs[v.article] |= {v.predicate, *v.kinds} - _EMPTY
            words.setdefault(v.article, set()).update(v.words)
    least = max(2, (len(verbs) + 1) // 2)

    def common(found: dict[str, set[str]]) -> frozenset[str]:
        counts = Counter(x for some in found.values() for x in some)
        return frozenset(x for x, n in counts.items() if n >= least)
    return Leads(common(verbs), common(words))


def in_lead(v: View) -> bool:
    """Does it stand in the first sentences of its report?"""
    return v.sentence < FIRST
