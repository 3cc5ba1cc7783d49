"""Pages of this machine only, for this machine only."""

from __future__ import annotations

import pytest
from rooms import Room

ELSEWHERE = "http://elsewhere.example"


@pytest.mark.parametrize("host", ["elsewhere.example", "elsewhere.example:8712", "127.0.0.1.elsewhere.example", "10.0.0.4", "",
                                  "127.0.0.1:notaport", "user@127.0.0.1"])
def test_a_name_that_is_not_this_machine_is_refused(room: Room, host: str) -> None:
    answer = room.client.get("/", headers={"Host": host})
    assert answer.status_code == 403
    assert "on this machine only" in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8712", "localhost:8712", "[::1]:8712"])
def test_this_machine_is_answered_by_any_of_its_names(room: Room, host: str) -> None:
    assert room.client.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("headers", [{"Origin": ELSEWHERE}, {"Origin": "null"}, {"Origin": "http://127.0.0.1:1"},
                                     {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}])
def test_a_page_of_another_site_can_add_nothing(room: Room, headers: dict[str, str]) -> None:
    answer = room.client.post("/add/paste", data={"text": "The bridge closed, police said."}, headers=headers)
    assert answer.status_code == 403
    assert "page of another site" in answer.text


def test_every_answer_lets_a_browser_run_only_what_comes_from_here(room: Room) -> None:
    for way in ("/", "/nowhere", "/static/room.js"):
        policy = room.client.get(way).headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self';" in policy
        assert "unsafe" not in policy


def test_pages_are_not_kept_by_the_browser(room: Room) -> None:
    assert room.client.get("/").headers["cache-control"] == "no-store"
