"""What no brief may do: the examples and what is made by hand are free of it, and each fault is found."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import factory
import pytest

from sayso.model.dossier import Dossier, SummaryLine
from sayso.serve.reports import build, lint

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"


def faults(dossier: Dossier) -> list[str]:
    return lint.faults(build.brief(dossier), dossier)


def short(text: str) -> Dossier:
    return factory.dossier(factory.story(summary=(SummaryLine(text, ("one#s1", "two#s1")),)))


@pytest.mark.parametrize("folder", sorted(p for p in EXAMPLES.iterdir() if p.is_dir()), ids=lambda p: p.name)
def test_the_examples_are_free_of_faults(folder: Path) -> None:
    from sayso import pipeline
    from sayso.settings import Settings

    assert faults(pipeline.brief(pipeline.load([str(folder)], on_error=print, on_note=print), Settings())) == []


@pytest.mark.parametrize(("text", "fault"), [
    ("The bridge at Kalvor closed on Monday.", "nobody is named for it"),
    ("The road office said the bridge at Kalvor collapsed on Monday.", "“collapsed” is neither in the reports nor ours"),
    ("The road office said the bridge closed on Monday, and most likely on Sunday too.", "“likely” is neither"),
    ("The road office said the bridge closed on Monday. 1 sources say so.", "one told as several"),
    ("The road office said with high confidence the bridge likely closed on Monday.", "a level of confidence and a likelihood"),
])
def test_each_fault_is_found(text: str, fault: str) -> None:
    assert any(fault in found for found in faults(short(text)))


@pytest.mark.parametrize("text", [
    "The road office said the bridge at Kalvor closed on Monday.", "The bridge closed on Monday, Valley Echo reports without naming "
    "a source.", "The road office: the bridge at Kalvor. Both reports rest on this one origin."])
def test_a_sentence_with_its_source_in_it_is_none(text: str) -> None:
    assert not [found for found in faults(short(text)) if found.startswith("short")]


def test_another_source_than_its_own_is_none() -> None:
    assert "short: nobody is named for it" in faults(short("Police said the bridge at Kalvor closed on Monday."))[0]


def test_a_source_in_a_later_sentence_is_too_late() -> None:
    assert faults(short("The bridge at Kalvor closed on Monday. The road office said so."))[0].startswith("short: nobody")


def test_words_of_a_report_that_is_not_referred_to_are_nobodys() -> None:
    story = factory.story(summary=(SummaryLine("The road office said 14 people were hurt.", ("one#s1",)),))
    assert any("hurt" in found for found in faults(factory.dossier(story)))


def test_a_claim_row_is_held_to_its_own_references() -> None:
    moved = replace(factory.closed(), text="The bridge at Kalvor closed on Monday for repairs", possibly_same=())
    assert any("repairs" in found for found in faults(factory.dossier(factory.story(claims=(moved,)))))
