"""How time and memory grow with the length of one report: a made text of 125,000 words, of twice, four and eight times as many.

    .venv/bin/python bench/long.py [--words N] [--doublings N] [--shape NAME ...] [--all-shapes]

Prints words, seconds of processor time, seconds over those of half the words, peak memory in MB, sentences. Each text is
read in a process of its own; the sentences are of our own templates (bench/made.py), told by many, so that no passage
stands twice. Time in proportion is 2.0 a doubling. A shape is the same length in an odd form: one paragraph, a word a
paragraph, marks only.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import sys
import time
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import count, cycle, islice

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


def every_category() -> str:
    """One character of each Unicode category but the lone surrogates, which no stored text has."""
    first: dict[str, str] = {}
    for ch in map(chr, range(0x110000)):
        first.setdefault(unicodedata.category(ch), ch)
    return "".join(ch for kind, ch in first.items() if kind != "Cs")


def again(piece: str) -> Callable[[int], str]:
    """A text of so many words of the piece; where that has no space, of so many of it, with nothing between."""
    between = " " if " " in piece else ""
    return lambda length: between.join(islice(cycle(piece.split(" ")), length))


SHAPES: dict[str, Callable[[int], str]] = {
    "report": text,
    "one paragraph": lambda n: text(n).replace("\n", " "),
    "a word a paragraph": lambda n: text(n).replace("\n", " ").replace(" ", "\n"),
    "one sentence": lambda n: text(n).translate({ord(ch): " " for ch in ".!?\n"}),
    "without letters": again("12 34 5.6 % - 7/8"),
    "quotation marks": again('"'),
    "quotation marks apart": again("“ ” « » \" ' „"),
    "opening marks": again("“"),
    "brackets": again("("),
    "brackets apart": again("( [ ) { ]"),
    "digits": again("1"),
    "figures": again("1,234 56.7 3/4 1999"),
    "newlines": again("\n"),
    "one word": again("a"),
    "full stops": again("."),
    "right to left": again("אמר ראש העיר כי הגשר סגור. \u202eقال رئيس البلدية\u202c: «الجسر مغلق»."),
    "every category": lambda n: " ".join(islice(cycle(every_category()), n)),
    "names": again("Otto Wik, Anna Lund, Jan"),
    "quotations": again("“The pier is old,” he said."),
    "unclosed": again("“We left the pier.\n“We walked."),
    "said": again("he said that she said that"),
}


def measure(length: int, shape: str = "report") -> tuple[float, float, int, int]:
    """Processor seconds to read such a text, peak memory in MB, sentences, spans that do not hold."""
    from sayso.model.article import Article
    from sayso.model.ids import text_version
    from sayso.model.span import Span
    from sayso.read.reader import Reader
    from sayso.settings import Settings

    reader = Reader(Settings())
    made = SHAPES[shape](length)
    article = Article(id="long", version=text_version(made), url=None, outlet="Bard Post", title=None, published="2026-10-01",
                      published_from="given", language="en", read=True, kind="report", speaker=None, original=None,
                      translated_by=None, agencies=(), dateline=None, text=made)
    start = time.process_time()
    reading = next(iter(reader.read([article])))
    seconds = time.process_time() - start
    spans: list[Span] = [*reading.noise, *reading.mentions, *reading.dates, *reading.quantities, *reading.places]
    spans += [x for a in reading.attributions for x in (a.source, a.cue, a.content) if x is not None]
    wrong = sum(article.text[s.start:s.end] != s.text for s in reading.statements)
    wrong += sum(article.text[s.start:s.end] != s.text for s in spans)
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, len(reading.sentences), wrong


def main() -> int:
    """Measure and print; exit 1 where a span does not hold."""
    p = argparse.ArgumentParser(prog="bench/long.py", description="Time and memory of one long report, a doubling a line.")
    p.add_argument("--words", type=int, default=125_000, metavar="N", help="of the shortest text (default: 125000)")
    p.add_argument("--doublings", type=int, default=3, metavar="N", help="how many times it is doubled (default: 3)")
    p.add_argument("--shape", action="append", choices=SHAPES, metavar="NAME", help=f"one of: {', '.join(SHAPES)} (repeatable)")
    p.add_argument("--all-shapes", action="store_true", help="every shape in turn")
    args = p.parse_args()
    shapes = list(SHAPES) if args.all_shapes else args.shape or ["report"]
    print(f"{'shape':<22} {'words':>9} {'seconds':>8} {'ratio':>6} {'MB':>6} {'sentences':>9}")
    return 1 if sum(grow(shape, [args.words * 2**k for k in range(args.doublings + 1)]) for shape in shapes) else 0


def grow(shape: str, lengths: Sequence[int]) -> int:
    """Print a line a length of one shape; how many spans did not hold."""
    before, bad = None, 0
    for length in lengths:
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            seconds, megabytes, sentences, wrong = pool.apply(measure, (length, shape))
        bad += wrong
        ratio = f"{seconds / before:.2f}" if before else "-"
        print(f"{shape:<22} {length:>9} {seconds:>8.1f} {ratio:>6} {megabytes:>6.0f} {sentences:>9}", flush=True)
        before = seconds
    return bad


if __name__ == "__main__":
    sys.exit(main())
