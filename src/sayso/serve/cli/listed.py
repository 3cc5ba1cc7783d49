"""The two formats of a list."""

from __future__ import annotations

from enum import StrEnum


class ListFormat(StrEnum):
    terminal = "terminal"
    json = "json"
