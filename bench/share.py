"""Where the time of a brief goes: parsing against everything else.

    .venv/bin/python bench/share.py ARTICLES.jsonl [--limit N]

Prints seconds a stage and its share, and as the last line one JSON object. The clock is of one run on a machine that
may be busy: read the shares, not the seconds.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import defaultdict
from collections.abc import Callable
from typing import Any

from sayso import pipeline
from sayso.copies import find as copies
from sayso.link import actors, claims, stories, vectors
from sayso.read import parse, reader
from sayso.settings import from_environment
from sayso.weigh import story

STAGES: tuple[tuple[str, Any, str], ...] = (
    ("parsing", parse.Parser, "parse"), ("copies", copies, "find_copies"), ("stories", stories, "find_stories"),
    ("vectors", vectors.Embedder, "embed"), ("actors", actors, "link_actors"), ("claims", claims, "find_claims"),
    ("weighing", story, "weigh_story"), ("names", reader, "find_names"), ("dates", reader, "find_dates"),
    ("figures", reader, "find_quantities"), ("places", reader, "find_places"), ("frames", reader, "find_frames"),
    ("attributions", reader, "build_attributions"), ("statements", reader, "find_statements"))


def timed(spent: dict[str, float], name: str, call: Callable[..., Any],
          clock: Callable[[], float] = time.perf_counter) -> Callable[..., Any]:
    """The call, its own time by `clock` added to `spent`: what a stage inside it takes is counted there alone."""
    def run(*args: Any, **options: Any) -> Any:
        start = clock()
        before = sum(spent.values())
        try:
            return call(*args, **options)
        finally:
            inner = sum(spent.values()) - before
            spent[name] += clock() - start - inner
    return run


def main() -> int:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("articles", nargs="+")
    p.add_argument("--limit", type=int)
    args = p.parse_args()
    given = list(pipeline.load(args.articles, stdin=None, on_error=print, on_note=lambda _: None))[:args.limit]
    spent: dict[str, float] = defaultdict(float)
    for name, home, attribute in STAGES:
        setattr(home, attribute, timed(spent, name, getattr(home, attribute)))
    start = time.perf_counter()
    dossier = pipeline.brief(given, from_environment())
    total = time.perf_counter() - start
    spent["the rest"] = total - sum(spent.values())
    print(f"{len(given)} articles, {len(dossier.statements)} statements, {len(dossier.stories)} stories, {total:.1f} s\n")
    for name, seconds in sorted(spent.items(), key=lambda x: -x[1]):
        print(f"{name:14}{seconds:8.2f} s{100 * seconds / total:7.1f} %")
    print(json.dumps({"bench": "share", "articles": len(given), "seconds": round(total, 2),
                      "parsing_share": round(spent["parsing"] / total, 3),
                      "rest_over_parsing": round((total - spent["parsing"]) / spent["parsing"], 3)}))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
