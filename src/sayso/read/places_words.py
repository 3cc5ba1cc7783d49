"""Words that tell a place name from another name, by what stands next to it: `data/place_words.toml`. English."""

from __future__ import annotations

import tomllib
from importlib.resources import files

_TABLE: dict[str, str] = tomllib.loads(files("sayso.data").joinpath("place_words.toml").read_text(encoding="utf-8"))


def _words(key: str) -> frozenset[str]:
    return frozenset(_TABLE[key].split())


CONNECTORS = _words("connectors")
LOCATIVE = _words("locative")
BEFORE_OF = _words("before_of")
NEAR = _words("near")
BODIES = _words("bodies")
AREA_NOUNS = _words("area_nouns")
TITLES = _words("titles")
NEVER = _words("never")
ACTIONS = _words("actions")
OFFICIALS = _words("officials")
OUTLET_WORDS = _words("outlet_words")
DISTANT = _words("distant")
TELLING = _words("telling")
SETTLEMENTS = _words("settlements")
PARTS = _words("parts")
REACHING = _words("reaching")
SECOND_ORDER = _words("second_order")
PATRONISED = _words("patronised")
