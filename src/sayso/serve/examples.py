"""Where the example reports lie: beside the package when installed, in the project's folder in a checkout."""

from __future__ import annotations

from pathlib import Path

import sayso
from sayso.errors import SetupError

STORY = "villach"


def folder(package: Path | None = None) -> Path:
    """The folder with the reports of the example story; SetupError where it was not installed."""
    root = package or Path(sayso.__file__).resolve().parent
    for place in (root / "examples" / STORY, root.parent.parent / "examples" / STORY):
        if place.is_dir():
            return place
    raise SetupError("the example reports are not installed; install sayso again")
