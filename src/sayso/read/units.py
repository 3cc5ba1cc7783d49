"""Propositions: the finite clauses of a sentence, each with the words that are its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.read.tree import Token

_CONDITION = frozenset(("if", "unless", "until", "once", "provided", "providing", "lest", "whether"))
_SPLIT_MARKS = frozenset(("as", "while", "although", "though", "because", "since", "after", "whereas"))
_TIME = frozenset(("when", "before", "until", "where", "whenever", "once", "by", "so", "than"))
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


@dataclass(frozen=True, slots=True)
class Unit:
    """One proposition: the head of its clause and its tokens in text order, less those of clauses split off."""

    head: Token
    tokens: tuple[Token, ...]


def units(tokens: Iterable[Token]) -> list[Unit]:
    """The propositions of a stretch of one sentence. Each token goes to one of them; none is lost.

    Split off are coordinated finite verbs, adverbial clauses with a subject of their own that are no conditions, and
    relative clauses after a comma. A stretch with no verb is one unit.
    """
    region = {t.i: t for t in tokens}
    if not region:
        return []
    heads = [t for t in region.values() if _is_head(t, region)]
    if not heads:
        top = next((t for t in region.values() if t.head.i not in region or t.is_root), next(iter(region.values())))
        return [Unit(top, tuple(region[i] for i in sorted(region)))]
    owner: dict[int, Token] = {h.i: h for h in heads}
    members: dict[int, list[Token]] = {h.i: [] for h in heads}
    for i in sorted(region):
        h = _owner(region[i], owner, region)
        members[(h or _nearest(heads, i)).i].append(region[i])
    return [Unit(h, tuple(members[h.i])) for h in sorted(heads, key=lambda h: h.i)]


def _is_head(t: Token, region: dict[int, Token]) -> bool:
    if t.pos not in ("VERB", "AUX") or t.dep in ("aux", "auxpass"):
        return False
    if t.is_root or t.head.i not in region:
        return is_finite(t) or t.is_root or t.dep in ("ccomp", "xcomp", "pcomp", "acl", "relcl", "parataxis", "advcl")
    if t.dep == "conj" and t.head.pos in ("VERB", "AUX"):
        return is_finite(t) and _conjoined_clause(t)
    if t.dep == "advcl":
        return is_finite(t) and t.child(*_SUBJECTS) is not None and not is_condition(t) and _told(t)
    if t.dep == "relcl":
        noun = t.head if t.head.dep == "appos" else t
        before = noun.first.i - 1
        return is_finite(t) and before in region and region[before].text in (",", "—", "–", "(")
    if t.dep in ("parataxis", "ccomp"):
        return is_finite(t) and t.child(*_SUBJECTS) is not None and (t.dep == "parataxis" or t.head.i > t.i) and not is_condition(t)
    return False


def _told(t: Token) -> bool:
    """An adverbial clause that asserts: `as`, `after`, `because` with a tense of its own; not `when`, `before`, `until`."""
    words = {x.lower for x in t.children if x.i < t.i and x.dep in ("mark", "advmod")}
    if words & _TIME:
        return False
    return bool(words & _SPLIT_MARKS) or not words


def _conjoined_clause(t: Token) -> bool:
    """A second assertion ("said A and did B"), not two verbs of one ("hide and watch")."""
    return t.child(*_SUBJECTS) is not None or t.tag in ("VBD", "VBZ", "VBP", "MD") or any(
        c.dep in ("aux", "auxpass") for c in t.children)


def is_finite(t: Token) -> bool:
    """A verb with a tense: by its form, or by an auxiliary that has one."""
    if t.tag in ("VBD", "VBZ", "VBP", "MD"):
        return True
    if any(c.dep in ("aux", "auxpass") and c.tag in ("VBD", "VBZ", "VBP", "MD") for c in t.children):
        return True
    return t.tag in ("VB", "VBN") and t.is_root and t.child(*_SUBJECTS) is not None


def is_condition(t: Token) -> bool:
    """A clause that says under which condition: `if`, `unless`, `until`, `as long as`, inverted `should` or `were`."""
    first = t.first
    if any(c.lower in _CONDITION and c.dep in ("mark", "advmod") for c in t.children):
        return True
    if first.lower in ("should", "were", "had") and (first is t or (first.dep in ("aux", "auxpass") and first.i < t.i)):
        subject = t.child(*_SUBJECTS)
        return subject is not None and subject.i > first.i
    words = [x.lower for x in t.subtree()[:4]]
    return words[:3] == ["as", "long", "as"] or words[:2] == ["in", "case"] or words[:3] == ["on", "condition", "that"] \
        or (t.head.lower == "long" and t.i > 1 and any(c.lower == "as" for c in t.children))


def _owner(t: Token, owner: dict[int, Token], region: dict[int, Token]) -> Token | None:
    seen = 0
    while seen < 400:
        if t.i in owner:
            return owner[t.i]
        if t.is_root or t.head.i not in region:
            return None
        t = t.head
        seen += 1
    return None


def _nearest(heads: list[Token], i: int) -> Token:
    return min(heads, key=lambda h: (abs(h.i - i), h.i))
