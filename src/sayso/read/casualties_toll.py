"""From the people of an article to how many were killed and hurt in all, with the words that say so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.read.casualties_cast import Cast, Person, Told

# Verbs after which somebody may be dead or alive: those who were shot are the dead and the hurt together.
_EITHER = frozenset(("shoot", "gun", "stab", "hit", "strike", "mow", "shooting", "stabbing"))

_TREATED = frozenset(("treat", "admit", "hospitalize", "hospitalise"))


@dataclass(frozen=True, slots=True)
class Sum:
    """A number of people with the phrases it is made of; `stated`: one phrase gives it as a figure."""

    number: int
    told: tuple[Told, ...]
    stated: bool
    attackers: int = 0


def killed(cast: Cast) -> Sum | None:
    """All who died, attackers with them; None where nobody is said to have."""
    dead = [p for p in cast.people if p.killed]
    groups = [p for p in cast.groups if p.killed]
    attackers = _once([p for p in dead if _attacked(p, cast)])
    victims = [p for p in dead if not _attacked(p, cast)]
    found = [*_stated(groups), *_in_one_sentence([*dead, *groups], attackers)]
    named = [p for p in victims if p.name is not None]
    best = max(found, key=_rank, default=None)
    people = victims if best is None else named
    if people and (best is None or len(people) > best.number):
        best = Sum(len(people), tuple(p.told[0] for p in people), False)
    if not attackers:
        return best
    if best is None:
        return Sum(len(attackers), tuple(p.told[0] for p in attackers), False, len(attackers))
    if best.attackers or not _by_somebody(best):
        return best
    told = (*best.told, *(p.told[0] for p in attackers))
    return Sum(best.number + len(attackers), told, False, len(attackers))


def harmed(cast: Cast, dead: Sum | None) -> Sum | None:
    """All who were hurt and lived, as far as the article knows."""
    people = [p for p in cast.people if p.harmed and not p.killed]
    groups = [p for p in cast.groups if p.harmed and not p.killed]
    gone = dead.number if dead is not None else 0
    # More dead than are told apart: those of whom it is only said that they were shot may be among them.
    unknown = gone - sum(p.killed for p in cast.people)
    for p in [p for p in people if only_shot(p) and not p.other][:max(0, unknown)]:
        people.remove(p)
    sure = [g for g in groups if not only_shot(g) or g.other]
    wholes = [g for g in groups if only_shot(g) and not g.other and not _part(g)]
    found = [*_stated(g for g in sure if not _part(g)), *_in_one_sentence([*people, *sure], [])]
    for g in wholes:
        left = g.number - gone
        if left == g.number:
            found.append(Sum(left, (g.told[0],), True))
        elif left > 0:
            found.append(Sum(left, (g.told[0], *(dead.told[:1] if dead is not None else ())), False))
    best = max(found, key=_rank, default=None)
    if people and (best is None or len([p for p in people if p.name]) > best.number):
        some = people if best is None else [p for p in people if p.name]
        best = Sum(len(some), tuple(p.told[0] for p in some), False)
    if best is None:
        best = max(_stated(g for g in groups if _part(g)), key=_rank, default=None)
    if best is None and dead is None:
        # Taken to a hospital, and nothing more is told of anybody. Whom one hospital treats need not be all.
        taken = [g for g in cast.groups if g.cared and all(t.hit.word.lemma.lower() not in _TREATED for t in g.told)]
        best = max(_stated(taken), key=_rank, default=None)
    return best


def _once(attackers: list[Person]) -> list[Person]:
    """Each attacker once: `the gunman` is the one who is named, where one is."""
    named = [p for p in attackers if p.name is not None]
    return named or attackers[:1]


def _rank(s: Sum) -> tuple[int, bool, int]:
    return (s.number, s.stated, -s.told[0].sentence)


def _stated(groups: Iterable[Person]) -> list[Sum]:
    return [Sum(g.number, (g.told[0],), True) for g in groups if g.number]


def _in_one_sentence(people: Sequence[Person], attackers: Sequence[Person]) -> list[Sum]:
    """What is told together adds up: `killed his wife and two sons`, `one died, two more were killed`."""
    by: defaultdict[int, list[tuple[Person, Told]]] = defaultdict(list)
    for p in people:
        # Who is shot here and said to be dead elsewhere is none of those who are dead here.
        told_so = [t for t in p.told if not p.killed or t.hit.fate == "killed"]
        for s in {t.sentence: t for t in reversed(told_so)}.values():
            by[s.sentence].append((p, s))
    out = []
    for some in by.values():
        some = [(p, t) for p, t in some if not (p.number > 1 and _part(p))]
        if len(some) > 1 and any(t.who.kind != "pronoun" for _, t in some):
            told = tuple(t for _, t in sorted(some, key=lambda x: x[1].who.range))
            n = sum(any(p is a for a in attackers) for p, _ in some)
            out.append(Sum(sum(p.number for p, _ in some), told, False, n))
    return out


def _attacked(p: Person, cast: Cast) -> bool:
    """Is it one who did harm to others, as the article says or calls him?"""
    if p.attacker:
        return True
    own = any(t.hit.own for t in p.told)
    return own and any(x is not p and (x.killed or x.harmed) for x in (*cast.people, *cast.groups))


def _by_somebody(s: Sum) -> bool:
    """Are these the victims of somebody, so that he is none of them?"""
    return all(t.hit.doer is not None for t in s.told) or not s.stated


def only_shot(p: Person) -> bool:
    """Is it said that they were shot, and not what came of it?"""
    return all(t.hit.word.lemma.lower() in _EITHER for t in p.told)


def _part(p: Person) -> bool:
    """`two of them`: some of those already counted."""
    return any(c.dep == "prep" and c.lower == "of" for t in p.told for c in t.who.head.children) and not p.killed
