"""Every kind of export: what it is called, how its file ends, what it holds, and what makes it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sayso.errors import UsageError
from sayso.model.dossier import Dossier
from sayso.serve.exports.facts import Facts

# A file in an archive has a time; the same dossier is to give the same bytes.
NO_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Kind:
    """`files` gives names and bytes: one file of the name "", or the tables of a folder (`folder`)."""

    name: str
    ending: str
    media: str
    says: str
    files: Callable[[Dossier], Iterator[tuple[str, bytes]]]
    folder: bool = False


@dataclass(frozen=True, slots=True)
class Download:
    """A file to hand out: its name, its media type, its bytes."""

    name: str
    media: str
    body: bytes


def download(dossier: Dossier, name: str, stem: str) -> Download:
    """The dossier as this kind, in one file; a folder is a zip archive. UsageError for a kind that there is not."""
    kind = find(name)
    files = list(kind.files(dossier))
    if not kind.folder:
        return Download(f"{stem}{kind.ending}", kind.media, files[0][1])
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for file, body in files:
            archive.writestr(zipfile.ZipInfo(f"{stem}/{file}", NO_TIME), body, zipfile.ZIP_DEFLATED)
    return Download(f"{stem}-{kind.name}.zip", "application/zip", out.getvalue())


def find(name: str) -> Kind:
    """The kind of this name; UsageError where there is none."""
    found = next((k for k in KINDS if k.name == name), None)
    if found is None:
        raise UsageError(f"{name[:40]}: is no kind of export; there are {', '.join(k.name for k in KINDS)}")
    return found


def _one(body: str | bytes) -> Iterator[tuple[str, bytes]]:
    yield "", body.encode("utf-8", "backslashreplace") if isinstance(body, str) else body


def _csv(dossier: Dossier) -> Iterator[tuple[str, bytes]]:
    from sayso.serve.exports.columns import TABLES
    from sayso.serve.exports.csvtext import csv_text

    facts = Facts(dossier)
    for table in TABLES:
        yield f"{table.name}.csv", "".join(csv_text(table, facts)).encode("utf-8", "backslashreplace")


def _parquet(dossier: Dossier) -> Iterator[tuple[str, bytes]]:
    from sayso.serve.exports.columns import TABLES
    from sayso.serve.exports.parquet import parquet_bytes

    facts = Facts(dossier)
    for table in TABLES:
        yield f"{table.name}.parquet", parquet_bytes(table, facts)


def _geojson(dossier: Dossier) -> Iterator[tuple[str, bytes]]:
    from sayso.serve.exports.geojson import geojson_text

    return _one(geojson_text(Facts(dossier)))


def _calendar(dossier: Dossier) -> Iterator[tuple[str, bytes]]:
    from sayso.serve.exports.due import calendar_text

    return _one(calendar_text(Facts(dossier)))


def _linked(dossier: Dossier) -> Iterator[tuple[str, bytes]]:
    from sayso.serve.exports.linked import linked_text

    return _one(linked_text(Facts(dossier)))


def _atom(dossier: Dossier) -> Iterator[tuple[str, bytes]]:
    from sayso.serve.exports.feed import feed_text

    return _one(feed_text(dossier))


def _ninjs(dossier: Dossier) -> Iterator[tuple[str, bytes]]:
    from sayso.serve.exports.ninjs import ninjs_text

    return _one(ninjs_text(dossier))


def _markdown(dossier: Dossier) -> Iterator[tuple[str, bytes]]:
    from sayso.serve.reports import build, markdown

    return _one(markdown.render(build.brief(dossier)))


def _page(dossier: Dossier) -> Iterator[tuple[str, bytes]]:
    from sayso.serve.reports import build
    from sayso.serve.reports.page.render import render

    return _one(render(build.brief(dossier), dossier))


def _json(dossier: Dossier) -> Iterator[tuple[str, bytes]]:
    from sayso.serve.exports.documents import brief_document

    return _one("".join(brief_document(dossier)))


KINDS = (
    Kind("csv", "", "text/csv", "a folder of tables for a spreadsheet or statistics", _csv, folder=True),
    Kind("parquet", "", "application/vnd.apache.parquet", "the same tables, typed, for databases and data frames", _parquet,
         folder=True),
    Kind("geojson", ".geojson", "application/geo+json", "claims on a map", _geojson),
    Kind("ics", ".ics", "text/calendar", "what is due, for a calendar", _calendar),
    Kind("atom", ".atom", "application/atom+xml", "what changed, for a feed reader", _atom),
    Kind("ninjs", ".json", "application/json", "a story as a news item, for newsroom systems", _ninjs),
    Kind("jsonld", ".jsonld", "application/ld+json", "claims as linked data", _linked),
    Kind("markdown", ".md", "text/markdown", "the brief as text", _markdown),
    Kind("html", ".html", "text/html", "the brief as one page", _page),
    Kind("json", ".json", "application/json", "everything, as data", _json),
)
