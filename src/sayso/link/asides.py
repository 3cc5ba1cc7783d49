"""What is told in passing joins the claim that others make of it with a clause of their own; it makes none by itself."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from sayso.link.candidates import Members, allowed
from sayso.link.features import one_kind
from sayso.link.views import View

SAME = 0.2
LEAST_WORDS = 3


def attach_asides(members: Members, groups: Sequence[Sequence[int]], asides: Sequence[int]) -> dict[tuple[int, ...], list[int]]:
    """For each group (of indexes of views) the views that tell it in passing.

    An aside goes to one group, the nearest by the mean of its best links, about the square root of the group's size of
    them, and only links between verbs of one kind, or of which both tell what the reports lead with: who lives where the
    train came off the rails does not tell of that. `the attack` alone says too little to go anywhere.
    """
    told = [k for g in groups for k in g]
    home = {k: n for n, g in enumerate(groups) for k in g}
    links: dict[int, dict[int, float]] = {}
    whole = [a for a in asides if not _bare(members.views[a])]
    of = set(whole)
    for (a, b), s in members.scores(whole, told).items():
        aside, other = (a, b) if a in of else (b, a)
        if _tells_it(members, aside, other):
            links.setdefault(aside, {})[other] = s
    out: dict[tuple[int, ...], list[int]] = {}
    for aside, found in sorted(links.items()):
        means = ((_mean(found, groups[n]), -n) for n in dict.fromkeys(home[k] for k in found))
        best = max(((m, n) for m, n in means if m >= SAME and _fits(members, aside, groups[-n])), default=None)
        if best is not None:
            out.setdefault(tuple(groups[-best[1]]), []).append(aside)
    return out


def _mean(found: dict[int, float], group: Sequence[int]) -> float:
    count = max(1, round(sqrt(len(group))))
    return sum(sorted((found.get(k, 0.0) for k in group), reverse=True)[:count]) / count


def _fits(members: Members, aside: int, group: Sequence[int]) -> bool:
    return all(allowed(members.views[aside], members.views[k]) for k in group)


def _tells_it(members: Members, aside: int, other: int) -> bool:
    a, b = members.views[aside], members.views[other]
    both_lead = all({v.predicate, *v.kinds} & members.leads.verbs for v in (a, b))
    return one_kind(a, b) or both_lead


def _bare(v: View) -> bool:
    """A noun with next to nothing beside it."""
    return v.nominal and len(v.words) < LEAST_WORDS
