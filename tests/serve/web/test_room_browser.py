"""The reading room in a real browser, the whole way from an empty library, and every page by axe."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from rooms import Room, Served

from sayso.pipeline import library as kept
from sayso.serve import examples
from sayso.serve.web.app import make_app
from sayso.settings import Settings
from sayso.store.library import Library

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

AXE = Path(__file__).resolve().parent.parent.parent / "vendor" / "axe-core" / "axe.min.js"
LATER = ("The driver of the gas train that derailed at Villach had been on duty for nine hours, Drava Freight said on Friday, "
         "not 17 as a newspaper had written. Investigators of the rail safety office declined to comment on the roster.")


@pytest.fixture
def visit(browser: Browser) -> Iterator[Any]:
    """Opens a page; nothing but this machine may be asked for, and the console stays empty."""
    made: list[Page] = []
    said: list[str] = []
    asked: list[str] = []

    def start(address: str, **how: Any) -> Page:
        chosen: dict[str, Any] = {"viewport": {"width": 1366, "height": 900}, "reduced_motion": "reduce", **how}
        page = browser.new_context(**chosen).new_page()
        page.on("console", lambda m: said.append(m.text))
        page.on("pageerror", lambda e: said.append(str(e)))
        page.on("request", lambda r: asked.append(r.url))
        page.goto(address)
        made.append(page)
        return page

    yield start
    for page in made:
        page.context.close()
    assert said == []
    assert all(url.startswith("http://127.0.0.1:") for url in asked)


def test_the_whole_way_from_an_empty_library(visit: Any, tmp_path: Path) -> None:
    path = tmp_path / "new.library"
    Library(path, create=True).__exit__(None, None, None)
    with Served(make_app(path, Settings())) as server:
        page: Page = visit(server.at)
        page.get_by_role("link", name="Add reports").first.click()
        page.get_by_label("Text, Markdown, HTML").set_input_files([str(p) for p in sorted(examples.folder().iterdir())])
        page.get_by_role("button", name="Add these files").click()
        page.get_by_text("14 new reports").wait_for(timeout=60_000)
        page.get_by_role("link", name="Gas train derails").click()
        assert "13 reports" in page.locator(".byline").inner_text()

        page.get_by_role("navigation", name="This story").get_by_role("link", name="Claims").click()
        before = counted(page)
        page.get_by_label("Standing").select_option("disputed")
        page.wait_for_function(f"document.querySelectorAll('tbody tr').length < {before}")
        page.wait_for_url("**status=disputed**")
        page.locator("tbody th a").first.click()
        outlets = set(page.locator("figure.quote:has(mark) figcaption a").all_inner_texts())
        assert len(outlets) >= 3

        page.get_by_text("Decide about this claim").click()
        form = page.locator("form", has_text="Is it a claim")
        form.get_by_label("Who decides").fill("Ada Byron")
        form.get_by_role("button", name="Reject").click()
        page.get_by_text("Kept as entry 1").wait_for()
        page.get_by_role("navigation", name="This story").get_by_role("link", name="Claims").click()
        assert counted(page) == before - 1
        with Library(path) as library:
            kept.rebuild(library, Settings())
        page.reload()
        assert counted(page) == before - 1
        page.get_by_role("navigation", name="This story").get_by_role("link", name="Take away").click()
        with page.expect_download() as handed:
            page.get_by_role("link", name="parquet").click()
        assert handed.value.suggested_filename.endswith(".zip")
        page.get_by_role("link", name="Decided").click()
        page.get_by_role("button", name="Take back entry 1").click()
        page.get_by_text("taken back").first.wait_for()
        page.get_by_role("link", name="Ask", exact=True).click()
        page.get_by_label("Did the union warn").fill("Did the union warn the ministry about the brakes?")
        page.get_by_role("button", name="Ask").click()
        page.get_by_role("button", name="Let it stand").click()
        page.get_by_text("Questions that stand").wait_for()
        assert page.locator(".question .standing").inner_text().startswith("Said on 1 origin")
        page.goto(server.at)
        page.get_by_role("link", name="Gas train derails").click()

        other: Page = visit(f"{server.at}/add")
        other.get_by_label("One report, or several").fill(LATER)
        other.get_by_label("Outlet").fill("Danube Herald")
        other.get_by_label("Published").fill("2026-04-17")
        other.get_by_role("button", name="Add this text").click()
        other.get_by_text("1 new report").wait_for(timeout=60_000)
        # What was read before stays under the eyes; that it is not the latest is said at once.
        page.get_by_role("link", name="Show it as it is now").click(timeout=5_000)
        assert "14 reports" in page.locator(".byline").inner_text()
        page.wait_for_load_state()
        page.goto(server.at)
        assert page.locator(".card.new").count() == 0
        other.goto(server.at)
        assert other.get_by_text("not opened yet").count() >= 1


def counted(page: Page) -> int:
    """How many claims the table says it has."""
    return int(page.locator("#table .note").inner_text().split(" ")[0])


PARTS = ("timeline", "figures", "map", "watch", "silences", "changes", "take")
PAGES = ("stories", "brief", "claims", "claim", "report", *PARTS, "who", "people", "find", "add", "judgements", "ask", "board",
         "wrong")


@pytest.fixture(scope="module")
def ways(room: Room) -> dict[str, str]:
    claim = room.get(f"/stories/{room.story}/claims").split(f'href="/stories/{room.story}/claims/')[1].split('"')[0]
    report = room.get("/find?q=union+brakes").split('href="/article?id=')[1].split('"')[0]
    story = f"/stories/{room.story}"
    return {"stories": "/", "brief": story, "claims": f"{story}/claims", "claim": f"{story}/claims/{claim}",
            "report": f"/article?id={report}&layer=date&layer=figure&layer=place&layer=noise&layer=copied&layer=source&layer=content",
            **{part: f"{story}/{part}" for part in PARTS}, "who": "/who?name=Kranz",
            "people": "/who", "find": "/find?q=tank", "add": "/add", "judgements": "/judgements",
            "ask": "/ask?q=Were+eleven+people+injured%3F", "board": "/board", "wrong": "/stories/none"}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(("width", "scheme"), [(1366, "light"), (390, "dark")])
def test_every_page_is_without_serious_faults_and_never_wider_than_the_screen(
    browser: Browser, served: str, ways: dict[str, str], name: str, width: int, scheme: str,
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True,  # type: ignore[arg-type]
                                  reduced_motion="reduce")
    page = context.new_page()
    page.goto(served + ways[name])
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.add_script_tag(path=str(AXE))
    found = page.evaluate("axe.run({resultTypes: ['violations']})")
    serious = [(v["id"], [n["html"][:120] for n in v["nodes"][:3]]) for v in found["violations"]
               if v["impact"] in ("serious", "critical")]
    context.close()
    assert serious == []


def test_layers_are_shown_and_hidden_with_the_keyboard_alone(visit: Any, served: str, ways: dict[str, str]) -> None:
    page: Page = visit(served + ways["report"])
    box = page.get_by_label("Dates")
    dates = page.locator("#report.on-date")
    assert dates.count() == 1
    box.focus()
    page.keyboard.press("Space")
    assert dates.count() == 0


def test_without_script_filters_work_by_their_button(visit: Any, served: str, ways: dict[str, str]) -> None:
    page: Page = visit(served + ways["claims"], java_script_enabled=False)
    page.get_by_label("Standing").select_option("disputed")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**status=disputed**")
    assert 0 < page.locator("tbody tr").count() < 20


def test_the_map_draws_every_place_on_land_that_comes_from_here(visit: Any, served: str, ways: dict[str, str]) -> None:
    page: Page = visit(served + ways["map"])
    page.locator("path.land").first.wait_for(state="attached")
    places = page.locator("main section.part").count()
    assert page.locator("path.dot").count() == places > 5
    page.locator("path.dot").last.click(force=True)
    page.locator(".leaflet-popup-content a").first.wait_for()
