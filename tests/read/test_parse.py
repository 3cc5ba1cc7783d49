"""The parser: what is looked up is what the model's own components say; equal texts once; bounded in a stream."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from sayso.read import parse
from sayso.read.parse import Parser, RawParse, groups, model_folder
from sayso.read.parse_words import Words

TEXTS = (
    "The ministers were gonna meet, but nothin' came of it.",
    "There are three boats that the wardens have found; there's a fourth.",
    "Let's go, she said. I ain't going, y'all better leave before the geese do.",
    "He'd have liked to have seen it, as it was better than the others' ones.",
    "  A  line\twith   blanks. ", "", " ", "€12.50", "Überprüfung läuft; 漢字 и кириллица.",
    "Workers leaving leaves were left; the worst of men's axes lay lying.",
    "That which does does it: which one did she do?",
)


@pytest.fixture(scope="module")
def nlp() -> Any:
    import spacy

    return spacy.load(model_folder())


@pytest.mark.parametrize("text", TEXTS)
def test_labels_are_those_of_the_models_components(nlp: Any, text: str) -> None:
    words = Words(nlp)
    assert words.by_table
    expected = nlp(text)
    doc = next(nlp.pipe([text], disable=["attribute_ruler", "lemmatizer"]))
    for labels in (words.labels(doc), words.labels(next(nlp.pipe([text], disable=["attribute_ruler", "lemmatizer"])))):
        assert labels.lemmas == tuple(t.lemma_ for t in expected)
        assert labels.pos == tuple(t.pos_ for t in expected)
        assert labels.tags == tuple(t.tag_ for t in expected)
        assert labels.deps == tuple(t.dep_ for t in expected)


def test_a_model_without_a_lemmatizer_is_read_as_it_is() -> None:
    import spacy

    bare = spacy.load(model_folder(), exclude=["lemmatizer"])
    words = Words(bare)
    assert not words.by_table
    assert words.labels(bare("Ships sail.")).pos == ("NOUN", "VERB", "PUNCT")


def test_each_distinct_text_is_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    parser = Parser(model_folder())
    ran: list[str] = []
    inner = parser._run

    def run(texts: Iterable[str]) -> Iterable[RawParse]:
        ran.extend(texts)
        return inner(texts)
    monkeypatch.setattr(parser, "_run", run)
    first = parser.parse(["Boats sank.", "Boats sank.", "Nobody drowned."])
    again = parser.parse(["Nobody drowned.", "Boats sank."])
    assert ran == ["Boats sank.", "Nobody drowned."]
    assert again == [first[2], first[0]]


@pytest.mark.parametrize(("lengths", "expected"), [
    ([1] * 5, [2, 2, 1]),
    ([40, 70, 10, 10], [1, 2, 1]),
    ([500, 1, 500], [1, 1, 1]),
    ([60, 40, 1], [2, 1]),
    ([], []),
])
def test_what_the_parser_holds_at_once_is_bounded(monkeypatch: pytest.MonkeyPatch, lengths: list[int],
                                                  expected: list[int]) -> None:
    monkeypatch.setattr(parse, "BATCH", 2)
    monkeypatch.setattr(parse, "BATCH_CHARS", 100)
    texts = [chr(97 + k) * n for k, n in enumerate(lengths)]
    found = list(groups(texts))
    assert [len(g) for g in found] == expected
    assert [t for g in found for t in g] == texts


def test_the_vocabulary_does_not_grow_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parse, "NEW_STRINGS", 20)
    parser = Parser(model_folder())
    at_first = len(parser._nlp.vocab.strings)
    sizes = []
    for n in range(8):
        parser.parse([" ".join(f"zz{n}q{k}" for k in range(15)) + "."])
        sizes.append(len(parser._nlp.vocab.strings))
    assert max(sizes) < at_first + 200
