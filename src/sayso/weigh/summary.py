"""The few lines that stand first: each a sentence with its source in it, made of the reports' own words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.model.claim import Claim, Denial
from sayso.model.dossier import SummaryLine
from sayso.model.reading import Act
from sayso.model.statement import Statement, StatementOrigin
from sayso.weigh.claims import representative, text_of
from sayso.weigh.context import Context

LINES = 5
_SAID: dict[Act, str] = {"warn": "warned", "accuse": "said", "promise": "said", "threaten": "warned", "expect": "said",
                         "confirm": "confirmed", "want": "said", "demand": "said"}
_PRONOUNS = frozenset(("he", "she", "it", "they", "we", "i", "who", "which", "that"))
_BARE = ("to ", "of ", "for ", "as ", "against ", "about ", "on ", "with ")


def summary(context: Context, claims: Sequence[Claim]) -> tuple[SummaryLine, ...]:
    """One sentence for each of the claims that lead; those under way or denied before background."""
    leading = [c for c in claims if c.kind != "background" and len(c.text.split()) >= 5][:LINES]
    return tuple(SummaryLine(_line(context, c), c.statements or tuple(i for d in c.denied_by for i in d.statements))
                 for c in leading)


def _denier(context: Context, d: Denial) -> str:
    """Who denies, as the reports write the name."""
    s = context.statements[d.statements[0]]
    return next((spoken_name(context, s, o) for o in s.origins if o.name == d.name), d.name)


def _line(context: Context, c: Claim) -> str:
    if not c.statements:
        return _denied(context, c)
    statements = [context.statements[i] for i in c.statements]
    named = [s for s in statements if any(o.kind in ("actor", "agency", "evidence") for o in s.origins)]
    if not named:
        text = _end(c.text)
        n = c.own_voice_outlets
        who = f"{n} outlet" + ("" if n == 1 else "s") if n else f"{len(c.articles)} report" + ("" if len(c.articles) == 1 else "s")
        return f"{_end(text.rstrip('.'))[:-1]}, {who} {'says' if who.startswith('1 ') else 'say'} without naming a source."
    s = next((x for x in named if text_of(x) == c.text), None) or representative(context, named)
    tail = ""
    if c.denied_by:
        tail = f" {_capital(_and([_denier(context, d) for d in c.denied_by]))} denied it."
    return attributed(context, s) + tail


def _denied(context: Context, c: Claim) -> str:
    """What somebody denies and nobody here affirms: only the denial is told."""
    s = next((x for d in c.denied_by for i in d.statements if text_of(x := context.statements[i]) == c.text),
             context.statements[c.denied_by[0].statements[0]])
    that = "that " if s.event.agent is not None else ""
    first = [context.statements[d.statements[0]] for d in c.denied_by]
    names = [spoken_name(context, x, o) for d, x in zip(c.denied_by, first, strict=True) for o in x.origins if o.name == d.name]
    return _end(f"{_capital(_and(names))} denied {that}{_lower(context, s, text_of(s))}")


def attributed(context: Context, s: Statement) -> str:
    """`X said …` in the statement's own words; a fragment stands after a colon; only what was quoted is quoted."""
    names = _and(list(dict.fromkeys(spoken_name(context, s, o) for o in s.origins)))
    chain = context.chain(s)
    verb = _SAID.get(chain[-1].act, "said") if chain else "said"
    text = text_of(s)
    if chain and chain[-1].type == "direct":
        bare = text.strip("“”\"« »").rstrip(",")
        return _end(f"{_capital(names)} {verb}: “{bare}”")
    if (s.event.agent is None and s.event.patient is None) or text.lower().startswith(_BARE):
        return _end(f"{_capital(names)}: {text}")
    return _end(f"{_capital(names)} {verb} {_lower(context, s, text)}")


def spoken_name(context: Context, s: Statement, o: StatementOrigin) -> str:
    """The source's name; one that is only described keeps the report's own words for it ("a White House spokesperson")."""
    head = o.name.split(" of ")[0].split()[-1:]
    if head and head[0][:1].isupper():
        return f"the {o.name}" if _takes_article(context, s, o.name) else o.name
    chain = context.chain(s)
    source = chain[-1].source if chain else None
    if source is None or len(source.text.split()) > 8 or source.text.lower() in _PRONOUNS or len(s.origins) > 1:
        return o.name if o.name.lower().startswith(("the ", "a ", "an ")) or o.name.endswith("s") else f"the {o.name}"
    first = source.text.split()[0]
    return source.text[:1].lower() + source.text[1:] if first in ("A", "An", "The", "Two", "Three", "One", "Some") else source.text


def _takes_article(context: Context, s: Statement, name: str) -> bool:
    """Do the reports write it with `the` or as somebody's: "the United States", "Ukraine's Main Directorate"?"""
    texts = [context.readings[s.article].article.text, *(r.article.text for r in context.readings.values())]
    found = re.compile(rf"(\b[Tt]he\s+|\w['’]s\s+)?\b{re.escape(name)}\b(?!['’]s\s+\w)")
    for text in texts[:20]:
        hits = [m.group(1) is not None for m in found.finditer(text)]
        if hits:
            return 2 * sum(hits) > len(hits)
    return False


def _lower(context: Context, s: Statement, text: str) -> str:
    """In mid-sentence the first word goes small, unless it is a name or the report wrote it great inside a sentence."""
    reading = context.readings[s.article]
    word = text.split()[0].strip("“\"’'")
    named = any(m.text.split()[:1] == [word] for m in reading.mentions if s.start <= m.start < s.end)
    named = named and not context.is_common(word)
    named = named or word.isupper() or any(p.text.startswith(word) for p in reading.places)
    return text if named or text[:1] in "“\"" else text[:1].lower() + text[1:]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _end(text: str) -> str:
    text = text.rstrip(" ,;:")
    return text if text.endswith((".", "!", "?", ".”", "!”", "?”")) else text + "."


def _and(names: Sequence[str]) -> str:
    unique = list(dict.fromkeys(names))
    return unique[0] if len(unique) == 1 else ", ".join(unique[:-1]) + " and " + unique[-1]
