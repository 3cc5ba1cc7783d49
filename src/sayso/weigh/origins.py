"""On whose word a claim rests, and how many of them are independent as far as these reports show.

Only named origins count: actors, evidence, an agency where nobody deeper is named. Parts of one body, relays of one
another, sources named only together, and unnamed ones are one connected component. An outlet's own voice never counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.data.countries import adjective
from sayso.data.media import is_medium
from sayso.data.titles import body, known_body, singular, title
from sayso.model.claim import Access, Origin
from sayso.model.link import ClaimGroup, LinkedActor
from sayso.model.statement import OriginKind, Statement, StatementOrigin
from sayso.settings import outlet_key
from sayso.weigh.alike import is_loose, may_be_one, may_speak_for
from sayso.weigh.context import Context

SURE = 0.7
RUN = 8
SHORT_RUN = 4
QUOTED_RUN = 5
LEAST_WORDS = 6
LONGEST_NAME = 8
_WORD = re.compile(r"[^\W_]+")
_AFTER_HEAD = re.compile(r" (?:of|in|at|from|on|near|outside|inside|across|around|with|who|whose) ")
_ASSESSING = frozenset(("assess", "determine", "believe", "conclude", "estimate", "see", "observe", "detect", "find", "verify"))

_NEARNESS: tuple[Access, ...] = ("saw", "own-assessment", "stated", "relayed", "hearsay")


@dataclass(slots=True)
class _Draft:
    name: str
    actor: str | None
    kind: OriginKind
    statements: list[str] = field(default_factory=list)
    via: list[str] = field(default_factory=list)
    relays: set[str] = field(default_factory=set)
    access: Access = "hearsay"
    vague: bool = False
    alone: bool = False


def origins_of(context: Context, group: ClaimGroup, told: str | None = None) -> tuple[tuple[Origin, ...], int]:
    """The claim's origins in order of first appearance, and the number of independent ones.

    `told` is the statement whose words the claim is told in: who does not surely say what it says is not counted.
    """
    drafts: dict[tuple[str, str], _Draft] = {}
    for s in context.affirming(group):
        for o in s.origins:
            _add(context, drafts, s, o)
    outright = len(drafts)
    for s in (context.statements[i] for i in group.passing):
        for o in s.origins:
            if o.kind not in ("actor", "evidence"):
                _add(context, drafts, s, o)
    found = list(drafts.values())
    parts = _components(context, found)
    counted = _counted(context, found[:outright], parts, group, told)
    numbers = {p: n for n, p in enumerate(dict.fromkeys(parts[k] for k in range(len(found)) if k in counted))}
    out = tuple(_origin(context, d, numbers.get(parts[k]) if k in counted else None) for k, d in enumerate(found))
    return out, len(numbers)


def own_voice_outlets(context: Context, statements: Sequence[Statement]) -> int:
    """Known outlets that tell it in their own voice: once an owner, once a text however often copied, once a template.

    A sentence that shares a long run of words with one that was counted comes from the same template.
    """
    texts: set[str] = set()
    owners: set[str] = set()
    runs: set[tuple[str, ...]] = set()
    for s in sorted(statements, key=lambda s: (context.copy_of(s) is not None, s.article)):
        outlet = context.outlet(s)
        if s.attributions or outlet is None or not any(o.kind == "outlet" for o in s.origins):
            continue
        text, owner = context.copy_of(s) or s.article, outlet_key(context.settings.sources.owner(outlet))
        own = _runs(_words(context, s.id), RUN)
        if text not in texts and not own & runs:
            owners.add(owner)
        texts.add(text)
        runs |= own
    return len(owners)


def _add(context: Context, drafts: dict[tuple[str, str], _Draft], s: Statement, o: StatementOrigin) -> None:
    d = drafts.setdefault((o.kind, o.actor or o.name), _Draft(o.name, o.actor, o.kind))
    if s.id not in d.statements:
        d.statements.append(s.id)
    chain = context.chain(s)
    inner = chain[-1] if chain else None
    d.alone = d.alone or len(s.origins) == 1
    if (o.kind == "actor" and (o.actor is None or not is_named(context, o.actor))) or len(o.name.split()) > LONGEST_NAME:
        d.vague = True
    relays = context.relays(s, o.actor)
    for relay in relays:
        # A spokesman passes on for his body; a medium, even one that is part of a body, for itself alone.
        d.relays.add(relay.id if _is_medium(context, relay) else context.root(relay.id))
        if relay.name not in d.via:
            d.via.append(relay.name)
    cue = inner.cue.text if inner is not None and inner.cue is not None else ""
    d.access = min(d.access, _access(s, o, cue, bool(relays)), key=_NEARNESS.index)


def _access(s: Statement, o: StatementOrigin, cue: str, relayed: bool) -> Access:
    if o.kind == "unattributed" or (s.certainty == "unknown" and not s.attributions):
        return "hearsay"
    if relayed:
        return "relayed"
    if any(cue.lower().startswith(w) or f" {w}" in cue.lower() for w in _ASSESSING):
        return "own-assessment"
    return "stated"


def is_named(context: Context, actor: str) -> bool:
    """Has it, or the body it speaks for, a name of its own? "A government spokesman" may be anybody who is named elsewhere."""
    a = context.actors[actor]
    if a.kind == "other":
        return False
    bare = a.name.split(" ", 1)[1] if " " in a.name and is_medium(a.name.split()[0]) else a.name
    if context.is_common(bare):
        return False
    top = context.actors.get(context.root(actor), a)
    return any(_proper(x.name) for x in (a, top)) and not _is_medium(context, a)


def _is_medium(context: Context, a: LinkedActor) -> bool:
    """A medium, or the outlet of one of these reports: outlets that cite one another are no origins."""
    return is_medium(a.name) or context.is_outlet(a)


def _proper(name: str) -> bool:
    """A name by its head word: `Ministry of Defence`, `GUR`; not `Local police`, `Russian officials`, `Witnesses in Lyon`."""
    words = _AFTER_HEAD.split(name, maxsplit=1)[0].split()
    if not words or not words[-1][:1].isupper() or adjective(words[-1]) is not None:
        return False
    return len(words) > 1 or " of " in name or known_body(name) is not None or not _common(words[0].lower())


def _common(word: str) -> bool:
    """A noun for people or bodies, great at the head of its sentence only: `Officials said`."""
    return title(singular(word)) is not None or title(word) is not None or body(word) is not None


def _components(context: Context, found: Sequence[_Draft]) -> list[int]:
    """For each origin the first one it is linked with, directly or through others.

    One of which these reports do not say whom it speaks for goes with the first that it may speak for, and joins no two.
    """
    parent = list(range(len(found)))

    def top(k: int) -> int:
        while parent[k] != k:
            k = parent[k]
        return k
    for a in range(len(found)):
        for b in range(a):
            if _linked(context, found[a], found[b]):
                x, y = top(a), top(b)
                parent[max(x, y)] = min(x, y)
    firm = {top(k) for k, d in enumerate(found) if d.kind in ("actor", "evidence") and not d.vague and not _loose(context, d)}
    loose = {top(k) for k, d in enumerate(found) if _loose(context, d)} - firm
    for part in sorted(loose):
        members = [k for k in range(len(found)) if top(k) == part]
        others = sorted((k for k in range(len(found)) if top(k) != part), key=lambda k: (top(k) in loose, k))
        fits = (b for b in others if any(_may_speak_for(context, found[a], found[b]) for a in members))
        if (home := next(fits, None)) is not None:
            parent[part] = top(home)
    return [top(k) for k in range(len(found))]


def _linked(context: Context, x: _Draft, y: _Draft) -> bool:
    """Parts of one body, a relay and what it relays, named only together, unnamed, one by two names, or one speech."""
    if _root(context, x) == _root(context, y) or _relays(context, x, y) or _relays(context, y, x):
        return True
    if not (x.alone and y.alone) and set(x.statements) & set(y.statements):
        return True
    if (x.vague and y.vague) or x.kind == y.kind == "evidence":
        return True
    if not (x.vague or y.vague) and x.actor is not None and y.actor is not None:
        if may_be_one(context.actors[x.actor], context.actors[y.actor]):
            return True
    return _one_speech(context, x, y)


def _loose(context: Context, d: _Draft) -> bool:
    return not d.vague and d.actor is not None and is_loose(context.actors[d.actor], context.whole)


def _may_speak_for(context: Context, loose: _Draft, other: _Draft) -> bool:
    if loose.actor is None or other.actor is None or other.vague or other.kind != "actor" or not _loose(context, loose):
        return False
    return may_speak_for(context.actors[loose.actor], context.actors[other.actor], context.whole)


def _root(context: Context, d: _Draft) -> str:
    return context.root(d.actor) if d.actor is not None else f"{d.kind}:{d.name.lower()}"


def _one_speech(context: Context, x: _Draft, y: _Draft) -> bool:
    """The same run of words on the word of both: one speech or document, heard through the other.

    What is told on the word of both together is no such run; whether they count as two there, `alone` decides.
    """
    for i in (i for i in x.statements if i not in y.statements):
        for j in (j for j in y.statements if j not in x.statements):
            a, b = sorted((_words(context, i), _words(context, j)), key=len)
            quoted = _quoted(context, i) and _quoted(context, j)
            run = min(QUOTED_RUN if quoted else RUN, len(a))
            if run >= SHORT_RUN and _runs(a, run) & _runs(b, run):
                return True
    return False


def _runs(words: Sequence[str], length: int) -> set[tuple[str, ...]]:
    """All runs of that many words."""
    return {tuple(words[k:k + length]) for k in range(len(words) - length + 1)}


def _quoted(context: Context, statement: str) -> bool:
    chain = context.chain(context.statements[statement])
    return bool(chain) and bool(chain[-1].verbatim)


def _words(context: Context, statement: str) -> list[str]:
    return _WORD.findall(context.statements[statement].text.lower())


def _relays(context: Context, x: _Draft, y: _Draft) -> bool:
    """Is `y`, or the body it speaks for, one of those through whom `x` came, or whose part was?"""
    return y.name in x.via or y.actor in x.relays or _root(context, y) in x.relays


def _counted(context: Context, found: Sequence[_Draft], parts: Sequence[int], group: ClaimGroup,
             told: str | None) -> set[int]:
    """Which origins count: named ones, and only those a sure match holds to the claim's main one.

    `found` are those that tell it outright; who tells it in passing is shown and not counted. A source that is only
    described adds nothing to a named one, and all of them together are one. An agency or other medium counts only where nobody
    else is named: it has the story from somewhere.
    """
    actors = [k for k, d in enumerate(found) if d.kind in ("actor", "evidence")]
    named = [k for k in actors if not found[k].vague]
    if not actors:
        media = [k for k, d in enumerate(found) if d.kind == "agency" and d.actor is not None]
        return {k for k in media if parts[k] == parts[media[0]]}
    if told is not None:
        tied = tied_to(context, group, told)
        actors = [k for k in actors if any(parts[k] == parts[j] and not tied.isdisjoint(found[j].statements) for j in actors)]
        named = [k for k in actors if not found[k].vague]
        if not actors:
            return set()
    strong = named or actors[:1]
    first = parts[min(strong, key=lambda k: (-len(found[k].statements), k))]
    main = {s for k in actors if parts[k] == first for s in found[k].statements}
    out = {k for k in actors if parts[k] == first}
    sure = [(a, b) for a, b, score in group.links if score >= SURE and _says_enough(context, a) and _says_enough(context, b)]
    for p in dict.fromkeys(parts[k] for k in strong if parts[k] != first):
        own = {s for k in actors if parts[k] == p for s in found[k].statements}
        if any((a in main and b in own) or (b in main and a in own) for a, b in sure):
            out |= {k for k in actors if parts[k] == p}
    return out


def tied_to(context: Context, group: ClaimGroup, told: str) -> set[str]:
    """The statements that surely say what the claim's words say: those words, or a sure match of theirs."""
    same = {i for i in group.affirming if _words(context, i) == _words(context, told)}
    return same.union(b if a in same else a for a, b, score in group.links if score >= SURE and (a in same or b in same))


def _says_enough(context: Context, statement: str) -> bool:
    """Words, or a figure or a date, to be known again by: "that's change" on two people's word is nothing they share."""
    s = context.statements[statement]
    return len(_words(context, statement)) >= LEAST_WORDS or bool(s.quantities) or s.date is not None


def _origin(context: Context, d: _Draft, number: int | None) -> Origin:
    root = context.root(d.actor) if d.actor is not None else None
    rolls = context.name(root) if root is not None and root != d.actor else None
    names = (d.name, *(context.actors[d.actor].names if d.actor is not None else ()))
    return Origin(d.name, d.actor, d.kind, tuple(d.statements), tuple(d.via), d.access, rolls, number, context.rating(names))


