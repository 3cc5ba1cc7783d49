"""Stories as a list for a person."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model.link import Story
from sayso.serve.reports.words import clean, count, day, listed, trimmed


def stories_text(stories: Sequence[Story]) -> str:
    """A line for each story and one for its reports, in time order."""
    lines = []
    for story in stories:
        first, last = (day(x) if x else None for x in (story.first, story.last))
        when = f"{first} to {last}" if first and last and first != last else first or last or "undated"
        lines.append(f"{trimmed(story.title, 100)} — {count(len(story.articles), 'report')}, {when}")
        also = f"; also in {listed([clean(x) for x in story.also_in], 12)}" if story.also_in else ""
        lines.append(f"  {listed([clean(x) for x in story.articles], 12)}{also}")
    return "\n".join(lines) + "\n" if lines else ""


def explained_text(stories: Sequence[Story]) -> str:
    """The same, and under each story what holds each of its reports to it: log-odds, and what they mostly add up to."""
    blocks = []
    for story in stories:
        lines = [stories_text([story]).rstrip("\n")]
        lines += [f"    {clean(x.article)} by {clean(x.to)}: {x.odds:+.1f} = {clean(x.why)}" for x in story.links]
        lines += [f"    {clean(p.article)}, characters {p.start} to {p.end}: {p.odds:+.1f}" for p in story.passages]
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)
