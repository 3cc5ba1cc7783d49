"""All that somebody said over time."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from sayso.serve.desk import Desk
from sayso.serve.web.render import page
from sayso.store import said
from sayso.store.rows import SaidRow

SHOWN = 300


def routes(desk: Desk) -> APIRouter:
    """`/who?name=NAME`; without a name, those who are quoted most."""
    router = APIRouter()

    @router.get("/who")
    def who(request: Request, name: str = "", start: int = 0) -> HTMLResponse:
        wanted = name.strip()
        with desk.open() as library:
            if not wanted:
                return page(request, "people.html", name="", most=said.quoted_most(library), groups=[], total=0)
            found = said.actors(library, wanted)
            rows, names = said.said_by(library, found), said.shown_names(library, found)
            outlets = library.outlets({r.article for r in rows[start:start + SHOWN]})
        groups: dict[str, list[SaidRow]] = {}
        for r in rows[start:start + SHOWN]:
            groups.setdefault(names.get((r.story, r.actor), wanted), []).append(r)
        return page(request, "people.html", name=wanted, groups=list(groups.items()), outlets=outlets, total=len(rows), most=[],
                    start=start, shown=SHOWN, moved=sum(r.shift is not None for r in rows))

    return router
