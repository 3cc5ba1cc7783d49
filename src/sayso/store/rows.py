"""What a library gives and takes besides articles, readings and dossiers: small frozen rows."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.article import Article
from sayso.model.link import Story
from sayso.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of an article that was added, and the id it has in the library."""

    what: str  # known, new, version
    id: str


@dataclass(frozen=True, slots=True)
class StoryRow:
    """One story of a list: its size, how many of its claims are disputed, when it last changed (UTC)."""

    id: str
    title: str
    first: str | None
    last: str | None
    thread: str | None
    reports: int
    outlets: int
    claims: int
    disputed: int
    changed: str


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One captured version of an article: `sha256` of its text, `captured` in UTC, what was given with it."""

    n: int
    article: str
    sha256: str
    captured: str
    given: Article


@dataclass(frozen=True, slots=True)
class OpenSet:
    """What new reports are linked with: sketches, each article's version, and the stories that hold some of them.

    `stories` gives a story's members (id and version) by its id, `made_from` what it was weighed from; `written` tells
    whether another process has written stories since.
    """

    written: str
    new: frozenset[str]
    sketches: tuple[Reading, ...]
    versions: dict[str, int]
    stories: dict[str, frozenset[str]]
    made_from: dict[str, str]


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim of a story, in its order; `independent` is its number of independent origins."""

    story: str
    n: int
    id: str
    text: str
    kind: str
    status: str
    independent: int
    reports: int
    denied: int
    date: str | None
    first_seen: str | None
    last_seen: str | None


@dataclass(frozen=True, slots=True)
class SaidRow:
    """One statement on an actor's word: `at` when it was said, or its report was published; `stance` what it does to
    `claim` (affirms, denies, or an answer that leaves it open); `shift` how it changes what that actor said before."""

    story: str
    statement: str
    article: str
    actor: str
    at: str | None
    text: str
    claim: str | None
    stance: str
    shift: str | None


@dataclass(frozen=True, slots=True)
class DueRow:
    """One line of a story's watch list, in its order: `first` is the first day that its `date` may mean; `claim` the claim that
    tells it, where one does."""

    story: str
    n: int
    kind: str
    first: str | None
    date: str | None
    text: str
    state: str
    claim: str | None


@dataclass(frozen=True, slots=True)
class Page:
    """What makes a version searchable: its words, its places' names folded, and its vector (float16, 384)."""

    version: int
    title: str
    text: str
    meaning: bytes
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """An article that a query found; `words` is where it stands in the order by words, `meaning` in that by meaning, 1 the
    first, None where it is not found so."""

    article: str
    version: int
    outlet: str | None
    published: str | None
    title: str | None
    story: str | None
    snippet: str
    words: int | None
    meaning: int | None


@dataclass(frozen=True, slots=True)
class NewStory:
    """A story as it is to be written; `body` is its packed dossier, `linked` its packed `Story`, `versions` the
    version of each article that it rests on, `names` each
    actor's id with one of its names, folded, and the name it is shown by."""

    story: Story
    versions: dict[str, int]
    row: StoryRow
    made_from: str
    rule: str
    settings: str
    linked: bytes
    body: bytes
    claims: tuple[ClaimRow, ...] = ()
    said: tuple[SaidRow, ...] = ()
    names: tuple[tuple[str, str, str], ...] = ()
    due: tuple[DueRow, ...] = ()
    processes: tuple[tuple[str, int, bytes], ...] = ()
