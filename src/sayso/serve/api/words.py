"""The sentences behind a claim, verbatim, each with what it does to the claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from sayso.model.claim import Claim
from sayso.serve.api.shapes import OpenedClaim, Words
from sayso.serve.desk import Told


def opened(told: Told, claim: Claim) -> OpenedClaim:
    """The claim with its statements, then its denials and open answers, each in the order of the claim."""
    denied = (i for d in claim.denied_by for i in d.statements)
    left = (i for o in claim.left_open_by for i in o.statements)
    found = (*_words(told, claim.statements, "affirms"), *_words(told, denied, "denies"), *_words(told, left, "open"))
    return OpenedClaim(claim, found)


def _words(told: Told, ids: Iterable[str], stance: Literal["affirms", "denies", "open"]) -> Iterator[Words]:
    for s in (told.refs.statements[i] for i in dict.fromkeys(ids) if i in told.refs.statements):
        article = told.refs.articles[s.article]
        sentences = told.refs.readings[s.article].sentences
        start, end = next(((x.start, x.end) for x in sentences if x.start <= s.start < x.end), (s.start, s.end))
        text = article.text
        yield Words(s.id, stance, s.article, article.outlet, article.published, s.start, s.end, text[s.start:s.end], start, end,
                    text[start:end])
