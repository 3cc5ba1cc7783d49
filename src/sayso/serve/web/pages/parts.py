"""Other ways to look at a story: day by day, its figures, where, what is due, who is silent, what changed."""

from __future__ import annotations

from dataclasses import asdict

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response

from sayso.errors import UsageError
from sayso.pipeline.differ import Difference, difference
from sayso.serve.desk import Desk, Told
from sayso.serve.exports.kinds import KINDS, download
from sayso.serve.reports import ahead, answers
from sayso.serve.reports.library import STANDS, moved_text
from sayso.serve.reports.sources import byline
from sayso.serve.reports.view import Section
from sayso.serve.web.render import page
from sayso.serve.web.views.days import days
from sayso.serve.web.views.figures import ledgers
from sayso.serve.web.views.places import places


def routes(desk: Desk) -> APIRouter:
    """`/stories/ID/` timeline, figures, map, places.json, watch, silences, changes, take and take/KIND."""
    router = APIRouter()

    def told(id: str) -> Told:
        with desk.open() as library:
            return desk.told(library, id)

    def shown(request: Request, file: str, found: Told, tab: str, **given: object) -> HTMLResponse:
        line = byline(found.story, found.copies, found.refs)
        return page(request, file, 200, told=found, quotes=found.quotes, tab=tab, byline=line, **given)

    @router.get("/stories/{id}/timeline")
    def timeline(request: Request, id: str) -> HTMLResponse:
        found = told(id)
        return shown(request, "timeline.html", found, "timeline", days=days(found))

    @router.get("/stories/{id}/figures")
    def figures(request: Request, id: str) -> HTMLResponse:
        found = told(id)
        named, others = ledgers(found)
        return shown(request, "figures.html", found, "figures", named=named, others=others)

    @router.get("/stories/{id}/map")
    def where(request: Request, id: str) -> HTMLResponse:
        found = told(id)
        return shown(request, "map.html", found, "map", places=places(found))

    @router.get("/stories/{id}/places.json")
    def where_data(id: str) -> JSONResponse:
        return JSONResponse([asdict(p) for p in places(told(id))])

    @router.get("/stories/{id}/watch")
    def watch(request: Request, id: str) -> HTMLResponse:
        found = told(id)
        return _sections(request, found, "watch", ahead.watch(found.own, found.refs, True), ahead.courses(found.own, found.refs))

    @router.get("/stories/{id}/silences")
    def silences(request: Request, id: str) -> HTMLResponse:
        found = told(id)
        return _sections(request, found, "silences", answers.section(found.own, found.refs, True),
                         answers.unheard(found.own, found.refs), ahead.leads(found.own, found.refs, True))

    def _sections(request: Request, found: Told, tab: str, *sections: Section | None) -> HTMLResponse:
        return shown(request, "sections.html", found, tab, sections=[s for s in sections if s is not None and s.blocks])

    @router.get("/stories/{id}/changes")
    def changes(request: Request, id: str, since: str = "") -> HTMLResponse:
        found = told(id)
        day = since.strip() or (found.story.as_of or "")[:10]
        came: Difference | None = None
        wrong = ""
        if len(day) == 10 or since:
            try:
                with desk.open() as library:
                    came = difference(library, found.story.id, day, desk.settings)
            except UsageError as error:
                wrong = str(error).removeprefix("--since: ")
        return shown(request, "changes.html", found, "changes", since=day, came=came, wrong=wrong, stands=STANDS, moved=moved_text)

    @router.get("/stories/{id}/take")
    def take(request: Request, id: str) -> HTMLResponse:
        return shown(request, "take.html", told(id), "take", kinds=KINDS)

    @router.get("/stories/{id}/take/{kind}")
    def taken(id: str, kind: str) -> Response:
        found = told(id)
        made = download(found.dossier, kind, found.story.id)
        named = {"Content-Disposition": f'attachment; filename="{made.name}"'}
        return Response(made.body, 200, named, made.media)

    return router
