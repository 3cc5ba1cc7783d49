"""Writes docs/weighing.md: one claim of the example followed from the page to its standing, and every rule in the words of its
own docstring. `python docs/build.py` calls it; a test holds the page to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from inspect import cleandoc
from pathlib import Path
from typing import Any

from sayso import pipeline
from sayso.link import answers, asides, candidates, claims, denials, features
from sayso.model import figure
from sayso.model.claim import Claim
from sayso.model.dossier import Dossier
from sayso.settings import from_environment
from sayso.weigh import claims as weighed
from sayso.weigh import details, differences, figures, history, occasions, origins, outlook, story

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "villach"
FOLLOWED = "01-adria-wire#s3"
HEAD = """# How weighing works

Made by `docs/build.py`: the claim is followed in the example as the program reads it now, and each rule is told in the words
of its own docstring in the code. A test holds the page to both.

Statements become claims, claims rest on origins, origins are counted, accounts are laid side by side. No step knows what is
true, and every step can be looked up: `sayso brief SOURCE --format json` has all that is shown here.
"""
PARTS: tuple[tuple[str, str, tuple[Any, ...]], ...] = (
    ("Which statements are compared", "Not each with each: the number of pairs a statement stays nearly the same from ten reports "
     "to a thousand.", (candidates.Members.scores, candidates.allowed)),
    ("Which are one claim", f"Two statements score from 0 to 1. Groups are joined while the mean score of their pairs is above "
     f"{claims.SAME}; above {claims.SAME_ACROSS_ORIGINS} where that would make two named sources one.",
     (claims._bar, asides.attach_asides, claims._possibly_same)),
    ("Who denies, who leaves open", "", (answers.attach, denials.as_answer, denials.together, weighed.open_answers)),
    ("On whose word", "", (origins, origins.is_named, origins._linked, origins._one_speech, origins._counted,
                           origins.own_voice_outlets)),
    ("Where accounts differ", "", (differences.differences, differences.accounts_of, differences._later, differences.two_meanings,
                                   occasions.dates_apart, occasions.places_apart, details.details, figure.compatible,
                                   figure.bounds)),
    ("Figures over time", "", (figures.figures, figures.measure)),
    ("What became of a claim", "", (history.history, history._surer, history._corrected, history._withdrawn)),
    ("What is ahead", "", (outlook.watch, outlook.silences, outlook.timeline)),
    ("What leads", "", (story.importance, story.grave, story.newest)),
)


def page() -> str:
    """The whole page; reads the example, which takes some seconds."""
    given = pipeline.load([str(EXAMPLE)], stdin=None, on_error=print, on_note=lambda _: None)
    dossier = pipeline.brief(given, from_environment())
    claim = next(c for s in dossier.stories for c in s.claims if FOLLOWED in c.statements)
    rules = "".join(f"\n### {title}\n\n{says + chr(10) * 2 if says else ''}{_docs(found)}" for title, says, found in PARTS)
    return f"{HEAD}\n## One claim, from the page to its standing\n{_followed(dossier, claim)}\n## The rules\n{rules}\n{_evidence()}"


def _docs(found: Iterable[Callable[..., Any]]) -> str:
    return "".join(f"- **{_name(f)}.** {' '.join(cleandoc(f.__doc__ or '').split())}\n" for f in found)


def _name(f: Any) -> str:
    return str(f.__name__).rsplit(".", 1)[-1].strip("_").replace("_", " ")


def _followed(dossier: Dossier, claim: Claim) -> str:
    statements = {s.id: s for s in dossier.statements}
    articles = {a.id: a for a in dossier.articles}
    copies = {c.article: c for c in dossier.copies}
    lines = ["\n**1. The sentences.** Each with where it stands (characters of the report's text), and on whose word.\n\n"]
    for s in (statements[i] for i in claim.statements):
        copied = f"; the report is a {copies[s.article].kind} copy of {copies[s.article].of}" if s.article in copies else ""
        word = ", ".join(f"{o.name} ({o.kind})" for o in s.origins)
        lines.append(f"- {s.article}, {s.start} to {s.end}: “{' '.join(articles[s.article].text[s.start:s.end].split())}” "
                     f"— on the word of {word}{copied}\n")
    if claim.weakest is not None:
        a, b = claim.weakest.statements
        lines.append(f"\n**2. Why they are one claim.** The pair that holds least is {a} and {b}, with {claim.weakest.score} of 1: "
                     f"{claim.weakest.why}. Statements that come near and are kept apart are listed as possibly the same: "
                     f"{len(claim.possibly_same)} here.\n")
    lines.append(f"\n**3. On whose word.** {len(claim.origins)} origins are named; {claim.independent_origins} counts.\n\n")
    for o in claim.origins:
        counted = f"counted, as number {o.independent + 1}" if o.independent is not None else "not counted"
        lines.append(f"- {o.name} ({o.kind}, {o.access}): {counted}; {', '.join(o.statements)}\n")
    lines.append(f"\n**4. Do the accounts agree?** {claim.accounts}.\n\n")
    lines += [f"- {d.slot}, {d.kind}: {d.why}\n" for d in claim.differences]
    lines.append(f"\n**5. How it stands.** `{claim.status}`: {claim.why}. Outlets that tell it in their own voice: "
                 f"{claim.own_voice_outlets}; they are told beside the count and never added to it.\n")
    return "".join(lines)


def _evidence() -> str:
    rows = "".join(f"| {_name(f)} | {features.WEIGHTS[f.__name__]:+.1f} | {' '.join(cleandoc(f.__doc__ or '').split())} |\n"
                   for f in features.FEATURES)
    return (f"\n### What speaks for one claim, and what against\n\nThe score is the logistic function of {features.BIAS} and all "
            f"that applies.\n\n| evidence | adds at most | what it is |\n|---|--:|---|\n{rows}")
