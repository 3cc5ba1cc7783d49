"""Reading the package's TSV tables: comment lines begin with `#`, the first other line names the columns."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of `sayso/data/<name>` as column name -> cell; missing cells at a line's end are empty."""
    columns: list[str] | None = None
    for line in files("sayso.data").joinpath(name).read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if columns is None:
            columns = cells
        else:
            yield dict(zip(columns, cells + [""] * (len(columns) - len(cells)), strict=True))


def parts(cell: str) -> tuple[str, ...]:
    """The members of a cell that holds a list parted by `|`."""
    return tuple(p for p in cell.split("|") if p)
