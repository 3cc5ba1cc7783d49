"""The parse of one article as plain objects: what every rule of this package walks on.

Offsets are already those of the article's stored text, whatever the parser was shown. These are working objects of
one reading: nothing outside `read` sees them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.model.span import Range


class Token:
    """One token. `i` counts through the article; `head` is the token itself at a root; `children` in text order.

    `line` is the run of tokens that it was laid out in (see `lay_out`), None before.
    """

    __slots__ = ("_below", "_left", "_right", "children", "dep", "end", "ent", "head", "i", "lemma", "line", "lower", "pos",
                 "sentence", "start", "tag", "text")

    children: list[Token]
    line: Sequence[Token] | None
    head: Token
    sentence: Sentence

    def __init__(self, i: int, start: int, end: int, text: str, lemma: str, pos: str, tag: str, dep: str,
                 ent: str) -> None:
        self.i, self.start, self.end, self.text, self.lower = i, start, end, text, text.lower()
        self.lemma, self.pos, self.tag, self.dep, self.ent = lemma, pos, tag, dep, ent
        self.head, self.children, self.line = self, [], None
        self._left = self._right = i
        self._below = 1

    def __repr__(self) -> str:
        return f"{self.text}/{self.tag}/{self.dep}"

    @property
    def range(self) -> Range:
        return (self.start, self.end)

    @property
    def lefts(self) -> list[Token]:
        return [c for c in self.children if c.i < self.i]

    @property
    def rights(self) -> list[Token]:
        return [c for c in self.children if c.i > self.i]

    @property
    def is_root(self) -> bool:
        return self.head is self

    @property
    def is_quote(self) -> bool:
        return self.text in QUOTE_MARKS

    def child(self, *deps: str) -> Token | None:
        """The first child with one of these dependency labels."""
        return next((c for c in self.children if c.dep in deps), None)

    def all(self, *deps: str) -> list[Token]:
        """All children with one of these dependency labels."""
        return [c for c in self.children if c.dep in deps]

    def subtree(self) -> list[Token]:
        """This token and all below it, in text order."""
        line = self.line
        if line is not None and self._right - self._left + 1 == self._below:
            first = line[0].i
            return list(line[self._left - first:self._right - first + 1])
        out, stack = [], [self]
        while stack:
            t = stack.pop()
            out.append(t)
            stack.extend(t.children)
        out.sort(key=lambda t: t.i)
        return out

    @property
    def first(self) -> Token:
        """The first token of the subtree."""
        return self.line[self._left - self.line[0].i] if self.line is not None else self.subtree()[0]

    @property
    def last(self) -> Token:
        """The last token of the subtree."""
        return self.line[self._right - self.line[0].i] if self.line is not None else self.subtree()[-1]

    def ancestors(self) -> Iterator[Token]:
        """The heads above this token, nearest first."""
        t = self
        while t.head is not t:
            t = t.head
            yield t

    def conjuncts(self) -> list[Token]:
        """This token and those coordinated with it (`A, B and C` from A), in text order."""
        out, stack = [], [self]
        while stack:
            t = stack.pop()
            out.append(t)
            stack.extend(c for c in t.children if c.dep == "conj")
        out.sort(key=lambda t: t.i)
        return out


def lay_out(line: Sequence[Token]) -> None:
    """Notes of each token how far its subtree reaches, so that a subtree without gaps is a slice of `line`.

    `line` is a run of tokens with no index missing and whole trees; heads and children must not change afterwards.
    """
    order = [t for t in line if t.head is t]
    for t in order:  # grows as it is walked: heads before their children
        order.extend(t.children)
        t.line, t._left, t._right, t._below = line, t.i, t.i, 1
    for t in reversed(order):
        h = t.head
        if h is not t:
            h._below += t._below
            if t._left < h._left:
                h._left = t._left
            if t._right > h._right:
                h._right = t._right


class Sentence:
    """Tokens in text order. A sentence that was joined from pieces of the parser's has several roots."""

    __slots__ = ("end", "index", "paragraph", "start", "tokens")

    def __init__(self, index: int, paragraph: int, tokens: list[Token]) -> None:
        self.index, self.paragraph, self.tokens = index, paragraph, tokens
        self.start, self.end = tokens[0].start, tokens[-1].end
        for t in tokens:
            t.sentence = self

    @property
    def roots(self) -> list[Token]:
        return [t for t in self.tokens if t.is_root]

    @property
    def range(self) -> Range:
        return (self.start, self.end)


class Paragraph:
    """A paragraph of the report by its offsets, with its sentences."""

    __slots__ = ("end", "index", "sentences", "start")

    def __init__(self, index: int, start: int, end: int, sentences: list[Sentence]) -> None:
        self.index, self.start, self.end, self.sentences = index, start, end, sentences


class Tree:
    """The whole article parsed: paragraphs, sentences and tokens, each list in text order."""

    __slots__ = ("paragraphs", "sentences", "text", "tokens")

    def __init__(self, text: str, paragraphs: list[Paragraph]) -> None:
        self.text, self.paragraphs = text, paragraphs
        self.sentences = [s for p in paragraphs for s in p.sentences]
        self.tokens = [t for s in self.sentences for t in s.tokens]

    def between(self, start: int, end: int, most: int | None = None) -> list[Token]:
        """The tokens that lie wholly between two offsets; no more than `most` of them, where it is given."""
        lo, hi = 0, len(self.tokens)
        while lo < hi:
            mid = (lo + hi) // 2
            if self.tokens[mid].start < start:
                lo = mid + 1
            else:
                hi = mid
        out: list[Token] = []
        while lo < len(self.tokens) and self.tokens[lo].end <= end and (most is None or len(out) < most):
            out.append(self.tokens[lo])
            lo += 1
        return out


QUOTE_MARKS = frozenset(('"', "“", "”", "„", "«", "»", "‟", "''", "``"))
