"""From raw parses to the tree: tokens with the article's offsets, sentences as a reader sees them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, pairwise

from sayso.model.span import Range
from sayso.read.paragraphs import Mended
from sayso.read.parse import RawParse
from sayso.read.repairs import repair
from sayso.read.tree import Paragraph, Sentence, Token, Tree, lay_out

LONGEST = 75
# A sentence of the parser's this long is no prose (a table, a chant, ten thousand marks). Its tree is cut into pieces
# of so many tokens, as the rules climb trees and may take time in proportion to a tree's size for each of its tokens.
LARGEST_TREE = 300
# How far back open quotation marks are counted: the whole of any sentence, but not of a line of ten thousand marks.
MARKS_LOOKED_AT = 1000
_CLOSERS = frozenset(('"', "”", "’", "»", ")", "]", "'", "''"))
_CUT_AFTER = frozenset((";", ":", "—", "–", "|", "•", "."))
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
    tree = repair(Tree(text, paragraphs))
    for p in tree.paragraphs:
        lay_out([t for s in p.sentences for t in s.tokens])
    return tree


def _tokens(first: int, shown: Mended, raw: RawParse, text: str) -> list[Token]:
    out = []
    for k in range(len(raw.starts)):
        start = shown.origin[raw.starts[k]]
        end = shown.origin[raw.ends[k] - 1] + 1
        out.append(Token(first + k, start, end, shown.text[raw.starts[k]:raw.ends[k]], raw.lemmas[k], raw.pos[k],
                         raw.tags[k], raw.deps[k], raw.ents[k]))
    pieces = _pieces(raw.sentence_starts)
    for k, t in enumerate(out):
        h = raw.heads[k]
        if h == k:
            continue
        if pieces and pieces[h] != pieces[k]:
            t.dep = "ROOT"
            continue
        t.head = out[h]
        t.head.children.append(t)
    return out


def _pieces(sentence_starts: Sequence[bool]) -> list[int] | None:
    """Which piece of a tree each token is in; None where no tree is too large."""
    begins = [k for k, starts in enumerate(sentence_starts) if starts or k == 0]
    if all(b - a <= LARGEST_TREE for a, b in pairwise([*begins, len(sentence_starts)])):
        return None
    out: list[int] = []
    piece = size = 0
    for starts in sentence_starts:
        if starts or size == LARGEST_TREE:
            piece, size = piece + 1, 0
        size += 1
        out.append(piece)
    return out


def _sentences(tokens: list[Token], raw: RawParse) -> list[list[Token]]:
    groups: list[list[Token]] = []
    for k, (t, starts) in enumerate(zip(tokens, raw.sentence_starts, strict=True)):
        after = tokens[k + 1] if k + 1 < len(tokens) else None
        if not groups or (starts and not _goes_on(groups[-1], t)) or _begins(groups[-1], t, after):
            groups.append([])
        groups[-1].append(t)
    return [piece for group in groups for piece in _short(group)]


def _begins(before: list[Token], t: Token, after: Token | None) -> bool:
    """An opening mark after a full stop that the parser took for an abbreviation's, or the mark for a closing one.

    `at 9 p.m. “It did not…`; `"A," he said. "B"`: a mark that has no direction opens where only what follows touches it.
    """
    opens = t.text in ("“", "«", "„") or (
        t.text in ('"', "''") and before[-1].end < t.start and after is not None and after.start == t.end)
    return opens and before[-1].text[-1:] in (".", "!", "?") and len(before) > 3


def _goes_on(before: list[Token], t: Token) -> bool:
    """Does the sentence before go on at `t`, though the parser began a new one?

    It does where `t` cannot begin a sentence: a closing mark, punctuation, or a word in lower case after text that
    does not end one.
    """
    if t.text in _CLOSERS or t.text in (",", ";", ":", ".", "-", "–", "—"):
        return t.text not in ('"', "-", "–", "—") or (t.text == '"' and _open_marks(before) % 2 == 1)
    last = next((x for x in islice(reversed(before), LONGEST) if x.text.strip()), before[-1])
    closed = last.text in _END or (last.text in _CLOSERS and len(before) > 1 and before[-2].text in _END)
    if t.text[:1].isdigit() and closed and last.text in _END:
        return False
    return (t.text[:1].islower() or t.text[:1].isdigit()) and (not closed or last.text in _CLOSERS)


def _open_marks(tokens: list[Token]) -> int:
    return sum(t.text == '"' for t in tokens[-MARKS_LOOKED_AT:])


def _short(group: list[Token]) -> list[list[Token]]:
    """The group, cut where it is longer than any sentence: after a semicolon, colon or dash, else anywhere."""
    out, at = [], 0
    while len(group) - at > LONGEST:
        cut = max((k for k in range(at + LONGEST // 3, at + LONGEST) if group[k].text in _CUT_AFTER),
                  default=at + LONGEST - 1) + 1
        out.append(group[at:cut])
        at = cut
    return [*out, group[at:]]
