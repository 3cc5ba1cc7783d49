"""Groups of local actors under way: union and find that never joins two of one article, nor two countries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

from sayso.data.wording import folded
from sayso.link.actors_keys import Form, Local
from sayso.model.link import Merge

Apart = Sequence[tuple[str, str]]


class Group:
    """Local actors taken for one; `key` says what it is, independent of which articles name it."""

    def __init__(self, members: Iterable[Local], reasons: Iterable[Merge] = ()) -> None:
        self.members = sorted(members, key=lambda x: (x.article, x.id))
        self.reasons = tuple(reasons)
        self.articles = frozenset(x.article for x in self.members)

    @cached_property
    def form(self) -> Form:
        forms = [x.form for x in self.members]
        return next((f for f in ("country", "person", "surname") if f in forms), forms[0])

    @cached_property
    def key(self) -> str:
        """The most frequent form of the name, folded, with the kind it is of."""
        if self.form == "country":
            return f"country {self.members[0].country}"
        own = [x for x in self.members if x.form == self.form]
        counts = Counter(" ".join((x.parts[0], x.parts[-1]) if len(x.parts) > 1 else x.parts)
                         or " ".join(sorted(x.words)) + (f" of {x.owner}" if x.owner else "") for x in own)
        return f"{self.form} {min(counts, key=lambda k: (-counts[k], k))}"

    def country(self) -> str | None:
        """The country that most members name."""
        counts = Counter(x.country for x in self.members if x.country is not None)
        return min(counts, key=lambda c: (-counts[c], c)) if counts else None

    def homes(self) -> frozenset[str]:
        return frozenset(x.home for x in self.members)

    def names(self) -> frozenset[str]:
        """Every name of its members, folded."""
        return frozenset(folded(n) for x in self.members for n in (x.actor.name, *x.actor.names))

    def acronyms(self) -> frozenset[str]:
        return frozenset[str]().union(*(x.acronyms for x in self.members))

    def expansions(self) -> tuple[str, ...]:
        return tuple(sorted({n for x in self.members for n in x.expansions}))


class Groups:
    """All groups, joined step by step."""

    def __init__(self, pieces: Iterable[Iterable[Local]], apart: Apart = ()) -> None:
        self._apart = [(folded(a), folded(b)) for a, b in apart]
        self._first = sorted((Group(p, same_name(p)) for q in pieces for p in self._parted(list(q))),
                             key=lambda g: g.members[0].id)
        self._parent: dict[int, Group] = {id(g): g for g in self._first}
        self._made: list[Group] = []

    def root(self, g: Group) -> Group:
        """The group that `g` has become part of."""
        while self._parent[id(g)] is not g:
            g = self._parent[id(g)]
        return g

    def roots(self) -> list[Group]:
        """The groups as they stand, by their first member."""
        return sorted({id(r): r for r in map(self.root, self._first)}.values(), key=lambda g: g.members[0].id)

    def of_form(self, form: Form) -> list[Group]:
        """The groups of one form, by key, then first member."""
        return sorted((g for g in self.roots() if g.form == form), key=lambda g: (g.key, g.members[0].id))

    def compatible(self, a: Group, b: Group) -> bool:
        """May the two be one: no article in common, no two countries, not told apart by the user?

        An article that did not take a last name for that of a person has not told it from the person's full name.
        """
        x, y = a.country(), b.country()
        articles = a.articles & b.articles if not all(m.retyped for m in b.members) else frozenset()
        if articles or not (x is None or y is None or x == y):
            return False
        return not self._apart or not self._told_apart(a.names(), b.names())

    def _told_apart(self, a: frozenset[str], b: frozenset[str]) -> bool:
        return any((x in a and y in b) or (x in b and y in a) for x, y in self._apart)

    def _parted(self, members: list[Local]) -> list[list[Local]]:
        """Members of one key, those that the user tells apart in pieces of their own."""
        out: list[list[Local]] = []
        for x in members if self._apart else ():
            names = Group([x]).names()
            fits = (p for p in out if not self._told_apart(names, Group(p).names()))
            if (home := next(fits, None)) is not None:
                home.append(x)
            else:
                out.append([x])
        return out or [members]

    def union(self, a: Group, b: Group, rule: str, why: str) -> bool:
        """Joins the two if they may be one, for the reason given; says whether they are one now."""
        a, b = self.root(a), self.root(b)
        if a is b:
            return True
        if not self.compatible(a, b):
            return False
        reason = Merge((a.members[0].id, b.members[0].id), rule, why)
        joined = Group([*a.members, *b.members], (*a.reasons, *b.reasons, reason))
        self._parent[id(joined)] = joined
        self._parent[id(a)] = self._parent[id(b)] = joined
        self._made.append(joined)
        return True


def same_name(members: Sequence[Local]) -> list[Merge]:
    """Why the members of one key are one: a line for each way of writing the name, and one where it is written alike."""
    ordered = sorted(members, key=lambda x: (x.article, x.id))
    first, seen, out = ordered[0], {ordered[0].actor.name}, []
    if len(ordered) > 1 and ordered[1].actor.name == first.actor.name:
        out.append(Merge((first.id, ordered[1].id), "same name", first.actor.name))
    for x in ordered[1:]:
        if x.actor.name not in seen:
            seen.add(x.actor.name)
            out.append(Merge((first.id, x.id), _rule(x), f"{first.actor.name}; {x.actor.name}"))
    return out


def _rule(x: Local) -> str:
    if x.form == "country":
        return f"names that stand for one country ({x.country})"
    if x.spot is not None and x.form == "place":
        return "one place of the gazetteer"
    return "one name as it sounds" if x.form in ("person", "surname") else "the same words"
