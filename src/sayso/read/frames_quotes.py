"""Rule R16: whose words a quotation is, where no clause rule has found it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from sayso.model.reading import Act
from sayso.model.span import Range, merge, overlaps
from sayso.read.cues import cue_of
from sayso.read.evidence import CARRIERS, EVIDENCE
from sayso.read.frames import Context, Frame, cue_tokens, subject_of
from sayso.read.frames_index import FrameIndex
from sayso.read.frames_phrase import names_speaker
from sayso.read.frames_signed import signed
from sayso.read.quotes import SCARE_WORDS, Quotation, is_title
from sayso.read.tree import Token

_REACH = 14
# Paragraphs that one quotation may be carried on over: a speech printed whole has fewer. After as many a new frame
# begins, as each paragraph is joined to all before it.
MOST_CARRIED = 200
_SPOKEN = frozenset(("assert", "confirm", "deny", "accuse", "warn", "threaten", "promise"))
_STOP = (".", "!", "?", ",", "…", ";", ":")


def quotation_frames(context: Context, frames: FrameIndex) -> None:
    """Gives every quotation to its speaker: frames it touches are extended, new ones are added."""
    last: Frame | None = None
    opened: deque[tuple[Quotation, Frame | None]] = deque(maxlen=MOST_CARRIED)
    for q in context.quotations.all:
        found = _given(context, q, last, frames)
        if q.carried and found is not None and found.cue:
            _hand_over(opened, found, frames)
        if q.closed or not q.carried:
            opened.clear()
        if not q.closed:
            opened.append((q, found))
        if found is not None:
            frames.note(found)
        last = found or last


def _given(context: Context, q: Quotation, last: Frame | None, frames: FrameIndex) -> Frame | None:
    """The frame that this quotation is now part of, new or extended; None where it is nobody's."""
    if (by_name := signed(context, q)) is not None:
        frames.add(by_name)
        return by_name
    touched = [f for f in frames.near([q.range]) if any(overlaps(q.range, r) for r in f.content) and f.response is None]
    own = _best_touched(touched, q)
    if own is not None:
        if _complete(context, q):
            cut = _cut_before if _inverted(context, q, own) else _cut_after
            cut(context, own, q)
        if _complete(context, q) or _mostly(own, q):
            _extend(context, own, q)
        return own
    if is_title(context.tree.text, q) or (not _speech(context, q) and not _spoken_out(context, q)):
        return None
    found = _with_cue(context, q, frames)
    if found is None:
        return _carried_on(context, q, _just_spoke(context, q, frames) or last, frames)
    if found not in frames:
        frames.add(found)
    return found


def _hand_over(opened: Iterable[tuple[Quotation, Frame | None]], speaker: Frame, frames: FrameIndex) -> None:
    """Paragraphs that began the quotation belong to the speaker named at its end, unless a cue there named one."""
    for q, f in opened:
        if f is speaker or (f is not None and f.cue):
            continue
        if f is not None:
            f.content = [r for r in f.content if r != q.range]
            if not f.content:
                frames.remove(f)
        speaker.content = list(merge([*speaker.content, q.range]))


def _just_spoke(context: Context, q: Quotation, frames: FrameIndex) -> Frame | None:
    """Who spoke in the sentence right before, in the same paragraph: `X said the dam was safe. "We tested it."`"""
    before = [t for t in _window(context, q.start, -1) if t.sentence.end <= q.start]
    if not before:
        return None
    told = [f for f in frames.cued_in(before[-1].sentence) if f.source is not None and f.response is None and f.act in _SPOKEN
            and context.quotations.at(f.cue[0].start) is None]
    return min(told, key=lambda f: f.cue[0].i, default=None)


def _best_touched(touched: list[Frame], q: Quotation) -> Frame | None:
    """The frame the quotation belongs to: the one whose content holds most of it, cues of speech first."""
    def held(f: Frame) -> int:
        return sum(max(0, min(e, q.end) - max(s, q.start)) for s, e in f.content)
    outside = [f for f in touched if not (f.cue and q.start < f.cue[0].start < q.end)]
    return max(outside, key=lambda f: (held(f), f.score), default=None)


def _mostly(f: Frame, q: Quotation) -> bool:
    held = sum(max(0, min(e, q.end) - max(s, q.start)) for s, e in f.content)
    return 2 * held > q.end - q.start


def _extend(context: Context, f: Frame, q: Quotation) -> None:
    holes = [(t.start, t.end) for t in f.cue if q.start < t.start < q.end]
    if not holes:
        f.content = list(merge([*f.content, q.range]))
        f.quoted = True


def _cut_after(context: Context, f: Frame, q: Quotation) -> None:
    """`stating, "…of the war," with records indicating…`: what follows a finished quotation is no longer said."""
    last = context.tree.text[q.inner[1] - 1:q.inner[1]]
    begins = min(r[0] for r in f.content)
    if q.closed and last in ",.!?" and abs(begins - q.start) <= 1 and max(r[1] for r in f.content) > q.end + 3:
        if context.quotations.within(q.end, max(r[1] for r in f.content)):
            return
        f.content = [q.range]
        f.quoted = True


def _cut_before(context: Context, f: Frame, q: Quotation) -> None:
    """`…at 9 p.m. "It did not slow," she said`: a sentence that ends before the quotation is not hers."""
    before = context.tree.text[max(0, q.start - 400):q.start].rstrip()
    if before[-1:] in (".", "!", "?") and min(r[0] for r in f.content) < q.start - 3:
        kept = [(max(s, q.start), e) for s, e in f.content if e > q.start]
        f.content = kept or [q.range]


def _inverted(context: Context, q: Quotation, f: Frame) -> bool:
    return bool(f.cue) and f.cue[0].start > q.end


def _complete(context: Context, q: Quotation) -> bool:
    """A whole utterance, not a few words taken into the sentence."""
    inner = context.tree.text[q.inner[0]:q.inner[1]].rstrip()
    return (q.words > SCARE_WORDS and inner[-1:] in _STOP) or q.words > 8


def _spoken_out(context: Context, q: Quotation) -> bool:
    """A few quoted words right beside a verb of speech: `"legitimate targets" had warned X`, `said: "never"`."""
    after = [t for t in _window(context, q.end, 1)[:3] if t.dep not in ("aux", "auxpass")]
    before = [t for t in _window(context, q.start, -1) if t.text not in (":", ",")][-2:]
    if bool(after and _is_speech_verb(after[0])) or any(_is_speech_verb(t) and t.lemma != "call" for t in before):
        return True
    # `"But why?" the reporter asked.`
    ended = context.tree.text[q.inner[0]:q.inner[1]].rstrip()[-1:] in (",", "?", "!")
    return ended and q.closed and any(_is_speech_verb(verb) and (s := subject_of(verb)) is not None and s.start >= q.end
                                      for verb in _window(context, q.end, 1)[:5])


def _speech(context: Context, q: Quotation) -> bool:
    """Words that somebody spoke: not a title, a term or a word held at a distance."""
    return _complete(context, q) or q.words > 6


def _with_cue(context: Context, q: Quotation, frames: FrameIndex) -> Frame | None:
    """The cue beside the quotation: after it ("…," she said), before it (said: "…"), or a colon alone."""
    for verb, rule in (*_after(context, q), *_before(context, q)):
        known = next((f for f in frames.cued_by(verb) if f.response is None), None)
        if known is not None and known.content and not _adjacent(known, q, context):
            continue
        if known is not None:
            known.content = list(merge([*known.content, q.range]))
            known.quoted = True
            return known
        source = _speaker(verb, q)
        if source is None and not (rule == "R16" and verb.tag in ("VB", "VBG")):
            continue
        cue = cue_of(verb, "V")
        act: Act = cue.act if cue else "assert"
        content = _from_start(context, q) if rule == "R3" else [q.range]
        return Frame(rule, cue_tokens(verb), source, content, act, 0.9 if cue else 0.6,
                     sources=source.conjuncts() if source else [], quoted=True)
    return _after_colon(context, q)


def _from_start(context: Context, q: Quotation) -> list[Range]:
    """The quotation before its cue, with what stands before it in the sentence where that belongs to what is said:
    a fragment with another quotation in it, or the clause that the quoted words complete."""
    before = [t for t in _window(context, q.start, -1) if t.sentence.end > q.start]
    if not before or before[0].i != before[0].sentence.tokens[0].i:
        return [q.range]
    quoted = any(context.quotations.at(t.start) for t in before)
    verbs = [t for t in before if t.pos in ("VERB", "AUX")]
    cues = any(_is_speech_verb(t) for t in verbs)
    if cues or before[-1].text in (".", "!", "?", ":", ";"):
        return [q.range]
    if (quoted and not verbs) or (verbs and not _complete(context, q)):
        return [(before[0].start, q.end)]
    return [q.range]


def _speaker(verb: Token, q: Quotation) -> Token | None:
    source = subject_of(verb)
    right = next((c for c in verb.rights if c.dep in ("dobj", "attr", "nsubj", "oprd") and c.pos in ("PROPN", "NOUN")), None)
    if source is not None and source.start < q.start and right is not None and _right_after(verb, q):
        return right
    if source is None and verb.i > 0:
        source = next((c for c in verb.rights if c.dep in ("dobj", "attr", "nsubj", "oprd") and c.pos in ("PROPN", "NOUN", "PRON")),
                      None)
    if source is not None and q.start <= source.start < q.end:
        # the parser takes a word of the quotation for the subject: `"Work or starve," Roe writes`
        return next((c for c in verb.children if c.dep in ("nsubj", "dobj", "attr", "dep") and c.pos in ("PROPN", "NOUN", "PRON")
                     and not q.start <= c.start < q.end), None)
    return source


def _right_after(verb: Token, q: Quotation) -> bool:
    """The verb, with its auxiliaries, follows the closing mark at once: `"…" had warned the spokesman`."""
    first = min((c for c in (*verb.children, verb) if c.dep in ("aux", "auxpass") or c is verb), key=lambda c: c.i)
    return 0 <= first.start - q.end <= 2 and verb.child("ccomp") is None


def _adjacent(f: Frame, q: Quotation, context: Context) -> bool:
    """Between the frame's content and the quotation stands nothing but the cue's own clause."""
    end = max(r[1] for r in f.content)
    start = min(r[0] for r in f.content)
    gap = context.tree.between(end, q.start, 26) if end <= q.start else context.tree.between(q.end, start, 26)
    return len(gap) <= 25 and sum(t.text in (".", "!", "?") for t in gap) <= 1


def _after(context: Context, q: Quotation) -> list[tuple[Token, str]]:
    out = []
    tokens = [t for t in _window(context, q.end, 1) if context.quotations.at(t.start) is None]
    for k, t in enumerate(tokens[:_REACH]):
        if t.text in (".", "!", "?", ":", ";") and k > 0:
            break
        if k == 0 and t.text in (".", "!", "?", ";"):
            break
        if _is_speech_verb(t):
            subject = subject_of(t)
            near = subject is None or abs(subject.i - t.i) <= 8 or k <= 1
            clause_of_own = t.child("ccomp") is not None and (t.child("ccomp") or t).i > t.i
            if near and not clause_of_own:
                out.append((t, "R3"))
                break
            if near and k <= 4:
                out.append((t, "R3"))
                break
    return out


def _before(context: Context, q: Quotation) -> list[tuple[Token, str]]:
    tokens = [t for t in _window(context, q.start, -1) if context.quotations.at(t.start) is None]
    if not tokens:
        return []
    last = tokens[-1]
    introduced = last.text in (":", ",", "—", "–", "-", "that") or _is_speech_verb(last)
    for t in reversed(tokens[-_REACH * (2 if last.text == ":" else 1):]):
        if t.text in (".", "!", "?", ";"):
            break
        if _is_speech_verb(t) and (introduced or t.i >= last.i - 3):
            return [(t, "R16")]
    return []


def _is_speech_verb(t: Token) -> bool:
    cue = cue_of(t, "V")
    return (cue is not None and "q" in cue.frames and t.tag != "VBN") or (cue is not None and t.tag == "VBN" and "q" in cue.frames \
        and t.child("aux") is not None and t.child("auxpass") is None)


def _window(context: Context, at: int, direction: int) -> list[Token]:
    """Tokens of the sentence beside the quotation; the next sentence where it begins right after it."""
    if direction > 0:
        line_end = context.tree.text.find("\n", at, at + 240)
        tokens = context.tree.between(at, min(len(context.tree.text), at + 240))
        return [t for t in tokens if not t.text.isspace() and (line_end < 0 or t.start <= line_end)][:_REACH + 4]
    line_start = context.tree.text.rfind("\n", max(0, at - 400), at)
    tokens = context.tree.between(max(0, at - 400), at)
    return [t for t in tokens if not t.text.isspace() and t.start > line_start]


def _after_colon(context: Context, q: Quotation) -> Frame | None:
    """`Smith was blunt: "…"`, `Smith: "…"`: a colon stands for the cue."""
    tokens = _window(context, q.start, -1)
    if not tokens or tokens[-1].text != ":":
        return None
    colon = tokens[-1]
    here = [t for t in tokens if t.sentence is colon.sentence and context.quotations.at(t.start) is None]
    roots = [t for t in here if t.pos in ("VERB", "AUX") and (t.is_root or t.head not in here) and t.dep not in ("aux", "auxpass")]
    root = next((t for t in colon.ancestors() if t in roots), roots[-1] if roots else None)
    source = subject_of(root) if root is not None else None
    if source is not None and not (names_speaker(source) or source.pos == "PRON" or source.lower in CARRIERS | EVIDENCE):
        source = source.child("poss")
    if source is None and len(tokens) <= 8:
        heads = [t for t in tokens if (t.pos in ("PROPN", "PRON") and t.head not in tokens[:-1]) or t.is_root]
        source = next((t for t in heads if t.pos in ("PROPN", "PRON", "NOUN")), None)
    if source is None or context.quotations.at(source.start) is not None or (source.text.isupper() and len(source.text) > 4):
        return None
    return Frame("R16", [colon], source, [q.range], "assert", 0.7, sources=source.conjuncts(), quoted=True)


_FARTHEST = 60


def _carried_on(context: Context, q: Quotation, last: Frame | None, frames: FrameIndex) -> Frame | None:
    """The speaker carries on: in the same paragraph, from an open mark, or where a paragraph is but a quotation."""
    if last is None or (last.source is None and not last.cue):
        return None
    end = max((r[1] for r in last.content), default=last.range[1])
    between = context.tree.between(end, q.start, _FARTHEST + 1)
    if len(between) > _FARTHEST and not q.carried:
        return None
    gap = context.tree.text[end:q.start]
    same = "\n" not in gap
    beside = not q.carried and same and _only_cue(between, last)
    if (q.carried and len(last.content) < MOST_CARRIED) or beside:
        last.content = list(merge([*last.content, q.range]))
        return last
    if q.carried or same or (_alone(context, q) and gap.count("\n") <= 2 and len(between) <= 25):
        f = Frame("R16", [], last.source, [q.range], "assert", 0.55, sources=last.sources, quoted=True)
        frames.add(f)
        return f
    return None


def _only_cue(between: list[Token], last: Frame) -> bool:
    """Nothing but the clause of the cue stands between: `"A," he said. "B."`"""
    if last.cue and last.cue[-1] in between:
        return all(t.sentence is last.cue[-1].sentence or t.text.isspace() for t in between)
    return not [t for t in between if t.pos not in ("PUNCT", "SPACE")]


def _alone(context: Context, q: Quotation) -> bool:
    tokens: list[Range] = [(t.start, t.end) for t in _window(context, q.start, -1)]
    after = [t for t in _window(context, q.end, 1) if t.pos not in ("PUNCT", "SPACE")]
    return not [r for r in tokens if r[1] - r[0] > 1] and not after
