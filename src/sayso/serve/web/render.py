"""Pages from templates. What stands in a report is text and stays text: escaped, control characters made spaces."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse
from starlette.datastructures import QueryParams

from sayso import __version__
from sayso.data.telling import stands_alone
from sayso.serve.reports.page.render import environment
from sayso.serve.reports.words import RESPONSES, clean, count, date, day, headline, trimmed

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
    found.tests.update(readable=stands_alone)
    found.filters.update(clean=clean, day=day, date=date, trimmed=trimmed, headline=headline)
    found.globals.update(count=count, version=__version__, to_article=to_article, to_claim=to_claim, changed=changed, pin=pin,
                         responses=RESPONSES)
    return found


def page(request: Request, file: str, status: int = 200, **given: object) -> HTMLResponse:
    """The template of this file as an answer, or, for a part of a page that a script asked for, its block `part`."""
    template = templates().get_template(file)
    context = template.new_context({"path": request.url.path, "query": request.query_params, **given})
    if request.headers.get("hx-request") == "true" and "part" in template.blocks and status == 200:
        text = "".join(template.blocks["part"](context))
    else:
        text = "".join(template.root_render_func(context))
    return HTMLResponse(text, status, {"Vary": "HX-Request", "Cache-Control": "no-store"})


def to_article(id: str, sentence: int = 0) -> str:
    """The way to a report, and to a sentence of it by its number."""
    return f"/article?id={quote(id, safe='')}" + (f"#s{sentence}" if sentence else "")


def to_claim(story: str, claim: str) -> str:
    """The way to a claim of a story."""
    return f"/stories/{quote(story, safe='')}/claims/{quote(claim, safe='')}"


def changed(query: QueryParams, **changes: object) -> str:
    """The query with these values instead of those it has; None and empty ones are left out."""
    pairs = [(k, v) for k, v in query.multi_items() if k not in changes and v]
    pairs += [(k, str(v)) for k, v in changes.items() if v not in (None, "")]
    return "?" + urlencode(pairs)


def pin(query: QueryParams, claim: str, pinned: bool) -> str:
    """The query with this claim pinned, or not any more."""
    pairs = [(k, v) for k, v in query.multi_items() if v and (k, v) != ("pin", claim)]
    return "?" + urlencode(pairs if pinned else [*pairs, ("pin", claim)])
