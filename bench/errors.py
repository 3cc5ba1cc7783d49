"""What sayso gets wrong, by class: the section of docs/accuracy.md made from errors.tsv, where it is said how it was counted."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

TABLE = Path(__file__).with_name("errors.tsv")
READ = 50


def section(about: Mapping[str, str]) -> list[str]:
    """The lines of the section; `about` says what each set is, by the run's name."""
    lines = ["## What it gets wrong", "",
             f"Of each set {READ} errors were drawn at random from all, read beside the text, and put in one class each. An",
             "error is what the scorer counts as one: something annotated and not found, found and not annotated, or found with",
             "another source, value or position. Of the fifty, those *mended* are right since. Where nothing is to be done, the",
             "annotators and we mean different things."]
    found = rows()
    for name in dict.fromkeys(r["set"] for r in found):
        own = [r for r in found if r["set"] == name]
        lines += ["", f"**{about[name]}**, {READ} of {own[0]['drawn_from']} errors:", "",
                  "| class | of 50 | mended | what it is | what it would take |", "|---|--:|--:|---|---|"]
        lines += [f"| {r['class']} | {r['count']} | {r['mended']} | {r['what it is']} | {r['what it would take']} |" for r in own]
    return lines


def rows() -> list[dict[str, str]]:
    """The rows of errors.tsv; comment lines begin with `#`."""
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
