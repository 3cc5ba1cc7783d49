"""Outside world -> Article: files, folders and standard input; text, Markdown, HTML, JSON and JSON Lines."""

from sayso.ingest.loading import load

__all__ = ["load"]
