"""Server-sent events: a line as soon as stories of the library were written."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator

from fastapi import FastAPI, Request
from fastapi.responses import StreamingResponse

from sayso.errors import SaysoError
from sayso.serve.desk import Desk
from sayso.store.library import now
from sayso.store.listing import renewed

EVERY = 0.5
# Seconds after which a comment is sent, so that whoever stands between does not hang up.
QUIET = 15.0


def route(api: FastAPI, desk: Desk) -> None:
    """`/changes`."""
    @api.get("/changes", response_class=StreamingResponse, responses={200: {
        "description": "Events `stories`, each with the ids of the stories that changed", "content": {"text/event-stream": {}}}})
    def changes(request: Request) -> StreamingResponse:
        """An event each time that stories changed, as long as the asker listens."""
        return StreamingResponse(_events(request, desk), media_type="text/event-stream", headers={"Cache-Control": "no-store"})


async def _events(request: Request, desk: Desk) -> AsyncIterator[str]:
    written, since, quiet = await asyncio.to_thread(_written, desk), now(), 0.0
    yield f"event: ready\ndata: {json.dumps({'written': written})}\n\n"
    while not await request.is_disconnected():
        await asyncio.sleep(EVERY)
        latest = await asyncio.to_thread(_written, desk)
        if latest not in (written, ""):
            stories = await asyncio.to_thread(_renewed, desk, since)
            written, since, quiet = latest, now(), 0.0
            yield f"event: stories\ndata: {json.dumps({'written': written, 'stories': stories})}\n\n"
        elif (quiet := quiet + EVERY) >= QUIET:
            quiet = 0.0
            yield ": still here\n\n"


def _written(desk: Desk) -> str:
    """Empty where the library cannot be read right now."""
    try:
        with desk.open() as library:
            return library.written()
    except SaysoError:
        return ""


def _renewed(desk: Desk, since: str) -> list[str]:
    with desk.open() as library:
        return [s.id for s in renewed(library, since)]
