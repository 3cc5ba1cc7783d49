"""Stands in for `sayso.pipeline` where only the command line is tested: takes articles, needs no model."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from types import ModuleType

import factory

import sayso
from sayso.ingest import iso_date, load
from sayso.model.article import Article
from sayso.model.dossier import Dossier, Meta
from sayso.model.link import Story
from sayso.model.reading import Reading
from sayso.read.dates import interval as days_covered
from sayso.settings import Settings

__all__ = ["brief", "days_covered", "iso_date", "load", "meta", "read", "stories"]

Progress = Callable[[int, int | None], None] | None
Unread = Callable[[Article], None] | None


def read(
    articles: Iterable[Article], settings: Settings, progress: Progress = None, on_unread: Unread = None
) -> Iterator[Reading]:
    for n, article in enumerate(articles, 1):
        if "wait here" in article.text:
            print("waiting", file=sys.stderr, flush=True)
            time.sleep(30)
        if progress:
            progress(n, None)
        if on_unread and article.language not in (None, "en"):
            on_unread(article)
        yield factory.reading(article)


def stories(
    articles: Iterable[Article], settings: Settings, progress: Progress = None, on_unread: Unread = None
) -> list[Story]:
    ids = tuple(r.article.id for r in read(articles, settings, progress, on_unread))
    return [Story("story-1", "Bridge closed", ids, (), "2026-03-02", "2026-03-03", None)] if ids else []


def brief(
    articles: Iterable[Article], settings: Settings, progress: Progress = None, on_unread: Unread = None
) -> Dossier:
    for _ in read(articles, settings, progress, on_unread):
        continue
    return factory.dossier()


def meta(settings: Settings) -> Meta:
    return Meta(1, sayso.__version__, {}, settings.for_meta())


def install() -> ModuleType:
    """Make this module what `from sayso import pipeline` gives."""
    module = sys.modules[__name__]
    sys.modules["sayso.pipeline"] = module
    sayso.pipeline = module  # type: ignore[attr-defined]
    return module


if __name__ == "__main__":
    sys.modules["fake_pipeline"] = sys.modules[__name__]
    install()
    from sayso.serve.cli import main

    main()
