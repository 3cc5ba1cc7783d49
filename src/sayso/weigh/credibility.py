"""Credibility grades, only where they are asked for: the number of the Admiralty code by a printed table.

The first line that fits decides. Every condition is a field of the claim as the dossier shows it. No line gives 1: that
something is confirmed is a person's word. The letter for an outlet is the user's own and is judged apart.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from sayso.model.claim import Claim, Credibility


class Rule(NamedTuple):
    """A line of the table: its name, the grade, the condition in words, and the same as code."""

    name: str
    grade: int
    words: str
    fits: Callable[[Claim], bool]


def _clash(c: Claim) -> bool:
    return any(d.kind == "conflict" for d in c.differences)


TABLE = (
    Rule("ahead", 6, "it is a plan or hangs on a condition: it cannot be judged yet", lambda c: c.kind in ("plan", "condition")),
    Rule("denied-alone", 5, "it is denied, and nobody in these reports affirms it", lambda c: bool(c.denied_by) and not c.statements),
    Rule("against-one", 4, "it is denied or its accounts clash, and it rests on one named origin or none",
         lambda c: (bool(c.denied_by) or _clash(c)) and c.independent_origins < 2),
    Rule("against-more", 3, "it is denied or its accounts clash, and it rests on two separate origins or more",
         lambda c: bool(c.denied_by) or _clash(c)),
    Rule("separate", 2, "two separate origins or more affirm it, nobody denies it, and no accounts clash",
         lambda c: c.independent_origins > 1),
    Rule("hearsay", 4, "its one origin has it from hearsay",
         lambda c: c.independent_origins == 1 and all(o.access == "hearsay" for o in c.origins if o.independent is not None)),
    Rule("one", 3, "one named origin affirms it, and nobody denies it", lambda c: c.independent_origins == 1),
    Rule("no-origin", 6, "no origin is named that counts: it cannot be judged", lambda c: True),
)


def credibility(c: Claim) -> Credibility:
    """The grade of the first line of the table that fits, 2 to 6, with that line."""
    rule = next(r for r in TABLE if r.fits(c))
    return Credibility(rule.grade, rule.name, rule.words)
