"""HTML -> the text of the article in it, with its title, date, outlet and address. The only user of trafilatura."""

from __future__ import annotations

import logging
import re

_START = re.compile(r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
                    re.IGNORECASE | re.DOTALL)
_PIECE = re.compile(r"\s*<(?:article|main|section|div|p|h[1-6]|meta|title)\b", re.IGNORECASE)
_XML = re.compile(r"\s*<(?:\?xml\b|rss\b|feed\b|rdf:RDF\b|nitf\b|newsItem\b|newsMessage\b|opml\b|NewsML\b)",
                  re.IGNORECASE)
_TAG = re.compile(r"</[a-z][a-z0-9]*\s*>", re.IGNORECASE)
LOOKED_AT = 20_000
# The latest date believed: a fixed one, as the same page has to be read alike on every day.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2099-12-31"}
# What they would log to stderr on their own is told by the one who calls.
for _name in ("trafilatura", "htmldate"):
    logging.getLogger(_name).addHandler(logging.NullHandler())


def is_html(text: str, name: str) -> bool:
    """Whether a text is a page: it begins like one, or begins with a tag and is no Markdown by its name."""
    head = text[:LOOKED_AT]
    if _START.match(head):
        return True
    if name.lower().endswith((".html", ".htm", ".xhtml")):
        return _TAG.search(head) is not None
    if name.lower().endswith((".md", ".markdown", ".txt", ".text")):
        return False
    return _PIECE.match(head) is not None and "</p>" in text.lower()


def is_other_xml(text: str) -> bool:
    """Whether a text that is no page is XML: a feed, or a format of news agencies."""
    return _XML.match(text[:LOOKED_AT]) is not None


def read(html: str) -> dict[str, str | None]:
    """The keys of an article that were found in a page; `text` None where no article was found in it.

    Paragraphs are parted by a newline; comments of readers and tables (rows are no sentences) are left out. The
    date is the one of first publication that the page's markup or address gives, never one from the running text.
    The outlet is the name the site gives itself, else its host. Method: trafilatura (Barbaresi 2021), htmldate
    (Barbaresi 2020).
    """
    from trafilatura import bare_extraction
    from trafilatura.settings import Document
    try:
        page = bare_extraction(html, with_metadata=True, include_comments=False, include_tables=False,
                               date_extraction_params=dict(_DATES))
    except Exception:  # parsers of damaged pages fail in many ways; each means that nothing was found
        return {"text": None}
    if not isinstance(page, Document):
        return {"text": None}
    return {"text": page.text, "title": page.title, "published": page.date, "url": page.url,
            "outlet": page.sitename or page.hostname}
