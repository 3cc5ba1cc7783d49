"""Base noun phrases: the stretches of a sentence in which names and roles are looked for.

They are cut from the tags, which hold up better around names than the tree does; the tree only parts neighbours that
have nothing to do with one another (`told Reuters North Korea had ...`). Names that hold a preposition are joined
(`Institute for the Study of War`).
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.data import countries, titles
from sayso.data.agencies import agency
from sayso.read.tree import Sentence, Token

_INSIDE = frozenset(("NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "CD", "HYPH", "AFX", "FW", "ADD"))
_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS", "FW"))
_DETERMINERS = frozenset(("DT", "PRP$", "PDT", "WDT", "WP$"))
_TIMES = ("DATE", "TIME")
_WATERS = frozenset(("sea", "gulf", "bay", "strait", "straits", "isle", "republic", "kingdom", "state", "cape"))
_HYPHENS = frozenset(("-", "–", "‑"))
_WITHIN = frozenset(("compound", "amod", "nmod", "nummod", "poss", "case", "punct", "appos", "quantmod", "advmod",
                     "det", "nn"))
PARTICLES = frozenset(("al", "el", "bin", "ibn", "bint", "abu", "ben", "van", "von", "de", "der", "den", "ter", "ten",
                       "di", "da", "del", "della", "dos", "du", "la", "le", "st", "y", "e", "ul", "ur", "-", "–", "ap"))


@dataclass(slots=True, eq=False)
class Phrase:
    """A base noun phrase without its determiner. `owner` is the phrase before `'s`; `joined` holds a preposition."""

    tokens: list[Token]
    det: str = ""
    owner: Phrase | None = None
    joined: bool = False

    @property
    def last(self) -> Token:
        return self.tokens[-1]


def is_capital(t: Token) -> bool:
    """Does the token begin with a capital letter?"""
    return t.text[:1].isupper()


def words_of(tokens: list[Token]) -> str:
    """The tokens as written, one space where the text has white space between them."""
    if len(tokens) == 1:
        return " ".join(tokens[0].text.split())
    out = ""
    for k, t in enumerate(tokens):
        out += (" " if k and t.start > tokens[k - 1].end else "") + t.text
    return " ".join(out.split())


def phrases(sentence: Sentence) -> list[Phrase]:
    """The base noun phrases of a sentence in text order."""
    out: list[Phrase] = []
    run: list[Token] = []
    det, owner = "", None

    def close() -> None:
        nonlocal run, det, owner
        for k, piece in enumerate(_pieces(run)):
            kept = _trimmed(piece, det)
            if kept:
                out.append(Phrase(kept, det if k == 0 else "", owner if k == 0 else None))
        run, det, owner = [], "", None

    for t in sentence.tokens:
        if t.tag == "POS" and run and t.i == run[-1].i + 1:
            before = len(out)
            close()
            owner = out[-1] if len(out) > before else None
        elif t.tag in _DETERMINERS:
            kept_owner = owner if not run else None
            close()
            det, owner = t.lower, kept_owner
        elif _is_inside(t, run):
            run.append(t)
        else:
            close()
    close()
    return _joined(out, sentence)


def _is_inside(t: Token, run: list[Token]) -> bool:
    if t.ent[2:] in _TIMES and not (run and is_capital(t) and t.ent[:1] == "I"):
        return False
    if t.is_quote or t.text in ("%", "$"):
        return False
    if t.text in _HYPHENS:
        return bool(run) and t.start == run[-1].end
    if t.tag in _INSIDE:
        return True
    if len(run) > 1 and run[-1].text in _HYPHENS and t.start == run[-1].end and is_capital(run[-2]):
        return t.text.isalpha()
    if t.text == "&" and run:
        return True
    if run and t.lower in PARTICLES and is_capital(run[-1]) and t.dep in ("compound", "nmod", "det", "prep", "punct"):
        return t.tag not in ("IN", "DT", "CC") or t.ent[2:] == "PERSON"
    if t.tag in ("VBN", "VBG", "VB", "VBD", "VBZ", "VBP", "RB", "IN", "UH") and t.pos != "PROPN":
        return t.dep in ("amod", "compound") and t.tag in ("VBN", "VBG")
    return t.pos == "PROPN" and t.tag not in ("IN", "CC")


def _pieces(run: list[Token]) -> list[list[Token]]:
    """The run cut where neighbours hang on different words outside it."""
    if not run:
        return []
    inside = {t.i for t in run}
    roots = [_root(t, inside) for t in run]
    out = [[run[0]]]
    for k in range(1, len(run)):
        a, b = run[k - 1], run[k]
        title = titles.title(a.text) if is_capital(a) and b.tag == "NNP" else None
        one_name = b.ent[:1] == "I" and agency(a.text) is None
        glued = b.start == a.end or "-" in (a.text, b.text)
        together = roots[k - 1] is roots[k] or one_name or glued or (title is not None and title.speaks)
        if together:
            out[-1].append(b)
        else:
            out.append([b])
    return out


def _root(t: Token, inside: set[int]) -> Token:
    while t.dep in _WITHIN and t.head is not t and t.head.i in inside:
        t = t.head
    return t


def _trimmed(tokens: list[Token], det: str) -> list[Token]:
    """The tokens up to the last noun; `the French` counts as one."""
    end = len(tokens)
    while end and not (tokens[end - 1].tag in _NOUNS or tokens[end - 1].pos == "PROPN"):
        if det == "the" and is_capital(tokens[end - 1]) and countries.adjective(tokens[end - 1].text):
            break
        end -= 1
    begin = 0
    while begin < end and tokens[begin].text in ("-", "–", "&"):
        begin += 1
    return tokens[begin:end]


def _joined(found: list[Phrase], sentence: Sentence) -> list[Phrase]:
    out: list[Phrase] = []
    by_index = {t.i: t for t in sentence.tokens}
    for q in found:
        if out and q.owner is None:
            p = out[-1]
            gap = [by_index[i] for i in range(p.last.i + 1, q.tokens[0].i) if i in by_index]
            if _follows_title(p, q):
                out[-1] = Phrase(p.tokens + q.tokens, p.det, p.owner, joined=True)
                continue
            if gap and _joins(p, gap, q):
                out[-1] = Phrase(p.tokens + gap + q.tokens, p.det, p.owner, joined=True)
                continue
        elif out and q.owner is out[-1] and (_is_country(out[-1], q) or _whose_union(out[-1], q)):
            p = out.pop()
            gap = [by_index[i] for i in range(p.last.i + 1, q.tokens[0].i)]
            out.append(Phrase(p.tokens + gap + q.tokens, p.det, p.owner))
            continue
        out.append(q)
    # A name that was joined is no longer the owner that others point to: lead them to what it became part of.
    for q in out:
        if q.owner is not None and q.owner not in out:
            q.owner = next((p for p in out if q.owner.last in p.tokens), None)
    return out


def _follows_title(p: Phrase, q: Phrase) -> bool:
    """`Secretary of State` and, right behind it, the name of who holds the office."""
    if not p.joined or q.det or q.tokens[0].i != p.last.i + 1 or not (is_capital(p.last) and is_capital(q.tokens[0])):
        return False
    return any((found := titles.title(words_of(p.tokens[-n:]))) is not None and found.speaks for n in (3, 4))


def _is_country(p: Phrase, q: Phrase) -> bool:
    """`People's Republic`, `Workers' Party`: the owner is a part of the name."""
    return p.last.lower in ("people", "peoples", "workers") and is_capital(p.last) and is_capital(q.tokens[0])


def _whose_union(p: Phrase, q: Phrase) -> bool:
    """`the seafarers' union`, `a farmers' association`: whose it is tells it from others."""
    body = titles.body(q.tokens[0].text)
    return len(q.tokens) == 1 and body is not None and body.link == "private" and body.lower and p.last.tag == "NNS"


def _joins(p: Phrase, gap: list[Token], q: Phrase) -> bool:
    link = gap[0].lower
    if len(gap) > 2 or (len(gap) == 2 and gap[1].lower != "the") or link not in ("of", "for", "on", "and", "in", "to"):
        return False
    if not (is_capital(p.last) and is_capital(q.tokens[0])):
        return False
    if link == "of" and p.last.lower in _WATERS:
        return True
    if link == "of" and any(titles.body(w) or titles.title(w) for k in range(-2, 0)
                            for w in [words_of(p.tokens[k:] + gap + q.tokens[:1])]):
        return True
    if titles.title(p.last.text) is not None and titles.body(p.last.text) is None:
        return link == "of" and _is_portfolio(q)
    if link == "of" and any(countries.named(words_of(p.tokens[k:] + gap + q.tokens)) for k in range(len(p.tokens))):
        return True
    continues = gap[0].ent[:2] == "I-" and q.tokens[0].ent == gap[0].ent and gap[0].ent[2:] in ("ORG", "GPE")
    if link == "and" and not p.joined:
        ends = titles.body(q.last.text) is not None and titles.body(p.last.text) is None
        return continues and ends and q.last.ent[2:] == "ORG"
    if link == "and":
        return continues and is_capital(q.last) and not titles.title(q.tokens[0].text)
    noun = titles.body(p.last.text)
    is_body = noun is not None and noun.kind == "organization"
    if link == "of" and is_body:
        return is_capital(q.last) or continues
    return (p.joined or is_body) and link != "in" and continues


def _is_portfolio(q: Phrase) -> bool:
    return any(titles.portfolio(words_of(q.tokens[:n])) for n in range(1, min(4, len(q.tokens)) + 1))
