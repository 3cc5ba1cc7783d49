"""Fixed words for on whose word a claim rests, who answered it and how it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.data.telling import is_condition
from sayso.model.claim import Claim, Origin
from sayso.model.statement import Statement
from sayso.serve.reports.refs import Refs
from sayso.serve.reports.words import RESPONSES, count, history, listed, unique

ACCOUNTS = {"agree": "", "figures-differ": "figures differ", "dates-differ": "dates differ",
            "places-differ": "places differ", "details-differ": "details differ", "denied": "denied",
            "mixed": "accounts differ in several ways"}
KINDS = {"plan": "a plan", "condition": "conditional"}


def on_whose_word(claim: Claim, refs: Refs) -> str:
    """`2 separate origins: A · B (its part)`, or that no source is given and by how many."""
    n = claim.independent_origins
    parts = []
    if n:
        head = "1 origin" if n == 1 else f"{n} separate origins"
        parts.append(f"{head}: {' · '.join(_capped(components(claim.origins)))}")
    if own := own_voice(claim, refs):
        parts.append(f"also {own}" if n else own)
    uncounted = refs.names(o.name for o in claim.origins if o.independent is None and o.kind in ("actor", "evidence"))
    if uncounted:
        parts.append(f"not counted: {listed(uncounted)}")
    return "; ".join(parts) or "no one is named for it"


def _capped(names: Sequence[str], most: int = 5) -> list[str]:
    return [*names[:most], *([f"{len(names) - most} more"] if len(names) > most else [])]


def components(origins: Iterable[Origin]) -> list[str]:
    """A label for each origin that is counted, in their order: the whole, its parts and relays in brackets."""
    groups: dict[int, list[Origin]] = {}
    for origin in origins:
        if origin.independent is not None:
            groups.setdefault(origin.independent, []).append(origin)
    return [_label(group) for group in groups.values()]


def _label(group: list[Origin]) -> str:
    wholes: dict[str, list[str]] = {}
    for origin in group:
        parts = wholes.setdefault(origin.rolls_up_to or origin.name, [])
        if origin.rolls_up_to and origin.name != origin.rolls_up_to and origin.name not in parts:
            parts.append(origin.name)
    named = (f"{whole} ({listed(parts, 3)})" if parts else whole for whole, parts in wholes.items())
    label = ", linked with ".join(named)
    via = unique(name for origin in group for name in origin.via)
    return f"{label}, via {listed(via, 2)}" if via else label


def own_voice(claim: Claim, refs: Refs) -> str:
    """`reported without a source by n outlets`, by reports where their outlets are not named; empty for neither."""
    if claim.own_voice_outlets:
        return f"reported without a source by {count(claim.own_voice_outlets, 'outlet')}"
    own = [id for o in claim.origins if o.kind in ("outlet", "agency") and o.independent is None for id in o.statements]
    reports = {refs.statements[id].article for id in own if id in refs.statements}
    if not reports:
        return ""
    if all(refs.articles[id].outlet is None for id in reports if id in refs.articles):
        unnamed = "outlet not named" if len(reports) == 1 else "outlets not named"
        return f"reported without a source by {count(len(reports), 'report')}, {unnamed}"
    return f"reported without a source by {count(len(reports), 'report')}"


def answers(claim: Claim) -> str:
    """Who denied it, and who left it open."""
    said: dict[str, list[str]] = {}
    for denial in claim.denied_by:
        said.setdefault("denied", []).append(denial.name)
    for answer in claim.left_open_by:
        said.setdefault(RESPONSES[answer.response], []).append(answer.name)
    return " · ".join(f"{how}: {listed(unique(names), 3)}" for how, names in said.items())


def standing(claim: Claim, refs: Refs) -> str:
    """The claim's status in words, what kind of claim it is, whether its accounts agree, and how it changed."""
    n = claim.independent_origins
    by_number = "one origin" if n == 1 else f"{n} separate origins" if n else ""
    first = {"corroborated": by_number, "single-origin": by_number, "own-voice": "no source given",
             "unattributed": "no one named", "disputed": f"disputed, {by_number}" if by_number else "disputed"}
    accounts = ACCOUNTS[claim.accounts]
    changed = history(claim.history)
    if claim.accounts == "agree" and len(claim.articles) > 1 and not changed:
        accounts = "accounts agree"
    if claim.accounts == "denied" and claim.status == "disputed":
        accounts = ""
    affirmed = [refs.statements[id] for id in claim.statements if id in refs.statements]
    hedged = bool(affirmed) and all(s.certainty in ("probable", "possible") for s in affirmed)
    grade = f"credibility {claim.credibility.grade}" if claim.credibility else ""
    hedge = "said with a hedge" if hedged and claim.kind != "condition" else ""
    ours = "judged" if claim.judged else ""
    said = ", ".join(p for p in (first[claim.status], _kind(claim, affirmed), hedge, accounts, grade, ours) if p)
    return "; ".join(p for p in (said, changed) if p)


def _kind(claim: Claim, affirmed: Sequence[Statement]) -> str:
    # An indirect question ("whether it fell") is no condition.
    if claim.kind == "condition" and not any(s.condition and is_condition(s.condition.text) for s in affirmed):
        return ""
    return KINDS.get(claim.kind, "")
