"""One frozen Settings; the only reader of the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user may set.

    `story_window_days`: how long a story stays open after its last report. `roll_up`: how far origins are taken
    up before they are counted, to the whole (`country`: a ministry and its president are one) or not at all
    (`none`). `jobs`: processes for reading. `model_dir`, `cache_dir`: where models and the gazetteer lie, None
    for the places set up at installation.
    """

    story_window_days: int = 30
    roll_up: Literal["country", "none"] = "country"
    jobs: int = 1
    model_dir: Path | None = None
    cache_dir: Path | None = None

    def for_meta(self) -> dict[str, object]:
        """The settings that change results, as they stand in a document's meta."""
        return {"story_window_days": self.story_window_days, "roll_up": self.roll_up}


def from_environment(env: Mapping[str, str] = os.environ) -> Settings:
    """Settings from SAYSO_MODEL_DIR and SAYSO_CACHE_DIR; everything else at its default."""
    def path(key: str) -> Path | None:
        return Path(env[key]) if env.get(key) else None
    return Settings(model_dir=path("SAYSO_MODEL_DIR"), cache_dir=path("SAYSO_CACHE_DIR"))
