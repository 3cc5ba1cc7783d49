"""What a library holds, told to a person."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.pipeline.library import Added
from sayso.serve.reports.words import count, day, trimmed
from sayso.store.rows import StoryRow

NAME = 100


def added_text(added: Added, articles: int) -> str:
    """One line: what came, what it touched, what is there now."""
    parts = [f"{count(added.new, 'new report')}", f"{count(added.versions, 'new version')}",
             f"{added.known} known already", f"{added.read} read", f"{count(added.stories, 'story', 'stories')} renewed"]
    return f"{', '.join(parts)}; {count(articles, 'report')} in the library\n"


def rows_text(rows: Sequence[StoryRow]) -> str:
    """Two lines a story: its title, size and time; its id and how its claims stand."""
    lines = []
    for r in rows:
        first, last = (day(x) if x else None for x in (r.first, r.last))
        when = f"{first} to {last}" if first and last and first != last else first or last or "undated"
        lines.append(f"{trimmed(r.title, NAME)} — {count(r.reports, 'report')}, {when}")
        lines.append(f"  {r.id}: {count(r.claims, 'claim')}, {r.disputed} disputed; {count(r.outlets, 'outlet')}")
    return "\n".join(lines) + "\n" if lines else "no stories yet; add reports with sayso add\n"
