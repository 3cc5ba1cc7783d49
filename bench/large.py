"""Whether pages of a full library answer as quickly as those of a small one.

    .venv/bin/python bench/large.py make SMALL.library LARGE.library [--articles 500] [--times 100]
    .venv/bin/python bench/large.py measure SMALL.library LARGE.library [--runs 5]

`make` adds made reports (made.py, eight a story) to SMALL as a user would, and fills LARGE with so many prints of all of it, each
under ids of its own: 500 articles, and 50,000. What is read and weighed is the same in each, as only the number of others counts
here. `measure` asks the pages of one story, claim and report of both, and searches, each run with nothing kept in memory,
and prints a line a page: median milliseconds of both and their ratio; last, one JSON object. Set OMP_NUM_THREADS=1.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sqlite3
import statistics
import time
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

from scale import articles
from starlette.testclient import TestClient

from sayso.pipeline import library as kept
from sayso.pipeline import looking
from sayso.serve.web.app import make_app
from sayso.settings import from_environment
from sayso.store import near
from sayso.store.library import Library

FIRST = "r0000-"
# The columns of each table that hold an id of an article or a story, and those that are packed.
IDS = {"article": ("id", "given_id"), "version": ("article", "content"), "story": ("id",), "member": ("story", "article"),
       "claim": ("story",), "said": ("story", "statement", "article"), "name": ("story",), "due": ("story",)}
PACKED = {"version": ("given",), "reading": ("body",), "sketch": ("body",), "story": ("linked", "body")}
VERSIONS = {"version": "n", "article": "current", "reading": "version", "sketch": "version", "member": "version", "page": "version",
            "place": "version"}
TABLES = ("version", "article", "reading", "sketch", "story", "member", "claim", "said", "name", "due", "page", "place")


def make(small: Path, large: Path, count: int, times: int) -> None:
    """Add `count` made articles to a new library, and print all of it `times` times into another."""
    given = [replace(a, id=f"{FIRST}{a.id}") for a in articles(count, 8)]
    with Library(small, create=True) as library:
        kept.add(library, given, from_environment())
    shutil.copy(small, large)
    with sqlite3.connect(large, isolation_level=None) as db:
        db.execute("PRAGMA foreign_keys = OFF")
        db.execute("PRAGMA synchronous = OFF")
        rows = {t: db.execute(f"SELECT * FROM {t}").fetchall() for t in TABLES}
        names = {t: [c[1] for c in db.execute(f"PRAGMA table_info({t})")] for t in TABLES}
        step = max(r[0] for r in rows["version"])
        plain = {(t, c): {r[k]: zlib.decompress(r[k]) for r in rows[t]} for t, packed in PACKED.items()
                 for c in packed for k in [names[t].index(c)]}
        for n in range(1, times):
            db.execute("BEGIN")
            for t in TABLES:
                marks = ", ".join("?" * len(names[t]))
                db.executemany(f"INSERT INTO {t} VALUES ({marks})", printed(t, names[t], rows[t], plain, n, n * step))
            db.execute("COMMIT")
            if n % 10 == 0:
                print(f"{(n + 1) * count} articles", flush=True)
        near.pack(db)


def printed(table: str, names: list[str], rows: list[tuple[object, ...]], plain: dict[tuple[str, str], dict[bytes, bytes]], n: int,
            shift: int) -> Iterator[list[object]]:
    """The rows of a table under the ids of print `n`."""
    def mine(text: str) -> str:
        return text.replace(FIRST, f"r{n:04}-").replace("story-", f"story-{n:04}")
    for row in rows:
        out = list(row)
        for k, name in enumerate(names):
            value = row[k]
            if name in PACKED.get(table, ()):
                assert isinstance(value, bytes)
                body = plain[table, name][value].replace(FIRST.encode(), f"r{n:04}-".encode())
                out[k] = zlib.compress(body.replace(b'"story-', f'"story-{n:04}'.encode()), 1)
            elif name in IDS.get(table, ()) and isinstance(value, str):
                out[k] = f"{value}{n}" if name == "content" else mine(value)
            elif name == VERSIONS.get(table) and isinstance(value, int):
                out[k] = value + shift
        yield out


def measure(small: Path, large: Path, runs: int) -> dict[str, dict[str, float]]:
    """Median milliseconds of each page of both libraries, and the ratio."""
    with Library(small) as library:
        story = max(library.stories(), key=lambda s: s.reports).id
        article = sorted(library.members(story))[0]
        told = looking.brief(library, story).stories[0]
        claim = told.claims[0].id
    ways = {"stories": "/", "story": f"/stories/{story}", "claims": f"/stories/{story}/claims",
            "claim": f"/stories/{story}/claims/{claim}",
            "article": f"/article?id={quote(article)}", "find": "/find?q=inquiry+into+the+collapse+of+the+bridge",
            "find by outlet": f"/find?outlet={quote(told.claims[0].outlets[0] if told.claims[0].outlets else '')}",
            "board": "/board", "api": f"/api/stories/{story}/claims?limit=50"}
    out: dict[str, dict[str, float]] = {}
    for name, way in ways.items():
        took = {}
        for size, path in (("small", small), ("large", large)):
            client = TestClient(make_app(path, from_environment()), base_url="http://127.0.0.1")
            client.get("/find?q=warm")
            times = []
            for _ in range(runs):
                client = TestClient(make_app(path, from_environment()), base_url="http://127.0.0.1")
                start = time.perf_counter()
                answer = client.get(way)
                times.append(1000 * (time.perf_counter() - start))
                assert answer.status_code == 200, (name, answer.status_code)
            took[size] = round(statistics.median(times), 1)
        out[name] = {**took, "ratio": round(took["large"] / took["small"], 2)}
        print(f"{name:16} {took['small']:8.1f} ms {took['large']:8.1f} ms  x{out[name]['ratio']:.2f}", flush=True)
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("make", "measure"))
    parser.add_argument("small", type=Path)
    parser.add_argument("large", type=Path)
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    if given.what == "make":
        make(given.small, given.large, given.articles, given.times)
    else:
        print(json.dumps(measure(given.small, given.large, given.runs)))


if __name__ == "__main__":
    main()
