"""Asks the person at the terminal for what a pasted report does not say: its outlet and when it was published."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TextIO

from sayso.model.article import Article
from sayso.serve.cli.say import one_line

TERMINAL = "/dev/tty"
SHOWN = 70
HINT = "Paste one report or several, then end with Ctrl-D on a line of its own. A line of ===== parts two reports."


@dataclass
class Asker:
    """Completes articles by what is answered on `answers`; empty answers leave them as they are. `told`: for questions."""

    answers: TextIO
    told: TextIO

    def complete(self, article: Article) -> Article:
        """The article with its outlet and date, asked for where it has none; a date that is none is asked for again."""
        if article.outlet and article.published:
            return article
        first = next((line.strip() for line in article.text.splitlines() if line.strip()), "")
        self.told.write(f"{article.id}: {one_line(article.title or first)[:SHOWN]}\n")
        if not article.outlet:
            article = replace(article, outlet=self._answer("  outlet (Enter: not known): ") or None)
        if not article.published and (day := self._day()):
            article = replace(article, published=day, published_from="given")
        return article

    def _day(self) -> str | None:
        from sayso import pipeline

        while said := self._answer("  published, as 2026-05-13 or 2026-05-13T07:10 (Enter: not known): "):
            day, unused = pipeline.iso_date(said)
            if day and not unused:
                return day
            self.told.write("  that is no date of this form\n")
        return None

    def _answer(self, question: str) -> str:
        self.told.write(question)
        self.told.flush()
        return "".join(c for c in self.answers.readline() if c.isprintable()).strip()


@contextlib.contextmanager
def person(always: bool = False) -> Iterator[Asker | None]:
    """Who can be asked, None where nobody is there: standard input and error are a terminal.

    `always`: also where the text comes through a pipe, as long as there is a terminal to ask at.
    """
    at_keyboard = sys.stdin is not None and sys.stdin.isatty()
    if sys.stderr is None or not sys.stderr.isatty() or not (at_keyboard or always):
        yield None
        return
    try:
        answers = open(TERMINAL, encoding="utf-8", errors="replace")  # noqa: SIM115 (closed below; opening may fail)
    except OSError:
        yield None
        return
    with answers:
        if at_keyboard:
            sys.stderr.write(HINT + "\n")
        yield Asker(answers, sys.stderr)
