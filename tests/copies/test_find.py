"""Copies: whole, part and none, which way they point, and that order does not matter."""

from __future__ import annotations

import random
import time
from itertools import permutations

import pytest

from sayso.copies.find import find_copies
from sayso.model.article import Article
from sayso.model.ids import text_version
from sayso.model.link import Copy

WIRE = (
    "A cargo train left the rails near the town of Ostrava Bay early on Tuesday, spilling grain across two fields. "
    "Nobody was hurt, but the line to the coast will stay closed until the end of the week, the rail company said. "
    "Workers with cranes began to lift the first of nine wagons before noon, while buses carried passengers around "
    "the site. A broken rail is thought to be the cause; inspectors had asked for repairs there in March, according "
    "to a report that the transport ministry published last month. The farmers whose fields were hit want to be paid "
    "for the lost harvest, and the company has promised them an answer within ten days.")
OTHER = (
    "The museum of clocks in Harrow Vale reopens on Saturday after a restoration that took six years and cost four "
    "million crowns. Its oldest piece, a water clock found in a well, can be seen again in the east wing. Volunteers "
    "cleaned more than eight hundred dials by hand, and a foundation from the capital paid for a new glass roof. "
    "Schools may visit free of charge on weekday mornings, and the first classes have already put down their names.")
QUOTE = ("“We saw the wagons lean and then go over one after the other, and there was nothing that anybody on that "
         "platform could have done except shout at the people in the field to run as fast as they could, and they "
         "did run, thank heaven, every one of them”")


def article(name: str, text: str, published: str | None = None, outlet: str | None = None) -> Article:
    return Article(id=name, version=text_version(text), url=None, outlet=outlet, title=None, published=published,
                   published_from="given" if published else "unknown", language="en", read=True, kind="report",
                   speaker=None, original=None, translated_by=None, agencies=(), dateline=None, text=text)


def only(found: list[Copy]) -> Copy:
    assert len(found) == 1
    return found[0]


def test_the_same_text_with_a_new_head_is_a_whole_copy_of_the_earlier() -> None:
    first = article("z", WIRE, "2024-05-07T08:00:00Z")
    later = article("a", "Train off the rails\n\n" + WIRE.replace("early on", "in the dark on"), "2024-05-07T11:00:00Z")
    copy = only(find_copies([later, first]))
    assert (copy.article, copy.of, copy.kind) == ("a", "z", "whole")
    assert 0.9 < copy.share < 1


def test_passages_hold_the_same_words_in_both() -> None:
    first, later = article("a", WIRE, "2024-05-07"), article("b", OTHER + "\n" + WIRE[:420], "2024-05-08")
    copy = only(find_copies([first, later]))
    assert copy.kind == "part"
    assert copy.passages
    for start, end, of_start, of_end in copy.passages:
        assert later.text[start:end] == first.text[of_start:of_end]
        assert len(later.text[start:end].split()) >= 5


SENTENCES = [s + "." for s in WIRE.rstrip(".").split(". ")]


@pytest.mark.parametrize(("text", "expected"), [
    (WIRE, []),
    (WIRE.replace("nine wagons", "ten carriages"), [("edited", "ten carriages", "nine wagons")]),
    (WIRE + " More follows.", [("added", "More follows", "")]),
    (" ".join([*SENTENCES[:1], "It was foggy then.", *SENTENCES[1:]]), [("added", "It was foggy then", "")]),
    (" ".join([*SENTENCES[:2], *SENTENCES[3:]]), [("cut", "", SENTENCES[2].rstrip("."))]),
    (" ".join(SENTENCES[1:]), [("cut", "", SENTENCES[0].rstrip("."))]),
    (" ".join([*SENTENCES[2:], *SENTENCES[:2]]), []),
])
def test_what_a_copy_changed(text: str, expected: list[tuple[str, str, str]]) -> None:
    first, later = article("a", WIRE, "2024-05-07"), article("b", text, "2024-05-08")
    copy = only(find_copies([first, later]))
    assert [(c.kind, text[c.start:c.end], WIRE[c.of_start:c.of_end]) for c in copy.changes] == expected


def test_an_agency_is_named_or_inferred_from_another_print() -> None:
    plain, credited = article("a", WIRE, "2024-05-07"), article("b", "OSTRAVA BAY (Reuters) - " + WIRE, "2024-05-08")
    bare, part = article("c", WIRE, "2024-05-09"), article("d", OTHER + "\n" + WIRE[:420], "2024-05-10")
    found = {c.article: (c.of, c.agency, c.agency_from) for c in find_copies([plain, credited, bare, part])}
    assert found == {"b": ("a", "Reuters", "named"), "c": ("a", "Reuters", "inferred"), "d": ("a", "Reuters", "inferred")}
    assert [(c.agency, c.agency_from) for c in find_copies([plain, bare])] == [(None, None)]


def test_time_zones_are_heeded() -> None:
    first = article("b", WIRE, "2024-05-07T09:00:00+03:00")
    later = article("a", WIRE, "2024-05-07T07:00:00+00:00")
    assert only(find_copies([first, later])).of == "b"


def test_without_a_date_the_one_with_an_agency_credit_is_the_first() -> None:
    plain, wire = article("a", WIRE), article("b", "OSTRAVA BAY (Reuters) - " + WIRE)
    copy = only(find_copies([plain, wire]))
    assert (copy.of, copy.agency) == ("b", "Reuters")


def test_without_a_date_or_credit_the_fuller_then_the_smaller_id_is_the_first() -> None:
    assert only(find_copies([article("a", WIRE), article("b", WIRE + " Trains run again on Friday night.")])).of == "b"
    copy = only(find_copies([article("d", WIRE), article("c", WIRE)]))
    assert (copy.of, copy.share, copy.agency) == ("c", 1.0, None)


def test_a_chain_points_to_its_root() -> None:
    one = article("one", WIRE, "2024-05-07")
    two = article("two", "By our own staff in the north\n" + WIRE, "2024-05-08")
    three = article("three", "By our own staff in the north\n" + WIRE + "\nMore to come tonight.", "2024-05-09")
    assert {(c.article, c.of, c.kind) for c in find_copies([three, one, two])} == {
        ("two", "one", "whole"), ("three", "one", "whole")}


def test_a_shared_quotation_is_no_copy() -> None:
    a = article("a", f"{QUOTE}, said Jana Kole, who runs the kiosk. {OTHER}")
    b = article("b", f"Witnesses were shaken. {QUOTE}, Ms Kole told reporters. {WIRE}")
    assert find_copies([a, b]) == []


def test_a_quotation_that_only_one_of_them_marks_is_no_copy_either() -> None:
    a = article("a", f"{QUOTE}, said Jana Kole, who runs the kiosk. {OTHER}")
    b = article("b", f"Her words: {QUOTE.strip('“”')}. {WIRE}")
    assert find_copies([a, b]) == []


def test_a_text_that_is_all_quotation_can_be_a_copy() -> None:
    a, b = article("a", QUOTE, "2024-05-07"), article("b", QUOTE, "2024-05-08")
    assert only(find_copies([a, b])).kind == "whole"


def test_a_single_shared_sentence_is_no_copy() -> None:
    sentence = WIRE.split(". ")[1] + ". "
    assert find_copies([article("a", OTHER + " " + sentence), article("b", sentence + WIRE[430:] + "")]) == []


def test_different_reports_are_no_copies() -> None:
    assert find_copies([article("a", WIRE), article("b", OTHER)]) == []
    assert find_copies([]) == []
    assert find_copies([article("a", ""), article("b", "")]) == []


def test_short_equal_texts_are_copies() -> None:
    assert only(find_copies([article("a", "Harbour closed."), article("b", "HARBOUR CLOSED")])).of == "a"


FOOT = ("\nThis newsroom is paid for by its readers and takes no money from parties or from companies. If you value "
        "what we do, think about a subscription, tell a friend, or write to our letters page with your own view of "
        "the news; we answer every letter that is signed and we print the best of them on Sundays.")


@pytest.mark.parametrize("count", [3, 6])
def test_the_foot_of_every_page_is_no_copy(count: int) -> None:
    bodies = [WIRE, OTHER, *(_invented(k) for k in range(count - 2))]
    pages = [article(f"p{k}", body + FOOT, f"2024-05-{k + 1:02}", "North Post") for k, body in enumerate(bodies)]
    assert find_copies(pages) == []


def test_the_same_foot_does_not_hide_a_real_copy() -> None:
    pages = [article(f"p{k}", _invented(k) + FOOT, "2024-05-01", "North Post") for k in range(4)]
    taken = article("q", OTHER + "\n" + _invented(2), "2024-05-03", "South Post")
    assert {(c.article, c.of) for c in find_copies([*pages, taken])} == {("q", "p2")}


def test_the_order_given_does_not_matter() -> None:
    given = [article("a", WIRE, "2024-05-07"), article("b", WIRE + " " + OTHER, "2024-05-08", "North Post"),
             article("c", OTHER), article("d", OTHER[:300] + WIRE[200:], "2024")]
    found = find_copies(given)
    assert found
    assert all(find_copies(p) == found for p in permutations(given))


def test_time_grows_with_the_texts_not_with_their_pairs() -> None:
    def took(count: int) -> float:
        made = [article(str(k), _invented(k // 2 if k % 4 == 1 else k), "2024-05-01") for k in range(count)]
        start = time.perf_counter()
        find_copies(made)
        return time.perf_counter() - start
    took(50)
    assert took(1600) < 12 * took(400)


def _invented(seed: int) -> str:
    """A text of 150 words that no other seed gives."""
    rng = random.Random(seed)
    heads, tails = ("stone", "lake", "field", "gold", "iron", "corn"), ("man", "ton", "ing", "ley")
    nouns = [head + tail for head in heads for tail in tails]
    return " ".join(rng.choice(nouns) + ("." if k % 12 == 11 else "") for k in range(150))
