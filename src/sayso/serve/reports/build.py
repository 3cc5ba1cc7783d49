"""A dossier to the view of a brief: which sections, in which order, the largest story first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model.dossier import Dossier, StoryDossier
from sayso.serve.reports import ahead, answers, claims, differ, judged, sources
from sayso.serve.reports.refs import Refs
from sayso.serve.reports.view import BriefView, Line, Section, StoryView, bullets, plain, row, strong
from sayso.serve.reports.words import clean, count, day, trimmed

LISTED = 12


def brief(dossier: Dossier, everything: bool = False, failures: Sequence[str] = ()) -> BriefView:
    """The view of the whole dossier; `everything` shows every claim and report, not the first ones only.

    `failures` are the inputs that could not be read, each with its reason.
    """
    stories = sorted(dossier.stories, key=lambda s: -len(s.articles))
    refs = Refs(dossier, [id for s in stories for id in s.articles])
    overview = [_overview(n, story) for n, story in enumerate(stories, 1)] if len(stories) > 1 else []
    if len(overview) > LISTED + 1 and not everything:
        left = count(len(overview) - LISTED, "more story", "more stories")
        overview[LISTED:] = [row(plain("and "), plain(f"{left} below"))]
    unread = tuple(row(plain(clean(f))) for f in failures)
    return BriefView(tuple(overview), tuple(_story(story, dossier, refs, everything) for story in stories), unread)


def _overview(n: int, story: StoryDossier) -> Line:
    when = f", as of {day(story.as_of)}" if story.as_of else ""
    reports = count(len(story.articles), "report")
    return row(plain(f"{n}. "), strong(trimmed(story.title, 90)), plain(f" — {reports}{when}"))


def _story(story: StoryDossier, dossier: Dossier, refs: Refs, everything: bool) -> StoryView:
    apart = [c for c in story.claims if c.elsewhere]
    story = replace(story, claims=tuple(c for c in story.claims if not c.elsewhere))
    members = {*story.articles, *story.also_in}
    copies = tuple(c for c in dossier.copies if c.article in members)
    sections = (
        _short(story, refs),
        claims.section(story, refs, everything),
        differ.section(story, refs, everything),
        claims.doubtful(story, refs, everything),
        answers.section(story, refs, everything),
        ahead.figures(story, refs, everything),
        ahead.timeline(story, refs, everything),
        ahead.watch(story, refs, everything),
        ahead.courses(story, refs),
        answers.unheard(story, refs),
        ahead.leads(story, refs, everything),
        claims.elsewhere(apart, refs, everything),
        judged.section(story),
        sources.section(story, copies, refs, everything),
    )
    return StoryView(clean(story.title), sources.byline(story, copies, refs), tuple(s for s in sections if s))


def _short(story: StoryDossier, refs: Refs) -> Section | None:
    return bullets("short", "In short", [row(plain(clean(s.text)), refs.of(s.statements)) for s in story.summary])
