"""The example reports, read once for all tests of the library."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from desk import Make, Reader

from sayso import pipeline
from sayso.model.article import Article
from sayso.model.dossier import Dossier
from sayso.model.ids import text_version
from sayso.pipeline import library as adding
from sayso.serve import examples
from sayso.settings import Settings
from sayso.store.library import Library


@pytest.fixture(scope="session")
def reports() -> list[Article]:
    return list(pipeline.load([str(examples.folder())], on_error=print, on_note=print))


@pytest.fixture(scope="session")
def whole(reports: list[Article]) -> Dossier:
    """The brief of all example reports, made without a library."""
    return pipeline.brief(reports, Settings())


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Reader:
    made = Reader()
    monkeypatch.setattr(adding, "read", made)
    return made


@pytest.fixture
def library(tmp_path: Path, reader: Reader) -> Iterator[Library]:
    with Library(tmp_path / "desk.library", create=True) as made:
        yield made


@pytest.fixture
def article(reports: list[Article]) -> Make:
    """An article of this text; what else is given replaces what an English report of the Ondra Post has."""
    def made(text: str, **given: object) -> Article:
        plain = {"id": "report", "url": None, "outlet": "Ondra Post", "title": None, "published": "2026-03-02"}
        return replace(reports[0], text=text, version=text_version(text), **{**plain, **given})
    return made
