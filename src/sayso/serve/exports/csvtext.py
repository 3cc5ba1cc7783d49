"""Tables as CSV (RFC 4180, UTF-8), safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from sayso.serve.exports.columns import Cell, Table, cells
from sayso.serve.exports.facts import Facts

# A text that begins with one of these is a formula to a spreadsheet, whoever wrote it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_text(table: Table, facts: Facts) -> Iterator[str]:
    """The table line by line, the names of its columns first.

    A text that a spreadsheet would take for a formula has an apostrophe before it; numbers are as they are.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([c.name for c in table.columns])
    yield _taken(out)
    for row in cells(table, facts):
        writer.writerow([_cell(x) for x in row])
        yield _taken(out)


def _taken(out: io.StringIO) -> str:
    text = out.getvalue()
    out.seek(0)
    out.truncate()
    return text


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
    if isinstance(value, int):
        return str(value)
    text = value.replace("\x00", "")
    return f"'{text}" if text.startswith(_FORMULA) else text
