"""Paragraphs, and the text as the parser is shown it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.paragraphs import LONGEST, mend, paragraphs

WRAPPED = ("The ferry company said on Monday that the new boat would not sail\n"
           "before the summer because the harbour was still being dredged and\n"
           "the licence had not been given by the council of the island.\n\n"
           "The union said it had heard nothing about a licence and asked for\n"
           "a meeting with the council before the end of the coming week at\n"
           "the latest.")


def pieces(text: str) -> list[str]:
    return [text[s:e] for s, e in paragraphs(text)]


@pytest.mark.parametrize(("text", "expected"), [
    ("One.\nTwo.", ["One.", "Two."]),
    ("One.\n\n\nTwo.\n", ["One.", "Two."]),
    ("  One. \r\n\tTwo.  ", ["One.", "Two."]),
    ("One.\u2028Two.\u2029Three.", ["One.", "Two.", "Three."]),
    ("", []),
    (" \n\t\n ", []),
])
def test_a_line_is_a_paragraph(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


def test_the_lines_of_a_hard_wrapped_text_belong_together() -> None:
    assert len(pieces(WRAPPED)) == 2


def test_lines_that_end_sentences_are_no_wrapped_text() -> None:
    text = "\n".join(["The ferry company said that the new boat would not sail before summer."] * 4) + "\n\nThe end."
    assert len(pieces(text)) == 5


def test_a_paragraph_too_long_to_parse_is_cut_at_a_sentence_and_nothing_is_lost() -> None:
    text = "The dam held. " * 3000
    found = pieces(text)
    assert all(len(p) <= LONGEST for p in found)
    assert "".join("".join(found).split()) == "".join(text.split())


@pytest.mark.parametrize(("text", "shown"), [
    ("of business”he said", "of business” he said"),
    ("a plan of“a system”", "a plan of “a system”"),
    ("in 2024”i.e. last year", "in 2024” i.e. last year"),
    ("two   spaces\u00a0and\u200bmore", "two spaces and more"),
    ("“Nothing,” she said.", "“Nothing,” she said."),
    ("the club’s pitch", "the club’s pitch"),
])
def test_glued_marks_are_parted_for_the_parser(text: str, shown: str) -> None:
    assert mend(text, 0, len(text)).text == shown


@given(st.text(st.sampled_from("ab .,”“«»\"\n\u00a0\u200b\ufeffש"), max_size=60))
def test_what_is_shown_leads_back_to_the_text(text: str) -> None:
    for start, end in paragraphs(text):
        shown = mend(text, start, end)
        assert len(shown.origin) == len(shown.text) + 1
        assert list(shown.origin) == sorted(shown.origin)
        assert shown.origin[-1] == end
        for ch, at in zip(shown.text, shown.origin, strict=False):
            assert ch == " " or text[at] == ch
