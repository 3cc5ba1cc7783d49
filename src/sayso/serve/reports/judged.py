"""What people decided, in words: on a claim, on a story, and what lost the words it hung on."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model.dossier import StoryDossier
from sayso.model.judgement import Judgement, JudgementKind
from sayso.serve.reports.view import Line, Section, bullets, plain, row, strong
from sayso.serve.reports.words import clean, day, quoted, trimmed

DID: dict[JudgementKind, str] = {
    "same": "made this one claim out of two", "not-same": "took apart what is not one claim",
    "reattribute": "put it on the word of {}",
    "reject": "left out as no claim", "accept": "accepted it as it is", "rename": "gave it these words",
    "rename-story": "gave the story this title: {}", "same-actor": "said that {} and {} are one", "rate": "rated {1} {0}",
    "confirmed": "confirmed it: {}", "knocked-down": "knocked it down: {}", "undo": "took back entry {}"}
LONGEST = 160


def decided(j: Judgement) -> Line:
    """`Ada, 3 May 2026: confirmed it: called the hospital, on 2 May 2026. Why`."""
    value = str(j.undoes) if j.undoes is not None else j.value
    did = DID[j.kind].format(trimmed(value, LONGEST), trimmed(j.other, LONGEST))
    when = f", on {day(j.when)}" if j.when else ""
    about = f" {quoted(j.on[0].text, LONGEST)}" if j.kind in ("reject", "not-same") and j.on and j.on[0].text else ""
    why = f" {clean(j.why)}" if j.why else ""
    stop = "" if did.endswith((".", "!", "?")) else "."
    return row(strong(f"{clean(j.who)}, {day(j.at)}"), plain(f": {did}{when}{about}{stop}{why} (entry {j.n})"))


def on_claim(judged: Sequence[Judgement]) -> list[Line]:
    """A line for each judgement about a claim."""
    return [decided(j) for j in judged]


def section(story: StoryDossier) -> Section | None:
    """What people decided on the story as a whole, and what hangs on words that are gone; None where there is neither."""
    gone = [row(plain("Its words are gone from these reports, so it decides nothing — "), *decided(j).pieces) for j in story.orphaned]
    return bullets("judged", "Decided by people", [*map(decided, story.judged), *gone])
