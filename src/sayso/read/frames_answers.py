"""Rules R9 and R10: refusals, non-denials, not saying, not knowing. Never a yes, never a no."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.data.titles import singular, title
from sayso.model.reading import Response
from sayso.read.frames import Context, Frame, agent_of, cue_tokens, is_negated, is_passive, ranges, subject_of
from sayso.read.tree import Token

_DECLINE = frozenset(("decline", "refuse"))
_ANSWER = frozenset(("comment", "respond", "answer", "say", "reply", "discuss", "confirm", "deny", "elaborate", "speak",
                     "specify", "disclose", "identify", "name", "provide", "reveal", "talk", "explain", "give", "address"))
_REPLY = frozenset(("respond", "reply", "answer", "return", "comment", "react"))
_SAY = frozenset(("say", "specify", "disclose", "reveal", "elaborate", "explain", "indicate", "identify", "name", "detail",
                  "clarify", "mention", "state", "provide", "give", "address", "announce"))
_UNKNOWN = frozenset(("know", "understand"))
_WH = frozenset(("whether", "if", "how", "what", "when", "where", "who", "why", "which"))
_DETAIL = frozenset(("detail", "details", "information", "comment", "evidence", "reason", "explanation", "number", "figure",
                     "name", "names", "identity", "estimate"))


def answers(context: Context, t: Token) -> Iterator[Frame]:
    """One frame where this verb is an answer that is none; its content is what was asked, never a claim.

    Where nothing is said of what was asked, the content is the words of the answer itself ("respond to a request").
    """
    for f in _answers(t):
        if not f.content:
            after = [x for x in t.subtree() if x.i >= t.i]
            f.content = ranges([x for x in after if x not in f.cue]) or ranges(after)
        yield f


def _answers(t: Token) -> Iterator[Frame]:
    if t.pos not in ("VERB", "AUX"):
        return
    lemma = t.lemma.lower()
    # `it was not known how many`: nobody is named who does not know
    source = agent_of(t) if is_passive(t) else subject_of(t)
    if lemma in _DECLINE:
        x = t.child("xcomp")
        if x is not None and x.lemma.lower() in _ANSWER:
            yield _frame("R9", t, source, x, "declines", [*cue_tokens(t), *_to(x), x])
        elif t.lemma == "decline" and (o := t.child("dobj")) is not None and o.lower in ("comment", "comments"):
            yield Frame("R9", [*cue_tokens(t), o], source, [], "refuse", 0.9, "declines")
        return
    if _neither(t):
        yield from _both(t, source)
        return
    if not is_negated(t):
        return
    if lemma in ("reach", "contact") and is_passive(t) and (lemma == "contact" or _sought(t)):
        yield Frame("R9", cue_tokens(t), t.child("nsubjpass"), [], "refuse", 0.9, "no-answer")
    elif lemma in _REPLY and _addressed(t):
        content = ranges([x for p in t.children if p.dep == "prep" and p.i > t.i for x in p.subtree()])
        said: Response = "declines" if lemma == "comment" and any(c.lower in ("would", "will") for c in t.children) else "no-answer"
        yield Frame("R9", cue_tokens(t), source, content if lemma != "comment" else [], "refuse", 0.85, said)
    elif lemma in ("verify", "confirm", "corroborate"):
        able = any(c.dep == "aux" and c.lower in ("could", "can", "ca") for c in t.children)
        response: Response = "could-not-verify" if able and (_independently(t) or lemma != "confirm") else "does-not-confirm"
        passive_subject = t.child("nsubjpass")
        if passive_subject is not None:
            yield Frame("R9", cue_tokens(t), None, ranges(passive_subject.subtree()), "refuse", 0.8, response)
        else:
            yield _frame("R9", t, source, t, response, cue_tokens(t))
    elif lemma == "deny" and not is_passive(t):
        yield _frame("R10", t, source, t, "does-not-deny", cue_tokens(t))
    elif lemma in _UNKNOWN and (c := _question(t)) is not None:
        yield Frame("R10", cue_tokens(t), source, ranges(c.subtree()), "refuse", 0.85, "does-not-know")
    elif lemma in _SAY and not is_passive(t):
        c = _question(t)
        obj = t.child("dobj")
        if c is not None:
            yield Frame("R10", cue_tokens(t), source, ranges(c.subtree()), "refuse", 0.9, "does-not-say")
        elif obj is not None and (obj.lower in _DETAIL or lemma in ("specify", "disclose", "reveal", "identify", "name")):
            yield Frame("R10", cue_tokens(t), source, ranges(obj.subtree()), "refuse", 0.8, "does-not-say")
        elif lemma == "elaborate":
            yield Frame("R10", cue_tokens(t), source, [], "refuse", 0.8, "does-not-say")


def is_answer(t: Token) -> bool:
    """Would `answers` find something here, so that no other rule may read it as an assertion?"""
    return (is_negated(t) and t.lemma.lower() in _SAY | _UNKNOWN | {"deny", "confirm", "verify", "corroborate"}) \
        or (t.lemma.lower() in _DECLINE and (x := t.child("xcomp")) is not None and x.lemma.lower() in _ANSWER) or _neither(t) \
        or (t.dep == "xcomp" and t.lemma.lower() in _ANSWER and t.head.lemma.lower() in _DECLINE)


def _frame(rule: str, t: Token, source: Token | None, asked: Token, response: Response, cue: list[Token]) -> Frame:
    parts = [c for c in asked.children if c.dep in ("dobj", "ccomp", "xcomp") and c.i > asked.i]
    if not parts:
        parts = [c for c in asked.children if c.dep == "prep" and c.lower in ("on", "about", "to") and c.i > asked.i]
    content = ranges([x for c in parts for x in c.subtree()])
    if not content and asked is not t:
        content, cue = ranges([*_to(asked), asked]), [c for c in cue if c is not asked and c not in _to(asked)]
    return Frame(rule, sorted(set(cue), key=lambda x: x.i), source, content, "refuse", 0.9, response)


def _both(t: Token, source: Token | None) -> Iterator[Frame]:
    """`neither confirmed nor denied X` is one refusal."""
    verbs = t.conjuncts()
    obj = next((v.child("dobj", "ccomp") for v in reversed(verbs) if v.child("dobj", "ccomp")), None)
    cue = [c for c in t.children if c.lower == "neither"] + [t] + [v for v in verbs if v is not t]
    yield Frame("R9", sorted(set(cue), key=lambda x: x.i), source, ranges(obj.subtree()) if obj else [], "refuse", 0.9,
                "does-not-confirm")


def _neither(t: Token) -> bool:
    return t.lemma in ("confirm", "deny") and t.dep != "conj" and any(
        v.lemma in ("confirm", "deny") and v is not t for v in t.conjuncts()) and (
        is_negated(t) or any(c.lower in ("neither", "nor") for v in t.conjuncts() for c in v.children))


def _question(t: Token) -> Token | None:
    for c in t.children:
        if c.dep in ("ccomp", "advcl", "xcomp") and c.i > t.i and any(x.lower in _WH for x in c.subtree()[:3]):
            return c
    return None


_PUT_TO_SOMEBODY = frozenset({"request", "question", "email", "e-mail", "call", "message", "inquiry", "enquiry", "query", "comment",
                              "letter", "claim", "allegation", "accusation", "criticism", "report"})


def _addressed(t: Token) -> bool:
    """`did not respond to a request`, `did not immediately comment`: not `did not respond to treatment`."""
    words = {x.lemma.lower() for x in t.subtree()}
    return bool(words & _PUT_TO_SOMEBODY) or (t.lemma in ("comment", "reply") and t.child("dobj") is None)


def _sought(t: Token) -> bool:
    """`could not be reached for comment`, `Smith could not be reached`: not an island, nor an agreement."""
    words = {x.lower for x in t.subtree()}
    subject = t.child("nsubjpass")
    return bool(words & {"comment", "immediately", "response", "reaction", "phone", "telephone", "email"}) or (
        subject is not None and "by" not in words and (subject.ent.endswith("PERSON") or title(singular(subject.lower)) is not None))


def _independently(t: Token) -> bool:
    return any(c.lower in ("independently", "immediately") for c in t.children)


def _to(x: Token) -> list[Token]:
    return [c for c in x.children if c.lower == "to" and c.dep == "aux"]
