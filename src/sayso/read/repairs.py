"""Small repairs of the parse, before any rule looks at it: attachments the parser is known to get wrong."""

from __future__ import annotations

from sayso.read.cues import cue_of
from sayso.read.tree import Token, Tree


def repair(tree: Tree) -> Tree:
    """The same tree with some tokens hung elsewhere."""
    for t in tree.tokens:
        if t.tag == "VBN":
            _accused_by(t)
            _headless(t)
    return tree


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
