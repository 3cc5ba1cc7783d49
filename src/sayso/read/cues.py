"""The cue lexicon: which words, in which construction, say that somebody says, thinks or wants something.

The table is `data/cues.tsv`; its header explains the constructions and where each entry comes from.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import cast

from sayso.model.reading import Act
from sayso.read.tree import Token

_POS = {"V": ("VERB", "AUX"), "N": ("NOUN", "PROPN"), "A": ("ADJ", "VERB", "ADV")}
# The parser lemmatises a few common cues wrongly; the forms are closed, so they are listed.
_LEMMAS = {"hop": "hope", "hoped": "hope", "hoping": "hope", "reiterated": "reiterate", "retweeted": "tweet"}


@dataclass(frozen=True, slots=True)
class Cue:
    """One entry: its act, and the constructions in which it is a cue."""

    lemma: str
    act: Act
    frames: frozenset[str]


@lru_cache(maxsize=1)
def lexicon() -> dict[tuple[str, str], Cue]:
    """(lemma, V|N|A) -> entry."""
    out = {}
    for line in files("sayso.data").joinpath("cues.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            lemma, pos, act, frames, _ = line.split("\t")
            out[lemma, pos] = Cue(lemma, cast(Act, act), frozenset(frames.split()))
    return out


def cue_of(t: Token, pos: str) -> Cue | None:
    """The entry for this token as a V(erb), N(oun) or A(djective); None where there is none."""
    if t.pos not in _POS[pos]:
        return None
    lemma = t.lemma.lower()
    return lexicon().get((_LEMMAS.get(lemma, lemma), pos)) or lexicon().get((_LEMMAS.get(t.lower, t.lower), pos))
