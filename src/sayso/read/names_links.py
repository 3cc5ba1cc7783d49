"""What the tree adds to mentions: appositions, what a role is of, acronyms in brackets, pronouns that tell a gender."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.data import countries
from sayso.data.agencies import agency
from sayso.data.wording import initials
from sayso.read.names_found import Found
from sayso.read.names_phrases import words_of
from sayso.read.tree import Sentence, Token

_OF = ("of", "for")
_AT = ("at", "with", "from", "in", "within", "inside")
_BE = frozenset(("be", "become", "remain"))
_HIS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}


def same_as(found: Found, at: Mapping[int, Found]) -> Found | None:
    """The named mention that a description stands in apposition to (`Jane Roe, a spokeswoman for ...`), if any.

    Also a predicate: `Jane Roe is the spokeswoman`, where nothing negates or doubts it.
    """
    head = found.head
    if head.dep == "appos":
        return _named(at.get(head.head.i), found)
    for c in head.children:
        if c.dep == "appos":
            other = _named(at.get(c.i), found)
            if other is not None:
                return other
    beside = _beside(found, at)
    if beside is not None:
        return beside
    if found.role is not None and found.role.speaks:
        # `the ambassador to the UN Jane Roe`: the name is read as what `to` governs.
        for prep in head.rights:
            goal = prep.child("pobj") if prep.dep == "prep" and prep.lower == "to" else None
            other = at.get(goal.i) if goal is not None else None
            if other is not None and other.kind == "person" and other.head is goal:
                return _named(other, found)
    if head.dep == "attr" and head.head.lemma in _BE and not any(c.dep in ("neg", "aux") for c in head.head.children):
        subject = head.head.child("nsubj")
        return _named(at.get(subject.i), found) if subject is not None else None
    return None


def _beside(found: Found, at: Mapping[int, Found]) -> Found | None:
    """The name between commas right behind a person's description, or the name that it stands behind so."""
    if found.kind != "person":
        return None
    tokens = found.head.sentence.tokens
    first = tokens[0].i
    end = found.tokens[-1].i
    for prep in found.head.rights:
        goal = prep.child("pobj") if prep.dep == "prep" else None
        if goal is not None and prep.i == found.tokens[-1].i + 1:
            other = at.get(goal.i)
            end = max(end, other.tokens[-1].i if other is not None else goal.i)
    if end + 2 - first < len(tokens) and tokens[end + 1 - first].text == ",":
        name = at.get(end + 2)
        stop = name.tokens[-1].i + 1 - first if name is not None else len(tokens)
        if name is not None and name.tokens[0].i == end + 2 and stop < len(tokens) and tokens[stop].text in (",", "("):
            return _named(name, found)
    before = found.tokens[0].i - first - (1 if found.det else 0)
    closed = end + 1 - first < len(tokens) and tokens[end + 1 - first].text == ","
    if closed and before >= 2 and tokens[before - 1].text == ",":
        return _named(at.get(before - 2 + first), found)
    return None


def _named(other: Found | None, found: Found) -> Found | None:
    if other is None or other is found or not other.name or other.code is not None:
        return None
    return other if other.kind == found.kind else None


def belongs_to(found: Found, at: Mapping[int, Found]) -> tuple[Found, Token] | None:
    """What a role or body is of: the mention behind `of`, `for`, `at`, and the preposition."""
    if (found.name and found.kind == "person") or found.kind == "place":
        return None
    for links in (_OF, _AT):
        for prep in found.head.rights:
            if prep.dep != "prep" or prep.lower not in links or _behind_comma(prep):
                continue
            goal = prep.child("pobj")
            other = at.get(goal.i) if goal is not None else None
            if other is None or other is found:
                continue
            if links is _AT and (other.kind != "organization" or found.owner or (found.country and found.speaks)):
                continue
            if found.role is not None and found.role.use == "private" and not (
                    other.kind == "organization" and prep.lower in _AT):
                continue
            if other.kind in ("person", "organization", "place"):
                return other, prep
    return None


def _behind_comma(prep: Token) -> bool:
    """`The father, from Tolm,`: where somebody is from, not whom he speaks for."""
    tokens, k = prep.sentence.tokens, prep.i - prep.sentence.tokens[0].i
    return k > 0 and tokens[k - 1].text == ","


def role_text(found: Found, text: str, at: Mapping[int, Found]) -> str:
    """The description with what it is of or at (`spokesman for the ministry`), as written."""
    for prep in found.head.rights:
        goal = prep.child("pobj") if prep.dep == "prep" and prep.lower in (*_OF, *_AT, "to") else None
        other = at.get(goal.i) if goal is not None else None
        if other is not None and other is not found and found.end < other.end < found.end + 80 and not _behind_comma(prep):
            return f"{found.title} {' '.join(text[found.end:other.end].split())}"
    return found.title


def alias_after(found: Found, tokens: list[Token]) -> Token | None:
    """The acronym in brackets behind a body or country (`... Directorate (GUR)`, `..., or GUR,`)."""
    k = tokens.index(found.tokens[-1]) + 1
    following = tokens[k:k + 3]
    if len(following) < 2:
        return None
    opened = following[0].text == "(" and len(following) == 3 and following[2].text == ")"
    spoken = following[0].text == "," and following[1].lower == "or"
    t = following[1] if opened else following[2] if spoken and len(following) == 3 else None
    if t is None or not 2 <= len(t.text.replace(".", "")) <= 10 or not any(c.isupper() for c in t.text[1:]):
        return None
    return t if t.text[0].isalpha() and (opened or t.text.isupper()) else None


def is_alias(short: str, found: Found) -> bool:
    """Can the word in brackets abbreviate what stands before it, or is it a credit or another name?"""
    if found.code is not None:
        return countries.named(short) == found.code or short.replace(".", "") in initials(found.text)
    return short.replace(".", "") in initials(found.text) or (
        short.isupper() and agency(short) is None and countries.speaks_for(short) in (None, found.country))


def pronoun_genders(sentence: Sentence, before: Sentence | None, at: Mapping[int, Found]) -> list[tuple[Found, str]]:
    """Pronouns that can mean only one person: the only one named in this sentence so far and in the one before."""
    out = []
    for t in sentence.tokens:
        gender = _HIS.get(t.lower)
        if gender is None:
            continue
        pool = [x for x in sentence.tokens if x.i < t.i] + (before.tokens if before is not None else [])
        people = {id(f): f for x in pool if (f := at.get(x.i)) is not None and f.kind == "person" and f.name}
        if len({f.name.split()[-1] for f in people.values()}) == 1:
            out.append((next(iter(people.values())), gender))
    return out


# What a clause that was left off leaves behind: `the constitution to (clarify …)`, `the theory in (which …)`.
_DANGLING = frozenset(("IN", "TO", "DT", "CC", "PDT", "WDT"))


def phrase_head(tokens: list[Token]) -> Token:
    """The token that the others hang on: the first whose head lies outside."""
    tokens = [t for t in tokens if t.tag != "POS" and t.pos != "PUNCT"] or tokens
    inside = {t.i for t in tokens}
    return next((t for t in tokens if t.is_root or t.head.i not in inside), tokens[-1])


def described_as(tokens: list[Token]) -> str:
    """A phrase as a name: without its determiner, quotation marks and any clause or what follows a comma."""
    kept: list[Token] = []
    for t in tokens:
        if kept and (t.text in (",", "(", ";", ":") or t.tag in ("WP", "WDT") or t.dep in ("acl", "relcl")):
            break
        if not t.is_quote and not (not kept and t.tag in ("DT", "IN")):
            kept.append(t)
    while len(kept) > 1 and (kept[-1].tag in _DANGLING or kept[-1].pos == "PUNCT"):
        kept.pop()
    return words_of(kept or tokens)
