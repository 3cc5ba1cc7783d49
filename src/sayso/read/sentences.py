"""From raw parses to the tree: tokens with the article's offsets, sentences as a reader sees them."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model.span import Range
from sayso.read.paragraphs import Mended
from sayso.read.parse import RawParse
from sayso.read.repairs import repair
from sayso.read.tree import Paragraph, Sentence, Token, Tree

LONGEST = 75
_CLOSERS = frozenset(('"', "”", "’", "»", ")", "]", "'", "''"))
_END = frozenset((".", "!", "?", "…", "...", ". ."))


def build(text: str, ranges: Sequence[Range], mended: Sequence[Mended], parses: Sequence[RawParse]) -> Tree:
    """The article's tree. The three sequences run in parallel, a paragraph each."""
    paragraphs: list[Paragraph] = []
    i = sentence_index = 0
    for k, ((start, end), shown, raw) in enumerate(zip(ranges, mended, parses, strict=True)):
        tokens = _tokens(i, shown, raw, text)
        i += len(tokens)
        sentences = []
        for group in _sentences(tokens, raw):
            sentences.append(Sentence(sentence_index, k, group))
            sentence_index += 1
        paragraphs.append(Paragraph(k, start, end, sentences))
    return repair(Tree(text, paragraphs))


def _tokens(first: int, shown: Mended, raw: RawParse, text: str) -> list[Token]:
    out = []
    for k in range(len(raw.starts)):
        start = shown.origin[raw.starts[k]]
        end = shown.origin[raw.ends[k] - 1] + 1
        out.append(Token(first + k, start, end, shown.text[raw.starts[k]:raw.ends[k]], raw.lemmas[k], raw.pos[k],
                         raw.tags[k], raw.deps[k], raw.ents[k]))
    for k, t in enumerate(out):
        t.head = out[raw.heads[k]]
        if t.head is not t:
            t.head.children.append(t)
    return out


def _sentences(tokens: list[Token], raw: RawParse) -> list[list[Token]]:
    groups: list[list[Token]] = []
    for t, starts in zip(tokens, raw.sentence_starts, strict=True):
        if not groups or (starts and not _goes_on(groups[-1], t)) or _begins(groups[-1], t):
            groups.append([])
        groups[-1].append(t)
    return [piece for group in groups for piece in _short(group)]


def _begins(before: list[Token], t: Token) -> bool:
    """An opening mark after a full stop that the parser took for an abbreviation's: `at 9 p.m. “It did not…`."""
    return t.text in ("“", "«", "„") and before[-1].text[-1:] in (".", "!", "?") and len(before) > 3


def _goes_on(before: list[Token], t: Token) -> bool:
    """Does the sentence before go on at `t`, though the parser began a new one?

    It does where `t` cannot begin a sentence: a closing mark, punctuation, or a word in lower case after text that
    does not end one.
    """
    if t.text in _CLOSERS or t.text in (",", ";", ":", ".", "-", "–", "—"):
        return t.text not in ('"', "-", "–", "—") or (t.text == '"' and _open_marks(before) % 2 == 1)
    last = next((x for x in reversed(before) if x.text.strip()), before[-1])
    closed = last.text in _END or (last.text in _CLOSERS and len(before) > 1 and before[-2].text in _END)
    if t.text[:1].isdigit() and closed and last.text in _END:
        return False
    return (t.text[:1].islower() or t.text[:1].isdigit()) and (not closed or last.text in _CLOSERS)


def _open_marks(tokens: list[Token]) -> int:
    return sum(t.text == '"' for t in tokens)


def _short(group: list[Token]) -> list[list[Token]]:
    """The group, cut where it is longer than any sentence: after a semicolon, colon or dash, else anywhere."""
    out = []
    while len(group) > LONGEST:
        cut = max((k for k in range(LONGEST // 3, LONGEST) if group[k].text in (";", ":", "—", "–", "|", "•", ".")),
                  default=LONGEST - 1) + 1
        out.append(group[:cut])
        group = group[cut:]
    return [*out, group]
