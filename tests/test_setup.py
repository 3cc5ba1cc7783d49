"""The set-up: which Python it takes, that it does its steps once and recovers, what the locks and the wheel hold."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SH = shutil.which("sh") or "/bin/sh"
THIS = f"{sys.version_info.major}.{sys.version_info.minor}"
LOCKS = ("requirements.lock", "requirements-build.lock", "requirements-dev.lock")

WORKS = "exit 0"
BROKEN = "echo 'not installed' >&2; exit 127"
NO_VENV = 'case "$2" in *ensurepip*) exit 1 ;; esac; exit 0'


def script(path: Path, body: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!{SH}\n{body}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    """A folder with the few system tools that the scripts use, and no Python."""
    folder = tmp_path / "tools"
    folder.mkdir()
    for name in ("cat", "chmod", "cksum", "dirname", "find", "id", "mkdir", "rm", "sh", "sort", "tr"):
        there = shutil.which(name)
        assert there, f"{name} is a POSIX tool"
        (folder / name).symlink_to(there)
    return folder


def choose(tools: Path, *folders: Path, home: Path | None = None, **env: str) -> subprocess.CompletedProcess[str]:
    """Run tools/python.sh with these folders in front of the system tools."""
    path = ":".join(map(str, (*folders, tools)))
    return subprocess.run([SH, str(ROOT / "tools" / "python.sh")], capture_output=True, text=True, check=False,
                          env={"PATH": path, "HOME": str(home or tools), **env})


def test_the_newest_python_is_taken(tools: Path, tmp_path: Path) -> None:
    for version in ("3.11", "3.12", "3.13"):
        script(tmp_path / "a" / f"python{version}", WORKS)
    assert choose(tools, tmp_path / "a").stdout.strip() == str(tmp_path / "a" / "python3.13")


def test_a_shim_that_fails_is_passed_over(tools: Path, tmp_path: Path) -> None:
    script(tmp_path / "shims" / "python3.13", BROKEN)
    script(tmp_path / "shims" / "python3.11", BROKEN)
    behind = script(tmp_path / "b" / "python3.11", WORKS)
    assert choose(tools, tmp_path / "shims", tmp_path / "b").stdout.strip() == str(behind)


@pytest.mark.parametrize("named", [True, False], ids=["PYENV_ROOT", "HOME"])
def test_the_versions_of_pyenv_are_looked_at(tools: Path, tmp_path: Path, named: bool) -> None:
    root = tmp_path / ("elsewhere" if named else ".pyenv")
    inside = script(root / "versions" / "3.12.1" / "bin" / "python3.12", WORKS)
    script(tmp_path / "a" / "python3.11", WORKS)
    env = {"PYENV_ROOT": str(root)} if named else {}
    assert choose(tools, tmp_path / "a", home=tmp_path, **env).stdout.strip() == str(inside)


def test_the_version_is_asked_and_not_read_off_the_name(tools: Path, tmp_path: Path) -> None:
    other = "3.13" if THIS != "3.13" else "3.12"
    script(tmp_path / "a" / f"python{other}", f'exec "{sys.executable}" "$@"')
    plain = script(tmp_path / "a" / "python3", f'exec "{sys.executable}" "$@"')
    assert choose(tools, tmp_path / "a").stdout.strip() == str(plain)


@pytest.mark.parametrize(("body", "root", "says"), [
    (BROKEN, "", "sudo apt-get update && sudo apt-get install -y python3-venv"),
    (NO_VENV, "", "sudo apt-get update && sudo apt-get install -y python3.12-venv"),
    (NO_VENV, "0", "run: apt-get update && apt-get install -y python3.12-venv"),
])
def test_one_line_says_which_command_brings_it(tools: Path, tmp_path: Path, body: str, root: str, says: str) -> None:
    script(tmp_path / "a" / "python3.12", body)
    script(tmp_path / "a" / "apt-get", WORKS)
    script(tmp_path / "a" / "id", f"echo {root or 1000}")
    done = choose(tools, tmp_path / "a")
    assert done.returncode == 1
    assert done.stdout == ""
    assert says in done.stderr
    assert len(done.stderr.splitlines()) == 1


PYTHON = """
case "$*" in
*'-m venv '*) mkdir -p .venv/bin && cat "$0" >.venv/bin/python && chmod 755 .venv/bin/python ;;
'-c '*) exit 0 ;;
esac
[ ! -e fail ] || { echo "$*" >>calls; exit 1; }
echo "$*" >>calls
"""


@pytest.fixture
def checkout(tmp_path: Path, tools: Path) -> Path:
    """A checkout with the set-up's scripts, whose Python only writes down what it is called with."""
    folder = tmp_path / "checkout"
    (folder / "src" / "sayso" / "data").mkdir(parents=True)
    (folder / "src" / "sayso" / "data" / "units.tsv").write_text("metre\n", encoding="utf-8")
    shutil.copytree(ROOT / "tools", folder / "tools")
    for name in (*LOCKS, "pyproject.toml"):
        shutil.copy(ROOT / name, folder / name)
    script(tools / "python3.13", PYTHON)
    return folder


def set_up(checkout: Path, tools: Path, *words: str) -> tuple[int, list[str]]:
    """Run tools/setup.sh; its exit code and the calls of Python it made, each by what tells it from the others."""
    (checkout / "calls").write_text("", encoding="utf-8")
    done = subprocess.run([SH, "tools/setup.sh", *words], cwd=checkout, capture_output=True, text=True, check=False,
                          env={"PATH": str(tools), "HOME": str(checkout)})
    calls = (checkout / "calls").read_text("utf-8").splitlines()
    kinds = {"-m venv": "venv", "requirements.lock": "parts", "--editable": "package", "sayso.data.build": "tables",
             "requirements-dev.lock": "tools"}
    return done.returncode, [kind for call in calls for sign, kind in kinds.items() if sign in call]


def test_a_second_set_up_does_nothing(checkout: Path, tools: Path) -> None:
    assert set_up(checkout, tools) == (0, ["venv", "parts", "package", "tables"])
    assert set_up(checkout, tools) == (0, [])
    assert set_up(checkout, tools, "dev") == (0, ["tools"])
    assert set_up(checkout, tools, "dev") == (0, [])


@pytest.mark.parametrize(("file", "steps"), [
    ("requirements.lock", ["venv", "parts", "package", "tables"]),
    ("pyproject.toml", ["package"]),
    ("src/sayso/data/units.tsv", ["tables"]),
])
def test_what_changed_is_done_again(checkout: Path, tools: Path, file: str, steps: list[str]) -> None:
    set_up(checkout, tools)
    with (checkout / file).open("a", encoding="utf-8") as f:
        f.write("\n# changed\n")
    assert set_up(checkout, tools) == (0, steps)
    assert set_up(checkout, tools) == (0, [])


def test_a_set_up_that_broke_off_starts_anew(checkout: Path, tools: Path) -> None:
    (checkout / "fail").touch()
    code, steps = set_up(checkout, tools)
    assert code != 0
    assert "package" not in steps
    (checkout / "fail").unlink()
    assert set_up(checkout, tools) == (0, ["venv", "parts", "package", "tables"])


def test_an_installation_that_broke_off_is_not_built_upon(checkout: Path, tools: Path) -> None:
    set_up(checkout, tools)
    (checkout / "fail").touch()
    assert set_up(checkout, tools, "dev")[0] != 0
    (checkout / "fail").unlink()
    assert set_up(checkout, tools, "dev") == (0, ["venv", "parts", "package", "tables", "tools"])


def test_a_checkout_that_was_moved_is_set_up_again(checkout: Path, tools: Path) -> None:
    set_up(checkout, tools)
    moved = checkout.rename(checkout.with_name("moved"))
    assert set_up(moved, tools) == (0, ["venv", "parts", "package", "tables"])


def pins(lock: str) -> dict[str, list[str]]:
    """Requirement -> its hashes."""
    found: dict[str, list[str]] = {}
    for line in (ROOT / lock).read_text("utf-8").splitlines():
        if line.strip() and not line.lstrip().startswith(("#", "--hash=")):
            found[line.rstrip(" \\")] = []
        elif "--hash=" in line:
            found[list(found)[-1]].append(line.strip(" \\"))
    return found


@pytest.mark.parametrize("lock", LOCKS)
def test_every_requirement_is_pinned_with_its_hashes(lock: str) -> None:
    found = pins(lock)
    assert found
    for requirement, hashes in found.items():
        assert re.match(r"^[a-z0-9._-]+==[^ ;]+( ; .+)?$", requirement), requirement
        assert hashes, requirement
        assert all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", h) for h in hashes), requirement


def test_the_locks_agree() -> None:
    found: dict[str, dict[str, dict[str, list[str]]]] = {}
    for lock in LOCKS:
        for requirement, hashes in pins(lock).items():
            found.setdefault(requirement.split("==")[0], {}).setdefault(lock, {})[requirement] = hashes
    for name, locks in found.items():
        first, *others = locks.values()
        assert all(other == first for other in others), name


def tracked() -> list[Path]:
    # A checkout may belong to another user than the one who tests, as on a server.
    done = subprocess.run(["git", "-c", "safe.directory=*", "-C", str(ROOT), "ls-files", "-z"],
                          capture_output=True, text=True, check=True)
    return [ROOT / name for name in done.stdout.split("\0") if name and (ROOT / name).is_file()]


# Put together from pieces, so that this file does not hold what it looks for.
MACHINE = re.compile(rb"(?<![\w.%-])/(?:" + rb"home|root|work|Users)/")
REGISTRY = re.compile(rb"py" + rb"pi\.org|python" + rb"hosted\.org|npm" + rb"js\.org|(?<!emit-)index" + rb"-url")


def test_no_file_names_a_machine_or_a_registry() -> None:
    found = [(path.relative_to(ROOT).as_posix(), hit.group().decode()) for path in tracked()
             for pattern in (MACHINE, REGISTRY) for hit in pattern.finditer(path.read_bytes())]
    assert not found


def test_paths_and_addresses_are_told_from_other_words() -> None:
    assert MACHINE.search(b"see /" + b"home/ann/notes")
    assert REGISTRY.search(b"--extra-index" + b"-url X")
    assert not MACHINE.search(b"https://example.org/home/page and ../work/x")
    assert not REGISTRY.search(b"uv pip compile --no-emit-index-url")


def test_the_wheel_holds_the_command_and_the_tables(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
                          cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        inside = set(wheel.namelist())
        entry = next(n for n in inside if n.endswith("entry_points.txt"))
        assert "sayso = sayso.serve.cli:main" in wheel.read(entry).decode()
    source = ROOT / "src"
    assert {p.relative_to(source).as_posix() for p in tracked() if p.is_relative_to(source)} <= inside
    assert any(n.endswith("licenses/NOTICE") for n in inside)


@pytest.mark.parametrize(("said", "code", "good"), [
    ("3 passed in 0.10s", 0, True),
    ("1 failed, 2 passed in 0.10s", 1, False),
    ("no tests ran in 0.01s", 5, False),
    ("make: *** no rule", 2, False),
    ("2 skipped in 0.02s", 0, False),
])
def test_ci_ends_as_pytest_ended(tmp_path: Path, said: str, code: int, good: bool) -> None:
    shutil.copytree(ROOT / ".ci", tmp_path / ".ci")
    script(tmp_path / "tools" / "python.sh", "exit 0")
    script(tmp_path / "bin" / "make", f"echo 'setting up'; echo '{said}'; echo 'bye'; exit {code}")
    done = subprocess.run([str(tmp_path / ".ci" / "run")], capture_output=True, text=True, check=False,
                          env={**os.environ, "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}"})
    assert (done.returncode == 0) is good
    if " in " in said:
        assert done.stdout.splitlines()[-1] == said
