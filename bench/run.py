#!/usr/bin/env python3
"""Every measurement with one command: runs the scorers, prints one table, checks the floors.

The scorers and the gold they measure against are not part of this repository (the texts belong to their publishers);
they lie beside the checkout, in ../shared, unless --gold and --score say where. Each scorer is a script that runs
`sayso`, prints its figures as one JSON object on its last line and takes the options named in RUNS.

Exit 0: all was measured and no floor missed; 1: a floor was not reached; 2: wrong usage, or a scorer failed.
Python 3.11, standard library only.
"""

from __future__ import annotations

import argparse
import json
import math
import shlex
import subprocess
import sys
import time
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import errors
import peers

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "bench" / "out"
FLOORS = ROOT / "bench" / "floors.toml"
PYTHON = ROOT / ".venv" / "bin" / "python"
MARKER = "<!-- Written by `make accuracy` from bench/out; do not edit by hand. -->"


@dataclass(frozen=True, slots=True)
class Run:
    """One measurement: the scorer's script, its arguments ({gold}, {python}) and the figures that the table shows."""

    script: str
    arguments: str
    shown: tuple[str, ...]
    about: str


_PLACES = ("f1", "accuracy_161km", "end_to_end")
_BCUBED = ("bcubed_f1", "bcubed_p", "bcubed_r")
RUNS: Mapping[str, Run] = {
    "seeds": Run("seeds.py", "--gold {gold}/seeds", ("passed", "musts", "contract", "statements_all_right"),
                 "two reports of one event: the whole dossier, every expectation a check"),
    "attribution": Run("attribution.py", "--gold {gold}/attribution --split dev",
                       ("f1_30", "f1_80", "source_accuracy", "cue_exact"),
                       "who says what: PolNeAR, development part"),
    "dates": Run("dates.py", "--gold {gold}/dates", ("relaxed_f1", "strict_f1", "value_f1", "type_f1"),
                 "dates: TempEval-3, training part"),
    "places_lgl": Run("places.py", "--gold {gold}/places/lgl.xml", _PLACES, "places: Local-Global Lexicon"),
    "places_geovirus": Run("places.py", "--gold {gold}/places/GeoVirus.xml", _PLACES, "places: GeoVirus"),
    **{f"quantities_{kind}": Run("quantities.py", f"--gold {{gold}}/quantities/{kind}-model.json", ("value_f1",),
                                 f"quantities: Recognizers-Text, {kind}")
       for kind in ("age", "currency", "dimension", "temperature")},
    "copies": Run("copies.py", "--gold {gold}/copies", ("f1", "any_f1", "lowest_f1"), "planted near copies"),
    "stories": Run("stories.py", "--gold {gold}/stories/articles.jsonl", _BCUBED,
                   "articles on one event: large events"),
    "stories_incidents": Run("stories.py",
                             "--gold {gold}/incidents/articles.jsonl --key incident_id --min-reports 2", _BCUBED,
                             "articles on one event: small incidents"),
    "claims": Run("claims.py", "--gold {gold}/claims",
                  ("pair_f1", "claims_found", "near_misses_kept_apart", "noise_left_out", "origin_f1",
                   "independent_accuracy", "own_voice_accuracy", "accounts_macro_f1", "denial_f1", "true_corroboration",
                   "corroboration_recall", "statements_in_bounds"),
                  "what is claimed, on whose word: eight stories annotated by hand"),
    "incidents": Run("incidents.py", "--gold {gold}/incidents --sample 60 --seed 7",
                     ("killed_in_ledger", "killed_latest", "injured_in_ledger", "injured_latest"),
                     "killed and injured in the figures ledger, 60 incidents"),
    "speed": Run("speed.py", "--articles {gold}/stories/articles.jsonl --python {python}",
                 ("speed_vs_baseline", "ratio", "articles_per_second", "peak_mb"),
                 "time of `sayso read` against the bare parse of the same texts"),
}


class BenchError(Exception):
    """The measuring cannot go on; its text is one line for the user."""


@dataclass(frozen=True, slots=True)
class Result:
    """What one scorer found. `figures`: its JSON line; `seconds`: the whole run; `commit`: what was measured."""

    name: str
    figures: Mapping[str, object]
    seconds: float
    date: str
    commit: str

    def number(self, figure: str) -> float | None:
        """The figure, None where nothing bore on it. Raises BenchError if the scorer has no figure of that name."""
        if figure not in self.figures:
            raise BenchError(f"{self.name} has no figure {figure!r}; there are: {', '.join(self.figures)}")
        value = self.figures[figure]
        return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def commit() -> str:
    """The checkout's commit, with a plus where files differ from it; `unknown` outside a checkout."""
    def git(*words: str) -> str:
        done = subprocess.run(["git", "-C", str(ROOT), *words], capture_output=True, text=True, check=False)
        return done.stdout.strip() if done.returncode == 0 else ""
    short = git("rev-parse", "--short=10", "HEAD")
    return short + ("+" if short and git("status", "--porcelain", "--untracked-files=no") else "") or "unknown"


def measure(name: str, gold: Path, score: Path, sayso: str, since: str) -> Result:
    """Run one scorer; its whole output goes to bench/out/NAME.txt. Raises BenchError if it fails."""
    run = RUNS[name]
    words = [w.format(gold=gold, python=PYTHON) for w in shlex.split(run.arguments)]
    start = time.monotonic()
    done = subprocess.run([sys.executable, str(score / run.script), *words, "--sayso", sayso],
                          stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8", check=False)
    (OUT / f"{name}.txt").write_text(done.stdout + done.stderr, encoding="utf-8")
    if done.returncode != 0:
        why = (done.stderr.strip() or done.stdout.strip() or "no output").splitlines()
        first = next((line for line in why if "error:" in line), why[-1])
        raise BenchError(f"{name}: {first} (all of it in bench/out/{name}.txt)")
    try:
        figures = json.loads(done.stdout.strip().splitlines()[-1])
    except (ValueError, IndexError) as e:
        raise BenchError(f"{name}: the last line of {run.script} is not JSON: {e}") from e
    date = time.strftime("%Y-%m-%d", time.gmtime())
    return Result(name, figures, round(time.monotonic() - start, 1), date, since)


def save(result: Result) -> None:
    """Write the result to bench/out/NAME.json."""
    row = {"name": result.name, "date": result.date, "commit": result.commit, "seconds": result.seconds,
           "figures": dict(result.figures)}
    (OUT / f"{result.name}.json").write_text(json.dumps(row, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def saved() -> list[Result]:
    """The results in bench/out, in the order of RUNS. Raises BenchError if there are none."""
    try:
        rows = [json.loads((OUT / f"{n}.json").read_text("utf-8")) for n in RUNS if (OUT / f"{n}.json").is_file()]
        results = [Result(r["name"], r["figures"], r["seconds"], r["date"], r["commit"]) for r in rows]
    except (KeyError, ValueError) as e:
        raise BenchError(f"bench/out is damaged ({e!r}); run `make bench` again") from e
    if not results:
        raise BenchError("bench/out has no results; run `make bench` first")
    return results


def floors() -> dict[str, dict[str, float]]:
    """The least values pinned in floors.toml, by run and figure. Raises BenchError for an unknown run or no number."""
    found = tomllib.loads(FLOORS.read_text("utf-8"))
    for name, pins in found.items():
        if name not in RUNS:
            raise BenchError(f"{FLOORS.name}: no run {name!r}; there are: {', '.join(RUNS)}")
        for figure, least in pins.items():
            if isinstance(least, bool) or not isinstance(least, int | float):
                raise BenchError(f"{FLOORS.name}: {name}.{figure} is not a number")
    return found


def rows_of(result: Result, pins: Mapping[str, float]) -> list[tuple[str, str, str, str, bool]]:
    """Table rows (run, figure, value, floor, reached): the shown figures, then others that have a floor."""
    rows = []
    for figure in dict.fromkeys((*RUNS[result.name].shown, *pins)):
        value, least = result.number(figure), pins.get(figure)
        reached = least is None or (value is not None and value >= least)
        rows.append((result.name, figure, show(value), show(least), reached))
    return rows


def show(value: float | None) -> str:
    """A figure for the table: three decimals, none for whole numbers."""
    if value is None:
        return "-"
    return str(int(value)) if value == math.floor(value) and abs(value) > 1 else f"{value:.3f}"


def pin(results: Sequence[Result], pins: Mapping[str, Mapping[str, float]], lower: bool) -> dict[str, dict[str, float]]:
    """New floors: each shown figure that is a share (at most 1), cut to two decimals. One already pinned only rises,
    unless `lower`; speed depends on the machine and is left as it is."""
    new = {name: dict(figures) for name, figures in pins.items()}
    for result in results:
        if result.name == "speed":
            continue
        for figure in RUNS[result.name].shown:
            value = result.number(figure)
            if value is None or (figure != "musts" and not 0 <= value <= 1):
                continue
            least, old = math.floor(value * 100) / 100, new.get(result.name, {}).get(figure)
            new.setdefault(result.name, {})[figure] = least if old is None or lower else max(least, old)
    return new


def write_floors(pins: Mapping[str, Mapping[str, float]]) -> None:
    """floors.toml again, its opening comment kept."""
    head = [line for line in FLOORS.read_text("utf-8").splitlines() if line.startswith("#")]
    body = []
    for name in RUNS:
        if pins.get(name):
            body += ["", f"[{name}]", *(f"{figure} = {least:g}" for figure, least in pins[name].items())]
    FLOORS.write_text("\n".join([*head, *body]) + "\n", encoding="utf-8")


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows under a heading, in columns."""
    wide = [max(len(r[i]) for r in rows) for i in range(len(rows[0]))]
    lines = ["  ".join([*map(str.ljust, r[:2], wide), *map(str.rjust, r[2:], wide[2:])]) for r in rows]
    return "\n".join([lines[0], "-" * len(lines[0]), *lines[1:]])


def report(results: Sequence[Result], pins: Mapping[str, Mapping[str, float]]) -> str:
    """The figures as a Markdown page, those of other tools beside them."""
    lines = ["# How accurate it is", "", MARKER, "", *peers.PREFACE, "", "## Measured here", "",
             "A floor is the least value that `make bench` accepts. `-`: nothing bore on the figure, or no floor.",
             "A plus after a commit: measured with changes on top of it.", "",
             "| measured on | figure | value | floor | date | commit |", "|---|---|--:|--:|---|---|"]
    for result in results:
        about = RUNS[result.name].about
        for _, figure, value, least, _ in rows_of(result, pins.get(result.name, {})):
            cells = (about, f"`{result.name}.{figure}`", value, least, result.date, result.commit)
            lines.append(f"| {' | '.join(cells)} |")
            about = ""
    missing = [f"`{name}`" for name in RUNS if name not in {r.name for r in results}]
    if missing:
        lines += ["", f"Not measured: {', '.join(missing)}."]
    ours = {f"{r.name}.{figure}": show(r.number(figure)) for r in results for figure in r.figures}
    wrong = errors.section({name: run.about for name, run in RUNS.items()})
    return "\n".join([*lines, "", *wrong, "", *peers.section(ours)]) + "\n"


def options(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The command line."""
    p = argparse.ArgumentParser(prog="bench/run.py", description="Run the scorers, print one table, check the floors.")
    p.add_argument("--only", action="append", metavar="NAME", choices=list(RUNS),
                   help=f"only this run (repeatable): {', '.join(RUNS)}")
    p.add_argument("--gold", type=Path, default=ROOT.parent / "shared" / "gold", metavar="PATH", help="the gold folder")
    p.add_argument("--score", type=Path, default=ROOT.parent / "shared" / "score", metavar="PATH", help="the scorers")
    p.add_argument("--sayso", default=shlex.quote(str(ROOT / ".venv" / "bin" / "sayso")), metavar="COMMAND",
                   help="the command to measure (default: the checkout's)")
    p.add_argument("--pin", action="store_true", help="raise the floors to what was measured")
    p.add_argument("--lower", action="store_true", help="with --pin: lower them too, where less was measured")
    p.add_argument("--report", type=Path, metavar="FILE", help="run nothing: write what bench/out holds as Markdown")
    return p.parse_args(arguments)


def check_folders(args: argparse.Namespace) -> None:
    """Raise BenchError unless the gold, the scorers and the command are there."""
    for option, path, sign in (("--gold", args.gold, "README.md"), ("--score", args.score, "attribution.py")):
        if not (path / sign).is_file():
            raise BenchError(f"no {option[2:]} folder at {path}; give its place with {option} PATH")
    command = Path(shlex.split(args.sayso)[0])
    if command.is_absolute() and not command.is_file():
        raise BenchError(f"{command} is not there; run `make setup` first")


def run_all(args: argparse.Namespace) -> int:
    """Measure, print and check; the exit code."""
    check_folders(args)
    OUT.mkdir(parents=True, exist_ok=True)
    pins, since, results, failed = floors(), commit(), [], []
    for name in args.only or RUNS:
        print(f"bench: {name}: {RUNS[name].about}", file=sys.stderr, flush=True)
        try:
            result = measure(name, args.gold.resolve(), args.score.resolve(), args.sayso, since)
            rows_of(result, pins.get(name, {}))
        except BenchError as e:
            failed.append(str(e))
            continue
        save(result)
        results.append(result)
    if args.pin:
        pins = pin(results, pins, args.lower)
        write_floors(pins)
    rows = [row for r in results for row in rows_of(r, pins.get(r.name, {}))]
    if rows:
        print(table([("scorer", "figure", "value", "floor"), *(r[:4] for r in rows)]))
    low = [f"{name}.{figure} is {value}, wanted at least {least}" for name, figure, value, least, ok in rows if not ok]
    for line in (*(f"floor not reached: {x}" for x in low), *(f"failed: {x}" for x in failed)):
        print(line, file=sys.stderr)
    return 2 if failed else 1 if low else 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the command line asks for; the exit code."""
    args = options(arguments)
    try:
        if args.report is None:
            return run_all(args)
        args.report.parent.mkdir(parents=True, exist_ok=True)
        args.report.write_text(report(saved(), floors()), encoding="utf-8")
    except (BenchError, OSError, tomllib.TOMLDecodeError) as e:
        print(f"bench: {e}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
