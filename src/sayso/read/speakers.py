"""Rule R17 and R19: whom the source of a frame stands for: pronouns, relative words, unnamed sources, carriers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from sayso.data.countries import adjective
from sayso.data.nouns import is_abstract
from sayso.model.reading import ActorKind, Anonymous
from sayso.read.evidence import CARRIERS, EVIDENCE, carrier_owner, issued_by
from sayso.read.frames import Frame, phrase, subject_of
from sayso.read.tree import Token

_HE = frozenset(("he", "him", "his", "himself"))
_SHE = frozenset(("she", "her", "hers", "herself"))
_THEY = frozenset(("they", "them", "their", "themselves"))
_IT = frozenset(("it", "its", "itself"))
_SELF = frozenset(("i", "we", "me", "us", "my", "our", "myself", "ourselves"))
_RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))
_UNNAMED = frozenset((
    "official", "officials", "source", "sources", "diplomat", "diplomats", "officer", "officers", "aide", "aides", "person",
    "people", "witness", "witnesses", "resident", "residents", "insider", "insiders", "investigator", "investigators",
    "spokesperson", "spokesman", "spokeswoman", "representative", "representatives", "adviser", "advisers", "advisor", "expert",
    "experts", "analyst", "analysts", "man", "woman", "employee", "employees", "lawyer", "lawyers", "member", "members",
    "executive", "executives", "neighbor", "neighbour", "neighbors", "neighbours", "survivor", "survivors", "passenger",
    "passengers", "lawmaker", "lawmakers", "authorities", "soldier", "commander", "commanders"))
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "another": 1, "both": 2}
_COLLECTIVE: tuple[ActorKind, ...] = ("organization", "group", "place")


class Names(Protocol):
    """What this rule asks of the names of one article."""

    def resolve_phrase(self, tokens: Sequence[Token]) -> str: ...
    def actor_at(self, token: Token) -> str | None: ...
    def kind(self, actor: str) -> ActorKind | None: ...
    def gender(self, actor: str) -> str | None: ...


@dataclass(slots=True)
class Speaker:
    """One who spoke, in the order of the text."""

    actor: str
    kind: ActorKind
    gender: str | None
    sentence: int


class Speakers:
    """Remembers who spoke, and says whom a source stands for. One of these reads one article, in text order."""

    def __init__(self, names: Names, tokens: Sequence[Token]) -> None:
        self._names, self._tokens = names, tokens
        self._spoke: list[Speaker] = []
        self._latest: dict[tuple[ActorKind, str | None], int] = {}
        self._carried: dict[str, str] = {}

    def resolve(self, source: Token | None, parent: str | None) -> str | None:
        """The local actor this source stands for; None for an unresolved pronoun and for evidence of nobody's.

        `parent` is the actor of the frame around this one, which an `it` or `they` inside it stands for.
        """
        if source is None:
            return None
        word = source.lower
        if word in _HE | _SHE | _THEY | _IT | _SELF:
            return self._pronoun(source, parent)
        if word in _RELATIVE and source.pos in ("PRON", "DET", "SCONJ"):
            noun = next((a.head for a in (source, *source.ancestors()) if a.dep == "relcl"), None)
            return self.resolve(noun, parent) if noun is not None else None
        if word in CARRIERS | EVIDENCE:
            owner = carrier_owner(source)
            if owner is None and (verb := issued_by(source)) is not None:
                owner = subject_of(verb)
            if owner is not None:
                return self.carried(source.lower, self.resolve(owner, parent))
            taken_up = self._carried.get(source.lower) if source.child("det") is not None and source.lower in CARRIERS else None
            return parent or taken_up
        if self._is_nobody(source):
            return None
        return self._names.resolve_phrase(phrase(source))

    def _is_nobody(self, source: Token) -> bool:
        """What happens is nobody's word (`the attack highlighted`, `losing it showed`): the outlet, or who is quoted, infers it."""
        if source.tag == "VBG":
            return source.pos == "VERB" or source.i == source.sentence.tokens[0].i
        return source.tag in ("NN", "NNS") and is_abstract(source.lemma.lower()) and self._names.actor_at(source) is None

    def carried(self, carrier: str, actor: str | None) -> str | None:
        """This actor's statement, letter or report, which `the statement` may take up; the actor again."""
        if actor is not None:
            self._carried[carrier] = actor
        return actor

    def heard(self, actor: str | None, sentence: int) -> None:
        """This actor has spoken, in the sentence of that index."""
        if actor is not None:
            kind = self._names.kind(actor) or "other"
            speaker = Speaker(actor, kind, self._names.gender(actor), sentence)
            self._latest[kind, speaker.gender] = len(self._spoke)
            self._spoke.append(speaker)

    def last(self) -> str | None:
        return self._spoke[-1].actor if self._spoke else None

    def _pronoun(self, source: Token, parent: str | None) -> str | None:
        word = source.lower
        if word in _SELF:
            return parent
        if word in _HE | _SHE:
            wanted = "m" if word in _HE else "f"
            named = self._subject_before(source, wanted)
            if named is not None:
                return named
            found = self._last_of(("person",), (wanted, None))
            return found.actor if found else self._mentioned(source, wanted)
        if parent is not None and (self._names.kind(parent) in _COLLECTIVE or word in _THEY):
            return parent
        last = self._spoke[-1] if self._spoke else None
        if word in _IT and last is not None and last.kind == "person" and last.gender is None:
            # Nobody says "it" of a person: a body by a name that looks like one ("Plava Linija said … It declined").
            return last.actor
        if word in _IT and (done := self._body_before(source)) is not None:
            return done
        bodies = (*_COLLECTIVE, "other")
        kinds = bodies if word in _IT else (*bodies, "person")
        body = next((s for s in self._spoke[:-4:-1] if s.kind in bodies), None) or self._last_of(kinds, ("m", "f", None))
        return body.actor if body else None

    def _last_of(self, kinds: Sequence[ActorKind], genders: Sequence[str | None]) -> Speaker | None:
        """Who of these kinds and genders spoke last."""
        last = max((k for kind in kinds for g in genders if (k := self._latest.get((kind, g))) is not None), default=None)
        return self._spoke[last] if last is not None else None

    def _subject_before(self, source: Token, gender: str) -> str | None:
        """The subject of the same sentence or the one before, if it is a person who spoke or may."""
        for t in reversed(self._tokens[max(0, source.i - 60):source.i]):
            if t.sentence.index < source.sentence.index - 1:
                return None
            if t.dep in ("nsubj", "nsubjpass") and t.pos == "PROPN":
                actor = self._names.actor_at(t)
                # Of a surname alone it is not known that it is a person's; `Burin said …, but he declined` says so.
                kinds = ("person", "other") if t.sentence is source.sentence else ("person",)
                if actor is not None and self._names.kind(actor) in kinds and self._names.gender(actor) in (gender, None):
                    return actor
        return None

    def _body_before(self, it: Token) -> str | None:
        """The body that did something in the sentence before, where nobody spoke: `Norchem has apologised. It declined …`."""
        before = it.sentence.index - 1
        if it.i != it.sentence.tokens[0].i or (self._spoke and self._spoke[-1].sentence >= before):
            return None
        for t in self._tokens[max(0, it.i - 60):it.i]:
            if t.sentence.index == before and t.dep == "nsubj" and t.head.is_root and t.head.pos in ("VERB", "AUX"):
                actor = self._names.actor_at(t)
                return actor if actor is not None and self._names.kind(actor) == "organization" else None
        return None

    def _mentioned(self, source: Token, gender: str) -> str | None:
        for t in reversed(self._tokens[max(0, source.i - 120):source.i]):
            if t.pos == "PROPN":
                actor = self._names.actor_at(t)
                if actor is not None and self._names.kind(actor) == "person" and self._names.gender(actor) in (gender, None):
                    return actor
        return None


def anonymous(source: Token) -> Anonymous | None:
    """The description of an unnamed source: number, body, nationality and the reason given for it; None if named."""
    if source.lower not in _UNNAMED and source.lemma.lower() not in _UNNAMED:
        return None
    tokens = phrase(source)
    if any(c.dep == "appos" and any(x.pos == "PROPN" for x in c.subtree()) for c in source.children):
        return None
    if source.dep == "appos" or any(c.pos == "PROPN" and c.i > source.i and c.dep in ("compound", "flat") for c in source.children):
        return None
    number = next((_NUMBERS[t.lower] for t in tokens if t.lower in _NUMBERS and t.i < source.i), None)
    if number is None and source.tag in ("NN", "NNP"):
        number = 1
    nationality = next((code for t in tokens if (code := adjective(t.text)) is not None and t.i < source.i), None)
    body = " ".join(t.text for t in tokens if t.pos == "PROPN" and t.i < source.i and adjective(t.text) is None
                    and t.dep in ("compound", "poss", "nmod")) or None
    if body is None:
        of = next((c for c in source.children if c.dep == "prep" and c.lower in ("of", "at", "in", "from", "with")), None)
        obj = of.child("pobj") if of else None
        body = " ".join(t.text for t in phrase(obj)) if obj is not None and obj.pos == "PROPN" else None
    return Anonymous(number, body, nationality, _reason(source))


def _reason(source: Token) -> str | None:
    """`on condition of anonymity because …`, `not authorised to speak`: the words that say why there is no name."""
    sentence = source.sentence.tokens
    for k, t in enumerate(sentence):
        if t.lower == "anonymity" or t.lower in ("unnamed", "unidentified") or t.lower in ("authorized", "authorised"):
            start = next((j for j in range(max(0, k - 6), k) if sentence[j].lower in ("on", "who", "not")), k)
            end = next((j for j in range(k, len(sentence)) if sentence[j].text in (",", ".", "”", '"') and j > k), len(sentence))
            return " ".join(x.text for x in sentence[start:end])
    return None


def said_by_same(frame: Frame) -> bool:
    """A cue without a source of its own: the last speaker carries on."""
    return frame.source is None and frame.rule in ("R16", "R1", "R3") and frame.quoted
