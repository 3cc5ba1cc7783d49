"""How the work grows with the number of reports; on synthetic news (made.py), so that there can be many.

    .venv/bin/python bench/scale.py copies 100000      time and memory of finding copies
    .venv/bin/python bench/scale.py pairs 10 100 1000  pairs compared per statement in one story of so many reports
    .venv/bin/python bench/scale.py whole 1000 3000    from articles to the encoded dossier: parsing against all else

Each prints a line a size and, last, one JSON object. Times are of processor seconds of this process, all its threads: a busy
machine makes them little longer. Set OMP_NUM_THREADS=1, else threads that only wait count, too.
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from collections.abc import Callable
from typing import Any

import made
from share import measured

from sayso import pipeline
from sayso.copies.find import find_copies
from sayso.link import actors
from sayso.link.candidates import Members
from sayso.link.leads import leads
from sayso.link.pieces import quick_vectors
from sayso.link.views import rarity, views
from sayso.model.article import Article
from sayso.model.ids import text_version
from sayso.model.reading import Reading
from sayso.settings import from_environment

Row = dict[str, float]


def articles(count: int, a_story: int, copied: float = 0.3) -> list[Article]:
    return [Article(a["id"], text_version(a["text"]), None, a["outlet"], a["title"], a["published"], "given", "en", True, "report",
                    None, None, None, (), None, a["text"]) for a in made.articles(count, a_story, copied)]


def copies(count: int) -> Row:
    given = articles(count, 10)
    start = time.process_time()
    found = find_copies(given)
    return {"articles": count, "copies": len(found), "seconds": round(time.process_time() - start, 1), "peak_mb": peak()}


def pairs(count: int) -> Row:
    """One story of so many reports, no copies among them: pairs scored a statement, and what linking its claims took."""
    readings: list[Reading] = list(pipeline.read(articles(count, count, 0.0), from_environment()))
    linked = actors.link_actors(readings)
    local, by_id = {m: a for a in linked for m in a.members}, {a.id: a for a in linked}
    every = [v for r in readings for v in views(r, local, by_id)]
    told = [k for k, v in enumerate(every) if v.response is None and v.passing is None]
    start = time.process_time()
    scored = Members(every, quick_vectors([v.text for v in every]), rarity(every), leads(every)).scores(told, told)
    return {"articles": count, "statements": len(told), "pairs_a_statement": round(len(scored) / max(1, len(told)), 2),
            "milliseconds_a_statement": round(1000 * (time.process_time() - start) / max(1, len(told)), 2)}


def whole(count: int) -> Row:
    """Ten reports an event, three in ten of them copies: seconds of each stage, and all that is not parsing over parsing."""
    share = measured(articles(count, 10))
    for stage, seconds in share.seconds.items():
        print(f"  {stage:14}{seconds:9.2f} s{1000 * seconds / count:9.2f} ms an article")
    return {"articles": count, "stories": len(share.dossier.stories), "statements": len(share.dossier.statements),
            "megabytes": round(share.size / 1e6, 1), "parsing_seconds": round(share.seconds["parsing"], 1),
            "rest_over_parsing": round(share.rest_over_parsing, 3), "peak_mb": peak()}


def peak() -> float:
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 0)


MEASURES: dict[str, Callable[[int], Row]] = {"copies": copies, "pairs": pairs, "whole": whole}


def main() -> int:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("measure", choices=list(MEASURES))
    p.add_argument("sizes", nargs="+", type=int)
    args = p.parse_args()
    rows: list[Any] = []
    for size in args.sizes:
        row = MEASURES[args.measure](size)
        print("  ".join(f"{k} {v:g}" for k, v in row.items()), flush=True)
        rows.append(row)
    print(json.dumps({"bench": f"scale {args.measure}", "rows": rows}))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
