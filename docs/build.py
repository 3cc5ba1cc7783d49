"""Writes what the program can say best itself: docs/cli.md from `--help`, the excerpt in README.md from `sayso demo`.

Run it after a change that shows: `python docs/build.py`. A test holds both pages to what the program prints.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

COMMANDS = ("", "read", "stories", "brief", "paste", "demo")
DOCS = Path(__file__).resolve().parent
CLI, README = DOCS / "cli.md", DOCS.parent / "README.md"
EXCERPT = re.compile(r"(<!-- the first lines of `sayso demo` -->\n```text\n)(.*?)(^```$)", re.DOTALL | re.MULTILINE)
EXCERPT_LINES = 24
HEAD = """# Command reference

Made by `docs/build.py` from the program's own help; a test holds it to that.

Results go to standard output or to the file named with `-o`, in UTF-8; everything else goes to standard error, one
line each. A file appears under its name only when it is whole. A progress bar is drawn only on a terminal.
"""


def reference() -> str:
    """The page on the commands, from running `--help` of each."""
    return HEAD + "".join(f"\n## {f'sayso {c}'.strip()}\n\n```\n{_run(*c.split(), '--help')}```\n" for c in COMMANDS)


def readme() -> str:
    """README.md with its excerpt as `sayso demo` prints it now."""
    lines = _run("demo").splitlines()[:EXCERPT_LINES]
    excerpt = "\n".join(lines).rstrip() + "\n…\n"
    return EXCERPT.sub(lambda m: m[1] + excerpt + m[3], README.read_text("utf-8"))


def _run(*words: str) -> str:
    command = [sys.executable, "-m", "sayso", *words]
    environment = {**os.environ, "COLUMNS": "96"}
    return subprocess.run(command, env=environment, capture_output=True, check=True, encoding="utf-8").stdout


if __name__ == "__main__":
    CLI.write_text(reference(), "utf-8")
    README.write_text(readme(), "utf-8")
