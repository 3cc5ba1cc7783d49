"""Where a result goes: standard output or a file, always in UTF-8, whole or not at all for a file."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Literal, Protocol

from sayso.errors import SaysoError, UsageError


class ClosedPipe(Exception):
    """Whoever read our output has gone (`| head`): nothing is left to do."""


class OutputError(SaysoError):
    """The result could not be written."""


class Write(Protocol):
    def __call__(self, text: str | bytes) -> None: ...


def check(path: Path | None) -> None:
    """Raise UsageError where nothing could be written at `path`, before any work is done."""
    if path is None:
        return
    if path.is_dir():
        raise UsageError(f"{path}: is a folder; give the name of a file to write")
    if not path.resolve().parent.is_dir():
        raise UsageError(f"{path}: there is no folder {path.parent}; make it first")


@contextlib.contextmanager
def opened(path: Path | None) -> Iterator[Write]:
    """A function that writes text or bytes to the file, or to standard output for None.

    A file appears under its name only when all was written; on any failure the one that was there stays as it was.
    Raises ClosedPipe where the reader of standard output has gone, OutputError where writing fails.
    """
    if path is None:
        if sys.stdout is None:
            raise OutputError("standard output: is closed; open it or name a file with -o")
        with _failures("standard output"):
            yield from _to(sys.stdout.buffer)
        return
    check(path)
    target = path.resolve()
    if target.exists() and not target.is_file():
        with _failures(str(path)), _file(target, "wb") as special:
            yield from _to(special)
        return
    part = target.with_name(f".{target.name[:80]}.{secrets.token_hex(4)}.part")
    try:
        with _failures(str(path)):
            with _file(part, "xb") as stream:
                yield from _to(stream)
            if target.exists():
                part.chmod(stat.S_IMODE(target.stat().st_mode))
            part.replace(target)
    finally:
        part.unlink(missing_ok=True)


@contextlib.contextmanager
def _file(path: Path, mode: Literal["wb", "xb"]) -> Iterator[BinaryIO]:
    """The open file. Closing writes what is still held back: it fails again where writing failed, or for the first time."""
    stream = path.open(mode)
    try:
        yield stream
    except BaseException:
        with contextlib.suppress(OSError):
            stream.close()
        raise
    with _writing():
        stream.close()


def _to(stream: BinaryIO) -> Iterator[Write]:
    # A file name that is no Unicode reaches us as lone surrogates: escaped, they are still valid JSON.
    def write(text: str | bytes) -> None:
        with _writing():
            stream.write(text.encode("utf-8", "backslashreplace") if isinstance(text, str) else text)
    yield write
    with _writing():
        stream.flush()


class _WriteFailed(Exception):
    """Tells a failure to write apart from failures of what is being written."""


@contextlib.contextmanager
def _writing() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _WriteFailed from error


@contextlib.contextmanager
def _failures(name: str) -> Iterator[None]:
    try:
        yield
    except _WriteFailed as failure:
        error = failure.__cause__
        _forget(name)
        if isinstance(error, BrokenPipeError):
            raise ClosedPipe from error
        reason = error.strerror if isinstance(error, OSError) else error
        raise OutputError(f"{name}: could not be written: {reason}; make room or choose another place") from error
    except OSError as error:
        if error.filename is None or not str(error.filename).endswith(".part"):
            raise
        raise OutputError(f"{name}: could not be written: {error.strerror}; choose another place") from error


def _forget(name: str) -> None:
    # What is still buffered would be flushed, and fail again, when the interpreter ends.
    if name == "standard output":
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
