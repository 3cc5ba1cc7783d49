"""Claims as linked data: schema.org Claim in JSON-LD 1.1, with the reports that it appears in."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any
from urllib.parse import quote, urlsplit

from sayso.model.article import Article
from sayso.model.claim import Claim, Origin
from sayso.model.dossier import StoryDossier
from sayso.serve.exports.facts import Facts

Node = dict[str, Any]
# Given in full and not by address: whoever reads the file needs no network, and no other meaning can be put under it.
CONTEXT = {"@version": 1.1, "@vocab": "https://schema.org/", "id": "@id", "type": "@type",
           "url": {"@type": "@id"}}


def linked_text(facts: Facts) -> str:
    """One graph: stories, their claims, and the reports. `description` says how a claim stands and why; nothing in it rates
    whether a claim is true. `author` are those on whose word it stands that are counted."""
    graph = [_report(a) for a in facts.dossier.articles]
    for story in facts.dossier.stories:
        graph.append({"id": _urn(story.id), "type": "Collection", "name": story.title})
        graph += [_claim(c, story, facts) for c in story.claims]
    return json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1) + "\n"


def _claim(claim: Claim, story: StoryDossier, facts: Facts) -> Node:
    """A claim; its first appearance is told only where the reports' times leave no doubt of it."""
    reports = [facts.articles[i] for i in claim.articles if i in facts.articles]
    node: Node = {"id": _urn(story.id, claim.id), "type": "Claim", "text": claim.text, "description": f"{claim.status}: {claim.why}",
                  "isPartOf": {"id": _urn(story.id)}, "appearance": [{"id": _report_id(a)} for a in reports]}
    if authors := [_author(o, facts) for o in claim.origins if o.independent is not None]:
        node["author"] = authors
    if (first := _first(reports)) is not None:
        node["firstAppearance"] = {"id": _report_id(first)}
    if places := [_place(p.name, p.lat, p.lon) for p in claim.places]:
        node["spatialCoverage"] = places
    return node


def _first(reports: list[Article]) -> Article | None:
    """The only report of the earliest day, or of that day the first by the clock; None where that cannot be known."""
    days = [(a.published or "")[:10] for a in reports]
    if not days or not all(len(d) == 10 for d in days):
        return None
    earliest = [a for a, d in zip(reports, days, strict=True) if d == min(days)]
    if len(earliest) == 1:
        return earliest[0]
    times = [_moment(a.published or "") for a in earliest]
    known = [t for t in times if t is not None]
    if len(known) < len(times) or known.count(min(known)) > 1:
        return None
    return earliest[known.index(min(known))]


def _moment(published: str) -> datetime | None:
    """A time whose distance from UTC is told; None for any other."""
    try:
        found = datetime.fromisoformat(published)
    except ValueError:
        return None
    return found if found.tzinfo is not None else None


def _place(name: str, lat: float | None, lon: float | None) -> Node:
    known = lat is not None and lon is not None
    return {"type": "Place", "name": name, **({"latitude": lat, "longitude": lon} if known else {})}


def _author(origin: Origin, facts: Facts) -> Node:
    kind = facts.actor_kinds.get(origin.actor or "")
    return {"type": "Person" if kind == "person" else "Organization", "name": origin.name}


def _report(a: Article) -> Node:
    node: Node = {"id": _report_id(a), "type": "Report", "identifier": a.id, "name": a.title, "datePublished": a.published,
                  "inLanguage": a.language, "publisher": {"type": "Organization", "name": a.outlet} if a.outlet else None,
                  "url": a.url if _on_the_web(a.url) else None}
    return {k: v for k, v in node.items() if v is not None}


def _report_id(a: Article) -> str:
    return _urn("report", a.id)


def _on_the_web(url: str | None) -> bool:
    """Only what a browser opens as a page is given as an address."""
    try:
        return url is not None and urlsplit(url).scheme in ("http", "https")
    except ValueError:
        return False


def _urn(*parts: str) -> str:
    return "urn:sayso:" + ":".join(quote(p, safe="") for p in parts)
