"""The few lines that stand first: each a sentence with its source in it, made of the reports' own words."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.data.telling import alike, site, stands_alone
from sayso.model.claim import Claim, Denial, Difference, OpenAnswer
from sayso.model.dossier import SummaryLine
from sayso.model.statement import Statement
from sayso.weigh.claims import representative, told_text
from sayso.weigh.context import Context
from sayso.weigh.phrasing import answered, attributed, capital, end, is_clause, joined, number, spoken_name

LINES = 5
FEWEST, LONGEST = 4, 45  # words; what is shorter says nothing by itself, what is longer is no line to begin with
SURE, NEAR = 0.5, 0.4
_KINDS = ("actor", "agency", "evidence")


def summary(context: Context, claims: Sequence[Claim]) -> tuple[SummaryLine, ...]:
    """One sentence for each of the claims that lead and stand alone, none told twice; background only where all is."""
    whole = [c for c in claims if len(c.text.split()) >= FEWEST and (c.kind != "background" or c.denied_by)]
    leading: list[Claim] = []
    for c in [c for c in whole if _readable(context, c)] or whole:
        if len(leading) < LINES and not any(_told(c, other) for other in leading):
            leading.append(c)
    told: set[str] = set()
    return tuple(_line(context, c, told) for c in leading)


def _readable(context: Context, c: Claim) -> bool:
    return stands_alone(c.text) and is_clause(context, c) and len(c.text.split()) <= LONGEST


def _told(c: Claim, other: Claim) -> bool:
    """Does the other line already say this to a reader?"""
    doubtful = any(p.claim == other.id and p.score >= SURE for p in c.possibly_same)
    doubtful = doubtful or any(p.claim == c.id and p.score >= SURE for p in other.possibly_same)
    return doubtful or alike(c.text, other.text)


def _line(context: Context, c: Claim, told: set[str]) -> SummaryLine:
    """The claim's line; `told` are the answers given in lines before it, which are not told again."""
    if not c.statements:
        return SummaryLine(_denied(context, c), tuple(i for d in c.denied_by for i in d.statements))
    answer = _answer(c, told)
    tail = f" {answered(context, context.statements[answer[1]], answer[0])}" if answer else ""
    statements = (*c.statements, answer[1]) if answer else c.statements
    return SummaryLine(f"{_said(context, c)}{_resting(c)}{_differing(c)}{_changed(c)}{tail}", tuple(dict.fromkeys(statements)))


def _said(context: Context, c: Claim) -> str:
    """The claim with its source in the sentence; where none is named for these words, the sentence says so.

    Of a claim whose words are an outlet's own, a named source's words are told instead where they are nearly the same.
    """
    statements = [context.statements[i] for i in c.statements]
    named = [s for s in statements if any(o.kind in _KINDS for o in s.origins)]
    s = next((x for x in named if told_text(context, x) == c.text), None)
    if s is None:
        near = [x for x in named if alike(told_text(context, x), c.text, NEAR)]
        s = representative(context, near) if near else None
    if s is None and c.own_voice_outlets == 0 and named:
        s = representative(context, named)
    return attributed(context, s) if s is not None else _unsourced(c)


def _unsourced(c: Claim) -> str:
    n = c.own_voice_outlets
    text = end(c.text).rstrip(".")
    if not any(o.kind in ("outlet", "agency") for o in c.origins):
        return f"{text}, it is said, and not by whom."
    if n == 1 and len(c.outlets) == 1:
        return f"{text}, {site(c.outlets[0])} reports without naming a source."
    count, noun = (n, "outlet") if n else (len(c.articles), "report")
    verb = ("reports" if count == 1 else "report") if n else ("says" if count == 1 else "say")
    return f"{text}, {number(count)} {noun}{'' if count == 1 else 's'} {verb} without naming a source."


def _resting(c: Claim) -> str:
    """That many reports rest on one word, or that more than one origin stands behind it."""
    n = len(c.articles)
    uncounted = any(o.independent is None for o in c.origins)
    wholes = {o.rolls_up_to or o.name for o in c.origins if o.independent is not None}
    if c.independent_origins == 1 == len(wholes) and n > 1 and not c.own_voice_outlets and not uncounted:
        return f" {'Both' if n == 2 else f'All {number(n)}'} reports rest on this one origin."
    if c.status == "corroborated" and c.accounts in ("agree", "details-differ"):
        first = {o.independent: o.rolls_up_to or o.name for o in reversed(c.origins) if o.independent is not None}
        return f" {capital(number(c.independent_origins))} separate origins say so: {joined(reversed(first.values()))}."
    return ""


def _differing(c: Claim) -> str:
    clash = next((d for d in c.differences if d.kind == "conflict" and d.slot == "figure"), None)
    return f" Figures differ: {_values(clash)}." if clash else ""


def _changed(c: Claim) -> str:
    """What has since been put right must not stand in the first lines as it was."""
    last = next((x for x in reversed(c.history) if x.kind == "corrected"), None)
    return f" A later report changed the figure: {last.why}." if last is not None else ""


def _values(clash: Difference) -> str:
    given: dict[str, list[str]] = {}
    for v in clash.values:
        given.setdefault(v.value, []).extend(map(site, v.origins))
    return "; ".join(f"{value} ({joined(names)})" if names else value for value, names in given.items())


def _answer(c: Claim, told: set[str]) -> tuple[str, str] | None:
    """Who denied it, else who would not, that was not told before: name and statement."""
    given: list[Denial | OpenAnswer] = [*c.denied_by, *(a for a in c.left_open_by if a.response == "does-not-deny")]
    new = next((a for a in given if a.statements[0] not in told), None)
    if new is None:
        return None
    told.add(new.statements[0])
    return new.name, new.statements[0]


def _denied(context: Context, c: Claim) -> str:
    """What somebody denies and nobody here affirms: only the denial is told."""
    first = c.denied_by[0]
    s = _telling(context, c) or context.statements[first.statements[0]]
    name = next((d.name for d in c.denied_by if s.id in d.statements), first.name)
    others = [spoken_name(context, context.statements[d.statements[0]], context.statements[d.statements[0]].origins[0])
              for d in c.denied_by if d.name != name]
    return answered(context, s, name) + (f" {capital(joined(others))} denied it too." if others else "")


def _telling(context: Context, c: Claim) -> Statement | None:
    return next((x for d in c.denied_by for i in d.statements if told_text(context, x := context.statements[i]) == c.text), None)
