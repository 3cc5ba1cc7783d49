"""Which propositions a sentence holds, and on whose word: its clauses, parted by whose content they are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from sayso.model.span import overlaps
from sayso.read.attributions import Attributed
from sayso.read.cues import cue_of
from sayso.read.frames import phrase
from sayso.read.tree import Sentence, Token, Tree
from sayso.read.units import Unit, units

# What somebody merely thinks of a thing is no proposition of its own; the sentence that tells it is.
_NOUN_ACTS = frozenset(("assert", "confirm", "deny", "accuse", "warn", "threaten", "promise", "demand", "refuse"))


class Spoken:
    """The attributions of an article by the sentences they touch."""

    def __init__(self, tree: Tree, attributed: Sequence[Attributed]) -> None:
        self._by_id = {a.attribution.id: a for a in attributed}
        self._content: dict[int, list[Attributed]] = {}
        self._cues: dict[int, list[Attributed]] = {}
        starts = [s.start for s in tree.sentences]
        for a in attributed:
            touched: set[int] = set()
            for s, e in a.frame.content:
                k = max(0, bisect_right(starts, s) - 1)
                while k < len(starts) and starts[k] < e:
                    if overlaps((s, e), tree.sentences[k].range):
                        touched.add(tree.sentences[k].index)
                    k += 1
            for index in touched:
                self._content.setdefault(index, []).append(a)
            if a.frame.cue:
                self._cues.setdefault(a.frame.cue[0].sentence.index, []).append(a)

    def content_in(self, sentence: Sentence) -> list[Attributed]:
        """Those whose content shares a character with the sentence, in text order of their cues."""
        return self._content.get(sentence.index, [])

    def cued_in(self, sentence: Sentence) -> list[Attributed]:
        """Those whose cue stands in the sentence."""
        return self._cues.get(sentence.index, [])

    def chain(self, a: Attributed) -> list[Attributed]:
        """The attribution and those around it, outermost first."""
        out = [a]
        while out[0].attribution.parent is not None:
            out.insert(0, self._by_id[out[0].attribution.parent])
        return out


def propositions(sentence: Sentence, spoken: Spoken) -> list[tuple[Unit, list[Attributed]]]:
    """The sentence's propositions in text order, each with its chain of attributions; at least one."""
    here = spoken.content_in(sentence)
    regions, own = _regions(sentence, here)
    cues = {t.i for a in spoken.cued_in(sentence) for t in a.frame.cue}
    given: list[tuple[Unit, list[Attributed]]] = []
    scaffold = _scaffold(sentence, spoken)
    for a, tokens in regions:
        chain = spoken.chain(a)
        found_here = units(tokens)
        told = [u for u in found_here if u.head.i not in cues or _tells_more(u, scaffold)]
        given.extend((u, [] if _is_aside(u, a) else chain) for u in (told if told or len(regions) > 1 else found_here))
    outer = units(own)
    for u in outer:
        left = [t for t in u.tokens if t.i not in scaffold] if given else list(u.tokens)
        words = [t for t in left if t.pos not in ("PUNCT", "SPACE", "CCONJ")]
        idle = next((a for a in here if u.head in a.frame.cue and not _has_proposition(sentence, a)), None)
        if idle is not None and (given or len(outer) > 1):
            given.append((u, spoken.chain(idle)))
            continue
        left_over = len(left) < len(u.tokens) and len(words) <= 4
        if u.head.i in cues or _introduces(u, cues) or not _substantial(u, bool(given)) or left_over:
            continue
        given.append((u, []))
    if not given:
        around = min(here, key=lambda a: a.frame.range[1] - a.frame.range[0], default=None)
        whole = units(sentence.tokens)
        given = [(Unit(whole[0].head, tuple(sentence.tokens)), spoken.chain(around) if around else [])]
    given.sort(key=lambda x: x[0].tokens[0].i)
    return given


def _tells_more(u: Unit, scaffold: set[int]) -> bool:
    """`it had warned the ministry in April that …`: that somebody spoke is itself told, with whom and when."""
    own = {t.i for t in u.tokens}
    if not any(c.dep in ("nsubj", "nsubjpass") and c.i in own for c in u.head.children):
        return False
    return sum(t.i not in scaffold and t.pos not in ("PUNCT", "SPACE", "CCONJ", "SCONJ") for t in u.tokens) >= 4


def _is_aside(u: Unit, a: Attributed) -> bool:
    """A relative clause in indirect speech is what the outlet adds, unless quoted, or all that is said: `which, she said, ...`."""
    if u.head.dep != "relcl" or any(overlaps(u.head.range, r) for r in a.attribution.verbatim):
        return False
    return min(s for s, _ in a.frame.content) < min(t.start for t in u.head.subtree())


def _introduces(u: Unit, cues: set[int]) -> bool:
    """`X reported on the same day, stating "…"`: a verb of speech whose content another cue carries."""
    cue = cue_of(u.head, "V")
    return cue is not None and "q" in cue.frames and any(t.i in cues for c in u.head.children for t in (c, *c.children))


def _scaffold(sentence: Sentence, spoken: Spoken) -> set[int]:
    """The tokens of sources and cues: they say who speaks, and nothing of their own."""
    out: set[int] = set()
    for a in spoken.cued_in(sentence):
        out |= {t.i for t in a.frame.cue}
        for s in (a.frame.source, *a.frame.sources):
            out |= {t.i for t in phrase(s)} if s is not None else set()
    return out


def _regions(sentence: Sentence, here: Sequence[Attributed]) -> tuple[list[tuple[Attributed, list[Token]]], list[Token]]:
    """The sentence's tokens by the innermost attribution whose content they are, and those of nobody's."""
    usable = [(k, a) for k, a in enumerate(here) if _has_proposition(sentence, a)]
    if not usable:
        return [], list(sentence.tokens)
    inner: dict[int, list[Token]] = {}
    own: list[Token] = []
    sizes = [sum(e - s for s, e in a.frame.content) for a in here]
    for t in sentence.tokens:
        holding = [k for k, a in usable if a.frame.covers(t.range)]
        if holding:
            inner.setdefault(min(holding, key=lambda k: (sizes[k], here[k].frame.rule != "R7", -k)), []).append(t)
        else:
            own.append(t)
    return [(here[k], tokens) for k, tokens in sorted(inner.items(), key=lambda x: x[1][0].i)], own


def _has_proposition(sentence: Sentence, a: Attributed) -> bool:
    tokens = {t.i: t for t in sentence.tokens if a.frame.covers(t.range)}
    tops = [t for t in tokens.values() if t.is_root or t.head.i not in tokens]
    if any(t.pos in ("VERB", "AUX") or (t.dep == "prep" and any(c.dep == "pcomp" for c in t.children)) for t in tops):
        return True
    return bool(tokens) and (a.attribution.act in _NOUN_ACTS or (bool(a.attribution.verbatim) and a.frame.quoted))


def _substantial(u: Unit, beside: bool) -> bool:
    """A clause that tells something; what is left of a reporting clause is not."""
    words = [t for t in u.tokens if t.pos not in ("PUNCT", "SPACE", "CCONJ")]
    if u.head.pos in ("VERB", "AUX") and len(words) >= 3:
        return True
    return not beside and bool(words)
