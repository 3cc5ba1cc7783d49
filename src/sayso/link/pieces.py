"""Quick vectors of statements: the mean of their word pieces' vectors, distilled from the sentence model.

Every statement of a story is compared with its nearest, so their vectors must cost next to nothing; the model itself is
kept for stories and for denials. `tools/distill.py` makes the table and says how.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray

from sayso.link.vectors import pieces

Vectors = NDArray[np.float32]


def quick_vectors(texts: Sequence[str]) -> Vectors:
    """float32 (n, 128), rows of length 1, or of length 0 where a text has no word; each text by itself."""
    table = _table()
    out = np.zeros((len(texts), table.shape[1]), np.float32)
    for k, ids in enumerate(pieces(texts)):
        if ids:
            mean = table[ids].mean(axis=0)
            out[k] = mean / max(float(np.linalg.norm(mean)), 1e-9)
    return out


@cache
def _table() -> Vectors:
    with as_file(files("sayso.data").joinpath("pieces.npz")) as path, np.load(path) as data:
        table: Vectors = data["table"].astype(np.float32) * data["scale"][:, None]
    return table
