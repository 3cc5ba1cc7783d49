"""Groups of local actors under way: union and find that never joins two of one article, nor two countries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from sayso.link.actors_keys import Form, Local


class Group:
    """Local actors taken for one; `key` says what it is, independent of which articles name it."""

    def __init__(self, members: Iterable[Local]) -> None:
        self.members = sorted(members, key=lambda x: (x.article, x.id))
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

    def acronyms(self) -> frozenset[str]:
        return frozenset[str]().union(*(x.acronyms for x in self.members))

    def expansions(self) -> tuple[str, ...]:
        return tuple(sorted({n for x in self.members for n in x.expansions}))


class Groups:
    """All groups, joined step by step."""

    def __init__(self, pieces: Iterable[Iterable[Local]]) -> None:
        self._first = sorted((Group(p) for p in pieces), key=lambda g: g.members[0].id)
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
        """May the two be one: no article in common, no two countries?"""
        x, y = a.country(), b.country()
        return not (a.articles & b.articles) and (x is None or y is None or x == y)

    def union(self, a: Group, b: Group) -> bool:
        """Joins the two if they may be one; says whether they are one now."""
        a, b = self.root(a), self.root(b)
        if a is b:
            return True
        if not self.compatible(a, b):
            return False
        joined = Group([*a.members, *b.members])
        self._parent[id(joined)] = joined
        self._parent[id(a)] = self._parent[id(b)] = joined
        self._made.append(joined)
        return True
