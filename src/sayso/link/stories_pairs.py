"""Which articles may report one event, and what speaks for it: evidence that adds up, pair by pair."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from sayso.link.stories_terms import Profile, commonness

# As many articles of ordinary English stand behind the ones at hand, so that in a handful of articles on one event
# the words of that event still count as rare.
BEHIND = 1000
ALL_PAIRS = 400
WIDELY = 250
CHUNK = 4_000_000
LEAST_COSINE = 0.015
PLAIN = 1.5
UNCOMMON = 3.0
RARE = 4.0
UNKNOWN_DAYS = 10.0
UNKNOWN_TITLE = 0.2
UNKNOWN_SHARE = 0.5
AT_ONCE_DAYS = 2
FLOOR = 8.0

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One kind of evidence: `weight` in log-odds a unit of its value.

    Fitted together by logistic regression on pairs of reports of many small events of one kind and of some dozens
    of events of all kinds; only the one of `strangers`, which the fit leaves open, is set by hand.
    """

    name: str
    weight: float
    says: str


EVIDENCE = (
    Evidence("words", 2.47, "log of the TF-IDF cosine of the texts"),
    Evidence("title", 0.72, "log of the TF-IDF cosine of the titles"),
    Evidence("lead", 0.71, "log of the share of names in one lead that the other text has, the smaller of the two"),
    Evidence("names", 1.01, "log of how many rare names both have, by rarity"),
    Evidence("figures", 1.68, "share of figures in one lead that the other text has, the mean of the two"),
    Evidence("meaning", 7.51, "cosine of the vectors of title and lead"),
    Evidence("days", -0.85, "log of the days between them"),
    Evidence("at once", 0.87, "1 if at most two days are between them"),
    Evidence("leads apart", -1.42, "1 if their leads have no uncommon name in common"),
    Evidence("strangers", -2.0, "1 if nor have their texts a rare one"),
    Evidence("one outlet", -1.78, "1 if one outlet printed both, which is alike for that reason too"),
)
BIAS = 0.39


@dataclass(frozen=True, slots=True)
class Pairs:
    """Candidate pairs, `left` < `right`, and for each the log-odds that both report one event, -8 to 8."""

    left: Ints
    right: Ints
    odds: Floats


@dataclass(frozen=True, slots=True)
class Rows:
    """A sparse matrix by rows: row k has `values` and `columns` from `starts[k]` to `starts[k + 1]`."""

    starts: Ints
    columns: Ints
    values: Floats
    width: int


def pairs(articles: Sequence[Profile], vectors: NDArray[np.float32]) -> Pairs:
    """The pairs that share enough rare words, weighed. `vectors`: (n, any), rows of length 1.

    Up to 400 articles all pairs are weighed. What the weights are is a function of the set of articles.
    """
    rarity = rarity_of(articles)
    left, right = candidates(_word_rows(articles, rarity))
    return Pairs(left, right, odds_of(values_of(articles, vectors, rarity, left, right)))


def values_of(articles: Sequence[Profile], vectors: NDArray[np.float32], rarity: dict[str, float], left: Ints,
              right: Ints) -> dict[str, Floats]:
    """The values of all kinds of evidence, a pair each."""
    values = evidence(articles, rarity, _word_rows(articles, rarity), left, right)
    values["meaning"] = _cosines(vectors, left, right)
    return values


def odds_of(values: dict[str, Floats]) -> Floats:
    """The log-odds that the evidence adds up to, -8 to 8."""
    odds: Floats = np.clip(BIAS + sum((e.weight * values[e.name] for e in EVIDENCE), np.zeros(1)), -FLOOR, FLOOR)
    return odds


def _word_rows(articles: Sequence[Profile], rarity: dict[str, float]) -> Rows:
    return rows([{w: (1 + math.log(n)) * rarity[w] for w, n in a.words.items() if rarity[w] > PLAIN}
                 for a in articles], unit=True)


def _cosines(vectors: NDArray[np.float32], left: Ints, right: Ints) -> Floats:
    """In chunks, as the vectors of all pairs at once would fill the memory."""
    out = np.zeros(len(left))
    for begin in range(0, len(left), CHUNK // 100):
        some = slice(begin, begin + CHUNK // 100)
        out[some] = np.einsum("ij,ij->i", vectors[left[some]], vectors[right[some]], dtype=np.float64)
    return out


def rarity_of(articles: Sequence[Profile]) -> dict[str, float]:
    """Inverse document frequency over the articles and those of ordinary English behind them."""
    held = Counter(term for a in articles for term in {*a.words, *a.names})
    return {t: math.log((len(articles) + BEHIND) / (n + BEHIND * commonness(t))) for t, n in held.items()}


def rows(maps: Sequence[dict[str, float]], unit: bool = False) -> Rows:
    """The maps as rows over one set of columns, terms in alphabetical order; rows of length 1 if `unit`."""
    column = {term: k for k, term in enumerate(sorted({t for m in maps for t in m}))}
    starts = np.cumsum([0, *(len(m) for m in maps)], dtype=np.int64)
    ordered = [sorted((column[t], v) for t, v in m.items()) for m in maps]
    columns = np.array([c for row in ordered for c, _ in row], np.int64)
    values = np.array([v for row in ordered for _, v in row], np.float64)
    if unit and len(values):
        of = np.repeat(np.arange(len(maps)), np.diff(starts))
        length = np.sqrt(np.bincount(of, values ** 2, minlength=len(maps)))
        values = values / length[of]
    return Rows(starts, columns, values, len(column))


def candidates(words: Rows) -> tuple[Ints, Ints]:
    """Pairs of rows whose cosine over the columns that at most 250 rows have is not next to nothing."""
    count = len(words.starts) - 1
    if count <= ALL_PAIRS:
        left, right = np.triu_indices(count, 1)
        return left.astype(np.int64), right.astype(np.int64)
    of = np.repeat(np.arange(count, dtype=np.int64), np.diff(words.starts))
    order = np.lexsort((of, words.columns))
    held = np.bincount(words.columns, minlength=words.width)
    first = np.r_[0, np.cumsum(held)[:-1]]
    parts: list[tuple[Ints, Floats]] = [(np.zeros(0, np.int64), np.zeros(0))]
    for size in range(2, WIDELY + 1):
        a, b = np.triu_indices(size, 1)
        terms = first[held == size]
        for some in np.array_split(terms, max(1, len(terms) * len(a) // CHUNK)) if len(terms) else ():
            place = order[some[:, None] + np.arange(size)]
            key = (of[place][:, a] * count + of[place][:, b]).ravel()
            product = (words.values[place][:, a] * words.values[place][:, b]).ravel()
            parts.append((key, product))
            if sum(len(k) for k, _ in parts[1:]) > max(CHUNK, len(parts[0][0])):
                parts = [_summed(parts)]
    keys, sums = _summed(parts)
    enough = keys[sums >= LEAST_COSINE]
    return enough // count, enough % count


def _summed(parts: list[tuple[Ints, Floats]]) -> tuple[Ints, Floats]:
    """The keys of all parts once each, sorted, and the sum of the values of each."""
    once, which = np.unique(np.concatenate([k for k, _ in parts]), return_inverse=True)
    keys: Ints = once.astype(np.int64)
    sums: Floats = np.bincount(which, np.concatenate([v for _, v in parts]), minlength=len(once)).astype(np.float64)
    return keys, sums


def evidence(articles: Sequence[Profile], rarity: dict[str, float], words: Rows, left: Ints, right: Ints,
             ) -> dict[str, Floats]:
    """The values of all kinds of evidence but the vectors', a pair each."""
    def share(lead: Callable[[Profile], dict[str, float]], text: Callable[[Profile], set[str]],
              ) -> tuple[Floats, Floats]:
        both = rows([*(lead(a) for a in articles), *(dict.fromkeys(text(a), 1.0) for a in articles)])
        total = np.array([sum(lead(a).values()) for a in articles])
        n = len(articles)
        return (dots(both, left, right + n) / np.maximum(total[left], 1e-9) + (total[left] == 0) * UNKNOWN_SHARE,
                dots(both, right, left + n) / np.maximum(total[right], 1e-9) + (total[right] == 0) * UNKNOWN_SHARE)

    lead = share(lambda a: {w: rarity[w] for w in sorted(a.lead_names)}, lambda a: set(a.words))
    figures = share(lambda a: dict.fromkeys(a.lead_numbers, 1.0), lambda a: set(a.numbers))
    rare = rows([{w: math.sqrt(rarity[w] - RARE) for w in a.names if rarity[w] > RARE} for a in articles])
    rare_lead = rows([{w: 1.0 for w in a.lead_names if rarity[w] > UNCOMMON} for a in articles])
    names, told = dots(rare, left, right), np.diff(rare_lead.starts) > 0
    apart = (dots(rare_lead, left, right) == 0) & told[left] & told[right]
    titles = rows([{w: rarity[w] for w in a.title_words if rarity[w] > PLAIN} for a in articles], unit=True)
    named = np.diff(titles.starts) > 0
    days = _days(articles, left, right)
    return {"words": np.log(dots(words, left, right) + 0.02),
            "title": np.log(np.where(named[left] & named[right], dots(titles, left, right), UNKNOWN_TITLE) + 0.1),
            "lead": np.log(np.minimum(*lead) + 0.05),
            "names": np.log1p(names), "leads apart": apart.astype(np.float64),
            "strangers": (apart & (names == 0)).astype(np.float64),
            "figures": (figures[0] + figures[1]) / 2,
            "days": np.log1p(days), "at once": (days <= AT_ONCE_DAYS).astype(np.float64),
            "one outlet": np.array([float(articles[i].outlet == articles[j].outlet is not None)
                                    for i, j in zip(left, right, strict=True)])}


def _days(articles: Sequence[Profile], left: Ints, right: Ints) -> Floats:
    day = np.array([np.nan if a.day is None else a.day for a in articles], np.float64)
    apart = np.abs(day[left] - day[right])
    return np.where(np.isnan(apart), UNKNOWN_DAYS, apart)


def dots(matrix: Rows, left: Ints, right: Ints) -> Floats:
    """The product of row `left[k]` with row `right[k]`, for every k."""
    out = np.zeros(len(left))
    order = np.argsort(left, kind="stable")
    row = np.zeros(matrix.width)
    bounds = np.flatnonzero(np.r_[True, np.diff(left[order]) != 0, True]) if len(left) else np.zeros(0, np.int64)
    for begin, end in pairwise(bounds):
        which = order[begin:end]
        own = slice(matrix.starts[left[which[0]]], matrix.starts[left[which[0]] + 1])
        row[matrix.columns[own]] = matrix.values[own]
        start, size = matrix.starts[right[which]], matrix.starts[right[which] + 1] - matrix.starts[right[which]]
        ends = np.cumsum(size)
        place = np.arange(ends[-1]) + np.repeat(start - (ends - size), size)
        of = np.repeat(np.arange(len(which)), size)
        out[which] = np.bincount(of, row[matrix.columns[place]] * matrix.values[place], minlength=len(which))
        row[matrix.columns[own]] = 0
    return out
