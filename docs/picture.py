"""Draws the pictures that the documents show, of the example story: docs/brief.png, the brief as one page, and
docs/room-*.png, the pages of the reading room.

Needs the tools for tests and Chromium (`apt-get install chromium`): `python docs/picture.py`.
"""

from __future__ import annotations

import contextlib
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from sayso.serve import examples
from sayso.serve.cli.app import run
from sayso.store.library import Library

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

DOCS = Path(__file__).resolve().parent
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
WIDTH, HEIGHT = 1120, 830


def draw() -> None:
    """Write the pictures; raises what Chromium raises where it cannot be started."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as tool:
        chromium = tool.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        brief(chromium, Path(folder) / "brief.html")
        room(chromium, Path(folder) / "desk.library")
        chromium.close()


def brief(chromium: Browser, file: Path) -> None:
    run(["brief", str(examples.folder()), "-o", str(file)])
    page = opened(chromium)
    page.goto(file.as_uri())
    page.locator("details.claim.contested").first.evaluate("d => { d.open = true; }")
    page.locator("details.claim.contested").first.evaluate("d => { scrollTo(0, d.getBoundingClientRect().top + scrollY - 112); }")
    page.screenshot(path=DOCS / "brief.png")


def room(chromium: Browser, library: Path) -> None:
    run(["add", str(examples.folder()), "--library", str(library)])
    with Library(library) as kept:
        story = max(kept.stories(), key=lambda s: s.reports).id
    with served(library) as at:
        page = opened(chromium)
        page.goto(f"{at}/stories/{story}/claims")
        page.screenshot(path=DOCS / "room-claims.png")
        page.goto(f"{at}/stories/{story}/figures")
        page.screenshot(path=DOCS / "room-figures.png")
        page.goto(f"{at}/stories/{story}/claims")
        page.locator("tbody th a").first.click()
        page.locator(".claim-page").wait_for()
        page.screenshot(path=DOCS / "room-claim.png")
        page.locator(".words figcaption a").first.click()
        page.locator("#report").wait_for()
        page.evaluate("scrollTo(0, 0)")
        page.screenshot(path=DOCS / "room-report.png")


def opened(chromium: Browser) -> Page:
    return chromium.new_context(viewport={"width": WIDTH, "height": HEIGHT}, reduced_motion="reduce").new_page()


@contextlib.contextmanager
def served(library: Path) -> Iterator[str]:
    """The address of `sayso serve`, as long as the block runs."""
    command = [sys.executable, "-m", "sayso", "serve", "--library", str(library), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stderr is not None
            found = re.search(r"http://\S+", server.stderr.readline())
            assert found is not None
            yield found[0]
        finally:
            server.terminate()


if __name__ == "__main__":
    sys.exit(draw())
