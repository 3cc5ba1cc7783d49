"""The API as another program asks it: lists by the page, what a claim rests on, a sentence checked, errors that say what to do."""

from __future__ import annotations

import contextlib
import json
import threading
from pathlib import Path
from typing import Any

import httpx
import pytest
from rooms import Room, Served, room_of

from sayso import pipeline
from sayso.pipeline import library as kept
from sayso.pipeline import looking
from sayso.serve.web.app import make_app
from sayso.settings import Settings
from sayso.store.library import Library


def ask(room: Room, way: str, **params: Any) -> Any:
    answer = room.client.get(f"/api{way}", params=params)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_stories_come_by_the_page_with_the_way_to_the_next(room: Room) -> None:
    first = ask(room, "/stories", limit=1, order="size")
    assert (first["total"], len(first["items"]), first["items"][0]["reports"]) == (2, 1, 13)
    second = room.client.get(first["next"]).json()
    assert second["next"] is None
    assert second["items"][0]["id"] != first["items"][0]["id"]


def test_a_story_is_what_the_command_line_gives(room: Room) -> None:
    from sayso.model.encode import encode

    with Library(room.library) as library:
        told = looking.brief(library, room.story).stories[0]
    assert ask(room, f"/stories/{room.story}") == json.loads(json.dumps(encode(told)))


def test_claims_are_filtered_as_in_the_table(room: Room) -> None:
    disputed = ask(room, f"/stories/{room.story}/claims", status="disputed")
    assert 0 < disputed["total"] < 20
    assert {c["status"] for c in disputed["items"]} == {"disputed"}
    assert ask(room, f"/stories/{room.story}/claims", everything=True)["total"] > ask(room, f"/stories/{room.story}/claims")["total"]


def test_a_claim_opened_has_its_sentences_verbatim(room: Room) -> None:
    claim = ask(room, f"/stories/{room.story}/claims", status="disputed")["items"][0]
    opened = ask(room, f"/stories/{room.story}/claims/{claim['id']}")
    assert opened["claim"] == claim
    assert {w["stance"] for w in opened["words"]} == {"affirms", "denies"}
    for w in opened["words"]:
        text = ask(room, "/article", id=w["article"])["article"]["text"]
        assert text[w["start"]:w["end"]] == w["text"]
        assert text[w["sentence_start"]:w["sentence_end"]] == w["sentence"]


def test_who_find_and_changes(room: Room) -> None:
    assert ask(room, "/who", name="Kranz")["names"] == ["Ingrid Kranz"]
    assert len(ask(room, "/who", name="Kranz")["said"]) == 10
    assert ask(room, "/find", outlet="Norpress")["total"] == 2
    assert len(ask(room, f"/stories/{room.story}/changes", since="2026-04-16")["reports"]) == 3


def test_a_sentence_is_checked(room: Room) -> None:
    found = ask(room, "/check", sentence="Eleven people were injured")
    assert found["verdict"] == "affirmed"
    assert found["found"][0]["word"] == ["Red Cross"]
    assert ask(room, "/check", sentence="The volcano on the island erupted")["verdict"] == "nothing"


def test_what_did_not_change_is_not_sent_again(room: Room) -> None:
    first = room.client.get(f"/api/stories/{room.story}")
    again = room.client.get(f"/api/stories/{room.story}", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = room.client.get("/api/stories", headers={"If-None-Match": first.headers["etag"]})
    assert other.status_code == 200


@pytest.mark.parametrize(("way", "status", "said"), [
    ("/stories/none", 404, "no such story"), ("/article?id=none", 404, "no such article"), ("/nowhere", 404, "Not Found"),
    ("/find?date=yesterday", 422, "date"), ("/find?date=2026..2025", 400, "is no date"),
    ("/check?sentence=%20", 400, "one sentence"), ("/stories?limit=0", 422, "limit"),
    ("/stories?order=colour", 422, "order"), ("/article", 422, "id")])
def test_every_error_is_a_problem_that_says_what_it_was(room: Room, way: str, status: int, said: str) -> None:
    answer = room.client.get(f"/api{way}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == status
    assert said in problem["detail"]


def test_a_library_that_is_gone_is_a_problem_and_not_a_crash(own_library: Path) -> None:
    room = room_of(own_library)
    own_library.unlink()
    answer = room.client.get("/api/stories")
    assert answer.status_code == 503
    assert "there is no library here" in answer.json()["detail"]


def test_a_library_of_a_newer_version_says_so(own_library: Path) -> None:
    import sqlite3

    room = room_of(own_library)
    with sqlite3.connect(own_library) as db:
        db.execute("PRAGMA user_version = 99")
    answer = room.client.get("/api/stories")
    assert answer.status_code == 503
    assert "newer sayso" in answer.json()["detail"]
    assert room.client.get("/").status_code == 503


def test_a_locked_library_says_who_waits_for_whom_and_answers_again_after(own_library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sqlite3

    monkeypatch.setattr("sayso.store.schema.BUSY_SECONDS", 0.05)
    room = room_of(own_library)
    with contextlib.closing(sqlite3.connect(own_library, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        answer = room.client.get("/api/stories")
        assert (answer.status_code, "being written by another sayso" in answer.json()["detail"]) == (503, True)
        page = room.client.get("/")
        assert (page.status_code, "being written by another sayso" in page.text) == (503, True)
    assert room.client.get("/").status_code == 200


def test_a_judgement_is_kept_and_counted(own_library: Path) -> None:
    room = room_of(own_library)
    claims = ask(room, f"/stories/{room.story}/claims", q="Eleven people")["items"]
    given = {"kind": "confirmed", "who": "Ada", "claims": [claims[0]["id"]], "value": "called the hospital"}
    made = room.client.post(f"/api/stories/{room.story}/judgements", json=given)
    assert made.status_code == 200, made.text
    assert made.json()["judgement"]["n"] == 1
    after = ask(room, f"/stories/{room.story}/claims", q="Eleven people")["items"][0]
    assert after["independent_origins"] == claims[0]["independent_origins"] + 1
    assert [e["judgement"]["kind"] for e in ask(room, "/judgements")] == ["confirmed"]
    assert room.client.post(f"/api/stories/{room.story}/judgements", json={"kind": "no", "who": "A"}).status_code == 422


def test_whoever_listens_hears_of_a_change_within_seconds(own_library: Path, tmp_path: Path) -> None:
    late = tmp_path / "late.txt"
    late.write_text("---\noutlet: Danube Herald\npublished: 2026-04-17\ntitle: Gas train derailed at Villach\n---\n"
                    "Eleven people were injured when the gas train derailed at Villach, the Red Cross said.")
    with Served(make_app(own_library, Settings())) as server, httpx.stream("GET", f"{server.at}/api/changes", timeout=30) as heard:
        lines = heard.iter_lines()
        assert next(lines) == "event: ready"

        def add() -> None:
            with Library(own_library) as library:
                kept.add(library, pipeline.load([str(late)], on_error=print, on_note=print), Settings())
        writer = threading.Thread(target=add)
        writer.start()
        assert next(line for line in lines if line.startswith("event")) == "event: stories"
        assert room_of(own_library).story in json.loads(next(lines).removeprefix("data: "))["stories"]
        writer.join()
