"""Rules R4, R7 (`citing X`), R15: sources in prepositional phrases, nouns and adjectives that carry a content."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.data.titles import body, singular, title
from sayso.model.reading import Act
from sayso.read.cues import cue_of
from sayso.read.evidence import CARRIERS, EVIDENCE
from sayso.read.frames import Context, Frame, clause_tokens, ranges, subject_of
from sayso.read.tree import Token

_VIEW = frozenset(("view", "opinion", "eyes", "words", "judgment", "judgement", "estimation", "telling", "account"))
# "by X's own admission", "by her account": what stands with it is X's word.
_OWN = frozenset(("admission", "account", "reckoning", "estimate", "estimates", "count", "calculation", "calculations", "telling"))
# "paid according to age", "cooked according to taste": what a thing is measured by, which says nothing.
_MEASURES = frozenset(("age", "size", "taste", "need", "needs", "ability", "means", "income", "rank", "height", "weight", "custom",
                       "tradition", "season", "merit", "type", "length", "order", "preference", "preferences", "wishes"))
_ALONE = frozenset(("plan", "plans", "schedule", "law", "rule", "rules", "procedure", "protocol", "script", "instructions"))
_REJECT = frozenset(("reject", "dismiss", "deny", "refute", "rebut", "dispute", "contradict", "doubt", "question"))


def according_to(context: Context, t: Token) -> Iterator[Frame]:
    """R4: `according to X`, `per X`, `in X's view`, `by X's own account`, `in the words of X`; after a cue it names a relay."""
    found = _source_phrase(t)
    if found is None:
        return
    cue, source = found
    clause = _governing(t, source)
    if clause is None:
        return
    own = clause_tokens(clause, [t])
    if clause.dep in ("ccomp", "parataxis", "advcl", "relcl", "acl") or clause.is_root:
        own = [x for x in own if x.sentence is t.sentence]
    yield Frame("R4", cue, source, ranges(own), "assert", 0.9, sources=_all_sources(source))


def _source_phrase(t: Token) -> tuple[list[Token], Token] | None:
    if t.lower == "according":
        to = next((c for c in t.children if c.lower == "to"), None)
        head = (to.child("pobj") if to else None) or t.child("pobj")
        if head is not None and head.lower not in _MEASURES and (head.lower not in _ALONE or head.children):
            return ([t, to] if to else [t]), head
    elif t.lower == "per" and t.dep == "prep" and t.head.pos in ("VERB", "AUX"):
        head = t.child("pobj")
        if head is not None and head.pos == "PROPN":
            return [t], head
    elif t.lower == "by" and t.dep in ("prep", "agent"):
        own = t.child("pobj")
        head = own.child("poss") if own is not None and own.lower in _OWN and own.child("prep") is None else None
        before = t.sentence.tokens[t.i - t.sentence.tokens[0].i - 1] if t is not t.sentence.tokens[0] else None
        if own is not None and head is not None and (before is None or before.text in (",", "(", "—", "–", "“", '"')):
            return [t, own], head
    elif t.lower == "in" and t.dep == "prep":
        view = t.child("pobj")
        if view is not None and view.lower in _VIEW:
            poss = view.child("poss")
            of = next((c for c in view.children if c.dep == "prep" and c.lower == "of"), None)
            head = poss or (of.child("pobj") if of else None)
            if head is not None and (poss is None or view.lower != "words"):
                return [t, view], head
    return None


def _governing(t: Token, source: Token) -> Token | None:
    """The verb of the clause that the phrase belongs to; the sentence's root where the parser hung it on a noun."""
    v = t.head
    while v.pos not in ("VERB", "AUX") and not v.is_root and v.dep not in ("ccomp", "parataxis", "appos", "relcl"):
        v = v.head
    at_edge = t.i <= t.sentence.tokens[0].i + 1 or source.last.i >= t.sentence.tokens[-1].i - 2
    if at_edge:
        while v.dep in ("conj", "xcomp", "advcl", "pcomp", "prep", "acl") and not v.is_root:
            v = v.head
    return v


def _all_sources(source: Token) -> list[Token]:
    return source.conjuncts()


def citing(context: Context, t: Token) -> Iterator[Frame]:
    """R7: `…, citing X`, `Y, which cited X, said…`: the deeper source of what is said, relayed by who cites it."""
    source = t.child("dobj")
    if t.lemma not in ("cite", "quote") or source is None or not (names_speaker(source) or source.lower in CARRIERS | EVIDENCE):
        return
    if t.tag == "VBG" and t.dep in ("advcl", "acl", "conj"):
        found = _told_by(t.head, t)
    elif t.dep == "relcl":
        found = _told_through(t.head)
    else:
        return
    if found is not None and found[0]:
        below = {x.i for x in t.subtree()}
        yield Frame("R7", [t], source, ranges([x for x in found[0] if x.i not in below]), "assert", 0.75,
                    sources=source.conjuncts(), via=[found[1]] if found[1] is not None else [])


def names_speaker(t: Token) -> bool:
    """Somebody who can be cited, not a reason: a name, or a noun for a person or a body."""
    role = title(singular(t.lower))
    return t.pos == "PROPN" or (role is not None and role.use not in ("honour", "portfolio")) or body(t.lower) is not None \
        or t.lower in ("people", "person", "persons", "media")


def _told_by(verb: Token, t: Token) -> tuple[list[Token], Token | None] | None:
    """What the clause that `citing` hangs on tells, and who tells it; the parser may hang it on what is told."""
    content = verb.child("ccomp", "parataxis")
    if content is not None:
        return content.subtree(), subject_of(verb)
    if verb.dep == "ccomp" and cue_of(verb.head, "V") is not None:
        return clause_tokens(verb, [t]), subject_of(verb.head)
    according = next((c for c in verb.children if c.lower == "according"), None)
    if according is not None:
        found = _source_phrase(according)
        return clause_tokens(verb, [t, according]), found[1] if found else None
    return None


def _told_through(teller: Token) -> tuple[list[Token], Token | None] | None:
    """What the one whom a relative clause describes tells: `Y, which cited X, said…`, `according to Y, which cited X`."""
    if teller.dep == "nsubj" and (content := teller.head.child("ccomp", "parataxis")) is not None:
        return content.subtree(), teller
    according = next((a for a in list(teller.ancestors())[:2] if a.lower == "according"), None)
    clause = _governing(according, teller) if according is not None else None
    return (clause_tokens(clause, [according]), teller) if clause is not None and according is not None else None


def carriers(context: Context, t: Token) -> Iterator[Frame]:
    """R15: a noun or adjective that carries a clause: `X's claim that`, `a statement saying`, `confident that`."""
    if t.pos in ("NOUN", "PROPN"):
        cue = cue_of(t, "N")
        if cue is None:
            return
        content, strong, about = _noun_content(t, cue.frames)
        act: Act = "evaluate" if about and cue.act == "assert" else cue.act
        if content:
            source = _noun_source(t)
            if source is None and (not strong or _is_rejected(t)):
                return
            if source is None:
                yield Frame("R15", [t], None, content, act, 0.5)
            else:
                yield Frame("R15", [t], source, content, act, 0.75, sources=source.conjuncts())
    elif t.pos == "ADJ" or t.dep == "acomp":
        cue = cue_of(t, "A")
        if cue is None or t.dep not in ("acomp", "ROOT", "conj", "amod", "advcl"):
            return
        for c in t.children:
            if (c.dep == "ccomp" and "acl" in cue.frames) or (c.dep == "prep" and c.lower in cue.frames) \
                    or (c.dep == "xcomp" and "inf" in cue.frames):
                source = subject_of(t.head) if t.dep == "acomp" else subject_of(t)
                if source is not None and source.lower not in ("it", "this", "that", "there"):
                    tokens = [x for x in c.subtree() if x is not c] if c.dep == "prep" else c.subtree()
                    yield Frame("R15", [t], source, ranges(tokens), cue.act, 0.65, sources=source.conjuncts())
                return


def _noun_content(t: Token, frames: frozenset[str]) -> tuple[list[tuple[int, int]], bool, bool]:
    """The content of a noun carrier, whether it stands without a named source (`reports that…`), and whether it is only
    what it is about (`remarks on the strike`)."""
    for c in t.children:
        if c.i < t.i:
            continue
        that = any(x.lower == "that" and x.dep == "mark" for x in c.children)
        if "acl" in frames and c.dep in ("acl", "ccomp") and (that or c.dep == "ccomp"):
            return ranges(c.subtree()), True, False
        if c.dep == "acl" and c.tag == "VB" and frames & {"inf", "acl"}:
            return ranges(c.subtree()), False, False
        if c.dep == "prep" and c.lower in frames:
            return ranges([x for x in c.subtree() if x is not c]), False, c.lower != "of"
    return [], False, False


def _is_rejected(t: Token) -> bool:
    """`rejected claims that …`: the denial holds what is claimed, and nobody here claims it."""
    return t.dep in ("dobj", "nsubjpass") and t.head.lemma in _REJECT


def _noun_source(t: Token) -> Token | None:
    poss = t.child("poss")
    if poss is not None:
        return poss
    for c in t.children:
        if c.dep == "prep" and c.lower in ("by", "from") and (p := c.child("pobj")) is not None:
            return p
    # "made a promise to", "issued a warning that": the giver is the verb's subject
    if t.dep == "dobj" and t.head.pos == "VERB" and t.head.lemma not in _REJECT \
            and (t.head.lemma in _LIGHT or cue_of(t.head, "V") is None):
        return subject_of(t.head)
    return None


_LIGHT = frozenset(("make", "issue", "give", "have", "release", "express", "offer", "voice", "repeat",
                    "publish", "deliver", "send", "put", "raise", "announce", "take", "show", "reach", "confirm",
                    "reiterate", "hold"))
