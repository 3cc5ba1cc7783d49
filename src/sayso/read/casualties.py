"""How many people one report says were killed and hurt: as it states, or as its descriptions of people count.

Local reports seldom give a figure for one: `a man was found dead`, `his wife and two sons were shot`, `the victim,
Ann Roe, 24`. The people described are told apart by name, sex, age and noun; what befell each is read over the whole
article; what is told in one sentence is added up. A figure that the article states stands over a count of ours.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from sayso.model.reading import DateExpression, Quantity, Toll
from sayso.model.span import Range, overlaps, span
from sayso.read.casualties_cast import Cast, Person, Told
from sayso.read.casualties_elsewhere import Elsewhere
from sayso.read.casualties_hits import hits
from sayso.read.casualties_people import Describer
from sayso.read.casualties_toll import Sum, harmed, killed, only_shot
from sayso.read.names import Names
from sayso.read.tree import Sentence, Tree


class Casualties(NamedTuple):
    """The tolls of an article, and the sentences that tell of harm in other happenings than the one reported."""

    tolls: tuple[Toll, ...]
    asides: tuple[Range, ...]


def find_casualties(tree: Tree, names: Names, quantities: Sequence[Quantity], dates: Sequence[DateExpression],
                    published: str | None) -> Casualties:
    """One toll of the killed and one of the injured at most. Time is linear in the text, but for a few people a sentence."""
    cast, asides = find_cast(tree, names, quantities, dates, published)
    dead = killed(cast)
    hurt = harmed(cast, dead)
    tolls = [_toll(tree.text, "killed", dead, quantities), _toll(tree.text, "injured", hurt, quantities)]
    if hurt is None and cast.zeros:
        tolls[1] = _none(tree.text, cast.zeros[0])
    return Casualties(tuple(t for t in tolls if t is not None), asides)


def _toll(text: str, measure: Literal["killed", "injured"], s: Sum | None, quantities: Sequence[Quantity]) -> Toll | None:
    if s is None or s.number < 1:
        return None
    parts = tuple(sorted({t.who.range for t in s.told}))
    together = len({t.sentence for t in s.told}) == 1
    whole = span(text, parts[0][0], parts[-1][1] if together else parts[0][1])
    names = tuple(dict.fromkeys(t.who.name for t in s.told if t.who.name is not None))
    q = next((q for q in quantities if q.unit == "person" and q.value == s.number and overlaps(q.range, parts[0])), None)
    relation = q.relation if s.stated and q is not None else "exactly" if s.stated else "at-least"
    return Toll(whole.start, whole.end, whole.text, measure, float(s.number), relation, "stated" if s.stated else "counted",
                parts, names, s.attackers)


def _none(text: str, t: Told) -> Toll:
    whole = span(text, *t.who.range)
    return Toll(whole.start, whole.end, whole.text, "injured", 0.0, "exactly", "stated", (whole.range,), (), 0)


def find_cast(tree: Tree, names: Names, quantities: Sequence[Quantity], dates: Sequence[DateExpression],
              published: str | None) -> tuple[Cast, tuple[Range, ...]]:
    """Those harmed in what the article reports; what it tells of other times and in statistics is left out."""
    describer = Describer(names, quantities)
    counting = {bisect_right(starts, q.start) - 1 for q in quantities if q.unit == "person"} if (
        starts := [s.start for s in tree.sentences]) else set()
    told = [(s, list(_told(s, describer))) for s in tree.sentences]
    elsewhere = Elsewhere([s for s, some in told if some], dates, published)
    cast, asides = Cast(), []
    for k, (s, some) in enumerate(told):
        if not some and k not in counting:
            continue
        if elsewhere.holds(s):
            asides.append(s.range)
        else:
            _take(cast, some)
    _settle(cast, tree)
    return cast, tuple(asides)


def _settle(cast: Cast, tree: Tree) -> None:
    """Where a report of a murder or a fatal shooting tells of one person who was shot, and of nobody who died, that is he."""
    shot = [p for p in cast.people if p.harmed]
    if len(shot) != 1 or cast.groups or any(p.killed for p in cast.people) or not only_shot(shot[0]):
        return
    for s in tree.sentences:
        for a, b in pairwise(s.tokens):
            fatal = a.lower in ("fatal", "deadly") and b.lower in ("shooting", "stabbing", "attack")
            if fatal or (b.lemma.lower() in ("murder", "homicide", "manslaughter") and a.lower not in ("attempted", "of", "-")):
                shot[0].killed = True
                return


def _take(cast: Cast, some: Sequence[Told]) -> None:
    """One phrase with two verbs is one person; two phrases of a sentence that introduce somebody are two."""
    seen: list[tuple[Told, Person]] = []
    for t in some:
        again = next((p for x, p in seen if x.who.head is t.who.head), None)
        if again is not None:
            again.add(t)
            continue
        apart = [p for x, p in seen if t.who.kind in ("indefinite", "name") or x.hit.word is t.hit.word]
        p = cast.take(t, apart)
        if p is not None:
            seen.append((t, p))
    for t in some:
        if t.hit.doer is not None and not t.hit.own:
            cast.blame(t.hit.doer)


def _told(s: Sentence, describer: Describer) -> Iterator[Told]:
    for h in hits(s):
        d = describer.describe(h.who, h.fate == "killed" or h.word.lemma.lower() in ("wound", "injure", "hurt"))
        if d is not None:
            yield Told(d, h, s.index)
