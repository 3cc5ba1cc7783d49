"""Small repairs of the parse, before any rule looks at it: attachments the parser is known to get wrong."""

from __future__ import annotations

from sayso.read.cues import cue_of
from sayso.read.evidence import CARRIERS
from sayso.read.tree import Token, Tree


def repair(tree: Tree) -> Tree:
    """The same tree with some tokens hung elsewhere."""
    for t in tree.tokens:
        if t.dep in ("nsubj", "nsubjpass", "expl") and t.head.dep in ("aux", "auxpass") and not t.head.is_root:
            move(t, t.head.head, t.dep)
        if t.tag == "VBN":
            _accused_by(t)
            _headless(t)
        elif t.dep == "conj" and t.pos in ("VERB", "AUX") and t.child("nsubj", "nsubjpass", "expl") is None:
            _own_act(t)
            _shared_infinitive(t)
        if t.dep in ("acl", "relcl", "ccomp") and t.head.lower in CARRIERS:
            _said_in(t)
        if t.is_root and t.pos in ("VERB", "AUX"):
            _upside_down(t)
        if t.dep == "ccomp" and t.head.tag == "VBG":
            _told_after_aside(t)
    return tree


def _said_in(verb: Token) -> None:
    """`said in a statement that the dam was safe`: the clause is what was said, not a part of the statement's name."""
    noun = verb.head
    cue = noun.head.head
    if noun.dep == "pobj" and noun.head.lower == "in" and cue.i < noun.i and cue.pos == "VERB" and cue.child("ccomp") is None \
            and any(c.lower == "that" and c.dep == "mark" for c in verb.children) and "q" in _frames(cue):
        move(verb, cue, "ccomp")


def _told_after_aside(verb: Token) -> None:
    """`reported, citing two officials, that the dam was safe`: the clause is what was reported, not what was cited."""
    aside = verb.head
    cue = aside.head
    if aside.dep == "advcl" and cue.i < aside.i and cue.child("ccomp") is None and aside.child("dobj") is not None \
            and (aside.lemma in ("cite", "quote") or cue_of(aside, "V") is None) and "q" in _frames(cue) \
            and any(c.lower == "that" and c.dep == "mark" for c in verb.children) \
            and any(c.text == "," and aside.i < c.i < verb.i for c in (*aside.children, *cue.children)):
        move(verb, cue, "ccomp")


def _upside_down(verb: Token) -> None:
    """`Radio wrote, quoting a witness, that the captain slept`: a clause with `that` at its head is nobody's main clause."""
    mark = next((c for c in verb.children if c.lower == "that" and c.dep == "mark"), None)
    cue = next((c for c in verb.children if c.dep == "ccomp" and "q" in _frames(c)), None)
    if mark is None or cue is None or cue.i > mark.i or cue.child("ccomp") is not None or cue.child("nsubj") is None:
        return
    verb.children.remove(cue)
    cue.head, cue.dep = cue, "ROOT"
    for c in [c for c in verb.children if c.i < mark.i]:
        move(c, cue, c.dep)
    move(verb, cue, "ccomp")


def _frames(verb: Token) -> frozenset[str]:
    cue = cue_of(verb, "V")
    return cue.frames if cue is not None else frozenset()


def _own_act(verb: Token) -> None:
    """`said she admires him and praised his work`: a past tense beside another tense is the speaker's own next act."""
    said = verb.head
    cue = said.head
    if verb.tag != "VBD" or said.dep != "ccomp" or cue.tag != "VBD" or cue.i > said.i or cue_of(cue, "V") is None:
        return
    if _finite(said) not in ("VBD", "VBN"):
        move(verb, cue, "conj")


def _shared_infinitive(verb: Token) -> None:
    """`agreed to share a currency and rely on each other`: a bare verb beside a finite cue goes on with its infinitive."""
    cue = verb.head
    if verb.tag not in ("VB", "VBP") or cue.tag not in ("VBD", "VBZ", "VBN", "VBG") or cue.pos != "VERB" \
            or any(c.dep in ("aux", "auxpass", "neg") for c in verb.children):
        return
    shared = [c for c in cue.children if c.dep in ("xcomp", "ccomp") and cue.i < c.i < verb.i and _finite(c) in ("VB", "MD", "TO")]
    if shared:
        move(verb, shared[-1], "conj")


def _finite(verb: Token) -> str:
    """The tag that carries the tense: that of the first auxiliary, else of the verb itself."""
    return next((c.tag for c in verb.children if c.dep in ("aux", "auxpass") and c.i < verb.i), verb.tag)


def _accused_by(verb: Token) -> None:
    """`was accused by the West of supplying`: the of-phrase is the verb's, not the West's."""
    cue = cue_of(verb, "V")
    agent = verb.child("agent")
    doer = agent.child("pobj") if agent is not None else None
    if cue is None or doer is None:
        return
    for c in [c for c in doer.children if c.dep == "prep" and c.lower in cue.frames and c.lower in ("of", "for")]:
        move(c, verb, "prep")


def _headless(verb: Token) -> None:
    """`South Korean intelligence assured last week that…`: a past tense read as a participle of the subject."""
    noun = verb.head
    if verb.dep in ("acl", "relcl") and noun.is_root and noun.pos in ("NOUN", "PROPN") and noun.i < verb.i \
            and verb.child("ccomp") is not None and verb.child("auxpass", "nsubjpass", "agent") is None:
        verb.tag, verb.dep, verb.head = "VBD", "ROOT", verb
        noun.children.remove(verb)
        for c in [c for c in noun.children if c.i > verb.i]:
            move(c, verb, c.dep)
        move(noun, verb, "nsubj")


def move(t: Token, head: Token, dep: str) -> None:
    """Hang `t` below `head` with this label."""
    if t.head is not t:
        t.head.children.remove(t)
    t.head, t.dep = head, dep
    head.children.append(t)
    head.children.sort(key=lambda c: c.i)
