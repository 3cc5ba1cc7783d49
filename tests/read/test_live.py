"""Live blogs: their entries, each with its time, and the days in them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from sayso.model.reading import Reading
from sayso.read.live import find_entries, find_stamps
from sayso.read.paragraphs import paragraphs

Read = Callable[..., Reading]
NEWEST_FIRST = """The lock at Arnhavn has jammed; follow it here.

00:20
The lock opened again on Monday night, the harbour office said. Ships will sail tomorrow.

23:05 – Divers went down at noon yesterday, mayor Otto Wik said.

Tug is sent home
22:40
The tug Alba left the lock shortly before, as nothing was left for it to do.

9.15am: “We saw it coming on Saturday,” said Anna Berg, who keeps the inn at the lock.
"""


def entries(text: str, published: str | None) -> list[tuple[str, str]]:
    pieces = paragraphs(text)
    return [(e.time, text[e.start:e.end]) for e in find_entries(text, find_stamps(text, pieces), published)]


def test_entries_have_their_times_and_go_back_over_midnight() -> None:
    found = entries(NEWEST_FIRST, "2031-05-06")
    assert [t for t, _ in found] == ["2031-05-06T00:20", "2031-05-05T23:05", "2031-05-05T22:40", "2031-05-05T09:15"]
    assert found[0][1].startswith("00:20\nThe lock")
    assert found[2][1].startswith("Tug is sent home\n22:40")
    assert found[3][1].endswith("at the lock.")


def test_entries_oldest_first_go_on_over_midnight() -> None:
    text = "\n".join(f"{t} The lock is still shut and the ships wait, said Wik." for t in ("21:00", "22:15", "23:40", "01:05"))
    assert [t for t, _ in entries(text, "2031-05-06")] == [
        "2031-05-06T21:00", "2031-05-06T22:15", "2031-05-06T23:40", "2031-05-07T01:05"]


def test_a_stamp_may_name_its_day_and_without_any_the_day_is_unknown() -> None:
    text = "\n".join(f"{t} - The lock is still shut and the ships wait, said Wik."
                     for t in ("Updated at 9:10 p.m. on Monday, May 5th", "6 May, 7:20 a.m. CET", "6 May, 8 a.m. CET"))
    assert [t for t, _ in entries(text, "2031-05-09")] == ["2031-05-05T21:10", "2031-05-06T07:20", "2031-05-06T08:00"]
    plain = "\n".join(f"{t} The lock is still shut and the ships wait, said Wik." for t in ("9:10", "9:40", "10:15"))
    assert [t for t, _ in entries(plain, None)] == ["XXXX-XX-XXT09:10", "XXXX-XX-XXT09:40", "XXXX-XX-XXT10:15"]


@pytest.mark.parametrize("lines", [
    ["10:05 The lock jammed, said Wik, who runs it.", "Nobody was hurt.", "11:20 It opened again, he said to us."],
    ["9:30 Harbour Radio news", "10:00 Music", "11:15 The hour of the anglers", "12:00 News"],
    ["14:00 the lock jammed and nobody knew why.", "15:00 the ships began to wait there.", "16:00 it opened for all of them."],
    ["9.50 Crowns is the fare to the isle and back.", "10.40 Crowns is that of a bicycle on it.", "12.30 Crowns is a car's fare."],
    ["8:00 The inn opens for early guests only.", "22:00 The inn shuts for all its guests.", "7:00 The lock opens on Sundays too.",
     "21:00 The lock shuts on Sundays as well.", "6:00 The ferry sails from the north pier."],
    ["1:17 The lock jams in the spring storm Pause", "0:58 The divers of Arnhavn go down Play", "0:41 Tug pulls ships from the lock"],
    ["9:45 p.m.: This article was updated with the mayor's words.", "9:20 p.m.: This article was updated with a map.",
     "8:10 p.m.: This article was updated with the ship's name."],
    ["3-1 The home side won by two goals to none.", "12:61 The watch of the master had stopped.", "25:00 No clock shows such a time."],
])
def test_hours_that_begin_lines_make_no_live_blog(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert find_stamps(text, paragraphs(text)) == ()


def test_days_in_an_entry_are_counted_from_its_own(read: Read) -> None:
    found = read(NEWEST_FIRST, published="2031-05-06T09:00")
    assert [(d.text, d.value, d.resolved_from) for d in found.dates if "night" not in d.text] == [
        ("tomorrow", "2031-05-07", "2031-05-06"), ("noon yesterday", "2031-05-04T12:00", "2031-05-05"),
        ("Saturday", "2031-05-03", "2031-05-05")]
    assert [n.text for n in found.noise if n.kind == "dateline"] == ["00:20", "23:05 –", "22:40", "9.15am:"]
    assert all(a.end <= b.start for a, b in pairwise(found.entries))
    assert len(found.entries) == 4


def test_a_report_has_no_entries(read: Read) -> None:
    assert read("The lock jammed at 10:05, Wik said.\n\nIt opened at 11:20.\n\nAt 12:30 the ships sailed.").entries == ()
