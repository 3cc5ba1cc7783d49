"""Sentence vectors and the second look at a pair: the one file that imports onnxruntime and tokenizers.

The models are files inside installed packages and are read as data; their packages are never imported. Each text
goes through the network alone: in these int8 models a text's vector depends on what else stands in its batch
(cosine .99 to itself), and the same text must have the same vector whoever its neighbours are. Threads over single
texts cost no speed against batches.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.metadata import PackageNotFoundError, distribution
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.errors import SetupError

VECTORS = "bge-small-en-v1.5-int8"
RERANKER = "ms-marco-MiniLM-L-12-v2-int8"
WIDTH = 384
LONGEST = 512
KEPT = 50_000

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class PinnedModel:
    """Where a model's files lie and what they should be: `files` maps a path in `folder` to its SHA-256.

    `override` is the folder's place under a model folder of the user's own.
    """

    name: str
    package: str
    folder: str
    override: str
    files: dict[str, str]


@cache
def pinned() -> dict[str, PinnedModel]:
    """The models of data/models.json by name."""
    table = json.loads(files("sayso.data").joinpath("models.json").read_text(encoding="utf-8"))
    return {name: PinnedModel(name, row["package"], row["folder"], row["override"], row["files"])
            for name, row in table["models"].items()}


@lru_cache(maxsize=16)
def checked_folder(name: str, model_dir: Path | None = None) -> Path:
    """The folder that holds a model's files: under the user's own model folder if it is there, else as installed.

    Installed files must be the pinned ones; files the user points to are the user's choice, and are told apart by
    their hash in `model_hashes`. Raises SetupError where a file is missing or is not the pinned one.
    """
    model = pinned()[name]
    own = _own_folder(model, model_dir)
    folder = own or _installed_folder(model)
    for path, wanted in model.files.items():
        if not (folder / path).is_file():
            if own:
                continue
            raise SetupError(f"the model {name} is not complete: {folder / path} is missing; install sayso again")
        if not own and _sha256(folder / path) != wanted:
            raise SetupError(f"the model {name} is not the one that was pinned: {folder / path} has another SHA-256; "
                             f"install {model.package} again at the version of the lock file")
    return folder


def model_hashes(model_dir: Path | None = None) -> dict[str, str]:
    """Model name -> SHA-256 of its list of files as `sha256sum` prints it, in order of path.

    Raises SetupError as `checked_folder` does.
    """
    out = {}
    for name, model in pinned().items():
        folder = checked_folder(name, model_dir)
        lines = [f"{_sha256(folder / path)}  {path}\n" for path in sorted(model.files) if (folder / path).is_file()]
        out[name] = hashlib.sha256("".join(lines).encode()).hexdigest()
    return out


@cache
def vocabulary() -> tuple[str, ...]:
    """The word pieces of the pinned vector model in order of id; from 1,996 on, the frequent before the rare.

    Raises SetupError.
    """
    return tuple((checked_folder(VECTORS) / "vocab.txt").read_text(encoding="utf-8").split("\n"))


class Embedder:
    """Vectors of texts by bge-small-en-v1.5 (int8), loaded at first use; the last KEPT vectors are kept."""

    def __init__(self, model_dir: Path | None = None, threads: int | None = None) -> None:
        self._network = _Network(VECTORS, model_dir, threads)
        self._kept: OrderedDict[bytes, Vectors] = OrderedDict()

    def embed(self, texts: Sequence[str]) -> Vectors:
        """float32 (n, 384), rows of length 1, in the order of the texts; a text is cut at 512 word pieces.

        The vector is the one at [CLS], as the model's authors say (BAAI bge). Raises SetupError.
        """
        keys = [hashlib.blake2b(t.encode("utf-8", "replace"), digest_size=16).digest() for t in texts]
        found = {k: self._kept[k] for k in keys if k in self._kept}
        missing = {k: t for k, t in zip(keys, texts, strict=True) if k not in found}
        outputs = self._network.run([(t,) for t in missing.values()]) if missing else []
        for key, output in zip(missing, outputs, strict=True):
            first = output[0, 0]
            found[key] = self._kept[key] = (first / max(float(np.linalg.norm(first)), 1e-12)).astype(np.float32)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return np.stack([found[k] for k in keys]) if keys else np.zeros((0, WIDTH), np.float32)


class Reranker:
    """How far one text answers another, by ms-marco-MiniLM-L-12-v2 (int8), loaded at first use."""

    def __init__(self, model_dir: Path | None = None, threads: int | None = None) -> None:
        self._network = _Network(RERANKER, model_dir, threads)

    def scores(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """One logit a pair, unbounded: above 3 as a rule the same claim, below -3 another. Raises SetupError."""
        return [float(x[0, 0]) for x in self._network.run(pairs)]


@cache
def embedder(model_dir: Path | None = None) -> Embedder:
    """The embedder of this process over a model folder."""
    return Embedder(model_dir)


def pieces(texts: Sequence[str]) -> list[list[int]]:
    """The word pieces of each text as ids of the installed model's vocabulary, at most LONGEST a text. Raises SetupError."""
    return [encoded.ids for encoded in _piece_tokenizer().encode_batch_fast(list(texts), add_special_tokens=False)]


@cache
def _piece_tokenizer() -> Any:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(checked_folder(VECTORS) / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(LONGEST)
    return tokenizer


@cache
def reranker(model_dir: Path | None = None) -> Reranker:
    """The reranker of this process over a model folder."""
    return Reranker(model_dir)


class _Network:
    """Tokenizer and network of one model; each item runs alone, several at a time."""

    def __init__(self, name: str, model_dir: Path | None, threads: int | None) -> None:
        self._name, self._dir = name, model_dir
        self._threads = threads or min(8, os.cpu_count() or 1)
        self._encode: Callable[..., Any] | None = None
        self._session: Any = None

    def _load(self) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        folder = checked_folder(self._name, self._dir)
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.enable_truncation(LONGEST)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(str(folder / "model.onnx"), options,
                                                     providers=["CPUExecutionProvider"])
        self._encode = tokenizer.encode

    def run(self, items: Sequence[tuple[str, ...]]) -> list[NDArray[np.float32]]:
        """The network's first output for each item, a text or a pair of texts."""
        if self._session is None:
            self._load()
        with ThreadPoolExecutor(self._threads) as pool:
            return list(pool.map(self._one, items))

    def _one(self, item: tuple[str, ...]) -> NDArray[np.float32]:
        assert self._encode is not None
        encoded = self._encode(*item)
        ids = np.array([encoded.ids], np.int64)
        feed = {"input_ids": ids, "attention_mask": np.ones_like(ids),
                "token_type_ids": np.array([encoded.type_ids], np.int64)}
        output: NDArray[np.float32] = self._session.run(None, feed)[0]
        return output


def _own_folder(model: PinnedModel, model_dir: Path | None) -> Path | None:
    if model_dir is None:
        return None
    folder = model_dir / model.override
    return folder if any((folder / path).is_file() for path in model.files) else None


def _installed_folder(model: PinnedModel) -> Path:
    try:
        return Path(str(distribution(model.package).locate_file(model.folder)))
    except PackageNotFoundError:
        raise SetupError(f"the package {model.package} with the model {model.name} is not installed; "
                         "run `make setup` or `pip install sayso` again") from None


@lru_cache(maxsize=64)
def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
