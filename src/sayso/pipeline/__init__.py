"""The river: the only module that knows every stage. What the command line, the library and `scale` call."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from sayso import __version__
from sayso.ingest import iso_date, load
from sayso.model.article import Article
from sayso.model.dossier import Dossier, Meta, StoryDossier
from sayso.model.judgement import Judgement
from sayso.model.link import Copy, Story
from sayso.model.reading import Reading
from sayso.pipeline.judging import Judged
from sayso.settings import Settings

if TYPE_CHECKING:
    from sayso.weigh.context import Context

__all__ = ["brief", "days_covered", "iso_date", "load", "meta", "read", "stories", "weighed"]

Progress = Callable[[int, int | None], None]
Unread = Callable[[Article], None]


def meta(settings: Settings) -> Meta:
    """What every document says of its making. Raises SetupError if a model is not the pinned one."""
    from sayso.link.vectors import model_hashes

    return Meta(1, __version__, model_hashes(settings.model_dir), settings.for_meta())


def days_covered(value: str) -> tuple[str, str] | None:
    """The first and last day (ISO 8601) that a date's value covers; None for one without a place on the calendar."""
    from sayso.read.dates import interval

    return interval(value)


def read(
    articles: Iterable[Article], settings: Settings, progress: Progress | None = None, on_unread: Unread | None = None
) -> Iterator[Reading]:
    """One reading an article, in order, in bounded memory, by `settings.jobs` processes.

    `on_unread` is told of each article whose language is not supported; its reading has nothing but the article.
    Raises SetupError where a model or the gazetteer is missing.
    """
    from sayso.read.jobs import read_all

    total = len(articles) if isinstance(articles, Sequence) else None
    for n, reading in enumerate(read_all(articles, settings), 1):
        if progress is not None:
            progress(n, total)
        if on_unread is not None and not reading.article.read:
            on_unread(reading.article)
        yield reading


def stories(
    articles: Iterable[Article], settings: Settings, progress: Progress | None = None, on_unread: Unread | None = None
) -> list[Story]:
    """The stories of these articles, in time order; `on_unread` as in `read`."""
    from sayso.copies.find import find_copies

    given = list(articles)
    return _stories(list(read(given, settings, progress, on_unread)), find_copies(given), settings)


def brief(
    articles: Iterable[Article], settings: Settings, progress: Progress | None = None, on_unread: Unread | None = None
) -> Dossier:
    """Everything from articles to a weighed dossier; `on_unread` as in `read`."""
    from sayso.copies.find import find_copies
    from sayso.link.years import fill_years
    from sayso.read.dates import fill_year, interval

    given = list(articles)
    copies = tuple(find_copies(given))
    readings = list(read(given, settings, progress, on_unread))
    found = _stories(readings, copies, settings)
    readings = fill_years(readings, found, fill_year, interval)
    return weighed(readings, found, copies, settings)


def _stories(readings: Sequence[Reading], copies: Sequence[Copy], settings: Settings) -> list[Story]:
    from sayso.link.stories import find_stories
    from sayso.link.vectors import embedder

    return find_stories(readings, settings, embedder(settings.model_dir).embed, copies)


def weighed(readings: Sequence[Reading], found: Sequence[Story], copies: tuple[Copy, ...], settings: Settings,
            judgements: Sequence[Judgement] = ()) -> Dossier:
    """The dossier of these stories; the readings are all that they name, copies those among them. What people decided
    (`judgements`, in the order they were made) stands above what is found."""
    from sayso.link.actors import link_actors
    from sayso.link.actors_parents import with_parents
    from sayso.link.relabel import relabel
    from sayso.weigh.context import Context

    judged = Judged(judgements, {r.article.id: r for r in readings})
    settings = judged.settings(settings)
    actors = judged.actors(with_parents(link_actors(readings, found, settings.sources.apart), settings.sources))
    local = {m: a for a in actors for m in a.members}
    statements = judged.statements({s.id: relabel(s, local) for r in readings for s in r.statements}, actors)
    context = Context(statements, {r.article.id: r for r in readings}, {a.id: a for a in actors}, local, copies, settings)
    told = tuple(_weigh(context, story, judged) for story in found)
    return Dossier(meta(settings), tuple(r.article for r in readings), tuple(readings), tuple(statements.values()),
                   tuple(actors), copies, told)


def _weigh(context: Context, story: Story, judged: Judged) -> StoryDossier:
    from sayso.link.claims import find_claims
    from sayso.link.pieces import quick_vectors
    from sayso.link.vectors import embedder
    from sayso.link.views import views
    from sayso.weigh.story import weigh_story

    told = {s.id for s in context.of_story(story)}
    members = [v for i in (*story.articles, *story.also_in)
               for v in views(context.readings[i], context.local, context.actors) if v.id in told]
    rows = quick_vectors([v.text for v in members])
    groups = find_claims(story.id, members, rows, embedder(context.settings.model_dir).embed)
    return judged.told(weigh_story(context, story, judged.groups(story.id, groups)))
