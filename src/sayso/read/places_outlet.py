"""Where an outlet is at home, as far as its name or its domain tells: `The Columbus Dispatch`, `parisnews.example`."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.data.countries import country
from sayso.data.fold import fold
from sayso.read.gazetteer import Candidate, Gazetteer
from sayso.read.places_words import OUTLET_WORDS

MOST = 40
_SUFFIXES = re.compile(r"\.(?:com?|org|net|gov|edu|info|news|ac)(?:\.[a-z]{2})?$|\.[a-z]{2,3}$")
_WORD_START = re.compile(rf"^(?:{'|'.join(sorted(map(re.escape, OUTLET_WORDS), key=len, reverse=True))})")
_WORD_END = re.compile(rf"(?:{'|'.join(sorted(map(re.escape, OUTLET_WORDS), key=len, reverse=True))})$")


def homes(outlet: str | None, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """The places that the outlet's name may speak of; () where it speaks of none."""
    if not outlet:
        return ()
    return _homes(outlet.strip().lower(), gazetteer)


@lru_cache(maxsize=4096)
def _homes(outlet: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    nation = _nation(outlet)
    keys = _spaced(outlet) if " " in outlet or "." not in outlet else _glued(outlet)
    found = gazetteer.find_all(keys)
    for key in keys:
        places = [c for c in found[key] if c.rank > 0 and c.feature in ("city", "admin1", "admin2", "country")]
        inside = [c for c in places if c.country == nation] if nation else places
        if inside:
            return tuple(inside[:MOST])
    nation_itself = gazetteer.find(nation_name) if nation and (nation_name := _name_of(nation)) else ()
    return tuple(c for c in nation_itself if c.feature == "country")[:1]


def _name_of(code: str) -> str | None:
    found = country(code)
    return found.name if found else None


def _nation(outlet: str) -> str | None:
    """The country of a national domain (`.co.uk`)."""
    m = re.search(r"\.([a-z]{2})$", outlet) if " " not in outlet else None
    if m is None or m[1] in ("tv", "co", "io", "me", "fm", "ai"):
        return None
    code = "GB" if m[1] == "uk" else m[1].upper()
    return code if country(code) else None


def _spaced(outlet: str) -> list[str]:
    words = [w for w in fold(outlet).split() if w not in OUTLET_WORDS]
    out = [" ".join(words[i:j]) for i in range(len(words)) for j in range(len(words), i, -1)]
    return sorted(dict.fromkeys(out), key=len, reverse=True)


def _glued(outlet: str) -> list[str]:
    """The names that may stand glued together in a domain, the longest first."""
    host = _SUFFIXES.sub("", outlet.removeprefix("www."))
    keys: dict[str, None] = {}
    for part in host.split("."):
        for piece in (part, *part.split("-")):
            for bare in _stripped(piece):
                if len(bare) > 3 and bare not in OUTLET_WORDS:
                    keys[fold(bare)] = None
                    keys.update(dict.fromkeys(f"{bare[:k]} {bare[k:]}" for k in range(3, len(bare) - 2)))
    return sorted(keys, key=lambda k: -len(k.replace(" ", "")) - (" " not in k) * 0.5)


def _stripped(piece: str) -> list[str]:
    """The piece without newspaper words at its ends, every stage of it."""
    out, queue = [], [piece]
    while queue:
        p = queue.pop()
        if p in out or not p:
            continue
        out.append(p)
        queue += [q for q in (_WORD_START.sub("", p), _WORD_END.sub("", p)) if q != p]
    return out
