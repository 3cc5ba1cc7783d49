"""Rules R1 to R3, R5, R6, R8, R11, R12: cues that are verbs."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.model.reading import Act
from sayso.read.cues import Cue, cue_of
from sayso.read.evidence import is_evidence
from sayso.read.frames import (
    Context,
    Frame,
    agent_of,
    cue_tokens,
    is_negated,
    is_passive,
    ranges,
    subject_of,
)
from sayso.read.frames_around import conjoined, goes_on_after, inserted, inverted, teller_after, trailing
from sayso.read.quotes import SCARE_WORDS
from sayso.read.tree import Token

_HEARSAY = frozenset(("say", "believe", "think", "report", "understand", "know", "allege", "rumor", "rumour", "claim",
                      "feel", "presume", "suppose"))
_OCCASION = ("npadvmod", "advmod", "prep")


def verb_frames(context: Context, t: Token) -> Iterator[Frame]:
    """All frames that have this verb as their cue, whatever the construction; several may compete."""
    cue = cue_of(t, "V")
    if cue is None:
        if t.lemma in _HEARSAY and is_passive(t):
            yield from impersonal(t)
        return
    if is_passive(t) and t.child("nsubj") is None:
        yield from passive(t, cue)
        return
    if t.lemma == "put":
        yield from put_at(t, cue)
    if t.tag == "VBN" and t.dep == "advcl" and t.child("aux", "auxpass", "nsubj") is None:
        return  # "Asked about it, she said": the subject of the main clause was asked
    source = subject_of(t)
    if source is not None and _quoted_before(context, source, t):
        return  # `"The dam held," confirmed the engineer`: the quotation's own subject is nobody who speaks
    if (teller := teller_after(t, cue)) is not None:
        yield from inverted(t, cue, teller)
        return
    yield from clause(t, cue, source)
    yield from inserted(t, cue, source)
    yield from trailing(t, cue)
    yield from objects(t, cue, source)


def _quoted_before(context: Context, source: Token, verb: Token) -> bool:
    quotation = context.quotations.at(source.start)
    return quotation is not None and quotation.words > SCARE_WORDS and source.i < verb.i and verb.start >= quotation.end


def clause(t: Token, cue: Cue, source: Token | None) -> Iterator[Frame]:
    """R1: a cue with a clause that depends on it (R3 where the clause stands before it, R2 around it)."""
    if not cue.frames & {"c", "x", "q"}:
        return
    for c in t.children:
        if (c.dep in ("ccomp", "parataxis") and cue.frames & {"c", "q"}) or (c.dep == "xcomp" and "x" in cue.frames):
            if source is not None and (c is source or source in c.subtree()):
                continue
            if _next_clause(c, t) is not None:
                continue
            if c.dep != "xcomp" and c.pos not in ("VERB", "AUX") and c.child("cop", "nsubj", "mark") is None \
                    and not _quoted(c) and abs(c.i - t.i) > 12:
                continue
            if (c.i < t.i and _goes_on(c, t)) or (c.i > t.i and _starts_anew(c, t)):
                continue
            if c.dep == "parataxis" and c.i > t.i and cue_of(c, "V") and c.child("ccomp") is None:
                continue
            occasion = _occasion_before(c, t)
            content = [x for x in c.subtree() if x not in occasion] if occasion else c.subtree()
            content = [*_asked_of(c, t, cue), *_misread_subject(c, t), *content]
            content = _with_fronted(without_asides(content, c), t, c)
            rule = "R1" if c.i > t.i else ("R2" if content and content[-1].i > t.i else "R3")
            content = [*content, *goes_on_after(t)] if rule == "R3" else content
            yield Frame(rule, cue_tokens(t), source, ranges(content), cue.act, 0.95 if source else 0.6,
                        occasion=occasion, addressee=_addressee(t), sources=conjoined(source))


def _goes_on(c: Token, verb: Token) -> bool:
    """`The gunman is shot; he pledges allegiance`: a clause of its own after a semicolon, with an object or a content of
    its own."""
    tokens = verb.sentence.tokens
    between = tokens[c.i - tokens[0].i:verb.i - tokens[0].i]
    own = verb.child("dobj") is not None or any(x.dep == "ccomp" and x.i > verb.i for x in verb.children)
    return own and any(x.text == ";" for x in between)


def _starts_anew(c: Token, verb: Token) -> bool:
    """`The mayor said 14 were hurt; the clinic put the number at 30`: a clause after a semicolon in which somebody else speaks."""
    tokens = verb.sentence.tokens
    begins = c.first.i - tokens[0].i
    own = c.child("nsubj")
    return any(x.text == ";" for x in tokens[max(0, begins - 1):begins + 1]) and own is not None and own.pos != "PRON" \
        and cue_of(c, "V") is not None


# What is put at a figure.
_COUNTED = frozenset("bill casualties cost costs count crowd damage estimate figure it loss losses number numbers odds population "
                     "price rate share strength tally toll total turnout value".split())


def put_at(t: Token, cue: Cue) -> Iterator[Frame]:
    """R8: `The clinic put the number at 30.`"""
    obj, own = t.child("dobj"), subject_of(t)
    at = next((c for c in t.children if c.dep == "prep" and c.lower in ("at", "above", "below", "between") and c.i > t.i), None)
    if own is None or obj is None or at is None or obj.lower not in _COUNTED or not any(x.tag == "CD" for x in at.subtree()):
        return
    yield Frame("R8", cue_tokens(t), own, ranges([*obj.subtree(), *at.subtree()]), cue.act, 0.8, sources=conjoined(own))


def _next_clause(c: Token, verb: Token) -> Token | None:
    """`believe [the aid being sent] shows they care`: the clause that goes on right where this one ends, which is then
    but the subject of that one."""
    if c.i < verb.i:
        return None
    after = c.last.i + 1
    return next((x for x in verb.children if x.dep == "ccomp" and x.i > c.i and x.first.i == after and x.child("nsubj") is None),
                None)


def _misread_subject(c: Token, verb: Token) -> list[Token]:
    """What `_next_clause` took for a clause of its own before this one."""
    return [x for o in verb.children if o.dep == "ccomp" and o is not c and _next_clause(o, verb) is c for x in o.subtree()]


def objects(t: Token, cue: Cue, source: Token | None) -> Iterator[Frame]:
    """R8, R11, R12: the content is an object, a prepositional object, or an object and what is said of it."""
    obj = t.child("dobj")
    if _keeps_from(t, obj) or (is_negated(t) and (cue.act == "evaluate" or t.lemma in _MEET)):
        return  # a judgement that is not made is no refusal to speak
    if source is None or (source.lower in ("there", "it") and obj is not None and t.dep == "ROOT" and cue.act == "evaluate"):
        return
    if _misread_clause(t, obj):
        yield Frame("R1", cue_tokens(t), source, ranges(obj.subtree() if obj else []), cue.act, 0.6, sources=conjoined(source))
        return
    tokens: list[Token] = []
    rule, told = "R8", False
    if obj is not None and "ox" in cue.frames and (x := t.child("xcomp", "ccomp")) is not None and x.i > obj.i:
        tokens, rule = [*obj.subtree(), *x.subtree()], "R1"
    elif "ox" in cue.frames and (x := t.child("ccomp")) is not None and x.child("nsubj") is not None \
            and any(c.lower == "to" for c in x.children):
        tokens, rule = x.subtree(), "R1"
    elif "oprd" in cue.frames and (called := t.all("oprd") or _quoted_name(t)):
        tokens, rule = [*(obj.subtree() if obj else []), *(x for p in called for x in p.subtree())], "R12"
    elif t.lemma == "call" and obj is not None and not any(c.dep == "prep" and c.lower in cue.frames for c in t.children):
        return
    elif obj is not None and ("o" in cue.frames or _shows(t, source)) and not _addressee_only(t, cue):
        tokens, rule = obj.subtree(), rule if "o" in cue.frames else "R15"
    for c in t.children:
        if c.dep == "prep" and c.lower in cue.frames and c.i > t.i and not _how_long(c):
            if c.lower == "as":
                tokens = [*(tokens or (obj.subtree() if obj else [])), *c.subtree()]
                rule = "R12"
            elif c.lower == "of" and obj is not None:
                tokens, rule = [*obj.subtree(), *c.subtree()], "R11"
            else:
                tokens = [*tokens, *(x for x in c.subtree() if x is not c or tokens)]
                rule = "R11" if cue.act == "accuse" else rule
        elif c.dep in ("xcomp", "ccomp") and _is_gerund(c) and "g" in cue.frames and c.child("nsubj") is None:
            tokens, told = c.subtree(), True
    if tokens and (x := _what_to_do(t, cue, tokens)) is not None:
        tokens, rule = [*tokens, *x.subtree()], "R1"
    if tokens:
        tokens = without_asides(tokens, obj or tokens[0])
        if cue.act == "accuse" and rule == "R8" and any(x.lower in ("of", "for") for x in tokens):
            rule = "R11"
        act: Act = "evaluate" if (rule == "R12" and cue.act == "demand") or (rule == "R8" and not told and _topic(t, cue, obj)) \
            else cue.act
        yield Frame(rule, cue_tokens(t), source, ranges(tokens), act, 0.7, sources=conjoined(source),
                    addressee=None)


def _misread_clause(verb: Token, obj: Token | None) -> bool:
    """`Russia says the depot held ammunition`, read as ammunition of a held kind: nobody says a thing, what is said is a clause."""
    return verb.lemma == "say" and obj is not None and obj.i > verb.i and any(
        x.dep == "amod" and x.tag in ("VBN", "VBD") and obj.first.i < x.i - 1 for x in obj.children)


# What one is kept from who is denied it.
_KEPT_FROM = frozenset("entry access entrance admission passage boarding bail parole visa visas asylum permission leave treatment "
                       "care service request requests application applications opportunity chance right rights refuge".split())


def _keeps_from(verb: Token, obj: Token | None) -> bool:
    """`denied them entry`, `was denied bail`: something is withheld, and nothing is said to be untrue."""
    return verb.lemma in ("deny", "refuse") and obj is not None and (obj.lower in _KEPT_FROM or verb.child("dative") is not None)


# "did not recognize the face": who does not know or see somebody refuses no answer.
_MEET = frozenset(("recognize", "recognise"))


def _how_long(prep: Token) -> bool:
    """`attacked the dam for three days`, `said on Monday`: when, and nothing that is said."""
    noun = prep.child("pobj")
    return noun is not None and noun.ent[2:] in ("DATE", "TIME")


_ABOUT = frozenset(("about", "on", "to", "with", "for", "against", "at", "in", "by"))


def _topic(verb: Token, cue: Cue, obj: Token | None) -> bool:
    """`tweeted a picture`, `commented on the strike`: what it is about, and nothing that is claimed of it."""
    if cue.act != "assert":
        return False
    return "t" in cue.frames if obj is not None else not any(c.dep == "prep" and c.lower in cue.frames - _ABOUT for c in verb.children)


def _asked_of(infinitive: Token, verb: Token, cue: Cue) -> list[Token]:
    """`called on [the mayor] to resign`: whom it is asked of, right before what he should do."""
    if infinitive.dep != "xcomp":
        return []
    asked = next((p for p in verb.children if p.dep == "prep" and p.lower in cue.frames and p.i > verb.i
                  and p.last.i + 1 == infinitive.first.i), None)
    return [x for x in asked.subtree() if x is not asked] if asked is not None else []


def _what_to_do(verb: Token, cue: Cue, content: list[Token]) -> Token | None:
    """`called on the mayor to resign`: the infinitive right after whom it is asked of."""
    if cue.act not in ("demand", "want"):
        return None
    end = max(x.i for x in content)
    return next((x for x in verb.children if x.dep in ("xcomp", "advcl") and x.tag == "VB" and x.first.i == end + 1
                 and x.first.lower == "to"), None)


def _is_gerund(verb: Token) -> bool:
    """`taking`, `having taken`."""
    return verb.tag == "VBG" or any(c.dep in ("aux", "auxpass") and c.tag == "VBG" for c in verb.children)


def _quoted_name(verb: Token) -> list[Token]:
    """`called the ruling "a disgrace"`: the parser may read what it is called as an apposition."""
    obj = verb.child("dobj")
    return [c for c in obj.children if c.dep == "appos" and any(x.is_quote for x in obj.subtree())] if obj is not None else []


def passive(t: Token, cue: Cue) -> Iterator[Frame]:
    """R5, R6: `was quoted by R as saying`; `was accused by X of V-ing`; `it was announced that`."""
    agent = agent_of(t)
    if _keeps_from(t, t.child("dobj")) or (is_negated(t) and (cue.act == "evaluate" or t.lemma in _MEET)):
        return
    subject = t.child("nsubjpass") or (t.head if t.dep in ("acl", "relcl") else None)
    as_saying = next((v for p in t.children if p.dep == "prep" and p.lower == "as" for v in p.children
                      if v.dep == "pcomp" and v.tag == "VBG"), None)
    if as_saying is not None and t.lemma in ("quote", "cite", "report"):
        for c in as_saying.children:
            if c.dep in ("ccomp", "parataxis"):
                yield Frame("R5", [*cue_tokens(t), *cue_tokens(as_saying)], subject, ranges(c.subtree()), "assert", 0.95,
                            via=[agent] if agent else [])
        return
    source = agent
    for c in t.children:
        if c.dep in ("ccomp", "xcomp") and cue.frames & {"c", "x"} and c.i > t.i and (agent or t.lemma not in ("expect",)):
            if t.lemma == "expect" or (c.dep == "xcomp" and agent is None and t.lemma not in _HEARSAY):
                continue
            tokens = c.subtree() if c.dep == "ccomp" else [*(subject.subtree() if subject else []), *c.subtree()]
            yield Frame("R5" if agent else "R6", cue_tokens(t), source, ranges(tokens), cue.act, 0.8 if agent else 0.6)
            return
        if c.dep == "prep" and c.lower in cue.frames and c.i > t.i and agent and subject is not None:
            yield Frame("R11" if cue.act == "accuse" else "R12", cue_tokens(t), source,
                        ranges([*subject.subtree(), *c.subtree()]), cue.act, 0.8)
            return
    if agent is not None and agent.lower not in _ANYBODY and subject is not None and "o" in cue.frames:
        yield Frame("R8", cue_tokens(t), source, ranges(subject.subtree()), cue.act, 0.65)


# `is not welcomed by all`: nobody is named who says so.
_ANYBODY = frozenset(("all", "everyone", "everybody", "anyone", "anybody", "most", "many", "some"))


def impersonal(t: Token) -> Iterator[Frame]:
    """R6: `is said to`, `is believed to`, `it is reported that`: hearsay, nobody's word."""
    subject = t.child("nsubjpass")
    for c in t.children:
        if c.dep in ("xcomp", "ccomp") and c.i > t.i:
            agent = agent_of(t)
            tokens = c.subtree() if c.dep == "ccomp" else [*(subject.subtree() if subject else []), *c.subtree()]
            act: Act = "expect" if t.lemma in ("believe", "think") else "assert"
            yield Frame("R6", cue_tokens(t), agent, ranges(tokens), act, 0.6)
            return


_ASIDE = frozenset(("though", "although", "whereas", "even"))


def is_relative_aside(t: Token, content: list[Token]) -> bool:
    """A relative clause after a comma that ends what is said: the outlet explains (unless it is quoted)."""
    return t.subtree()[-1].i >= content[-1].i - 1 and not any(x.is_quote for x in content)


def without_asides(content: list[Token], head: Token) -> list[Token]:
    """The content less a clause that the outlet adds after a comma: `…, though it has not specified…`, `…, with X saying…`."""
    inside = {t.i: t for t in content}
    holes: set[int] = set()
    for t in content:
        first = t.first
        if t is head or first.i - 1 not in inside or inside[first.i - 1].text != "," or first.i < head.i:
            continue
        own_clause = t.dep == "advcl" and t.child("nsubj", "nsubjpass") is not None and (
            first.lower in _ASIDE or (first.lower == "as" and cue_of(t, "V") is not None))
        absolute = t.dep == "prep" and t.lower == "with" and any(
            c.dep in ("pcomp", "pobj") and ((c.tag == "VBG" and c.child("nsubj") is not None)
                                            or any(x.dep == "acl" and x.tag == "VBG" for x in c.children)) for c in t.children)
        relative = t.dep == "relcl" and is_relative_aside(t, content)
        if own_clause or absolute or relative:
            holes |= {x.i for x in t.subtree()}
    return [t for t in content if t.i not in holes]


def _quoted(t: Token) -> bool:
    return any(c.is_quote for c in t.children)


def _occasion_before(content: Token, verb: Token) -> list[Token]:
    """A date between cue and clause that the parser hung on the clause: `said on Monday North Korea…`."""
    if content.i < verb.i:
        return []
    out: list[Token] = []
    for c in content.lefts:
        if c.dep in _OCCASION and not out and c.i <= verb.i + 3:
            sub = c.subtree()
            if sub[0].i == verb.i + 1 and any(x.ent[2:] in ("DATE", "TIME") for x in sub):
                out.extend(sub)
    return out


def _with_fronted(content: list[Token], verb: Token, c: Token) -> list[Token]:
    """A clause before the cue keeps what the parser hung on the cue by mistake before it (`In June, X, Y said`)."""
    if c.i > verb.i or not content:
        return content
    first = content[0].i
    extra = [x for w in verb.lefts if w.i < first and w.dep in ("prep", "advmod", "advcl", "npadvmod") for x in w.subtree()]
    return [*extra, *content]


def _addressee(verb: Token) -> Token | None:
    """Whom it is said to: `told X`, `said to X`."""
    found = verb.child("dative") or (verb.child("dobj") if verb.lemma in ("tell", "inform", "assure", "remind", "warn")
                                     else None)
    if found is None:
        to = next((c for c in verb.children if c.dep == "prep" and c.lower == "to"), None)
        found = to.child("pobj") if to else None
    if found is not None and found.dep == "dative" and found.pos == "ADP":
        found = found.child("pobj")
    return found


_SHOW = frozenset(("show", "indicate", "reveal", "suggest", "confirm", "prove", "document", "capture", "record", "detect"))


def _shows(verb: Token, source: Token) -> bool:
    """R15: images, records, data that show a thing are what it rests on."""
    return verb.lemma in _SHOW and is_evidence(source)


def _addressee_only(verb: Token, cue: Cue) -> bool:
    """The object is whom it is said to, as a clause follows."""
    return verb.child("ccomp", "xcomp") is not None or (is_negated(verb) and cue.act == "assert")
