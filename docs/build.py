"""Writes what the program can say best itself: docs/cli.md from `--help`, docs/grades.md from the table of grades,
docs/exports.md from the tables of columns, docs/weighing.md from docstrings and the example; in README.md the excerpt from
`sayso demo`, the table from docs/accuracy.md and the screenshot, where there is one.

Run it after a change that shows: `python docs/build.py`. A test holds the pages to what the program prints.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

COMMANDS = ("", "read", "stories", "brief", "add", "serve", "claims", "who", "find", "diff", "ask", "verify", "judge",
            "check", "backup", "restore", "rebuild", "export", "paste", "mcp", "demo", "doctor")
DOCS = Path(__file__).resolve().parent
CLI, GRADES, README, ACCURACY = DOCS / "cli.md", DOCS / "grades.md", DOCS.parent / "README.md", DOCS / "accuracy.md"
WEIGHING, EXPORTS = DOCS / "weighing.md", DOCS / "exports.md"
SCREENSHOT = DOCS / "brief.png"
EXCERPT = re.compile(r"(<!-- the first lines of `sayso demo` -->\n```text\n)(.*?)(^```$)", re.DOTALL | re.MULTILINE)
EXCERPT_LINES = 24
TABLE = re.compile(r"(<!-- from docs/accuracy.md -->\n)(.*?)(?=^These are figures)", re.DOTALL | re.MULTILINE)
IMAGE = re.compile(r"(<!-- screenshot -->\n)(!\[.*\n)?")
# What README.md shows of the measured figures: the name in docs/accuracy.md, and what it says to a reader.
SHOWN = (
    ("attribution.f1_30", "who says what: what is attributed, found (F1)"),
    ("attribution.source_accuracy", "… and of those found, put to the right source"),
    ("dates.value_f1", "dates, with their value (F1)"),
    ("places_geovirus.end_to_end", "places, found and put within 161 km"),
    ("stories.bcubed_f1", "which reports are of one event (BCubed F1)"),
    ("claims.pair_f1", "which sentences say the same (F1 of pairs)"),
    ("claims.origin_f1", "on whose word a claim rests (F1)"),
    ("claims.independent_accuracy", "how many independent origins it has, exactly right"),
    ("claims.true_corroboration", "shown with two or more, and truly so"),
    ("claims.corroboration_recall", "truly with two or more, and shown so"),
)
HEAD = """# Command reference

Made by `docs/build.py` from the program's own help; a test holds it to that.

Results go to standard output or to the file named with `-o`, in UTF-8; everything else goes to standard error, one
line each. A file appears under its name only when it is whole. A progress bar is drawn only on a terminal.
"""
GRADES_HEAD = """# Credibility grades

Made by `docs/build.py` from the table in the program; a test holds it to that.

`sayso brief --grades` gives each claim the number of the Admiralty code (1 confirmed, 2 probably true, 3 possibly true,
4 doubtful, 5 improbable, 6 cannot be judged). The first line that fits decides, and every condition is a field of the
claim that the brief shows. No line gives 1: whether something is confirmed is for a person to say. The letter (A to F)
is your own rating of an outlet or source, in `sources.toml`; the two are judged apart and never added up. A grade says
how a claim stands in these reports, not whether it is true.

| line | the claim | grade |
|---|---|---|
"""


EXPORTS_HEAD = """# Exports

Made by `docs/build.py` from the tables in the program; a test holds it to that.

```console
$ sayso export examples/villach -o tables
$ sayso export examples/villach --as geojson -o claims.geojson
$ sayso export examples/villach --as ics -o due.ics
$ sayso export examples/villach --as jsonld -o claims.jsonld
$ sayso export examples/villach --as parquet -o frames
$ sayso export examples/villach --as atom -o changed.atom
$ sayso export examples/villach --as ninjs -o item.json
```

`tables` is a folder with a CSV file for each table below (UTF-8, RFC 4180). An empty cell is what is not known or not said,
never nought; several values in one cell have ` | ` between them; dates are as exact as the reports, `2026-04` is no day. A text
that a spreadsheet would take for a formula has an apostrophe before it (`'=`, `'+`, `'-`, `'@`). The `words` of a row are those of
the report: its stored text from `start` to `end`, in code points.

`claims.geojson` has a point for each place that a claim names, with the columns of `claims` as properties; `precision` says
whether the point is the place itself or the middle of a region or country. `due.ics` is a calendar (RFC 5545)
with an entry for each dated line of the watch list, over all the days that its date may mean, with on whose word it is due, how
it stands and the words of the reports; an entry that is imported again is renewed. `claims.jsonld` has the stories,
claims and reports as schema.org `Collection`, `Claim` and `Report`: `author` are those on whose word a claim stands that are counted,
`description` says how it stands and why, and nothing rates whether it is true. `frames` is a folder with the same
tables as Parquet, typed, what is not known null. `changed.atom` is an Atom feed (RFC 4287) with an entry for each claim that can
be read by itself; a feed reader shows it as new when it is told again, stands otherwise or a person decided about it. `item.json` is
an IPTC ninjs 3.0 item: a composite with the brief as its body and the reports, without their text, as associated items. A time without
a zone is taken for UTC in both. `--as markdown`, `html` and `json` write what `sayso brief -o` writes.

A row of `events` says how a happening stands in these reports, not that it happened: keep `status`, `independent_origins` and
`denied_by` beside it wherever it goes.
"""


def reference() -> str:
    """The page on the commands, from running `--help` of each."""
    return HEAD + "".join(f"\n## {f'sayso {c}'.strip()}\n\n```\n{_run(*c.split(), '--help')}```\n" for c in COMMANDS)


def grades() -> str:
    """The page on credibility grades, from the table that gives them."""
    from sayso.weigh import credibility

    rows = "".join(f"| {n} | {rule.words} | {rule.grade} |\n" for n, rule in enumerate(credibility.TABLE, 1))
    return GRADES_HEAD + rows


def exports() -> str:
    """The page on exports, from the tables of columns."""
    from sayso.serve.exports.columns import TABLES

    kinds = {str: "text", int: "whole number", float: "number", bool: "true, false"}
    rows = {t.name: "".join(f"| `{c.name}` | {kinds[c.kind]} | {c.says} |\n" for c in t.columns) for t in TABLES}
    return EXPORTS_HEAD + "".join(f"\n## {t.name}\n\n{t.says[0].upper()}{t.says[1:]}.\n\n| column | | what it holds |\n|---|---|---|\n"
                                  f"{rows[t.name]}" for t in TABLES)


def weighing() -> str:
    """The page on how weighing works."""
    from weigh import page

    return str(page())


def readme() -> str:
    """README.md with its excerpt as `sayso demo` prints it now, its table and its screenshot."""
    lines = _run("demo").splitlines()[:EXCERPT_LINES]
    excerpt = "\n".join(lines).rstrip() + "\n…\n"
    text = EXCERPT.sub(lambda m: m[1] + excerpt + m[3], README.read_text("utf-8"))
    text = TABLE.sub(lambda m: m[1] + table(), text)
    image = f"![The brief of the example as a page]({SCREENSHOT.relative_to(README.parent).as_posix()})\n"
    return IMAGE.sub(lambda m: m[1] + (image if SCREENSHOT.exists() else ""), text)


def table() -> str:
    """The figures that README.md shows, as docs/accuracy.md has them; KeyError for one that is not there."""
    rows = [[cell.strip() for cell in line.split("|")] for line in ACCURACY.read_text("utf-8").splitlines()]
    values = {row[2].strip("`"): row[3] for row in rows if len(row) > 6 and row[2].startswith("`")}
    lines = [f"| {says} | {values[name]} |\n" for name, says in SHOWN]
    return "\n| measured | |\n|---|--:|\n" + "".join(lines) + "\n"


def _run(*words: str) -> str:
    command = [sys.executable, "-m", "sayso", *words]
    environment = {**os.environ, "COLUMNS": "96"}
    return subprocess.run(command, env=environment, capture_output=True, check=True, encoding="utf-8").stdout


if __name__ == "__main__":
    CLI.write_text(reference(), "utf-8")
    GRADES.write_text(grades(), "utf-8")
    EXPORTS.write_text(exports(), "utf-8")
    WEIGHING.write_text(weighing(), "utf-8")
    README.write_text(readme(), "utf-8")
