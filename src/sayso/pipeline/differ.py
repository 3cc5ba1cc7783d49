"""What is different in a story since a day: weighed as it stood before it, beside how it stands now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sayso.errors import UsageError
from sayso.ingest import iso_date
from sayso.model.article import Article
from sayso.model.claim import Claim
from sayso.model.dossier import Dossier
from sayso.pipeline import weighed
from sayso.pipeline.looking import brief, filled
from sayso.settings import Settings
from sayso.store import judgements
from sayso.store.library import Library
from sayso.store.rows import VersionRow


@dataclass(frozen=True, slots=True)
class Edit:
    """A page that changed: what its new version has for what the old one had; one of the two may be empty."""

    article: str
    captured: str
    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """A claim as it stood and as it stands, and in which of its fields it moved."""

    before: Claim
    now: Claim
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What came since a day, by what the reports say of their time; `edits` by when they were captured."""

    story: str
    title: str
    since: str
    reports: tuple[Article, ...]
    new: tuple[Claim, ...]
    moved: tuple[Moved, ...]
    edits: tuple[Edit, ...]


FIELDS = ("status", "independent_origins", "accounts", "denied_by", "left_open_by")


def difference(library: Library, given: str, since: str, settings: Settings) -> Difference:
    """The difference of a story since a day (ISO 8601); UsageError for a story that is not there and for what is no day.

    What was published before that day, or has no date, is weighed by itself; a claim is the earlier one that most of its
    statements stood in.
    """
    day, unused = iso_date(since)
    if day is None or unused:
        raise UsageError(f"--since: {since[:40]} is no date; write a day, as 2026-04-15")
    now = brief(library, given)
    story = now.stories[0]
    late = {a.id for a in now.articles if a.published is not None and a.published >= day}
    reports = tuple(a for a in now.articles if a.id in late and a.id in story.articles)
    before = _before(library, story.id, late, settings)
    new, moved = _compared(before.stories[0].claims if before else (), story.claims)
    return Difference(story.id, story.title, day, reports, tuple(new), tuple(moved), tuple(_edits(library, story.articles, day)))


def _before(library: Library, id: str, late: set[str], settings: Settings) -> Dossier | None:
    """The story without these articles; None where it has no others."""
    story, dossier = library.story(id)
    left = tuple(i for i in story.articles if i not in late)
    if not left:
        return None
    also = tuple(i for i in story.also_in if i not in late)
    story = replace(story, articles=left, also_in=also, passages=tuple(p for p in story.passages if p.article in also))
    here = {*left, *also}
    copies = tuple(c for c in dossier.copies if c.article in here and c.of in here)
    readings = library.readings(n for i, n in library.members(id).items() if i in here)
    return weighed(filled(readings, story), [story], copies, settings, judgements.standing(library, here))


def _compared(before: Sequence[Claim], now: Sequence[Claim]) -> tuple[list[Claim], list[Moved]]:
    home = {s: c for c in before for s in _about(c)}
    new, moved = [], []
    for c in now:
        held = [home[s].id for s in _about(c) if s in home]
        if not held:
            new.append(c)
            continue
        earlier = next(b for b in before if b.id == max(sorted(set(held)), key=held.count))
        fields = tuple(f for f in FIELDS if _value(earlier, f) != _value(c, f))
        if fields:
            moved.append(Moved(earlier, c, fields))
    return new, moved


def _about(claim: Claim) -> tuple[str, ...]:
    """The statements that tell a claim, and those that only answer one that nobody affirms."""
    answers = [*(d.statements for d in claim.denied_by), *(o.statements for o in claim.left_open_by)]
    return claim.statements or tuple(s for statements in answers for s in statements)


def _value(claim: Claim, field: str) -> object:
    value = getattr(claim, field)
    return sorted(x.name for x in value) if field in ("denied_by", "left_open_by") else value


def _edits(library: Library, articles: Sequence[str], day: str) -> list[Edit]:
    """The versions captured since the day, each against the one before it."""
    out = []
    for id in articles:
        versions = library.versions(id)
        out += [edit(old, new) for old, new in pairwise(versions) if new.captured >= day]
    return out


def edit(old: VersionRow, new: VersionRow) -> Edit:
    """What the later version altered, added or withdrew, word by word."""
    from sayso.copies.align import Run, shared_runs
    from sayso.copies.changes import changes
    from sayso.copies.words import words

    text, other = words(new.given.text), words(old.given.text)
    runs: list[Run] = shared_runs(text.folded, other.folded)
    if not runs:
        return Edit(new.article, new.captured, ((old.given.text, new.given.text),))
    found = changes(text, other, runs)
    return Edit(new.article, new.captured,
                tuple((old.given.text[c.of_start:c.of_end], new.given.text[c.start:c.end]) for c in found))
