"""Outside world -> Article: files, folders and standard input; text, Markdown, HTML, JSON and JSON Lines."""

from sayso.ingest.loading import load
from sayso.ingest.published import iso_date

__all__ = ["iso_date", "load"]
