"""Deciding on a page: what a person says of a claim, a story, an actor or an outlet; and the ledger of all of it."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import unquote

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from sayso.model.judgement import Judgement
from sayso.pipeline.judge import Wanted, judge, undo
from sayso.pipeline.looking import brief
from sayso.serve.desk import Desk
from sayso.serve.reports.judged import decided
from sayso.serve.web.render import page, to_claim
from sayso.store import judgements
from sayso.store.library import Library

WHO = "sayso-who"
YEAR = 365 * 24 * 3600
Word = Annotated[str, Form()]
Words = Annotated[list[str] | None, Form()]


def routes(desk: Desk) -> APIRouter:
    """`/judgements` with its undo, and `/stories/ID/judge`, which every form of a story posts to."""
    router = APIRouter()

    @router.get("/judgements")
    def ledger(request: Request) -> HTMLResponse:
        with desk.open() as library:
            entries, gone = judgements.ledger(library), judgements.undone(library)
        shown = [(j, decided(j).text, j.n in gone) for j in reversed(entries)]
        return page(request, "judgements.html", entries=shown, who=known(request))

    @router.post("/judgements/{n}/undo")
    def take_back(n: int, who: Word = "", why: Word = "") -> Response:
        with desk.open() as library:
            undo(library, n, who, why, desk.settings)
        return _remembered(RedirectResponse("/judgements", 303), who)

    @router.post("/stories/{id}/judge")
    def decide(id: str, kind: Word, who: Word = "", why: Word = "", claim: Words = None, statement: Words = None, value: Word = "",
               other: Word = "", when: Word = "") -> Response:
        wanted = Wanted(kind, who, why, tuple(c for c in claim or () if c), tuple(statement or ()), value, other, when)  # type: ignore[arg-type]
        with desk.open() as library:
            story = library.story_id(id)
            made = judge(library, story, wanted, desk.settings)
            way = _next(library, story, made)
        return _remembered(RedirectResponse(way, 303), who)

    return router


def known(request: Request) -> str:
    """The name that whoever sits here gave last."""
    return unquote(request.cookies.get(WHO, ""))


def _next(library: Library, story: str, made: Judgement) -> str:
    """Where to look at what was decided: the claim that has most of its words now, else the story."""
    told = brief(library, library.story_id(story)).stories[0]
    about = [c for c in told.claims if any(j.n == made.n for j in c.judged)]
    return f"{to_claim(told.id, about[0].id)}?kept={made.n}" if about else f"/stories/{told.id}?kept={made.n}"


def _remembered(answer: Response, who: str) -> Response:
    from urllib.parse import quote

    answer.set_cookie(WHO, quote(who.strip()[:200]), max_age=YEAR, httponly=True, samesite="strict")
    return answer
