"""Reading by several processes gives what one process gives, in the same order, and stops when asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from sayso.errors import SetupError
from sayso.model.article import Article
from sayso.model.ids import text_version
from sayso.pipeline import read
from sayso.settings import Settings

TEXTS = (
    "The ferry Alba ran aground off the cape on Sunday, the coast guard said. Twelve people were hurt.",
    "“The pier is old,” said Otto Wik, who owns a boat in Marrak. “Nobody has mended it.”",
    "",
    "The minister declined to comment on the report.\nPolice in Oslo said 40 boats had sunk since 3 May.",
    "אמר ראש העיר כי הגשר סגור. הוא יהיה סגור עד יום ראשון, כך נמסר מן העירייה.",
    "According to Harbour Radio, the dam is full. The mayor denied that it would break.",
)


def article(id: str, text: str) -> Article:
    return Article(id, text_version(text), None, "Fjord Post", None, "2031-05-06", "given", None, True, "report", None, None,
                   None, (), None, text)


ARTICLES = [article(f"j{k}", text) for k, text in enumerate(TEXTS)]


def test_two_processes_read_as_one() -> None:
    alone = list(read(ARTICLES, Settings()))
    assert [r.article.id for r in alone] == [a.id for a in ARTICLES]
    assert any(r.statements for r in alone)
    seen: list[tuple[int, int | None]] = []
    assert list(read(ARTICLES, Settings(jobs=2), lambda n, total: seen.append((n, total)))) == alone
    assert seen == [(k, len(ARTICLES)) for k in range(1, len(ARTICLES) + 1)]


def test_an_endless_stream_is_read_as_it_comes() -> None:
    taken = 0

    def endless() -> Iterator[Article]:
        nonlocal taken
        for k in count():
            taken += 1
            yield replace(ARTICLES[k % len(ARTICLES)], id=f"e{k}")

    readings = read(endless(), Settings(jobs=2))
    first = [next(readings).article.id for _ in range(20)]
    readings.close()  # type: ignore[attr-defined]
    assert first == [f"e{k}" for k in range(20)]
    assert taken <= 200


def test_a_missing_model_is_reported_as_such(tmp_path: Path) -> None:
    with pytest.raises(SetupError):
        list(read(ARTICLES, Settings(jobs=2, model_dir=tmp_path)))
