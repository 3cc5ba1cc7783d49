"""Answers to questions, told to a person: what is said for and against, and how that changed."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model.question import Question, Standing
from sayso.pipeline.asking import Answer, week_ago
from sayso.serve.reports.library import STANDS
from sayso.serve.reports.support import VERDICTS, checked_text
from sayso.serve.reports.words import clean, count, day, listed, opening, trimmed


def answer_text(a: Answer) -> str:
    """The verdict with its sentences; for a question that yes or no does not answer, the claims that are near."""
    if a.checked is None:
        lines = [f"{opening(trimmed(c.text, 160))}\n  {STANDS[c.status]}; {c.claim} in {c.story}" for c in a.near]
        return "\n".join(["Not a question for yes or no; the claims nearest to it:", "", *lines] if lines else
                         ["Not a question for yes or no, and no claim is near to it."]) + "\n"
    assert a.standing is not None
    return f"{a.question}\n{stands(a.standing)}\n\n{checked_text(a.checked)}"


def stands(s: Standing) -> str:
    """`said on 2 separate origins (A and B); denied by C; 4 reports` in one line."""
    parts = []
    if s.for_:
        n = len(s.for_)
        parts.append(f"said on {'1 origin' if n == 1 else f'{n} origins'} ({listed([clean(x) for x in s.for_])})")
    elif s.verdict in ("affirmed", "disputed"):
        parts.append("said, on no named origin")
    if s.against:
        parts.append(f"against it {listed([clean(x) for x in s.against])}")
    elif s.verdict in ("denied", "disputed"):
        parts.append("denied, on no named origin")
    if s.open:
        parts.append(f"left open by {count(s.open, 'answer')}")
    if not parts:
        return VERDICTS[s.verdict]  # type: ignore[index]
    return opening("; ".join([*parts, count(s.reports, "report")]))


def pinned_text(questions: Sequence[Question]) -> str:
    """Three lines a question: what it asks, how it stands, what changed since a week ago."""
    lines = []
    for q in questions:
        lines += [f"{q.n}. {clean(q.text)}", f"   {stands(q.history[-1])}", f"   {changed(q)}"]
    return "\n".join(lines) + "\n" if lines else "no question is pinned; pin one with sayso ask QUESTION --pin\n"


def changed(q: Question) -> str:
    """How it stood a week ago, where that was otherwise; since when it stands as it does."""
    before, now = week_ago(q), q.history[-1]
    since = f"so since {day(now.at)}"
    if before is None:
        return f"pinned on {day(q.pinned)}, {since}" if len(q.history) > 1 else f"pinned on {day(q.pinned)}"
    return f"{since}; the same a week ago" if before.at == now.at else f"{since}; a week ago: {stands(before)}"
