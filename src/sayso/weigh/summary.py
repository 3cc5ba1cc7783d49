"""The few lines that stand first: each a sentence with its source in it, made of the reports' own words."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model.claim import Claim
from sayso.model.dossier import SummaryLine
from sayso.model.reading import Act
from sayso.model.statement import Statement
from sayso.weigh.claims import representative, text_of
from sayso.weigh.context import Context

LINES = 5
_SAID: dict[Act, str] = {"warn": "warned", "accuse": "said", "promise": "said", "threaten": "warned", "expect": "said",
                         "confirm": "confirmed", "want": "said", "demand": "said"}
_BARE = ("to ", "of ", "for ", "as ", "against ", "about ", "on ", "with ")


def summary(context: Context, claims: Sequence[Claim]) -> tuple[SummaryLine, ...]:
    """One sentence for each of the claims that lead; those under way or denied before background."""
    leading = [c for c in claims if c.kind != "background" and len(c.text.split()) >= 5][:LINES]
    return tuple(SummaryLine(_line(context, c), c.statements) for c in leading)


def _line(context: Context, c: Claim) -> str:
    statements = [context.statements[i] for i in c.statements]
    named = [s for s in statements if any(o.kind in ("actor", "agency", "evidence") for o in s.origins)]
    if not named:
        text = _end(c.text)
        n = c.own_voice_outlets
        who = f"{n} outlet" + ("" if n == 1 else "s") if n else f"{len(c.articles)} report" + ("" if len(c.articles) == 1 else "s")
        return f"{text[:-1]}, {who} reported without naming a source."
    s = representative(context, named)
    tail = ""
    if c.denied_by:
        tail = f" {_and([d.name for d in c.denied_by])} denied it."
    return attributed(context, s) + tail


def attributed(context: Context, s: Statement) -> str:
    """`X said …` in the statement's own words; a fragment is quoted after a colon."""
    names = _and(list(dict.fromkeys(o.name for o in s.origins)))
    chain = context.chain(s)
    verb = _SAID.get(chain[-1].act, "said") if chain else "said"
    text = text_of(s)
    if chain and chain[-1].type == "direct":
        bare = text.strip("“”\"« »").rstrip(",")
        return _end(f"{_capital(names)} {verb}: “{bare}”")
    if s.event.agent is None and s.event.patient is None or text.lower().startswith(_BARE):
        return _end(f"{_capital(names)}: “{text.strip('“”')}”")
    return _end(f"{_capital(names)} {verb} {_lower(s, text)}")


def _lower(s: Statement, text: str) -> str:
    """In mid-sentence the first word keeps its capital only if the report wrote it so inside a sentence."""
    bare = s.text.lstrip("“\"").removeprefix("that ")
    return text if bare[:1].isupper() and not s.text.startswith(("The ", "“The ", "A ", "An ", "In ", "It ")) else text[:1].lower() + text[1:]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _end(text: str) -> str:
    text = text.rstrip(" ,;:")
    return text if text.endswith((".", "!", "?", ".”", "!”", "?”")) else text + "."


def _and(names: Sequence[str]) -> str:
    unique = list(dict.fromkeys(names))
    return unique[0] if len(unique) == 1 else ", ".join(unique[:-1]) + " and " + unique[-1]
