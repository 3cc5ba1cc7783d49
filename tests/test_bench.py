"""`bench/run.py` over scorers of our own making: what it prints, writes, pins and how it ends."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
SCORER = """
import json, sys
from pathlib import Path
print("a table for people")
figures = json.loads(Path(__file__).with_suffix(".json").read_text())
if not figures:
    print("dates.py: error: cannot run sayso", file=sys.stderr)
    sys.exit(2)
print(json.dumps(figures | {"arguments": sys.argv[1:]}))
"""
FIGURES = {"scorer": "dates", "relaxed_f1": 0.9, "strict_f1": 0.758, "value_f1": None, "type_f1": 0.8, "gold": 40}


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "bench"))
    spec = importlib.util.spec_from_file_location("bench_run", ROOT / "bench" / "run.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "bench_run", module)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "OUT", tmp_path / "out")
    monkeypatch.setattr(module, "FLOORS", tmp_path / "floors.toml")
    (tmp_path / "floors.toml").write_text("# kept\n", encoding="utf-8")
    for name in ("gold/README.md", "score/attribution.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "score" / "dates.py").write_text(SCORER, encoding="utf-8")
    return module


def run(bench: ModuleType, tmp_path: Path, figures: dict[str, object], *more: str) -> int:
    (tmp_path / "score" / "dates.json").write_text(json.dumps(figures), encoding="utf-8")
    code = bench.main(["--gold", str(tmp_path / "gold"), "--score", str(tmp_path / "score"), "--sayso", "sayso",
                       "--only", "dates", *more])
    assert isinstance(code, int)
    return code


def test_figures_are_printed_and_kept(bench: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(bench, tmp_path, FIGURES) == 0
    table = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["dates", "strict_f1", "0.758", "-"] in table
    assert ["dates", "value_f1", "-", "-"] in table
    kept = json.loads((tmp_path / "out" / "dates.json").read_text("utf-8"))
    assert kept["figures"]["gold"] == 40
    assert kept["figures"]["arguments"] == ["--gold", str(tmp_path / "gold" / "dates"), "--sayso", "sayso"]


@pytest.mark.parametrize(("floor", "code"), [("strict_f1 = 0.75", 0), ("strict_f1 = 0.76", 1), ("value_f1 = 0.1", 1),
                                             ("gold = 41", 1), ("no_such = 1", 2), ("strict_f1 = true", 2)])
def test_floors_decide(bench: ModuleType, tmp_path: Path, floor: str, code: int) -> None:
    (tmp_path / "floors.toml").write_text(f"[dates]\n{floor}\n", encoding="utf-8")
    assert run(bench, tmp_path, FIGURES) == code


def test_pins_rise_and_fall_only_when_told(bench: ModuleType, tmp_path: Path) -> None:
    def pinned() -> dict[str, float]:
        found = bench.floors()["dates"]
        assert isinstance(found, dict)
        return found

    run(bench, tmp_path, FIGURES, "--pin")
    assert pinned() == {"relaxed_f1": 0.9, "strict_f1": 0.75, "type_f1": 0.8}
    assert run(bench, tmp_path, {**FIGURES, "strict_f1": 0.7, "type_f1": 0.85}, "--pin") == 1
    assert pinned() == {"relaxed_f1": 0.9, "strict_f1": 0.75, "type_f1": 0.85}
    assert run(bench, tmp_path, {**FIGURES, "strict_f1": 0.7}, "--pin", "--lower") == 0
    assert pinned()["strict_f1"] == 0.7
    assert (tmp_path / "floors.toml").read_text("utf-8").startswith("# kept\n")


def test_a_scorer_that_fails_is_one_line(bench: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(bench, tmp_path, {}) == 2
    assert "failed: dates: dates.py: error: cannot run sayso" in capsys.readouterr().err
    assert not (tmp_path / "out" / "dates.json").exists()


def test_what_is_missing_is_one_line(bench: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main(["--gold", str(tmp_path / "none")]) == 2
    assert bench.main(["--report", str(tmp_path / "accuracy.md")]) == 2
    first, second = capsys.readouterr().err.splitlines()
    assert "--gold PATH" in first
    assert "make bench" in second


def test_the_report_says_what_when_and_of_which_commit(bench: ModuleType, tmp_path: Path) -> None:
    run(bench, tmp_path, FIGURES, "--pin")
    assert bench.main(["--report", str(tmp_path / "docs" / "accuracy.md")]) == 0
    page = (tmp_path / "docs" / "accuracy.md").read_text("utf-8")
    kept = json.loads((tmp_path / "out" / "dates.json").read_text("utf-8"))
    assert bench.MARKER in page
    assert f"| `dates.strict_f1` | 0.758 | 0.750 | {kept['date']} | {kept['commit']} |" in page
    assert "Not measured: " in page


def test_the_report_stands_beside_other_tools(bench: ModuleType, tmp_path: Path) -> None:
    run(bench, tmp_path, {**FIGURES, "value_f1": 0.751})
    assert bench.main(["--report", str(tmp_path / "accuracy.md")]) == 0
    page = (tmp_path / "accuracy.md").read_text("utf-8")
    assert "figures of development" in page
    beside = [line for line in page.splitlines() if "HeidelTime" in line]
    assert beside == ["| dates | HeidelTime | 0.776 | F1 of values; TempEval-3, platinum part | 0.751 `dates.value_f1` | "
                      "no: another test set or measure |"]
    assert "not measured `attribution.f1_30` | yes: same texts, same measure |" in page
    assert "no like figure" in page


def test_the_report_says_what_is_got_wrong(bench: ModuleType, tmp_path: Path) -> None:
    run(bench, tmp_path, {"relaxed_f1": 0.9, "strict_f1": 0.8, "value_f1": 0.7, "type_f1": 0.9})
    page = tmp_path / "accuracy.md"
    assert bench.main(["--report", str(page)]) == 0
    text = page.read_text("utf-8")
    assert "## What it gets wrong" in text
    assert f"**{bench.RUNS['dates'].about}**, 50 of 445 errors:" in text


def test_the_errors_read_are_fifty_of_each_set_and_each_in_one_class(bench: ModuleType) -> None:
    found = bench.errors.rows()
    for name in {r["set"] for r in found}:
        own = [r for r in found if r["set"] == name]
        assert name in bench.RUNS
        assert sum(int(r["count"]) for r in own) == bench.errors.READ
        assert len({r["class"] for r in own}) == len(own)
        assert len({r["drawn_from"] for r in own}) == 1
        assert all(0 <= int(r["mended"]) <= int(r["count"]) for r in own)


def test_every_figure_beside_other_tools_is_of_a_run_and_says_how_it_compares(bench: ModuleType) -> None:
    found = bench.peers.rows()
    assert {row["how"] for row in found} == set(bench.peers.COMPARABLE)
    assert {row["ours"].split(".")[0] for row in found} - {""} <= set(bench.RUNS)
    assert all(0 < float(row["value"]) < 1 and None not in row.values() for row in found)


@pytest.fixture
def rules(bench: ModuleType) -> ModuleType:
    sys.modules.pop("rules", None)
    return importlib.import_module("rules")


RULES = """
2 articles, 9 gold and 13 predicted attributions

predicted, by type  matched  unmatched  precision
-------------------------------------------------
direct                    9          9      0.500

predicted, by rule  matched  unmatched  precision
-------------------------------------------------
R10                       1          3      0.250
R2                        9          0      1.000

gold cue most missed  missed  of
--------------------------------
R5                         1   2
"""


def test_rules_are_taken_from_their_table_and_no_other(rules: ModuleType) -> None:
    assert rules.by_rule(RULES) == [("R2", 9, 9), ("R10", 1, 4)]
    with pytest.raises(rules.BenchError):
        rules.by_rule("no such table")


def test_measuring_the_rules_writes_what_on_what(rules: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "score" / "attribution.py").write_text(f"print({RULES!r})", encoding="utf-8")
    where = ["--gold", str(tmp_path / "gold"), "--score", str(tmp_path / "score"), "--sayso", "sayso"]
    assert rules.main([*where, "--split", "dev", "--output", str(tmp_path / "table.tsv")]) == 0
    comment, _, columns, *rows = (tmp_path / "table.tsv").read_text("utf-8").splitlines()
    assert "PolNeAR, dev part, 2 articles" in comment
    assert columns == "rule\tmatched\tpredicted\tprecision"
    assert rows == ["R2\t9\t9\t1.000", "R10\t1\t4\t0.250"]
    (tmp_path / "score" / "attribution.py").write_text("raise SystemExit(2)", encoding="utf-8")
    assert rules.main([*where, "--output", str(tmp_path / "none.tsv")]) == 2
    assert not (tmp_path / "none.tsv").exists()


def test_every_floor_of_this_project_names_a_run(bench: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "FLOORS", ROOT / "bench" / "floors.toml")
    assert set(bench.floors()) <= set(bench.RUNS)
