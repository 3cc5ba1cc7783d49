"""What a library holds, told to a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.data.telling import stands_alone
from sayso.model.claim import Claim
from sayso.pipeline.differ import Difference, Moved
from sayso.pipeline.library import Added
from sayso.serve.reports.words import RESPONSES, clean, count, day, listed, opening, quoted, trimmed
from sayso.store.check import Fault
from sayso.store.rows import ClaimRow, Found, SaidRow, StoryRow

NAME = 100


def faults_text(found: Sequence[Fault], articles: int) -> str:
    """A line a fault, or that there is none."""
    lines = [f"{clean(f.of)}: {clean(f.why)}; {f.mend}" for f in found]
    return "\n".join(lines or [f"sound: {count(articles, 'report')}"]) + "\n"


def rebuilt_text(done: Added, articles: int) -> str:
    """One line: what was read and weighed again."""
    return f"{done.read} read, {count(done.stories, 'story', 'stories')} renewed; {count(articles, 'report')} in the library\n"


def added_text(added: Added, articles: int) -> str:
    """One line: what came, what it touched, what is there now."""
    parts = [f"{count(added.new, 'new report')}", f"{count(added.versions, 'new version')}",
             f"{added.known} known already", f"{added.read} read", f"{count(added.stories, 'story', 'stories')} renewed"]
    return f"{', '.join(parts)}; {count(articles, 'report')} in the library\n"


def rows_text(rows: Sequence[StoryRow]) -> str:
    """Two lines a story: its title, size and time; its id and how its claims stand."""
    lines = []
    for r in rows:
        first, last = (day(x) if x else None for x in (r.first, r.last))
        when = f"{first} to {last}" if first and last and first != last else first or last or "undated"
        lines.append(f"{trimmed(r.title, NAME)} — {count(r.reports, 'report')}, {when}")
        lines.append(f"  {r.id}: {count(r.claims, 'claim')}, {r.disputed} disputed; {count(r.outlets, 'outlet')}")
    return "\n".join(lines) + "\n" if lines else "no stories yet; add reports with sayso add\n"


STANDS = {"corroborated": "separate origins", "single-origin": "one origin", "disputed": "disputed",
          "own-voice": "outlets' own word", "unattributed": "on nobody's word"}


def claims_text(rows: Sequence[ClaimRow]) -> str:
    """A heading for each story, then two lines a claim: what is said, and how it stands; how many cannot be read alone."""
    lines: list[str] = []
    story = None
    readable = [r for r in rows if stands_alone(r.text)]
    for r in readable:
        if r.story != story:
            lines += ([""] if story else []) + [r.story]
            story = r.story
        origins = f"{r.independent} separate origins" if r.independent > 1 else STANDS[r.status]
        disputed = ", disputed" if r.status == "disputed" and r.independent > 1 else ""
        lines.append(f"{r.n}. {opening(trimmed(r.text, 160))}")
        lines.append(f"   {origins}{disputed}; {count(r.reports, 'report')}{f'; {day(r.date)}' if r.date else ''}")
    lines += _left_out(len(rows) - len(readable))
    return "\n".join(lines) + "\n" if lines else "no claims\n"


def _left_out(n: int) -> list[str]:
    """A line for the claims whose words point to others ("it knew of no letter"), none where there are none."""
    return [f"({n} more cannot be read by themselves; --format json has them)"] if n else []


def said_text(rows: Sequence[SaidRow], names: Mapping[tuple[str, str], str], outlets: Mapping[str, str | None]) -> str:
    """Each actor's name, then a line a statement with its day and report; a change of position stands under it."""
    lines: list[str] = []
    by_name: dict[str, list[SaidRow]] = {}
    for r in rows:
        by_name.setdefault(names.get((r.story, r.actor), ""), []).append(r)
    for name, own in by_name.items():
        moved = sum(r.shift is not None for r in own)
        lines.append(f"{clean(name)} — {count(len(own), 'statement')}, {count(moved, 'change')} of position")
        for r in own:
            stance = "" if r.stance == "affirms" else f"{RESPONSES.get(r.stance, r.stance)}: "  # type: ignore[call-overload]
            where = clean(outlets.get(r.article) or r.article)
            lines.append(f"  {day(r.at) if r.at else 'undated'}  {stance}{trimmed(r.text, 160)} [{where}]")
            if r.shift:
                lines.append(f"      changed: {clean(r.shift)}")
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def found_text(rows: Sequence[Found]) -> str:
    """Three lines a report: what it is, where its words met, its ids."""
    lines = []
    for r in rows:
        when = day(r.published) if r.published else "undated"
        how = "words" if r.meaning is None else "meaning" if r.words is None else "words and meaning"
        lines.append(f"{trimmed(r.title or r.snippet, NAME)} — {clean(r.outlet or 'outlet not given')}, {when}")
        if r.snippet:
            lines.append(f"  {trimmed(r.snippet, 200)}")
        by = f"; by {how}" if r.words is not None or r.meaning is not None else ""
        lines.append(f"  {clean(r.article)}{f' in {r.story}' if r.story else ''}{by}")
    return "\n".join(lines) + "\n" if lines else "nothing found\n"


def difference_text(d: Difference) -> str:
    """The new reports, new claims, claims that stand otherwise, and pages that changed, each under its heading."""
    lines = [f"{trimmed(d.title, NAME)}, since {day(d.since)}"]
    lines += ["", f"NEW REPORTS ({len(d.reports)})"]
    lines += [f"- {clean(a.id)}: {trimmed(a.title or a.text[:NAME], NAME)}" for a in d.reports]
    lines += ["", f"NEW CLAIMS ({sum(not c.elsewhere for c in d.new)})"]
    readable = [c for c in d.new if stands_alone(c.text)]
    lines += [_new(c) for c in readable if not c.elsewhere]
    lines += _left_out(sum(not c.elsewhere for c in d.new if not stands_alone(c.text)))
    if others := [_new(c) for c in readable if c.elsewhere]:
        lines += ["", f"OF OTHER EVENTS, IN THE SAME REPORTS ({len(others)})", *others]
    lines += ["", f"CLAIMS THAT STAND OTHERWISE ({len(d.moved)})"]
    moved = [m for m in d.moved if stands_alone(m.now.text)]
    lines += [f"- {opening(trimmed(m.now.text, 160))}: {moved_text(m)}" for m in moved]
    lines += _left_out(len(d.moved) - len(moved))
    lines += ["", f"PAGES THAT CHANGED ({len(d.edits)})"]
    for e in d.edits:
        lines.append(f"- {clean(e.article)}, captured {day(e.captured)}")
        lines += [f"    {_edited(old, new)}" for old, new in e.parts]
    return "\n".join(lines) + "\n"


def _new(c: Claim) -> str:
    return f"- {opening(trimmed(c.text, 160))}: {STANDS[c.status]}"


def moved_text(m: Moved) -> str:
    """How a claim stood and how it stands, one part for each field it moved in."""
    return "; ".join(_moved(m, f) for f in m.fields)


def _moved(m: Moved, field: str) -> str:
    before, now = getattr(m.before, field), getattr(m.now, field)
    if field == "independent_origins":
        return f"separate origins {before} before, now {now}"
    if field in ("denied_by", "left_open_by"):
        what = "denied by" if field == "denied_by" else "left open by"
        gone = sorted({clean(x.name) for x in before} - {clean(x.name) for x in now})
        came = sorted({clean(x.name) for x in now} - {clean(x.name) for x in before})
        parts = ([f"now {what} {listed(came)}"] if came else []) + ([f"no more {what} {listed(gone)}"] if gone else [])
        return "; ".join(parts) or f"{what} otherwise"
    if field == "status":
        return f"{STANDS[before]} before, now {STANDS[now]}"
    return f"accounts {before.replace('-', ' ')} before, now {now.replace('-', ' ')}"


def _edited(old: str, new: str) -> str:
    if not old:
        return f"added: {quoted(new)}"
    return f"withdrawn: {quoted(old)}" if not new else f"altered: {quoted(old)} to {quoted(new)}"
