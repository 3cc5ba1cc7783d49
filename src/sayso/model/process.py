"""A law or a pact, followed through its stages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

StageState = Literal["done", "due", "not-yet", "disputed"]


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage that reports speak of: `state` as the latest of them have it; `date` of it (TIMEX3 value) where one is given.

    `done` is what is told as done, on how many separate origins the claims say; `disputed` where such a claim is denied.
    `ends`: the course ends there, or turns back.
    """

    name: str
    state: StageState
    date: str | None
    claims: tuple[str, ...]
    statements: tuple[str, ...]
    ends: bool = False


@dataclass(frozen=True, slots=True)
class Process:
    """`what` as a report names it most fully; its stages in the order in which they are gone through."""

    what: str
    kind: Literal["law", "pact"]
    stages: tuple[Stage, ...]
