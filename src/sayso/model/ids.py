"""Ids: what makes an article, an annotation or a claim the same one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


def text_version(text: str) -> str:
    """SHA-256 of the text in UTF-8, hexadecimal: the version that every offset belongs to."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def local_id(article: str, kind: str, key: object) -> str:
    """The id of what belongs to one article: `<article>#<kind><key>`."""
    return f"{article}#{kind}{key}"


def set_id(kind: str, members: Iterable[str]) -> str:
    """A short id for a set of ids, whatever their order: `<kind>-<10 hexadecimal digits>`."""
    digest = hashlib.sha256("\0".join(sorted(members)).encode("utf-8")).hexdigest()
    return f"{kind}-{digest[:10]}"
