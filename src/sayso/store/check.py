"""Is a library sound: hashes, keys, offsets, the index of words, and what its stories were weighed under."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import TYPE_CHECKING, Any

from sayso.errors import InputError
from sayso.model.article import Article
from sayso.model.dossier import Dossier
from sayso.model.link import Story
from sayso.model.reading import Reading
from sayso.model.span import Span
from sayso.store.codec import Unreadable, unpack

if TYPE_CHECKING:
    from sayso.store.library import Library

REBUILD, RESTORE = "run sayso rebuild", "put a backup back with sayso restore"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is not as it should be: what it is of, what is wrong, what to do."""

    of: str
    why: str
    mend: str


def faults(library: Library, rule: str, settings: str) -> Iterator[Fault]:
    """All faults; `rule` and `settings` are those that stories would be weighed under now. Opens what it checks one by one."""
    for (text,) in _tried(library, "PRAGMA integrity_check"):
        if text != "ok":
            yield Fault("the file", str(text).replace("\n", " "), RESTORE)
    for table, rowid, parent, _ in _tried(library, "PRAGMA foreign_key_check"):
        mend = RESTORE if table in ("version", "article") else REBUILD
        yield Fault(f"{table} {rowid}", f"belongs to a {parent} that is not there", mend)
    for (id,) in library.rows("SELECT id FROM article WHERE current NOT IN (SELECT n FROM version)"):
        yield Fault(id, "its current version is not there", RESTORE)
    yield from _versions(library)
    yield from _readings(library)
    yield from _index(library)
    yield from _stories(library, rule, settings)


def _tried(library: Library, query: str) -> list[Any]:
    try:
        return library.rows(query)
    except InputError as error:
        return [(str(error),)] if "integrity" in query else []


def _versions(library: Library) -> Iterator[Fault]:
    """What was captured must be what its hash says."""
    for (n,) in library.rows("SELECT n FROM version ORDER BY n"):
        [(id, sha, body)] = library.rows("SELECT article, sha256, given FROM version WHERE n = ?", n)
        try:
            text = unpack(Article, body).text
        except Unreadable:
            yield Fault(f"{id}, version {n}", "what was captured cannot be read", RESTORE)
            continue
        if hashlib.sha256(text.encode("utf-8")).hexdigest() != sha:
            yield Fault(f"{id}, version {n}", "its text is not the one whose SHA-256 was kept", RESTORE)


def _readings(library: Library) -> Iterator[Fault]:
    """What was read must fit the text it was read in, to the character."""
    for n, why in broken_readings(library):
        [(id,)] = library.rows("SELECT article FROM version WHERE n = ?", n)
        yield Fault(f"{id}, version {n}", why, REBUILD)


def broken_readings(library: Library) -> Iterator[tuple[int, str]]:
    """The versions whose reading cannot be used, and why."""
    for n, sha in library.rows("SELECT v.n, v.sha256 FROM reading r JOIN version v ON v.n = r.version ORDER BY v.n"):
        [(body,)] = library.rows("SELECT body FROM reading WHERE version = ?", n)
        try:
            reading = unpack(Reading, body)
        except Unreadable:
            yield n, "its reading cannot be read"
            continue
        if hashlib.sha256(reading.article.text.encode("utf-8")).hexdigest() != sha:
            yield n, "its reading is of another text"
        elif any(reading.article.text[s.start:s.end] != s.text for s in spans(reading)):
            yield n, "its reading has offsets that do not hold"


def spans(value: object) -> Iterator[Span]:
    """Every span in a value, at any depth."""
    if isinstance(value, Span):
        yield value
    if is_dataclass(value):
        for f in fields(value):
            yield from spans(getattr(value, f.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from spans(item)


def _index(library: Library) -> Iterator[Fault]:
    """Every current version that is read can be found, and the index of words is that of the pages."""
    missing = library.rows("SELECT a.id FROM article a JOIN reading r ON r.version = a.current "
                           "LEFT JOIN page p ON p.version = a.current LEFT JOIN sketch s ON s.version = a.current "
                           "WHERE p.version IS NULL OR s.version IS NULL ORDER BY a.id")
    for (id,) in missing:
        yield Fault(id, "is read and cannot be searched for", REBUILD)
    for n, id, sha in library.rows("SELECT v.n, v.article, v.sha256 FROM page p JOIN version v ON v.n = p.version ORDER BY v.n"):
        [(text,)] = library.rows("SELECT text FROM page WHERE version = ?", n)
        if hashlib.sha256(text.encode("utf-8")).hexdigest() != sha:
            yield Fault(id, "what is searched is not its text", REBUILD)
    if not library.words_in_step():
        yield Fault("the index of words", "is not that of the pages", REBUILD)


def _stories(library: Library, rule: str, settings: str) -> Iterator[Fault]:
    for id, made_under, chosen in library.rows("SELECT id, rule, settings FROM story ORDER BY id"):
        [(linked, body, claims)] = library.rows("SELECT linked, body, (SELECT count(*) FROM claim c WHERE c.story = t.id) "
                                                "FROM story t WHERE id = ?", id)
        try:
            story, dossier = unpack(Story, linked), unpack(Dossier, body)
        except Unreadable:
            yield Fault(id, "its dossier cannot be read", REBUILD)
            continue
        members = {i for (i,) in library.rows("SELECT article FROM member WHERE story = ?", id)}
        if members != {*story.articles, *story.also_in}:
            yield Fault(id, "its list of reports is not the one it was made of", REBUILD)
        if [len(s.claims) for s in dossier.stories] != [claims]:
            yield Fault(id, "its list of claims is not that of its dossier", REBUILD)
        if made_under != rule:
            yield Fault(id, f"was weighed by the rules of version {made_under}", REBUILD)
        if chosen != settings:
            yield Fault(id, "was weighed under other settings", REBUILD)
    for old, story in library.rows("SELECT id, story FROM alias WHERE story NOT IN (SELECT id FROM story) ORDER BY id"):
        yield Fault(old, f"leads to the story {story}, which is not there", REBUILD)
    waiting = library.rows("SELECT id FROM article WHERE linked = 0 ORDER BY id")
    for (id,) in waiting:
        yield Fault(id, "is in no story yet", REBUILD)
    for (id,) in library.rows("SELECT id FROM article WHERE linked = 1 AND id NOT IN (SELECT article FROM member WHERE also = 0) "
                              "ORDER BY id"):
        yield Fault(id, "is in no story", REBUILD)
