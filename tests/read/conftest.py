"""Reading one text of our own as an article, with one reader for all tests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from sayso.model.article import Article
from sayso.model.ids import text_version
from sayso.model.reading import Attribution, Reading
from sayso.read.paragraphs import mend, paragraphs
from sayso.read.parse import model_folder, parser
from sayso.read.reader import Reader
from sayso.read.sentences import build
from sayso.read.tree import Tree
from sayso.settings import Settings

OUTLET = "The Harbour Post"


@dataclass(frozen=True)
class Said:
    """An attribution in words: `content` is its parts with ` … ` between, `actor` the name its source stands for."""

    source: str | None
    cue: str | None
    content: str
    act: str
    response: str | None
    rule: str
    type: str
    actor: str | None
    attribution: Attribution


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader(Settings())


@pytest.fixture(scope="session")
def read(reader: Reader) -> Callable[..., Reading]:
    """`read(text, **article fields) -> Reading`, by default for a paper's report of 6 May 2031."""
    def run(text: str, **fields: Any) -> Reading:
        given: dict[str, Any] = {
            "id": "a", "version": text_version(text), "url": None, "outlet": OUTLET, "title": None, "published": "2031-05-06",
            "published_from": "given", "language": "en", "read": True, "kind": "report", "speaker": None, "original": None,
            "translated_by": None, "agencies": (), "dateline": None, "text": text}
        return next(reader.read([Article(**{**given, **fields})]))
    return run


@pytest.fixture(scope="session")
def said(read: Callable[..., Reading]) -> Callable[..., list[Said]]:
    """`said(text) -> [Said, …]`: the attributions of a text, in the order of their cues."""
    def run(text: str, **fields: Any) -> list[Said]:
        reading = read(text, **fields)
        names = {a.id: a.name for a in reading.actors}
        return [Said(a.source.text if a.source else None, a.cue.text if a.cue else None,
                     " … ".join(text[s:e] for s, e in a.spans), a.act, a.response, a.rule, a.type,
                     names.get(a.source.actor) if a.source and a.source.actor else None, a) for a in reading.attributions]
    return run


@pytest.fixture(scope="session")
def tree_of() -> Callable[[str], Tree]:
    """`tree_of(text) -> Tree`: the parse alone, nothing set apart as noise."""
    def run(text: str) -> Tree:
        ranges = paragraphs(text)
        mended = [mend(text, *r) for r in ranges]
        return build(text, ranges, mended, parser(model_folder()).parse([m.text for m in mended]))
    return run
