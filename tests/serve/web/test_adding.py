"""Adding in the browser's way: files and pasted text, with what became of each."""

from __future__ import annotations

from pathlib import Path

import pytest
from rooms import room_of, words

from sayso.store.library import Library

REPORT = ("The ferry to Ostrava island was stopped on Friday after a crack was found in its hull, the harbour office said. "
          "Some 200 passengers waited on the quay. The shipping company denied that the crack was known before.")


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    path = tmp_path / "new.library"
    Library(path, create=True).__exit__(None, None, None)
    return path


def test_an_empty_library_says_how_to_fill_it(empty: Path) -> None:
    assert "This library is empty" in room_of(empty).get("/")


def test_pasted_text_becomes_a_story_with_what_was_told_of_it(empty: Path) -> None:
    room = room_of(empty)
    answer = room.client.post("/add/paste", data={"text": REPORT, "outlet": "Harbour Post", "published": "2026-05-15",
                                                  "title": "Ferry stopped"})
    page = room.added(answer.url.path)
    assert "1 new report" in words(page)
    assert "Ferry stopped" in page
    with Library(empty) as library:
        [story] = library.stories()
        [article] = library.versions(next(iter(library.members(story.id))))
    assert (article.given.outlet, article.given.published, article.given.published_from) == ("Harbour Post", "2026-05-15", "given")


def test_files_are_added_under_their_names_and_known_ones_are_said_to_be_known(empty: Path) -> None:
    room = room_of(empty)
    files = [("files", ("post.txt", REPORT.encode())), ("files", ("nothing.txt", b""))]
    page = words(room.added(room.client.post("/add/files", files=files).url.path))
    assert "1 new report" in page
    assert "nothing.txt: is empty" in page
    assert "1 known already" in words(room.added(room.client.post("/add/files", files=files[:1]).url.path))
    with Library(empty) as library:
        assert [v.article for v in library.versions("post")] == ["post"]


def test_a_name_is_never_a_path(empty: Path, tmp_path: Path) -> None:
    room = room_of(empty)
    room.added(room.client.post("/add/files", files=[("files", ("../../../escaped.txt", REPORT.encode()))]).url.path)
    assert not list(tmp_path.parent.rglob("escaped.txt"))
    with Library(empty) as library:
        assert library.versions("escaped")


@pytest.mark.parametrize(("given", "said"), [({"text": " "}, "Paste the text of a report"),
                                             ({"text": REPORT, "published": "last week"}, "last week is no date")])
def test_what_is_wrong_in_the_form_is_said_and_the_text_stays(empty: Path, given: dict[str, str], said: str) -> None:
    answer = room_of(empty).client.post("/add/paste", data=given)
    assert answer.status_code == 400
    assert said in answer.text
    assert given["text"].strip() in answer.text


def test_no_file_chosen_is_said(empty: Path) -> None:
    answer = room_of(empty).client.post("/add/files")
    assert answer.status_code == 400
    assert "Choose at least one file" in answer.text
