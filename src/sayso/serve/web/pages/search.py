"""Finding reports by words and meaning."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from sayso.errors import UsageError
from sayso.pipeline.looking import meanings
from sayso.serve.desk import Desk
from sayso.serve.web.render import page
from sayso.store.rows import Found
from sayso.store.search import Filters
from sayso.store.search import find as search

SHOWN = 40


def routes(desk: Desk) -> APIRouter:
    """`/find?q=WORDS` with filters; a filter that is none is told beside the form."""
    router = APIRouter()

    @router.get("/find")
    def find(request: Request, q: str = "", speaker: str = "", date: str = "", place: str = "", outlet: str = "") -> HTMLResponse:
        given = [x.strip() or None for x in (speaker, date, place, outlet)]
        rows: list[Found] = []
        wrong = ""
        if q.strip() or any(given):
            try:
                filters = Filters(*given)
                filters.days()
                meaning = meanings([q], desk.settings)[0] if q.strip() else None
                with desk.open() as library:
                    rows = search(library, q, meaning, filters, SHOWN)
            except UsageError as error:
                wrong = str(error).removeprefix("--")
        return page(request, "found.html", 400 if wrong else 200, rows=rows, wrong=wrong, asked=bool(q.strip() or any(given)), q=q,
                    speaker=speaker, date=date, place=place, outlet=outlet, shown=SHOWN)

    return router
