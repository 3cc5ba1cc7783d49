"""The view as one HTML page. What stands in a report is text and stays text: escaped, under a policy that runs only ours."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files
from typing import TYPE_CHECKING

from sayso.model.dossier import Dossier
from sayso.serve.reports.page.picture import picture
from sayso.serve.reports.page.quotes import Quotes
from sayso.serve.reports.view import BriefView, Bullets, Paragraph, Table, left
from sayso.serve.reports.words import printable

if TYPE_CHECKING:
    from jinja2 import Environment

HERE = "sayso.serve.reports.page"
# Of what is folded a page carries so much; all of it is in the data.
MOST = 60


def render(view: BriefView, dossier: Dossier) -> str:
    """The page, complete; the same view and dossier give the same bytes."""
    style, script = _file("static", "page.css"), _file("static", "page.js")
    policy = (f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
              "base-uri 'none'; form-action 'none'")
    page = environment().get_template("page.html")
    return page.render(view=view, quotes=Quotes(dossier), meta=dossier.meta, style=style, script=script, policy=policy)


def environment() -> Environment:
    """The templates, which any page may take parts of, with what they ask of a view."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    found = Environment(loader=PackageLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
                        lstrip_blocks=True, finalize=_inert)
    # A page that stands alone leads nowhere; one of a library sets the ways to its other pages.
    found.globals.update(picture=picture, left=left, most=MOST, to_article=None, to_claim=None)
    found.tests.update(bullets=lambda b: isinstance(b, Bullets), table=lambda b: isinstance(b, Table),
                       paragraph=lambda b: isinstance(b, Paragraph))
    return found


def _inert(value: object) -> object:
    """Control characters of a report's text are spaces; line ends of our own style and script stay."""
    return "\n".join(map(printable, value.split("\n"))) if type(value) is str else value


def _file(folder: str, name: str) -> str:
    return (files(HERE) / folder / name).read_text("utf-8").replace("\r\n", "\n")


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
