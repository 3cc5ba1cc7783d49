"""The documents say what the program does: commands in them run, references are current, links lead somewhere."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
CONSOLE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
# The commands of this page go on from one another.
LIBRARY = ROOT / "docs" / "library.md"
LINK = re.compile(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)")


def commands() -> dict[str, None]:
    """Every `$ ...` of a console block, each once; all of them run sayso, some behind a pipe."""
    return dict.fromkeys(c for page in PAGES if page != LIBRARY for c in commands_of(page))


def commands_of(page: Path) -> list[str]:
    return [x[2:] for block in CONSOLE.findall(page.read_text("utf-8")) for x in block.splitlines() if x.startswith("$ ")]


def builder() -> ModuleType:
    spec = spec_from_file_location("docs_build", ROOT / "docs" / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(autouse=True)
def from_source(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT / "src"), *filter(None, sys.path)]))


@pytest.mark.parametrize("command", commands())
def test_a_command_in_the_documents_runs(command: str, tmp_path: Path) -> None:
    prepare(tmp_path)
    carry_out(command, tmp_path)


def test_the_commands_on_a_library_run_one_after_the_other(tmp_path: Path) -> None:
    prepare(tmp_path)
    for command in commands_of(LIBRARY):
        carry_out(command, tmp_path)


def prepare(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "sayso"
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m sayso "$@"\n', "utf-8")
    program.chmod(0o755)


def carry_out(command: str, tmp_path: Path) -> None:
    path = os.pathsep.join([str(tmp_path / "bin"), os.environ["PATH"]])
    assert "sayso " in command
    done = subprocess.run(["sh", "-c", command], cwd=tmp_path, capture_output=True, check=False, timeout=120,
                          stdin=subprocess.DEVNULL, env={**os.environ, "PATH": path})
    assert done.returncode == 0, done.stderr
    told = (b"is in German, which is not read", b"stdin: parted into 2 reports", b"articles without an id are called")
    assert all(any(t in line for t in told) for line in done.stderr.splitlines())
    written = [p for p in (*tmp_path.iterdir(), *tmp_path.glob("tables/*"), *tmp_path.glob("frames/*")) if p.is_file()]
    assert done.stdout or (written and all(p.stat().st_size for p in written))


def test_there_are_commands_to_run() -> None:
    assert len(commands()) >= 5


def test_the_table_of_grades_is_current() -> None:
    assert (ROOT / "docs" / "grades.md").read_text("utf-8") == builder().grades(), "run python docs/build.py"


def test_the_page_on_exports_is_current() -> None:
    assert (ROOT / "docs" / "exports.md").read_text("utf-8") == builder().exports(), "run python docs/build.py"


def test_the_page_on_weighing_is_current(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "docs"))
    assert (ROOT / "docs" / "weighing.md").read_text("utf-8") == builder().weighing(), "run python docs/build.py"


def test_the_command_reference_is_current() -> None:
    assert (ROOT / "docs" / "cli.md").read_text("utf-8") == builder().reference(), "run python docs/build.py"


def test_the_excerpt_in_the_readme_is_what_the_demo_prints() -> None:
    assert (ROOT / "README.md").read_text("utf-8") == builder().readme(), "run python docs/build.py"


def test_the_table_in_the_readme_is_that_of_the_measured_figures() -> None:
    accuracy = (ROOT / "docs" / "accuracy.md").read_text("utf-8")
    shown = builder().SHOWN
    assert len(shown) >= 8
    for name, says in shown:
        value = next(line for line in accuracy.splitlines() if f"| `{name}` |" in line).split("|")[3].strip()
        assert f"| {says} | {value} |" in (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    links = LINK.findall(page.read_text("utf-8"))
    assert not [x for x in links if not (page.parent / x).exists()]


def test_every_command_is_documented() -> None:
    from sayso.serve.cli.app import app

    names = {command.name for command in app.registered_commands}
    assert names == set(builder().COMMANDS) - {""}
