"""Words and quotation marks."""

from __future__ import annotations

import pytest

from sayso.copies.words import quotations, words


def test_words_are_folded_and_keep_their_offsets() -> None:
    text = "The mayor’s office - 12 staff - didn't answer."
    got = words(text)
    assert got.folded == ("the", "mayors", "office", "12", "staff", "didnt", "answer")
    assert [text[s:e] for s, e in zip(got.starts, got.ends, strict=True)][1] == "mayor’s"


@pytest.mark.parametrize(("text", "quoted"), [
    ("He said “the bridge is shut” and left.", ["“the bridge is shut”"]),
    ('"Not yet," she said, "and not soon."', ['"Not yet,"', '"and not soon."']),
    ("„Wir warten“, sagte er.", ["„Wir warten“"]),
    ("He said: “We begin.\nNothing here is quoted.", ["“We begin."]),
    ("It's the driver's own van.", []),
])
def test_quotations(text: str, quoted: list[str]) -> None:
    assert [text[s:e] for s, e in quotations(text)] == quoted


def test_quoted_words_are_known() -> None:
    got = words("She said “we will rebuild” on Friday.")
    assert [w for w, q in zip(got.folded, got.quoted, strict=True) if q] == ["we", "will", "rebuild"]
