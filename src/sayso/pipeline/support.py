"""Checking a sentence against a library: who says it, who denies it, in which words; or that nobody does.

It is read as a report is read, and compared as claims are compared. What is only like it is never given as support.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.data.fold import fold
from sayso.errors import UsageError
from sayso.model.article import Article
from sayso.model.claim import Claim
from sayso.model.dossier import Dossier
from sayso.model.ids import text_version
from sayso.model.link import LinkedActor
from sayso.model.reading import Reading
from sayso.model.statement import Statement
from sayso.pipeline import read
from sayso.pipeline.looking import brief, meanings
from sayso.settings import Settings
from sayso.store.library import Library
from sayso.store.search import Filters, find

Stance = Literal["affirms", "denies", "open", "differs"]
Verdict = Literal["affirmed", "denied", "disputed", "open", "differs", "nothing"]
ASKED = "asked"
LONGEST = 1000
REPORTS, STORIES, MOST = 12, 4, 40


@dataclass(frozen=True, slots=True)
class Support:
    """Words of a report that bear on the sentence. `text` is verbatim, `start` to `end` of the article's text; `word` is on
    whose word, `why` in what it differs. `independent_origins` is of the claim it tells, whatever that claim's words; `opposite`
    where that claim says the contrary of the sentence."""

    stance: Stance
    story: str
    claim: str
    claim_text: str
    article: str
    outlet: str | None
    published: str | None
    start: int
    end: int
    text: str
    word: tuple[str, ...]
    independent_origins: int
    why: str
    opposite: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """What a library says of a sentence. `verdict` tells what reports say, and never what is true."""

    sentence: str
    verdict: Verdict
    found: tuple[Support, ...]


def check(library: Library, sentence: str, settings: Settings) -> Checked:
    """Every report of the library that says the sentence, denies it, leaves it open, or says something close to it that
    differs. Raises UsageError for no sentence, or for more than LONGEST characters."""
    text = " ".join(sentence.split())
    if not text or len(text) > LONGEST:
        raise UsageError("give one sentence to check" if not text else f"give one sentence of at most {LONGEST} characters")
    text = text if text[-1] in ".!?”\"" else f"{text}."
    [asked] = read([_article(text)], settings)
    rows = find(library, text, meanings([text], settings)[0], Filters(), REPORTS)
    stories = list(dict.fromkeys(r.story for r in rows if r.story is not None))[:STORIES]
    found = [s for id in stories for s in _in_story(asked, brief(library, id))]
    order: dict[Stance, int] = {"affirms": 0, "denies": 1, "open": 2, "differs": 3}
    found.sort(key=lambda s: order[s.stance])
    return Checked(text, _verdict({s.stance for s in found}), tuple(found[:MOST]))


def _article(text: str) -> Article:
    return Article(ASKED, text_version(text), None, None, None, None, "unknown", "en", True, "report", None, None, None, (), None,
                   text)


def _verdict(stances: set[Stance]) -> Verdict:
    if "affirms" in stances:
        return "disputed" if "denies" in stances else "affirmed"
    return "denied" if "denies" in stances else "open" if "open" in stances else "differs" if "differs" in stances else "nothing"


def _in_story(asked: Reading, dossier: Dossier) -> list[Support]:
    import numpy as np

    from sayso.link.asked import meet, whole
    from sayso.link.pieces import quick_vectors
    from sayso.link.views import views

    local = {m: a for a in dossier.actors for m in a.members}
    by_id = {a.id: a for a in dossier.actors}
    told = [v for r in dossier.readings for v in views(r, local, by_id)]
    readings = {r.article.id: r for r in dossier.readings}
    around = [_around(v.statement, readings[v.article], local) for v in told]
    rows = quick_vectors([v.text for v in told])
    home = {s: c for c in dossier.stories[0].claims for s in c.statements}
    statements = {s.id: s for s in dossier.statements}
    out: dict[tuple[Stance, str], Support] = {}
    for view in whole(asked, _known(asked, dossier.actors)):
        for m in meet(view, told, np.vstack([rows, quick_vectors([view.text])]), around):
            claim = home.get(m.view.id)
            if claim is None:
                continue
            stance: Stance = "differs" if m.unlike else "denies" if m.opposite else "affirms"
            for support in _supports(stance, claim, [m.view.id], m.unlike, m.opposite, dossier, statements):
                out.setdefault((support.stance, m.view.id), support)
            if not m.unlike:
                _answers(out, claim, m.opposite, dossier, statements)
    # Words that say it are not told again as words that differ: a claim of several sentences may be near by another one.
    plain = {i for stance, i in out if stance != "differs"}
    return [s for (stance, i), s in out.items() if stance != "differs" or i not in plain]


def _answers(out: dict[tuple[Stance, str], Support], claim: Claim, opposite: bool, dossier: Dossier,
             statements: Mapping[str, Statement]) -> None:
    """The denials and open answers to a claim that says the sentence, or its opposite."""
    for d in claim.denied_by:
        for support in _supports("affirms" if opposite else "denies", claim, d.statements, (), opposite, dossier, statements):
            out.setdefault((support.stance, f"{d.name}:{support.article}:{support.start}"), support)
    for o in claim.left_open_by:
        for support in _supports("open", claim, o.statements, (), opposite, dossier, statements):
            out.setdefault(("open", f"{o.name}:{support.article}:{support.start}"), support)


def _supports(stance: Stance, claim: Claim, ids: Iterable[str], why: Sequence[str], opposite: bool, dossier: Dossier,
              statements: Mapping[str, Statement]) -> list[Support]:
    articles = {a.id: a for a in dossier.articles}
    readings = {r.article.id: r for r in dossier.readings}
    out = []
    for s in (statements[i] for i in ids if i in statements):
        a = articles[s.article]
        start, end = next(((x.start, x.end) for x in readings[s.article].sentences if x.start <= s.start < x.end), (s.start, s.end))
        names = tuple(dict.fromkeys(o.name for o in s.origins if o.kind in ("actor", "evidence")))
        out.append(Support(stance, dossier.stories[0].id, claim.id, claim.text, a.id, a.outlet, a.published, start, end,
                           a.text[start:end], names, claim.independent_origins, "; ".join(why), opposite))
    return out


def _known(asked: Reading, actors: Sequence[LinkedActor]) -> dict[str, LinkedActor]:
    """The actors of the sentence, each as the story's actor of that name; one that the story does not know as itself."""
    by_name = {fold(n): a for a in reversed(actors) for n in (a.name, *a.names)}
    return {a.id: next((by_name[fold(n)] for n in (a.name, *a.names) if fold(n) in by_name),
                       LinkedActor(f"{ASKED}:{a.id}", a.name, a.kind, a.names, a.role, None, a.country, (a.id,)))
            for a in asked.actors}


def _around(s: Statement, reading: Reading, local: Mapping[str, LinkedActor]) -> str:
    """Its sentence, and all names of the actors in it: what the sentence may be asked by."""
    words = next((reading.article.text[x.start:x.end] for x in reading.sentences if x.start <= s.start < x.end), s.text)
    names = [n for a in s.actors if a in local for n in local[a].names]
    doers = [p.text for p in (s.event.agent, s.event.patient) if p is not None]
    return " ".join([words, *names, *doers])
