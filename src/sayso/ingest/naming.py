"""Ids of articles: the given one, else the path's; what is taken gets `~2`, `~3` and so on."""

from __future__ import annotations

import re

from sayso.ingest.notices import Notices, quoted, without_surrogates

_EXTENSION = re.compile(r"(?<=[^/])\.(?=[0-9]*[A-Za-z])[A-Za-z0-9]{1,10}\Z")


def stem(path: str) -> str:
    """A relative path without its extension, with `/` between its parts: `a/b.txt` -> `a/b`.

    An extension has a letter and at most ten letters and digits, so that `report.2024` keeps its year.
    """
    return _EXTENSION.sub("", without_surrogates(path)[0])


class Names:
    """The ids that are taken in one load."""

    def __init__(self, notices: Notices) -> None:
        self._taken: set[str] = set()
        self._next: dict[str, int] = {}
        self._notices = notices

    def free(self, wanted: str) -> str:
        """`wanted`, or the first of `wanted~2`, `wanted~3` ... that is free; it is taken from now on."""
        name = wanted
        while name in self._taken:
            number = self._next[wanted] = self._next.get(wanted, 1) + 1
            name = f"{wanted}~{number}"
        self._taken.add(name)
        return name

    def clash(self, where: str, wanted: str, name: str) -> None:
        self._notices.note(f"{where}: the id {quoted(wanted)} is taken; this article is called {quoted(name)}")


class FileNames:
    """The ids of the articles of one file: those that have none of their own are called after the file."""

    def __init__(self, names: Names, path_stem: str) -> None:
        self._names, self._stem = names, path_stem
        self._nameless, self._first, self._last = 0, "", ""

    def name(self, given: str | None, where: str) -> str:
        """The id of the file's next article; a clash with another id is noted."""
        wanted = given or self._stem
        name = self._names.free(wanted)
        # A further nameless article of one file clashes with its own file only: that is told once, by `summary`.
        if name != wanted and (given or not self._nameless):
            self._names.clash(where, wanted, name)
        if not given:
            self._nameless, self._first, self._last = self._nameless + 1, self._first or name, name
        return name

    def summary(self) -> str | None:
        """What to note when the file is done: that several of its articles were numbered, or None."""
        if self._nameless < 2:
            return None
        return f"{self._nameless} articles without an id are called {quoted(self._first)} to {quoted(self._last)}"
