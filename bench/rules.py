#!/usr/bin/env python3
"""How often each reading rule is right: writes src/sayso/data/rule_precision.tsv from the attribution scorer's table.

    bench/rules.py [--split train] [--limit 300]

An attribution is right here when its content meets one that people annotated (Dice of characters at least .3, one to
one). `sayso read --explain` shows these figures beside every attribution. Python 3.11, standard library only.
"""

from __future__ import annotations

import argparse
import re
import shlex
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from run import ROOT, BenchError, check_folders, commit

TABLE = ROOT / "src" / "sayso" / "data" / "rule_precision.tsv"
HEADING = re.compile(r"^predicted, by rule\s")
ROW = re.compile(r"^(R\d+)\s+(\d+)\s+(\d+)\s")
ARTICLES = re.compile(r"^(\d+) articles, \d+ gold and \d+ predicted attributions", re.MULTILINE)


def by_rule(printed: str) -> list[tuple[str, int, int]]:
    """(rule, matched, predicted) in the order of the rules' numbers. Raises BenchError where there is no such table."""
    lines = iter(printed.splitlines())
    if not any(HEADING.match(line) for line in lines):
        raise BenchError("the scorer printed no table by rule")
    found = []
    for line in lines:
        if not line.strip():
            break
        if row := ROW.match(line):
            found.append((row[1], int(row[2]), int(row[2]) + int(row[3])))
    return sorted(found, key=lambda r: int(r[0][1:]))


def table(rows: Sequence[tuple[str, int, int]], measured_on: str) -> str:
    """The file: its comment, the names of the columns, a row a rule."""
    head = (f"# How often each rule's attributions met an annotated one. Made by bench/rules.py on {measured_on}.",
            "# The rules were made on this corpus: its figures are for development. Own measurement; licence: that of this"
            " project.",
            "rule\tmatched\tpredicted\tprecision")
    return "\n".join([*head, *(f"{r}\t{m}\t{p}\t{m / p:.3f}" for r, m, p in rows)]) + "\n"


def options(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The command line."""
    p = argparse.ArgumentParser(prog="bench/rules.py", description="Measure every reading rule; write the table of them.")
    p.add_argument("--split", default="train", help="the part of the corpus (default: train)")
    p.add_argument("--limit", type=int, default=300, metavar="N", help="only the first N articles (default: 300)")
    p.add_argument("--gold", type=Path, default=ROOT.parent / "shared" / "gold", metavar="PATH", help="the gold folder")
    p.add_argument("--score", type=Path, default=ROOT.parent / "shared" / "score", metavar="PATH", help="the scorers")
    p.add_argument("--sayso", default=shlex.quote(str(ROOT / ".venv" / "bin" / "sayso")), metavar="COMMAND",
                   help="the command to measure (default: the checkout's)")
    p.add_argument("--output", type=Path, default=TABLE, metavar="FILE", help="write here")
    return p.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and write; the exit code: 0 done, 2 wrong usage or the scorer failed."""
    args = options(arguments)
    try:
        check_folders(args)
        words = ["--gold", str(args.gold / "attribution"), "--split", args.split, "--limit", str(args.limit)]
        done = subprocess.run([sys.executable, str(args.score / "attribution.py"), *words, "--sayso", args.sayso],
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8", check=False)
        if done.returncode:
            raise BenchError((done.stderr.strip() or "the scorer failed without a word").splitlines()[-1])
        size = ARTICLES.search(done.stdout)
        on = (f"PolNeAR, {args.split} part, {size[1] if size else '?'} articles, "
              f"{time.strftime('%Y-%m-%d', time.gmtime())}, commit {commit()}")
        args.output.write_text(table(by_rule(done.stdout), on), encoding="utf-8")
    except (BenchError, OSError) as e:
        print(f"bench: {e}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
