"""The stems of a text's content words, and how telling each is among the statements of a story."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
_STOP = frozenset("""a an the of to in on at by for from with as and or but nor so that which who whom whose what when where
why how if than then this that these those there here it its it’s it's he she they them his her their him i we you our your my
me us is are was were be been being am do does did done has have had having will would shall should can could may might must
not no also just only very more most much many some any all both each other another such same own over under about into out up
down off again further once said says say saying told tell tells according after before during since until while because
between against through within without among per new one two""".split())
_SUFFIX = re.compile(r"(?:’s|'s|ies|ied|ing|edly|ed|es|s|ly|ment|ments|ation|ations|ion|ions|al)$")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A word cut back so that its inflections meet; crude on purpose, as both sides are cut alike."""
    w = word.lower()
    while len(w) > 4:
        cut = _SUFFIX.sub("", w)
        if cut == w or len(cut) < 3:
            break
        w = cut
        if len(w) <= 5:
            break
    return w[:-1] if len(w) > 4 and w[-1] in "ey" else w


def stems(text: str) -> list[str]:
    """The stems of the content words of a text, in its order."""
    return [stem(w) for w in _WORD.findall(text) if w.lower() not in _STOP]


class Rarity(dict[str, float]):
    """How telling each stem is; a stem that is not in it counts 1. Not to be changed once it is asked."""

    @cached_property
    def top(self) -> float:
        """The most that any stem is; 1 where there is none."""
        return max(self.values(), default=1.0)

    def total(self, words: frozenset[str]) -> float:
        """All of these words together. Kept, as a statement is compared with many."""
        known = self._totals.get(words)
        if known is None:
            known = self._totals[words] = sum(self.get(w, 1.0) for w in words)
        return known

    @cached_property
    def _totals(self) -> dict[frozenset[str], float]:
        return {}
