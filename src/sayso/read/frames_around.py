"""Rules R2 and R3 where the parser does not tell: the cue stands in the midst of what it tells, or after it."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.read.cues import Cue
from sayso.read.frames import Frame, clause_tokens, cue_tokens, ranges
from sayso.read.frames_phrase import names_speaker
from sayso.read.tree import Token


def inserted(t: Token, cue: Cue, source: Token | None) -> Iterator[Frame]:
    """R2, R3: the parser hung the cue's clause below the content ("X, Yonhap reported, is…"; "as Y noted")."""
    if not cue.frames & {"c", "q"} or t.child("ccomp", "xcomp", "dobj") is not None:
        return
    own = t.child("nsubj")
    if t.dep == "parataxis" and own is not None and t.head is not t:
        content = clause_tokens(t.head, [t])
        yield Frame("R2", cue_tokens(t), own, ranges(content), cue.act, 0.9, sources=conjoined(own))
    elif t.dep == "advcl" and own is not None and any(c.dep == "mark" and c.lower == "as" for c in t.children):
        content = clause_tokens(t.head, [t])
        yield Frame("R2", cue_tokens(t), own, ranges(content), cue.act, 0.85, sources=conjoined(own))
    elif t.dep == "relcl" and source is not None and own is None:
        return


def teller_after(t: Token, cue: Cue) -> Token | None:
    """Who tells it, where the parser takes him for an object: `The truck hit the crowd, reported Nordwire.`"""
    obj = t.child("dobj")
    tokens = t.sentence.tokens
    at = t.i - tokens[0].i
    if obj is None or "q" not in cue.frames or obj.first.i != t.i + 1 or not names_speaker(obj):
        return None
    if at < 4 or tokens[at - 1].text != ",":
        return None
    if t.tag not in ("VBD", "VBZ") or t.dep not in ("conj", "advcl", "parataxis", "dep") or t.child("nsubj", "mark", "ccomp", "xcomp"):
        return None
    joined = any(c.dep == "cc" and c.i < t.i for c in t.head.children)
    return None if joined or obj.child("acl", "relcl") is not None else obj


def inverted(t: Token, cue: Cue, teller: Token) -> Iterator[Frame]:
    """R3: `…, reported Nordwire`."""
    before = t.sentence.tokens[:t.i - t.sentence.tokens[0].i - 1]
    yield Frame("R3", cue_tokens(t), teller, ranges(before), cue.act, 0.8, sources=conjoined(teller))


_TAIL = 8


def trailing(t: Token, cue: Cue) -> Iterator[Frame]:
    """R3, whatever the parser made of the clause: `…, police said.` at the end of a sentence."""
    own = t.child("nsubj")
    added = _added_after(t)
    if not cue.frames & {"c", "q"} or own is None or any(
            c is not added for c in t.children if c.dep in ("ccomp", "xcomp", "dobj", "parataxis")):
        return
    first = min((own.first, *cue_tokens(t)), key=lambda x: x.i)
    tokens = t.sentence.tokens
    at = first.i - tokens[0].i
    end = added.first.i if added is not None else tokens[-1].i
    if at < 4 or tokens[at - 1].text != "," or end - max(t.i, own.i) > _TAIL:
        return
    before = tokens[:at - 1]
    if any(x.pos in ("VERB", "AUX") for x in before) and not any(x.is_quote for x in before):
        yield Frame("R3", cue_tokens(t), own, ranges([*before, *goes_on_after(t)]), cue.act, 0.8, sources=own.conjuncts())


_GOING_ON = frozenset(("after", "although", "as", "because", "since", "though", "when", "where", "while"))


def goes_on_after(verb: Token) -> list[Token]:
    """`The toll rose, the clinic said, after two more died`: the clause after the cue and a comma belongs to what is told."""
    tokens = verb.sentence.tokens
    return [x for c in verb.children if c.dep == "advcl" and c.i > verb.i and c.first.lower in _GOING_ON
            and tokens[c.first.i - tokens[0].i - 1].text == "," and c.child("nsubj", "nsubjpass") is not None for x in c.subtree()]


def _added_after(verb: Token) -> Token | None:
    """`Thirty were hurt, the clinic said, more than twice as many as before`: what is added to the content after the cue and a comma,
    no clause of its own."""
    tokens = verb.sentence.tokens
    return next((c for c in verb.children if c.dep in ("ccomp", "parataxis") and c.i > verb.i and c.pos not in ("VERB", "AUX")
                 and c.child("nsubj", "cop") is None and tokens[c.first.i - tokens[0].i - 1].text == ","), None)


def conjoined(source: Token | None) -> list[Token]:
    """All of a coordinated source: `A, B and C said`."""
    return source.conjuncts() if source is not None else []
