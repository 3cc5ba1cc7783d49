"""The files a folder holds: in order, each once, without what is hidden or no text."""

from __future__ import annotations

import errno
import os
import stat
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.errors import InputError
from sayso.ingest.encoding import binary_kind
from sayso.ingest.naming import stem
from sayso.ingest.notices import Notices, shown

HEAD = 8192
SHOWN = 3
# Parts of saved pages and tables: text that is never an article. Named as a SOURCE of their own they are read.
_NO_ARTICLE = (".css", ".js", ".mjs", ".map", ".svg", ".csv", ".tsv")


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read: its path, and the id its article has unless it says another."""

    path: str
    stem: str


def files(source: str, notices: Notices) -> Iterator[Found]:
    """The files of a folder and of the folders in it, sorted by name within each; or the one file `source` is.

    Hidden files, binary files, tables and parts of saved pages are passed over, with one note that counts them. A
    folder that is linked to twice is read once, so that circular links end. What cannot be opened goes to
    `notices.error`.
    """
    if not os.path.isdir(source):
        yield Found(source, stem(os.path.basename(source)))
        return
    passed: dict[str, list[str]] = defaultdict(list)
    found = False
    for path in _below(source, passed, notices):
        found = True
        yield Found(path, stem(os.path.relpath(path, source).replace(os.sep, "/")))
    if passed:
        notices.note(f"{shown(source)}: passed over {_summary(source, passed)}")
    if not found:
        notices.error(InputError(shown(source), "holds no files to read", "name a folder with articles in it"))


def _below(top: str, passed: dict[str, list[str]], notices: Notices) -> Iterator[str]:
    """Depth first, with a stack of its own: folders may be nested deeper than Python may recurse."""
    seen: set[tuple[int, int]] = set()
    stack = [top]
    while stack:
        path = stack.pop()
        try:
            status = os.stat(path)
            if stat.S_ISDIR(status.st_mode):
                if (status.st_dev, status.st_ino) in seen:
                    passed["folder linked to twice"].append(path)
                    continue
                seen.add((status.st_dev, status.st_ino))
                names = sorted(os.listdir(path), reverse=True)
                for name in reversed(names):
                    if name.startswith("."):
                        passed["hidden file"].append(os.path.join(path, name))
                stack.extend(os.path.join(path, n) for n in names if not n.startswith("."))
                continue
            reason = _no_article(path, status)
        except OSError as error:
            notices.error(unreadable(path, error))
            continue
        if reason:
            passed[reason].append(path)
        else:
            yield path


def _no_article(path: str, status: os.stat_result) -> str | None:
    if not stat.S_ISREG(status.st_mode):
        return "special file"
    if path.lower().endswith(_NO_ARTICLE):
        return "table or part of a page"
    with open(path, "rb") as stream:
        return "binary file" if binary_kind(stream.read(HEAD)) else None


def _summary(top: str, passed: dict[str, list[str]]) -> str:
    parts = []
    for reason, paths in passed.items():
        names = ", ".join(shown(os.path.relpath(p, top)) for p in paths[:SHOWN])
        parts.append(f"{len(paths)} × {reason} ({names}{', …' if len(paths) > SHOWN else ''})")
    return "; ".join(parts)


def unreadable(path: str, error: OSError) -> InputError:
    """The error for a path that the system would not open or read."""
    why = "no such file or folder" if isinstance(error, FileNotFoundError) else error.strerror or str(error)
    if isinstance(error, FileNotFoundError) and os.path.islink(path):
        why = "is a link to a file that is not there"
    if error.errno == errno.ELOOP:
        return InputError(shown(path), "is a link that leads back to itself", "take it away or leave it out")
    mend = "allow yourself to read it" if isinstance(error, PermissionError) else "check the path"
    return InputError(shown(path), why, mend)
