"""Rule R15: nouns that carry what somebody said, and things that show something, with whose they are."""

from __future__ import annotations

from sayso.read.tree import Token

CARRIERS = frozenset((
    "report", "reports", "statement", "statements", "remark", "remarks", "comment", "comments", "claim", "claims", "account",
    "accounts", "word", "words", "information", "message", "letter", "readout", "document", "documents", "testimony",
    "announcement", "assessment", "assessments", "news", "estimate", "estimates", "data", "figures", "tweet",
    "post", "article", "story", "interview", "speech", "allegation", "allegations", "briefing", "release", "memo", "email"))
EVIDENCE = frozenset((
    "image", "images", "imagery", "photo", "photos", "photograph", "photographs", "video", "videos", "footage", "data", "record",
    "records", "document", "documents", "evidence", "recording", "recordings", "results", "map", "maps", "log", "logs",
    "transcript", "transcripts", "study", "survey", "poll", "polls", "analysis", "satellite", "radar", "figures", "research",
    "finding", "findings", "statistics"))


def carrier_owner(source: Token) -> Token | None:
    """Whose report, statement or record it is: `reports from X`, `X's statement`, `a statement by X`."""
    poss = source.child("poss")
    if poss is not None:
        return poss
    for c in source.children:
        if c.dep == "prep" and c.lower in ("from", "by", "of") and (p := c.child("pobj")) is not None:
            if c.lower != "of" or p.pos == "PROPN":
                return p
        if c.dep == "acl" and c.tag == "VBN":
            agent = c.child("agent")
            if agent is not None and (p := agent.child("pobj")) is not None:
                return p
    return None


def issued_by(source: Token) -> Token | None:
    """The verb that issues a carrier: `issued a statement saying that…`, whose subject says so."""
    verb = source.head
    return verb if source.lower in CARRIERS and source.dep == "dobj" and verb.lemma in _ISSUE else None


_ISSUE = frozenset(("issue", "release", "publish", "make", "send", "put", "post", "give", "write", "read", "file", "circulate"))


def is_evidence(source: Token) -> bool:
    """Images, records, data: something that shows, not somebody who says."""
    return source.lower in EVIDENCE
