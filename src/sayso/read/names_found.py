"""What one phrase names or describes, before it is known whether that was named already."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.data import titles
from sayso.data.titles import Title
from sayso.data.wording import folded as fold
from sayso.model.reading import ActorKind
from sayso.read.names_phrases import PARTICLES, is_capital, words_of
from sayso.read.tree import Token

Evidence = Literal["table", "title", "body", "thing", "parser", "shape", "guess"]
_LOCATIONS = frozenset(("in", "at", "near", "from", "outside", "around", "into", "through", "over", "across", "toward",
                        "towards", "via", "throughout", "inside", "within"))
_LINKS = frozenset(("of", "the", "for", "and", "on", "&", "'", "'s", "’s"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))


@dataclass(slots=True, eq=False)
class Found:
    """One mention. `name` is empty where someone is only described; `affiliated` if the owner is named with `at`, `of`.
    `headline` says that its sentence writes every word with a capital.

    `code` is the country that this is, `country` the one it is named with; `speaks` says whether it speaks for that
    country, and `owner` is the body or person it belongs to. `heads` are role nouns or head nouns, folded, the whole
    first; `words` the words that tell a body apart, `text` the mention as written.
    """

    tokens: list[Token]
    kind: ActorKind
    head: Token
    text: str
    name: str = ""
    title: str = ""
    heads: tuple[str, ...] = ()
    role: Title | None = None
    code: str | None = None
    country: str | None = None
    speaks: bool = False
    owner: Found | None = None
    det: str = ""
    plural: bool = False
    words: frozenset[str] = frozenset()
    evidence: Evidence = "shape"
    affiliated: bool = False
    headline: bool = False

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end

    @property
    def serves(self) -> bool:
        """Does it speak for its owner?"""
        return self.role is None or self.role.serves


def is_location(t: Token) -> bool:
    """Does the phrase headed by `t` say where (`in Seoul`), rather than who?"""
    t = _first(t)
    if t.dep == "appos":
        t = t.head
    return t.dep == "pobj" and t.head.lower in _LOCATIONS


def is_subject(t: Token) -> bool:
    """Is `t` one who does or says: a subject, the agent of a passive, the one that something is according to?"""
    t = _first(t)
    if t.dep in _SUBJECTS:
        return True
    if t.dep != "pobj":
        return False
    return t.head.lower == "by" or t.head.dep == "agent" or (t.head.lower == "to" and t.head.head.lower == "according")


def _first(t: Token) -> Token:
    while t.dep in ("conj", "compound", "nmod") and t.head is not t:
        t = t.head
    return t


def is_namelike(tokens: list[Token]) -> bool:
    """Can these tokens be one name: capitals, particles, what is glued on by a hyphen?"""
    if not tokens or not (is_capital(tokens[0]) or (tokens[0].lower in PARTICLES and tokens[0].text.isalpha())):
        return False
    for k, t in enumerate(tokens):
        glued = k and tokens[k - 1].text in ("-", "–", "‑")
        if not (is_capital(t) or glued or t.lower in PARTICLES or t.lower in _LINKS):
            return False
    return is_capital(tokens[-1]) or (len(tokens) > 1 and tokens[-2].text in ("-", "–", "‑"))


def title_before(tokens: list[Token]) -> tuple[int, int, Title] | None:
    """The last title that a name follows: [start, end) in `tokens`, and the title; None if there is none."""
    for j in range(len(tokens) - 1, 0, -1):
        if not is_namelike(tokens[j:]) or tokens[j].lower in ("jr", "jr.", "sr", "ii", "iii"):
            continue
        for i in range(max(0, j - 7), j):
            found = _title_of(tokens[i:j])
            if found is not None and found.use != "honour" and titles.title(tokens[-1].text) and not (
                    titles.given_name(tokens[j].text)):
                continue
            if found is not None and not (found.use == "honour" and j - i == 1 and not is_capital(tokens[i])):
                return i, j, found
    return None


def _title_of(tokens: list[Token]) -> Title | None:
    text = words_of(tokens)
    found = titles.title(text) if len(tokens) <= titles.LONGEST_TITLE + 2 else None
    if found is not None:
        return found if found.use != "portfolio" else None
    lower = [t.lower for t in tokens]
    if len(tokens) > 2 and lower[1] == "of" and titles.portfolio(words_of(tokens[2:])):
        return titles.title(tokens[0].text)
    return None


# Honours of the church that in lower case are of the family.
_KIN = frozenset(("father", "brother", "sister"))


def title_at_end(tokens: list[Token]) -> tuple[int, Title] | None:
    """The longest title that the tokens end in, singular or plural: where it starts, and the title."""
    for i in range(max(0, len(tokens) - titles.LONGEST_TITLE), len(tokens)):
        head = words_of(tokens[i:-1])
        glue = " " if head and tokens[-1].start > tokens[-2].end else ""
        for last in (tokens[-1].text, titles.singular(tokens[-1].text)):
            found = titles.title(head + glue + last)
            if found is not None and found.use not in ("honour", "portfolio"):
                return i, found
            if found is not None and found.words in _KIN and not is_capital(tokens[-1]):
                return i, Title(found.words, "private", found.gender, ())
    return None


def role_heads(found: Title) -> tuple[str, ...]:
    """The title and its last word (`foreign minister` is taken up as `the minister`)."""
    words = fold(found.words)
    last = words.split()[-1]
    return (words,) if last == words or titles.title(last) is None else (words, last)
