"""Draws docs/brief.png, the picture of a brief that README.md shows: the example story as a page, a claim opened.

Needs the tools for tests and Chromium (`apt-get install chromium`): `python docs/picture.py`.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from sayso.serve import examples
from sayso.serve.cli.app import run

PICTURE = Path(__file__).resolve().parent / "brief.png"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
SIZE = {"width": 1120, "height": 830}


def draw() -> None:
    """Write the picture; raises what Chromium raises where it cannot be started."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as tool:
        page_file = Path(folder) / "brief.html"
        run(["brief", str(examples.folder()), "-o", str(page_file)])
        chromium = tool.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = chromium.new_context(viewport=SIZE, reduced_motion="reduce").new_page()
        page.goto(page_file.as_uri())
        page.locator("details.claim.contested").first.evaluate("d => { d.open = true; }")
        page.locator("details.claim.contested").first.evaluate("d => { scrollTo(0, d.getBoundingClientRect().top + scrollY - 112); }")
        page.screenshot(path=PICTURE)
        chromium.close()


if __name__ == "__main__":
    sys.exit(draw())
