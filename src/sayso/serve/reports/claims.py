"""What is said, and on whose word: the table of claims, each opening on its sources, and the doubtful pairs."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.data.telling import stands_alone
from sayso.model.claim import Claim
from sayso.model.dossier import StoryDossier
from sayso.serve.reports import opened
from sayso.serve.reports.refs import Refs
from sayso.serve.reports.standing import answers, on_whose_word, standing
from sayso.serve.reports.view import Line, Paragraph, Row, Section, Table, Tone, bullets, plain, row, strong
from sayso.serve.reports.words import count, trimmed

MOST, MOST_DOUBTFUL, MOST_BESIDE, MOST_ELSEWHERE, LONGEST = 12, 3, 3, 3, 200
# Below this a doubtful match is kept in the data and with the claim, but takes no line of its own.
LIKELY = 0.5
HEADER = ("claim", "in", "on whose word", "denied, left open", "standing")
SEPARATE = "Separate origins; no link shown in these reports. That none is shown does not prove that there is none."


def section(story: StoryDossier, refs: Refs, everything: bool) -> Section | None:
    """The table in the order of importance, the first `MOST` rows open unless all are wanted; None without claims."""
    if not story.claims:
        return None
    first = None if everything else MOST
    shown = [claim for claim in story.claims if _says_something(claim)]
    rows = tuple(row_of(claim, story, refs) for claim in shown)
    several = any(claim.independent_origins > 1 for claim in shown[:first])
    notes = (Paragraph(row(plain(SEPARATE))),) if several else ()
    table = Table(HEADER, rows, first, ("claim", "claims"))
    return Section("said", "What is said, and on whose word", (table, *notes))


def doubtful(story: StoryDossier, refs: Refs, everything: bool) -> Section | None:
    """Claims that may be the same as another: shown beside each other, never counted together."""
    by_id = {c.id: c for c in story.claims}
    lines: list[Line] = []
    told: set[frozenset[str]] = set()
    for claim in story.claims if everything else story.claims[:MOST]:
        others = [by_id[x.claim] for x in claim.possibly_same if x.score >= LIKELY and x.claim in by_id]
        new = [o for o in others if frozenset((claim.id, o.id)) not in told and _readable(claim, o)]
        told.update(frozenset((claim.id, o.id)) for o in new)
        if new:
            lines.append(_beside(claim, new, refs))
    return bullets("alike", "Possibly the same, not counted together", lines, None if everything else MOST_DOUBTFUL,
                   ("claim", "claims"))


def _says_something(claim: Claim) -> bool:
    """Can it be read by itself? What is only denied, as "denied that" or "denied she was warned", is told under the denials."""
    return bool(claim.statements) or stands_alone(claim.text)


def _readable(*claims: Claim) -> bool:
    return all(stands_alone(c.text) for c in claims)


def _beside(claim: Claim, others: Sequence[Claim], refs: Refs) -> Line:
    """The claim and those it may be the same as, each told once."""
    pieces = [plain(trimmed(claim.text, 130)), refs.of(claim.statements), strong(" — and: ")]
    for n, other in enumerate(others[:MOST_BESIDE]):
        pieces += [plain("; " if n else ""), plain(trimmed(other.text, 130)), refs.of(other.statements)]
    left = len(others) - MOST_BESIDE
    return row(*pieces, plain(f"; and {left} more") if left > 0 else None)


def row_of(claim: Claim, story: StoryDossier, refs: Refs) -> Row:
    """A claim as a row of the table, with what it opens on."""
    word = on_whose_word(claim, refs)
    # Many reports on one origin is what a reader most easily misses.
    bold = len("1 origin") if claim.independent_origins == 1 and len(claim.articles) > 1 else 0
    told = claim.statements or [id for denial in claim.denied_by for id in denial.statements]
    cells = (
        row(plain(trimmed(claim.text, LONGEST)), refs.of(told)),
        row(plain(count(len(claim.articles), "report"))),
        row(strong(word[:bold]), plain(word[bold:])),
        row(plain(answers(claim))),
        row(plain(standing(claim, refs))),
    )
    return Row(cells, opened.claim(claim, story, refs), claim.independent_origins, tone(claim), claim.id)


def tone(claim: Claim) -> Tone:
    if claim.status == "disputed" or claim.denied_by:
        return "contested"
    return "several" if claim.status == "corroborated" else "one" if claim.independent_origins else "none"


def elsewhere(claims: Sequence[Claim], refs: Refs, everything: bool) -> Section | None:
    """What parts of roundups tell of other happenings: kept, and apart from the story."""
    lines = [row(plain(trimmed(c.text, LONGEST)), plain(f" ({on_whose_word(c, refs)})"), refs.of(c.statements))
             for c in claims if _says_something(c)]
    return bullets("elsewhere", "Of other events, in the same reports", lines, None if everything else MOST_ELSEWHERE,
                   ("claim", "claims"))
