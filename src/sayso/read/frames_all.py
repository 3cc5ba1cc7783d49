"""All frames of one article: every rule run, doubles removed, nested ones put in their place."""

from __future__ import annotations

from sayso.model.span import Range, merge, subtract
from sayso.read.frames import Context, Frame, is_negated
from sayso.read.frames_answers import answers, is_answer
from sayso.read.frames_clause import verb_frames
from sayso.read.frames_index import FrameIndex
from sayso.read.frames_phrase import according_to, carriers, citing, names_speaker
from sayso.read.frames_quotes import quotation_frames
from sayso.read.quotes import QuotationIndex
from sayso.read.tree import Token, Tree

# An attitude that somebody else reports is what that other one claims: only speech nests.
_SPEECH = frozenset(("assert", "confirm", "deny", "accuse", "warn", "threaten", "promise", "refuse"))
_FIRST = frozenset(("i", "we", "you", "one", "my", "our", "your"))


def find_frames(tree: Tree, quotations: QuotationIndex) -> list[Frame]:
    """The article's frames in text order of their cues."""
    context = Context(tree, quotations)
    frames: list[Frame] = []
    for t in tree.tokens:
        if t.pos in ("VERB", "AUX"):
            found = list(answers(context, t))
            if not found and not is_answer(t) and not (t.dep == "xcomp" and is_answer(t.head)):
                cited = [f for f in citing(context, t) if f.content]
                found = cited or [f for f in verb_frames(context, t) if f.content and not _cites(t)]
            frames.extend(_best(found))
        elif t.pos in ("NOUN", "PROPN", "ADJ"):
            frames.extend(f for f in carriers(context, t) if f.content)
        if t.lower in ("according", "per", "in", "by"):
            frames.extend(f for f in according_to(context, t) if f.content)
    frames = [f for f in frames if not _in_direct_speech(f, quotations) and not _conditional(f)]
    index = FrameIndex(frames)
    _participles(index, quotations)
    _first_given_by(index, tree)
    quotation_frames(context, index)
    frames = _around_cue(list(index), quotations)
    for f in frames:
        f.content = [r for r in (_trimmed(tree.text, r) for r in f.content) if r[1] > r[0]]
    frames = _without_doubles(frames)
    index = FrameIndex(frames)
    frames = [f for f in frames if not _idle(f, index, quotations) and not _asked_about(f, index)]
    frames.sort(key=lambda f: (f.cue[0].start if f.cue else f.range[0], f.range))
    return frames


def _cites(t: Token) -> bool:
    """`cited the police`: whom somebody cites is nothing that he says."""
    return t.lemma in ("cite", "quote") and (who := t.child("dobj")) is not None and names_speaker(who)


def _asked_about(f: Frame, frames: FrameIndex) -> bool:
    """`would not comment on reports that …`: whose reports is not said, and all of it is what is left open."""
    if f.rule != "R15" or f.source is not None or not f.cue:
        return False
    at = f.cue[0].range
    return any(o is not f and o.act == "refuse" and o.response is not None and o.covers(at) for o in frames.near([at]))


def _trimmed(text: str, r: Range) -> Range:
    """Without what a clause that was cut out leaves behind: a comma, a space."""
    start, end = r
    while end > start and (text[end - 1].isspace() or (text[end - 1] in ",;" and text[end:end + 1].isspace())):
        end -= 1
    return start, end


def _participles(frames: FrameIndex, quotations: QuotationIndex) -> None:
    """`warned that …, even saying …`: a participle of speech at the end of what is said is the speaker's own next act.

    The parser hangs it on the clause before; it is given back to the source around it, and cut out of that content.
    """
    for f in frames:
        verb = f.cue[0] if f.cue else None
        if verb is None or verb.tag != "VBG" or verb.dep not in ("advcl", "conj") or verb.child("nsubj") is not None:
            continue
        if quotations.at(verb.start) is not None:
            continue
        around = [o for o in frames.near([verb.range])
                  if o is not f and o.covers(verb.range) and o.cue and not o.covers(o.cue[0].range)
                  and o.cue[0].start < verb.start]  # who is named after it tells it all, and the participle within
        outer = min(around, key=lambda o: _size(o.content), default=None)
        if outer is None or outer.source is None:
            continue
        clause = verb.subtree()
        if f.rule != "R7":
            f.source, f.sources = outer.source, outer.sources
        hole = (clause[0].start, max(clause[-1].end, f.range[1]))
        outer.content = [r for c in outer.content for r in subtract(c, [hole])]


def _around_cue(frames: list[Frame], quotations: QuotationIndex) -> list[Frame]:
    """`"A," she said, "and B."`: the quotation before a cue and the one after it are one thing said."""
    out: list[Frame] = []
    before: dict[int, Frame] = {}
    for f in sorted(frames, key=lambda f: f.range):
        first = before.get(f.cue[-1].i) if f.cue else None
        if first is not None and first.source is f.source and f.range[0] >= f.cue[-1].end \
                and all(quotations.within(*o.range) for o in (first, f)):
            first.content = list(merge([*first.content, *f.content]))
            first.quoted = first.quoted or f.quoted
            continue
        if f.cue and f.range[0] < f.cue[0].start:
            before[f.cue[-1].i] = f
        out.append(f)
    return out


_GIVEN = frozenset(("give", "provide", "report", "announce", "release", "publish", "share", "supply", "disclose", "reveal", "make"))


def _first_given_by(frames: FrameIndex, tree: Tree) -> None:
    """`…, confirming information first given by Seoul`: what the source says in this sentence, it has from there."""
    for f in frames:
        if f.act != "confirm" or f.source is None:
            continue
        for s, e in f.content:
            for t in tree.between(s, e):
                giver = t.child("agent") if t.tag == "VBN" and t.lemma in _GIVEN else None
                if giver is not None and (by := giver.child("pobj")) is not None:
                    for o in frames.cued_in(t.sentence):
                        if o.source is f.source and by not in o.via:
                            o.via.append(by)


def _best(frames: list[Frame]) -> list[Frame]:
    """Of several readings of one cue the surest; two only where they share no content (`said A and that B`)."""
    out: list[Frame] = []
    for f in sorted(frames, key=lambda f: (-f.score, -_size(f.content))):
        if not any(f.covers(r) for o in out for r in o.content):
            out.append(f)
    return out


def _size(content: list[Range]) -> int:
    return sum(e - s for s, e in content)


def _in_direct_speech(f: Frame, quotations: QuotationIndex) -> bool:
    """Inside a quotation, what `I` or `we` say is the speaker's; so are attitudes of anybody."""
    if not f.cue:
        return False
    q = quotations.at(f.cue[0].start)
    if q is None or q.words <= 3:
        return False
    return f.source is None or f.source.lower in _FIRST or f.act not in _SPEECH or f.source.pos == "PRON"


def _conditional(f: Frame) -> bool:
    """`if he says so`: nobody has said it."""
    if not f.cue or f.response is not None:
        return False
    verb = _verb(f)
    return verb is not None and any(c.dep == "mark" and c.lower in ("if", "unless", "whether") for c in verb.children)


def _without_doubles(frames: list[Frame]) -> list[Frame]:
    """One frame a cue; two cues on the same words and source are one frame, the surer."""
    out = FrameIndex()
    for f in sorted(frames, key=lambda f: (-f.score, f.range)):
        if not any(_same(f, o) for o in (*(o for t in f.cue for o in out.cued_by(t)), *out.near(f.content))):
            out.add(f)
    return list(out)


def _same(a: Frame, b: Frame) -> bool:
    shared = sum(max(0, min(x[1], y[1]) - max(x[0], y[0])) for x in a.content for y in b.content)
    alike = 2 * shared > 1.7 * (_size(a.content) + _size(b.content)) / 2 * 1.0 and shared > 0
    one_cue = bool(a.cue and b.cue and {t.i for t in a.cue} & {t.i for t in b.cue})
    return (one_cue and (shared > 0 or not a.content or not b.content)) or (alike and a.source is b.source)


def _idle(f: Frame, frames: FrameIndex, quotations: QuotationIndex) -> bool:
    """An attitude or judgement reported inside another's words adds no source of its own; nor does what is not said yet."""
    first_person = f.source is not None and f.source.lower in _FIRST
    named_only = f.rule == "R8" and f.cue and quotations.at(f.cue[0].start) is not None
    if f.act in _SPEECH and f.rule != "R15" and not (first_person or named_only or _unsaid(f)):
        return False
    at = (f.cue[0].start, f.cue[-1].end) if f.cue else f.range
    return any(o is not f and o.response is None and o.act != "refuse" and any(
        r[0] <= at[0] and at[1] <= r[1] for r in o.content) for o in frames.near([at]))


def _unsaid(f: Frame) -> bool:
    """`urged the minister to admit that…`, `said he would deny it`: nobody has said so."""
    verb = _verb(f)
    return f.response is None and verb is not None and verb.tag == "VB"


def _verb(f: Frame) -> Token | None:
    return next((t for t in f.cue if t.pos in ("VERB", "AUX") and t.dep not in ("aux", "auxpass")), None)


def negated(f: Frame) -> bool:
    """Is the cue itself denied (`did not say that`), with no rule that reads it as an answer?"""
    verb = _verb(f)
    return verb is not None and is_negated(verb)
