"""Denials without the word: innocence asserted, an act one says one did not do; and denials that say the same.

`He did not send it` denies that he sent it only where the same body denies it outright elsewhere in the story: alone it
is a statement like any other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.link.stems import stems
from sayso.link.views import View

_INNOCENT = re.compile(
    r"\b(?:assert|maintain|proclaim|protest|declar|insist|stress|reiterat)\w*\b[^.;]{0,30}\binnocence\b|"
    r"\bplead(?:ed|s|ing)? not guilty\b|\b(?:am|is|was|are|were|’m|'m)(?: \w+ly)? innocent\b(?! (?:people|civilians?|victims?))", re.I)
_NOT_DONE = re.compile(r"\b(?:did|do|does)(?:n[’']t| not)(?: \w+ly)? (\w+)", re.I)
# "… when the ferry ran aground": what a clause of time tells is taken as known by whoever denies or will not say the rest.
_TAKEN_AS_KNOWN = re.compile(r",?\s+(?:when|while|after|before|once|until)\s+(?=\S+\s+\S+)", re.I)
FEWEST = 3
# Verbs that name no act by themselves.
_LIGHT = frozenset(("be", "have", "do", "know", "say", "want", "get", "make", "go", "think", "see", "take", "give"))


def as_answer(v: View) -> View:
    """The view, as a denial where innocence is asserted in it; of an answer only what it answers, not what it takes as known."""
    if v.response is not None and v.passing is None:
        return _answered(v)
    if v.response is not None or v.passing is not None or not v.statement.attributions or not is_innocence(v):
        return v
    return replace(v, response="denies")


def _answered(v: View) -> View:
    m = next((m for m in _TAKEN_AS_KNOWN.finditer(v.text) if len(v.text[:m.start()].split()) >= FEWEST), None)
    if m is None:
        return v
    core = v.text[:m.start()]
    return replace(v, text=core, words=frozenset(stems(core)))


def is_innocence(v: View) -> bool:
    """Does it say that somebody is innocent of what he is accused of?"""
    return _INNOCENT.search(v.statement.text) is not None


def together(views: Sequence[View], lone: Sequence[int]) -> list[list[int]]:
    """Denials of what nobody affirms, those that say the same in one group: one person's innocence, one act by one body."""
    groups: list[list[int]] = []
    for a in lone:
        home = next((g for g in groups if any(_same(views[a], views[b]) for b in g)), None)
        if home is None:
            groups.append([a])
        else:
            home.append(a)
    return groups


def _same(a: View, b: View) -> bool:
    if is_innocence(a) and is_innocence(b):
        return bool(_whose(a) & _whose(b))
    act = a.statement.event.predicate
    return bool(a.origins & b.origins) and act == b.statement.event.predicate and act not in _LIGHT and bool(a.words & b.words)


def _whose(v: View) -> frozenset[str]:
    """Whose innocence it is: the subject's name and who he is, or the speaker for a pronoun."""
    agent = v.statement.event.agent
    if agent is None or agent.text.lower() in ("he", "she", "i", "they", "we"):
        return v.origins
    return v.agent | {agent.text.split()[-1].lower()}


def echoes(views: Sequence[View], denial: int) -> list[int]:
    """The statements in which the same body says of the act that is denied that it did not do it."""
    d = views[denial]
    act = d.statement.event.predicate
    if act in _LIGHT:
        return []
    return [k for k, v in enumerate(views) if v.response is None and v.statement.attributions and d.origins & v.origins
            and any(m[1].lower() == act for m in _NOT_DONE.finditer(v.statement.text))]
