"""A standing question: what it asks, and how its answer stood each time that it changed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Standing:
    """How an answer stood from `at` (UTC) on. `for_` and `against` name the separate origins; `reports` is how many reports bear
    on it, `open` how many answers leave it open; `claims` are the ids of the claims that it rests on."""

    at: str
    verdict: str
    for_: tuple[str, ...]
    against: tuple[str, ...]
    open: int
    reports: int
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """`statement` is what a yes to it would say; `history` is never empty, its last entry is how it stands."""

    n: int
    text: str
    statement: str
    pinned: str
    history: tuple[Standing, ...]
