"""Parts of speech and lemmas of a parse, looked up rather than worked out again for each token.

The model's attribute ruler and its lemmatizer take a third of the parse's time, though what they say of a token follows
from its word, tag and dependency, but for a few patterns over two words. So each combination is asked for once; a
paragraph in which a pattern over two words applies goes through the two components as ever.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

RULER, LEMMATIZER = "attribute_ruler", "lemmatizer"
_Label = tuple[str, str, str, str]
_SEEN = frozenset(("TAG", "DEP", "IS_SPACE", "LOWER"))


@dataclass(frozen=True, slots=True)
class Labels:
    """What is known of the tokens of one paragraph, a column each."""

    lemmas: tuple[str, ...]
    pos: tuple[str, ...]
    tags: tuple[str, ...]
    deps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Kind:
    """What the ruler makes of a tag and dependency; `lemma` where it gives one; `base`: the word is its own lemma."""

    pos: str
    tag: str
    dep: str
    lemma: str | None
    base: bool
    morph: Any


class Words:
    """Labels of the tokens that one model has tagged and parsed. `by_table`: its ruler is one that can be looked up.

    What is kept grows with the words of the texts, as the model's own vocabulary does.
    """

    def __init__(self, nlp: Any) -> None:
        self.by_table = RULER in nlp.pipe_names and LEMMATIZER in nlp.pipe_names
        if not self.by_table:
            return
        self._vocab, self._ruler, self._lemmatizer = nlp.vocab, nlp.get_pipe(RULER), nlp.get_pipe(LEMMATIZER)
        self._document = type(nlp.make_doc(""))
        patterns = [p for rule in self._ruler.patterns for p in rule["patterns"]]
        alone = [p[0] for p in patterns if len(p) == 1]
        self.by_table = self._lemmatizer.mode == "rule" and all(_is_seen(p) for p in alone)
        if not self.by_table:
            return
        self._over_two = type(self._ruler.matcher)(nlp.vocab)
        self._over_two.add("over two", [p for p in patterns if len(p) > 1])
        self._named = frozenset(word for p in alone for word in _named(p))
        self._shaped = [re.compile(p["LOWER"]["REGEX"]) for p in alone if _asks(p) == {"REGEX"}]
        self._kinds: dict[tuple[str, int, int], _Kind] = {}
        self._known: dict[tuple[int, int, int], _Label] = {}
        _index_by_hash(self._lemmatizer.lookups)

    def labels(self, doc: Any) -> Labels:
        """The labels of a tagged and parsed document, which may be changed by it."""
        if not self.by_table:
            return _as_set(doc)
        if self._over_two(doc, allow_missing=True):
            return _as_set(self._lemmatizer(self._ruler(doc)))
        known = self._known
        keys = [tuple(row) for row in doc.to_array(["ORTH", "TAG", "DEP"]).tolist()]
        rows = [known.get(key) or self._learn(doc[k], key) for k, key in enumerate(keys)]
        return Labels(*zip(*rows, strict=True)) if rows else Labels((), (), (), ())

    def _learn(self, token: Any, key: tuple[int, int, int]) -> _Label:
        _, tag, dep = key
        lower = token.lower_
        named = lower in self._named or any(x.search(lower) for x in self._shaped)
        name = lower if named else " " if token.is_space else "x"
        kind = self._kinds.get((name, tag, dep))
        if kind is None:
            kind = self._kinds[name, tag, dep] = self._ruled(name, token.tag_, token.dep_)
        self._known[key] = found = (self._lemma(token, kind), kind.pos, kind.tag, kind.dep)
        return found

    def _ruled(self, word: str, tag: str, dep: str) -> _Kind:
        """The ruler's word on a text of this one word."""
        t = self._ruler(self._document(self._vocab, words=[word], tags=[tag], deps=[dep], heads=[0]))[0]
        base = t.pos_ in ("", "EOL", "SPACE") or self._lemmatizer.is_base_form(t)
        return _Kind(t.pos_, t.tag_, t.dep_, t.lemma_ or None, base, t.morph)

    def _lemma(self, token: Any, kind: _Kind) -> str:
        if kind.lemma is not None:
            return kind.lemma
        if kind.base:
            return str(token.text).lower()
        token.pos_ = kind.pos
        token.set_morph(kind.morph)
        return str(self._lemmatizer.lemmatize(token)[0])


def _index_by_hash(lookups: Any) -> None:
    """The lemmatizer's lists of known words as sets: it looks for a word in them by going through them."""
    index = lookups.get_table("lemma_index")
    for key in list(index):
        index[key] = frozenset(index[key])


def _asks(pattern: dict[str, Any]) -> set[str]:
    """How a pattern looks at the word, where it does not just name it."""
    lower = pattern.get("LOWER")
    return set(lower) if isinstance(lower, dict) else set()


def _is_seen(pattern: dict[str, Any]) -> bool:
    """Does the pattern ask for nothing but what kinds are told apart by?"""
    return _SEEN.issuperset(pattern) and _asks(pattern) in (set(), {"IN"}, {"REGEX"})


def _named(pattern: dict[str, Any]) -> Iterator[str]:
    """The words that a pattern names."""
    lower = pattern.get("LOWER")
    if isinstance(lower, str):
        yield lower
    elif lower is not None:
        yield from lower.get("IN", ())


def _as_set(doc: Any) -> Labels:
    """The labels that the model's own components have set."""
    strings = doc.vocab.strings
    columns = doc.to_array(["LEMMA", "POS", "TAG", "DEP"]).T.tolist()
    words = {key: strings[key] for column in columns for key in set(column)}
    return Labels(*(tuple(words[k] for k in column) for column in columns))
