"""Frames: drafts of attributions, while the rules are still at work on one article."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from sayso.model.reading import Act, Response
from sayso.model.span import Range, merge
from sayso.read.quotes import QuotationIndex
from sayso.read.tree import Token, Tree


@dataclass(slots=True)
class Frame:
    """One draft: `source` the head token of the source's phrase, `cue` the tokens of the cue, `content` its parts.

    `via` are head tokens of those who relay it; `subject` a head token that the source shares its words with when the
    phrase itself stands elsewhere ("who", "he"). `score` is the rule's standing before anything else is known.
    """

    rule: str
    cue: list[Token]
    source: Token | None
    content: list[Range]
    act: Act = "assert"
    score: float = 0.9
    response: Response | None = None
    inferred: bool = False
    via: list[Token] = field(default_factory=list)
    sources: list[Token] = field(default_factory=list)
    addressee: Token | None = None
    occasion: list[Token] = field(default_factory=list)
    quoted: bool = False

    @property
    def range(self) -> Range:
        """From the first to the last character of the content; of the cue where there is no content."""
        if self.content:
            return (min(r[0] for r in self.content), max(r[1] for r in self.content))
        return (self.cue[0].start, self.cue[-1].end)

    @property
    def head(self) -> Token | None:
        return self.cue[0] if self.cue else None

    def covers(self, r: Range) -> bool:
        """Does a stretch of the content share a character with this one?"""
        return any(min(r[1], e) > max(r[0], s) for s, e in self.content)


@dataclass(frozen=True, slots=True)
class Context:
    """What the rules look at: the tree and the quotations of one article."""

    tree: Tree
    quotations: QuotationIndex


Rule = Callable[[Context, Token], Iterator[Frame]]

# What hangs on a noun, but does not belong to its phrase: coordinated phrases, and what is put in beside it.
_BESIDE = ("conj", "cc", "parataxis")
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


def subject_of(verb: Token) -> Token | None:
    """Who does what the verb says: its subject, or the one it shares with the verb that governs it."""
    seen = 0
    v: Token = verb
    while seen < 6:
        seen += 1
        own = v.child(*SUBJECTS)
        if own is not None:
            return own
        if v.dep == "conj" and v.head.pos in ("VERB", "AUX"):
            v = v.head
        elif v.dep in ("acl", "relcl"):
            return v.head
        elif (object_ := controller(v)) is not None:
            return object_
        elif v.dep in ("advcl", "xcomp", "aux", "ccomp") and v.head is not v and v.tag in ("VBG", "VB", "VBN", "VBD"):
            if v.dep == "ccomp" and v.tag != "VBG":
                return None
            v = v.head
        elif v.dep in ("pcomp", "prep") and (above := _governor(v)) is not None:
            v = above
        else:
            return None
    return None


def _governor(v: Token) -> Token | None:
    """The verb that a phrase with a preposition hangs on, by way of other prepositions and of the verb's own object
    (`apart from saying`, `has no way of knowing`)."""
    t, seen = v, 0
    while t.dep in ("pcomp", "prep", "pobj", "dobj") and not t.is_root and seen < 6:
        t, seen = t.head, seen + 1
        if t.pos in ("VERB", "AUX"):
            return t
    return None


def controller(verb: Token) -> Token | None:
    """`leading many to believe`, `urged X to say`: the object before an infinitive is who does it."""
    if verb.dep not in ("xcomp", "ccomp", "advcl") or verb.tag != "VB" or verb.head.lemma in ("promise", "vow", "use"):
        return None
    obj = verb.head.child("dobj")
    return obj if obj is not None and obj.i < verb.i and verb.head.pos == "VERB" and verb.dep != "advcl" else None


def agent_of(verb: Token) -> Token | None:
    """The doer of a passive verb: `by X`."""
    for c in verb.children:
        if c.dep == "agent" or (c.dep == "prep" and c.lower == "by" and is_passive(verb)):
            return c.child("pobj")
    return None


def is_passive(verb: Token) -> bool:
    return verb.tag == "VBN" and (verb.child("auxpass", "nsubjpass") is not None or verb.dep in ("acl", "relcl"))


def is_negated(verb: Token) -> bool:
    """Does `not`, `never` or `no longer` stand with the verb itself?"""
    return any(c.dep == "neg" or c.lower in ("never", "not", "n't", "n’t") for c in verb.children)


def cue_tokens(verb: Token) -> list[Token]:
    """The cue as written: auxiliaries, negation and particle with the verb, where they stand next to it."""
    parts = [c for c in verb.children if c.dep in ("aux", "auxpass", "neg", "prt") and abs(c.i - verb.i) <= 4]
    return sorted([*parts, verb], key=lambda t: t.i)


def phrase(head: Token) -> list[Token]:
    """The noun phrase of a source, with its appositions and relative clauses, without punctuation at its edges."""
    away = {t.i for c in head.children if c.dep in _BESIDE for t in c.subtree()}
    out = [t for t in head.subtree() if t.i not in away] if away else head.subtree()
    run: list[Token] = []
    for t in out:
        if run and t.i > head.i and (t.i != run[-1].i + 1 or t.text == ":"):
            break
        if run and t.i <= head.i and t.i != run[-1].i + 1:
            run = []
        run.append(t)
    while run and (run[-1].pos == "PUNCT" or run[-1].text.isspace()) and run[-1] is not head:
        run.pop()
    while run and run[0].pos == "PUNCT" and run[0] is not head:
        run.pop(0)
    return run or [head]


def ranges(tokens: list[Token]) -> list[Range]:
    """The stretches of text these tokens make, without punctuation and white space at the edges of each."""
    runs: list[list[Token]] = []
    for t in sorted(tokens, key=_index):
        if runs and t.i == runs[-1][-1].i + 1:
            runs[-1].append(t)
        else:
            runs.append([t])
    out = []
    for run in runs:
        first, last = 0, len(run)
        while first < last and _edge(run[first]) and not run[first].is_quote:
            first += 1
        while last > first and _edge(run[last - 1]) and not run[last - 1].is_quote:
            last -= 1
        run = run[first:last]
        if run and not all(_edge(t) or t.is_quote for t in run):
            out.append((run[0].start, run[-1].end))
    return list(merge(out))


def _index(t: Token) -> int:
    return t.i


_DASHES = frozenset(("-", "–", "—"))


def _edge(t: Token) -> bool:
    mark = (t.pos == "PUNCT" and t.text not in (")", "]", "(", "[")) or t.text in _DASHES
    return mark or t.text.isspace() or (t.dep == "cc" and not t.children)


def clause_tokens(head: Token, without: list[Token]) -> list[Token]:
    """The subtree of `head` less the subtrees of `without`."""
    holes = {t.i for w in without for t in w.subtree()}
    return [t for t in head.subtree() if t.i not in holes]
