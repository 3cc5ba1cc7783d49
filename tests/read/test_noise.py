"""What stands in an article and is no report, and what only looks like it."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from sayso.read.noise import clean
from sayso.read.paragraphs import paragraphs

BODY = ("The ferry Alba ran aground off the cape on Sunday with ninety people on board.\n\n"
        "The coast guard towed the boat to the port in the evening, and nobody was hurt.")


def cleaned(text: str, title: str | None = None) -> Any:
    return clean(text, paragraphs(text), title)


def kinds(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(n.kind, n.text) for n in cleaned(text, title).noise]


@pytest.mark.parametrize(("piece", "kind"), [
    ("Rescuers at the harbour on Sunday. Photo: Otto Wik", "caption"),
    ("The ferry Alba at Cape Holm (file photo)", "caption"),
    ("FILE PHOTO: The ferry Alba leaves the port of Bergen in April", "caption"),
    ("A boat is towed to the harbour on Sunday. REUTERS/Anna Lindqvist", "caption"),
    ("Getty Images", "credit"),
    ("Photo: Otto Wik", "credit"),
    ("Read more: How safe are our ferries?", "navigation"),
    ("Share this article", "navigation"),
    ("Sign up for our newsletter", "navigation"),
    ("Advertisement", "navigation"),
    ("Related stories", "navigation"),
    ("Loading...", "navigation"),
    ("Copyright 2031 Harbour Post. All rights reserved.", "navigation"),
    ("By Anna Lindqvist", "other"),
    ("Last updated: 6 May 2031, 14:05", "other"),
    ("(Reporting by Anna Lindqvist; editing by Otto Wik)", "other"),
    ("Published on 6 May 2031", "other"),
    ("By Anna Lindqvist, Harbour Correspondent", "other"),
    ("14:05", "other"),
    ("* * *", "other"),
    ("‘A crack in the night’", "heading"),
    ("How it happened", "heading"),
])
def test_kinds(piece: str, kind: str) -> None:
    first, second = BODY.split("\n\n")
    text = f"{first}\n\n{piece}\n\n{second}"
    assert kinds(text) == [(kind, piece)]


@pytest.mark.parametrize("sentence", [
    "The club and/or its owner will pay.",
    "The boat left at 9/10 of its speed.",
    "She showed a photo of the broken pier to the council.",
    "The pictures were hung in the town hall on Monday.",
    "Nobody was hurt.",
    "It rained.",
    "The company will share this with the police.",
    "The union asked readers to sign up for the march, and two thousand did.",
    "The image of the port has suffered, the mayor said.",
    "The old trend is over.",
    "By noon the ferry had sunk.",
    "Published in 1950, the book sold well.",
    "Updated rules took effect on 1 May.",
    "Copyright law was changed in May.",
    "Loading of the ferry took hours.",
    "Registered voters rose to two million.",
    "Recommended by the council, the plan failed.",
    "A video by the police shows the crash.",
    "Each family got a handout of rice.",
    "The file photo was used by the police in court.",
    "Reporting by the union was wrong.",
    "The mayor (pictured) resigned on Sunday.",
    "14:05 was when the ferry sank, the captain said.",
])
def test_ordinary_sentences_are_no_noise(sentence: str) -> None:
    first, second = BODY.split("\n\n")
    assert kinds(f"{first}\n\n{sentence}\n\n{second}") == []


def test_a_headline_is_kept_apart_and_known() -> None:
    text = f"Ferry runs aground off the cape\n\n{BODY}"
    found = cleaned(text)
    assert [(n.kind, n.text) for n in found.noise] == [("heading", "Ferry runs aground off the cape")]
    assert text[slice(*found.headline)] == "Ferry runs aground off the cape"


def test_the_title_repeated_in_the_text_is_a_heading() -> None:
    text = f"Ferry Aground.\n\n{BODY}"
    assert kinds(text, "Ferry aground") == [("heading", "Ferry Aground.")]


def test_one_line_is_a_report_not_a_heading() -> None:
    assert kinds("Ferry runs aground off the cape") == []


@pytest.mark.parametrize(("line", "place", "agency", "date"), [
    ("OSLO (Reuters) - ", "OSLO", "Reuters", None),
    ("OSLO, May 6 (AFP) — ", "OSLO", "AFP", "May 6"),
    ("BERGEN, Norway (AP) — ", "BERGEN, Norway", "AP", None),
    ("BERGEN — ", "BERGEN", None, None),
    ("(AFP) - ", None, "AFP", None),
])
def test_datelines(line: str, place: str | None, agency: str | None, date: str | None) -> None:
    text = line + BODY
    found = cleaned(text)
    assert [(n.kind, n.text) for n in found.noise] == [("dateline", line.strip())]
    assert (found.dateline.place, found.dateline.agency, found.dateline.date) == (place, agency, date)
    assert text[found.body[0][0]:].startswith("The ferry Alba")
    assert found.by_agency == agency


def test_a_dateline_may_be_a_line_of_its_own() -> None:
    found = cleaned("OSLO, May 6 (AFP) --\n\n" + BODY)
    assert [(n.kind, n.text) for n in found.noise] == [("dateline", "OSLO, May 6 (AFP) --")]
    assert found.headline is None
    assert found.dateline_at == (0, 20)


@pytest.mark.parametrize("text", [
    "The ferry — the pride of the port — ran aground off the cape on Sunday.",
    "Ferry owner: the boat was sound when it left the port.",
    "Anna Lindqvist (Labour) won the seat on Sunday by nine votes.",
    "The Alba - a ferry of ninety seats - sank.",
])
def test_a_dash_or_a_bracket_makes_no_dateline(text: str) -> None:
    assert cleaned(text).dateline is None
    assert kinds(text) == []


@pytest.mark.parametrize(("end", "agency"), [(" (Reuters)", "Reuters"), (" — AFP", "AFP")])
def test_a_credit_at_the_very_end_names_whose_text_it_is(end: str, agency: str) -> None:
    assert cleaned(BODY + end).by_agency == agency


def test_an_agency_that_is_only_quoted_does_not_own_the_text() -> None:
    assert cleaned(BODY + "\n\nThe owner told Reuters that the boat was sound.").by_agency is None


def test_every_character_is_in_one_place() -> None:
    text = f"Ferry runs aground off the cape\n\nBy Anna Lindqvist\n\nOSLO (Reuters) - {BODY}\n\nRead more: Ferries"
    found = cleaned(text)
    held = sorted([*found.body, *((n.start, n.end) for n in found.noise)])
    assert all(a[1] <= b[0] for a, b in pairwise(held))
    rest = "".join(text[a[1]:b[0]] for a, b in zip([(0, 0), *held], [*held, (len(text), len(text))], strict=True))
    assert rest.strip() == ""
    for n in found.noise:
        assert text[n.start:n.end] == n.text
