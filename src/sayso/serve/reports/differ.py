"""Where accounts differ: every value with the wording it stands in, who gave it, and why it counts as it does."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.data.telling import stands_alone
from sayso.model.claim import Claim, Difference, DifferenceValue
from sayso.model.dossier import StoryDossier
from sayso.serve.reports.refs import Refs
from sayso.serve.reports.view import Line, Piece, Section, bullets, plain, row, strong
from sayso.serve.reports.words import listed, opening, quoted, trimmed

MOST, MOST_EXACT, MOST_VALUES = 6, 2, 4
ORDER = ("conflict", "update", "different-scope", "refinement")
SLOTS = {"figure": "Figures", "date": "Dates", "place": "Places", "actor": "Actors", "action": "Actions",
         "polarity": "Yes and no"}
HEADS = {"conflict": "{} differ", "update": "{} differ, apart in time",
         "different-scope": "{} that only seem to differ", "refinement": "{} that agree, one is more exact"}
DETAILS = "Told in other detail"


def section(story: StoryDossier, refs: Refs, everything: bool) -> Section | None:
    """Conflicts first, then updates, seeming differences and a few refinements; None where accounts do not differ."""
    found = [(claim, d) for claim in story.claims for d in claim.differences if len(_values(d, refs)) > 1]
    found.sort(key=lambda pair: (ORDER.index(pair[1].kind), _in_detail(pair[1])))
    found = _each_once(found, refs)
    open_ = [p for p in found if p[1].kind != "refinement" and stands_alone(p[0].text)][:MOST]
    exact = [p for p in found if p[1].kind == "refinement" and stands_alone(p[0].text)][:MOST_EXACT]
    first = [*open_, *exact[:max(0, MOST - len(open_))]]
    rest = [p for p in found if p not in first]
    lines = [line(claim, difference, refs) for claim, difference in (*first, *rest)]
    return bullets("differ", "Where accounts differ", lines, None if everything else len(first),
                   ("difference", "differences"))


def _each_once(found: Sequence[tuple[Claim, Difference]], refs: Refs) -> list[tuple[Claim, Difference]]:
    """Without those whose wordings all stand in one before them: two claims of one sentence differ in the same words."""
    out: list[tuple[Claim, Difference]] = []
    told: list[frozenset[tuple[str, int]]] = []
    for claim, difference in found:
        places = frozenset(refs.sentence(v.anchor.article, v.anchor.start) for v in _values(difference, refs))
        if not any(places <= before for before in told):
            out.append((claim, difference))
            told.append(places)
    return out


def line(claim: Claim, difference: Difference, refs: Refs) -> Line:
    """One difference: what it is of, each value in its wording with who gave it, and the reason."""
    head = DETAILS if _in_detail(difference) else HEADS[difference.kind].format(SLOTS[difference.slot])
    pieces: list[Piece | None] = [strong(f"{head}."), plain(f" {trimmed(claim.text, 110)}: ")]
    values = _values(difference, refs)
    for n, value in enumerate(values[:MOST_VALUES]):
        wording = quoted(refs.around(value.anchor), 170)
        pieces += [plain("; " if n else ""), plain(f"{_who(value, refs)}: {wording}"), refs.of((), [value.anchor])]
    if len(values) > MOST_VALUES:
        pieces.append(plain(f"; and {len(values) - MOST_VALUES} more"))
    pieces += [plain("."), Piece(_reason(difference), "note")]
    return row(*pieces)


def _in_detail(difference: Difference) -> bool:
    """Does each report tell what the others do not, while no figure or date differs?"""
    return difference.kind == "refinement" and difference.slot not in ("figure", "date")


def _values(difference: Difference, refs: Refs) -> list[DifferenceValue]:
    """The values, each in one wording: of two in one sentence the second says nothing new to a reader."""
    found: dict[tuple[str, int], DifferenceValue] = {}
    for value in difference.values:
        found.setdefault(refs.sentence(value.anchor.article, value.anchor.start), value)
    return list(found.values())


def _who(value: DifferenceValue, refs: Refs) -> str:
    # The wording is the report's; whose word it gives is another matter.
    names = refs.names(value.origins)
    return f"{refs.outlet(value.anchor.article)}, {f'on the word of {listed(names, 3)}' if names else 'without a source'}"


def _reason(difference: Difference) -> str:
    why = trimmed(difference.why, 160)
    return f" {opening(why)}{'' if why[-1] in '.!?…' else '.'}" if why else ""
