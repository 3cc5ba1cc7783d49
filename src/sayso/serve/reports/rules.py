"""What is known about the reading rules: what each looks for, and how often it was right where that was measured."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sayso.data import tables


@dataclass(frozen=True, slots=True)
class Measured:
    """Of `predicted` attributions that the rule made, `matched` met one that people had annotated."""

    matched: int
    predicted: int

    @property
    def precision(self) -> float:
        """A share, 0 to 1."""
        return self.matched / self.predicted if self.predicted else 0.0


@cache
def meanings() -> Mapping[str, str]:
    """Rule id -> what it looks for, in one line."""
    return {row["rule"]: row["meaning"] for row in tables.rows("rules.tsv")}


@cache
def measured() -> Mapping[str, Measured]:
    """Rule id -> how it did on annotated news; rules that were never seen there are left out.

    Made by `bench/rules.py`; the table's first lines say on what, when and at which commit.
    """
    return {row["rule"]: Measured(int(row["matched"]), int(row["predicted"]))
            for row in tables.rows("rule_precision.tsv")}
