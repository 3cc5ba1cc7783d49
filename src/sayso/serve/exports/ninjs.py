"""A story as a news item: IPTC ninjs 3.0, a composite with its brief as text and its reports as associated items."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from urllib.parse import quote, urlsplit

from sayso.model.article import Article
from sayso.model.dossier import Dossier, StoryDossier
from sayso.serve.exports.times import moment
from sayso.serve.reports import build, markdown
from sayso.serve.reports.words import clean, unique

Item = dict[str, Any]
STANDARD = {"name": "ninjs", "version": "3.0", "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json"}
MOST = 50


def ninjs_text(dossier: Dossier) -> str:
    """One item, or a list of items where there are several stories."""
    items = [_item(dossier, s) for s in dossier.stories]
    return json.dumps(items[0] if len(items) == 1 else items, ensure_ascii=False, indent=1) + "\n"


def _item(dossier: Dossier, story: StoryDossier) -> Item:
    articles = {a.id: a for a in dossier.articles}
    told = markdown.render(build.brief(replace(dossier, stories=(story,))))
    heard = {o.actor for c in story.claims for o in c.origins if o.actor is not None}
    reports = [articles[i] for i in story.articles if i in articles]
    actors = [a for a in dossier.actors if a.id in heard][:MOST]
    item: Item = {
        "uri": f"urn:sayso:{quote(story.id)}", "type": "composite", "profile": "sayso-brief", "language": "en", "standard": STANDARD,
        "title": clean(story.title), "headlines": [{"role": "main", "value": clean(story.title)}],
        "bodies": [{"role": "main", "contentType": "text/markdown", "charCount": len(told), "value": told}],
        "edNote": "Says what reports say, on whose word; not what is true.",
        "people": [{"name": clean(a.name), "rel": "quoted"} for a in actors if a.kind == "person"],
        "organisations": [{"name": clean(a.name), "rel": "quoted"} for a in actors if a.kind == "organization"],
        "places": [{"name": name, "rel": "mentions"} for name in _places(story)],
        "infoSources": [{"name": name, "role": "outlet"} for name in unique(_outlets(reports))],
        "associations": [_report(a) for a in reports]}
    if (at := moment(story.as_of)) is not None:
        item["versionCreated"] = at.isoformat()
    return {k: v for k, v in item.items() if v != []}


def _places(story: StoryDossier) -> list[str]:
    return unique(clean(p.name) for c in story.claims for p in c.places)[:MOST]


def _outlets(articles: Iterable[Article]) -> Iterable[str]:
    return (clean(a.outlet) for a in articles if a.outlet)


def _report(a: Article) -> Item:
    """A report by its place, headline and time; its text stays with its publisher."""
    item: Item = {"name": clean(a.id), "uri": _uri(a), "type": "text", "representationType": "partial"}
    if a.title:
        item["headlines"] = [{"role": "main", "value": clean(a.title)}]
    if a.outlet:
        item["infoSources"] = [{"name": clean(a.outlet), "role": "outlet"}]
    if (at := moment(a.published)) is not None:
        item["contentCreated"] = at.isoformat()
    return item


def _uri(a: Article) -> str:
    parts = urlsplit(a.url or "")
    return quote(a.url or "", safe=":/?#[]@!$&'()*+,;=%~") if parts.scheme in ("http", "https") and parts.netloc else (
        f"urn:sayso:article:{quote(a.id, safe='')}")
