"""Looking at a library: a story with its dossier whole, and the vectors of what is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from sayso.model.dossier import Dossier
from sayso.model.link import Story
from sayso.model.reading import Reading
from sayso.settings import Settings
from sayso.store.library import Library


def brief(library: Library, given: str) -> Dossier:
    """The dossier of a story, by its id, an earlier one or the beginning of one; UsageError where it leads to none."""
    id = library.story_id(given)
    story, dossier = library.story(id)
    readings = filled(library.readings(library.members(id).values()), story)
    return replace(dossier, articles=tuple(r.article for r in readings), readings=tuple(readings))


def meanings(texts: Sequence[str], settings: Settings) -> NDArray[np.float32]:
    """The vectors of texts, of length 1."""
    from sayso.link.vectors import embedder

    return embedder(settings.model_dir).embed(texts)


def filled(readings: Sequence[Reading], story: Story) -> list[Reading]:
    """The readings with the years that a sibling report of the story gives."""
    from sayso.link.years import fill_years
    from sayso.read.dates import fill_year, interval

    return fill_years(readings, [story], fill_year, interval)
