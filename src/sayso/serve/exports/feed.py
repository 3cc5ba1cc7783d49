"""What changed, as an Atom feed (RFC 4287): an entry for each claim, which is new again when it is told again or stands otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from xml.etree import ElementTree

from sayso.data.telling import stands_alone
from sayso.model.claim import Claim
from sayso.model.dossier import Dossier, StoryDossier
from sayso.serve.exports.times import moment
from sayso.serve.reports.refs import Refs
from sayso.serve.reports.standing import answers, on_whose_word, standing
from sayso.serve.reports.words import clean, count, opening, trimmed

ATOM = "http://www.w3.org/2005/Atom"
MOST = 200
NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def feed_text(dossier: Dossier) -> str:
    """The feed: its entries the latest first, at most MOST. Ids stay with their claim; all text is plain text."""
    ElementTree.register_namespace("", ATOM)
    refs = Refs(dossier, [i for s in dossier.stories for i in s.articles])
    entries = sorted(_entries(dossier, refs), key=lambda e: (-e[0].timestamp(), e[1]))[:MOST]
    feed = ElementTree.Element(f"{{{ATOM}}}feed")
    named = [clean(s.title) for s in dossier.stories]
    _add(feed, "title", named[0] if len(named) == 1 else f"{count(len(named), 'story', 'stories')} in sayso")
    _add(feed, "id", f"urn:sayso:{dossier.stories[0].id}" if len(named) == 1 else "urn:sayso:stories")
    _add(feed, "updated", _written(entries[0][0] if entries else NEVER))
    _add(_add(feed, "author"), "name", "sayso")
    _add(feed, "generator", "sayso", version=dossier.meta.sayso)
    for at, id, title, told in entries:
        entry = _add(feed, "entry")
        _add(entry, "id", id)
        _add(entry, "title", title, type="text")
        _add(entry, "updated", _written(at))
        _add(entry, "summary", told, type="text")
    ElementTree.indent(feed)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(feed, "unicode") + "\n"


def _entries(dossier: Dossier, refs: Refs) -> Iterator[tuple[datetime, str, str, str]]:
    for story in dossier.stories:
        for claim in story.claims:
            if stands_alone(claim.text) and not claim.elsewhere:
                yield _changed(claim, story), f"urn:sayso:{story.id}:{claim.id}", opening(trimmed(claim.text, 160)), _told(claim, refs)


def _changed(claim: Claim, story: StoryDossier) -> datetime:
    """The last time that a report told it, or that it changed."""
    times = [moment(x) for x in (claim.last_seen, *(c.date for c in claim.history), *(j.at for j in claim.judged))]
    return max((t for t in times if t is not None), default=moment(story.as_of) or NEVER)


def _told(claim: Claim, refs: Refs) -> str:
    said = (on_whose_word(claim, refs), answers(claim), standing(claim, refs), count(len(claim.articles), "report"))
    return "; ".join(clean(x) for x in said if x)


def _written(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _add(to: ElementTree.Element, name: str, text: str | None = None, **attributes: str) -> ElementTree.Element:
    found = ElementTree.SubElement(to, f"{{{ATOM}}}{name}", attributes)
    found.text = text
    return found
