"""Distil the sentence-vector model into a table of word-piece vectors: `src/sayso/data/pieces.npz`.

    .venv/bin/python tools/distill.py

Every piece of the model's vocabulary is embedded alone, the vectors are centred, turned to their 128 principal axes and
weighted by how rare the piece is (its rank in the vocabulary, which is ordered by frequency); a sentence is then the mean
of its pieces. After Tulkens and van Dongen, Model2Vec (2024). Takes about a minute; run again when the model changes.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from sayso.link.vectors import embedder, vocabulary

WIDTH = 128
RANKS = 50.0
SPECIAL = 1000  # the vocabulary begins with unused and special entries
OUT = Path(__file__).parent.parent / "src" / "sayso" / "data" / "pieces.npz"


def main() -> None:
    words = [w.removeprefix("##") for w in vocabulary()]
    rows = embedder().embed(words)
    rows = rows - rows.mean(0)
    _, _, axes = np.linalg.svd(rows[SPECIAL:], full_matrices=False)
    table = rows @ axes[:WIDTH].T
    table *= np.log(1 + (np.arange(len(table)) + 1) / RANKS)[:, None]
    scale = np.abs(table).max(axis=1, keepdims=True) / 127 + 1e-12
    np.savez_compressed(OUT, table=np.round(table / scale).astype(np.int8), scale=scale[:, 0].astype(np.float32))
    print(f"{OUT.name}: {len(table)} pieces, {OUT.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
