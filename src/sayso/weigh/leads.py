"""What would take a reader nearer to the source of a claim: a document, somebody who saw it, somebody who was not asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.model.claim import Claim
from sayso.model.dossier import Lead, NotHeard
from sayso.model.statement import Statement
from sayso.weigh.claims import told_text
from sayso.weigh.context import Context
from sayso.weigh.details import stems_of
from sayso.weigh.phrasing import spoken_name

MOST, MOST_OF_A_KIND = 8, 3
# So many content words must a witness's words have in common with the claim.
COMMON = 3
_DOCUMENT = re.compile(r"\b(?:in|through|via|citing)\s+(?:a|an|the|its|his|her|their)\s+(?:\w+\s+){0,2}"
                       r"(statement|report|letter|document|memo|filing|speech|interview|press release|post|tweet|briefing)\b")


def leads(context: Context, claims: Sequence[Claim], articles: Sequence[str], unheard: Sequence[NotHeard]) -> tuple[Lead, ...]:
    """Where to look next, for claims on one origin or none, the most important first; a few of each kind."""
    thin = [c for c in claims if c.independent_origins < 2 and c.statements and c.kind != "background"]
    primary = any(context.readings[i].article.kind != "report" for i in articles)
    kinds = ((() if primary else _documents(context, thin)), _witnesses(context, thin, claims), _unasked(context, thin, unheard))
    out: dict[str, Lead] = {}
    for kind in kinds:
        new = list({x.text: x for x in kind if x.text not in out}.values())
        out.update((x.text, x) for x in new[:MOST if kind is kinds[0] else MOST_OF_A_KIND])
    return tuple(list(out.values())[:MOST])


def _documents(context: Context, claims: Sequence[Claim]) -> Iterator[Lead]:
    """Documents that are quoted and are not among the reports."""
    for c in claims:
        for s in (context.statements[i] for i in c.statements):
            sentence = next((x for x in context.readings[s.article].sentences if x.start <= s.start < x.end), None)
            if sentence is None or not s.attributions:
                continue
            found = _DOCUMENT.search(context.readings[s.article].article.text, sentence.start, sentence.end)
            who = next((o for o in s.origins if o.kind == "actor"), None)
            if found is not None and who is not None and not _is_told(context, s, found.start()):
                name = spoken_name(context, s, who)
                yield Lead(f"The {found.group(1)} of {name} is quoted and is not among the reports read.", c.id, (s.id,))
                break


def _is_told(context: Context, s: Statement, at: int) -> bool:
    """Is the document that of somebody whom the source tells of? The interview that a court speaks of is not the court's."""
    inner = s.attributions[-1]
    return any(a.parent == inner and a.content is not None and a.cue is not None and a.cue.end <= at <= a.content.end
               for a in context.readings[s.article].attributions)


def _witnesses(context: Context, thin: Sequence[Claim], claims: Sequence[Claim]) -> Iterator[Lead]:
    """Somebody who saw it himself, by what he says elsewhere in these reports, for a claim that rests on others."""
    saw = [(o, c) for c in claims for o in c.origins if o.access == "saw" and o.kind == "actor"]
    for c in thin:
        if any(o.access == "saw" for o in c.origins):
            continue
        words = stems_of(c.text)
        near = [(len(words & stems_of(other.text)), o, other) for o, other in saw if o.name not in {x.name for x in c.origins}]
        n, o, other = max(near, key=lambda x: (x[0], x[1].name), default=(0, None, None))
        if o is not None and other is not None and n >= COMMON:
            yield Lead(f"{o.name} tells what he or she saw, and is not quoted on this: {c.text}", c.id, o.statements)


def _unasked(context: Context, thin: Sequence[Claim], unheard: Sequence[NotHeard]) -> Iterator[Lead]:
    """Somebody who is said to have done it, and whose word no report carries: one lead a party."""
    silent = {n.actor for n in unheard}
    for c in thin:
        for s in (context.statements[i] for i in c.statements):
            doer = s.event.agent.text if s.event.agent is not None else ""
            who = next((a for a in s.actors if a in silent and (context.name(a) or "").split()[-1] in doer.split()), None)
            if who is not None:
                silent.remove(who)
                where = f"{context.name(who)} is spoken of here and quoted in none of the reports read"
                yield Lead(f"{where}: {told_text(context, s)}", c.id, (s.id,))
                break
