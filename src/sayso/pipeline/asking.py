"""Asking a library: what is said for and against, across stories; and questions that stand, asked again as reports come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from sayso.data.fold import fold
from sayso.data.telling import stands_alone
from sayso.errors import UsageError
from sayso.model.claim import Claim
from sayso.model.question import Question, Standing
from sayso.pipeline.looking import brief, meanings
from sayso.pipeline.support import STORIES, Checked, check
from sayso.settings import Settings
from sayso.store import questions
from sayso.store.library import Library, now
from sayso.store.search import Filters, find

NEAR, ALIKE = 10, 0.45
WEEK = 7


@dataclass(frozen=True, slots=True)
class NearClaim:
    """A claim that is near to a question which yes or no does not answer."""

    story: str
    claim: str
    text: str
    status: str
    independent_origins: int


@dataclass(frozen=True, slots=True)
class Answer:
    """`statement` is what a yes would say, None for a question that is answered otherwise: then there are only `near` claims."""

    question: str
    statement: str | None
    checked: Checked | None
    standing: Standing | None
    near: tuple[NearClaim, ...] = ()


def ask(library: Library, question: str, settings: Settings) -> Answer:
    """What the reports of a library say to a question, or to a sentence. Raises UsageError where there is neither."""
    from sayso.read.questions import as_statement

    text = " ".join(question.split())
    if not text:
        raise UsageError("give a question, or a sentence to check")
    statement = as_statement(text, settings) if text.endswith("?") else text
    if statement is None:
        return Answer(text, None, None, None, tuple(_near(library, text, settings)))
    checked = check(library, statement, settings)
    return Answer(text, checked.sentence, checked, _standing(library, checked))


def pin(library: Library, question: str, settings: Settings) -> int:
    """Keep a question; its number. Raises UsageError for one that yes or no does not answer."""
    answer = ask(library, question, settings)
    if answer.statement is None or answer.standing is None:
        raise UsageError("only a question that yes or no answers can stand; ask it as: Did A do B?")
    return questions.pin(library, answer.question, answer.statement, answer.standing)


def renew(library: Library, settings: Settings) -> int:
    """Ask every standing question again and keep what changed; how many changed."""
    changed = 0
    for q in questions.pinned(library):
        standing = _standing(library, check(library, q.statement, settings))
        if replace(standing, at="") != replace(q.history[-1], at=""):
            questions.record(library, q.n, standing)
            changed += 1
    return changed


def week_ago(q: Question, days: int = WEEK) -> Standing | None:
    """How the question stood so many days ago; None where it was not pinned then."""
    then = (datetime.now(UTC) - timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%SZ")
    earlier = [s for s in q.history if s.at <= then]
    return earlier[-1] if earlier else None


def _standing(library: Library, checked: Checked) -> Standing:
    bearing = [s for s in checked.found if s.stance != "differs"]
    keys = {(s.story, s.claim) for s in bearing}
    claims = {(id, c.id): c for id in {s for s, _ in keys} for c in brief(library, id).stories[0].claims if (id, c.id) in keys}

    def side(stance: str) -> tuple[str, ...]:
        """The separate origins of claims that say so, and those who deny a claim that says the contrary."""
        mine = [s for s in bearing if s.stance == stance]
        told = [claims[k] for k in sorted({(s.story, s.claim) for s in mine if s.opposite == (stance == "denies")})]
        answering = {w for s in mine if s.opposite != (stance == "denies") for w in s.word}
        return tuple(sorted({*_separate(told), *answering}))
    return Standing(now(), checked.verdict, side("affirms"), side("denies"), len({s.word for s in bearing if s.stance == "open"}),
                    len({s.article for s in bearing}), tuple(sorted({c for _, c in keys})))


def _separate(claims: Sequence[Claim]) -> list[str]:
    """The separate origins of these claims together: those that one claim counts as one stay one."""
    groups: list[set[str]] = []
    for c in claims:
        parts: dict[int, set[str]] = {}
        for o in c.origins:
            if o.independent is not None:
                parts.setdefault(o.independent, set()).add(fold(o.rolls_up_to or o.name))
        for names in parts.values():
            met = [g for g in groups if g & names]
            groups = [g for g in groups if not g & names] + [names.union(*met)]
    shown = {fold(o.rolls_up_to or o.name): o.rolls_up_to or o.name for c in claims for o in c.origins}
    return sorted(shown.get(min(g), min(g)) for g in groups)


def _near(library: Library, text: str, settings: Settings) -> list[NearClaim]:
    rows = find(library, text, meanings([text], settings)[0], Filters())
    stories = list(dict.fromkeys(r.story for r in rows if r.story is not None))[:STORIES]
    claims = [(id, c) for id in stories for c in brief(library, id).stories[0].claims if stands_alone(c.text)]
    if not claims:
        return []
    vectors = meanings([text, *(c.text for _, c in claims)], settings)
    order = sorted(range(len(claims)), key=lambda k: -float(vectors[0] @ vectors[k + 1]))[:NEAR]
    return [NearClaim(claims[k][0], claims[k][1].id, claims[k][1].text, claims[k][1].status, claims[k][1].independent_origins)
            for k in order if float(vectors[0] @ vectors[k + 1]) >= ALIKE]
