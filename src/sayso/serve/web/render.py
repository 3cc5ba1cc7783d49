"""Pages from templates. What stands in a report is text and stays text: escaped, control characters made spaces."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from fastapi import Request
from fastapi.responses import HTMLResponse

from sayso import __version__
from sayso.serve.reports.page.render import environment
from sayso.serve.reports.words import clean, count, date, day, headline, trimmed

if TYPE_CHECKING:
    from jinja2 import Environment

HERE = "sayso.serve.web"


@cache
def templates() -> Environment:
    """The room's own templates, beside those that the brief as one page is made of."""
    from jinja2 import ChoiceLoader, PackageLoader

    found = environment()
    assert found.loader is not None
    found.loader = ChoiceLoader([PackageLoader(HERE), found.loader])
    found.filters.update(clean=clean, day=day, date=date, trimmed=trimmed, headline=headline)
    found.globals.update(count=count, version=__version__)
    return found


def page(request: Request, name: str, status: int = 200, **given: object) -> HTMLResponse:
    """The template of this name as an answer, or, for a part of a page that a script asked for, its block `part`."""
    template = templates().get_template(name)
    context = template.new_context({"path": request.url.path, "query": request.query_params, **given})
    if request.headers.get("hx-request") == "true" and "part" in template.blocks and status == 200:
        text = "".join(template.blocks["part"](context))
    else:
        text = "".join(template.root_render_func(context))
    return HTMLResponse(text, status, {"Vary": "HX-Request", "Cache-Control": "no-store"})


def asset(folder: str, name: str) -> bytes:
    """The bytes of a file that comes with the package."""
    return (files(HERE) / folder / name).read_bytes()
