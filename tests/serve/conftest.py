"""What several tests of briefs and pages share: the example story, read once, a library of it, and one browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from fastapi import FastAPI
from rooms import Room, Served, room_of

from sayso import pipeline
from sayso.model.dossier import Dossier
from sayso.pipeline import library as kept
from sayso.serve import examples
from sayso.settings import Settings
from sayso.store.library import Library

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# Nothing of Chromium's own is to reach for the network, and a container's root may start it.
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]


@pytest.fixture(scope="session")
def example() -> Dossier:
    return pipeline.brief(pipeline.load([str(examples.folder())], on_error=print, on_note=print), Settings())


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a screen; where it is missing the test is skipped, and fails under CI=1."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        why = "no Chromium on PATH: install it, on Debian with `apt-get install chromium`"
        (pytest.fail if os.environ.get("CI") == "1" else pytest.skip)(why)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as tool:
        chromium = tool.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with the example reports; nobody may write to it."""
    path = tmp_path_factory.mktemp("library") / "desk.library"
    with Library(path, create=True) as library:
        kept.add(library, pipeline.load([str(examples.folder())], on_error=print, on_note=print), Settings())
    return path


@pytest.fixture(scope="session")
def room(filled: Path) -> Room:
    return room_of(filled)


@pytest.fixture
def own_library(filled: Path, tmp_path: Path) -> Path:
    """A copy of the example library that a test may write to."""
    return Path(shutil.copy(filled, tmp_path / "own.library"))


@pytest.fixture(scope="session")
def served(room: Room) -> Iterator[str]:
    """The address of the example library's pages."""
    app = room.client.app
    assert isinstance(app, FastAPI)
    with Served(app) as server:
        yield server.at
