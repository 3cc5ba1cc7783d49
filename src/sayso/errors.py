"""The error tree, split by what the caller should do.

SaysoError
├── UsageError      the call was wrong: say what would be right          (exit code 2)
│   └── MissingError    what it names is not there: say where to look
├── InputError      one input could not be read: the rest goes on        (exit code 1)
└── SetupError      a part is missing or not the pinned one: set up again (exit code 1)
"""

from __future__ import annotations


class SaysoError(Exception):
    """Root of all errors that sayso raises on purpose; its text is one line for the user."""


class UsageError(SaysoError):
    """The call cannot be carried out as it stands."""


class MissingError(UsageError):
    """The call names something that is not there."""


class InputError(SaysoError):
    """One input could not be read. `source` names it, `why` says what is wrong, `mend` what to do."""

    def __init__(self, source: str, why: str, mend: str) -> None:
        super().__init__(f"{source}: {why}; {mend}")
        self.source, self.why, self.mend = source, why, mend


class SetupError(SaysoError):
    """A model or table is missing, or is not the one that was pinned."""
