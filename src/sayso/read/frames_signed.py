"""Rule R16, quotations that are signed: `“…” — Otto Wik, baker`, to the end of the line."""

from __future__ import annotations

from sayso.read.frames import Context, Frame
from sayso.read.quotes import Quotation
from sayso.read.tree import Token

LONGEST = 12
_DASHES = frozenset(("―", "—", "–", "-", "--"))


def signed(context: Context, q: Quotation) -> Frame | None:
    """The quotation's frame where a dash and a name, and nothing that is done, stand behind its closing mark."""
    if not q.closed:
        return None
    text = context.tree.text
    end = text.find("\n", q.end)
    tokens = [t for t in context.tree.between(q.end, end if end >= 0 else len(text), LONGEST + 2) if not t.text.isspace()]
    if not 2 <= len(tokens) <= LONGEST or tokens[0].text not in _DASHES:
        return None
    dash, name = tokens[0], tokens[1:]
    if name[0].pos != "PROPN" or any(t.pos in ("VERB", "AUX") and t.tag != "VBN" for t in name):
        return None
    return Frame("R16", [dash], _head(name), [q.range], "assert", 0.8, quoted=True)


def _head(name: list[Token]) -> Token:
    """The last word of the name that stands first."""
    run = [name[0]]
    for t in name[1:]:
        if t.pos != "PROPN" or t.start - run[-1].end > 1:
            break
        run.append(t)
    return next((t for t in run if t.is_root or t.head not in run), run[-1])
