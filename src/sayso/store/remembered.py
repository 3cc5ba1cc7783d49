"""Vectors that are computed once: those of a text already seen are looked up in the library."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from sayso.store.library import Library

Embed = Callable[[Sequence[str]], NDArray[np.float32]]


def remembering(library: Library, embed: Embed, model: str) -> tuple[Embed, Callable[[], None]]:
    """`embed` with what the library has looked up first, and a function that keeps what it had not; both by `model`."""
    fresh: dict[bytes, bytes] = {}

    def embedded(texts: Sequence[str]) -> NDArray[np.float32]:
        keys = [hashlib.sha256(f"{model}\0{t}".encode("utf-8", "replace")).digest()[:16] for t in texts]
        found = {k: np.frombuffer(b, np.float32) for k, b in library.rows_in(
            "SELECT text, body FROM vector WHERE text IN ({})", dict.fromkeys(keys))}
        missing = {k: t for k, t in zip(keys, texts, strict=True) if k not in found}
        made = embed(list(missing.values()))
        for k, row in zip(missing, made, strict=True):
            found[k] = row
            fresh[k] = row.astype(np.float32).tobytes()
        return np.stack([found[k] for k in keys]) if keys else made

    def keep() -> None:
        with library.writing() as db:
            db.executemany("INSERT OR REPLACE INTO vector VALUES (?, ?, ?)", [(k, model, b) for k, b in fresh.items()])
        fresh.clear()

    return embedded, keep
