"""Stretches of text that may name a place, and what each shows on its own: its writing, its size, what precedes it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest

from sayso.data.countries import capital_of
from sayso.data.fold import fold
from sayso.read.gazetteer import Candidate
from sayso.read.places_words import AREA_NOUNS, BEFORE_OF, CONNECTORS, LOCATIVE, NEVER, PARTS, REACHING, SETTLEMENTS
from sayso.read.tree import Sentence, Token, Tree

LONGEST = 6
LARGE = 150_000
OWN, USUAL = 3, 2
_INITIALS = re.compile(r"(?:[A-Z]\.){2,}")
_NO_PLACE = frozenset(("eu", "un"))
PLACE_LABELS = frozenset(("GPE", "LOC", "FAC"))
_HYPHENS = frozenset("-–")


@dataclass(slots=True, eq=False)
class Name:
    """A place name in the text, with all it may mean. `areas` are what it is said to lie in (`Springfield, Ill.`).

    `sense` is filled in when it is resolved. `body` marks the name of a place in a body's name.
    """

    tokens: list[Token]
    key: str
    candidates: tuple[Candidate, ...]
    body: bool = False
    areas: tuple[Candidate, ...] = ()
    sense: Candidate | None = None

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end


def label(t: Token) -> str:
    """The kind of name the parser takes the token for (`GPE`), without its B- or I-."""
    return t.ent[2:]


def is_abbreviation(key: str, c: Candidate) -> bool:
    """Is `key` a short form of the region's name (`ill`, `ny`)?"""
    return c.feature == "admin1" and c.rank == 2 and len(key) <= 6 and fold(c.name) != key and " " not in key


def stretches(s: Sentence) -> list[tuple[int, int, str]]:
    """All stretches of up to LONGEST words that begin and end in a capitalised word: first, past the last, key."""
    out = []
    toks = s.tokens
    text_of = [t.text for t in toks]
    upper = [_capitalised(t.text) for t in toks]
    for i, capital in enumerate(upper):
        if not capital:
            continue
        words, j, shown = 0, i, ""
        while j < len(toks) and words < LONGEST:
            word = text_of[j]
            before_hyphen = len(word) <= 3 and j + 1 < len(toks) and text_of[j + 1] in _HYPHENS
            if not (upper[j] or word in CONNECTORS or before_hyphen or word in _HYPHENS or word in ("'s", "’s") or
                    (j > i and text_of[j - 1] in _HYPHENS and word.isalpha())):
                break
            words += word not in _HYPHENS
            gap = " " if j > i and toks[j - 1].end < toks[j].start else ""
            shown += gap + word
            j += 1
            if upper[j - 1] or (text_of[j - 2] in _HYPHENS and j - 2 > i) or word in ("'s", "’s"):
                out.append((i, j, fold(shown)))
    return out


def _capitalised(word: str) -> bool:
    """Does it begin with a capital, after `d'` too (`Côte d'Ivoire`)?"""
    return word[:1].isupper() or (word[1:2] in ("'", "’") and word[2:3].isupper())


def well_written(tokens: list[Token], key: str, candidates: tuple[Candidate, ...], text: str) -> bool:
    """Is a short form written as one (`Ill.`, `UK`), and a name not a common word?"""
    written = text[tokens[0].start:tokens[-1].end]
    if key in _NO_PLACE or key in PARTS:
        return False
    if len(tokens) == 1 and tokens[0].lower in NEVER and label(tokens[0]) not in PLACE_LABELS:
        return text[tokens[-1].end:tokens[-1].end + 1] == ","
    dotted = "." in written or text[tokens[-1].end:tokens[-1].end + 1] == "."
    full = [c for c in candidates if not is_abbreviation(key, c)]
    if written.isupper() and written.isalpha() and len(key) <= 4 and all(c.feature == "city" for c in candidates):
        return text[tokens[-1].end:tokens[-1].end + 2].strip()[:1] in tuple(",(:-—–") and len(key) == 4
    if _INITIALS.fullmatch(written) and len(full) == len(candidates) and all(fold(c.name) == key for c in full):
        return False
    if not full:
        return dotted or (written.isupper() and len(key) <= 3)
    if len(key) <= 3 and full[0].feature == "country":
        return written.replace(".", "").isupper() or len(key) > 3 or full[0].rank == 3
    return len(key) > 2 or dotted or written.isupper()


def equal(a: Name, b: Name) -> bool:
    """May both be countries, or both regions of first order, so that they may stand side by side in a list?"""
    return any(x.feature == y.feature for x in a.candidates for y in b.candidates
               if x.rank >= USUAL and y.rank >= USUAL and x.feature in ("country", "admin1"))


def is_capital(c: Candidate) -> bool:
    """Is it the capital of its country?"""
    return c.feature == "city" and c.population > 100_000 and capital_of(c.name) == c.country


def known(n: Name) -> bool:
    """Is it some place's own name, or a large city's other one (not only a name on record somewhere)?"""
    return any(c.rank == OWN or (c.rank >= 1 and c.feature == "city") for c in n.candidates)


def famous(n: Name) -> bool:
    """Is the name known well enough to be one without other signs?"""
    return any(c.rank >= USUAL and (c.population >= LARGE if c.feature == "city" else
                                    c.feature != "admin2" and (not is_abbreviation(n.key, c) or _capitals(n)))
               for c in n.candidates)


def _capitals(n: Name) -> bool:
    """Is it a short form of three capitals and more (`NSW`)?"""
    return len(n.key) > 2 and n.tokens[0].text.isupper() and n.tokens[0].text.isalpha()


def country_short(n: Name) -> bool:
    """`US`, `U.K.`: the short form of a country, nothing else."""
    return len(n.key) <= 3 and n.candidates[0].feature == "country" and n.tokens[0].text.replace(".", "").isupper()


def is_state(n: Name) -> bool:
    """Is it the own name of a country or of a region of first order?"""
    return any(c.rank == OWN and c.feature in ("country", "admin1") and c.population > LARGE for c in n.candidates)


def locative(n: Name) -> bool:
    """Does a preposition of place stand before it, a kind of place (`the island Rügen`, `a town called Selvik`), or a verb
    whose object is a place (`left Homs`)?"""
    first = n.tokens[0]
    tokens = first.sentence.tokens
    k = first.i - tokens[0].i - 1
    while k >= 0 and tokens[k].lower in PARTS:
        k -= 1
    if k < 0:
        return False
    if tokens[k].lower == "of":
        return k > 0 and tokens[k - 1].lower in BEFORE_OF
    if tokens[k].lower in ("called", "named") and k > 0 and tokens[k - 1].lower in (*SETTLEMENTS, *BEFORE_OF, "island"):
        return True
    if tokens[k].text in SETTLEMENTS or tokens[k].text in AREA_NOUNS or tokens[k].text == "island":
        return True
    return tokens[k].lower in LOCATIVE or (tokens[k].pos == "VERB" and tokens[k].lemma.lower() in REACHING)


def last_names(tree: Tree) -> set[str]:
    """The folded last words of the names of people, of two words and more."""
    out: set[str] = set()
    toks = tree.tokens
    for t, following in zip_longest(toks, toks[1:]):
        last = following is None or following.ent != "I-PERSON"
        if t is not None and t.ent == "I-PERSON" and last and t.text[:1].isupper():
            out.add(fold(t.text))
    return out


def token_at(tree: Tree, i: int, beside: Token) -> Token | None:
    """The token of this number, if it stands in the same sentence as `beside`."""
    if not 0 <= i < len(tree.tokens):
        return None
    t = tree.tokens[i]
    return t if t.sentence is beside.sentence else None
