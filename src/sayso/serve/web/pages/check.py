"""Checking a sentence against the library."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from sayso.errors import UsageError
from sayso.pipeline.support import Checked, check
from sayso.serve.desk import Desk
from sayso.serve.reports.support import VERDICTS, by
from sayso.serve.web.render import page

HEADS = {"affirms": "Says it", "denies": "Denies it", "open": "Leaves it open", "differs": "Comes near, and differs"}


def routes(desk: Desk) -> APIRouter:
    """`/check?sentence=SENTENCE`."""
    router = APIRouter()

    @router.get("/check")
    def verify(request: Request, sentence: str = "") -> HTMLResponse:
        found: Checked | None = None
        wrong = ""
        if sentence.strip():
            try:
                with desk.open() as library:
                    found = check(library, sentence, desk.settings)
            except UsageError as error:
                wrong = f"{error}."
        return page(request, "check.html", 400 if wrong else 200, sentence=sentence, found=found, wrong=wrong, verdicts=VERDICTS,
                    heads=HEADS, by=by)

    return router
