"""JSON text -> the values that may be articles, each with the line it begins on."""

from __future__ import annotations

import json
import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field

_SPACE = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder()


def is_complete(line: str) -> bool:
    """Whether the line is one whole JSON object or list."""
    try:
        return isinstance(json.loads(line), dict | list)
    except (ValueError, RecursionError):
        return False


def values(text: str, first_line: int = 1) -> Iterator[tuple[int, object]]:
    """The articles of a JSON text: its objects, the elements of its lists, those of the list at `articles`.

    Yields (line, value) one at a time, so that what stands before a broken place is not lost; raises
    json.JSONDecodeError there. Several values may follow one another. An object with `articles` and no `text` is a
    wrapping and no article itself.
    """
    return _Walk(text, first_line).all()


@dataclass(slots=True)
class _Walk:
    text: str
    line: int
    at: int = field(default=0)
    counted: int = field(default=0)

    def all(self) -> Iterator[tuple[int, object]]:
        self.skip()
        while self.at < len(self.text):
            if self.here("["):
                yield from self.elements()
            elif self.here("{"):
                yield from self.members()
            else:
                yield self.line_here(), self.value()
            self.skip()

    def elements(self) -> Iterator[tuple[int, object]]:
        for _ in self.items("[", "]"):
            yield self.line_here(), self.value()

    def members(self) -> Iterator[tuple[int, object]]:
        line, found, wrapping = self.line_here(), {}, False
        for _ in self.items("{", "}"):
            if not self.here('"'):
                self.broken("Expecting a key in double quotes")
            key = self.value()
            self.skip()
            self.take(":")
            if key == "articles" and self.here("["):
                wrapping = True
                yield from self.elements()
            else:
                found[key] = self.value()
        if not wrapping or "text" in found:
            yield line, found

    def items(self, opening: str, closing: str) -> Generator[None, None, None]:
        """Stands before each item in turn; the caller reads it. Ends behind the closing bracket."""
        self.take(opening)
        if self.here(closing):
            self.at += 1
            return
        while True:
            yield
            self.skip()
            if self.here(closing):
                self.at += 1
                return
            self.take(",")

    def value(self) -> object:
        try:
            value, self.at = _DECODER.raw_decode(self.text, self.at)
        except json.JSONDecodeError:
            raise
        except RecursionError:
            self.broken("Nested too deeply")
        except ValueError as error:  # a number with more digits than Python converts
            self.broken(str(error).partition(":")[0])
        return value

    def here(self, char: str) -> bool:
        return self.text.startswith(char, self.at)

    def take(self, char: str) -> None:
        if not self.here(char):
            self.broken(f"Expecting '{char}'")
        self.at += 1
        self.skip()

    def skip(self) -> None:
        found = _SPACE.match(self.text, self.at)
        self.at = found.end() if found else self.at

    def line_here(self) -> int:
        self.line += self.text.count("\n", self.counted, self.at)
        self.counted = self.at
        return self.line

    def broken(self, what: str) -> None:
        raise json.JSONDecodeError(what, self.text, self.at)
