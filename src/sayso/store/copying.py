"""A library's backup and its return: whole files, made while others may be writing, and never half in place."""

from __future__ import annotations

import os
import secrets
import sqlite3
from pathlib import Path

from sayso.errors import InputError, UsageError
from sayso.store.schema import connect, told


def backup(library: Path, to: Path) -> None:
    """Copy a library as it is at one moment to a file that is not there yet; raises UsageError where it is, InputError
    where either cannot be read or written."""
    if to.exists():
        raise UsageError(f"{to}: is there already; give a name that is new")
    _copied(library, to)


def restore(saved: Path, library: Path, replace: bool) -> None:
    """Put a backup back in a library's place, whole or not at all.

    A library that is there is replaced only where that is asked for. Raises UsageError, InputError as `backup`.
    """
    if library.exists() and not replace:
        raise UsageError(f"{library}: is there already; --replace puts the backup in its place, or name another with --library")
    if library.exists() and library.samefile(saved):
        raise UsageError(f"{saved}: is the library itself; name its backup")
    if library.is_dir():
        raise UsageError(f"{library}: is a folder; name a file with --library")
    _copied(saved, library)


def _copied(source: Path, target: Path) -> None:
    if not target.resolve().parent.is_dir():
        raise InputError(str(target), f"there is no folder {target.parent}", "make it first")
    connection = connect(source)
    part = target.with_name(f".{target.name[:80]}.{secrets.token_hex(4)}.part")
    try:
        with told(target):
            copy = sqlite3.connect(part)
            try:
                with told(source):
                    connection.backup(copy)
                sound = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
            finally:
                copy.close()
        if sound != "ok":
            raise InputError(str(source), f"is damaged: {' '.join(sound.split())}", "use another backup")
        os.replace(part, target)
    finally:
        connection.close()
        part.unlink(missing_ok=True)
