"""Does a place act or speak (`Seoul says`), standing for its government, or is it where something is?

A country, a capital or a seat of power that is the subject of what only people and bodies do is an actor, and so is
one in a body's or office's name (`U.S. officials`). Metonyms after Markert and Nissim (2002).
"""

from __future__ import annotations

from sayso.data import countries
from sayso.read.places_spans import Name
from sayso.read.places_words import ACTIONS, OFFICIALS
from sayso.read.tree import Token


def acts(n: Name) -> bool:
    """Does the place stand for those who act in its name?"""
    if n.body:
        return True
    head = head_of(n)
    if n.sense is not None and n.sense.feature not in ("country", "city", "building"):
        return False
    text = " ".join(t.text for t in n.tokens)
    if not (countries.named(text) or countries.capital_of(text) or countries.seat_of(text)):
        return False
    return is_agent(head) or (head.dep in ("poss", "compound", "amod", "nmod") and head.head.lower in OFFICIALS)


def head_of(n: Name) -> Token:
    """The word of the name that the others hang on."""
    inside = set(map(id, n.tokens))
    return next((t for t in n.tokens if id(t.head) not in inside or t.is_root), n.tokens[-1])


def is_agent(t: Token) -> bool:
    """Is it the subject of an active verb of doing or saying, or the agent of a passive one?"""
    top = t
    while top.dep == "conj":
        top = top.head
    if top.dep == "nsubj":
        return top.head.lemma.lower() in ACTIONS
    if top.dep == "pobj" and top.head.dep == "agent":
        return top.head.head.lemma.lower() in ACTIONS
    return top.dep == "pobj" and top.head.lower == "to" and top.head.head.lower == "according"
