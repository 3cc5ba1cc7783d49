"""The page in a real browser: at three widths, by light and dark, with keys alone, without script, on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import factory
import pytest

from sayso.model.dossier import Dossier, SummaryLine
from sayso.serve.reports import build
from sayso.serve.reports.page.render import render

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

AXE = Path(__file__).resolve().parent.parent / "vendor" / "axe-core" / "axe.min.js"
Open = Callable[..., "Page"]


def written(dossier: Dossier, folder: Path) -> str:
    path = folder / "brief.html"
    path.write_text(render(build.brief(dossier), dossier), "utf-8")
    return path.as_uri()


@pytest.fixture(scope="module")
def address(example: Dossier, tmp_path_factory: pytest.TempPathFactory) -> str:
    return written(example, tmp_path_factory.mktemp("page"))


@pytest.fixture
def show(browser: Browser) -> Iterator[Open]:
    """Opens a page; at the end it must have asked for nothing but itself, and its console be empty."""
    made: list[Page] = []
    asked: list[str] = []
    said: list[str] = []

    def start(address: str, **how: Any) -> Page:
        chosen: dict[str, Any] = {"viewport": {"width": 1440, "height": 900}, "reduced_motion": "reduce", **how}
        page = browser.new_context(**chosen).new_page()
        page.on("request", lambda r: asked.append(r.url))
        page.on("console", lambda m: said.append(m.text))
        page.on("pageerror", lambda e: said.append(str(e)))
        page.goto(address)
        made.append(page)
        return page

    yield start
    for page in made:
        page.context.close()
    assert len(asked) == len(made)
    assert said == []


def open_all(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")


@pytest.mark.parametrize("width", [390, 820, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_overflows_and_axe_finds_no_serious_fault(show: Open, address: str, width: int, scheme: str) -> None:
    page = show(address, viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details:nth-child(-n+2)').forEach(d => { d.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    assert [(v["id"], v["nodes"][0]["html"][:120]) for v in found["violations"] if v["impact"] in ("serious", "critical")] == []


def test_a_line_opens_by_key_on_its_words_in_context(show: Open, address: str) -> None:
    page = show(address)
    first = page.locator(".short details.line").first
    first.locator("summary").focus()
    assert not first.locator("mark").first.is_visible()
    page.keyboard.press("Enter")
    assert first.locator("mark").first.is_visible()
    assert first.locator("figcaption").first.is_visible()


def test_a_claim_opens_on_its_graph_and_why_it_stands_so(show: Open, address: str) -> None:
    page = show(address)
    claim = page.locator("details.claim").first
    claim.locator("summary").first.click()
    assert claim.locator("svg").is_visible()
    assert claim.get_by_text("Why it stands so").is_visible()
    assert claim.locator("mark").locator("visible=true").first.is_visible()


def test_the_page_works_without_script(show: Open, address: str) -> None:
    page = show(address, java_script_enabled=False)
    assert not page.locator(".tools").is_visible()
    page.locator(".short summary").first.click()
    assert page.locator(".short mark").first.is_visible()


def test_the_theme_can_be_chosen_and_all_sources_opened(show: Open, address: str) -> None:
    page = show(address, color_scheme="dark")

    def paper() -> str:
        return page.evaluate("getComputedStyle(document.body).backgroundColor")

    dark = paper()
    page.locator("#theme").click()
    assert page.locator("#theme").inner_text() == "Theme: light"
    assert paper() != dark
    page.locator("#open-all").click()
    assert page.locator("#open-all").get_attribute("aria-pressed") == "true"
    assert page.locator(".short details:not([open])").count() == 0


def test_on_paper_there_is_nothing_to_click(show: Open, address: str) -> None:
    page = show(address, color_scheme="dark")
    page.emulate_media(media="print")
    assert not page.locator(".tools").is_visible()
    assert not page.locator(".contents").is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_a_reports_script_is_text(show: Open, tmp_path: Path) -> None:
    bad = "<script>window.bad = 1</script><img src=x onerror='window.bad = 1'>"
    story = factory.story(title=bad, summary=(SummaryLine(bad, ("one#s1",)),))
    articles = tuple(replace(a, outlet=bad) for a in factory.dossier().articles)
    page = show(written(factory.dossier(story, articles=articles), tmp_path))
    open_all(page)
    assert page.evaluate("window.bad") is None
    assert bad in page.locator("h1").inner_text()
