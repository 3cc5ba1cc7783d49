"""What pages and the API have at hand: the library, opened for each request, and the stories that were looked at last."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from threading import Lock

from sayso.errors import MissingError
from sayso.model.claim import Claim
from sayso.model.dossier import Dossier, StoryDossier
from sayso.model.link import Copy
from sayso.pipeline import looking
from sayso.serve.reports import build
from sayso.serve.reports.page.quotes import Quotes
from sayso.serve.reports.refs import Refs
from sayso.serve.reports.view import StoryView
from sayso.settings import Settings
from sayso.store.library import Library

MOST = 6


@dataclass(frozen=True)
class Told:
    """A story of the library as pages need it: its dossier, itself, and what is made from them when it is first asked for."""

    dossier: Dossier
    made_from: str

    @property
    def story(self) -> StoryDossier:
        return self.dossier.stories[0]

    @cached_property
    def own(self) -> StoryDossier:
        """The story without the claims of other events that its roundups tell."""
        return replace(self.story, claims=tuple(c for c in self.story.claims if not c.elsewhere))

    @cached_property
    def refs(self) -> Refs:
        return Refs(self.dossier, self.story.articles)

    @cached_property
    def quotes(self) -> Quotes:
        return Quotes(self.dossier)

    @cached_property
    def brief(self) -> StoryView:
        return build.brief(self.dossier).stories[0]

    @cached_property
    def copies(self) -> tuple[Copy, ...]:
        here = {*self.story.articles, *self.story.also_in}
        return tuple(c for c in self.dossier.copies if c.article in here)

    def claim(self, id: str) -> Claim:
        """The claim of this id; MissingError where the story has none such now."""
        found = next((c for c in self.story.claims if c.id == id), None)
        if found is None:
            raise MissingError(f"{id[:80]}: there is no such claim in this story now; claims are renewed as reports come")
        return found

    def whole(self) -> StoryView:
        """The brief with all that is folded otherwise."""
        return build.brief(self.dossier, everything=True).stories[0]


@dataclass
class Desk:
    """Opens the library at `path`; keeps the last few stories, each by its id and what it was made from."""

    path: Path
    settings: Settings
    _kept: OrderedDict[tuple[str, str], Told] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def open(self) -> Library:
        """The library; raises InputError where it cannot be opened. A connection is of one thread: open one a request."""
        return Library(self.path)

    def told(self, library: Library, given: str) -> Told:
        """The story of this id, an earlier one or the beginning of one; UsageError where there is none."""
        id = library.story_id(given)
        key = (id, library.made_from(id))
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        found = Told(looking.brief(library, id), key[1])
        with self._lock:
            self._kept[key] = found
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)
        return found
