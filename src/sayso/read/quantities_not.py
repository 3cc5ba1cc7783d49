"""Numerals that are no figures: years, numbered things (`article 4`, `Flight 370`), names (`G20`), addresses."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.read.quantities_lexemes import Lexeme, glued_at, word_at
from sayso.read.quantities_numbers import Number
from sayso.read.quantities_units import table
from sayso.read.tree import Token

# Words before the number of a thing. Behind the second list a plural noun makes it a count: `that week 12 men`.
_NUMBERED = frozenset((
    "article", "articles", "section", "sections", "chapter", "chapters", "no", "nos", "number", "numbers",
    "flight", "route", "highway", "hwy", "interstate", "exit", "page", "pages", "paragraph", "paragraphs",
    "resolution", "protocol", "volume", "vol", "version", "amendment", "proposition", "psalm", "windows", "covid",
    "sars", "isbn", "iphone", "android", "ios", "boeing", "airbus", "apollo"))
_OFTEN_NUMBERED = frozenset((
    "room", "clause", "rule", "episode", "season", "figure", "fig", "table", "phase", "type", "category", "block",
    "line", "lines", "platform", "gate", "terminal", "zone", "district", "precinct", "ward", "apartment", "apt",
    "suite", "unit", "box", "channel", "formula", "group", "round", "stage", "step", "level", "verse", "prop",
    "item", "lot", "grade", "tier", "ranked", "kilometre", "mile", "marker", "pier", "building", "reactor",
    "runway", "track", "lane", "seed", "week", "day", "game", "matchday", "part", "appendix", "annex", "schedule",
    "form", "title", "class", "model", "mark", "mk", "act", "order", "case", "file", "docket", "bill", "law",
    "regulation", "directive", "soyuz", "pp", "p", "brigade", "division",
    "area", "sector", "camp", "school", "ps", "station", "engine", "ladder", "squad", "generation", "hole", "par",
    "cell", "bus", "train", "road", "checkpoint", "factor", "top", "id", "zip", "tel", "phone", "fax", "call",
    "dial", "stardate"))
_PASSING = frozenset(("this", "that", "last", "next", "each", "every", "per", "a", "any", "past", "previous"))
_MONTHS = frozenset((
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"))
_STREETS = frozenset((
    "street", "st", "avenue", "ave", "road", "rd", "boulevard", "blvd", "drive", "dr", "lane", "ln", "way",
    "court", "ct", "place", "pl", "highway", "hwy", "square", "terrace", "parkway", "pkwy", "circle", "block"))
_DIRECTIONS = frozenset(("n", "s", "e", "w", "north", "south", "east", "west", "nw", "ne", "sw", "se"))
_BEFORE_A_LENGTH = frozenset((
    "for", "in", "within", "after", "than", "least", "most", "to", "about", "just", "only", "under", "over",
    "lasted", "took", "takes", "last", "and"))
_NOT_ONE_AFTER = frozenset((
    "another", "by", "more", "point", "thing", "day", "time", "way", "side", "hand", "step", "word", "bit", "off",
    "s", "sided", "on", "can", "could", "should", "must", "might", "may", "would", "will", "does", "who", "whose",
    "that", "which", "reason", "such", "example", "'s", "else", "upon", "-", "to", "and", "or", ",", ".", ")",
    "is", "was", "has", "had", "in", "at", "morning", "night", "evening", "afternoon", "for", "as", "with", "big",
    "moment", "place", "fell", "swoop"))
_NOT_ONE_BEFORE = frozenset((
    "no", "the", "this", "that", "each", "every", "any", "some", "another", "which", "other", "good", "bad",
    "big", "new", "old", "first", "last", "next", "only", "loved", "little", "number", "square", "day", "air",
    "force", "page", "chapter", "phase", "as", "'s", "was", "is", "be", "not", "right", "wrong", "great", "same",
    "real", "latest"))
_LEVELS = frozenset(("up", "down", "rise", "rose", "fell", "fall", "raised", "cut", "lowered", "increased", "dropped", "$", "£",
                     "€", "%", "percent", "pounds", "dollars", "euros", "points"))
_ONE_ENDS = frozenset(("dead", "wounded", "injured", "killed", "missing", "hurt", "critically", "seriously", "fatally",
                       "arrested", "other", "person"))
_HARM = frozenset((
    "kill", "wound", "injure", "hurt", "arrest", "detain", "shoot", "hospitalize", "hospitalise", "rescue"))


def no_figure(lex: Sequence[Lexeme], n: Number, unit: bool, sign: bool, token: Token | None) -> bool:
    """Is the number no figure?

    `unit`: it carries a unit or a currency; `sign`: the currency stands before it; `token`: its head in the parse.
    """
    word = lex[n.first].lower
    if n.first == n.last and word == "one" and not unit:
        return _is_pronoun(lex, n.first, token)
    if word == "one" and n.first == n.last and word_at(lex, n.last + 1) == "day" and \
            word_at(lex, n.first - 1) not in _BEFORE_A_LENGTH:
        return True
    if not sign and (_in_a_name(lex, n, unit) or _is_list_mark(lex, n)):
        return True
    if unit:
        return _month_before(lex, n.first) and n.digits and not glued_at(lex, n.last + 1) and _small(n)
    if word_at(lex, n.first - 1) in ("per", "every") and n.digits:
        return True
    if _is_clock(lex, n) or _is_counter(lex, n) or _is_emergency(lex, n) or (n.digits and lex[n.first].text[0] == "."):
        return True
    if _is_date_part(lex, n) or _is_numbered(lex, n) or _is_address(lex, n):
        return True
    if n.digits and lex[n.first].text.isdecimal():
        if len(lex[n.first].text) > 1 and lex[n.first].text[0] == "0":
            return True
        return _is_year(lex, n) or _is_named(lex, n, token)
    return _is_word_name(lex, n, token)


def _small(n: Number) -> bool:
    return n.value is not None and n.value <= 31


def _in_a_name(lex: Sequence[Lexeme], n: Number, unit: bool) -> bool:
    """Letters touch the numeral on either side: `G20`, `COVID-19`, `Su-27`, `3D`, `21st`, `1990s`, `747-8`."""
    k, after = n.first, n.last + 1
    if lex[k].kind == "word":
        return k >= 2 and lex[k].glued and lex[k - 1].text == "-" and lex[k - 1].glued and lex[k - 2].kind == "word"
    if lex[k].glued and k:
        touching = lex[k - 1]
        if word_at(lex, k - 2) == "magnitude":
            return False
        if touching.kind == "word" or touching.text in ("'", "’", "_"):
            return True
        if touching.text in ("*", "×"):
            return True
        if touching.text == "+" and touching.glued and k >= 2:
            return True
        if touching.text in ("-", "‑", "–", "/", ".") and touching.glued and k >= 2:
            return lex[k - 2].kind == "word" or (touching.text == "/" and lex[k - 2].kind == "numeral")
    if not glued_at(lex, after) or lex[n.last].kind != "numeral":
        return False
    following = lex[after]
    hyphen = following.text == "-" and glued_at(lex, after + 1)
    if hyphen and word_at(lex, after + 1) in ("for", "on", "in", "by", "up"):
        return True
    if following.kind == "word" and not unit:
        return True
    return following.text in ("_", "/", ":", "×", "*") and glued_at(lex, after + 1) and not unit


def is_month(word: str) -> bool:
    """Is the word, in lower case, a month's name or abbreviation?"""
    return word in _MONTHS


def _is_list_mark(lex: Sequence[Lexeme], n: Number) -> bool:
    """`2)` with no bracket that it closes."""
    if not n.digits or word_at(lex, n.last + 1) != ")" or (n.value or 0) > 30:
        return False
    return not any(lex[k].text == "(" for k in range(max(0, n.first - 30), n.first))


def _month_before(lex: Sequence[Lexeme], k: int) -> bool:
    return word_at(lex, k - 1 - (word_at(lex, k - 1) == ".")) in _MONTHS


def _is_date_part(lex: Sequence[Lexeme], n: Number) -> bool:
    if not n.digits or not _small(n):
        return False
    after = word_at(lex, n.last + 1 + (word_at(lex, n.last + 1) == "of"))
    names_month = after in _MONTHS and (after not in ("may", "march", "mar") or lex[n.last + 1].text[0].isupper())
    return _month_before(lex, n.first) or names_month


def _is_clock(lex: Sequence[Lexeme], n: Number) -> bool:
    """`at 6.10`, a time written with a point; `half past ten`."""
    if word_at(lex, n.first - 1) == "past" and word_at(lex, n.first - 2) in ("half", "quarter"):
        return True
    if word_at(lex, n.first - 1) == "from" and any(lex[k].lower in _LEVELS for k in range(max(0, n.first - 9), n.first)):
        return False
    hour, point, minute = lex[n.first].text.partition(".")
    return n.digits and bool(point) and len(minute) == 2 and minute < "60" and hour.isdecimal() and int(hour) < 25 and \
        word_at(lex, n.first - 1) in ("at", "around", "by", "until", "before", "after", "since", "from", "till")


def _is_emergency(lex: Sequence[Lexeme], n: Number) -> bool:
    """`a 911 call`, `dial 112`, `text 274637`: a number to be called."""
    text, before = lex[n.first].text, word_at(lex, n.first - 1)
    if not n.digits or not text.isdecimal() or counts_behind(lex, n):
        return text == "911" and word_at(lex, n.last + 1).startswith(("call", "operator", "dispatcher"))
    if text in ("112", "999", "000"):
        return before.startswith(("call", "dial")) or word_at(lex, n.last + 1).startswith(("call", "operator"))
    return text == "911" or (len(text) > 3 and before.startswith(("call", "dial", "text", "whatsapp")))


def _is_counter(lex: Sequence[Lexeme], n: Number) -> bool:
    """`3/8` before no word that it could be a part of: the third of eight pictures."""
    if not n.fraction or lex[n.first].kind != "numeral" or n.last == n.first:
        return False
    k = n.last + 1
    return k >= len(lex) or lex[k].kind != "word" or not lex[k].text[0].islower()


def _is_numbered(lex: Sequence[Lexeme], n: Number) -> bool:
    """`article 4`, `No. 10`, `Flight 370`, `phase two`, `#1`, `articles 4 and 5`."""
    k = n.first - 1
    if word_at(lex, k) == "#":
        return True
    if word_at(lex, k) == ":":
        return word_at(lex, k - 1) in ("number", "no", "tel", "phone", "fax", "code", "id", "isbn", "ref", "whatsapp")
    if word_at(lex, k) == ".":
        k -= 1
        return word_at(lex, k) in ("no", "nos", "vol", "fig", "p", "pp", "art", "sec", "ch", "apt", "prop", "ver", "v")
    if word_at(lex, k) in ("and", "or", ",", "to") and k > 1 and lex[k - 1].kind == "numeral":
        return word_at(lex, k - 2) in ("articles", "sections", "chapters", "pages", "lines", "nos", "paragraphs")
    word = word_at(lex, k)
    if word in _OFTEN_NUMBERED:
        return not counts_behind(lex, n) and word_at(lex, k - 1) not in _PASSING
    # `an even number seven men knew`: a plural noun behind a number in words is counted.
    return word in _NUMBERED and (lex[n.first].kind == "numeral" or not counts_behind(lex, n))


def counts_behind(lex: Sequence[Lexeme], n: Number) -> bool:
    """Does a word that looks like a counted noun stand right behind the number?"""
    following = word_at(lex, n.last + 1)
    return (following.endswith("s") and len(following) > 3) or following in table().people


def _is_address(lex: Sequence[Lexeme], n: Number) -> bool:
    if not n.digits:
        return False
    if word_at(lex, n.last + 1) == "block" and word_at(lex, n.last + 2) == "of":
        return True
    if word_at(lex, n.last + 1) in _DIRECTIONS and lex[n.last + 1].text[0].isupper():
        return True
    for j in range(1, 5):
        k = n.last + j
        if k >= len(lex) or (lex[k].kind == "word" and not lex[k].text[0].isupper()):
            return False
        if lex[k].kind == "sign" and lex[k].text != ".":
            return False
        if j > 1 and lex[k].lower in _STREETS and lex[k].kind == "word":
            return True
    return False


def _is_year(lex: Sequence[Lexeme], n: Number) -> bool:
    """A bare numeral from 1500 to 2099, unless a noun that counts people stands right behind it."""
    text = lex[n.first].text
    if len(text) != 4 or not 1500 <= int(text) < 2100:
        return False
    following = word_at(lex, n.last + 1)
    singular = following[:-1] if following.endswith("s") else following
    counted = following in ("people", "troops", "soldiers", "men", "women", "children") or \
        (following.endswith("s") and singular in table().people)
    return not (counted and int(text) % 10 == 0) and not (int(text) % 100 == 0 and int(text) != 1900 and counted)


def _is_named(lex: Sequence[Lexeme], n: Number, token: Token | None) -> bool:
    """A numeral that ends a name (`Apollo 11`, `Boeing 737`): capitals before it, nothing it counts behind it."""
    k = n.first - 1
    if word_at(lex, k) in ("poor's", "nikkei", "russell", "fortune"):
        return True
    if token is None or k < 0 or lex[k].kind != "word" or not lex[k].text[0].isupper():
        return False
    score = glued_at(lex, n.last + 1) and lex[n.last + 1].text in ("-", "–") and glued_at(lex, n.last + 2)
    if score and n.last + 2 < len(lex) and lex[n.last + 2].kind == "numeral":
        return False
    if token.head.i > token.i and token.dep in ("nummod", "compound", "quantmod", "amod"):
        return False
    tokens = token.sentence.tokens
    before = next((t for t in tokens[max(0, token.i - tokens[0].i - 6):] if t.end == lex[k].end), None)
    if before is None or before.pos != "PROPN":
        return False
    hangs = token.head is before and token.dep in ("nummod", "appos", "compound")
    return hangs or before.i > tokens[0].i


def _is_word_name(lex: Sequence[Lexeme], n: Number, token: Token | None) -> bool:
    """`Three Mile Island`, `Air Force Two`: a number word that is part of a name inside running text."""
    t = lex[n.first]
    if t.kind != "word" or not t.text[0].isupper() or t.text.isupper() or token is None:
        return False
    if token.sentence.tokens[0].start >= t.start or token.pos != "PROPN":
        return False
    running = any(x.text[0].islower() for x in token.sentence.tokens if x.pos == "VERB")
    return running and word_at(lex, n.first - 1).isalpha()


def _is_pronoun(lex: Sequence[Lexeme], k: int, token: Token | None) -> bool:
    """`one of them`, `no one`, `one day`: everything but `one man`, `one was killed`, `one of the soldiers`."""
    after, previous = word_at(lex, k + 1), word_at(lex, k - 1)
    there = previous in ("is", "was") and word_at(lex, k - 2) == "there" and token is not None and token.dep == "nummod"
    if there and after not in _NOT_ONE_AFTER:
        return False
    if previous in _NOT_ONE_BEFORE or (previous == "-" and glued_at(lex, k)) or after == "-":
        return True
    if after in _ONE_ENDS or [after, word_at(lex, k + 2)] in (["or", "more"], ["or", "two"]):
        return False
    if after == "of":
        return _of_no_number(lex, k, token)
    if token is not None and token.dep in ("dobj", "nsubjpass", "obj") and token.head.lemma in _HARM:
        return False
    if after in _NOT_ONE_AFTER or not after:
        return True
    return token is None or token.head.i <= token.i or token.dep not in ("nummod", "compound", "det", "quantmod")


def _of_no_number(lex: Sequence[Lexeme], k: int, token: Token | None) -> bool:
    """`is one of the largest banks` says of what kind; `one of the soldiers died` counts."""
    if token is None or token.dep in ("attr", "pobj", "appos", "conj", "oprd", "ROOT"):
        return True
    inner = [word_at(lex, k + j) for j in range(2, 7)]
    if inner[0] in ("them", "those", "us", "you", "these", "my", "our", "his", "her", "its", "their", "world"):
        return True
    return any(w in ("most", "best", "first", "worst") or w.endswith("est") for w in inner)
