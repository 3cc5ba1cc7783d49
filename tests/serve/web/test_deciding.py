"""Deciding on a page: what is posted is kept, counted at once, shown, and taken back."""

from __future__ import annotations

import re
from pathlib import Path

from rooms import Room, room_of, words

from sayso.store import judgements
from sayso.store.library import Library

TOLL = "Eleven people were injured"


def way_of(room: Room, text: str) -> str:
    found = re.search(rf'href="(/stories/{room.story}/claims/[\w-]+)">{text}', room.get(f"/stories/{room.story}/claims"))
    assert found, text
    return found[1]


def decide(room: Room, kind: str, **given: object) -> str:
    answer = room.client.post(f"/stories/{room.story}/judge", data={"kind": kind, "who": "Ada", **given})
    assert answer.status_code == 200, words(answer.text)
    return words(answer.text)


def claim_of(way: str) -> str:
    return way.rsplit("/", 1)[1]


def test_what_we_confirmed_is_counted_at_once_and_taken_back_from_the_notice(own_library: Path) -> None:
    room = room_of(own_library)
    way = way_of(room, TOLL)
    assert "1 origin : Red Cross" in words(room.get(way))
    page = decide(room, "confirmed", claim=claim_of(way), value="called the hospital", when="2026-04-17")
    assert "2 separate origins: Red Cross · our own check: called the hospital" in page
    assert "Kept as entry 1" in page
    assert "Ada, 2" in page
    room.client.post("/judgements/1/undo", data={"who": "Ada", "why": "it was another hospital"})
    assert "1 origin : Red Cross" in words(room.get(way))
    ledger = words(room.get("/judgements"))
    assert "took back entry 1. it was another hospital" in ledger
    assert "taken back" in ledger


def test_a_rejected_claim_is_gone_from_the_table_and_comes_back(own_library: Path) -> None:
    room = room_of(own_library)
    way = way_of(room, TOLL)
    page = decide(room, "reject", claim=claim_of(way), why="a guess")
    assert "Decided by people" in page
    assert TOLL not in words(room.get(f"/stories/{room.story}/claims"))
    room.client.post("/judgements/1/undo", data={"who": "Ada"})
    assert TOLL in words(room.get(f"/stories/{room.story}/claims"))


def test_two_claims_are_made_one_and_a_sentence_leaves_a_claim(own_library: Path) -> None:
    room = room_of(own_library)
    first, second = claim_of(way_of(room, TOLL)), claim_of(way_of(room, "The death toll rose to four"))
    page = decide(room, "same", claim=[first, second])
    assert "made this one claim out of two" in page
    assert "3 reports" in page
    with Library(own_library) as library:
        apart = judgements.ledger(library)[0].others[0]
    sentence = re.search(r'name="statement" value="([^"]+)"><label[^>]*><b>k\d+', room.get(way_of(room, ".*?people were injured")))
    assert sentence
    assert apart.article in sentence[1]
    decide(room, "not-same", claim=first, statement=sentence[1])
    assert way_of(room, "The death toll rose to four")


def test_a_story_gets_a_title_and_who_decides_is_remembered(own_library: Path) -> None:
    room = room_of(own_library)
    assert "Fire in the Drava valley" in decide(room, "rename-story", value="Fire in the Drava valley")
    assert "Fire in the Drava valley" in room.get("/")
    assert 'value="Ada"' in room.get(way_of(room, TOLL))


def test_what_says_too_little_is_said_on_a_page_and_nothing_is_kept(own_library: Path) -> None:
    room = room_of(own_library)
    answer = room.client.post(f"/stories/{room.story}/judge", data={"kind": "reattribute", "claim": claim_of(way_of(room, TOLL))})
    assert answer.status_code == 400
    assert "needs a name" in answer.text
    assert "Nothing was decided yet" in room.get("/judgements")


def test_what_a_person_writes_stays_text(own_library: Path) -> None:
    room = room_of(own_library)
    room.client.post(f"/stories/{room.story}/judge", data={
        "kind": "rename", "claim": claim_of(way_of(room, TOLL)), "value": "<script>alert(1)</script>", "who": "<b onclick=x>",
        "why": "{{ 7*7 }}"})
    for way in ("/judgements", f"/stories/{room.story}", f"/stories/{room.story}/claims"):
        assert "<script>alert" not in room.get(way)
        assert "<b onclick" not in room.get(way)
