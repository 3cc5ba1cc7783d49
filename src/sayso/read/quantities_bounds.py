"""Words that bound a number: `at least`, `up to`, `more than`, `nearly`, `an estimated`, `or more`, `-odd`."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model.reading import Relation
from sayso.read.quantities_lexemes import Lexeme, glued_at, word_at

_BEFORE: dict[Relation, str] = {
    "at-least": "at least|at the least|at the very least|no fewer than|no less than|not fewer than|not less than|"
                "a minimum of|minimum of|minimum|as few as|as little as|as low as",
    "at-most": "up to|at most|at the most|at the very most|as many as|as much as|as high as|a maximum of|maximum of|"
               "maximum|no more than|not more than|not exceeding|as far as|as long as|as large as|as big as",
    "more-than": "more than|over|above|upwards of|upward of|in excess of|exceeding|exceeds|exceeded|exceed|beyond|"
                 "greater than|larger than|bigger than|higher than|older than|longer than|north of|surpassing|"
                 "surpassed|surpasses|topping|topped|tops|better than|farther than|further than|heavier than",
    "less-than": "fewer than|less than|under|below|lower than|smaller than|younger than|shorter than|short of|"
                 "lighter than|south of|"
                 "shy of|not quite|not even",
    "about": "about|around|some|roughly|approximately|approx|approx.|an estimated|estimated|estimated at|nearly|almost|"
             "close to|near|nearing|approaching|circa|ca|ca.|in the region of|on the order of|of the order of|"
             "in the order of|in the neighborhood of|in the neighbourhood of|in the vicinity of|not far from|virtually|"
             "somewhere around|somewhere near|give or take|~|≈|an approximate|a reported average of|practically"}
_BEFORE_SIGNS: dict[str, Relation] = {">": "more-than", "<": "less-than", "≥": "at-least", "≤": "at-most"}
_FORMS: dict[tuple[str, ...], Relation] = {
    tuple(form.replace(".", " .").split()): relation
    for relation, forms in _BEFORE.items() for form in forms.split("|")}
_SPANS = frozenset(("well", "just", "for", "of", "is", "was", "were", "are", "lasted", "little", "took", "spent", ""))
_LONGEST = max(map(len, _FORMS))
_FILLERS = frozenset(("another", "an", "a", "additional", "further", "other", "total", "the", "reported", "just"))
_AFTER: dict[tuple[str, ...], Relation] = {
    ("or", "more"): "at-least", ("or", "older"): "at-least", ("and", "over"): "at-least", ("and", "older"): "at-least",
    ("and", "above"): "at-least", ("or", "above"): "at-least", ("or", "over"): "at-least", ("or", "higher"): "at-least",
    ("or", "greater"): "at-least", ("and", "up"): "at-least", ("or", "longer"): "at-least", ("at", "least"): "at-least",
    ("or", "better"): "at-least", ("-", "plus"): "at-least",
    ("or", "fewer"): "at-most", ("or", "less"): "at-most", ("or", "under"): "at-most", ("and", "under"): "at-most",
    ("or", "younger"): "at-most", ("and", "younger"): "at-most", ("or", "below"): "at-most", ("at", "most"): "at-most",
    ("or", "so"): "about", ("more", "or", "less"): "about", ("-", "odd"): "about", ("or", "thereabouts"): "about",
    ("give", "or", "take"): "about", ("-", "ish"): "about", ("ish",): "about"}
# Verbs after which these words begin the verb's own object: `talk about three issues`, `rule over two lands`.
_OWN_OBJECT = frozenset(
    w + end for w in ("talk", "ask", "complain", "worr", "learn", "joke", "argu", "car", "dream", "brag")
    for end in ("", "s", "y", "ies", "ied", "e", "es", "ed", "ing")) | frozenset((
        "know", "knows", "knew", "think", "thinks", "thought", "speak", "spoke", "speaks", "speaking", "tell", "told",
        "heard", "information", "questions", "concerns", "details", "rule", "ruled", "control", "concern", "dispute",
        "disputes", "fight", "fears", "charges"))


def before(lex: Sequence[Lexeme], k: int, time: bool) -> tuple[Relation, int] | None:
    """The bound that ends right before lexeme `k` and the index of its first lexeme.

    Of two in a row (`at least about 12`) the firmer one counts. `time`: the figure is a length of time, before which
    `over` mostly means `during`.
    """
    first, relation = k, None
    while (found := _one(lex, first, time)) is not None:
        relation = found[0] if relation in (None, "about") else relation
        first = found[1]
    return None if relation is None else (relation, first)


def _one(lex: Sequence[Lexeme], k: int, time: bool) -> tuple[Relation, int] | None:
    for filler in (0, 1):
        end = k - filler
        if filler and word_at(lex, end) not in _FILLERS:
            return None
        if end > 0 and lex[end - 1].text in _BEFORE_SIGNS and not filler:
            return _BEFORE_SIGNS[lex[end - 1].text], end - 1
        for n in range(min(_LONGEST, end), 0, -1):
            words = tuple(x.lower for x in lex[end - n:end])
            relation = _FORMS.get(words)
            if relation is None or (filler and words[0] in ("some", "minimum", "maximum", "an", "estimated")):
                continue
            if n == 1 and not _bounds(lex, end - 1, time, bool(filler)):
                return None
            return relation, end - n
    return None


def _bounds(lex: Sequence[Lexeme], k: int, time: bool, filler: bool) -> bool:
    """Does the single word at `k` bound the number, or belong to the verb before it?"""
    word, previous = word_at(lex, k), word_at(lex, k - 1)
    if previous == "-" and glued_at(lex, k):
        return False
    if word in ("about", "over", "around") and previous in _OWN_OBJECT:
        return False
    if word in ("over", "around", "near", "above", "below", "under", "beyond") and filler:
        return False
    if word == "over" and time:
        return previous in _SPANS or _looks_back(lex, k)
    return not (word in ("top", "tops", "near") and previous in ("the", "a"))


def _looks_back(lex: Sequence[Lexeme], k: int) -> bool:
    return any(word_at(lex, k + j) in ("ago", "old", "earlier", "later", "long", "late") for j in (2, 3, 4))


def after(lex: Sequence[Lexeme], k: int) -> tuple[Relation, int] | None:
    """The bound that begins at lexeme `k`, right after a number or its unit, and the index after it."""
    for n in (3, 2, 1):
        relation = _AFTER.get(tuple(x.lower for x in lex[k:k + n])) if k + n <= len(lex) else None
        if relation is not None and (word_at(lex, k) not in ("at", "-", "ish") or _closes(lex, k, n)):
            return relation, k + n
    if word_at(lex, k) == "+" and glued_at(lex, k) and not (k + 1 < len(lex) and lex[k + 1].kind == "numeral"):
        return "at-least", k + 1
    return None


def _closes(lex: Sequence[Lexeme], k: int, n: int) -> bool:
    """`12 at least.` bounds the 12; `12 at least 3 times` does not. `-odd` must touch the number."""
    if word_at(lex, k) in ("-", "ish"):
        return glued_at(lex, k)
    return k + n >= len(lex) or lex[k + n].text in (".", ",", ";", ")")
