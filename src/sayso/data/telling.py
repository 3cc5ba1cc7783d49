"""Do words taken out of a report stand alone? What leads a brief must be read without the sentence before it."""

from __future__ import annotations

import re

# Words that point back to somebody or something named before.
_BACK = frozenset("he she it they this that these those him her them his hers its their theirs such itself himself herself "
                  "themselves".split())
# In a quotation these are its speaker, who is named beside it.
_SPEAKER = frozenset("i we you my our your us me ours mine".split())
# A clause that begins so has lost its subject, or is half of another.
_BROKEN = frozenset("to was were is are be been being has have had did does do which who whom whose where than and or but nor "
                    "how why what whether because so if_so not also then".split())
_HALF = frozenset("when while as once until after before although though since unless if".split())
_HANGING = frozenset(
    "the a an of to and or but that which who for with in on at by from as is are was were be has have had said says say show shows "
    "showed such than its his her their believe suggest suggesting indicate indicating claiming saying adding".split())
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NUMBER = re.compile(r"\d[\d.,]*")
# A picture's number in its series ("7/8 A walker"), something in brackets, a hashtag: no report's own sentence.
_LISTED = re.compile(r"\b\d{1,2}\s*/\s*\d{1,2} (?=[A-Z0-9])|^\(.*\)$|^[@#—–-]")
_OF_THEM = re.compile(r"(?i)^\W*(?:\w+ ){1,3}of (?:them|these|those|it)\b")
# "The treaty of 1994, which binds both": a name and what is said beside it, and nothing said of it.
_RELATIVE_ONLY = re.compile(r"(?i)^[^,]+, (?:which|who|whose|where) [^,]+$")
_CONDITION = re.compile(r"(?i)^\W*(?:if|unless|until|provided|(?:as|so) long as|in (?:the event|case)|should|were|had|once|"
                        r"depending)\b")
# "A day after the wall fell", "Hours before it rained": when, and not yet what.
_AFTER = re.compile(r"(?i)^(?:just |only |less than )?(?:\w+ )?(?:minute|hour|day|week|month|year)s? (?:after|before|since)\b")
_FEWEST = 4


def stands_alone(text: str) -> bool:
    """Is the text a clause with a subject of its own that points to nothing outside it?

    A pronoun of the first or second person is one where the text is a quotation: its speaker is named beside it.
    """
    words = [w.lower() for w in _WORD.findall(text)]
    if len(words) < _FEWEST or _LISTED.search(text) or _OF_THEM.search(text):
        return False
    first = words[0].split("'")[0].split("’")[0]
    if first in _BACK or first in _BROKEN or (first in _SPEAKER and text[:1] not in "“\"‘"):
        return False
    if _AFTER.match(text) and "," not in text:
        return False
    if first in _HALF:
        main = _WORD.findall(text.rpartition(",")[2]) if "," in text else []
        whole = len(main) >= _FEWEST and not main[0].endswith("ing") and main[0].lower() not in _BROKEN
        return words[1] not in ("so", "not", "possible") and (whole or words[1] in ("many", "much", "few"))
    return words[-1] not in _HANGING and not _RELATIVE_ONLY.match(text)


def is_condition(text: str) -> bool:
    """Does the text begin as a condition does, and not as an indirect question ("whether") or a purpose ("so that")?"""
    return bool(_CONDITION.match(text))


def hangs(text: str) -> bool:
    """Does the text break off on a word that leads on?"""
    words = _WORD.findall(text)
    return not words or words[-1].lower() in _HANGING


def content(text: str) -> frozenset[str]:
    """The longer words of a text, small: what two lines share that say the same."""
    return frozenset(w.lower() for w in _WORD.findall(text) if len(w) > 3)


def alike(a: str, b: str, share: float = 0.6) -> bool:
    """Do the two texts share so much of their words, and all numbers, that a reader takes them for one line told twice?"""
    x, y = content(a), content(b)
    return bool(x and y) and set(_NUMBER.findall(a)) == set(_NUMBER.findall(b)) and len(x & y) >= share * min(len(x), len(y))


def site(outlet: str) -> str:
    """An outlet that is known by its address, without the `www.`."""
    return outlet.removeprefix("www.") if "." in outlet and " " not in outlet else outlet
