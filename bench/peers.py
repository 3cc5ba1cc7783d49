"""What stands around our own figures in docs/accuracy.md: what they are worth, and what other tools were measured to do."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

PREFACE = ("**These are figures of development.** The sets below were at hand while the rules were made, errors on them",
           "were read, and the rules were changed for it: expect less on news that nobody has looked at. They are",
           "public corpora and a few sets annotated by hand, none of which is part of this repository.")
TABLE = Path(__file__).with_name("peers.tsv")
COMPARABLE = {"same": "yes: same texts, same measure", "near": "roughly: same corpus, used otherwise",
              "other": "no: another test set or measure"}


def section(ours: Mapping[str, str]) -> list[str]:
    """The lines of the section; `ours` holds our figures as written, by `run.figure`."""
    return ["## Beside other tools", "",
            "Only rows that say *yes* can be read across: there the other tool, or the plainest way to do it, was run on",
            "the same texts by this project. All other figures are as published, on test",
            "sets that are not those above and that the tools had mostly not seen, while ours are of development: they",
            "show what is usual for the task, not who is ahead. Where we are below a guess, we add nothing there yet.", "",
            "| task | tool | value | measure, and on what | here | to be compared |", "|---|---|--:|---|---|---|",
            *(_row(row, ours) for row in rows())]


def rows() -> list[dict[str, str]]:
    """The rows of peers.tsv; comment lines begin with `#`."""
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _row(row: Mapping[str, str], ours: Mapping[str, str]) -> str:
    name = row["ours"]
    here = f"{ours.get(name, 'not measured')} `{name}`" if name else "no like figure"
    cells = (row["task"], row["tool"], row["value"], f"{row['measure']}; {row['measured on']}", here, COMPARABLE[row["how"]])
    return f"| {' | '.join(cells)} |"
