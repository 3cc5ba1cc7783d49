"""The propositions of a sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.read.frames import ranges
from sayso.read.tree import Tree
from sayso.read.units import units


def propositions(tree: Tree) -> list[str]:
    [sentence] = tree.sentences
    return [" … ".join(tree.text[s:e] for s, e in ranges(list(u.tokens))) for u in units(sentence.tokens)]


@pytest.mark.parametrize(("text", "expected"), [
    ("The ferry hit a rock, and two people were hurt.", ["The ferry hit a rock", "two people were hurt"]),
    ("The club sold the stadium and bought a ship.", ["The club sold the stadium", "bought a ship"]),
    ("The mayor left while the council was voting.", ["The mayor left", "while the council was voting"]),
    ("The old lighthouse, which stood on the cape for a century, fell last week.",
     ["which stood on the cape for a century", "The old lighthouse … fell last week"]),
])
def test_finite_clauses_are_told_apart(tree_of: Callable[[str], Tree], text: str, expected: list[str]) -> None:
    assert propositions(tree_of(text)) == expected


@pytest.mark.parametrize("text", [
    "The crew wanted to turn and run for the port.",
    "The match will be played if the rain stops.",
    "The strike will begin on Monday unless the owners raise pay.",
    "Should the dam fail, three towns would be flooded.",
    "Were the dam to fail, three towns would be flooded.",
    "It was raining when the ferry left the port.",
    "The man who owns the ferry lives in Bergen.",
    "Two boats and a raft.",
])
def test_infinitives_conditions_times_and_defining_clauses_stay(tree_of: Callable[[str], Tree], text: str) -> None:
    assert len(propositions(tree_of(text))) == 1


@pytest.mark.parametrize("text", [
    "The ferry hit a rock, and two people, who could not swim, were hurt because nobody threw a ring.",
    "After the vote the mayor, a former sailor, left; the council stayed.",
    "Nothing.",
])
def test_every_token_is_in_one_proposition(tree_of: Callable[[str], Tree], text: str) -> None:
    [*sentences] = tree_of(text).sentences
    for sentence in sentences:
        held = sorted(t.i for u in units(sentence.tokens) for t in u.tokens)
        assert held == [t.i for t in sentence.tokens]


def test_no_tokens_no_propositions() -> None:
    assert units([]) == []
