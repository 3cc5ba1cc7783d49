"""The claim table: claims down, outlets across; whether each affirms, denies, leaves open, or says nothing of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from sayso.data.fold import fold
from sayso.data.telling import stands_alone
from sayso.model.claim import Claim
from sayso.serve.desk import Told
from sayso.serve.reports.claims import tone
from sayso.serve.reports.standing import components, standing
from sayso.serve.reports.words import RESPONSES, clean, figure, listed, unique

Stance = Literal["affirms", "denies", "open", "silent"]
SORTS = ("weight", "origins", "reports", "first", "last")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of the table is asked for; empty strings where it does not matter. `pins` stand first whatever the order."""

    q: str = ""
    status: str = ""
    kind: str = ""
    outlet: str = ""
    speaker: str = ""
    sort: str = "weight"
    all: bool = False
    pins: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Cell:
    """What the reports of one outlet do with a claim, `words` the same in full; `figure` is the one it gives, if any.

    An outlet that tells a claim may tell its denial too; `silent` stands alone.
    """

    stances: tuple[Stance, ...]
    words: str
    figure: str


@dataclass(frozen=True, slots=True)
class TableRow:
    claim: Claim
    tone: str
    word: str
    standing: str
    pinned: bool
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class ClaimTable:
    """`total` claims of the story can be read by themselves, `hidden` more only beside the sentence before them.

    `outlets` are its columns; `every_outlet`, `statuses`, `kinds`, `speakers` are what there is to choose from.
    """

    outlets: tuple[str, ...]
    every_outlet: tuple[str, ...]
    rows: tuple[TableRow, ...]
    total: int
    hidden: int
    statuses: tuple[str, ...]
    kinds: tuple[str, ...]
    speakers: tuple[str, ...]


@dataclass
class _Outlets:
    """Which column a statement is of, and what it does there."""

    told: Told
    names: list[str] = field(default_factory=list)
    column: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for id in (*self.told.story.articles, *self.told.story.also_in):
            if id in self.told.refs.articles:
                self.column[id] = self.told.refs.outlet(id)
        self.names = unique(self.column.values())

    def of(self, statements: Sequence[str]) -> set[str]:
        found = self.told.refs.statements
        return {self.column[found[i].article] for i in statements if i in found and found[i].article in self.column}


def claim_table(told: Told, wanted: Wanted) -> ClaimTable:
    """The table of a story, filtered and in order; a filter that nothing fits leaves no rows."""
    outlets = _Outlets(told)
    own = [c for c in told.story.claims if not c.elsewhere or wanted.all]
    readable = [c for c in own if stands_alone(c.text) or c.id in wanted.pins]
    shown = own if wanted.all else readable
    figures = _figures(told)
    names = [o for o in outlets.names if not wanted.outlet or o == wanted.outlet]
    rows = tuple(_row(c, told, outlets, names, figures, c.id in wanted.pins) for c in chosen(told, wanted))
    speakers = sorted({n for c in own for n in _speakers(c)}, key=fold)
    hidden = len(own) - len(shown)
    return ClaimTable(tuple(names), tuple(outlets.names), rows, len(shown), hidden, tuple(unique(c.status for c in own)),
                      tuple(unique(c.kind for c in own)), tuple(speakers))


def chosen(told: Told, wanted: Wanted) -> list[Claim]:
    """The claims that are asked for, in the order that is asked for."""
    outlets = _Outlets(told)
    shown = [c for c in told.story.claims if wanted.all or (not c.elsewhere and (stands_alone(c.text) or c.id in wanted.pins))]
    kept = [c for c in shown if _fits(c, wanted, outlets) or c.id in wanted.pins]
    kept.sort(key=_order(wanted.sort))
    return sorted(kept, key=lambda c: c.id not in wanted.pins)


def _order(sort: str) -> Callable[[Claim], tuple[object, ...]]:
    """Ties stay in the order of weight, as sorting is stable; what has no day stands last."""
    by: dict[str, Callable[[Claim], tuple[object, ...]]] = {
        "origins": lambda c: (-c.independent_origins,), "reports": lambda c: (-len(c.articles),),
        "first": lambda c: (c.first_seen or "9999",), "last": lambda c: tuple(-ord(x) for x in c.last_seen or "")}
    return by.get(sort, lambda c: ())


def _fits(claim: Claim, wanted: Wanted, outlets: _Outlets) -> bool:
    if (wanted.status and claim.status != wanted.status) or (wanted.kind and claim.kind != wanted.kind):
        return False
    if wanted.q and not set(fold(wanted.q).split()) <= set(fold(claim.text).split()) and fold(wanted.q) not in fold(claim.text):
        return False
    if wanted.outlet and wanted.outlet not in outlets.of(_all(claim)):
        return False
    return not wanted.speaker or wanted.speaker in _speakers(claim)


def _all(claim: Claim) -> list[str]:
    """Every statement that affirms or answers it."""
    answers = [*(d.statements for d in claim.denied_by), *(o.statements for o in claim.left_open_by)]
    return [*claim.statements, *(s for found in answers for s in found)]


def _speakers(claim: Claim) -> list[str]:
    named = [clean(o.name) for o in claim.origins if o.kind in ("actor", "evidence")]
    return unique([*named, *(clean(d.name) for d in claim.denied_by), *(clean(o.name) for o in claim.left_open_by)])


def _figures(told: Told) -> dict[str, str]:
    """The figure that a statement gives."""
    return {s: figure(v) for f in told.story.figures for v in f.values for s in v.statements}


def _row(claim: Claim, told: Told, outlets: _Outlets, names: Sequence[str], figures: dict[str, str], pinned: bool) -> TableRow:
    denied = {o: [d.name for d in claim.denied_by if o in outlets.of(d.statements)] for o in names}
    left = {o: [(a.name, a.response) for a in claim.left_open_by if o in outlets.of(a.statements)] for o in names}
    affirmed = outlets.of(claim.statements)
    cells = []
    for o in names:
        does: tuple[tuple[Stance, bool], ...] = (("affirms", o in affirmed), ("denies", bool(denied[o])), ("open", bool(left[o])))
        stances: tuple[Stance, ...] = tuple(s for s, so in does if so) or ("silent",)
        said = [f"told by {o}"] if o in affirmed else []
        said += [f"denied: {listed(unique(map(clean, denied[o])), 3)}"] if denied[o] else []
        said += [f"{RESPONSES[how]}: {clean(name)}" for name, how in left[o]]
        values = unique(figures[s] for s in claim.statements if s in figures and o in outlets.of([s]))
        cells.append(Cell(stances, "; ".join(said) or f"nothing of it in {o}", listed(values, 2)))
    word = " · ".join(components(claim.origins)) or "no source given"
    return TableRow(claim, tone(claim), word, standing(claim, told.refs), pinned, tuple(cells))


