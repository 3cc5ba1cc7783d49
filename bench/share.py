"""Where the time of a brief goes: parsing against everything else, from the articles to the encoded dossier.

    OMP_NUM_THREADS=1 .venv/bin/python bench/share.py ARTICLES.jsonl [--limit N]

Prints seconds a stage and its share, and as the last line one JSON object. Times are of processor seconds of this process,
all its threads: a busy machine makes them little longer. Without OMP_NUM_THREADS=1 threads that only wait count, too.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sayso import pipeline
from sayso.copies import find as copies
from sayso.link import actors, claims, stories, vectors
from sayso.model.article import Article
from sayso.model.dossier import Dossier
from sayso.read import parse, reader
from sayso.serve.exports.documents import brief_document
from sayso.settings import from_environment
from sayso.weigh import story

STAGES: tuple[tuple[str, Any, str], ...] = (
    ("parsing", parse.Parser, "parse"), ("copies", copies, "find_copies"), ("stories", stories, "find_stories"),
    ("vectors", vectors.Embedder, "embed"), ("actors", actors, "link_actors"), ("claims", claims, "find_claims"),
    ("weighing", story, "weigh_story"), ("names", reader, "find_names"), ("dates", reader, "find_dates"),
    ("figures", reader, "find_quantities"), ("places", reader, "find_places"), ("frames", reader, "find_frames"),
    ("attributions", reader, "build_attributions"), ("statements", reader, "find_statements"),
    ("casualties", reader, "find_casualties"), ("sentences", reader, "build"))


@dataclass(frozen=True)
class Share:
    """What one brief took: processor seconds a stage, most first, what is in no stage as `the rest`; `size` in bytes."""

    dossier: Dossier
    seconds: dict[str, float]
    size: int

    @property
    def total(self) -> float:
        return sum(self.seconds.values())

    @property
    def rest_over_parsing(self) -> float:
        """The time of all that is not parsing, against parsing."""
        return self.total / self.seconds["parsing"] - 1


def measured(given: Sequence[Article]) -> Share:
    """The brief of these articles, encoded, and what each stage of it took."""
    spent: dict[str, float] = defaultdict(float)
    kept = [(home, name, getattr(home, name)) for _, home, name in STAGES]
    for stage, home, name in STAGES:
        setattr(home, name, timed(spent, stage, getattr(home, name)))
    try:
        start = time.process_time()
        dossier = pipeline.brief(given, from_environment())
        before = time.process_time()
        size = sum(map(len, brief_document(dossier)))
        spent["encoding"] = time.process_time() - before
        total = time.process_time() - start
    finally:
        for home, name, call in kept:
            setattr(home, name, call)
    spent["the rest"] = total - sum(spent.values())
    return Share(dossier, dict(sorted(spent.items(), key=lambda x: -x[1])), size)


def timed(spent: dict[str, float], name: str, call: Callable[..., Any]) -> Callable[..., Any]:
    """The call, its own time added to `spent`: what a stage inside it takes is counted there alone."""
    def run(*args: Any, **options: Any) -> Any:
        start = time.process_time()
        before = sum(spent.values())
        try:
            return call(*args, **options)
        finally:
            inner = sum(spent.values()) - before
            spent[name] += time.process_time() - start - inner
    return run


def main() -> int:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("articles", nargs="+")
    p.add_argument("--limit", type=int)
    args = p.parse_args()
    given = list(pipeline.load(args.articles, stdin=None, on_error=print, on_note=lambda _: None))[:args.limit]
    share = measured(given)
    print(f"{len(given)} articles, {len(share.dossier.statements)} statements, {len(share.dossier.stories)} stories, "
          f"{share.total:.1f} s\n")
    for name, seconds in share.seconds.items():
        print(f"{name:14}{seconds:8.2f} s{100 * seconds / share.total:7.1f} %")
    print(json.dumps({"bench": "share", "articles": len(given), "seconds": round(share.total, 2),
                      "parsing_share": round(share.seconds["parsing"] / share.total, 3),
                      "rest_over_parsing": round(share.rest_over_parsing, 3)}))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
