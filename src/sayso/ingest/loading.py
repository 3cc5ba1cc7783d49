"""Sources -> articles, one at a time: opens each input, tells its format by its content, names what it holds."""

from __future__ import annotations

import io
import itertools
import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from sayso.errors import InputError
from sayso.ingest import page
from sayso.ingest.encoding import decode, marked, unmarked
from sayso.ingest.frontmatter import split
from sayso.ingest.jsontext import is_complete, values
from sayso.ingest.naming import FileNames, Names
from sayso.ingest.notices import Notices, quoted, shown
from sayso.ingest.paste import Piece, part
from sayso.ingest.record import Given, article, type_name
from sayso.ingest.walk import files, unreadable
from sayso.model.article import Article

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\{\s*[\"}]|\[\s*(?:\{|\]\s*\Z))")
_JSON_NAMES = (".json", ".jsonl", ".ndjson")
_LINE_NAMES = (".jsonl", ".ndjson")


def load(sources: Sequence[str], *, stdin: BinaryIO | None = None, on_error: Callable[[InputError], None],
         on_note: Callable[[str], None], on_paste: Callable[[Article], Article] | None = None) -> Iterator[Article]:
    """The articles of files, folders and standard input (`-`), in the order given, one at a time.

    Each input that cannot be read goes to `on_error`, and the rest goes on; what had to be changed or guessed goes
    to `on_note` as one line. Ids are unique within one call. `stdin` is the program's own where it is None; its
    articles pass through `on_paste`, which may give back more of what is known of them than the text says.
    Offsets of a plain text with a front matter begin behind it.
    """
    notices = Notices(on_error, on_note)
    names = Names(notices)
    for source in sources:
        if source == "-":
            # A closed standard input is None: it is empty.
            given: BinaryIO = stdin if stdin is not None else getattr(sys.stdin, "buffer", io.BytesIO())
            if given.isatty():  # its end is asked for once, not again by whoever reads on behind it
                given = io.BytesIO(given.read())
            pasted = _guarded(_Input(given, "stdin", FileNames(names, "stdin"), notices, pasted=True))
            yield from map(on_paste, pasted) if on_paste else pasted
        elif _URL.match(source):
            notices.error(InputError(shown(source), "URLs are not fetched yet", "save the page and name its file"))
        elif not source or "\0" in source:
            notices.error(InputError(quoted(source), "is no path", "name a file or a folder"))
        else:
            for found in files(source, notices):
                try:
                    stream = open(found.path, "rb")  # noqa: SIM115 (closed below; only opening is guarded here)
                except OSError as error:
                    notices.error(unreadable(found.path, error))
                    continue
                with stream:
                    yield from _guarded(_Input(stream, shown(found.path), FileNames(names, found.stem), notices))


@dataclass(frozen=True, slots=True)
class _Input:
    """One stream of bytes: its name for messages, the ids of its articles, and where messages go."""

    stream: BinaryIO
    label: str
    names: FileNames
    notices: Notices
    pasted: bool = False


def _guarded(one: _Input) -> Iterator[Article]:
    try:
        yield from _articles(one)
    except InputError as error:
        one.notices.error(error)
    except OSError as error:
        one.notices.error(unreadable(one.label, error))
    summary = one.names.summary()
    if summary:
        one.notices.note(f"{one.label}: {summary}")


def _articles(one: _Input) -> Iterator[Article]:
    stream, head = one.stream, _head(one.stream)
    first = b"".join(head)
    if marked(first) not in (None, "utf-8-sig") or unmarked(first):
        text, remark = decode(first + stream.read(), one.label)
        if remark:
            one.notices.note(f"{one.label}: {remark}")
        stream = io.BytesIO(text.encode("utf-8"))
        head = _head(stream)
    start = b"".join(head)
    if not start.strip() or start.strip() == b"\xef\xbb\xbf":
        raise InputError(one.label, "is empty", "give it some text or leave it out")
    if _JSON.match(start) or (one.label.lower().endswith(_JSON_NAMES) and not start.lstrip().startswith(b"<")):
        yield from _from_json(one, head, stream)
        return
    text, remark = decode(start + stream.read(), one.label)
    if remark:
        one.notices.note(f"{one.label}: {remark}")
    if one.pasted and not page.is_html(text, one.label):
        yield from _from_paste(one, text)
    else:
        yield article(_from_text(text, one.label), one.names, one.notices)


def _from_paste(one: _Input, text: str) -> Iterator[Article]:
    """The reports in a text that was pasted or piped; how it was parted is noted, and what may have been meant so."""
    parted = part(text)
    pieces = parted.pieces
    if len(pieces) > 1:
        one.notices.note(f"{one.label}: parted into {len(pieces)} reports: {'; '.join(map(_told, pieces))}; "
                         "to keep a text whole, give it as a file")
    if parted.doubtful:
        one.notices.note(f"{one.label}: what may begin another report was left where it is; "
                         "a line of ===== between two reports parts them")
    for piece in pieces:
        where = f"{one.label}:{piece.line}" if len(pieces) > 1 else one.label
        try:
            given = _from_text(text[piece.start:piece.end], where)
            if piece.title:
                given = Given({"title": piece.title, **given.values}, where)
            yield article(given, one.names, one.notices)
        except InputError as error:
            one.notices.error(error)


def _told(piece: Piece) -> str:
    return f"line {piece.line}{f' ({piece.sign})' if piece.sign else ''}"


def _head(stream: BinaryIO) -> list[bytes]:
    """The first lines, up to the second that is not blank: enough to tell JSON Lines from JSON, and both from text."""
    lines: list[bytes] = []
    filled = 0
    while filled < 2 and (line := stream.readline()):
        lines.append(line)
        filled += bool(line.strip())
    return lines


def _from_text(text: str, label: str) -> Given:
    if page.is_html(text, label):
        found = page.read(text)
        if not (found["text"] or "").strip():
            raise InputError(label, "no article was found in the page", "save its text as a text file")
        return Given(found, label, from_page=True)
    if page.is_other_xml(text):
        raise InputError(label, "is XML, which is not read yet", "save its text as a text file, HTML or JSON")
    front, rest = split(text)
    if not rest.strip():
        raise InputError(label, "is empty" if not front else "has no text after its front matter",
                         "give it some text or leave it out")
    return Given({**front, "text": rest}, label)


def _from_json(one: _Input, head: list[bytes], stream: BinaryIO) -> Iterator[Article]:
    """JSON Lines go on behind a broken line; any other JSON is read up to its first broken place."""
    any_value, lines = False, _is_lines(head, one.label)
    for line_number, text in _json_texts(one, head, stream, lines):
        try:
            for line, value in values(text, line_number):
                any_value = True
                made = _from_value(one, f"{one.label}:{line}", value)
                if made:
                    yield made
        except json.JSONDecodeError as error:
            any_value = True
            one.notices.error(InputError(
                f"{one.label}:{line_number + error.lineno - 1}",
                f"is not valid JSON ({error.msg}, column {error.colno})",
                "mend it or leave it out" if lines else "mend it; what stands behind it is not read"))
    if not any_value:
        raise InputError(one.label, "holds no articles", 'give a JSON object with "text", or a list of them')


def _from_value(one: _Input, where: str, value: object) -> Article | None:
    try:
        if not isinstance(value, dict):
            raise InputError(where, f"is {type_name(value)}, not an article", 'give a JSON object with "text"')
        return article(Given(value, where), one.names, one.notices)
    except InputError as error:
        one.notices.error(error)
        return None


def _json_texts(one: _Input, head: list[bytes], stream: BinaryIO, lines: bool) -> Iterator[tuple[int, str]]:
    """The texts to be read as JSON by themselves, each with the number of its first line: every line, or the whole."""
    if not lines:
        text, remark = decode(b"".join(head) + stream.read(), one.label)
        if remark:
            one.notices.note(f"{one.label}: {remark}")
        yield 1, text
        return
    told: set[str] = set()
    for number, line in enumerate(itertools.chain(head, stream), 1):
        if not line.strip():
            continue
        try:
            text, remark = decode(line.rstrip(b"\r\n"), f"{one.label}:{number}")
        except InputError as error:
            one.notices.error(error)
            continue
        if remark and remark not in told:
            told.add(remark)
            one.notices.note(f"{one.label}:{number}: {remark}")
        yield number, text


def _is_lines(head: list[bytes], label: str) -> bool:
    """Whether the first two lines that are not blank are JSON Lines, of which either may be broken."""
    first, second, *_ = [*(line.decode("utf-8-sig", "replace").strip() for line in head if line.strip()), ""]
    if is_complete(first):
        return True
    # A JSON text goes on behind these; behind a comma, a broken line of JSON Lines may end as well.
    if first.endswith(("[", "{", ":")) or (first.endswith(",") and (first[0] == "[" or not is_complete(second))):
        return False
    return label.lower().endswith(_LINE_NAMES) or (first.startswith("{") and second.startswith("{"))
