"""The list of stories."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from sayso.serve.desk import Desk
from sayso.serve.web.render import page
from sayso.serve.web.views.spark import spark
from sayso.store import listing

ORDERS = {"last": "latest first", "changed": "changed last", "size": "most reports", "contested": "most contested"}
SHOWN = 50
# What htmx takes as: show it, and ask no more.
STOP = 286


def routes(desk: Desk) -> APIRouter:
    """`/`, and `/changed`, which a page asks whether what it shows is still so."""
    router = APIRouter()

    @router.get("/")
    def stories(request: Request, q: str = "", sort: str = "last", start: Annotated[int, Query(ge=0)] = 0) -> HTMLResponse:
        order = sort if sort in ORDERS else "last"
        with desk.open() as library:
            rows = listing.stories(library, order, q.strip(), start, SHOWN)
            total, written = listing.count(library, q.strip()), library.written()
            days = listing.report_days(library, (r.id for r in rows))
            made = listing.made_from(library, (r.id for r in rows))
            articles = library.count()
        listed = [(r, spark(days[r.id]), made[r.id]) for r in rows]
        return page(request, "stories.html", listed=listed, total=total, articles=articles, written=written, q=q, sort=order,
                    orders=ORDERS, start=start, shown=SHOWN)

    @router.get("/changed")
    def changed(request: Request, written: str = "", story: str = "", made: str = "") -> Response:
        with desk.open() as library:
            now = library.made_from(library.story_id(story)) if story else library.written()
        if now == (made if story else written):
            return Response(status_code=204)
        return page(request, "changed.html", STOP, story=story)

    return router
