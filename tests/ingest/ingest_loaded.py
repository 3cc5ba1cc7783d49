"""Loading with the messages kept."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from pathlib import Path

from sayso.errors import InputError
from sayso.ingest import load
from sayso.model.article import Article


@dataclass
class Loaded:
    articles: list[Article]
    errors: list[InputError] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def one(self) -> Article:
        assert [str(e) for e in self.errors] == []
        assert len(self.articles) == 1
        return self.articles[0]

    @property
    def error(self) -> str:
        assert len(self.errors) == 1, [str(e) for e in self.errors]
        text = str(self.errors[0])
        assert "\n" not in text
        return text


def load_all(*sources: str | Path, stdin: bytes | None = None) -> Loaded:
    out = Loaded([])
    stream = None if stdin is None else io.BytesIO(stdin)
    out.articles = list(load([str(s) for s in sources], stdin=stream, on_error=out.errors.append,
                             on_note=out.notes.append))
    assert all("\n" not in n for n in out.notes)
    return out
