"""What is told to the person beside the result: one line each, on standard error."""

from __future__ import annotations

import sys


def one_line(text: str) -> str:
    """The text without line ends or control characters, so that a file's name or a report cannot forge output."""
    return "".join(c if c.isprintable() else " " for c in text).strip()


def complain(text: str) -> None:
    """One line on standard error; silent where standard error itself is gone."""
    try:
        sys.stderr.write(f"sayso: {one_line(text)}\n")
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):
        return
