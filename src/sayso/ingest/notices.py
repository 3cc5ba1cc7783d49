"""What has to be said about the inputs while they are read, each time as one line."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from sayso.errors import InputError

_SURROGATE = re.compile(r"[\ud800-\udfff]")
LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Notices:
    """Where errors and notes go: `error` takes an input that was not read, `note` a line on one that was."""

    error: Callable[[InputError], None]
    note: Callable[[str], None]


def without_surrogates(text: str) -> tuple[str, int]:
    """The text with each lone surrogate as U+FFFD, so that it can be written as UTF-8, and how many there were."""
    return _SURROGATE.subn("\ufffd", text)


def shown(name: str) -> str:
    """A file name as it can stand in a message of one line: what cannot be printed becomes U+FFFD."""
    return "".join(ch if ch.isprintable() else "\ufffd" for ch in name)


def quoted(value: str) -> str:
    """A value as it is quoted in a message of one line, shortened where it is long."""
    short = value if len(value) <= LONGEST_SHOWN else value[:LONGEST_SHOWN - 1] + "…"
    return f'"{shown(short)}"'
