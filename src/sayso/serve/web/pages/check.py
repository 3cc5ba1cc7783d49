"""Asking the library a question, or checking a sentence against it; and letting a question stand."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from sayso.errors import UsageError
from sayso.pipeline import asking
from sayso.serve.desk import Desk
from sayso.serve.reports.asked import stands
from sayso.serve.reports.library import STANDS
from sayso.serve.reports.support import VERDICTS, by
from sayso.serve.web.render import page
from sayso.store import questions

HEADS = {"affirms": "Says it", "denies": "Denies it", "open": "Leaves it open", "differs": "Comes near, and differs"}


def routes(desk: Desk) -> APIRouter:
    """`/ask?q=QUESTION`, and pinning it."""
    router = APIRouter()

    @router.get("/ask")
    def ask(request: Request, q: str = "") -> HTMLResponse:
        found: asking.Answer | None = None
        wrong, kept = "", False
        if q.strip():
            try:
                with desk.open() as library:
                    found = asking.ask(library, q, desk.settings)
                    kept = any(x.statement == found.statement for x in questions.pinned(library))
            except UsageError as error:
                wrong = f"{error}."
        return page(request, "ask.html", 400 if wrong else 200, asked=q, found=found, wrong=wrong, kept=kept, verdicts=VERDICTS,
                    heads=HEADS, by=by, stands=stands, standing=STANDS)

    @router.post("/ask/pin")
    def pin(q: Annotated[str, Form()] = "") -> Response:
        with desk.open() as library:
            asking.pin(library, q, desk.settings)
        return RedirectResponse("/board", 303)

    @router.post("/ask/unpin/{n}")
    def unpin(n: int) -> Response:
        with desk.open() as library:
            questions.unpin(library, n)
        return RedirectResponse("/board", 303)

    return router
