"""Where accounts differ: every value with the wording it stands in, who gave it, and why it counts as it does."""

from __future__ import annotations

from sayso.model.claim import Claim, Difference, DifferenceValue
from sayso.model.dossier import StoryDossier
from sayso.serve.reports.refs import Refs
from sayso.serve.reports.view import Line, Piece, Section, bullets, plain, row, strong
from sayso.serve.reports.words import clean, count, listed, opening, quoted, trimmed, unique

MOST = 8
ORDER = ("conflict", "update", "different-scope", "refinement")
SLOTS = {"figure": "Figures", "date": "Dates", "place": "Places", "actor": "Actors", "action": "Actions",
         "polarity": "Yes and no"}
HEADS = {"conflict": "{} differ", "update": "{} differ, apart in time",
         "different-scope": "{} that only seem to differ", "refinement": "{} that agree, one is more exact"}


def section(story: StoryDossier, refs: Refs, everything: bool) -> Section | None:
    """Conflicts first, then updates, seeming differences and refinements; None where accounts do not differ."""
    found = [(claim, d) for claim in story.claims for d in claim.differences]
    found.sort(key=lambda pair: ORDER.index(pair[1].kind))
    shown = found if everything else found[:MOST]
    lines = [_line(claim, difference, refs) for claim, difference in shown]
    if left := len(found) - len(shown):
        lines.append(row(plain(f"and {count(left, 'more difference')}")))
    return bullets("Where accounts differ", lines)


def _line(claim: Claim, difference: Difference, refs: Refs) -> Line:
    head = HEADS[difference.kind].format(SLOTS[difference.slot])
    pieces: list[Piece | None] = [strong(f"{head}."), plain(f" {trimmed(claim.text, 100)}: ")]
    for n, value in enumerate(difference.values):
        wording = quoted(refs.around(value.anchor), 120)
        pieces += [plain("; " if n else ""), plain(f"{_who(value, refs)}, {wording}"), refs.of((), [value.anchor])]
    pieces.append(plain("." + _reason(difference)))
    return row(*pieces)


def _who(value: DifferenceValue, refs: Refs) -> str:
    # The wording is the report's; whose word it gives is another matter.
    outlet = refs.outlet(value.anchor.article)
    names = [n for n in unique(map(clean, value.origins)) if n != outlet]
    return f"{outlet}, {f'on the word of {listed(names, 3)}' if names else 'without a source'}"


def _reason(difference: Difference) -> str:
    why = trimmed(difference.why, 160)
    return f" {opening(why)}{'' if why[-1] in '.!?…' else '.'}" if why else ""
