"""What the tests of the library share: an article maker's type, and a reader that counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, ClassVar

from sayso import pipeline
from sayso.model.article import Article
from sayso.model.reading import Reading
from sayso.settings import Settings

Make = Callable[..., Article]


class Reader:
    """Reads as `pipeline.read` does, each article once in all tests; `asked` are the ids it was asked for."""

    known: ClassVar[dict[Article, Reading]] = {}

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.stop_after: int | None = None

    def __call__(self, articles: Iterable[Article], settings: Settings, *_: Any) -> Iterator[Reading]:
        for article in articles:
            if self.stop_after is not None and len(self.asked) >= self.stop_after:
                raise KeyboardInterrupt
            self.asked.append(article.id)
            if article not in self.known:
                [self.known[article]] = pipeline.read([article], settings)
            yield self.known[article]
