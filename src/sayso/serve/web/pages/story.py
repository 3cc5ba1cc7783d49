"""One story: its brief, the table of its claims, a claim by itself."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from starlette.datastructures import QueryParams

from sayso.data.telling import stands_alone
from sayso.model.claim import Claim
from sayso.serve.desk import Desk, Told
from sayso.serve.reports.claims import row_of
from sayso.serve.reports.sources import byline
from sayso.serve.reports.words import trimmed
from sayso.serve.table import SORTS, Wanted, claim_table
from sayso.serve.web.pages.decide import known
from sayso.serve.web.render import page

SHOWN = 100
LONGEST = 170


def routes(desk: Desk) -> APIRouter:
    """`/stories/ID`, `/stories/ID/claims` and `/stories/ID/claims/CLAIM`."""
    router = APIRouter()

    @router.get("/stories/{id}")
    def brief(request: Request, id: str, all: bool = False) -> HTMLResponse:
        with desk.open() as library:
            told = desk.told(library, id)
        return page(request, "brief.html", told=told, view=told.whole() if all else told.brief, quotes=told.quotes, tab="brief",
                    kept=request.query_params.get("kept", "")[:9], who=known(request))

    @router.get("/stories/{id}/claims")
    def claims(request: Request, id: str, start: Annotated[int, Query(ge=0)] = 0) -> HTMLResponse:
        wanted = asked(request.query_params)
        with desk.open() as library:
            told = desk.told(library, id)
        table = claim_table(told, wanted)
        return page(request, "table.html", told=told, table=table, wanted=wanted, start=start, shown=SHOWN, sorts=SORTS,
                    byline=byline(told.story, told.copies, told.refs), tab="claims")

    @router.get("/stories/{id}/claims/{claim}")
    def claim(request: Request, id: str, claim: str) -> HTMLResponse:
        with desk.open() as library:
            told = desk.told(library, id)
        found = told.claim(claim)
        row = row_of(found, told.story, told.refs)
        return page(request, "opened.html", told=told, claim=found, row=row, quotes=told.quotes, others=alike(told, found),
                    statements=sentences(told, found), kept=request.query_params.get("kept", "")[:9], who=known(request))

    return router


def sentences(told: Told, claim: Claim) -> list[tuple[str, str, str]]:
    """The statements that tell a claim: id, reference, words."""
    out = []
    for s in (told.refs.statements[i] for i in claim.statements if i in told.refs.statements):
        letter, number = told.refs.sentence(s.article, s.start)
        out.append((s.id, f"{letter}{number}", trimmed(s.text, LONGEST)))
    return out


def alike(told: Told, claim: Claim) -> list[Claim]:
    """The story's other claims, those that may be the same first."""
    first = {p.claim for p in claim.possibly_same}
    return sorted((c for c in told.own.claims if c.id != claim.id and stands_alone(c.text)), key=lambda c: c.id not in first)


def asked(given: QueryParams) -> Wanted:
    """What of the table a query asks for; what is no filter of it is left alone."""
    named = {name: given.get(name, "").strip() for name in ("q", "status", "kind", "outlet", "speaker")}
    return Wanted(**named, sort=given.get("sort", SORTS[0]), all=given.get("all") == "1", pins=frozenset(given.getlist("pin")))
