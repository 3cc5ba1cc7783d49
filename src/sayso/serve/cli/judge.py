"""`sayso judge`: what a person decides about what sayso found."""

from __future__ import annotations

import getpass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from sayso.errors import UsageError
from sayso.model.judgement import JudgementKind
from sayso.serve.cli.inputs import settings
from sayso.serve.cli.library import LIBRARY, STORY, opened
from sayso.serve.cli.sink import opened as sink

if TYPE_CHECKING:
    from sayso.model.dossier import Dossier, StoryDossier
    from sayso.model.judgement import Judgement
    from sayso.store.library import Library

What = StrEnum("What", {k: k for k in (*get_args(JudgementKind), "list")})  # type: ignore[misc]
ABOUT = "Claims, by their number in sayso claims --story ID or their id; names for same-actor and rate; an entry for undo."
SENTENCES = "Only these sentences of the claim, as a brief refers to them: a7,b3."
VALUE = "The name, words, title or letter that it is to have; for confirmed and knocked-down, how you established it."


def judge(
    what: Annotated[What, typer.Argument(metavar="WHAT", help="What you decide; list shows the ledger.")],
    about: Annotated[list[str] | None, typer.Argument(metavar="CLAIM...", help=ABOUT)] = None,
    story: Annotated[str | None, typer.Option("--story", metavar="ID", help=STORY)] = None,
    value: Annotated[str, typer.Option("--as", "--how", metavar="TEXT", help=VALUE)] = "",
    when: Annotated[str, typer.Option("--when", metavar="DAY", help="When you established it.")] = "",
    sentences: Annotated[str, typer.Option("--sentences", metavar="REFS", help=SENTENCES)] = "",
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="Your reason, for the ledger.")] = "",
    who: Annotated[str, typer.Option("--who", metavar="NAME", help="Who decides. Default: your login.")] = "",
    library: Annotated[Path | None, typer.Option("--library", metavar="FILE", help=LIBRARY)] = None,
) -> int:
    """Decide what the machine got wrong, or what you established yourself. It stands above the machine and can be taken back.

    WHAT is one of: same (two claims are one), not-same (these sentences, or this other claim, are not it), reattribute
    (it is on the word of NAME), reject (it is no claim), accept, rename, rename-story, same-actor (two names are one), rate
    (an outlet or source, A to F), confirmed, knocked-down (by yourselves: counted as an origin or a denial of its own),
    undo (an entry of the ledger), list.

    \b
    Examples:
      sayso judge same 3 7 --story story-1a2b3c --why "both are the toll"
      sayso judge not-same 3 --sentences b4 --story story-1a2b3c
      sayso judge reattribute 3 --as "Red Cross" --story story-1a2b3c
      sayso judge confirmed 3 --how "called the hospital" --when 2026-04-15 --story story-1a2b3c
      sayso judge same-actor "A. Kranz" "Ingrid Kranz" --story story-1a2b3c
      sayso judge rate "Carinthia Courier" --as B
      sayso judge list
      sayso judge undo 4
    """
    from sayso.serve.reports.judged import decided

    names = about or []
    with opened(library) as kept:
        if what == "list":
            return _list(kept)
        made = _made(kept, str(what), names, story, who or _login(), why, value, when, sentences)
    with sink(None) as write:
        write(f"kept: {decided(made).text}\n")
    return 0


def _made(kept: Library, what: str, names: list[str], story: str | None, who: str, why: str, value: str, when: str,
          sentences: str) -> Judgement:
    from sayso.pipeline import looking
    from sayso.pipeline.judge import Wanted, undo
    from sayso.pipeline.judge import judge as decide

    if what == "undo":
        if len(names) != 1 or not names[0].isdecimal():
            raise UsageError("undo: name one entry by its number; see sayso judge list")
        return undo(kept, int(names[0]), who, why, settings())
    if what in ("rate", "same-actor"):
        if len(names) != (1 if what == "rate" else 2):
            raise UsageError(f"{what}: needs {'the name of an outlet or source' if what == 'rate' else 'two names'}")
        value, other = (value, names[0]) if what == "rate" else (names[0], names[1])
        return decide(kept, story, Wanted(what, who, why, value=value, other=other), settings())  # type: ignore[arg-type]
    if story is None:
        raise UsageError(f"{what}: is about a story; name it with --story")
    dossier = looking.brief(kept, story)
    claims = tuple(claim_id(dossier.stories[0], n) for n in names)
    only = statements(dossier, claims[0], sentences) if sentences and claims else ()
    return decide(kept, dossier.stories[0].id, Wanted(what, who, why, claims, only, value, when=when), settings())  # type: ignore[arg-type]


def claim_id(story: StoryDossier, given: str) -> str:
    """The id of a claim by its number in the story, its id or the beginning of it; UsageError where it leads to none or several."""
    if given.isdecimal() and 0 < int(given) <= len(story.claims):
        return story.claims[int(given) - 1].id
    found = [c.id for c in story.claims if given and c.id.startswith((given, f"claim-{given}"))]
    if len(found) == 1:
        return found[0]
    several = f"begins the ids of {len(found)} claims; give more of it" if found else "there is no such claim in this story"
    raise UsageError(f"{given[:80]}: {several}; see sayso claims --story {story.id}")


def statements(dossier: Dossier, claim: str, sentences: str) -> tuple[str, ...]:
    """The statements of a claim that stand in these sentences; UsageError for a sentence that has none of them."""
    from sayso.serve.reports.refs import Refs

    story = dossier.stories[0]
    refs = Refs(dossier, story.articles)
    own = next(c.statements for c in story.claims if c.id == claim)
    at: dict[str, list[str]] = {}
    for s in (refs.statements[i] for i in own if i in refs.statements):
        letter, number = refs.sentence(s.article, s.start)
        at.setdefault(f"{letter}{number}", []).append(s.id)
    wanted = [x.strip().lower() for x in sentences.split(",") if x.strip()]
    if missing := [x for x in wanted if x not in at]:
        raise UsageError(f"{missing[0][:20]}: no sentence of this claim; it is told in {', '.join(at)}")
    return tuple(i for x in wanted for i in at[x])


def _list(kept: Library) -> int:
    from sayso.serve.reports.judged import decided
    from sayso.store import judgements

    entries, gone = judgements.ledger(kept), judgements.undone(kept)
    lines = [f"{j.n}. {decided(j).text}{' — taken back' if j.n in gone else ''}" for j in entries]
    with sink(None) as write:
        write("\n".join(lines or ["nothing was decided yet"]) + "\n")
    return 0


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "somebody"
