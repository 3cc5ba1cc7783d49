"""From frames to attributions: sources resolved, types and answers settled, nesting laid out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model.ids import local_id
from sayso.model.reading import Act, Attribution, AttributionType, DateExpression, Response, SourceSpan
from sayso.model.span import Range, Span, inside, merge, overlaps, span
from sayso.read.evidence import CARRIERS
from sayso.read.frames import Context, Frame, phrase, subject_of
from sayso.read.frames_all import negated
from sayso.read.frames_index import FrameIndex
from sayso.read.speakers import Names, Speakers, anonymous, said_by_same
from sayso.read.tree import Token

_CLAIMLIKE = frozenset((
    "claim", "allegation", "accusation", "report", "suggestion", "idea", "notion", "charge", "assertion", "rumor", "rumour",
    "criticism", "reports", "claims", "allegations", "accusations", "charges", "rumors", "rumours", "involvement",
    "responsibility", "wrongdoing", "speculation", "story", "stories", "account", "accounts", "statement", "statements"))


@dataclass(frozen=True, slots=True)
class Attributed:
    """A frame, the attribution made of it, and the local actors of all its sources ("according to X and Y")."""

    frame: Frame
    attribution: Attribution
    actors: tuple[str, ...]


def build(context: Context, frames: Sequence[Frame], names: Names, article: str,
          dates: Sequence[DateExpression]) -> list[Attributed]:
    """The attributions of an article, in the order of `frames` (text order). Ids are `<article>#a1` and on."""
    speakers = Speakers(names, context.tree.tokens)
    index = FrameIndex(frames)
    parents = _parents(frames, index)
    around_of = _Around(frames, parents)
    when = _Dated(dates)
    ids = [local_id(article, "a", k + 1) for k in range(len(frames))]
    actors: dict[int, str | None] = {}
    inferred: dict[int, bool] = {}
    joint: dict[int, tuple[str, ...]] = {}
    for k in _outermost_first(parents):
        f = frames[k]
        around = around_of.speaking(k, actors)
        actor = speakers.resolve(f.source, around)
        inferred[k] = actor is None and said_by_same(f)
        if inferred[k]:
            actor = speakers.last()
        actors[k] = actor
        joint[k] = tuple(dict.fromkeys(a for a in (actor, *(speakers.resolve(s, around) for s in f.sources[1:])) if a))
        speakers.heard(actor, f.cue[0].sentence.index if f.cue else -1)
        for carrier in _said_in(f):
            speakers.carried(carrier, actor)
    return [Attributed(f, _attribution(context, f, ids[k], ids[p] if (p := parents[k]) is not None else None,
                                       actors[k], inferred[k] or f.inferred, names, when), joint[k])
            for k, f in enumerate(frames)]


def _said_in(f: Frame) -> list[str]:
    """`said in a statement that…`: the carriers that hold what was said."""
    return [o.lower for t in f.cue for p in t.children if p.dep == "prep" and p.lower == "in"
            for o in p.all("pobj") if o.lower in CARRIERS]


def _attribution(context: Context, f: Frame, own_id: str, parent: str | None, actor: str | None, inferred: bool,
                 names: Names, when: _Dated) -> Attribution:
    text = context.tree.text
    verbatim = _verbatim(context, f)
    act, response = _act(f)
    return Attribution(
        id=own_id, source=_source(text, f, actor), cue=_cue(text, f),
        content=span(text, *f.range), spans=tuple(f.content), verbatim=verbatim,
        type=_type(f, verbatim), parent=parent,
        via=tuple(dict.fromkeys(a for v in f.via if (a := names.resolve_phrase(phrase(v))) is not None)),
        act=act, response=response,
        addressee=names.resolve_phrase(phrase(f.addressee)) if f.addressee is not None and f.addressee.pos == "PROPN" else None,
        said_on=_said_on(f, when), inferred=inferred, rule=f.rule, score=round(f.score, 2))


def _parents(frames: Sequence[Frame], index: FrameIndex) -> list[int | None]:
    """For each frame the smallest other whose content holds its cue (or, without a cue, its content)."""
    out: list[int | None] = []
    number = {id(f): k for k, f in enumerate(frames)}
    for k, f in enumerate(frames):
        at: Range = (f.cue[0].start, f.cue[-1].end) if f.cue else f.range
        best: int | None = None
        for o in sorted(index.near([at]), key=lambda o: o.range[0]):
            j = number[id(o)]
            if j == k or (o.response is not None and o.act == "refuse"):
                continue
            if any(inside(at, r) for r in o.content) and not (o.cue and f.cue and o.cue[0] is f.cue[0]):
                if best is None or _size(o) < _size(frames[best]):
                    best = j
        out.append(best)
    for k in range(len(out)):
        seen = {k}
        p = out[k]
        while p is not None:
            if p in seen:
                out[k] = None
                break
            seen.add(p)
            p = out[p]
    return out


def _outermost_first(parents: Sequence[int | None]) -> list[int]:
    """Text order, but each frame after the one it stands in, as `it` inside a frame may be that frame's source."""
    inner: dict[int | None, list[int]] = {}
    for k, p in enumerate(parents):
        inner.setdefault(p, []).append(k)
    out: list[int] = []
    stack = inner.get(None, [])[::-1]
    while stack:
        k = stack.pop()
        out.append(k)
        stack.extend(inner.get(k, [])[::-1])
    return out


def _size(f: Frame) -> int:
    return sum(e - s for s, e in f.content)


class _Around:
    """Who speaks around a frame."""

    def __init__(self, frames: Sequence[Frame], parents: Sequence[int | None]) -> None:
        self._frames, self._parents = frames, parents
        self._by_cue: dict[int, set[int]] = {}
        self._by_source: dict[int, set[int]] = {}
        for k, f in enumerate(frames):
            for t in f.cue:
                self._by_cue.setdefault(t.i, set()).add(k)
            if f.source is not None:
                self._by_source.setdefault(f.source.i, set()).add(k)

    def speaking(self, k: int, actors: dict[int, str | None]) -> str | None:
        """The actor of the frame around this one; for a carrier ("with records indicating") the speaker of its clause."""
        p = self._parents[k]
        if p is not None and actors.get(p) is not None:
            return actors[p]
        source = self._frames[k].source
        if source is None:
            return None
        found: set[int] = set()
        for v in source.ancestors():
            found |= self._by_cue.get(v.i, set())
            if v.pos in ("VERB", "AUX") and (s := subject_of(v)) is not None:
                found |= self._by_source.get(s.i, set())
        return next((a for j in sorted(found - {k}) if (a := actors.get(j)) is not None), None)


class _Dated:
    """The days and times of the article, those near a stretch found without looking at all."""

    def __init__(self, dates: Sequence[DateExpression]) -> None:
        self._dates = [d for d in dates if d.type in ("DATE", "TIME")]
        self._starts = [d.start for d in self._dates]
        self._longest = max((d.end - d.start for d in self._dates), default=0)

    def near(self, start: int, end: int) -> list[DateExpression]:
        """Those that may share a character with the stretch, in text order."""
        return self._dates[bisect_left(self._starts, start - self._longest):bisect_left(self._starts, end)]


def _source(text: str, f: Frame, actor: str | None) -> SourceSpan | None:
    if f.source is None:
        return None
    tokens = [t for s in (f.source, *f.sources[1:]) for t in _naming(s, f)]
    start, end = min(t.start for t in tokens), max(t.end for t in tokens)
    whole = span(text, start, end)
    return SourceSpan(whole.start, whole.end, whole.text, actor, anonymous(f.source))


def _naming(source: Token, f: Frame) -> list[Token]:
    """The words that name a source (R19): not what he is doing as he speaks (`Roe, speaking in Split`), nor the clause that
    the cue itself begins (`a petition calling on…`)."""
    words = phrase(source)
    cue = {t.i for t in f.cue}
    away: set[int] = set()
    for c in source.children:
        below = c.subtree()
        doing = c.dep == "acl" and c.tag == "VBG" and _after_comma(below[0])
        if doing or not cue.isdisjoint(t.i for t in below):
            away |= {t.i for t in below}
    kept = [t for t in words if t.i not in away]
    while kept and kept[-1].pos == "PUNCT" and kept[-1] is not source and kept[-1].text not in (")", "]"):
        kept.pop()
    return kept or [source]


def _after_comma(t: Token) -> bool:
    tokens = t.sentence.tokens
    return t is not tokens[0] and tokens[t.i - tokens[0].i - 1].text == ","


def _cue(text: str, f: Frame) -> Span | None:
    return span(text, f.cue[0].start, f.cue[-1].end) if f.cue else None


def _verbatim(context: Context, f: Frame) -> tuple[Range, ...]:
    out: list[Range] = []
    for s, e in f.content:
        for q in context.quotations.within(s, e):
            inner = (max(s, q.inner[0]), min(e, q.inner[1]))
            if inner[0] < inner[1]:
                out.append(inner)
    return merge(out)


def _type(f: Frame, verbatim: Sequence[Range]) -> AttributionType:
    if not verbatim:
        return "indirect"
    quoted = sum(e - s for s, e in verbatim) + 2 * len(verbatim)
    return "direct" if quoted >= 0.9 * _size(f) else "mixed"


def _act(f: Frame) -> tuple[Act, Response | None]:
    """The act, and the answer it is: a denial only where what is denied is a claim or an act, not a bill or an offer."""
    if f.response is not None or f.act != "deny":
        if f.act not in ("want", "refuse") and f.response is None and negated(f):
            return "refuse", "does-not-say"
        return f.act, f.response
    verb = next((t for t in f.cue if t.pos == "VERB"), None)
    obj = verb.child("dobj", "nsubjpass") if verb is not None else None
    if verb is not None and verb.lemma in ("reject", "dismiss") and obj is not None and f.rule in ("R8", "R12"):
        heads = {t.lower for t in obj.subtree()}
        if not heads & _CLAIMLIKE:
            return "evaluate", None
    return "deny", "denies"


def _said_on(f: Frame, dates: _Dated) -> str | None:
    """When it was said: a date in the clause of the cue, outside what was said."""
    verb = next((t for t in f.cue if t.pos in ("VERB", "AUX") and t.dep not in ("aux", "auxpass")), None)
    if verb is None:
        return None
    occasion = {t.i for t in f.occasion}
    own = [t for t in (*verb.subtree(), *f.occasion) if t.i in occasion or not f.covers(t.range)]
    near = [t for t in own if _attached(t, verb) or t.i in occasion]
    if not near:
        return None
    for d in dates.near(min(t.start for t in near), max(t.end for t in near)):
        if any(overlaps(t.range, (d.start, d.end)) for t in near):
            return d.value
    return None


def _attached(t: Token, verb: Token) -> bool:
    """Hangs on the cue's verb without another verb between."""
    while t is not verb:
        if (t.pos in ("VERB", "AUX") and t.dep not in ("aux", "auxpass")) or t.is_root or t.dep in ("nsubj", "relcl"):
            return False
        t = t.head
    return True
