"""Copies: texts, or passages of them, that stand word for word in an earlier article. Found on the text alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from sayso.copies.align import Alignment, Run, align, measured
from sayso.copies.changes import changes
from sayso.copies.index import SAMPLE, SHINGLE, Furniture, Hashes, candidates, furniture, sampled, shingles
from sayso.copies.order import credit, rank
from sayso.copies.words import Words, words
from sayso.model.article import Article
from sayso.model.link import Copy

WHOLE = 0.8
CHAINED = 0.6
PART = 40
STRETCH = 16
LARGE = 0.3
TRIED = 30


def find_copies(articles: Sequence[Article]) -> list[Copy]:
    """The copies among the articles, by id of the article, then of the one it repeats; the order given is no matter.

    An article is a whole copy if 8 in 10 of its words stand in the other, and points to the root of the chain as
    long as it shares 6 in 10 with it. It is a part copy if 40 of its words do, 16 of them in one stretch or all of
    them 3 in 10 of the article, and no earlier root has them and they are no outlet's furniture. Words are those
    outside quotation marks, for `share` too; `passages` take in the quotations between them. Time grows with the
    number of words, not of pairs.
    """
    texts = {a.id: words(a.text) for a in articles}
    ordered = sorted(articles, key=lambda a: rank(a, len(texts[a.id])))
    search = _search(ordered, [texts[a.id] for a in ordered])
    roots: dict[int, int] = {}
    found: list[Copy] = []
    for k in sorted(search.earlier):
        found.extend(_copies_of_one(search, roots, k))
    return sorted(_credited(search, roots, found), key=lambda c: (c.article, c.of))


def _credited(search: _Search, roots: dict[int, int], found: Sequence[Copy]) -> list[Copy]:
    """The copies with the agency whose text it is: as the article itself says, else as another print of the text does."""
    place = {a.id: k for k, a in enumerate(search.articles)}
    prints: dict[int, list[int]] = {}
    for k in sorted({*roots, *roots.values(), *(place[c.of] for c in found)}):
        prints.setdefault(roots.get(k, k), []).append(k)
    first = {root: next((a for k in members if (a := credit(search.articles[k]))), None) for root, members in prints.items()}
    out = []
    for c in found:
        own, other = credit(search.articles[place[c.article]]), first[roots.get(place[c.of], place[c.of])]
        # Part of an article may be an agency's while the article credits another for something else.
        named = own if c.kind == "whole" or own == other else None
        out.append(replace(c, agency=named or other or own, agency_from="named" if named else "inferred" if other or own else None))
    return out


@dataclass(frozen=True, slots=True)
class _Search:
    """The articles in order of rank, their words, who may have copied whom, and the shingles that are furniture."""

    articles: list[Article]
    texts: list[Words]
    earlier: dict[int, list[int]]
    furniture: Furniture


def _search(articles: list[Article], texts: list[Words]) -> _Search:
    index = shingles(texts)
    earlier = candidates(index)
    for k, first in _equal(texts).items():
        earlier[k] = [first, *(c for c in earlier.get(k, []) if c != first)]
    names = sorted({a.outlet for a in articles if a.outlet})
    number = {name: k for k, name in enumerate(names)}
    outlets = np.array([number[a.outlet] if a.outlet else -1 for a in articles], np.int32)
    lengths = np.array([len(t) for t in texts], np.int32)
    return _Search(articles, texts, earlier, furniture(index, lengths, outlets))


def _equal(texts: list[Words]) -> dict[int, int]:
    """Texts of the same words, however short, and the first text that has them."""
    first: dict[tuple[str, ...], int] = {}
    return {k: at for k, t in enumerate(texts) if len(t) and (at := first.setdefault(t.folded, k)) != k}


def _copies_of_one(search: _Search, roots: dict[int, int], k: int) -> list[Copy]:
    """What article `k` copies; `roots` says of each whole copy so far which article it is a copy of."""
    text, tried = search.texts[k], search.earlier[k][:TRIED]
    aligned = {c: align(text, search.texts[c]) for c in tried}
    whole = _root(search, roots, aligned, k)
    out = []
    free = np.ones(len(text), np.bool_)
    if whole is not None:
        roots[k] = whole
        alignment = aligned.get(whole) or align(text, search.texts[whole])
        out.append(_copy(search, k, whole, "whole", alignment))
        _cover(free, alignment)
    free &= ~_in_shingles(text, search.furniture.edges)
    repeated = _in_shingles(text, search.furniture.repeated)
    for c in sorted({roots.get(c, c) for c in tried} - {whole}):
        usable = free & ~repeated if _one_outlet(search, k, c) else free
        other = search.texts[c]
        alignment = _uncovered(text, other, aligned.get(c) or align(text, other), usable)
        if _is_part(alignment):
            out.append(_copy(search, k, c, "part", alignment))
            _cover(free, alignment)
    return out


def _root(search: _Search, roots: dict[int, int], aligned: dict[int, Alignment], k: int) -> int | None:
    """The earliest article that `k` is a whole copy of, taken up to the root of its chain."""
    for c in sorted(c for c, alignment in aligned.items() if alignment.share >= WHOLE):
        root = roots.get(c, c)
        alignment = aligned.get(root) or align(search.texts[k], search.texts[root])
        if alignment.share >= CHAINED:
            return root
    return None


def _cover(free: NDArray[np.bool_], alignment: Alignment) -> None:
    for run in alignment.runs:
        free[run.at:run.at + run.length] = False


def _is_part(alignment: Alignment) -> bool:
    """Enough words for a copy, and not only the turns that any two reports of one event share."""
    return alignment.copied >= PART and (alignment.longest >= STRETCH or alignment.share >= LARGE)


def _uncovered(text: Words, other: Words, alignment: Alignment, free: NDArray[np.bool_]) -> Alignment:
    """The runs of an alignment that are still mostly free."""
    runs = (r for r in alignment.runs if 2 * int(free[r.at:r.at + r.length].sum()) > r.length)
    return measured(text, other, tuple(runs))


def _one_outlet(search: _Search, k: int, c: int) -> bool:
    return search.articles[k].outlet == search.articles[c].outlet


def _in_shingles(text: Words, wanted: Hashes) -> NDArray[np.bool_]:
    """Which words of the text stand in, or by the sample's measure near, one of the wanted shingles."""
    out = np.zeros(len(text), np.bool_)
    hashes, at = sampled(text)
    for start in at[np.isin(hashes, wanted, assume_unique=True)]:
        out[max(0, start - SAMPLE):start + SHINGLE + SAMPLE] = True
    return out


def _copy(search: _Search, k: int, of: int, kind: Literal["whole", "part"], alignment: Alignment) -> Copy:
    text, other = search.texts[k], search.texts[of]
    return Copy(search.articles[k].id, search.articles[of].id, kind, round(alignment.share, 4),
                tuple(_passage(text, other, r) for r in alignment.runs), None, None,
                changes(text, other, alignment.runs) if kind == "whole" else ())


def _passage(text: Words, other: Words, run: Run) -> tuple[int, int, int, int]:
    last, of_last = run.at + run.length - 1, run.of_at + run.length - 1
    return (int(text.starts[run.at]), int(text.ends[last]), int(other.starts[run.of_at]), int(other.ends[of_last]))
