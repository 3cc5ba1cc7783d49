"""Sentences as a reader sees them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.read.sentences import LONGEST
from sayso.read.tree import Tree


def sentences(tree: Tree) -> list[str]:
    return [tree.text[s.start:s.end] for s in tree.sentences]


@pytest.mark.parametrize("parts", [
    ["The ferry sank.", "Two people were hurt."],
    ["“It will hold,” the engineer said.", "“It has always held.”"],
    ["Dr. Aho met Mr. Wik at 9 a.m. on Monday.", "They left at noon."],
    ["The U.S. coast guard sent a boat.", "It arrived late."],
    ["Was the dam full?", "Nobody knew.", "The gates stayed shut!"],
    ["The club paid 3.5 million crowns for the pitch.", "It was too much."],
])
def test_sentences_end_where_a_reader_ends_them(tree_of: Callable[[str], Tree], parts: list[str]) -> None:
    assert sentences(tree_of(" ".join(parts))) == parts


def test_no_sentence_crosses_a_paragraph(tree_of: Callable[[str], Tree]) -> None:
    assert sentences(tree_of("The ferry sank\nThe dam held")) == ["The ferry sank", "The dam held"]


def test_a_list_without_an_end_is_cut(tree_of: Callable[[str], Tree]) -> None:
    tree = tree_of("The fleet: " + ", ".join(f"ferry {k}" for k in range(120)))
    assert max(len(s.tokens) for s in tree.sentences) <= LONGEST


@pytest.mark.parametrize("text", [
    "He praised their business”and left.", "“A plan of“two systems” is\u00a0 wrong,” she said.", "  The   ferry\u200b sank. "])
def test_offsets_are_those_of_the_text_as_it_was(tree_of: Callable[[str], Tree], text: str) -> None:
    for t in tree_of(text).tokens:
        assert text[t.start:t.end] == t.text or not t.text.strip()


def test_a_phrase_after_a_passive_accusation_hangs_on_the_verb(tree_of: Callable[[str], Tree]) -> None:
    tree = tree_of("The mayor was accused by the opposition of hiding the report.")
    of = next(t for t in tree.tokens if t.lower == "of")
    assert of.head.lower == "accused"


def test_tokens_between_two_offsets(tree_of: Callable[[str], Tree]) -> None:
    tree = tree_of("The ferry sank. The dam held.")
    assert [t.text for t in tree.between(4, 15)] == ["ferry", "sank", "."]
    assert tree.between(5, 8) == []
