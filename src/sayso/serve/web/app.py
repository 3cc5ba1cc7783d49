"""The application: pages, what they are made of, and a plain page for whatever goes wrong."""

from __future__ import annotations

import contextlib
from importlib.resources import files
from pathlib import Path
from socket import socket

from fastapi import FastAPI, Request
from fastapi.responses import Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from sayso.errors import InputError, MissingError, SaysoError, UsageError
from sayso.serve.api.app import make_api
from sayso.serve.desk import Desk
from sayso.serve.web.adding import Adding
from sayso.serve.web.guard import Guard
from sayso.serve.web.pages import add, articles, board, check, decide, parts, people, search, stories, story
from sayso.serve.web.render import page
from sayso.settings import Settings


def make_app(library: Path, settings: Settings) -> FastAPI:
    """The reading room of this library. Raises InputError where it cannot be opened or is of a newer version."""
    desk = Desk(library, settings)
    with desk.open():
        pass
    app = FastAPI(title="sayso", docs_url=None, redoc_url=None, openapi_url=None)
    app.add_middleware(Guard)
    app.mount("/api", make_api(desk))
    app.mount("/static/page", StaticFiles(directory=str(files("sayso.serve.reports.page") / "static")))
    app.mount("/static", StaticFiles(directory=str(files("sayso.serve.web") / "static")))
    adding = app.state.adding = Adding(desk)
    for room in (stories, story, parts, articles, people, search, check, board, decide):
        app.include_router(room.routes(desk))
    app.include_router(add.routes(desk, adding))
    app.add_exception_handler(SaysoError, _told)
    app.add_exception_handler(HTTPException, _plain)
    return app


def _told(request: Request, error: Exception) -> Response:
    """What is not there is 404, what cannot be done as it was asked 400; what cannot be read now, as a locked file, 503."""
    status = 404 if isinstance(error, MissingError) else 400 if isinstance(error, UsageError) else 503
    said = (f"{error.why}.", f"To mend it: {error.mend}.") if isinstance(error, InputError) else (f"{error}.", "")
    return page(request, "wrong.html", status, said=[s for s in said if s])


def _plain(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    said = "There is no such page." if error.status_code == 404 else f"{error.detail}."
    return page(request, "wrong.html", error.status_code, said=[said])


def run(app: FastAPI, listening: socket) -> None:
    """Answer on this socket until Ctrl-C, which is how it is meant to end; reports that wait to be read are read first."""
    import uvicorn

    app.state.adding.resumed()

    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, lifespan="off",
                            timeout_graceful_shutdown=2)
    with contextlib.suppress(KeyboardInterrupt):
        uvicorn.Server(config).run([listening])
