"""Laws and pacts followed through their stages: proposed, passed by one house and the other, signed, in force.

A statement tells a stage where its verb is done to a law or pact, by whom the stage asks for (data/stages.toml). `The bill` and
`it` are the one of its kind that the report named last before; two names are one where the words of one hold those of the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.data.stages import Kind, StageRule, kinds, stages
from sayso.model.claim import Claim
from sayso.model.process import Process, Stage, StageState
from sayso.model.statement import Statement
from sayso.weigh.context import Context
from sayso.weigh.details import stem
from sayso.weigh.met import is_told

FEWEST = 2
LONGEST = 80
# Where the name of a thing ends and what is told about it begins.
_AFTER = re.compile(r"(?i)[,;:()–—]| (?:that|which|who|whose|when|where|after|before|by|from|in|into|under|as|if|until|at|over) ")
_INSIDE = re.compile(r"(?i) (?:of|on|for|to|against|between|with) ")
_LEADING = re.compile(r"(?i)^(?:the|a|an|this|that|its|his|her|their|new|controversial|proposed|draft|same|such|another)\s+")
_SMALL = frozenset(("and", "against", "between", "for", "the", "with"))
_THAT = frozenset(("it", "them", "this"))
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Named:
    """A law or pact as a statement names it: `words` tell it from others of its kind, none where it is only `the bill`."""

    text: str
    kind: Kind
    group: int
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Told:
    """A stage as one statement tells it."""

    what: Named
    rule: StageRule
    statement: Statement
    state: StageState


def processes(context: Context, claims: Sequence[Claim]) -> tuple[Process, ...]:
    """Those that two stages or more are told of, the one with most stages first."""
    home = {i: c for c in claims for i in c.statements}
    reports = sorted({context.statements[i].article for i in home})
    told = [t for article in reports for t in _in_report(context, article) if t.statement.id in home]
    groups: list[list[Told]] = []
    for t in sorted(told, key=lambda t: (-len(t.what.words), t.statement.id)):
        fit = next((g for g in groups if _same(g[0].what, t.what)), None) if t.what.words else _only(groups, t.what)
        if fit is None:
            groups.append([t])
        else:
            fit.append(t)
    found = [_process(context, g, home) for g in groups]
    return tuple(sorted((p for p in found if len(p.stages) >= FEWEST), key=lambda p: (-len(p.stages), p.what)))


def _in_report(context: Context, article: str) -> Iterator[Told]:
    """The stages that one report tells, in its order."""
    last: dict[int, Named] = {}
    latest: Named | None = None
    for s in context.by_article.get(article, ()):
        rule_of = _rule(s)
        spans = [x.text for x in (s.event.patient, s.event.agent) if x is not None]
        named = [n for n in map(named_in, spans) if n is not None]
        for k, n in enumerate(named):
            if n.words:
                last[n.group] = n
            else:
                named[k] = last.get(n.group, n)
        if rule_of is not None:
            rule, text = rule_of
            what = latest if text.lower() in _THAT else named_in(text)
            if what is not None and not what.words:
                what = last.get(what.group, what)
            if what is not None and rule.of in (None, what.kind):
                yield Told(what, rule, s, _state(context, s))
        latest = named[0] if named else latest


def _rule(s: Statement) -> tuple[StageRule, str] | None:
    """The stage that a statement tells, whatever it is of, and the words for that."""
    agent, patient = (x.text if x is not None else "" for x in (s.event.agent, s.event.patient))
    for rule in stages():
        if s.event.predicate not in rule.verbs or (rule.text is not None and not rule.text.search(s.text)):
            continue
        what = agent if rule.itself else patient or _voted_on(s)
        if not what or (rule.by is not None and not rule.by.search(agent)):
            continue
        named = named_in(what)
        if what.lower() in _THAT or (named is not None and rule.of in (None, named.kind)):
            return rule, what
    return None


def _voted_on(s: Statement) -> str:
    """`vote on the bill`, `voted for the treaty`: what is not the verb's object."""
    found = re.search(r"(?i)\bvot(?:e|es|ed|ing) (?:\w+ )?(?:on|for|in favou?r of) ((?:the|a|an|its) [^,;.]+)", s.text)
    return found[1] if found else ""


def named_in(text: str) -> Named | None:
    """The law or pact that a phrase names by its head: `the coastal defence bill`; None for `a complaint against the bill`."""
    phrase = " ".join(_AFTER.split(" ".join(text.split()), maxsplit=1)[0].split())
    parts = _INSIDE.split(phrase, maxsplit=1)
    words = _WORD.findall(parts[0])
    # `a bill banning plastic`, `the law passed last year`: the name ends before what it does or what was done to it.
    told = next((k for k, (a, b) in enumerate(pairwise(words), 1) if a.lower() in kinds() and b.endswith(("ing", "ed"))), None)
    words = words[:told]
    if not words:
        return None
    head = words[-1].lower()
    known = kinds().get(head) or kinds().get(head.removesuffix("s")) or kinds().get(f"{head.removesuffix('ies')}y")
    if known is None:
        return None
    while (shorter := _LEADING.sub("", phrase)) != phrase:
        phrase = shorter
    telling = frozenset(stem(w.lower()) for w in _WORD.findall(phrase) if w.lower() != head
                        and (len(w) > 2 or w.isupper()) and w.lower() not in _SMALL and not _LEADING.match(f"{w} "))
    return Named(phrase[:LONGEST], *known, telling)


def _state(context: Context, s: Statement) -> StageState:
    if s.polarity == "negative":
        return "not-yet"
    said = context.readings[s.article].article.published
    ahead = s.date is not None and s.date.start is not None and said is not None and s.date.start[:10] > said[:10]
    return "done" if is_told(s) and not ahead else "due"


def _same(a: Named, b: Named) -> bool:
    return a.kind == b.kind and (a.words <= b.words or b.words <= a.words)


def _only(groups: Sequence[list[Told]], bare: Named) -> list[Told] | None:
    """The one that it may be; a bare `the bill` is none of several."""
    own = [g for g in groups if any(t.what.group == bare.group for t in g)]
    return own[0] if len(own) == 1 else None


def _process(context: Context, group: Sequence[Told], home: dict[str, Claim]) -> Process:
    named: dict[str, list[Told]] = {}
    for t in sorted(group, key=lambda t: t.rule.place):
        named.setdefault(t.rule.name, []).append(t)
    found = [_stage(context, name, told, home) for name, told in named.items()]
    what = max((t.what for t in group), key=lambda n: (len(n.words), -len(n.text), n.text))
    return Process(what.text, what.kind, tuple(found))


def _stage(context: Context, name: str, told: Sequence[Told], home: dict[str, Claim]) -> Stage:
    """Done where any report tells it as done; else as the latest has it."""
    def when(t: Told) -> tuple[str, int]:
        return (context.readings[t.statement.article].article.published or ""), t.statement.start
    done = [t for t in told if t.state == "done"]
    speaking = done or [t for t in told if t.state == max(told, key=when).state]
    claims = {home[t.statement.id].id: home[t.statement.id] for t in speaking}
    state: StageState = "disputed" if done and any(c.denied_by for c in claims.values()) else speaking[0].state
    dates = sorted({t.statement.date.value for t in speaking if t.statement.date is not None} - {""})
    date = max((d for d in dates if not d.startswith("X")), key=len, default=None)
    return Stage(name, state, date, tuple(sorted(claims)), tuple(sorted(t.statement.id for t in speaking)), told[0].rule.ends)
