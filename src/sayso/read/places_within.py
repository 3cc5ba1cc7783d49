"""What a place is said to lie in, and what kind of place the words around it say it is."""

from __future__ import annotations

import re
from itertools import pairwise

from sayso.data import countries
from sayso.read.gazetteer import Candidate, Gazetteer
from sayso.read.places_role import head_of, is_agent
from sayso.read.places_spans import LARGE, USUAL, Name, equal, is_abbreviation, is_capital, is_state, token_at
from sayso.read.places_words import AREA_NOUNS, BEFORE_OF, PARTS, SECOND_ORDER, SETTLEMENTS
from sayso.read.tree import Token, Tree

# `Victoria, the capital of the Seychelles`; `Qamishli, a town in northern Syria`
_APPOSED = re.compile(r", (?:the |an? )?(?:[\w'’-]+ ){0,3}(?:capital|city|town|village|port|suburb|district|province|"
                      r"region|state|resort|enclave) (?:in|of)(?: the)?(?: [\w-]+ern| central)? $")
_OF_STATES = ("AU", "CA", "US")
LIST = (",", "and", ", and", "or", ", or", "&")


def contain(found: list[Name], tree: Tree, gazetteer: Gazetteer) -> None:
    """Ties `Springfield` to `Ill.` where one follows the other after a comma or in brackets."""
    for k, (a, b) in enumerate(pairwise(found)):
        if not joined(a, b, (",", "(", ", in", "in"), tree.text) and not _APPOSED.match(tree.text[a.end:b.start]):
            continue
        areas = tuple(c for c in b.candidates if c.feature in ("country", "admin1", "admin2") and c.rank > 0)
        inner = [c for c in a.candidates if any(c.inside(x) for x in areas)]
        if equal(a, b) and not _shortened(b, tree.text):
            pairs = [(found[k - 1], a)] if k else []
            pairs += [(b, found[k + 2])] if k + 2 < len(found) else []
            if any(equal(x, y) and joined(x, y, LIST, tree.text) for x, y in pairs):
                continue
            inner = [c for c in inner if c.feature == "admin1" or c.population >= LARGE]
        if inner:
            a.areas = areas
    for k, n in enumerate(found):
        if not n.areas:
            _contain_before(n, found[k - 1] if k else None, tree, gazetteer)


def listed_states(names: list[Name], text: str) -> None:
    """Keeps to states in a list with one: `Oregon and Washington`, `Florida, Georgia and Alabama`."""
    for line in (names, names[::-1]):
        nation: str | None = None
        for k, n in enumerate(line):
            before = line[k - 1] if k else None
            pair = (before, n) if before is None or before.start < n.start else (n, before)
            if pair[0] is None or not joined(pair[0], pair[1], LIST, text):
                nation = None
            state = only_state(n)
            nation = state.country if state is not None else nation
            kept = tuple(c for c in n.candidates if c.feature == "admin1" and c.country == nation and c.rank >= USUAL)
            if nation and kept and not n.areas:
                n.candidates = kept
            elif not kept:
                nation = None


def only_state(n: Name) -> Candidate | None:
    """The state or province that the name means for sure: no country and no large city has it."""
    own = [c for c in n.candidates if c.rank >= USUAL]
    states = [c for c in own if c.feature == "admin1" and c.country in _OF_STATES]
    other = any(c.feature in ("country", "area", "continent") or (c.feature == "city" and c.population >= LARGE) for c in own)
    return states[0] if len(states) == 1 and not other else None


def _shortened(b: Name, text: str) -> bool:
    """Is it a region's short form (`Pa.`), which stands behind a town and never in a list of regions?"""
    return any(is_abbreviation(b.key, c) for c in b.candidates) and (text[b.end - 1] == "." or text[b.end:b.end + 1] == ".")


def _contain_before(n: Name, prior: Name | None, tree: Tree, gazetteer: Gazetteer) -> None:
    """Ties `Kherson` to what stands before it: `Ukraine's Kherson region`, `the Ukrainian city of Kherson`."""
    areas: tuple[Candidate, ...] = ()
    if prior is not None and tree.text[prior.end:n.start].strip() in ("'s", "’s", "'", "’"):
        areas = tuple(c for c in prior.candidates if c.feature in ("country", "admin1") and c.rank >= USUAL)
    else:
        first = n.tokens[0]
        words = first.sentence.tokens[max(0, first.i - first.sentence.tokens[0].i - 5):
                                      first.i - first.sentence.tokens[0].i]
        if words and (words[-1].lower in SETTLEMENTS or
                      (len(words) > 1 and words[-1].lower == "of" and words[-2].lower in BEFORE_OF)):
            code = next((c for t in reversed(words) if (c := countries.adjective(t.text))), None)
            nation = countries.country(code) if code else None
            areas = tuple(c for c in gazetteer.find(nation.name) if c.country == code
                          and c.feature == "country") if nation else ()
    if any(c.inside(x) for c in n.candidates for x in areas):
        n.areas = areas


def joined(a: Name, b: Name, by: tuple[str, ...], text: str) -> bool:
    """Does only one of `by` stand between the two names?"""
    return text[a.end:b.start].strip(" .\n\t") in by


def narrow(n: Name, tree: Tree) -> None:
    """Keeps to areas in `Kursk region`, `the state of Victoria`, `Barrow and Clarke counties`; to towns in `the
    city of Victoria`; to capitals and countries where the name is what acts (`Washington said`)."""
    first, last = n.tokens[0], n.tokens[-1]
    nouns = [t.lower for t in (token_at(tree, last.i + 1, last), _area_ahead(last, tree)) if t is not None]
    of, one = token_at(tree, first.i - 1, first), token_at(tree, first.i - 2, first)
    if of is not None and of.lower == "of" and one is not None and not (one.lower.endswith("s") and _is_nation(n)):
        nouns.append(one.lower)
    if any(w in AREA_NOUNS for w in nouns):
        second = any(w in SECOND_ORDER for w in nouns)
        features = (("admin2",), ("admin1", "area")) if second else (("admin1", "area"), ("admin2",))
        kept = next((found for f in features if (found := tuple(c for c in n.candidates if c.feature in f))), ())
    elif of is not None and of.lower in PARTS and of.lower.endswith("ern"):
        kept = tuple(c for c in n.candidates if c.feature in ("country", "area") and c.rank >= USUAL)
    elif any(w in SETTLEMENTS for w in nouns[-1:]) and not is_state(n):
        kept = tuple(c for c in n.candidates if c.feature == "city")
    elif any(is_capital(c) for c in n.candidates) and is_agent(head_of(n)):
        kept = tuple(c for c in n.candidates if c.feature == "country" or is_capital(c))
    else:
        return
    n.candidates = kept or n.candidates


def _is_nation(n: Name) -> bool:
    """May it be a country, so that the `provinces of China` are its parts?"""
    return any(c.feature == "country" and c.rank >= USUAL for c in n.candidates)


def _area_ahead(last: Token, tree: Tree) -> Token | None:
    """The plural noun after a list of names (`Barrow, Clarke and Oconee counties`)."""
    i = last.i + 1
    while (t := token_at(tree, i, last)) is not None and (t.text[:1].isupper() or t.lower in (",", "and", "or")):
        i += 1
    return t if t is not None and i > last.i + 2 and t.lower in AREA_NOUNS and t.lower.endswith("s") else None
