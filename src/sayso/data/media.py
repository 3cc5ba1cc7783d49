"""Is a name that of a medium (a paper, a broadcaster, a platform) rather than of somebody who knows?"""

from __future__ import annotations

import re
from functools import cache

from sayso.data.agencies import agency
from sayso.data.tables import rows

_HEADS = re.compile(
    r"\b(?:times|post|herald|journal|tribune|gazette|chronicle|telegraph|guardian|observer|daily|weekly|news|newspaper|magazine|"
    r"television|tv|radio|broadcasting|broadcaster|press|media|network|channel)(?: (?:daily|weekly|online|service))?$", re.I)


# American stations: WLWT, KTLA-TV.
_CALL_SIGN = re.compile(r"[WK][A-Z]{3}(?:-?(?:TV|AM|FM))?")
# `BFMTV`, `Channel 4`, `Radio Caroline`.
_STATION = re.compile(r"[A-Z][A-Za-z]*TV|Channel \w+|Radio [A-Z].*|TV ?\d.*")


def is_medium(name: str) -> bool:
    """A medium by the last word of its name, or by name: it tells what it has from somebody else."""
    bare = " ".join(name.split()).removeprefix("The ").removeprefix("the ")
    if _CALL_SIGN.fullmatch(bare) or _STATION.fullmatch(bare):
        return True
    return agency(bare) is not None or bare.lower() in _names() or _HEADS.search(bare) is not None


@cache
def _names() -> frozenset[str]:
    return frozenset(r["name"].lower() for r in rows("media.tsv"))
