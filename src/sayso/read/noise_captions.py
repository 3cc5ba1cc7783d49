"""Captions that state a fact: what they tell beyond what the picture shows. Kept apart, and nobody's word."""

from __future__ import annotations

import re

from sayso.model.reading import Noise
from sayso.model.span import Range
from sayso.read.cues import cue_of
from sayso.read.tree import Token, Tree

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
# Words for the picture itself, and what is done with it.
_PICTURES = frozenset(("photo", "photograph", "picture", "image", "video", "footage", "grab", "screengrab", "frame", "still", "file",
                       "handout", "graphic", "map", "illustration", "caption", "screenshot"))
_MADE = frozenset(("see", "show", "picture", "photograph", "take", "release", "provide", "obtain", "make", "film", "capture",
                   "depict", "image", "record", "post", "publish", "distribute", "supply"))
_TELLS = frozenset(("will", "wo", "would", "’ll", "'ll"))
_SAYING = frozenset(("assert", "confirm", "deny", "accuse", "warn"))


_LABEL = re.compile(r"(?i)(?:(?:image|media|photo|picture) (?:caption|copyright|source)\b|(?:pictured?|photo|image|video|watch"
                    r"|file(?: photo)?)\b(?= ?[:–—-]))[ :–—-]*")


def wording(caption: Noise) -> Range:
    """Where a caption's own words stand, without a label such as `Image caption` before them."""
    m = _LABEL.match(caption.text)
    return (caption.start + m.end(), caption.end) if m is not None and m.end() < len(caption.text) else caption.range


def states_fact(tree: Tree) -> bool:
    """Does a caption's parse hold a finite clause with a claim of its own?

    `Divers search the wreck after the ferry sank`: the clause of what is to be seen stands in the present and is none; one in
    the past or of what is to come is, and so is one that says what somebody or something is, or what somebody says.
    """
    return any(_claims(t) for t in tree.tokens if t.pos in ("VERB", "AUX"))


def _claims(verb: Token) -> bool:
    if verb.dep in ("aux", "auxpass") or _subject(verb) is None or _is_of_the_picture(verb):
        return False
    forms = {verb.tag, *(c.tag for c in verb.children if c.dep in ("aux", "auxpass"))}
    helpers = [c for c in verb.children if c.dep == "aux"]
    if "VBD" in forms or any(c.lemma == "have" or c.lower in _TELLS for c in helpers):
        return True
    if not forms & {"VBZ", "VBP"}:
        return False
    cue = cue_of(verb, "V")
    said = cue is not None and cue.act in _SAYING and verb.child("ccomp") is not None
    return said or (verb.lemma == "be" and verb.child("attr", "acomp") is not None)


def _subject(verb: Token) -> Token | None:
    own = verb.child(*_SUBJECTS)
    if own is None and verb.dep == "conj" and verb.head.pos in ("VERB", "AUX"):
        return verb.head.child(*_SUBJECTS)
    return own


def _is_of_the_picture(verb: Token) -> bool:
    """`is seen`, `in this photo that was taken in May`, `the picture was released`."""
    subject = _subject(verb)
    passive = verb.child("auxpass", "nsubjpass") is not None
    named = subject is not None and subject.lemma.lower() in _PICTURES
    relative = verb.dep in ("relcl", "acl") and verb.head.lemma.lower() in _PICTURES
    return named or relative or (passive and verb.lemma in _MADE)
