"""The reading room under test: its pages asked without a network, or served to a browser."""

from __future__ import annotations

import re
import socket
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from fastapi import FastAPI
from starlette.testclient import TestClient

from sayso.serve.web.app import make_app
from sayso.settings import Settings
from sayso.store.library import Library

HERE = "http://127.0.0.1"


@dataclass(frozen=True)
class Room:
    """The pages of a library by `get`, and its largest story's id."""

    client: TestClient
    library: Path
    story: str

    def get(self, way: str) -> str:
        answer = self.client.get(way)
        assert answer.status_code == 200, answer.text
        return answer.text

    def added(self, way: str) -> str:
        """The page of a hand-in as soon as it is over; `way` leads to it."""
        for _ in range(600):
            text = self.get(way)
            if "Add more" in text:
                return text
            time.sleep(0.05)
        raise AssertionError(f"not over in 30 seconds: {text}")


def room_of(library: Path) -> Room:
    with Library(library) as kept:
        stories = kept.stories()
    story = max(stories, key=lambda s: s.reports).id if stories else ""
    return Room(TestClient(make_app(library, Settings()), base_url=HERE), library, story)


def words(html: str) -> str:
    """The text of a page without its tags, white space made single."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


class Served:
    """An application answering on loopback, as long as the block runs; `at` is its address."""

    def __init__(self, app: FastAPI) -> None:
        self._socket = socket.socket()
        self._socket.bind(("127.0.0.1", 0))
        self.at = f"{HERE}:{self._socket.getsockname()[1]}"
        self._server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
        self._thread = threading.Thread(target=self._server.run, args=([self._socket],), daemon=True)

    def __enter__(self) -> Served:
        self._thread.start()
        while not self._server.started:
            time.sleep(0.01)
        return self

    def __exit__(self, *_: object) -> None:
        self._server.should_exit = True
        self._thread.join(10)
        self._socket.close()
