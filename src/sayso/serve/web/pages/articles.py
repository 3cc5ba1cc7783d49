"""One report: its text with all that was found in it, its versions, the claims it tells."""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from sayso.data.telling import stands_alone
from sayso.pipeline.differ import edit
from sayso.serve.desk import Desk
from sayso.serve.web.render import page
from sayso.serve.web.views.found import found_in
from sayso.serve.web.views.layers import LAYERS, LONGEST, marks, paragraphs, stretches
from sayso.store.listing import home

STARTS = ("source", "cue", "content")


def routes(desk: Desk) -> APIRouter:
    """`/article?id=ID`; ids are anything, so they are no part of a path."""
    router = APIRouter()

    @router.get("/article")
    def article(request: Request, id: str, at: Annotated[int, Query(ge=0)] = 0,
                layer: Annotated[list[str] | None, Query()] = None) -> HTMLResponse:
        with desk.open() as library:
            version = library.current(id)
            versions = library.versions(id)
            readings = library.readings([version])
            story = home(library, id)
            told = desk.told(library, story) if story else None
        if not readings:
            return page(request, "waiting.html", article=versions[-1].given, versions=versions)
        reading = readings[0]
        told_here = [c for c in told.story.claims if id in c.articles and stands_alone(c.text)] if told else []
        copies = [c for c in told.copies if id in (c.article, c.of)] if told else []
        names = {a: f"{told.refs.letter(a)} ({told.refs.outlet(a)})" for a in told.refs.articles} if told else {}
        length = len(reading.article.text)
        start = at // LONGEST * LONGEST
        window = (start, min(start + LONGEST, length))
        text = paragraphs(stretches(reading, marks(reading, copies, names), window))
        edits = [edit(old, new) for old, new in pairwise(versions)]
        return page(request, "article.html", article=reading.article, reading=reading, told=told, versions=versions, edits=edits,
                    current=version, text=text, claims=told_here, layers=LAYERS, shown=layer or STARTS, window=window,
                    length=length, longest=LONGEST, found=found_in(reading, window), names=names,
                    copies=[c.of if c.article == id else c.article for c in copies])

    return router
