"""Odd texts: none raises, every span holds, and nothing takes long enough to be noticed."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from sayso.model.reading import Reading
from sayso.model.span import Span
from sayso.read.paragraphs import LONGEST, LONGEST_RUN, mend, paragraphs
from sayso.read.parse import model_folder, parser
from sayso.read.sentences import LARGEST_TREE, build
from sayso.read.tree import Tree

Read = Callable[..., Reading]


def spans(value: Any) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    if isinstance(value, tuple | list):
        for x in value:
            yield from spans(x)
    elif is_dataclass(value) and not isinstance(value, type):
        for f in fields(value):
            yield from spans(getattr(value, f.name))


def holds(reading: Reading) -> Reading:
    text = reading.article.text
    for found in spans(reading):
        assert 0 <= found.start <= found.end <= len(text)
        assert text[found.start:found.end] == found.text
    ends = [0, *(s.end for s in reading.sentences)]
    assert all(s.start >= end for s, end in zip(reading.sentences, ends, strict=False))
    return reading


def every_category() -> str:
    """Two characters of each Unicode category but the lone surrogates, which no stored text has."""
    kinds: dict[str, list[str]] = {}
    for ch in map(chr, range(0x110000)):
        held = kinds.setdefault(unicodedata.category(ch), [])
        if len(held) < 2:
            held.append(ch)
    return "".join(ch for kind, held in kinds.items() if kind != "Cs" for ch in held)


SAID = "The harbour master said that "
ODD = {
    "nothing": "",
    "no letters": "12 34 5.6 % - 7/8 " * 60,
    "dollars": "$" * 12_000,
    "dollars in a sentence": SAID + "$" * 3_000 + " was lost.",
    "straight marks": '"' * 10_000,
    "straight marks apart": SAID + '" ' * 400,
    "opening marks in a sentence": SAID + "“" * 2_000 + " sank.",
    "closing marks": "”" * 1_000 + " he said " + "»" * 1_000,
    "brackets in a sentence": SAID + "(" * 2_000 + " sank.",
    "one long word": "a" * 200_000,
    "one long address": SAID + "https://harbour.example/" + "boat/" * 1_000,
    "empty lines": "\n" * 50_000,
    "empty lines between": "The boat sank, he said." + "\n \n" * 5_000 + "Nobody was hurt, she said.",
    "spaces": "The master said" + " " * 20_000 + "that the boat sank.",
    "right to left": "אמר ראש העיר כי הגשר סגור. \u202eقال رئيس البلدية\u202c: «الجسر مغلق». " * 20,
    "nested": "he said that " * 200,
    "joined": "the master said and " * 150,
    "names": "Wik, " * 400,
    "of": "the head of " * 300,
    "unclosed": "“We left the pier and walked to the town in the rain.\n" * 60,
    "dates": "3 May 2031, " * 150,
    "digits": "1" * 5_000 + " boats, " + "1," * 1_000,
    "combining": "e" + "\u0301" * 2_000 + " said no.",
    "one paragraph": "The master said that the boat sank, and the union denied it. " * 800,
    "a word a paragraph": "The\nmaster\nsaid\nthat\nit\nsank.\n" * 250,
    "brackets apart": "( [ ) { ] " * 500,
    "no full stop": "the master said it sank and the union denied that it was lost " * 60,
    "controls": "".join(map(chr, range(32))) + " the master said \x00 it sank. \x7f\x85",
}


@pytest.mark.parametrize("name", ODD)
def test_odd_texts_are_read_and_their_spans_hold(read: Read, name: str) -> None:
    assert holds(read(ODD[name])).article.text == ODD[name]


def test_every_unicode_category_is_read(read: Read) -> None:
    text = every_category()
    assert len(text) > 50
    holds(read(text))
    holds(read(SAID + " ".join(text) + " it sank."))
    holds(read("".join(f"The boat{ch}sank, {ch}the master{ch} said.\n" for ch in text)))


def test_what_stands_beside_an_odd_line_is_read_as_without_it(read: Read) -> None:
    said = "The boat sank off the cape on Sunday, harbour master Otto Wik said."
    plain = holds(read(said))
    beside = holds(read(f"{said}\n{'$' * 3_000}\n{said}"))
    assert [a.spans for a in plain.attributions] == [((0, said.index(", harbour")),)]
    assert [[e - s for s, e in a.spans] for a in beside.attributions] == [[said.index(", harbour")]] * 2


def test_runs_without_white_space_are_cut_and_nothing_of_them_is_lost() -> None:
    text = "before " + "x" * (2 * LONGEST_RUN + 7) + " after"
    found = paragraphs(text)
    assert [text[s:e] for s, e in found] == [
        "before", "x" * LONGEST_RUN, "x" * LONGEST_RUN, "x" * 7, "after"]
    assert paragraphs("y" * LONGEST_RUN) == [(0, LONGEST_RUN)]
    assert all(e - s <= LONGEST for s, e in paragraphs("a b " * LONGEST))


@pytest.mark.parametrize("count", [10, 1_200])
def test_trees_are_cut_where_they_are_too_large_and_only_there(count: int) -> None:
    text = "the head of " * count + "the union"
    ranges = paragraphs(text)
    mended = [mend(text, *r) for r in ranges]
    tree = build(text, ranges, mended, parser(model_folder()).parse([m.text for m in mended]))
    sizes = [len(t.subtree()) for t in tree.tokens if t.is_root]
    assert sum(sizes) == len(tree.tokens)
    assert max(sizes) <= LARGEST_TREE


@pytest.mark.parametrize("text", [
    "The boat that Wik sold in May, the police said, has sunk.", "“No,” he said. “I left it there,” he added.",
    "What did the union, which Wik led, say the mayor had done?"])
def test_a_subtree_is_what_hangs_below_a_token_in_text_order(tree_of: Callable[[str], Tree], text: str) -> None:
    tokens = tree_of(text).tokens
    for t in tokens:
        below = [x for x in tokens if x is t or t in x.ancestors()]
        assert t.subtree() == below
        assert (t.first, t.last) == (below[0], below[-1])
