"""Figures, timeline, what to watch, leads: what the ledger and the calendar of a story show."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.data.telling import alike, content, hangs, is_condition, stands_alone
from sayso.model.claim import Figure, FigureValue
from sayso.model.dossier import StoryDossier, TimelineEntry, Watch
from sayso.model.process import Stage
from sayso.serve.reports.refs import Refs
from sayso.serve.reports.view import Bullets, Line, Piece, Section, bullets, plain, row, strong
from sayso.serve.reports.words import clean, day, figure, first_day, listed, opening, quoted, trimmed

MOST, MOST_DAYS, MOST_A_DAY = 8, 10, 3
LEADING = 36  # claims; a day on which something lesser happened is in the data
STATES = {"open": "", "claimed": "said to have come about", "disputed": "said to have come about, and denied",
          "met": "has come about, these reports say",
          "passed": "the date has passed; these reports do not say whether it came about"}
# Measures that are words to a reader; others are the verb that a figure hangs on.
MEASURES = ("killed", "injured", "missing", "arrested", "displaced", "deployed", "rescued", "voted")
_AHEAD = re.compile(r"(?i)\b(?:will|would|shall|should|may|might|can|could|must|won['’]t)\b|['’]ll\b|\bto be\b")
_READER = re.compile(r"(?i)\byou\b")
_AT_WORST = re.compile(r"(?i)^\W*in (?:the event|case)\b")
_OPEN_ENDED = re.compile(r"(?:--|[—–?])[\s”\"’]*$")
_PAST = re.compile(r"(?i)\b(?:had|were|did(?:n['’]t)?)\b")
_WOULD = re.compile(r"(?i)\b(?:would|could|might)\b")
_LEFT_OUT = re.compile(r"(?i)^\W*(?:which|who|that|and|but)\b")


def figures(story: StoryDossier, refs: Refs, everything: bool) -> Section | None:
    """Every value given for each measure, each with who gave it; those of one measure with a plain name first."""
    named, others = measured(story)
    first = None if everything else min(MOST, len(named))
    lines = [_figure(f, refs) for f in (*named, *others)]
    return bullets("figures", "Figures", lines, first, ("figure", "figures")) if named or everything else None


def measured(story: StoryDossier) -> tuple[list[Figure], list[Figure]]:
    """The figures of a measure with a plain name, and the others."""
    named = [f for f in story.figures if _is_named(f)]
    return named, [f for f in story.figures if not _is_named(f)]


def _is_named(ledger: Figure) -> bool:
    return ledger.measure in MEASURES and ledger.counts in ("people", "", ledger.measure)


def _figure(ledger: Figure, refs: Refs) -> Line:
    pieces: list[Piece | None] = [strong(heading(ledger, refs)), plain(": ")]
    newest = ledger.values[ledger.latest].as_of
    apart = any(v.as_of and newest and v.as_of[:10] < newest[:10] for v in ledger.values)
    for n, value in enumerate(ledger.values):
        latest = apart and n == ledger.latest
        pieces += [plain("; " if n else ""), strong(figure(value)), plain(_given(value, latest, refs)),
                   refs.of(value.statements, [value.anchor])]
    if len(ledger.values) > 1:
        pieces.append(plain(" — the figures agree" if ledger.agree else " — the figures differ"))
    return row(*pieces)


def heading(ledger: Figure, refs: Refs) -> str:
    """The measure; one that is only the verb a figure hangs on is no heading, the report's own words are one."""
    return opening(ledger.measure) if _is_named(ledger) else quoted(refs.around(ledger.values[0].anchor, 90), 100)


def _given(value: FigureValue, latest: bool, refs: Refs) -> str:
    when = f", as of {day(value.as_of)}" if value.as_of else ""
    who = listed(refs.names(value.origins), 3) or f"{refs.outlet(value.anchor.article)}, without a source"
    return f" ({who}{when}{', the latest' if latest else ''})"


def timeline(story: StoryDossier, refs: Refs, everything: bool) -> Section | None:
    """Days in order, those of the claims that lead; shown from two entries on, one being no line of time."""
    entries = sure(story, refs)
    rank = {c.id: n for n, c in enumerate(story.claims)}
    ranked = sorted(entries, key=lambda e: min((rank.get(c, len(rank)) for c in e.claims), default=len(rank)))
    kept = entries if everything else _chosen(ranked)
    if len(kept) < 2:
        return None
    rest = [e for e in story.timeline if e not in kept]
    blocks = [Bullets(_days(kept, story, refs))]
    if rest:
        blocks.append(Bullets(_days(rest, story, refs), None if everything else 0, ("entry", "entries")))
    return Section("timeline", "Timeline", tuple(blocks))


def sure(story: StoryDossier, refs: Refs, leading: int = LEADING) -> list[TimelineEntry]:
    """The entries that a reader can trust to be of their day: of the first `leading` claims, read alone, no date in dispute."""
    rank = {c.id: n for n, c in enumerate(story.claims)}
    unsure = {c.id for c in story.claims if any(d.slot == "date" and d.kind == "conflict" for d in c.differences)}
    return [e for e in story.timeline if stands_alone(e.text) and not _after(e, story.as_of)
            and not unsure & set(e.claims) and _dated(e, story, refs)
            and min((rank.get(c, len(rank)) for c in e.claims), default=len(rank)) < leading]


def _chosen(ranked: list[TimelineEntry]) -> list[TimelineEntry]:
    """The first of them, a few a day, none that tells the same as another."""
    out: list[TimelineEntry] = []
    for entry in ranked:
        same_day = [e for e in out if first_day(e.date)[:10] == first_day(entry.date)[:10]]
        if len(same_day) < MOST_A_DAY and not any(alike(e.text, entry.text) for e in out):
            out.append(entry)
    return out[:MOST_DAYS]


def _dated(entry: TimelineEntry, story: StoryDossier, refs: Refs) -> bool:
    """A day long before the reports is taken on the word of half of those that tell of it, not of one."""
    found = [refs.statements[i] for c in story.claims if c.id in entry.claims for i in c.statements if i in refs.statements]
    long_ago = (story.as_of or "")[:4] > first_day(entry.date)[:4]
    dating = {s.article for s in found if s.date is not None}
    return not long_ago or 2 * len(dating) >= len({s.article for s in found})


def _after(entry: TimelineEntry, as_of: str | None) -> bool:
    """Told as past, and after the last report: no day of this story."""
    return entry.when == "past" and as_of is not None and first_day(entry.date)[:10] > as_of[:10]


def _days(entries: list[TimelineEntry], story: StoryDossier, refs: Refs) -> tuple[Line, ...]:
    ordered = sorted(entries, key=lambda e: (first_day(e.date), e.claims))
    return tuple(row(strong(opening(day(e.date))), plain(": "), *told_of(e, story, refs).pieces) for e in ordered)


def told_of(entry: TimelineEntry, story: StoryDossier, refs: Refs) -> Line:
    """What is told of a day, on whose word, its day left out."""
    statements = [id for c in story.claims if c.id in entry.claims for id in c.statements]
    due = "due: " if entry.when == "scheduled" else ""
    return row(plain(f"{due}{trimmed(entry.text, 170)}{_word(statements, story, refs)}"), refs.of(statements))


def watch(story: StoryDossier, refs: Refs, everything: bool) -> Section | None:
    """What is due, by date, then what is said to follow if something else happens."""
    due = sorted((_readable(w, story) for w in story.watch if w.kind == "scheduled"),
                 key=lambda w: (w.date is None, first_day(w.date or "")))
    conditional = [w for w in story.watch if w.kind == "conditional"]
    if_so = sorted((w for w in conditional if _looks_ahead(w)), key=lambda w: not STATES[w.state])
    told = {i for w in if_so for i in w.statements}  # a dated condition is told with its condition, not as due
    ahead = _each_once([*(w for w in due if stands_alone(w.text) and not told.issuperset(w.statements)), *if_so])
    rest = [w for w in (*due, *conditional) if w not in ahead]
    lines = [_due(w, story, refs) if w.kind == "scheduled" else _conditional(w, story, refs) for w in (*ahead, *rest)]
    first = None if everything else min(MOST, len(ahead))
    return bullets("watch", "What to watch", lines, first, ("entry", "entries")) if ahead or everything else None


def _each_once(items: Sequence[Watch]) -> list[Watch]:
    """Without what is told before: the same words, or the same condition, in words that another holds."""
    out: list[Watch] = []
    for item in items:
        mine = content(item.if_.text if item.if_ else item.text)
        told = (content(w.if_.text if w.if_ else w.text) for w in out if (w.if_ is None) == (item.if_ is None))
        if not mine or not any(mine <= words or words <= mine for words in told):
            out.append(item)
    return out


def _readable(item: Watch, story: StoryDossier) -> Watch:
    """With the words of its claim, where its own cannot be read by themselves."""
    if stands_alone(item.text):
        return item
    home = next((c for c in story.claims if set(item.statements) & set(c.statements) and stands_alone(c.text)), None)
    return replace(item, text=home.text, statements=home.statements) if home else item


def _looks_ahead(item: Watch) -> bool:
    """A condition proper, on something still to come: no indirect question, no habit, no word to the reader."""
    condition = item.if_.text if item.if_ else ""
    then = item.then.text if item.then else item.text
    if hangs(then) or _READER.search(f"{condition} {then}") or _OPEN_ENDED.search(then):
        return False
    if is_condition(then) or (_PAST.search(condition) and _WOULD.search(then)):
        return False  # half a sentence; what is imagined, and not awaited
    return bool(is_condition(condition) and (_AHEAD.search(then) or _AT_WORST.match(condition)))


def _due(item: Watch, story: StoryDossier, refs: Refs) -> Line:
    head = strong(opening(day(item.date))) if item.date else strong("No date given")
    return row(head, plain(f": {trimmed(item.text, 200)}{_word(item.statements, story, refs)}"), refs.of(item.statements),
               *_state(item, story, refs))


def _conditional(item: Watch, story: StoryDossier, refs: Refs) -> Line:
    if item.if_ is None or (item.then and _LEFT_OUT.match(item.then.text)):
        return row(strong("On a condition"), plain(f": {trimmed(item.text, 200)}{_word(item.statements, story, refs)}"),
                   refs.of(item.statements, [item.if_] if item.if_ else ()), *_state(item, story, refs))
    condition, then = (refs.said(a.article, a.start, a.end, 180) if a else "" for a in (item.if_, item.then))
    return row(strong(opening(condition)), plain(f": {then}" if then else ""), plain(_word(item.statements, story, refs)),
               refs.of(item.statements, [item.if_]), *_state(item, story, refs))


def _word(statements: Sequence[str], story: StoryDossier, refs: Refs) -> str:
    """` (on the word of …)` as the row of their claim has it, where all are of one; else who says these statements."""
    # One claim may tell in passing what another is of: it is the one with the least besides.
    homes = [c for c in story.claims if statements and set(statements) <= set(c.statements)]
    home = min(homes, key=lambda c: len(c.statements), default=None)
    if home is None:
        return refs.word(statements)
    counted = {i for o in home.origins if o.independent is not None for i in o.statements}
    return refs.word([i for i in statements if i in counted]) or " (no source given)"


def _state(item: Watch, story: StoryDossier, refs: Refs) -> list[Piece | None]:
    """What has become of it, and the sentences that say so."""
    said = STATES[item.state]
    so = [i for c in story.claims if c.id in item.met_by for i in c.statements]
    return [plain(f" — {said}"), refs.of(so) if so else None] if said else []


def leads(story: StoryDossier, refs: Refs, everything: bool) -> Section | None:
    """Where a check would tell most."""
    lines = [row(plain(clean(lead.text)), refs.of(lead.statements)) for lead in story.leads]
    return bullets("leads", "Where to check next", lines, None if everything else MOST, ("lead", "leads"))


def courses(story: StoryDossier, refs: Refs) -> Section | None:
    """Laws and pacts with the stages that are told of them."""
    lines = []
    for p in story.processes:
        pieces: list[Piece | None] = [strong(opening(clean(p.what))), plain(": ")]
        for n, stage in enumerate(p.stages):
            pieces += [plain("; " if n else ""), plain(stage_told(stage)), refs.of(stage.statements)]
        lines.append(row(*pieces))
    return bullets("courses", "Stage by stage", lines)


def stage_told(stage: Stage) -> str:
    """`signed, 6 May 2026`; `in force: due 1 July 2026`; `ratified: not yet`."""
    when = day(stage.date) if stage.date else ""
    if stage.state == "done":
        return f"{stage.name}, {when}" if when else stage.name
    if stage.state == "due":
        return f"{stage.name}: due {when}" if when else f"{stage.name}: still to come"
    return f"{stage.name}: {'not yet' if stage.state == 'not-yet' else 'said, and denied'}" + (f", {when}" if when else "")
