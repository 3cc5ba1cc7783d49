"""What holds for any text whatever: nothing raises, offsets are true, and statements keep their invariants."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.model.reading import Reading
from sayso.model.span import Span

Reader = Callable[..., Reading]

SENTENCES = [
    "The ferry Alba ran aground off the cape on Sunday, the coast guard said.",
    "“We heard a crack and then the lights went out,” said passenger Otto Wik.",
    "“The pier is old and the wind was strong.", "\"Nobody paid,\" she added.", "\"Nobody knew",
    "He praised their business”and left.", "a plan of“two systems", "«Мост закрыт», said Moscow.", "„Nie“, he said",
    "The minister did not deny that 1,200 people had fled.", "It was reported that the dam had failed.",
    "According to Harbour Radio, citing a police officer, two people died.", "OSLO (Reuters) - The dam is full.",
    "The mayor said she said they said it was lost.", "Was the dam full?", "If the wind drops, the ferry will sail on 3 June.",
    "Photo: Otto Wik / AFP", "Read more", "(Reporting by Anna Lindqvist)", "said:", ": said “”", "...", "— — —",
    "אמר ראש העיר כי הגשר סגור.", "قال رئيس البلدية: «الجسر مغلق».", "The owner\u200b said\u00a0it was\ufeff safe.",
    "e\u0301te\u0301 👩\u200d👩\u200d👧 said 𝔥𝔢𝔩𝔩𝔬", "\u202eThe mayor said no\u202c",
    "The club, the mayor said, the union said, is poor.",
]
JOINS = [" ", "\n", "\n\n", "", "\r\n", "\u2028", "\t", " \u200b "]
MARKS = "“”\"«»„’'()[]—–-:;,.!?/| \n\n\t\u00a0\u200b\u200f\u202e\ufeffaAé1"


@st.composite
def reports(draw: st.DrawFn) -> str:
    """Sentences and scraps of marks, in any order and glued in any way."""
    pieces = draw(st.lists(st.one_of(st.sampled_from(SENTENCES), st.text(st.sampled_from(MARKS), max_size=12)),
                           min_size=0, max_size=7))
    return "".join(x for p in pieces for x in (p, draw(st.sampled_from(JOINS))))


def spans(value: Any) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    if isinstance(value, tuple | list):
        for x in value:
            yield from spans(x)
    elif is_dataclass(value) and not isinstance(value, type):
        for f in fields(value):
            yield from spans(getattr(value, f.name))


def check(reading: Reading) -> None:
    text = reading.article.text
    for found in spans(reading):
        assert 0 <= found.start <= found.end <= len(text)
        assert text[found.start:found.end] == found.text
    ids = [*(x.id for x in reading.attributions), *(x.id for x in reading.statements), *(x.id for x in reading.actors)]
    assert len(set(ids)) == len(ids)
    known = {x.id for x in reading.attributions}
    for a in reading.attributions:
        assert a.parent is None or a.parent in known - {a.id}
        assert list(a.spans) == sorted(a.spans)
        for s, e in (*a.spans, *a.verbatim):
            assert 0 <= s < e <= len(text)
    check_statements(reading)


def check_statements(reading: Reading) -> None:
    text, found = reading.article.text, reading.statements
    known = {x.id for x in reading.attributions}
    assert len({(s.spans, s.origins) for s in found}) == len(found)
    assert sum(e - b for s in found for b, e in s.spans) <= 1.5 * len(text)
    for s in found:
        assert text[s.start:s.end] == s.text
        assert s.text.strip()
        assert any(x.start <= s.start and s.end <= x.end for x in reading.sentences)
        assert set(s.attributions) <= known
        assert s.origins
        assert all(0 <= k < len(reading.quantities) for k in s.quantities)
        assert all(0 <= k < len(reading.places) for k in s.places)
    for x in reading.sentences:
        if any(ch.isalnum() for ch in text[x.start:x.end]):
            assert any(x.start <= s.start < x.end for s in found), text[x.start:x.end]
    kept = sorted([(x.start, x.end) for x in reading.sentences] + [(n.start, n.end) for n in reading.noise])
    assert all(a[1] <= b[0] for a, b in pairwise(kept))


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(text=reports())
def test_any_report_is_read_and_its_reading_holds(read: Reader, text: str) -> None:
    check(read(text))


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.text(max_size=120))
def test_any_characters_are_read(read: Reader, text: str) -> None:
    check(read(text.encode("utf-8", "replace").decode("utf-8")))


@settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(text=reports())
def test_a_second_reading_is_the_same(read: Reader, text: str) -> None:
    assert read(text) == read(text)


@settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(texts=st.lists(reports(), min_size=2, max_size=4))
def test_an_article_is_read_the_same_whatever_stands_beside_it(read: Reader, reader: Any, texts: list[str]) -> None:
    alone = [read(t) for t in texts]
    # a stored article knows nothing yet of what the reading adds to it
    together = list(reader.read([_as_given(r) for r in alone]))
    assert together == alone


def _as_given(r: Reading) -> Any:
    return replace(r.article, agencies=(), dateline=None)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200b", "“", "\"", ".", "said", "“”", "😀" * 50, "\u202e" * 5])
def test_next_to_nothing(read: Reader, text: str) -> None:
    check(read(text))


def test_a_text_in_a_language_that_is_not_supported_is_left_unread(read: Reader) -> None:
    reading = read("Färjan gick på grund utanför udden i söndags, sade kustbevakningen.", language="sv")
    assert not reading.article.read
    assert (reading.statements, reading.attributions, reading.noise, reading.sentences) == ((), (), (), ())


def test_one_sentence_again_and_again(read: Reader) -> None:
    text = "The mayor said the pier was old. " * 300
    reading = read(text)
    check(reading)
    assert len(reading.attributions) == len(reading.statements) == len(reading.sentences) == 300


def test_a_dateline_gives_its_place_and_day_and_no_statement(read: Callable[..., Reading]) -> None:
    text = "SPRINGFIELD, Ill., May 5 (AP) — The mill burned down, the mayor said. Nobody was hurt."
    reading = read(text)
    assert [(p.text, p.admin1) for p in reading.places] == [("SPRINGFIELD", "IL"), ("Ill.", "IL")]
    assert [(d.text, d.value) for d in reading.dates] == [("May 5", "2031-05-05")]
    assert min(s.start for s in reading.sentences) == text.index("The mill")
    assert all(s.start >= text.index("The mill") and not s.places for s in reading.statements)
