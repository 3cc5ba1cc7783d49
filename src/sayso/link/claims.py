"""Claims: statements of one story that say the same thing, and the denials and open answers that are about them.

Average linkage on the pair scores, so that one weak link cannot chain two groups together. A pair of statements on the
word of different named sources must be surer than one that rests on the same: the costly error is a false match that
makes one origin look like two.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from sayso.link.answers import Embed, attach
from sayso.link.clusters import Linkage, average_link
from sayso.link.denials import as_answer, echoes, together
from sayso.link.features import Pair, evidence_sentence, figures_far, score
from sayso.link.views import View, rarity
from sayso.model.ids import set_id
from sayso.model.link import ClaimGroup, PossiblySame, Weakest

NEIGHBOURS = 10
NEAR = 0.3
WIDTH = 512
SAME = 0.15
SAME_ACROSS_ORIGINS = 0.25
NEVER = 2.0
DOUBTFUL = 0.15
Vectors = NDArray[np.float32]


def find_claims(story: str, members: Sequence[View], vectors: Vectors, embed: Embed) -> list[ClaimGroup]:
    """The claims of one story: every statement that is no answer is in exactly one of them.

    `vectors` are unit rows, one a view, in the same order; `embed` is the slower and better model, asked only for denials
    and open answers and what they may be about. The result is in the order of each claim's first statement and does not
    depend on the order of `members`.
    """
    order = sorted(range(len(members)), key=lambda k: (members[k].article, members[k].statement.start, members[k].id))
    views, rows = [as_answer(members[k]) for k in order], vectors[order] if len(order) else vectors
    rare = rarity(views)
    twins = _twins(views)
    told = list(twins)
    answers = [k for k, v in enumerate(views) if v.response is not None]
    scores = pair_scores(views, rows, told, rare)
    groups = average_link(told, scores, lambda a, b: _bar(views, a, b))
    groups = sorted(sorted(t for k in g for t in twins[k]) for g in groups)
    scores |= {(k, t): 1.0 for k, same in twins.items() for t in same[1:]}
    ids = {tuple(g): set_id("claim", [story, views[g[0]].id]) for g in groups}
    about = attach(views, rows, answers, groups, rare, embed)
    possible = _possibly_same(views, groups, scores, ids, rare, rows)
    out = []
    for g in groups:
        denying = _with_echoes(views, [a for a in answers if tuple(g) in about.get(a, ()) and views[a].response == "denies"], g)
        left = [a for a in answers if tuple(g) in about.get(a, ()) and views[a].response != "denies"]
        mean, weakest = _cohesion(views, g, scores, rare, rows)
        out.append(ClaimGroup(ids[tuple(g)], story, tuple(views[k].id for k in g), tuple(views[k].id for k in denying),
                              tuple(views[k].id for k in left), mean, weakest, possible.get(tuple(g), ()),
                              _links(views, g, scores)))
    lone = [a for a in answers if not about.get(a) and views[a].response == "denies"]
    # What is denied and affirmed nowhere is a claim that nobody makes: the denial is no yes to it.
    for some in together(views, lone):
        denying = _with_echoes(views, some, ())
        out.append(ClaimGroup(set_id("claim", [story, views[some[0]].id]), story, (), tuple(views[a].id for a in denying), (), 1.0,
                              None, ()))
    return out


def _with_echoes(views: Sequence[View], denials: Sequence[int], group: Sequence[int]) -> list[int]:
    """The denials and what repeats them in other words, none of it a statement of the claim itself."""
    more = (k for a in denials for k in echoes(views, a))
    return [k for k in dict.fromkeys([*denials, *more]) if k not in group]


def _twins(views: Sequence[View]) -> dict[int, list[int]]:
    """Statements that are no answers, the first of each wording standing for all that have the same words."""
    first: dict[tuple[str, str], int] = {}
    out: dict[int, list[int]] = {}
    for k, v in enumerate(views):
        if v.response is None:
            lead = first.setdefault((" ".join(v.text.casefold().split()), v.statement.polarity), k)
            same = lead == k or all(allowed(v, views[t]) for t in out[lead])
            out.setdefault(lead if same else k, []).append(k)
    return out


def pair_scores(views: Sequence[View], rows: Vectors, told: Sequence[int], rare: Mapping[str, float]) -> Linkage:
    """Scores of the pairs worth looking at: each statement's nearest by vector and words. Their number stays flat."""
    out: Linkage = {}
    if len(told) < 2:
        return out
    index = np.asarray(told)
    words = _word_vectors(views, rare)
    for block in range(0, len(told), 512):
        part = index[block:block + 512]
        near = rows[part] @ rows[index].T + words[part] @ words[index].T
        for k, line in zip(part, near, strict=True):
            for j in _nearest(line, index, int(k)):
                a, b = min(int(k), j), max(int(k), j)
                likeness = float(rows[a] @ rows[b])
                if (a, b) not in out and views[a].words & views[b].words and allowed(views[a], views[b]):
                    out[a, b] = score(Pair(views[a], views[b], likeness, rare))
    return out


def _nearest(line: NDArray[np.float32], index: NDArray[np.int_], k: int) -> list[int]:
    count = min(len(line), NEIGHBOURS + 1)
    top = np.argpartition(-line, count - 1)[:count]
    found = sorted(((float(line[j]), int(index[j])) for j in top if int(index[j]) != k and line[j] >= NEAR),
                   key=lambda x: (-x[0], x[1]))
    return [j for _, j in found[:NEIGHBOURS]]


def _word_vectors(views: Sequence[View], rare: Mapping[str, float]) -> Vectors:
    """The words of each statement by their rarity, hashed to WIDTH places: rows of length 1."""
    out = np.zeros((len(views), WIDTH), np.float32)
    for k, v in enumerate(views):
        for w in v.words:
            out[k, crc32(w.encode("utf-8")) % WIDTH] += rare[w]
    length = np.linalg.norm(out, axis=1, keepdims=True)
    rows: Vectors = (out / np.maximum(length, 1e-9)).astype(np.float32)
    return rows


def allowed(a: View, b: View) -> bool:
    """May the two ever be one claim?

    Never a statement and its opposite, nor two propositions of one sentence, nor figures of which one is more than
    twice the other told by different verbs: moved so far and planned in all, dead and hurt; nor what two people say
    each of themselves ("I ran for my life").
    """
    if a.statement.polarity != b.statement.polarity or (a.article == b.article and a.sentence == b.sentence):
        return False
    if a.origins != b.origins and (_first_person(a) or _first_person(b)):
        return False
    return a.predicate == b.predicate or not figures_far(a, b)


def _first_person(v: View) -> bool:
    agent = v.statement.event.agent
    return agent is not None and agent.text.lower() in ("i", "we")


def _bar(views: Sequence[View], a: Sequence[int], b: Sequence[int]) -> float:
    """How sure a merge of two groups must be: surer where it would join the words of different named sources."""
    if any(not allowed(views[x], views[y]) for x in a for y in b):
        return NEVER
    named_a, named_b = _named(views, a), _named(views, b)
    return SAME_ACROSS_ORIGINS if named_a and named_b and not named_a & named_b else SAME


def _named(views: Sequence[View], group: Iterable[int]) -> set[str]:
    return {o for k in group if views[k].statement.attributions for o in views[k].origins}


def _links(views: Sequence[View], group: Sequence[int], scores: Linkage) -> tuple[tuple[str, str, float], ...]:
    found = ((a, b, scores.get((a, b))) for i, a in enumerate(group) for b in group[i + 1:])
    return tuple((views[a].id, views[b].id, round(s, 3)) for a, b, s in found if s is not None)


def _cohesion(views: Sequence[View], group: Sequence[int], scores: Linkage, rare: Mapping[str, float],
              rows: Vectors) -> tuple[float, Weakest | None]:
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
    why = evidence_sentence(Pair(views[a], views[b], float(rows[a] @ rows[b]), rare))
    return round(total / n, 3), Weakest((views[a].id, views[b].id), round(s, 3), why)


def _possibly_same(views: Sequence[View], groups: Sequence[Sequence[int]], scores: Linkage,
                   ids: Mapping[tuple[int, ...], str], rare: Mapping[str, float],
                   rows: Vectors) -> dict[tuple[int, ...], tuple[PossiblySame, ...]]:
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
        why = evidence_sentence(Pair(views[a], views[b], float(rows[a] @ rows[b]), rare))
        out.setdefault(g, []).append(PossiblySame(ids[h], round(s, 3), why))
        out.setdefault(h, []).append(PossiblySame(ids[g], round(s, 3), why))
    return {g: tuple(p[:5]) for g, p in out.items()}
