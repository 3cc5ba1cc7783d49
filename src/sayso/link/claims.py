"""Claims: statements of one story that say the same thing, and the denials and open answers that are about them.

Average linkage on the pair scores, so that one weak link cannot chain two groups together. A pair of statements on the
word of different named sources must be surer than one that rests on the same: the costly error is a false match that
makes one origin look like two.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sayso.link.answers import Embed, attach
from sayso.link.asides import attach_asides
from sayso.link.candidates import Members, Vectors, allowed, may_be_one
from sayso.link.clusters import Linkage, average_link
from sayso.link.denials import as_answer, echoes, together
from sayso.link.features import evidence_sentence
from sayso.link.leads import leads
from sayso.link.views import View, rarity
from sayso.model.ids import set_id
from sayso.model.link import ClaimGroup, PossiblySame, Weakest

SAME = 0.12
SAME_ACROSS_ORIGINS = 0.3
NEVER = 2.0
DOUBTFUL = 0.12


def find_claims(story: str, members: Sequence[View], vectors: Vectors, embed: Embed) -> list[ClaimGroup]:
    """The claims of one story: every statement that is no answer is in exactly one of them.

    `vectors` are unit rows, one a view, in the same order; `embed` is the slower and better model, asked only for denials
    and open answers and what they may be about. The result is in the order of each claim's first statement and does not
    depend on the order of `members`.
    """
    order = sorted(range(len(members)), key=lambda k: (members[k].passing is not None, members[k].article,
                                                       members[k].statement.start, members[k].id, members[k].passing or 0))
    views, rows = [as_answer(members[k]) for k in order], vectors[order] if len(order) else vectors
    every = Members(views, rows, rarity(views), leads(views))
    asides = [k for k, v in enumerate(views) if v.passing is not None]
    twins = _twins(views)
    told = list(twins)
    answers = [k for k, v in enumerate(views) if v.response is not None]
    scores = every.scores(told, told)
    groups = average_link(told, scores, lambda a, b: _bar(views, a, b))
    groups = sorted(sorted(t for k in g for t in twins[k]) for g in groups)
    scores |= {(k, t): 1.0 for k, same in twins.items() for t in same[1:]}
    ids = {tuple(g): set_id("claim", [story, views[g[0]].id]) for g in groups}
    about = attach(views, rows, answers, groups, every.rare, embed)
    passing = attach_asides(every, groups, asides)
    possible = _possibly_same(every, groups, scores, ids)
    out = []
    for g in groups:
        denying = _with_echoes(views, [a for a in answers if tuple(g) in about.get(a, ()) and views[a].response == "denies"], g)
        left = [a for a in answers if tuple(g) in about.get(a, ()) and views[a].response != "denies"]
        mean, weakest = _cohesion(every, g, scores)
        out.append(ClaimGroup(ids[tuple(g)], story, tuple(views[k].id for k in g), tuple(views[k].id for k in denying),
                              tuple(views[k].id for k in left), mean, weakest, possible.get(tuple(g), ()),
                              _links(views, g, scores), _passing(views, g, passing.get(tuple(g), ()))))
    lone = [a for a in answers if not about.get(a) and views[a].response == "denies"]
    # What is denied and affirmed nowhere is a claim that nobody makes: the denial is no yes to it.
    for some in together(views, lone):
        denying = _with_echoes(views, some, ())
        out.append(ClaimGroup(set_id("claim", [story, views[some[0]].id]), story, (), tuple(views[a].id for a in denying), (), 1.0,
                              None, ()))
    return out


def _with_echoes(views: Sequence[View], denials: Sequence[int], group: Sequence[int]) -> list[int]:
    """The denials and what repeats them in other words, none of it a statement of the claim itself."""
    more = (k for a in denials for k in echoes(views, a) if views[k].passing is None)
    return [k for k in dict.fromkeys([*denials, *more]) if k not in group]


def _twins(views: Sequence[View]) -> dict[int, list[int]]:
    """Statements that are no answers, the first of each wording standing for all that have the same words."""
    first: dict[tuple[str, str], int] = {}
    out: dict[int, list[int]] = {}
    for k, v in enumerate(views):
        if v.response is None and v.passing is None:
            lead = first.setdefault((" ".join(v.text.casefold().split()), v.statement.polarity), k)
            same = lead == k or all(allowed(v, views[t]) for t in out[lead])
            out.setdefault(lead if same else k, []).append(k)
    return out


def _bar(views: Sequence[View], a: Sequence[int], b: Sequence[int]) -> float:
    """How sure a merge of two groups must be: surer where it would join the words of different named sources."""
    if any(not may_be_one(views[x], views[y]) for x in a for y in b):
        return NEVER
    named_a, named_b = _named(views, a), _named(views, b)
    return SAME_ACROSS_ORIGINS if named_a and named_b and not named_a & named_b else SAME


def _named(views: Sequence[View], group: Iterable[int]) -> set[str]:
    return {o for k in group if views[k].statement.attributions for o in views[k].origins}


def _links(views: Sequence[View], group: Sequence[int], scores: Linkage) -> tuple[tuple[str, str, float], ...]:
    found = ((a, b, scores.get((a, b))) for i, a in enumerate(group) for b in group[i + 1:])
    return tuple((views[a].id, views[b].id, round(s, 3)) for a, b, s in found if s is not None)


def _passing(views: Sequence[View], group: Sequence[int], asides: Sequence[int]) -> tuple[str, ...]:
    """The statements that tell the claim in passing, without those that tell it outright."""
    outright = {views[k].id for k in group}
    return tuple(dict.fromkeys(i for k in asides if (i := views[k].id) not in outright))


def _cohesion(members: Members, group: Sequence[int], scores: Linkage) -> tuple[float, Weakest | None]:
    """The mean score of a group's pairs, and the statement that holds to it least by the best of its pairs."""
    if len(group) < 2:
        return 1.0, None
    best: dict[int, tuple[float, int]] = {}
    total, n = 0.0, 0
    for i, a in enumerate(group):
        for b in group[i + 1:]:
            s = scores.get((a, b), 0.0)
            total, n = total + s, n + 1
            for x, y in ((a, b), (b, a)):
                if x not in best or (s, -y) > (best[x][0], -best[x][1]):
                    best[x] = (s, y)
    low = min(group, key=lambda k: (best[k][0], k))
    s, other = best[low]
    a, b = min(low, other), max(low, other)
    why = evidence_sentence(members.pair(a, b))
    views = members.views
    return round(total / n, 3), Weakest((views[a].id, views[b].id), round(s, 3), why)


def _possibly_same(members: Members, groups: Sequence[Sequence[int]], scores: Linkage,
                   ids: Mapping[tuple[int, ...], str]) -> dict[tuple[int, ...], tuple[PossiblySame, ...]]:
    """Pairs of claims with a link between them that is doubtful: shown on both, counted on neither."""
    home = {k: tuple(g) for g in groups for k in g}
    found: dict[tuple[tuple[int, ...], tuple[int, ...]], tuple[float, int, int]] = {}
    for (a, b), s in scores.items():
        g, h = home[a], home[b]
        if g != h and s >= DOUBTFUL:
            key = (min(g, h), max(g, h))
            if s > found.get(key, (0.0, 0, 0))[0]:
                found[key] = (s, a, b)
    out: dict[tuple[int, ...], list[PossiblySame]] = {}
    for (g, h), (s, a, b) in sorted(found.items(), key=lambda x: (-x[1][0], x[0])):
        if s < 1.5 * DOUBTFUL and len(out.get(g, ())) >= 2:
            continue
        why = evidence_sentence(members.pair(a, b))
        out.setdefault(g, []).append(PossiblySame(ids[h], round(s, 3), why))
        out.setdefault(h, []).append(PossiblySame(ids[g], round(s, 3), why))
    return {g: tuple(p[:5]) for g, p in out.items()}
