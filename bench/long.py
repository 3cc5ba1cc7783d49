"""How time and memory grow with the length of one report: a made text of 125,000 words, of twice, four and eight times as many.

    .venv/bin/python bench/long.py [--words N] [--doublings N]

Prints words, seconds, seconds over those of half the words, peak memory in MB. Each text is read in a process of its own;
the sentences are of our own templates (bench/made.py), told by many, so that no passage stands twice. Time in proportion is
2.0 a doubling.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import sys
import time
from collections.abc import Iterator
from itertools import count, islice

from made import articles


def words(seed: int) -> Iterator[str]:
    """The words of one made report after another, a line break kept on the last of a paragraph."""
    for k in count(seed):
        for article in articles(40, 4, 0.0, k):
            for line in article["text"].splitlines():
                *inner, last = line.split() or [""]
                yield from inner
                yield last + "\n"


def text(length: int) -> str:
    """A text of so many words, in paragraphs."""
    return " ".join(islice(words(7), length)).replace("\n ", "\n")


def measure(length: int) -> tuple[float, float, int, int]:
    """Seconds to read such a text, peak memory in MB, sentences, spans that do not hold."""
    from sayso.model.article import Article
    from sayso.model.ids import text_version
    from sayso.read.reader import Reader
    from sayso.settings import Settings

    reader = Reader(Settings())
    made = text(length)
    article = Article(id="long", version=text_version(made), url=None, outlet="Bard Post", title=None, published="2026-10-01",
                      published_from="given", language="en", read=True, kind="report", speaker=None, original=None,
                      translated_by=None, agencies=(), dateline=None, text=made)
    start = time.monotonic()
    reading = next(iter(reader.read([article])))
    seconds = time.monotonic() - start
    spans = (*reading.noise, *reading.mentions, *reading.dates, *reading.quantities, *reading.places)
    wrong = sum(article.text[s.start:s.end] != s.text for s in spans)
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, len(reading.sentences), wrong


def main() -> int:
    """Measure and print; exit 1 where a span does not hold."""
    p = argparse.ArgumentParser(prog="bench/long.py", description="Time and memory of one long report, a doubling a line.")
    p.add_argument("--words", type=int, default=125_000, metavar="N", help="of the shortest text (default: 125000)")
    p.add_argument("--doublings", type=int, default=3, metavar="N", help="how many times it is doubled (default: 3)")
    args = p.parse_args()
    print(f"{'words':>9} {'seconds':>8} {'ratio':>6} {'MB':>6} {'sentences':>9}")
    before, bad = None, 0
    for k in range(args.doublings + 1):
        length = args.words * 2**k
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            seconds, megabytes, sentences, wrong = pool.apply(measure, (length,))
        bad += wrong
        print(f"{length:>9} {seconds:>8.1f} {seconds / before if before else 0:>6.2f} {megabytes:>6.0f} {sentences:>9}", flush=True)
        before = seconds
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
