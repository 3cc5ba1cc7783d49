"""A library of the example reports, made once for all tests of pages."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from rooms import Room, Served, room_of

from sayso import pipeline
from sayso.pipeline import library as kept
from sayso.serve import examples
from sayso.settings import Settings
from sayso.store.library import Library


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
