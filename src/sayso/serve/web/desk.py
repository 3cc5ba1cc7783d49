"""What every page has at hand: the library, opened for each request, and the dossiers that were looked at last."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from sayso.model.dossier import Dossier, StoryDossier
from sayso.pipeline import library as kept
from sayso.serve.reports.refs import Refs
from sayso.settings import Settings
from sayso.store.library import Library

MOST = 6


@dataclass(frozen=True, slots=True)
class Told:
    """A story of the library as a page needs it: its dossier, itself, and what writes references into its reports."""

    dossier: Dossier
    story: StoryDossier
    refs: Refs

    @property
    def id(self) -> str:
        return self.story.id


@dataclass
class Desk:
    """Opens the library at `path`; keeps the last few dossiers, each by the story's id and what it was made from."""

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
        dossier = kept.brief(library, id)
        story = dossier.stories[0]
        found = Told(dossier, story, Refs(dossier, story.articles))
        with self._lock:
            self._kept[key] = found
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)
        return found
