"""What people decided, applied to what the machine found: a pure function of the ledger, above the machine each time anew.

A judgement hangs on quoted words. In another version of the article, or under other rules, the words are looked for again;
one whose words are gone is told as orphaned, and decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from functools import cached_property

from sayso.data.fold import fold
from sayso.model.claim import Claim, Denial, Origin, Status
from sayso.model.dossier import StoryDossier
from sayso.model.ids import set_id
from sayso.model.judgement import Judgement, Quoted
from sayso.model.link import ClaimGroup, LinkedActor, Merge, PossiblySame
from sayso.model.reading import Reading
from sayso.model.span import overlaps
from sayso.model.statement import Statement, StatementOrigin
from sayso.settings import Settings, Source, outlet_key

OURS = "our own check"


@dataclass
class Judged:
    """The judgements of a dossier, and where their words stand now in its readings."""

    judgements: Sequence[Judgement]
    readings: Mapping[str, Reading]
    _moved: dict[str, str] = field(default_factory=dict)

    # where the words are ----------------------------------------------------------------------------------------------

    @cached_property
    def _found(self) -> dict[tuple[int, str], tuple[str, ...]]:
        """The statements that each side of each judgement is about now."""
        return {(j.n, side): tuple(dict.fromkeys(s for q in quoted for s in self._statements(q)))
                for j in self.judgements for side, quoted in (("on", j.on), ("others", j.others))}

    def on(self, j: Judgement) -> tuple[str, ...]:
        return self._found[j.n, "on"]

    def others(self, j: Judgement) -> tuple[str, ...]:
        return self._found[j.n, "others"]

    def _statements(self, q: Quoted) -> list[str]:
        reading = self.readings.get(q.article)
        place = where(q, reading) if reading is not None and q.text else None
        if reading is None or place is None:
            return []
        exact = [s.id for s in reading.statements if (s.start, s.end) == place]
        if exact:
            return exact
        shared = [(min(s.end, place[1]) - max(s.start, place[0]), s) for s in reading.statements if overlaps((s.start, s.end), place)]
        near = [(n, s.id) for n, s in shared if 2 * n >= min(s.end - s.start, place[1] - place[0])]
        return [max(near)[1]] if near else []

    def orphaned(self) -> tuple[Judgement, ...]:
        """Those about words of these reports that are not there any more."""
        return tuple(j for j in self.judgements if self._lost(j))

    def _lost(self, j: Judgement) -> bool:
        def lost(quoted: Sequence[Quoted], found: Sequence[str]) -> bool:
            words = [q for q in quoted if q.text]
            return bool(words) and not found and any(q.article in self.readings for q in words)
        return lost(j.on, self.on(j)) or lost(j.others, self.others(j))

    # before weighing --------------------------------------------------------------------------------------------------

    def settings(self, given: Settings) -> Settings:
        """With the ratings that people gave; a later one of the same name counts."""
        entries = {outlet_key(e.name): e for e in given.sources.entries}
        for j in self.judgements:
            if j.kind == "rate":
                known = given.sources.get(j.other) or Source(j.other)
                key = outlet_key(known.name)
                entries[key] = replace(entries.get(key, known), rating=j.value)  # type: ignore[arg-type]
        rated = any(j.kind == "rate" for j in self.judgements)
        return replace(given, sources=replace(given.sources, entries=tuple(entries.values()))) if rated else given

    def actors(self, given: Sequence[LinkedActor]) -> list[LinkedActor]:
        """With those made one that a person said are one, and those added on whose word a person put something."""
        found = list(given)
        for j in self.judgements:
            if j.kind == "same-actor":
                first, second = _named(found, j.value), _named(found, j.other)
                if first is not None and second is not None and first.id != second.id:
                    found = [_one(first, second, j) if a.id == first.id else replace(a, of=first.id) if a.of == second.id else a
                             for a in found if a.id != second.id]
            elif j.kind == "reattribute" and self.on(j) and _named(found, j.value) is None:
                found.append(LinkedActor(set_id("actor", ["judged", fold(j.value)]), j.value, "organization", (j.value,), None, None,
                                         None, ()))
        return found

    def statements(self, given: Mapping[str, Statement], actors: Sequence[LinkedActor]) -> dict[str, Statement]:
        """With the origins that people gave them."""
        out = dict(given)
        for j in self.judgements:
            who = _named(actors, j.value) if j.kind == "reattribute" else None
            if who is not None:
                out.update({i: replace(out[i], origins=(StatementOrigin(who.id, who.name, "actor"),)) for i in self.on(j) if i in out})
        return out

    def groups(self, story: str, given: Sequence[ClaimGroup]) -> list[ClaimGroup]:
        """The groups of one story with those made one, split or left out that a person said so of, one judgement after another."""
        found = list(given)
        for j in self.judgements:
            if j.kind == "same":
                found = self._joined(found, j)
            elif j.kind == "not-same":
                found = self._split(story, found, j)
            elif j.kind == "reject":
                found = _without(found, set(self.on(j)))
        return found

    def _joined(self, groups: list[ClaimGroup], j: Judgement) -> list[ClaimGroup]:
        first, second = _home(groups, self.on(j)), _home(groups, self.others(j))
        if first is None or second is None or first.id == second.id:
            return groups
        one, other = sorted((first, second), key=groups.index)

        def both(field: str) -> tuple[str, ...]:
            return tuple(dict.fromkeys((*getattr(one, field), *getattr(other, field))))
        affirming = both("affirming")
        alike = tuple(p for p in (*one.possibly_same, *other.possibly_same) if p.claim not in (one.id, other.id))
        joined = replace(one, affirming=affirming, denying=both("denying"), open=both("open"), links=(*one.links, *other.links),
                         passing=tuple(i for i in both("passing") if i not in affirming), possibly_same=alike)
        self._moved[other.id] = one.id
        return [joined if g.id == one.id else g for g in groups if g.id != other.id]

    def _split(self, story: str, groups: list[ClaimGroup], j: Judgement) -> list[ClaimGroup]:
        apart, stay = set(self.on(j)), set(self.others(j))
        out: list[ClaimGroup] = []
        for g in groups:
            mine, theirs = [i for i in g.affirming if i in apart], [i for i in g.affirming if i in stay and i not in apart]
            if not mine or not theirs:
                out.append(g)
                continue
            same_words = {self._words(i) for i in mine}
            leave = [i for i in g.affirming if i in apart or (i not in stay and self._words(i) in same_words)]
            kept = [i for i in g.affirming if i not in leave]
            out += [_of(g, g.id, kept), _of(replace(g, denying=(), open=(), passing=(), possibly_same=()),
                                            set_id("claim", [story, "apart", leave[0]]), leave)]
        return out

    def _words(self, statement: str) -> str:
        return fold(next((s.text for r in self.readings.values() for s in r.statements if s.id == statement), statement))

    # after weighing ---------------------------------------------------------------------------------------------------

    def told(self, story: StoryDossier) -> StoryDossier:
        """The story with what people decided shown on it and on its claims."""
        if not self.judgements:
            return story
        claims = {c.id: c for c in story.claims}
        rest: list[Judgement] = []
        for j in self.judgements:
            about = [c for c in claims.values() if {*self.on(j), *self.others(j)} & {*_all(c)}]
            if j.kind in ("rename", "confirmed", "knocked-down") and about:
                on = set(self.on(j))
                best = max(about, key=lambda c: len(on & {*_all(c)}))
                claims[best.id] = _decided(best, j)
            elif about:
                claims.update({c.id: replace(c, judged=(*c.judged, j)) for c in about})
            elif not self._lost(j):
                rest.append(j)
        shown = tuple(replace(c, possibly_same=self._alike(c, claims.keys())) for c in claims.values())
        titles = [j.value for j in rest if j.kind == "rename-story"]
        return replace(story, claims=shown, title=titles[-1] if titles else story.title, judged=tuple(rest), orphaned=self.orphaned())

    def _alike(self, c: Claim, there: AbstractSet[str]) -> tuple[PossiblySame, ...]:
        """What it may be the same as, under the ids that claims have now."""
        moved = {self._moved.get(p.claim, p.claim): p for p in reversed(c.possibly_same)}
        return tuple(replace(p, claim=id) for id, p in reversed(moved.items()) if id in there and id != c.id)


def where(q: Quoted, reading: Reading) -> tuple[int, int] | None:
    """Where quoted words stand in an article as it is now: in another version the place nearest to where they stood."""
    text = reading.article.text
    if text[q.start:q.end] == q.text:
        return q.start, q.end
    places: list[int] = []
    at = text.find(q.text)
    while at >= 0:
        places.append(at)
        at = text.find(q.text, at + 1)
    start = min(places, key=lambda p: (abs(p - q.start), p), default=None)
    return (start, start + len(q.text)) if start is not None else None


def _named(actors: Sequence[LinkedActor], name: str) -> LinkedActor | None:
    wanted = fold(name)
    return next((a for a in actors if wanted in (fold(n) for n in (a.name, *a.names))), None)


def _one(first: LinkedActor, second: LinkedActor, j: Judgement) -> LinkedActor:
    why = Merge((first.name, second.name), "judged", f"{j.who} said so: {j.why}" if j.why else f"{j.who} said so")
    names = tuple(dict.fromkeys((*first.names, second.name, *second.names)))
    of = first.of if first.of != second.id else second.of
    reasons = (*first.reasons, *second.reasons, why)
    return replace(first, names=names, of=of, members=(*first.members, *second.members), reasons=reasons)


def _home(groups: Sequence[ClaimGroup], statements: Iterable[str]) -> ClaimGroup | None:
    """The group that most of these statements are in, the first of those where several have as many."""
    wanted = set(statements)
    best = max(groups, key=lambda g: len(wanted & {*g.affirming, *g.denying}), default=None)
    return best if best is not None and wanted & {*best.affirming, *best.denying} else None


def _of(group: ClaimGroup, id: str, affirming: Sequence[str]) -> ClaimGroup:
    """The group with these statements of its own only."""
    left = set(affirming)
    weakest = group.weakest if group.weakest is not None and set(group.weakest.statements) <= left else None
    return replace(group, id=id, affirming=tuple(affirming), weakest=weakest,
                   links=tuple(x for x in group.links if x[0] in left and x[1] in left))


def _without(groups: Sequence[ClaimGroup], rejected: set[str]) -> list[ClaimGroup]:
    """The groups without these statements; one that nothing is left to affirm or deny is gone."""
    out = []
    for g in groups:
        hit = rejected & {*g.affirming, *g.denying, *g.passing}
        if not hit:
            out.append(g)
            continue
        left = _of(replace(g, denying=tuple(i for i in g.denying if i not in rejected), passing=tuple(
            i for i in g.passing if i not in rejected)), g.id, [i for i in g.affirming if i not in rejected])
        if left.affirming or (left.denying and not g.affirming):
            out.append(left)
    return out


def _all(c: Claim) -> tuple[str, ...]:
    return (*c.statements, *(i for d in c.denied_by for i in d.statements))


def _decided(c: Claim, j: Judgement) -> Claim:
    """The claim with a name, or with our own finding beside what reports say; how it stands is told anew."""
    c = replace(c, judged=(*c.judged, j))
    if j.kind == "rename":
        return replace(c, text=j.value)
    how = f"{OURS}: {j.value}" if j.value else OURS
    on = f" on {j.when}" if j.when else ""
    if j.kind == "knocked-down":
        accounts = "denied" if c.accounts in ("agree", "denied") else "mixed"
        return replace(c, denied_by=(*c.denied_by, Denial(how, ())), status="disputed", accounts=accounts,  # type: ignore[arg-type]
                       why=f"{c.why}; knocked down by {how}{on}")
    n = c.independent_origins
    own = Origin(how, None, "check", (), (), "own-assessment", None, n)
    status: Status = "disputed" if c.status == "disputed" else "corroborated" if n else "single-origin"
    return replace(c, origins=(*c.origins, own), independent_origins=n + 1, status=status, why=f"{c.why}; confirmed by {how}{on}")
