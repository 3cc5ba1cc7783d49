"""The routes of the API, under /api of the reading room."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Annotated, Any, Literal

from fastapi import FastAPI, Query, Request
from fastapi.openapi.utils import get_openapi
from fastapi.responses import Response

from sayso import __version__
from sayso.errors import MissingError
from sayso.pipeline import judge as judging
from sayso.pipeline.asking import ask
from sayso.pipeline.differ import difference
from sayso.pipeline.looking import meanings
from sayso.pipeline.support import check
from sayso.serve.api import changes
from sayso.serve.api.answers import answer, handle_errors, paged
from sayso.serve.api.shapes import Capture, Entry, OpenedArticle, Said, gives, schemas
from sayso.serve.api.words import opened
from sayso.serve.desk import Desk
from sayso.serve.table import Wanted, chosen
from sayso.store import judgements, listing, questions, said
from sayso.store.listing import home
from sayso.store.search import Filters, find

Offset = Annotated[int, Query(ge=0, le=10_000_000)]
Limit = Annotated[int, Query(ge=1, le=500)]
Order = Literal["first", "last", "size", "contested", "changed"]
# A year, month or day, or two with .. between.
When = Annotated[str, Query(pattern=r"^(\d{4}(-\d\d(-\d\d)?)?(\.\.\d{4}(-\d\d(-\d\d)?)?)?)?$")]
Sentence = Annotated[str, Query(min_length=1, max_length=1000)]
Sort = Literal["weight", "origins", "reports", "first", "last"]
DESCRIPTION = "What reports say, on whose word. Every text is verbatim, every span in code points. Nothing here says what is true."


def make_api(desk: Desk) -> FastAPI:
    """The API on the library of this desk."""
    api = FastAPI(title="sayso", version=__version__, description=DESCRIPTION, docs_url=None, redoc_url=None,
                  openapi_url="/openapi.json", root_path_in_servers=False)
    handle_errors(api)
    _stories(api, desk)
    _library(api, desk)
    changes.route(api, desk)
    api.openapi = cache(lambda: _openapi(api))  # type: ignore[method-assign]
    return api


def _openapi(api: FastAPI) -> dict[str, Any]:
    made = get_openapi(title=api.title, version=api.version, description=api.description, routes=api.routes, servers=[{"url": "/api"}])
    made.setdefault("components", {}).setdefault("schemas", {}).update(schemas())
    return made


def _stories(api: FastAPI, desk: Desk) -> None:
    @api.get("/stories", responses=gives("PageOfStoryRow"))
    def stories(request: Request, order: Order = "last", title: str = "", offset: Offset = 0, limit: Limit = 50) -> Response:
        """The stories of the library."""
        with desk.open() as library:
            rows = listing.stories(library, order, title, offset, limit)
            return answer(request, paged(request, rows, listing.count(library, title), offset, limit))

    @api.get("/stories/{story}", responses=gives("StoryDossier"))
    def one(request: Request, story: str) -> Response:
        """A story weighed: its claims, figures, timeline, what is due, silences, the origin graph."""
        with desk.open() as library:
            return answer(request, desk.told(library, story).story)

    @api.get("/stories/{story}/claims", responses=gives("PageOfClaim"))
    def claims(request: Request, story: str, q: str = "", status: str = "", kind: str = "", outlet: str = "", speaker: str = "",
               sort: Sort = "weight", everything: bool = False, offset: Offset = 0, limit: Limit = 50) -> Response:
        """The claims of a story; without `everything` those that can be read by themselves."""
        with desk.open() as library:
            told = desk.told(library, story)
        found = chosen(told, Wanted(q, status, kind, outlet, speaker, sort, everything))
        return answer(request, paged(request, found[offset:offset + limit], len(found), offset, limit))

    @api.get("/stories/{story}/claims/{claim}", responses=gives("OpenedClaim"))
    def claim(request: Request, story: str, claim: str) -> Response:
        """A claim with every sentence it rests on and every answer to it, verbatim."""
        with desk.open() as library:
            told = desk.told(library, story)
        return answer(request, opened(told, told.claim(claim)))

    @api.get("/stories/{story}/changes", responses=gives("Difference"))
    def since(request: Request, story: str, since: date) -> Response:
        """What is different in a story since a day."""
        with desk.open() as library:
            return answer(request, difference(library, story, since.isoformat(), desk.settings))

    @api.post("/stories/{story}/judgements", responses=gives("Entry"))
    def decide(request: Request, story: str, wanted: judging.Wanted) -> Response:
        """Keep a judgement, and weigh again what it is about."""
        with desk.open() as library:
            made = judging.judge(library, library.story_id(story), wanted, desk.settings)
        return answer(request, Entry(made, False))


def _library(api: FastAPI, desk: Desk) -> None:
    @api.get("/article", responses=gives("OpenedArticle"))
    def article(request: Request, id: str) -> Response:
        """An article with all that was found in it. Ids are anything, so they are no part of the path."""
        with desk.open() as library:
            current = library.current(id)
            versions = tuple(Capture(v.sha256, v.captured, v.n == current) for v in library.versions(id))
            readings, story = library.readings([current]), home(library, id)
        if not readings:
            raise MissingError(f"{id[:80]}: is kept and not read yet; ask again when what was handed in is read")
        return answer(request, OpenedArticle(readings[0].article, readings[0], versions, story))

    @api.get("/who", responses=gives("Said"))
    def who(request: Request, name: str) -> Response:
        """All that is reported on the word of one actor, in the order of time."""
        with desk.open() as library:
            found = said.actors(library, name)
            names = dict.fromkeys(said.shown_names(library, found).values())
            return answer(request, Said(tuple(names), tuple(said.said_by(library, found))))

    @api.get("/find", responses=gives("PageOfFound"))
    def search(request: Request, q: str = "", speaker: str = "", date: When = "", place: str = "", outlet: str = "",
               limit: Limit = 20) -> Response:
        """Articles by their words and their meaning, the best first."""
        filters = Filters(*(x.strip() or None for x in (speaker, date, place, outlet)))
        filters.days()
        meaning = meanings([q], desk.settings)[0] if q.strip() else None
        with desk.open() as library:
            rows = find(library, q, meaning, filters, limit)
        return answer(request, {"items": rows, "total": len(rows), "next": None})

    @api.get("/check", responses=gives("Checked"))
    def verify(request: Request, sentence: Sentence) -> Response:
        """Who says this sentence, who denies it, who leaves it open, in which words; or nothing."""
        with desk.open() as library:
            return answer(request, check(library, sentence, desk.settings))

    @api.get("/ask", responses=gives("Answer"))
    def question(request: Request, q: Sentence) -> Response:
        """What is said for and against, across stories."""
        with desk.open() as library:
            return answer(request, ask(library, q, desk.settings))

    @api.get("/questions", responses=gives("Question", many=True))
    def standing(request: Request) -> Response:
        """The questions that stand, each with the history of its answer."""
        with desk.open() as library:
            return answer(request, questions.pinned(library))

    @api.get("/judgements", responses=gives("Entry", many=True))
    def ledger(request: Request) -> Response:
        """What people decided, the first entry first."""
        with desk.open() as library:
            gone = judgements.undone(library)
            return answer(request, [Entry(j, j.n in gone) for j in judgements.ledger(library)])
