"""What stands in an article and is no report, and what only looks like it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

from sayso.model.reading import Reading
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
    ("FILE - In this May 3, 2029 file photo the ferry Alba lies in the harbour of Bergen, where she had been brought for repairs "
     "after the fire in her engine room. Her owner is asking on Monday, May 5, 2031, for a loan to build a second ferry that is "
     "to sail between Bergen and the islands in the summer, when more people travel than there is room for. (Otto Wik/dpa via AP)",
     "caption"),
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
    ("OSLO: ", "OSLO", None, None),
    ("BERGEN, May 6: ", "BERGEN", None, "May 6"),
    ("BERGEN (Nordwire) — ", "BERGEN", "Nordwire", None),
    ("BERGEN (NRK2/AFP) — ", "BERGEN", "AFP", None),
    ("BERGEN, Maine (WXYZ) - ", "BERGEN, Maine", None, None),
    ("BERGEN (Anna Lindqvist) - ", "BERGEN", None, None),
    ("(HARBOUR) - ", None, None, None),
])
def test_datelines(line: str, place: str | None, agency: str | None, date: str | None) -> None:
    text = line + BODY
    found = cleaned(text)
    assert [(n.kind, n.text) for n in found.noise] == [("dateline", line.strip())]
    assert (found.dateline.place, found.dateline.agency, found.dateline.date) == (place, agency, date)
    assert text[found.body[0][0]:].startswith("The ferry Alba")
    assert found.by_agency == agency


@pytest.mark.parametrize("above", ["", "\n\n"])
@pytest.mark.parametrize("line", ["OSLO, May 6 (AFP) --", "BERGEN, Norway -"])
def test_a_dateline_may_be_a_line_of_its_own(above: str, line: str) -> None:
    found = cleaned(f"{above}{line}\n\n{BODY}\n\n{BODY}")
    assert [(n.kind, n.text) for n in found.noise] == [("dateline", line)]
    assert found.headline is None
    assert found.dateline_at == (len(above), len(above) + len(line))


def test_a_dateline_stands_below_the_headline_too() -> None:
    text = f"Ferry runs aground off the cape\n\nBERGEN (AFP) — {BODY}\n\n{BODY}"
    found = cleaned(text)
    assert [n.kind for n in found.noise] == ["heading", "dateline"]
    assert (found.dateline.place, found.by_agency) == ("BERGEN", "AFP")
    assert text[slice(*found.headline)] == "Ferry runs aground off the cape"


def test_the_dateline_of_an_older_report_further_down_is_none_of_this_one() -> None:
    found = cleaned(f"BERGEN — {BODY}\n\n{BODY}\n\nOSLO (AFP) -\n\n{BODY}")
    assert [(n.kind, n.text) for n in found.noise] == [("dateline", "BERGEN —"), ("dateline", "OSLO (AFP) -")]
    assert (found.dateline.place, found.by_agency) == ("BERGEN", None)


@pytest.mark.parametrize("text", [
    "The ferry — the pride of the port — ran aground off the cape on Sunday.",
    "Ferry owner: the boat was sound when it left the port.",
    "Anna Lindqvist (Labour) won the seat on Sunday by nine votes.",
    "The Alba - a ferry of ninety seats - sank.",
    "A 17-year-old boy was at the wheel of the ferry on Sunday, the police said.",
    "UPDATE: The ferry ran aground off the cape on Sunday.",
    "ANNA BERG: The ferry ran aground off the cape on Sunday.",
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


FIRST, SECOND = BODY.split("\n\n")
FORM = ("Newsletter sign up: get our tide tables in your inbox each Friday. You can unsubscribe on any day. Please log in to go on. "
        "Call us with a story of the coast. You will receive one letter a week, and no more. " * 2).strip()


@pytest.mark.parametrize(("piece", "kind"), [
    (FORM, "navigation"),
    ("This is a developing story. Check back for updates.", "navigation"),
    ("[Graphic: How a ferry is towed]", "navigation"),
    ("KVNR transcripts are created on a rush deadline by a contractor. Accuracy may vary.", "navigation"),
    ("Anna Lindqvist is a reporter for the Harbour Post. Follow her on Twitter at @anna_harbour.", "navigation"),
    ("ANNA LINDQVIST, HOST:", "other"),
    ("(Harbour Post 05/06/2031 page4)", "credit"),
    ("Grab from a video made by a passenger shows the boat on the rocks on Sunday", "caption"),
    ("In this photo the boat lies on the rocks off the cape", "caption"),
    ("The boat lies on the rocks. (Source: Cape Holm Fire Department)", "caption"),
    ("RELATED: Harbour master asks for a new pier", "navigation"),
    ("MORE STORIES FROM THE COAST: A pier at last", "navigation"),
])
def test_lines_that_pages_run_in(piece: str, kind: str) -> None:
    assert kinds(f"{FIRST}\n\n{piece}\n\n{SECOND}") == [(kind, piece)]


@pytest.mark.parametrize("sentence", [
    "Related research showed that the pier was rotten.",
    "Please read the letter, she told the crew. They did. Nobody asked why.",
    "Thank you for the boat, he told the coast guard.",
    "Recommended speeds were halved after the accident.",
    "Reuters The",
    "Police Chief Anna Lindqvist said the harbour was closed",
    "More boats came to help on Monday",
    "The harbour (HQ of the line) was closed for the day.",
    "Anna Lindqvist is a reporter who was on board and saw the captain leave.",
])
def test_sentences_that_stay(sentence: str) -> None:
    assert [k for k, _ in kinds(f"{FIRST}\n\n{sentence}\n\n{SECOND}") if k != "heading"] == []


def test_a_list_of_other_stories_at_the_end() -> None:
    listed = ["Read more:", "Why piers rot on this coast", "They were towed for a day. Nobody slept.", "All news from the cape"]
    assert kinds("\n\n".join([BODY, *listed])) == [("navigation", x) for x in listed]


def test_sentences_after_a_link_stay() -> None:
    text = "\n\n".join([FIRST, "Read more:", "Why piers rot on this coast", SECOND, "The captain was found in the evening. He slept."])
    assert kinds(text) == [("navigation", "Read more:"), ("navigation", "Why piers rot on this coast")]


@pytest.mark.parametrize(("before", "left", "after"), [
    ("", "We welcome all on board back home.", " — Harbour Master (@harbour) May 6, 2031"),
    ("", "The boat was towed home.", " Thank you, Anna."),
    ("Hi, Otto. ", "The boat was towed home.", ""),
    ("", "The boat was towed home in the evening, and all of the tired crew slept.", " Reuters"),
    ("Reuters ", "The boat was towed home in the evening while a hundred people watched it", ""),
    ("AP:Associated Press ", "The boat was towed home in the evening while a hundred people watched it", ""),
    ("Correction: ", "An earlier report said the boat was lost. It was towed home.", ""),
    ("Clarification (7 May): ", "The owner said the boat was insured.", ""),
    ("UPDATE – ", "The harbour says the boat was towed home.", ""),
])
def test_ends_of_lines(before: str, left: str, after: str) -> None:
    text = f"{FIRST}\n\n{before}{left}{after}\n\n{SECOND}"
    found = cleaned(text)
    assert [text[s:e] for s, e in found.body] == [FIRST, left, SECOND]
    assert [n.text for n in found.noise] == [(before + after).strip()]



@pytest.mark.parametrize("line", [
    "“Thank you, Anna.” He left the boat.",
    "The line thanked Anna. It had asked Reuters.",
    "The crew said - and the line (@alba) agreed - that the boat was old.",
    "Correction of the course was impossible, the captain said.",
    "Otto Wik: The pier was old.",
])
def test_ends_of_lines_that_stay(line: str) -> None:
    assert kinds(f"{FIRST}\n\n{line}\n\n{SECOND}") == []


def test_captions_that_end_in_their_credit() -> None:
    one, two = "Rescuers carry a child to the quay on Sunday. Reuters", "The boat lies on the rocks off the cape. AFP"
    assert kinds(f"{BODY}\n\n{one}\n\n{two}") == [("caption", one), ("caption", two)]
    assert kinds(f"{BODY}\n\n{one}") == [("credit", "Reuters")]
    assert cleaned(f"{BODY}\n\n{one}").by_agency == "Reuters"


@pytest.mark.parametrize(("caption", "fact"), [
    ("Firefighters work at the depot on Tuesday after a blast killed two. Photo: Otto Wik / AFP", True),
    ("Smoke rises over Oslo, where a tanker has been burning since Monday. Photo: Otto Wik / AFP", True),
    ("Image caption The pier will reopen in May, the harbour says (AP)", True),
    ("People gather where the tram left the rails. Photo: Otto Wik / Reuters", True),
    ("Police say the driver fled. (Photo: AFP)", True),
    ("Rescuers carry a child to the quay on Sunday. Photo: Otto Wik / AFP", False),
    ("Otto Wik is seen in this file photo that was taken in May 2031 (AFP)", False),
    ("This picture was released by the coast guard on Sunday. Photo: AP", False),
    ("FILE - Mayor Otto Wik attends a meeting in Oslo on May 3, 2031", False),
])
def test_a_caption_that_states_a_fact_is_marked_and_nobodys_word(read: Callable[..., Reading], caption: str, fact: bool) -> None:
    reading = read(f"{FIRST}\n\n{caption}\n\n{SECOND}")
    assert [(n.kind, n.states_fact) for n in reading.noise if n.text == caption] == [("caption", fact)]
    at = reading.article.text.index(caption)
    starts = [s.start for s in reading.statements] + [m.start for m in reading.mentions]
    assert not [s for s in starts if at <= s < at + len(caption)]


def test_the_captions_of_a_row_of_pictures_are_captions() -> None:
    line = " ".join(f"Photos: Fire in Oslo A crane lifts boat {k * k} off the quay. Hide Caption {k} of 9" for k in range(1, 10))
    assert kinds(f"{FIRST}\n\n{line}\n\n{SECOND}") == [("caption", line)]


@pytest.mark.parametrize("line", [
    "Of the boats 3 of 25 sank, then 4 of 25 were towed, and 12 of 25 are lost, the harbour said.",
    "On day one 2 of 9 gates held, on day two 3 of 9.",
])
def test_counts_of_one_whole_are_no_gallery(line: str) -> None:
    assert kinds(f"{FIRST}\n\n{line}\n\n{SECOND}") == []
