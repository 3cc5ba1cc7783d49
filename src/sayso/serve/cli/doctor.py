"""`sayso doctor`: whether everything that sayso stands on is there and works, a line for each."""

from __future__ import annotations

import os
import platform
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from sayso import __version__
from sayso.errors import SaysoError
from sayso.serve.cli.inputs import settings
from sayso.serve.cli.sink import opened
from sayso.settings import Settings

OLDEST, NEWEST = (3, 11), (3, 13)
LEAST_FREE_MB = 200
_REQUIREMENT = re.compile(r"([A-Za-z0-9._-]+)\s*(?:==\s*([\w.]+))?")
_TRIAL = "The ferry was late on Monday, the harbour master said."


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, what was found, and what to do where it is not good (None where it is)."""

    what: str
    found: str
    mend: str | None = None


def doctor() -> int:
    """Check the set-up.

    Looks at Python, the packages and their versions, the models' hashes, the gazetteer, the languages, disk space,
    where may be written, the terminal and what your settings name, and reads one sentence. A line for each; ends in 1
    where something has to be mended.

    \b
    Examples:
      sayso doctor
      sayso doctor && sayso brief reports/
    """
    chosen = settings()
    bad = 0
    with opened(None) as write:
        for finding in examined(chosen):
            bad += finding.mend is not None
            mend = f"; {finding.mend}" if finding.mend else ""
            write(f"{'ok ' if finding.mend is None else 'BAD'}  {finding.what + ':':<13}{finding.found}{mend}\n")
        write(f"{bad} to be mended\n" if bad else "all is in order\n")
    return 1 if bad else 0


def examined(chosen: Settings) -> Iterator[Finding]:
    """The findings, one check after the other; a check that fails itself is a finding too."""
    yield python(sys.version_info[:2])
    yield packages()
    checks: tuple[tuple[str, Callable[[Settings], Finding]], ...] = (
        ("models", models), ("gazetteer", gazetteer), ("reading", trial))
    for what, check in checks:
        try:
            yield check(chosen)
        except SaysoError as error:
            found, _, mend = str(error).rpartition("; ")
            yield Finding(what, found, mend)
        except Exception as error:  # a part that is broken fails in its own way; that is what is to be told
            yield Finding(what, f"{type(error).__name__}: {' '.join(str(error).split())[:120]}", "install sayso again")
    yield languages()
    yield from places()
    yield terminal()
    yield own(chosen)


def python(running: tuple[int, ...]) -> Finding:
    told = f"{platform.python_version()} at {sys.executable}"
    fits = OLDEST <= running <= NEWEST
    return Finding("Python", told, None if fits else "use Python 3.11, 3.12 or 3.13")


def packages(wanted: list[str] | None = None) -> Finding:
    """Whether each package that sayso needs is installed, those that are pinned at their version."""
    listed = (requires("sayso") or []) if wanted is None else wanted
    missing, there = [], []
    for line in listed:
        found = _REQUIREMENT.match(line)
        if not found or "extra ==" in line:
            continue
        name, pinned = found[1], found[2]
        try:
            installed = version(name)
        except PackageNotFoundError:
            missing.append(f"{name} is not installed")
            continue
        there.append(f"{name} {installed}")
        if pinned and installed != pinned:
            missing.append(f"{name} is {installed}, not {pinned}")
    if missing:
        return Finding("packages", ", ".join(missing), "install sayso again (make setup)")
    return Finding("packages", f"sayso {__version__}; {', '.join(there)}")


def models(chosen: Settings) -> Finding:
    from sayso import pipeline

    hashes = pipeline.meta(chosen).models
    return Finding("models", ", ".join(f"{name} (sha256 {hashed[:12]})" for name, hashed in hashes.items()))


def gazetteer(chosen: Settings) -> Finding:
    from sayso.data.location import existing_path, writable_path

    there = existing_path(chosen)
    if there:
        return Finding("gazetteer", f"{there}, {there.stat().st_size / 1e6:.0f} MB")
    return Finding("gazetteer", f"will be built at first use, in {writable_path(chosen)}")


def trial(chosen: Settings) -> Finding:
    """Reads a sentence; what it is to find is who said it."""
    import io

    from sayso import pipeline

    articles = list(pipeline.load(["-"], stdin=io.BytesIO(_TRIAL.encode()), on_error=_fail, on_note=lambda _: None))
    found = [a.source.text for r in pipeline.read(articles, chosen) for a in r.attributions if a.source]
    if found != ["the harbour master"]:
        return Finding("reading", f"a sentence of one source gave {found}", "install sayso again")
    return Finding("reading", "reads a sentence and finds who said it")


def _fail(error: Exception) -> None:
    raise error


def languages() -> Finding:
    return Finding("languages", "English is read; reports in others are listed as not read")


def places() -> Iterator[Finding]:
    """Room and leave to write: in this folder, where results go, and where the system keeps what is passing."""
    for what, folder in (("this folder", Path.cwd()), ("passing files", Path(tempfile.gettempdir()))):
        free = shutil.disk_usage(folder).free / 1e6
        if not os.access(folder, os.W_OK):
            yield Finding(what, f"{folder} may not be written to", "write results elsewhere with -o")
        elif free < LEAST_FREE_MB:
            yield Finding(what, f"{folder} has {free:.0f} MB left", f"make room: {LEAST_FREE_MB} MB are wanted")
        else:
            yield Finding(what, f"{folder} can be written to, {free / 1000:.1f} GB free")


def terminal() -> Finding:
    if not sys.stdout.isatty():
        return Finding("terminal", "none: output goes to a file or another program, without colour")
    size = shutil.get_terminal_size()
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return Finding("terminal", f"{size.columns} columns, {'no colour' if plain else 'bold type and colour'}, UTF-8")


def own(chosen: Settings) -> Finding:
    """What the user set: each place that is named has to be there."""
    named = [(key, path) for key, path in (("SAYSO_MODEL_DIR", chosen.model_dir), ("SAYSO_CACHE_DIR", chosen.cache_dir)) if path]
    gone = [f"{key} names {path}, which is not there" for key, path in named if key == "SAYSO_MODEL_DIR" and not path.is_dir()]
    if gone:
        return Finding("your own", ", ".join(gone), "correct it or unset it")
    told = [f"{key} = {path}" for key, path in named]
    if chosen.sources.entries:
        told.append(f"sources.toml with {len(chosen.sources.entries)} entries")
    return Finding("your own", ", ".join(told) or "no settings (SAYSO_MODEL_DIR, SAYSO_CACHE_DIR, sources.toml are optional)")
