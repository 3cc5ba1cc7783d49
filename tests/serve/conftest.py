"""What several tests of briefs share: the example story, read once, and one browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from sayso.model.dossier import Dossier

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# Nothing of Chromium's own is to reach for the network, and a container's root may start it.
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]


@pytest.fixture(scope="session")
def example() -> Dossier:
    from sayso import pipeline
    from sayso.serve import examples
    from sayso.settings import Settings

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
