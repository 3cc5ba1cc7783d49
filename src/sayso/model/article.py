"""An article as it came in, and what reading its head and foot adds to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PublishedFrom = Literal["given", "page", "text", "sibling", "unknown"]
ArticleKind = Literal["report", "document", "post", "transcript"]


@dataclass(frozen=True, slots=True)
class Dateline:
    """`SEOUL (Yonhap), Oct. 24 -` taken apart; parts that are not given are None."""

    place: str | None
    agency: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class Article:
    """One text and what is known about it.

    `version` is the SHA-256 of `text` (hexadecimal), and every offset belongs to that version. `published` is
    ISO 8601 at the precision that is known. `outlet` is None where none was given: such an article never adds to
    a count of outlets. `read` is False where the language is not supported.
    """

    id: str
    version: str
    url: str | None
    outlet: str | None
    title: str | None
    published: str | None
    published_from: PublishedFrom
    language: str | None
    read: bool
    kind: ArticleKind
    speaker: str | None
    original: str | None
    translated_by: str | None
    agencies: tuple[str, ...]
    dateline: Dateline | None
    text: str
