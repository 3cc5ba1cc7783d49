"""Make `src/sayso/data/abstract_nouns.tsv` from WordNet's noun files: nouns that name what happens or how something is, and nobody.

    .venv/bin/python tools/nouns.py FOLDER

FOLDER holds `data.noun` and `index.noun` (Debian: the package wordnet-base, /usr/share/wordnet). A noun is taken if its
commonest sense is an act, event, state, attribute, process, phenomenon, feeling, motive, relation, shape or time, and none of its
senses a person, group or place, a building or facility (a zoo says so), or an act of finding out (a test shows); nor is one
of its two commonest senses a communication (a complaint says so).
"""

from __future__ import annotations

import sys
from pathlib import Path

OUT = Path(__file__).parent.parent / "src" / "sayso" / "data" / "abstract_nouns.tsv"
# Numbers of WordNet's lexicographer files.
ABSTRACT = frozenset((4, 7, 11, 12, 16, 19, 22, 24, 25, 26, 28))
ACT, ARTIFACT, COMMUNICATION = 4, 6, 10
SPEAKERS = frozenset((3, 14, 15, 18))
HOUSES = frozenset(("building", "establishment", "facility"))
FINDING_OUT = frozenset(("investigation", "examination", "test", "inquiry", "search", "survey", "appraisal", "measurement", "research",
                         "count", "diagnosis"))
# Papers of a court, by their name for what it does.
PAPERS = frozenset(("lawsuit", "litigation", "ruling", "verdict", "suit", "decree", "sentence"))
HEAD = """# Nouns that name what happens or how something is, and nobody who could say anything.
# Source: WordNet 3.0, by tools/nouns.py; licence: WordNet 3.0 license (permissive), as follows.
# WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved. Permission to use, copy, modify and distribute this
# software and database and its documentation for any purpose and without fee or royalty is hereby granted, provided that
# you agree to comply with the copyright notice and statements, including the disclaimer, and that the same appear on ALL copies.
# THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES, EXPRESS OR
# IMPLIED. The name of Princeton University may not be used in advertising or publicity pertaining to distribution.
noun
"""


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    folder = Path(sys.argv[1])
    found = nouns(folder / "data.noun", folder / "index.noun")
    OUT.write_text(HEAD + "\n".join(found) + "\n", encoding="utf-8")
    print(f"{OUT.name}: {len(found)} nouns")
    return 0


def nouns(data: Path, index: Path) -> list[str]:
    """The abstract nouns in alphabetical order. Raises OSError where a file is missing."""
    kinds, words, above = _senses(data)
    houses = {s for s, kind in kinds.items() if kind == ARTIFACT and words[s] & HOUSES}
    finding = {s for s, kind in kinds.items() if kind == ACT and words[s] & FINDING_OUT}
    out = []
    for line in _lines(index):
        cells = line.split()
        noun, senses = cells[0], cells[-int(cells[2]):]
        if len(noun) < 3 or not (noun.isascii() and noun.isalpha()) or noun in PAPERS:
            continue
        own = [kinds[s] for s in senses]
        if own[0] not in ABSTRACT or COMMUNICATION in own[:2] or SPEAKERS & set(own):
            continue
        if not any(_over(s, above) & (houses | finding) for s in senses):
            out.append(noun)
    return sorted(out)


def _lines(path: Path) -> list[str]:
    return [x for x in path.read_text(encoding="latin-1").splitlines() if not x.startswith("  ")]


def _senses(data: Path) -> tuple[dict[str, int], dict[str, set[str]], dict[str, list[str]]]:
    """Of each sense its lexicographer file, its words, and the senses right above it."""
    kinds: dict[str, int] = {}
    words: dict[str, set[str]] = {}
    above: dict[str, list[str]] = {}
    for line in _lines(data):
        cells = line.split("|")[0].split()
        count = int(cells[3], 16)
        sense, at = cells[0], 4 + 2 * count
        kinds[sense], words[sense] = int(cells[1]), {w.lower() for w in cells[4:at:2]}
        links = [cells[at + 1 + 4 * k:at + 5 + 4 * k] for k in range(int(cells[at]))]
        above[sense] = [to for mark, to, pos, _ in links if mark in ("@", "@i") and pos == "n"]
    return kinds, words, above


def _over(sense: str, above: dict[str, list[str]]) -> set[str]:
    """The sense and all above it."""
    out: set[str] = set()
    rest = [sense]
    while rest:
        if (s := rest.pop()) not in out:
            out.add(s)
            rest += above[s]
    return out


if __name__ == "__main__":
    sys.exit(main())
