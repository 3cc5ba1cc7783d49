"""Readings, stories and dossiers as JSON documents and JSON Lines streams, as the output contract lays them down."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sayso.model.dossier import Dossier, Meta, StoryDossier
from sayso.model.encode import encode
from sayso.model.link import Story
from sayso.model.reading import Reading

PARTS = ("text", "readings")


def line(value: Any) -> str:
    """One value on one line, ending in a line feed. U+2028 and its like are escaped: some readers end lines there."""
    text = json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
    for separator in ("\x85", "\u2028", "\u2029"):
        text = text.replace(separator, f"\\u{ord(separator):04x}")
    return text + "\n"


def meta_record(meta: Meta) -> dict[str, Any]:
    """The record every stream begins with."""
    return {"record": "meta", **encode(meta)}


def reading_record(reading: Reading) -> dict[str, Any]:
    """One article's reading as `sayso read` prints it."""
    record: dict[str, Any] = encode(reading)
    return record


def stories_document(stories: Sequence[Story]) -> str:
    """The bare list that `sayso stories` prints, a story a line."""
    if not stories:
        return "[]\n"
    return "[\n" + ",\n".join(line(encode(s)).rstrip("\n") for s in stories) + "\n]\n"


def brief_document(dossier: Dossier, without: Collection[str] = ()) -> Iterator[str]:
    """The dossier as one JSON document, in pieces; one array item a line, so that it can be read with line tools.

    `without` names what is left empty: `text` (null in every article), `readings` (an empty list).
    """
    yield '{"meta": ' + line(encode(dossier.meta)).rstrip("\n")
    for key, records in _parts(dossier, without):
        yield f',\n"{key}": ['
        separator = "\n"
        for record in records:
            yield separator + line(record).rstrip("\n")
            separator = ",\n"
        yield "]"
    yield "}\n"


def _parts(dossier: Dossier, without: Collection[str]) -> Iterator[tuple[str, Iterator[Any]]]:
    yield "articles", (_article(a, without) for a in dossier.articles)
    yield "readings", iter(()) if "readings" in without else (_reading(r) for r in dossier.readings)
    yield "statements", (encode(s) for s in dossier.statements)
    yield "actors", (encode(a) for a in dossier.actors)
    yield "copies", (encode(c) for c in dossier.copies)
    yield "stories", (encode(s) for s in dossier.stories)


def brief_stream(dossier: Dossier, without: Collection[str] = ()) -> Iterator[str]:
    """The dossier as JSON Lines, `meta` first. A `story` leaves its claims out: each follows as a `claim`.

    A claim's record says in `story` which one it belongs to.
    """
    yield line(meta_record(dossier.meta))
    names = {"articles": "article", "readings": "reading", "statements": "statement", "actors": "actor",
             "copies": "copy"}
    for key, records in _parts(dossier, without):
        if key in names:
            for record in records:
                yield line({"record": names[key], **record})
    for story in dossier.stories:
        yield from _story_records(story)


def _story_records(story: StoryDossier) -> Iterator[str]:
    record = encode(story)
    del record["claims"]
    yield line({"record": "story", **record})
    for claim in story.claims:
        yield line({"record": "claim", "story": story.id, **encode(claim)})


def _article(article: object, without: Collection[str]) -> dict[str, Any]:
    record: dict[str, Any] = encode(article)
    if "text" in without:
        record["text"] = None
    return record


def _reading(reading: Reading) -> dict[str, Any]:
    record: dict[str, Any] = {"id": reading.article.id, **encode(reading)}
    del record["article"], record["statements"]
    return record
