"""Denied, declined, not known; and who is not heard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.model.dossier import StoryDossier
from sayso.model.reading import Response
from sayso.serve.reports.refs import Refs
from sayso.serve.reports.view import Line, Section, bullets, plain, row, strong
from sayso.serve.reports.words import RESPONSES, count, listed, opening, trimmed, unique

MOST = 12


@dataclass(frozen=True, slots=True)
class _Answer:
    name: str
    response: Response
    statements: tuple[str, ...]


def section(story: StoryDossier, refs: Refs, everything: bool) -> Section | None:
    """One line for each answer, with the claims it answers; None where there was none."""
    lines = [_line(answer, about, refs) for answer, about in _grouped(story, refs).items()]
    shown = lines if everything else lines[:MOST]
    if left := len(lines) - len(shown):
        shown = [*shown, row(plain(f"and {count(left, 'more answer')}"))]
    return bullets("Denied, declined, not known", shown)


def _grouped(story: StoryDossier, refs: Refs) -> dict[_Answer, list[str]]:
    """Each answer once, with the texts of the claims it is about: one denial may answer many claims."""
    out: dict[_Answer, list[str]] = {}
    told: set[tuple[str, Response, str]] = set()
    for answer, claim in _answers(story, refs):
        about = out.setdefault(answer, [])
        told.update((answer.name, answer.response, id) for id in answer.statements)
        about.append(claim)
    texts = {claim.id: claim.text for claim in story.claims}
    for silence in story.silences:
        name = refs.actor(silence.actor) or silence.actor
        new = tuple(id for id in silence.statements if (name, silence.response, id) not in told)
        if new:
            about = out.setdefault(_Answer(name, silence.response, silence.statements), [])
            if silence.about in texts:
                about.append(texts[silence.about])
    return out


def _answers(story: StoryDossier, refs: Refs) -> Iterator[tuple[_Answer, str]]:
    for claim in story.claims:
        for denial in claim.denied_by:
            yield _Answer(denial.name, "denies", denial.statements), claim.text
        for left in claim.left_open_by:
            yield _Answer(left.name, left.response, left.statements), claim.text


def _line(answer: _Answer, about: list[str], refs: Refs) -> Line:
    texts = unique(trimmed(text, 110) for text in about)
    said = _words(answer, refs)
    more = f"; and {count(len(texts) - 2, 'more claim')}" if len(texts) > 2 else ""
    verb = RESPONSES[answer.response]
    if answer.response == "declines" and said.casefold().startswith("to "):
        verb = "declined"  # the report's own words say what: "to comment", "to say whether ..."
    head = f"{answer.name} {verb}"
    if said and said.casefold().startswith(head.casefold()):
        head, said = said, ""
    return row(
        strong(opening(head)),
        # What goes on in small letters goes on from the verb: "did not say whether ...".
        plain(f"{' ' if said[0].islower() else ': '}{said}") if said else None,
        refs.of(answer.statements),
        plain(f" — about: {'; '.join(texts[:2])}{more}") if texts else None,
    )


def _of_all(n: int, total: int) -> str:
    if total == 1:
        return "the 1 report read, not quoted in it"
    if n < total:
        return f"{n} of the {total} reports read, quoted in none of them"
    return f"{'both' if total == 2 else f'all {total}'} reports read, quoted in none of them"


def _words(answer: _Answer, refs: Refs) -> str:
    for id in answer.statements:
        if statement := refs.statements.get(id):
            return refs.said(statement.article, statement.start, statement.end, 150)
    return ""


def unheard(story: StoryDossier, refs: Refs) -> Section | None:
    """Parties named and never quoted, those named in most reports first. Speaks only of reports that were read."""
    total = len(story.articles) - len(story.unread)
    by_number: dict[int, list[str]] = {}
    for party in story.not_heard:
        by_number.setdefault(len(set(party.named_in)), []).append(refs.actor(party.actor) or party.actor)
    lines = []
    for n in sorted(by_number, reverse=True):
        names = listed(unique(by_number[n]), 8)
        lines.append(row(strong(names), plain(f": named in {_of_all(n, total)}")))
    if story.unread:
        unread = listed([refs.letter(id) for id in story.unread], 8)
        lines.append(row(plain(f"{count(len(story.unread), 'report')} in a language that sayso does not read "
                               f"({unread}): nothing here speaks of what they say.")))
    return bullets("Who is not heard", lines)
