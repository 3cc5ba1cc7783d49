"""What is said of what a figure counts: the governing verb or event noun, by the parse."""

from __future__ import annotations

from sayso.read.tree import Token

NOUNS = frozenset(("NOUN", "PROPN"))
_STEPS = 14
# Words for what was done to people, as verb, participle or adjective, and what they give as the predicate.
STATES = {
    "dead": "dead", "killed": "kill", "wounded": "wound", "injured": "injure", "hurt": "hurt",
    "missing": "missing", "hospitalized": "hospitalize", "hospitalised": "hospitalise", "arrested": "arrest",
    "detained": "detain", "displaced": "displace", "homeless": "homeless", "trapped": "trap",
    "stranded": "strand", "sick": "sick", "ill": "ill", "infected": "infect", "captured": "capture",
    "unaccounted": "missing", "stabbed": "stab", "shot": "shoot", "alive": "alive", "abducted": "abduct",
    "kidnapped": "kidnap", "slain": "slay", "evacuated": "evacuate", "rescued": "rescue", "deported": "deport",
    "drowned": "drown", "burned": "burn", "freed": "free",
    "released": "release", "executed": "execute", "jailed": "jail", "buried": "bury"}
DONE = frozenset(STATES.values()) | {
    "die", "perish", "convict", "sentence", "charge", "treat", "execute", "bury", "massacre", "murder", "slaughter",
    "behead", "hang", "bomb", "maim", "imprison", "jail", "free", "indict", "evict", "sicken", "release", "acquit"}
_ON_THE_WAY = frozenset((
    "more", "other", "others", "were", "was", "are", "is", "feared", "believed", "presumed", "reported",
    "confirmed", "found", "left"))
_INTRANSITIVE = frozenset(("die", "perish", "drown", "dead", "missing", "alive", "sick", "ill", "homeless", "burn"))
_EVENT_NOUNS = frozenset((
    "death", "fatality", "injury", "casualty", "killing", "murder", "homicide", "arrest", "detention", "case",
    "infection", "loss", "vote", "attack", "strike", "explosion", "shooting", "deployment", "sending", "arrival",
    "dispatch", "transfer", "release", "visit", "abduction", "kidnapping", "displacement", "evacuation", "rescue",
    "sale", "purchase", "delivery", "shipment", "execution", "conviction", "assassination", "massacre", "toll",
    "increase", "decrease", "rise", "fall", "drop", "decline", "cut", "gain", "growth", "departure", "exodus",
    "hiring", "layoff", "suicide", "wounding", "disappearance", "raid", "bombing", "stabbing"))
HUMAN_EVENTS = frozenset(("death", "fatality", "injury", "casualty", "killing", "murder", "homicide", "arrest", "toll",
                           "abduction", "kidnapping", "execution", "suicide", "wounding"))
_CARRYING = frozenset((
    "report", "confirm", "believe", "fear", "find", "leave", "declare", "pronounce", "know", "think", "say",
    "feel", "see", "list", "be", "go", "estimate", "presume", "consider", "announce", "remain"))
_SHORT = {"'s": "be", "'re": "be", "'m": "be", "'ve": "have"}
_COMPLEMENTS = frozenset(("oprd", "acomp", "xcomp", "ccomp", "attr", "advcl", "pobj", "amod", "pcomp"))
_NO_EVENTS = frozenset((
    "building", "government", "department", "parliament", "region", "station", "condition", "position", "section",
    "situation", "population", "organization", "organisation", "institution", "location", "apartment", "document",
    "element", "morning", "evening", "something", "anything", "everything", "nothing", "regiment", "generation",
    "version", "ceiling", "equipment", "instrument", "settlement", "question", "proportion", "portion",
    "fraction", "million", "billion", "being"))
HEADLINE = {f"{stem}{end}": verb for verb, stem in (("kill", "kill"), ("wound", "wound"), ("arrest", "arrest"),
                                                     ("injure", "injur"), ("shoot", "shoot"), ("hurt", "hurt"))
             for end in ("s", "es", "ed", "ing", "")}
LIGHT_NOUNS = frozenset((
    "number", "crowd", "team", "unit", "force", "contingent", "crew", "body", "bodies", "dozen", "hundred",
    "thousand", "million", "billion", "scores", "score", "lots", "handful", "couple", "some", "total", "group",
    "lot", "series", "pair", "percentage", "share", "majority", "rest"))


def predicate_of(start: Token, number: Token) -> str | None:
    """The lemma of the event noun or verb that governs the phrase; a verb of finding or saying gives its complement.

    A verb of harm is given only for those it was done to: in `two officers shot a man` nothing is said to have been
    done to the two, and their predicate is None.
    """
    if start is not number and start.lemma.lower() in _EVENT_NOUNS:
        return start.lemma.lower()
    own = next((c for c in start.rights if c.dep in ("acl", "relcl", "amod", "advcl") and _suffered(c)), None)
    if own is not None:
        return _fate(own)
    state = state_behind(_phrase_last(start)) if start is not number else None
    return state if state is not None else _governor(start)


def _governor(start: Token) -> str | None:
    """The first verb or event noun above the phrase."""
    t = start
    for _ in range(_STEPS):
        if t.head is t:
            break
        below, t = t, t.head
        if t.lower in STATES and below.dep in ("nsubj", "nsubjpass") and t.pos != "VERB":
            return STATES[t.lower]
        if t.pos in ("VERB", "AUX"):
            return _lexical(t, below)
        if below.dep == "prep" and t.pos in (*NOUNS, "NUM", "PRON") and t.lemma.lower() not in LIGHT_NOUNS \
                and below.lower != "including":
            # What is said of `the father of three` or `one of the six` is not said of the three or the six.
            return t.lemma.lower() if _is_event(t) else None
    return _lexical(t, t) if t.pos in ("VERB", "AUX") else None


def _lexical(verb: Token, below: Token) -> str | None:
    """`were found dead`, `are feared killed`, `were in custody`: what was found or feared, else the verb itself.

    `below` is the verb's child that the figure hangs on.
    """
    through = below.dep in ("prep", "agent") and below.lower != "including"
    if verb.lemma in _CARRYING and not through:
        for c in (*verb.children, *(x for p in verb.all("prep") if p.lower == "as" for x in p.children)):
            fate = _fate(c) if c.dep in _COMPLEMENTS and c.i > verb.i and c is not below else None
            if fate is not None:
                return fate
    lemma = verb.lemma.lower()
    if not lemma.isalpha():
        return _SHORT.get(lemma.replace("’", "'"))
    if lemma not in DONE:
        return lemma
    acting = below.dep == "nsubj" and lemma not in _INTRANSITIVE and verb.child("dobj") is not None
    return None if through or acting else lemma


def _fate(t: Token) -> str | None:
    if t.lower in STATES:
        return STATES[t.lower]
    return t.lemma if t.lemma in DONE else None


def _suffered(t: Token) -> bool:
    """Does the clause behind a noun say what befell it (`men wounded in`, `who were killed`), not what it did?"""
    if _fate(t) is None or t.tag == "VBG":
        return False
    if t.dep == "relcl":
        return t.child("nsubjpass", "auxpass") is not None or _fate(t) in _INTRANSITIVE
    return t.child("dobj") is None


def _is_event(noun: Token) -> bool:
    lemma = noun.lemma.lower()
    return lemma in _EVENT_NOUNS or (lemma.endswith(("ing", "tion", "sion", "ment")) and len(lemma) > 6 and
                                     lemma not in _NO_EVENTS)


def state_behind(last: Token) -> str | None:
    """The state or fate named right after the number: `7 dead`, `13 others wounded`, `two seriously injured`."""
    tokens = last.sentence.tokens
    k = last.i - tokens[0].i + 1
    for t in tokens[k:k + 3] if k > 0 else []:
        if t.lower in STATES and not one_shot(t, last):
            return STATES[t.lower] if t.child("dobj") is None else None
        if t.tag not in ("RB", "JJ") and t.lower not in _ON_THE_WAY:
            return None
    return None


def one_shot(noun: Token, number: Token) -> bool:
    """`one shot was fired` counts shots, `two shot in the street` people."""
    return noun.lower == "shot" and number.lower in ("one", "1") and noun.pos in NOUNS


def event_in(noun: Token) -> str | None:
    """The event noun a measure speaks of: `death toll` of deaths, `number of injured` of injuring, `of people killed` of killing."""
    objects = [x for c in noun.rights if c.dep == "prep" for x in c.children]
    for t in (*noun.lefts, noun, *objects, *(y for x in objects for y in x.rights if y.dep == "acl" and y.tag == "VBN")):
        if t.lower in STATES:
            return STATES[t.lower]
        if t.lemma.lower() in _EVENT_NOUNS and t.lemma.lower() != "toll":
            return t.lemma.lower()
    return "death" if noun.lemma == "toll" else None


def _phrase_last(noun: Token) -> Token:
    end = phrase_end(noun)
    return next((t for t in noun.sentence.tokens[noun.i - noun.sentence.tokens[0].i:] if t.end >= end), noun)


def phrase_end(noun: Token) -> int:
    """Where the noun's phrase ends, with what stands behind `of`."""
    for _ in range(3):
        of = next((c for c in noun.rights if c.dep == "prep" and c.lower == "of" and c.i <= noun.i + 2), None)
        inner = of.child("pobj") if of is not None else None
        if inner is None or inner.pos == "PRON":
            break
        noun = inner
    return noun.end
