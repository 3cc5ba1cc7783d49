"""Reports pasted or piped one after the other: where they are parted, where not, and that nothing is lost."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ingest.paste import part

BRIDGE = "KALVOR (Norpress) — The bridge at Kalvor closed on Monday, the road office said.\n\nIt will open again in May."
MAYOR = "LINDE, March 4 (Ostra) — The mayor of Linde resigned on Tuesday.\n\n“I have nothing to add,” she said."
TUNNEL = "The tunnel under the Linde flooded on Sunday night. Nobody was hurt, the fire service said."
FRONT = "---\noutlet: {}\npublished: 2031-03-0{}\n---\n"


def pieces(text: str) -> list[str]:
    return [text[p.start:p.end].strip() for p in part(text).pieces]


def test_front_matters_part(load_sources):
    first, second = FRONT.format("Kalvor Post", 3) + BRIDGE, FRONT.format("Linde Echo", 4) + TUNNEL
    for between in ("\n", "\n\n", "\n===\n", "\n\n---\n\n", ""):  # without any, as `cat` puts files together
        loaded = load_sources("-", stdin=(first + between + second).encode())
        assert [(a.id, a.outlet, a.text.strip()) for a in loaded.articles] == [
            ("stdin", "Kalvor Post", BRIDGE), ("stdin~2", "Linde Echo", TUNNEL)]
        assert "stdin: parted into 2 reports: line 1; line " in loaded.notes[0]
        assert "(front matter); to keep a text whole, give it as a file" in loaded.notes[0]


@pytest.mark.parametrize("line", ["===", "=========", "----------", "**********", "____________"])
def test_a_long_rule_parts(line):
    assert pieces(f"{TUNNEL}\n\n{line}\n\n{BRIDGE}\n\n{line}\n{MAYOR}\n") == [TUNNEL, BRIDGE, MAYOR]


@pytest.mark.parametrize("line", ["---", "***", "* * *", "___", "###"])
def test_a_short_rule_parts_before_a_dateline_only(line):
    assert pieces(f"{TUNNEL}\n\n{line}\n\n{BRIDGE}") == [TUNNEL, BRIDGE]
    assert pieces(f"{TUNNEL}\n\n{line}\n\nBridge at Kalvor closed again\n\n{BRIDGE}")[1].startswith("Bridge at")
    feature = f"{BRIDGE}\n\n{line}\n\n{TUNNEL}"
    assert pieces(feature) == [feature]
    assert part(feature).doubtful


def test_headline_and_dateline_part_where_the_text_begins_with_them(load_sources):
    text = f"Bridge at Kalvor closed again\n\n{BRIDGE}\n\nMayor of Linde steps down\nBy Ida Moor\nLinde Echo\n\n{MAYOR}\n"
    loaded = load_sources("-", stdin=text.encode())
    assert [a.title for a in loaded.articles] == ["Bridge at Kalvor closed again", "Mayor of Linde steps down"]
    assert loaded.articles[1].text.startswith("Mayor of Linde steps down\nBy Ida Moor\n")
    assert len(loaded.notes) == 2
    assert "(headline and dateline)" in loaded.notes[0]


@pytest.mark.parametrize("text", [
    f"{TUNNEL}\n\nMayor of Linde steps down\n\n{MAYOR}",  # a report that carries another's text at its end
    f"Bridge at Kalvor closed again\n\n{BRIDGE}\n\nWhat happens to the ferry now\n\n{TUNNEL}",  # a heading
    f"Bridge at Kalvor closed again\n\n{BRIDGE}\n\nLINDE — The mayor has not spoken.",  # a second dateline alone
    f"Report\n===\n\n{TUNNEL}", f"{TUNNEL}\n---\n{TUNNEL}",  # headings of Markdown
    f"{BRIDGE}\n\n___\n\nIda Moor in Linde contributed to this report.",  # credits of an agency
    f"---\ntitle: Late\n---\nMayor of Linde steps down\n\n{MAYOR}",  # one headline in the front matter and one behind it
    f"---\noutlet: Echo\n---\n{TUNNEL}\n\n---\n\nMore tomorrow.",
    "--- What the mayor said\n---\nNothing.", "=====", "\n\n", "---\n---\n"])
def test_one_report_stays_one(text):
    assert pieces(text) == [text.strip()]


def test_what_was_left_together_for_doubt_is_told(load_sources):
    loaded = load_sources("-", stdin=f"{TUNNEL}\n\nMayor of Linde steps down\n\n{MAYOR}".encode())
    assert len(loaded.articles) == 1
    assert loaded.notes == ["stdin: what may begin another report was left where it is; "
                            "a line of ===== between two reports parts them"]


def test_a_file_is_never_parted(load_bytes):
    text = f"{TUNNEL}\n\n=====\n\n{BRIDGE}"
    assert load_bytes(text).one.text == text


def test_one_report_on_standard_input_keeps_its_text_exactly(load_sources):
    text = f"\n\n{BRIDGE}\r\n\n"
    assert load_sources("-", stdin=text.encode()).one.text == text


def test_a_piece_without_text_is_told_and_the_others_are_read(load_sources):
    text = FRONT.format("A", 1) + "\n" + FRONT.format("B", 2) + TUNNEL
    loaded = load_sources("-", stdin=text.encode())
    assert [a.outlet for a in loaded.articles] == ["B"]
    assert loaded.error.startswith("stdin:1: has no text after its front matter; ")


REPORTS = st.lists(st.sampled_from([BRIDGE, MAYOR, TUNNEL, FRONT.format("Echo", 5) + TUNNEL,
                                    "Mayor of Linde steps down\n\n" + MAYOR]), min_size=1, max_size=6)
LINES = st.lists(st.sampled_from([
    "", "---", "===", "***", "Mayor of Linde steps down", "outlet: Echo", "title:", "x.", "LINDE (Ostra) — It is so.",
    "----------", "Report", "By Ida Moor", "===\r", "\f", "\u2028"]), max_size=30)


def nothing_is_lost(text: str) -> None:
    found = part(text).pieces
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    left = "".join(text[a:b] for a, b in zip([0, *(p.end for p in found)], [*(p.start for p in found), len(text)], strict=True))
    assert re.fullmatch(r"[\s=*_#~-]*", left)
    assert [p.line for p in found] == [text.count("\n", 0, p.start) + 1 for p in found]
    assert all(text[p.start:p.end].strip() for p in found) or len(found) == 1


@given(LINES)
def test_nothing_is_lost_of_any_lines(lines):
    nothing_is_lost("\n".join(lines))


@given(st.text(alphabet="-=* \n:aA—(.)", max_size=80))
def test_nothing_is_lost_of_any_text(text):
    nothing_is_lost(text)


@given(REPORTS, st.sampled_from(["\n\n=====\n\n", "\n\n~~~~~~~~~~\n", "\n\n===\n"]))
def test_reports_with_a_long_rule_between_come_apart_as_they_were(reports, between):
    assert pieces(between.join(reports)) == reports
