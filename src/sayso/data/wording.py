"""What makes two ways of writing a name the same one: shared by the reading of one article and the linking of many."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.data.fold import fold

_SPELLINGS = {"defence": "defense", "labour": "labor", "organisation": "organization", "centre": "center",
              "programme": "program", "programmes": "programs", "organisations": "organizations"}
_EMPTY = frozenset(("affairs", "of", "the", "for", "and", "on", "in", "to", "a", "an", "'s", "s"))
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
# Transliterations of one name into English differ mostly in these; the order matters.
_SOUNDS = tuple((re.compile(a), b) for a, b in (
    ("sch", "sh"), ("tch", "ch"), ("dzh", "j"), ("dj", "j"), ("kh", "h"), ("ph", "f"), ("ck", "k"), ("q", "k"),
    ("yo", "io"), ("iy|yi|ij|ey|ei|ai|ay", "i"), ("y", "i"), ("w", "v"), ("ou|oo|u", "u"), ("x", "ks"),
    ("(.)\\1+", "\\1"), ("'", "")))

folded = lru_cache(maxsize=65_536)(fold)


@lru_cache(maxsize=65_536)
def content_words(text: str) -> frozenset[str]:
    """The words of a body's name that tell it apart, folded, British and American spelling alike."""
    parts = folded(text).replace("'s", " ").replace("'", " ").split()
    return frozenset(_SPELLINGS.get(w, w) for w in parts if w not in _EMPTY)


@lru_cache(maxsize=65_536)
def person_key(name: str) -> tuple[str, ...]:
    """The folded words of a person's name without initials and suffixes (`Jr.`); never empty for a name."""
    parts = [w.strip("'") for w in folded(name).split()]
    kept = tuple(w for w in parts if len(w) > 1 and w not in _SUFFIXES)
    return kept or tuple(parts)


def initials(name: str) -> set[str]:
    """The acronyms that a name's words give, with and without the small words; none for a single word."""
    parts = [w for w in name.replace("-", " ").replace("’", "'").split() if w[:1].isalnum()]
    big = "".join(w[0] for w in parts if w[0].isupper())
    return {big, "".join(w[0] for w in parts).upper()} if len(big) > 1 else set()


def is_acronym(name: str) -> bool:
    """Is the name one word of two to eight capitals (digits and periods allowed)?"""
    plain = name.replace(".", "")
    return 2 <= len(plain) <= 8 and plain.isalnum() and plain[0].isalpha() and plain.isupper()


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """A folded word as it roughly sounds, so that transliterations of one name meet (`sergei`, `sergey`)."""
    for pattern, to in _SOUNDS:
        word = pattern.sub(to, word)
    return word


def same_given(a: str, b: str) -> bool:
    """May two first names be one: an initial and what it stands for, or two ways of writing one (`Jonas`, `Yonas`)?"""
    x, y = (given_sound(sound(folded(w))) for w in (a, b))
    return x == y or (min(len(x), len(y)) == 1 and x[:1] == y[:1])


def given_sound(heard: str) -> str:
    """A first name as it sounds, from its first letter on: `J` and `Y` are one there, as are `C` and `K`."""
    return {"j": "i", "c": "k"}.get(heard[:1], heard[:1]) + heard[1:]


def within_one_edit(a: str, b: str) -> bool:
    """Do the two differ by at most one letter put in, left out or replaced?"""
    if abs(len(a) - len(b)) > 1:
        return False
    k = 0
    while k < min(len(a), len(b)) and a[k] == b[k]:
        k += 1
    return a[k + 1:] == b[k + 1:] or a[k:] == b[k + 1:] or a[k + 1:] == b[k:]
