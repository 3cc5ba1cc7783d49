"""The language of a text. The only user of py3langid."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any

LETTERS = 600
LOOKED_AT = 20_000
LEAST_BYTES = 15
LEAST_SHARE = 0.6
MANY_WORDS = 40
_ENGLISH_ALONE = frozenset((
    "the", "of", "and", "to", "that", "with", "from", "which", "who", "this", "these", "those", "their", "they", "it", "its",
    "was", "were", "have", "has", "had", "been", "by", "at", "after", "before", "his", "her", "he", "she", "would", "could"))
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+")
# Varieties that are told apart by the model, but written as, and named by ISO 639-1 with, the whole.
_PART_OF = {"wuu": "zh", "yue": "zh", "ary": "ar", "arz": "ar", "nn": "no", "gug": "gn"}


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def detect(text: str) -> str | None:
    """The ISO 639-1 code of the language of the first 600 letters, or None where that cannot be said.

    It cannot be said of less than some fifteen letters (five of a script such as Chinese), where no language has
    six tenths of the probability, and of a language without a code of two letters. Method: naive Bayes over byte
    sequences (Lui and Baldwin 2012), the model that py3langid carries.
    """
    words = _letters(_ADDRESS.sub(" ", text[:LOOKED_AT]))
    if _is_plainly_english(words):
        return "en"
    if len(words.replace(" ", "").encode("utf-8")) < LEAST_BYTES:
        return None
    shares: dict[str, float] = {}
    for code, share in _identifier().rank(words):
        whole = _PART_OF.get(code, code)
        shares[whole] = shares.get(whole, 0.0) + share
    best = max(shares, key=lambda code: shares[code])
    return best if len(best) == 2 and shares[best] >= LEAST_SHARE else None


def _is_plainly_english(words: str) -> bool:
    """Is every sixth word one of the commonest that only English has? Spares most texts the model, and its loading."""
    spaced = words.lower().split()
    return len(spaced) >= MANY_WORDS and 6 * sum(w in _ENGLISH_ALONE for w in spaced) >= len(spaced)


def _letters(text: str) -> str:
    """The first 600 letters with their marks, single spaces for all that parts them."""
    out: list[str] = []
    count = 0
    for ch in text:
        letter = ch.isalpha()
        if letter or (out and out[-1] != " " and (ch in "'’" or unicodedata.category(ch)[0] == "M")):
            out.append(ch)
            count += letter
            if count == LETTERS:
                break
        elif out and out[-1] != " ":
            out.append(" ")
    return "".join(out).strip()
