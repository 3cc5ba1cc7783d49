"""Adding by dropping files or pasting, and how far it is."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, File, Form, HTTPException, Request, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from sayso import pipeline
from sayso.serve.desk import Desk
from sayso.serve.web.adding import Adding, Known
from sayso.serve.web.render import page

Word = Annotated[str, Form()]


def routes(desk: Desk, adding: Adding) -> APIRouter:
    """`/add` with its two forms, and `/add/NUMBER`, the page of one hand-in."""
    router = APIRouter()

    @router.get("/add")
    def form(request: Request) -> HTMLResponse:
        with desk.open() as library:
            count = library.count()
        return page(request, "add.html", articles=count, running=adding.running(), wrong="", known=Known(), text="")

    @router.post("/add/files")
    def files(request: Request, files: Annotated[list[UploadFile] | None, File()] = None) -> Response:
        given = [(f.filename or "report.txt", f.file) for f in files or [] if f.filename]
        if not given:
            return page(request, "add.html", 400, articles=None, running=[], wrong="Choose at least one file.", known=Known(), text="")
        return RedirectResponse(f"/add/{adding.files(given).id}", 303)

    @router.post("/add/paste")
    def paste(request: Request, text: Word = "", outlet: Word = "", published: Word = "", title: Word = "",
              url: Word = "") -> Response:
        known = Known(outlet.strip(), published.strip(), title.strip(), url.strip())
        wrong = "" if text.strip() else "Paste the text of a report."
        if known.published and (not (found := pipeline.iso_date(known.published))[0] or found[1]):
            wrong = f"{known.published[:40]} is no date: write it as 2026-05-13 or 2026-05-13T07:10."
        if wrong:
            return page(request, "add.html", 400, articles=None, running=[], wrong=wrong, known=known, text=text)
        return RedirectResponse(f"/add/{adding.pasted(text, known).id}", 303)

    @router.get("/add/{number}")
    def job(request: Request, number: int) -> HTMLResponse:
        found = adding.job(number)
        if found is None:
            raise HTTPException(404, "That was added long ago, or before sayso was started again")
        return page(request, "job.html", job=found)

    return router
