"""What stands behind one claim: why it stands as it does, the way it came, where its accounts differ, what is like it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.model.claim import Change, Claim
from sayso.model.dossier import StoryDossier
from sayso.serve.reports import differ
from sayso.serve.reports.judged import on_claim
from sayso.serve.reports.refs import Refs
from sayso.serve.reports.view import Graph, Line, Node, Opened, Piece, plain, row, strong
from sayso.serve.reports.words import RESPONSES, changed, clean, day, listed, opening, titled, trimmed, unique

ACCESS = {"saw": "saw it", "own-assessment": "its own assessment", "stated": "stated it", "relayed": "passed it on",
          "hearsay": "hearsay"}
MOST_ALIKE = 4
# The word stems that two sentences share are for the data.
_STEMS = re.compile(r"\s*\[[^\]]*\]$")


def claim(claim: Claim, story: StoryDossier, refs: Refs) -> Opened:
    """The claim opened; every list may be empty."""
    return Opened((*_why(claim), *on_claim(claim.judged), *_history(claim, refs)), _graph(claim, refs),
                  tuple(differ.line(claim, d, refs) for d in claim.differences), tuple(_alike(claim, story, refs)),
                  tuple(_answers(claim, refs)))


def _why(claim: Claim) -> list[Line]:
    out = [row(plain(_sentence(claim.why)))] if claim.why else []
    if claim.weakest is not None and claim.weakest.why:
        out.append(row(strong("The weakest link between its sentences: "), plain(_sentence(_STEMS.sub("", claim.weakest.why)))))
    if claim.credibility is not None:
        c = claim.credibility
        out.append(row(strong(f"Credibility {c.grade}: "), plain(_sentence(c.why or c.rule))))
    return out


def _history(claim: Claim, refs: Refs) -> Iterator[Line]:
    """When it was first said and on whose word, then each change with the sentence it is read in and the one before it."""
    for step in claim.history:
        if step.kind == "first-said":
            yield row(strong(f"First in these reports on {day(step.date)}"), plain(f": {_who_first(claim, step, refs)}"),
                      refs.of((step.statement,)))
        else:
            read_in = refs.of(filter(None, (step.before, step.statement)))
            yield row(strong(opening(changed(step))), plain(f": {clean(step.why)}"), read_in)
    if claim.first_seen and claim.last_seen and claim.first_seen[:10] != claim.last_seen[:10]:
        yield row(strong("Last in these reports"), plain(f": {day(claim.last_seen)}."))


def _who_first(claim: Claim, step: Change, refs: Refs) -> str:
    found = refs.statements.get(step.statement)
    names = refs.names(o.name for o in found.origins if o.kind in ("actor", "evidence")) if found else []
    return f"on the word of {listed(names, 3)}" if names else "without a source"


def _answers(claim: Claim, refs: Refs) -> Iterator[Line]:
    for d in claim.denied_by:
        yield row(strong(opening(titled(clean(d.name)))), plain(" denied it" if d.statements else " knocked it down"),
                  refs.of(d.statements))
    for o in claim.left_open_by:
        yield row(strong(opening(titled(clean(o.name)))), plain(f" {RESPONSES[o.response]}"), refs.of(o.statements))


def _sentence(text: str) -> str:
    text = opening(clean(text))
    return text if text.endswith((".", "!", "?", "…")) else text + "."


def _alike(claim: Claim, story: StoryDossier, refs: Refs) -> list[Line]:
    others = {c.id: c for c in story.claims}
    found = [(others[p.claim], p.why) for p in claim.possibly_same if p.claim in others]
    return [row(plain(trimmed(c.text, 160)), refs.of(c.statements), Piece(f" — {clean(_STEMS.sub('', why))}", "note") if why else None)
            for c, why in found[:MOST_ALIKE]]


def _graph(claim: Claim, refs: Refs) -> Graph | None:
    """Origins on the left, those who pass it on between, reports on the right; what is told without a source has no origin."""
    nodes: dict[str, Node] = {}
    edges: dict[tuple[str, str], None] = {}
    words: list[str] = []
    for origin in claim.origins:
        reports = unique(refs.statements[i].article for i in origin.statements if i in refs.statements)
        if origin.kind == "check":
            # What we established ourselves stands in no report.
            nodes.setdefault(f"o:{origin.name}", Node(f"o:{origin.name}", opening(clean(origin.name)), "origin"))
            words.append(f"{opening(clean(origin.name))}: in no report")
        if not reports:
            continue
        own = origin.kind in ("outlet", "agency", "unattributed") and origin.independent is None
        name = "no source given" if own else _name(origin.name, origin.rolls_up_to)
        counted = origin.independent is not None
        start = nodes.setdefault(f"o:{name}", Node(f"o:{name}", name, "origin" if counted else "aside")).id
        for via in origin.via:
            relay = nodes.setdefault(f"r:{via}", Node(f"r:{via}", clean(via), "relay")).id
            edges[start, relay] = None
        last = [f"r:{via}" for via in origin.via] or [start]
        for id in reports:
            label = f"{refs.letter(id)} · {refs.outlet(id)}"
            report = nodes.setdefault(f"a:{id}", Node(f"a:{id}", label, "report")).id
            edges.update(dict.fromkeys((x, report) for x in last))
        told = ", ".join(f"{refs.outlet(id)} ({refs.letter(id)})" for id in reports)
        through = f" through {', '.join(map(clean, origin.via))}" if origin.via else ""
        how = ACCESS[origin.access] + ("" if counted else ", not counted")
        words.append(f"No source given: {told}" if own else f"{name} ({how}){through}: {told}")
    return Graph(tuple(nodes.values()), tuple(edges), tuple(unique(words))) if len(nodes) > 1 else None


def _name(name: str, whole: str | None) -> str:
    return titled(clean(f"{name}, for {whole}" if whole and whole != name else name))
