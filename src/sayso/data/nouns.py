"""What common nouns stand for: those that name what happens or how something is say nothing."""

from __future__ import annotations

from functools import cache

from sayso.data.tables import rows
from sayso.data.titles import body, title


def is_abstract(noun: str) -> bool:
    """Does this noun, a lemma in lower case, name what happens or how something is (`attack`, `anger`, `removal`)?

    A body that is called so (`campaign`) and a role are none.
    """
    return noun in _abstract() and body(noun) is None and title(noun) is None


@cache
def _abstract() -> frozenset[str]:
    return frozenset(r["noun"] for r in rows("abstract_nouns.tsv"))
