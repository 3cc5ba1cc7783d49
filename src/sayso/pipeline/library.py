"""Adding to a library: what is read, linked and weighed, and when.

Adding has three steps, and each goes on where an earlier run broke off: every article is kept as it came; each that has no
reading is read, and its reading committed; reports in no story yet are linked with those around them, and only the
stories that changed by it are weighed again.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

import numpy as np

from sayso import __version__
from sayso.data.fold import fold
from sayso.errors import InputError
from sayso.model.article import Article
from sayso.model.dossier import Dossier
from sayso.model.encode import encode
from sayso.model.ids import set_id
from sayso.model.judgement import Judgement
from sayso.model.link import Copy, Story
from sayso.model.reading import Reading
from sayso.pipeline import Progress, Unread, read, said, weighed
from sayso.pipeline.asking import renew
from sayso.pipeline.looking import filled, meanings
from sayso.settings import Settings
from sayso.store import judgements, questions
from sayso.store.again import make_ready
from sayso.store.check import broken_readings
from sayso.store.codec import pack
from sayso.store.library import Library, now
from sayso.store.remembered import remembering
from sayso.store.rows import NewStory, OpenSet, Page, StoryRow

TRIES = 5
BEGINNING = 450


@dataclass(frozen=True, slots=True)
class Added:
    """What adding did: articles that were `new`, `versions` of known pages, those `known` already; stories renewed."""

    new: int
    versions: int
    known: int
    read: int
    stories: int


def add(library: Library, articles: Iterable[Article], settings: Settings, progress: Progress | None = None,
        on_unread: Unread | None = None) -> Added:
    """Keep the articles, read those that are not read yet, and renew the stories they touch.

    Raises InputError where the library cannot be written; what was done until then is kept.
    """
    came = Counter(k.what for k in library.register(articles, same_page))
    read_now = read_waiting(library, settings, progress, on_unread)
    index_waiting(library, settings)
    renewed = link(library, settings)
    if renewed:
        ask_again(library, settings)
    return Added(came["new"], came["version"], came["known"], read_now, renewed)


def ask_again(library: Library, settings: Settings) -> None:
    """Ask the questions that stand, where there are any."""
    if questions.pinned(library):
        renew(library, settings)


def same_page(article: Article, other: Article) -> bool:
    """Is one text mostly the other's? Asked where neither url nor outlet tells whether two captures are of one page."""
    from sayso.copies.find import find_copies

    pair = [replace(article, id="1"), replace(other, id="2")]
    return any(c.kind == "whole" for c in find_copies(pair))


def read_waiting(library: Library, settings: Settings, progress: Progress | None = None, on_unread: Unread | None = None) -> int:
    """Read what waits for it, each committed as it is done; how many there were."""
    waiting = library.unread()
    done = 0
    for n, reading in zip(waiting, read(library.given(waiting), settings, None, on_unread), strict=True):
        library.keep_reading(n, reading, sketch(reading), __version__)
        done += 1
        if progress is not None:
            progress(done, len(waiting))
    return done


def sketch(reading: Reading) -> Reading:
    """The part of a reading that stories and copies are found from."""
    return Reading(reading.article, noise=reading.noise, places=reading.places,
                   mentions=tuple(m for m in reading.mentions if m.kind != "other" and m.text[:1].isupper()),
                   dates=tuple(d for d in reading.dates if d.type in ("DATE", "TIME")))


def index_waiting(library: Library, settings: Settings) -> None:
    """Make what was read searchable, by its words and by the meaning of its beginning."""
    while waiting := library.not_indexed():
        vectors = meanings([_beginning(r.article) for r in waiting.values()], settings)
        library.index([Page(n, r.article.title or "", r.article.text, row.astype(np.float16).tobytes(),
                            tuple(sorted({fold(name) for p in r.places for name in (p.name, p.text)})))
                       for (n, r), row in zip(waiting.items(), vectors, strict=True)])


def _beginning(article: Article) -> str:
    return (f"{article.title}. " if article.title else "") + article.text[:BEGINNING]


def link(library: Library, settings: Settings) -> int:
    """Put the reports that are in no story yet into theirs; how many stories were renewed.

    All is computed without a lock; where another process wrote stories meanwhile it is computed again.
    """
    for _ in range(TRIES):
        seen = library.open_set(settings.story_window_days)
        if seen is None:
            return 0
        stories, gone = _renewed(library, seen, settings)
        if library.keep_stories(seen, stories, gone):
            return len(stories)
    raise InputError(str(library.path), "others keep adding to it", "run the same command again: what was read is kept")


def _renewed(library: Library, seen: OpenSet, settings: Settings) -> tuple[list[NewStory], dict[str, str]]:
    from sayso.copies.find import find_copies
    from sayso.link.stories import find_stories
    from sayso.link.vectors import VECTORS, embedder, model_hashes

    copies = find_copies([r.article for r in seen.sketches])
    embed, keep = remembering(library, embedder(settings.model_dir).embed, model_hashes(settings.model_dir)[VECTORS])
    found = find_stories(seen.sketches, settings, embed, copies)
    keep()
    named, gone = named_after(found, seen.stories, library.is_used)
    out = []
    for story in named:
        here = {*story.articles, *story.also_in}
        own = tuple(c for c in copies if c.article in here and c.of in here)
        versions = {i: seen.versions[i] for i in (*story.articles, *story.also_in)}
        if (new := again(library, story, own, versions, settings, seen.made_from.get(story.id))) is not None:
            out.append(new)
    return out, gone


def again(library: Library, story: Story, copies: tuple[Copy, ...], versions: dict[str, int], settings: Settings,
          made_from: str | None) -> NewStory | None:
    """The story weighed, with what people decided; None where it was made from the very same before."""
    judged = judgements.standing(library, versions)
    key = _made_from(story, copies, versions, settings, judged)
    if key == made_from:
        return None
    readings = filled(library.readings(versions.values()), story)
    return _written(story, weighed(readings, [story], copies, settings, judged), versions, settings, key)


def named_after(found: Sequence[Story], old: Mapping[str, frozenset[str]], used: Callable[[str], bool] = lambda id: False,
                ) -> tuple[list[Story], dict[str, str]]:
    """The stories under the ids they had: each earlier id goes to the story with most of its reports, the larger share
    first; and the ids that found none, each with the story that has most of its reports now. `used` tells of an id whether
    another story has or had it: none is born twice."""
    shared: Counter[tuple[str, int]] = Counter()
    home = {i: k for k, s in enumerate(found) for i in s.articles}
    for id, members in old.items():
        shared.update((id, home[i]) for i in members if i in home)
    ids: dict[int, str] = {}
    for (id, k), _ in sorted(shared.items(), key=lambda x: (-x[1], x[0])):
        if k not in ids and id not in ids.values():
            ids[k] = id
    taken = {*old, *ids.values()}
    for k, story in enumerate(found):
        if k not in ids:
            # The id of its first report may be that of a story it has left.
            fresh = (set_id("story", [*story.articles[:1], *(["again"] * n)]) for n in count())
            ids[k] = next(i for i in fresh if i not in taken and not used(i))
            taken.add(ids[k])
    gone = {id: ids[max((k for i, k in shared if i == id), key=lambda k: (shared[id, k], -k))]
            for id in old if id not in ids.values() and any(i == id for i, _ in shared)}
    return [replace(s, id=ids[k]) for k, s in enumerate(found)], gone


def _made_from(story: Story, copies: Sequence[Copy], versions: Mapping[str, int], settings: Settings,
               judged: Sequence[Judgement]) -> str:
    """What a story's dossier is a function of, as one hash."""
    parts = [story.title, story.thread, [(i, versions[i]) for i in (*story.articles, *story.also_in)],
             [(p.article, p.start, p.end) for p in story.passages], [encode(c) for c in copies], *rules(settings),
             *([[j.n for j in judged]] if judged else [])]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def rules(settings: Settings) -> tuple[str, str]:
    """The rule version, and the settings that change results, as they are kept with a story."""
    return __version__, json.dumps(settings.for_meta(), sort_keys=True)


def _written(story: Story, dossier: Dossier, versions: dict[str, int], settings: Settings, key: str) -> NewStory:
    [told] = dossier.stories
    tables = said.tables(story.id, dossier)
    row = StoryRow(story.id, told.title, story.first, story.last, story.thread, len(story.articles), told.outlets,
                   len(told.claims), sum(c.status == "disputed" for c in told.claims), now())
    rule, chosen = rules(settings)
    return NewStory(story, versions, row, key, rule, chosen, pack(story), pack(replace(dossier, articles=(), readings=())), *tables)


def rebuild(library: Library, settings: Settings, progress: Progress | None = None, on_unread: Unread | None = None) -> Added:
    """Make all again that was computed, from what was captured: what cannot be read or is of another rule version is read
    anew, everything is indexed and linked again. Stories keep their ids.

    What was computed stays in use until its successor is written. Raises what `add` raises.
    """
    make_ready(library, [n for n, _ in broken_readings(library)], __version__, sketch)
    read_now = read_waiting(library, settings, progress, on_unread)
    index_waiting(library, settings)
    return Added(0, 0, 0, read_now, link(library, settings))
