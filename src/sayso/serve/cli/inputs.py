"""From the SOURCE words of a command to articles, with a count of what could not be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from sayso.errors import InputError
from sayso.model.article import Article
from sayso.serve.cli.ask import Asker, person
from sayso.serve.cli.say import complain
from sayso.settings import RollUp, Settings, from_environment

SOURCES = "A file, a folder (read recursively), or - for standard input."
JOBS = "Processes that read at once."


@dataclass
class Inputs:
    """Articles from sources; `failures` tell the inputs that could not be opened, `came` counts the articles in the
    others, `foreign` those of them whose language is not supported: they are in the result, as not read. `ask`:
    whether somebody at a terminal is asked about reports that come through a pipe, too."""

    sources: Sequence[str]
    ask: bool = False
    failures: list[str] = field(default_factory=list)
    came: int = 0
    foreign: int = 0

    def articles(self) -> Iterator[Article]:
        """Every article of the sources; each failure is one line on standard error.

        Where somebody can be asked about reports on standard input, all is loaded, and asked, in this call.
        """
        if "-" not in self.sources:
            return self._loaded(None)
        with person(self.ask) as asker:
            loaded = self._loaded(asker)
            return iter(list(loaded)) if asker else loaded

    def _loaded(self, asker: Asker | None) -> Iterator[Article]:
        from sayso import pipeline

        for article in pipeline.load(list(self.sources), on_error=self._fail, on_note=complain,
                                     on_paste=asker.complete if asker else None):
            self.came += 1
            yield article

    def unread(self, article: Article) -> None:
        """Tell in one line that the article's language is not supported."""
        from sayso.serve.reports.words import language

        self.foreign += 1
        complain(f"{article.id}: is in {language(article.language)}, which is not read; it is listed as such, "
                 "give a translation")

    def _fail(self, error: InputError) -> None:
        self.failures.append(str(error))
        complain(str(error))

    def exit_code(self) -> int:
        """0, or 1 where some input failed or no article was read; the latter is told in one line."""
        if not self.came:
            complain("no article was read; give a text, HTML, JSON or JSON Lines file, or a folder with some")
        elif self.foreign == self.came:
            complain("no article was read; give some in English")
        return 1 if self.failures or self.foreign == self.came else 0


def settings(jobs: int = 1, roll_up: RollUp | None = None, sources: Path | None = None) -> Settings:
    """Settings of the environment and of the user's sources, with what this command line says; raises UsageError."""
    found = replace(from_environment(sources=sources), jobs=jobs)
    return replace(found, roll_up=roll_up) if roll_up is not None else found
