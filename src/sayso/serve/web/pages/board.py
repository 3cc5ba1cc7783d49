"""The situation board: questions that stand, and what is due, threatened or said to follow, across all stories."""

from __future__ import annotations

from datetime import UTC, datetime

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from sayso.serve.desk import Desk
from sayso.serve.reports.ahead import STATES, stage_told
from sayso.serve.reports.asked import changed, stands
from sayso.serve.web.render import page
from sayso.store import listing, questions

SHOWN = 120


def routes(desk: Desk) -> APIRouter:
    """`/board?since=DAY`."""
    router = APIRouter()

    @router.get("/board")
    def board(request: Request, since: str = "") -> HTMLResponse:
        day = since.strip()[:10]
        with desk.open() as library:
            pinned = questions.pinned(library)
            rows = listing.due(library, day, SHOWN)
            courses = listing.processes(library, SHOWN)
            written = library.written()
        dated = [(d, title) for d, title in rows if d.first]
        loose = [(d, title) for d, title in rows if not d.first]
        shown = [(q, stands(q.history[-1]), changed(q)) for q in pinned]
        return page(request, "board.html", questions=shown, dated=dated, loose=loose, courses=courses, stage_told=stage_told,
                    since=day, states=STATES, written=written, shown=SHOWN, stands=stands, today=datetime.now(UTC).date().isoformat())

    return router
