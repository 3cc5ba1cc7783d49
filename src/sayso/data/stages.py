"""The stages through which laws and pacts go, and the words that tell them (stages.toml)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

Kind = Literal["law", "pact"]
KINDS: tuple[Kind, ...] = ("law", "pact")


@dataclass(frozen=True, slots=True)
class StageRule:
    """One way to tell a stage: lemmas of the verb, words of whoever acts, words of the clause. `place` is the order in which
    the stages are gone through; `of` a kind that has it alone; `itself` where the law or pact is what acts."""

    place: int
    name: str
    verbs: frozenset[str]
    by: re.Pattern[str] | None
    text: re.Pattern[str] | None
    of: Kind | None
    itself: bool
    ends: bool


@cache
def stages() -> tuple[StageRule, ...]:
    """The rules in the order in which they are tried: those of a course that ends first, as `voted down` is no vote for it."""
    rules = (StageRule(n, row["name"], frozenset(row["verbs"].split()), _any(row.get("by", "")), _any(row.get("text", "")),
                       row.get("of"), row.get("itself", False), row.get("ends", False))
             for n, row in enumerate(_table()["stage"]))
    return tuple(sorted(rules, key=lambda r: not r.ends))


@cache
def kinds() -> dict[str, tuple[Kind, int]]:
    """Noun -> the kind of what goes through stages, and the number of the group of nouns that are said for one another."""
    groups = [(kind, group) for kind in KINDS for group in _table()["kinds"][kind].split("|")]
    return {noun: (kind, n) for n, (kind, group) in enumerate(groups) for noun in group.split()}


def _any(words: str) -> re.Pattern[str] | None:
    """Any of these words or, parted by |, groups of words."""
    given = [w.strip() for w in (words.split("|") if "|" in words else words.split())]
    return re.compile(rf"(?i)\b(?:{'|'.join(re.escape(w) for w in given if w)})\b") if given else None


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("sayso.data").joinpath("stages.toml").read_text(encoding="utf-8"))
