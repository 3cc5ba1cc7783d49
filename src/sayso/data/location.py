"""Where the gazetteer lies, and building it there when it is missing."""

from __future__ import annotations

import hashlib
import os
import sys
from importlib.resources import files
from pathlib import Path

from sayso.data.assemble import build
from sayso.data.geonames import versions
from sayso.errors import SetupError
from sayso.settings import Settings

FORMAT = 3
_TABLES = ("countries.tsv", "regions.tsv", "geography.tsv")


def gazetteer_path(settings: Settings) -> Path:
    """The gazetteer's file, built first (with a line on stderr) if there is none of this version.

    Looked for in `settings.cache_dir`, else in the environment's `share/sayso`, else in the user's cache folder.
    Raises SetupError where it can be written to none of them.
    """
    found = existing_path(settings)
    if found is not None:
        return found
    path = writable_path(settings)
    print(f"sayso: building the gazetteer once ({path})", file=sys.stderr)
    try:
        build(path)
    except OSError as e:
        raise SetupError(f"{path}: the gazetteer cannot be written ({e}); set SAYSO_CACHE_DIR to a folder that "
                         "can") from e
    _tidy(path)
    return path


def _tidy(path: Path) -> None:
    """Removes gazetteers of earlier versions from this environment's own folder; shared folders are left alone."""
    if path.parent == _own_folder():
        for old in path.parent.glob("gazetteer-*.sqlite"):
            if old != path:
                old.unlink(missing_ok=True)


def _own_folder() -> Path:
    return Path(sys.prefix) / "share" / "sayso"


def existing_path(settings: Settings) -> Path | None:
    """Where a gazetteer of this version lies, None if there is none yet."""
    paths = (folder / _file_name() for folder in _folders(settings))
    return next((p for p in paths if p.is_file()), None)


def writable_path(settings: Settings) -> Path:
    """Where the gazetteer is to be built: in the first folder that takes it. Raises SetupError if none does."""
    for folder in _folders(settings):
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            continue
        if os.access(folder, os.W_OK):
            return folder / _file_name()
    raise SetupError("no folder can hold the gazetteer; set SAYSO_CACHE_DIR to one that can be written to")


def _folders(settings: Settings) -> list[Path]:
    if settings.cache_dir is not None:
        return [settings.cache_dir]
    return [_own_folder(), Path.home() / ".cache" / "sayso"]


def _file_name() -> str:
    """The name carries a hash of all that the file is made from: format, own tables, package versions."""
    digest = hashlib.sha256(f"{FORMAT} {versions()}".encode())
    for table in _TABLES:
        digest.update(files("sayso.data").joinpath(table).read_bytes())
    return f"gazetteer-{digest.hexdigest()[:12]}.sqlite"
