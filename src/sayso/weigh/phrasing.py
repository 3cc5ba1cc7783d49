"""A statement as a sentence that names its source: the report's own words in a fixed frame."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sayso.data.titles import body
from sayso.model.claim import Claim
from sayso.model.reading import Act, Attribution
from sayso.model.statement import Statement, StatementOrigin
from sayso.weigh.claims import bare, is_quotable, judged, text_of, told_text
from sayso.weigh.context import Context

_SAID: dict[Act, str] = {"warn": "warned that", "threaten": "warned that", "confirm": "confirmed that"}
_PRONOUNS = frozenset(("he", "she", "it", "they", "we", "i", "who", "which", "that"))
_BARE = ("to ", "of ", "for ", "as ", "against ", "about ", "on ", "with ")
_SMALL = frozenset(
    "a an the in on at if there this these some all no its it their his her they he she more as when after before about our my "
    "we one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen twenty thirty forty fifty "
    "dozens hundreds thousands many several most".split())
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
# Bodies that are named without an article ("Berlin police").
_NO_ARTICLE = frozenset(("police", "parliament", "congress"))
_THAT = re.compile(r"\bthat\s")
_POINTING = re.compile(r"(?i)^(?:it|this|that|them|so|the (?:claims?|reports?|allegations?|accusations?|charges?))$")


def attributed(context: Context, s: Statement) -> str:
    """`X said …` in the statement's own words; a fragment stands after a colon; only what was quoted is quoted."""
    chain = context.chain(s)
    text = text_of(s)
    if chain and _names_its_source(s, chain[-1]):
        return end(capital(text))
    if (clause := judged(context, s)) is not None:
        return end(clause)
    names = joined([spoken_name(context, s, o) for o in s.origins])
    if all(o.kind == "evidence" for o in s.origins):
        return end(f"According to {names}, {lower(context, s, text)}")
    if is_quotable(context, s, text):
        return end(f"{capital(names)} said: “{bare(text)}”")
    if (s.event.agent is None and s.event.patient is None) or text.lower().startswith(_BARE):
        return end(f"{capital(names)}: {text}")
    verb = _SAID.get(chain[-1].act, "said") if chain else "said"
    if verb == "said" and text.lower().startswith(("if ", "in ", "on ", "at ", "after ", "during ", "last ", "earlier ", "unless ")):
        verb = "said that"
    return end(f"{capital(names)} {verb} {lower(context, s, text)}")


def answered(context: Context, s: Statement, name: str) -> str:
    """`X denied …`, `X did not deny …`: what the answer was about, in the report's words."""
    said = next((spoken_name(context, s, o) for o in s.origins if o.name == name), name)
    chain = context.chain(s)
    verb = "did not deny" if chain and chain[-1].response == "does-not-deny" else "denied"
    text = text_of(s)
    if context.verbatim(s):
        return end(f"{capital(said)} {verb} it: “{bare(text)}”")
    if _POINTING.match(text) or len(text.split()) < 2:
        return end(f"{capital(said)} {verb} it")
    that = "that " if _has_that(context, s) else ""
    return end(f"{capital(said)} {verb} {that}{lower(context, s, text)}")


def _has_that(context: Context, s: Statement) -> bool:
    """Does the report itself write `that` before these words, as it does before a clause and not before a name?"""
    return bool(_THAT.search(context.readings[s.article].article.text, max(0, s.start - 8), s.start + 5))


def _names_its_source(s: Statement, inner: Attribution) -> bool:
    source = inner.source
    return source is not None and any(a <= source.start and source.end <= b for a, b in s.spans)


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
    # Nowhere written so: "China's Foreign Ministry" may go by "Chinese Foreign Ministry".
    head = body(name.split()[-1].lower())
    return head is not None and head.kind == "organization" and head.words not in _NO_ARTICLE


def lower(context: Context, s: Statement, text: str) -> str:
    """In mid-sentence the first word goes small, unless it is a name or the report wrote it great inside a sentence."""
    reading = context.readings[s.article]
    word = re.split(r"['’]s?$", text.split()[0].strip("“\"’'"))[0]
    firsts = [m.text.split()[:1] for m in reading.mentions if s.start <= m.start < s.end]
    named = any(re.split(r"['’]s?$", first[0])[0] == word for first in firsts if first)
    named = named and not context.is_common(word)
    named = named or context.is_great(word)
    named = named or (word.isupper() and len(word) > 1) or any(p.text.startswith(word) for p in reading.places)
    named = (named and word.lower() not in _SMALL) or word == "I"
    return text if named or text[:1] in "“\"" else text[:1].lower() + text[1:]


def is_clause(context: Context, c: Claim) -> bool:
    """Do the claim's words say of somebody or something what it does, is, or what is done to it?"""
    told = (*c.statements, *(i for d in c.denied_by for i in d.statements))
    s = next((x for i in told if told_text(context, x := context.statements[i]) == c.text), None)
    return s is None or s.event.agent is not None or s.event.patient is not None


def capital(text: str) -> str:
    """The text as a sentence begins."""
    return text[:1].upper() + text[1:]


def end(text: str) -> str:
    """The text as a sentence ends."""
    text = re.sub(r"[,;:]([”\"])$", r"\1", text.rstrip(" ,;:"))
    return text if text.endswith((".", "!", "?", ".”", "!”", "?”")) else text + "."


def number(n: int) -> str:
    """`two`, `12`: small numbers in words, as in running text."""
    return _NUMBERS[n] if n < len(_NUMBERS) else str(n)


def joined(names: Iterable[str], most: int = 3) -> str:
    """`A`, `A and B`, `A, B and C`, each once; past `most` the rest as a number."""
    unique = list(dict.fromkeys(names))
    if len(unique) > most:
        unique[most:] = [f"{len(unique) - most} more"]
    return unique[0] if len(unique) == 1 else ", ".join(unique[:-1]) + " and " + unique[-1]
