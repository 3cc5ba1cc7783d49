"""On whose word a claim rests, and how many of them are independent as far as these reports show.

Only named origins count: actors, evidence, an agency where nobody deeper is named. Parts of one body, relays of one
another, sources named only together, and unnamed ones are one connected component. An outlet's own voice never counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.model.claim import Access, Origin
from sayso.model.link import ClaimGroup
from sayso.model.statement import OriginKind, Statement, StatementOrigin
from sayso.weigh.context import Context

SURE = 0.3
_ASSESSING = frozenset(("assess", "determine", "believe", "conclude", "estimate", "see", "observe", "detect", "find", "verify"))


@dataclass(slots=True)
class _Draft:
    name: str
    actor: str | None
    kind: OriginKind
    statements: list[str] = field(default_factory=list)
    via: list[str] = field(default_factory=list)
    access: Access = "stated"
    anonymous: bool = False
    alone: bool = False


def origins_of(context: Context, group: ClaimGroup) -> tuple[tuple[Origin, ...], int]:
    """The claim's origins in order of first appearance, and the number of independent ones."""
    statements = context.affirming(group)
    drafts: dict[tuple[str, str], _Draft] = {}
    for s in statements:
        for o in s.origins:
            _add(context, drafts, s, o)
    found = list(drafts.values())
    parts = _components(context, found, statements)
    counted = _counted(found, parts, group)
    numbers = {p: n for n, p in enumerate(dict.fromkeys(parts[k] for k in range(len(found)) if k in counted))}
    out = tuple(_origin(context, d, numbers.get(parts[k]) if k in counted else None) for k, d in enumerate(found))
    return out, len(numbers)


def own_voice_outlets(context: Context, statements: Sequence[Statement]) -> int:
    """Known outlets that tell it in their own voice, each once, and copies of one text once."""
    texts: set[str] = set()
    outlets: set[str] = set()
    for s in sorted(statements, key=lambda s: (context.copy_of(s) is not None, s.article)):
        outlet = context.outlet(s)
        if s.attributions or outlet is None or not any(o.kind == "outlet" for o in s.origins):
            continue
        text = context.copy_of(s) or s.article
        if text not in texts and outlet.lower() not in outlets:
            outlets.add(outlet.lower())
        texts.add(text)
    return len(outlets)


def _add(context: Context, drafts: dict[tuple[str, str], _Draft], s: Statement, o: StatementOrigin) -> None:
    d = drafts.setdefault((o.kind, o.actor or o.name), _Draft(o.name, o.actor, o.kind))
    if s.id not in d.statements:
        d.statements.append(s.id)
    chain = context.chain(s)
    inner = chain[-1] if chain else None
    d.alone = d.alone or len(s.origins) == 1
    if inner is not None and inner.source is not None and inner.source.anonymous is not None:
        d.anonymous = True
    relays = [a.source.actor for a in chain[:-1] if a.source is not None] + [v for a in chain for v in a.via]
    for actor in relays:
        linked = context.local.get(actor) if actor is not None else None
        if linked is not None and linked.id != o.actor and linked.name not in d.via:
            d.via.append(linked.name)
    d.access = _access(s, o, inner.cue.text if inner is not None and inner.cue is not None else "", bool(d.via))


def _access(s: Statement, o: StatementOrigin, cue: str, relayed: bool) -> Access:
    if o.kind == "unattributed" or s.certainty == "unknown" and not s.attributions:
        return "hearsay"
    if relayed:
        return "relayed"
    if any(cue.lower().startswith(w) or f" {w}" in cue.lower() for w in _ASSESSING):
        return "own-assessment"
    return "stated"


def _components(context: Context, found: Sequence[_Draft], statements: Sequence[Statement]) -> list[int]:
    parent = list(range(len(found)))

    def top(k: int) -> int:
        while parent[k] != k:
            k = parent[k]
        return k

    def join(a: int, b: int) -> None:
        x, y = top(a), top(b)
        parent[max(x, y)] = min(x, y)

    roots = [context.root(d.actor) if d.actor is not None else f"{d.kind}:{d.name.lower()}" for d in found]
    for a in range(len(found)):
        for b in range(a):
            x, y = found[a], found[b]
            one_body = roots[a] == roots[b]
            relay = _relays(context, x, y) or _relays(context, y, x)
            together = not (x.alone and y.alone) and bool(set(x.statements) & set(y.statements))
            unnamed = x.anonymous and y.anonymous or x.kind == y.kind == "evidence"
            if one_body or relay or together or unnamed:
                join(a, b)
    return [top(k) for k in range(len(found))]


def _relays(context: Context, x: _Draft, y: _Draft) -> bool:
    """Is `y`, or the body it speaks for, one of those through whom `x` came?"""
    if not x.via:
        return False
    names = {y.name}
    if y.actor is not None:
        names.add(context.name(context.root(y.actor)) or y.name)
    return bool(names & set(x.via))


def _counted(found: Sequence[_Draft], parts: Sequence[int], group: ClaimGroup) -> set[int]:
    """Which origins count: named ones, held to the rest of the claim by a sure match.

    An agency counts where no actor is named; unnamed sources whose body is not known add nothing to a named one.
    """
    named = [k for k, d in enumerate(found) if d.kind in ("actor", "evidence") and d.actor is not None or d.kind == "evidence"]
    solid = [k for k in named if not found[k].anonymous and found[k].kind == "actor"]
    if not named:
        return {k for k, d in enumerate(found) if d.kind == "agency" and any(group.affirming)}
    keep = set(solid) or {named[0]}
    first = parts[min(keep, key=lambda k: (-len(found[k].statements), k))]
    keep |= {k for k in named if parts[k] in {parts[j] for j in keep}}
    if not solid:
        keep |= {k for k in named if parts[k] == first}
    main = {s for k in keep if parts[k] == first for s in found[k].statements}
    sure: set[int] = {k for k in keep if parts[k] == first}
    for k in sorted(keep - sure):
        own = {s for j in keep if parts[j] == parts[k] for s in found[j].statements}
        if own & main or any(score >= SURE for a, b, score in group.links if a in main and b in own or b in main and a in own):
            sure.add(k)
    return sure


def _origin(context: Context, d: _Draft, number: int | None) -> Origin:
    root = context.root(d.actor) if d.actor is not None else None
    rolls = context.name(root) if root is not None and root != d.actor else None
    return Origin(d.name, d.actor, d.kind, tuple(d.statements), tuple(d.via), d.access, rolls, number)


