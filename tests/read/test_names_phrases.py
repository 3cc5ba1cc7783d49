"""Base noun phrases: where they begin, end and join."""

from __future__ import annotations

import pytest

from sayso.read.names_phrases import phrases, words_of
from sayso.read.paragraphs import mend, paragraphs
from sayso.read.parse import model_folder, parser
from sayso.read.sentences import build


def found(text: str) -> list[tuple[str, str, str]]:
    """Determiner, owner and words of each phrase of the text's first sentence."""
    ranges = paragraphs(text)
    mended = [mend(text, *r) for r in ranges]
    tree = build(text, ranges, mended, parser(model_folder()).parse([m.text for m in mended]))
    return [(p.det, words_of(p.owner.tokens) if p.owner else "", words_of(p.tokens))
            for p in phrases(tree.sentences[0])]


@pytest.mark.parametrize(("text", "phrase"), [
    ("The Polish Defense Ministry's Signals Office reported losses.",
     ("", "Polish Defense Ministry", "Signals Office")),
    ("Officials of the Institute for the Study of Rivers agreed.", ("the", "", "Institute for the Study of Rivers")),
    ("The Democratic People’s Republic of Korea agreed.", ("the", "", "Democratic People’s Republic of Korea")),
    ("Prime Minister Han Seo-in spoke.", ("", "", "Prime Minister Han Seo-in")),
    ("U.S. Secretary of State Ann Miller left.", ("", "", "U.S. Secretary of State Ann Miller")),
    ("The French said no.", ("the", "", "French")),
])
def test_a_phrase_is_found(text: str, phrase: tuple[str, str, str]) -> None:
    assert phrase in found(text)


@pytest.mark.parametrize(("text", "no"), [
    ("Jane Roe told Mary Alder Tuesday was fine.", "Mary Alder Tuesday"),
    ("The ministry of the city's harbour closed.", "ministry of the city"),
    ("She met the mayor of Leeds.", "mayor of Leeds"),
])
def test_neighbours_stay_apart(text: str, no: str) -> None:
    assert no not in [words for _, _, words in found(text)]
