"""One frozen Settings; the only reader of the environment and of the user's TOML (`sources.toml`)."""

from __future__ import annotations

import hashlib
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Literal, get_args

from sayso.errors import UsageError

RollUp = Literal["country", "body", "none"]
Rating = Literal["A", "B", "C", "D", "E", "F"]
SOURCES_FILE = "sources.toml"
UNRATED: Rating = "F"


@dataclass(frozen=True, slots=True)
class Source:
    """What the user knows of an outlet, an owner or one that is quoted, by its name.

    `rating` is the letter of the Admiralty code, F where it cannot be judged. `owner` and `parent` lead up to the whole,
    `state_run` names the state that runs it. `apart`: it counts by itself, whatever it is part of.
    """

    name: str
    aliases: tuple[str, ...] = ()
    rating: Rating = UNRATED
    owner: str | None = None
    parent: str | None = None
    state_run: str | None = None
    apart: bool = False


@dataclass(frozen=True)
class Sources:
    """All of them; `digest` is the SHA-256 of the file they come from, None where there is none.

    `apart` are pairs of names that are not one, however alike they look.
    """

    entries: tuple[Source, ...] = ()
    digest: str | None = None
    apart: tuple[tuple[str, str], ...] = ()

    @cached_property
    def _by_name(self) -> dict[str, Source]:
        return {outlet_key(n): e for e in reversed(self.entries) for n in (e.name, *e.aliases)}

    def get(self, name: str | None) -> Source | None:
        """The entry of this name, alias or address; None where the user says nothing of it."""
        return self._by_name.get(outlet_key(name)) if name else None

    def outlet(self, name: str) -> str:
        """What all names of one outlet have in common."""
        found = self.get(name)
        return outlet_key(found.name if found else name)

    def owner(self, name: str) -> str:
        """The last of those that own an outlet, or its own name: outlets of one owner speak with one voice."""
        seen: set[str] = set()
        while outlet_key(name) not in seen and (found := self.get(name)) is not None:
            seen.add(outlet_key(name))
            name = found.owner or found.parent or found.state_run or found.name
        return name

    def rating(self, name: str) -> Rating:
        found = self.get(name)
        return found.rating if found else UNRATED


@lru_cache(maxsize=65_536)
def outlet_key(outlet: str) -> str:
    """`The Baltic Mirror`, `baltic-mirror.com` and `www.balticmirror.com` alike: letters and digits only."""
    name = outlet.strip().lower().removeprefix("https://").removeprefix("www.").removeprefix("the ")
    if " " not in name and "." in name:
        name = name.split("/")[0].rsplit(".", 1)[0]
    return "".join(c for c in name if c.isalnum())


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user may set.

    `story_window_days`: how long a story stays open after its last report. `roll_up`: how far origins are taken
    up before they are counted: to the whole (`country`: a ministry and its president are one), to the body (`body`:
    a ministry and its spokesman are one) or not at all (`none`). `sources`: what the user knows of outlets and of those
    they quote. `grades`: give each claim a grade of credibility, by the printed table. `jobs`: processes for reading.
    `model_dir`, `cache_dir`: where models and the gazetteer lie, None for the places set up at installation.
    """

    story_window_days: int = 30
    roll_up: RollUp = "country"
    jobs: int = 1
    model_dir: Path | None = None
    cache_dir: Path | None = None
    sources: Sources = field(default_factory=Sources)
    grades: bool = False

    def for_meta(self) -> dict[str, object]:
        """The settings that change results, as they stand in a document's meta."""
        return {"story_window_days": self.story_window_days, "roll_up": self.roll_up, "sources": self.sources.digest,
                "grades": self.grades}


def from_environment(env: Mapping[str, str] = os.environ, sources: Path | None = None) -> Settings:
    """Settings from SAYSO_MODEL_DIR and SAYSO_CACHE_DIR and from the user's sources; everything else at its default.

    `sources` is the user's file, by default `sources.toml` in the working folder, if there is one. Raises UsageError
    where it cannot be read or says what is not understood.
    """
    def path(key: str) -> Path | None:
        return Path(env[key]) if env.get(key) else None
    file = sources or (Path(SOURCES_FILE) if Path(SOURCES_FILE).is_file() else None)
    known = Settings(model_dir=path("SAYSO_MODEL_DIR"), cache_dir=path("SAYSO_CACHE_DIR"))
    return with_sources(known, file) if file is not None else known


def with_sources(settings: Settings, file: Path) -> Settings:
    """The settings with what the user's file says; raises UsageError, one line that names the file."""
    try:
        raw = file.read_bytes()
        given = tomllib.loads(raw.decode("utf-8"))
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise UsageError(f"{file}: cannot be read: {why}; see docs/sources.md for how to write it") from error
    _only(file, given, ("roll_up", "story_window_days", "not_same", "source"), "here")
    roll_up = _one_of(file, given.get("roll_up", settings.roll_up), get_args(RollUp), "roll_up")
    window = given.get("story_window_days", settings.story_window_days)
    tables = given.get("source", [])
    if type(window) is not int or window < 0:
        raise UsageError(f"{file}: story_window_days: is no number of days")
    if not isinstance(tables, list) or not all(isinstance(t, dict) for t in tables):
        raise UsageError(f"{file}: source: write each as a table of its own, under [[source]]")
    pairs = given.get("not_same", [])
    if not isinstance(pairs, list) or not all(isinstance(p, list) and len(p) == 2 and all(isinstance(n, str) for n in p)
                                              for p in pairs):
        raise UsageError(f"{file}: not_same: write pairs of names, [[\"A. Smith\", \"Anna Smith\"]]")
    entries = tuple(_entry(file, t) for t in tables)
    return replace(settings, story_window_days=window, roll_up=roll_up,
                   sources=Sources(entries, hashlib.sha256(raw).hexdigest(), tuple((a, b) for a, b in pairs)))


def _entry(file: Path, table: Mapping[str, Any]) -> Source:
    """One [[source]] table."""
    name = table.get("name")
    if not isinstance(name, str) or not outlet_key(name):
        raise UsageError(f"{file}: a [[source]] has no name; give it one")
    _only(file, table, tuple(f.name for f in fields(Source)), f"of {name}")
    for key in ("owner", "parent", "state_run"):
        if not isinstance(table.get(key, ""), str):
            raise UsageError(f"{file}: {name}: {key}: is no name")
    aliases = table.get("aliases", [])
    if not isinstance(aliases, list) or not all(isinstance(x, str) for x in aliases):
        raise UsageError(f"{file}: {name}: aliases: is no list of names")
    if not isinstance(table.get("apart", False), bool):
        raise UsageError(f"{file}: {name}: apart: is neither true nor false")
    rating = _one_of(file, table.get("rating", UNRATED), get_args(Rating), f"{name}: rating")
    return Source(**{**table, "aliases": tuple(aliases), "rating": rating})


def _only(file: Path, table: Mapping[str, Any], known: tuple[str, ...], where: str) -> None:
    if unknown := sorted(set(table) - set(known)):
        raise UsageError(f"{file}: {', '.join(unknown)} {where}: not known; there are {', '.join(known)}")


def _one_of(file: Path, value: object, known: tuple[Any, ...], what: str) -> Any:
    if value not in known:
        raise UsageError(f"{file}: {what}: {value} is none of {', '.join(known)}")
    return value
