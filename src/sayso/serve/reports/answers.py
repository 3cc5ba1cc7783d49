"""Denied, declined, not known; and who is not heard."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.data.telling import content, stands_alone
from sayso.model.dossier import StoryDossier
from sayso.model.reading import Response
from sayso.serve.reports.refs import Refs
from sayso.serve.reports.view import Line, Section, bullets, plain, row, strong
from sayso.serve.reports.words import RESPONSES, clean, count, language, listed, opening, trimmed, unique

MOST = 10
_QUESTION = re.compile(r"(?i)^(?:whether|if|when|where|who|whom|whose|what|which|why|how)\b")
# Words of an answer below which a reader cannot tell from them what was answered.
FEWEST = 3
_POINTING = re.compile(r"(?i)^\W*(?:it|this|that|which|so|them|these|the (?:claims?|reports?|allegations?|accusations?|charges?))\W*$")


@dataclass(frozen=True, slots=True)
class _Answer:
    name: str
    response: Response
    statements: tuple[str, ...]


def section(story: StoryDossier, refs: Refs, everything: bool) -> Section | None:
    """One line for each answer, with the claims it answers; None where there was none."""
    lines: dict[str, Line] = {}
    for answer, about in _grouped(story, refs).items():
        line = _line(answer, about, refs)
        lines.setdefault(line.text.split(" [")[0], line)
    return bullets("answers", "Denied, declined, not known", list(lines.values()), None if everything else MOST,
                   ("answer", "answers"))


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
    said, verbatim = _words(answer, refs)
    verb = _own_verb(answer, refs) or RESPONSES[answer.response]
    if answer.response == "declines" and said.casefold().startswith("to "):
        verb = "declined"  # the report's own words say what: "to comment", "to say whether ..."
    elif answer.response == "declines" and _QUESTION.match(said):
        verb = "declined to say"
    name = refs.speaker(answer.name, answer.statements)
    head = f"{name} {verb}"
    if said and said.casefold().startswith(head.casefold()):
        head, said = said, ""
    if _POINTING.match(said):
        said = "it"
    elif answer.response == "no-answer" and said.casefold() == "for comment":
        said = ""  # the report's "could not be reached" is not among the words here
    # What is said in a word or two, or in a quotation, does not say what it answers.
    readable = unique(trimmed(text, 110) for text in about if stands_alone(text))
    texts = readable if verbatim or len(content(said)) < FEWEST else []
    return row(
        strong(opening(head)),
        plain(f": {said}" if verbatim else f" {said}") if said else None,
        refs.of(answer.statements),
        plain(f" — asked about: {texts[0]}" if answer.response != "denies" else f" — about: {texts[0]}") if texts else None,
    )


def _own_verb(answer: _Answer, refs: Refs) -> str:
    """The report's own verb, where it stands right before what was not said: `did not name` the driver is no `did not say`.

    Empty where it does not stand there, or the answer is a denial or a refusal, whose words are fixed.
    """
    if answer.response in ("denies", "declines", "no-answer"):
        return ""
    for id in answer.statements:
        s = refs.statements.get(id)
        reading = refs.readings.get(s.article) if s else None
        if s is None or reading is None:
            continue
        a = next((x for x in reading.attributions if s.attributions and x.id == s.attributions[-1]), None)
        if a is not None and a.cue is not None and a.source is not None and a.source.end <= a.cue.start:
            gap = reading.article.text[a.cue.end:s.start].strip()
            if a.cue.end <= s.start and gap in ("", "on", "to") and len(a.cue.text.split()) <= 5:
                return f"{clean(a.cue.text)}{f' {gap}' if gap else ''}"
    return ""


def _words(answer: _Answer, refs: Refs) -> tuple[str, bool]:
    """The words of the answer, and whether they are a quotation."""
    for id in answer.statements:
        if statement := refs.statements.get(id):
            said = refs.said(statement.article, statement.start, statement.end, 170)
            return (said, True) if said.startswith("“") else (_running(said), False)
    return "", False


def _running(said: str) -> str:
    first = said.split(" ", 1)[0]
    return said[:1].lower() + said[1:] if first in ("The", "A", "An", "That", "Any", "Its", "His", "Her", "Their") else said


def _of_all(n: int, total: int) -> str:
    if total == 1:
        return "the 1 report read, not quoted in it"
    if n < total:
        return f"{n} of the {total} reports read, quoted in none of them"
    return f"{'both' if total == 2 else f'all {total}'} reports read, quoted in none of them"


def unheard(story: StoryDossier, refs: Refs) -> Section | None:
    """Parties named and never quoted, those named in most reports first. Speaks only of reports that were read."""
    total = len(story.articles) - len(story.unread)
    by_number: dict[int, list[str]] = {}
    told: set[str] = set()
    for party in sorted(story.not_heard, key=lambda p: -len(set(p.named_in))):
        name = refs.actor(party.actor) or party.actor
        if name not in told and name[:1].isupper() and " ," not in name:
            told.add(name)
            by_number.setdefault(len(set(party.named_in)), []).append(name)
    lines = [row(strong(listed(by_number[n], 8)), plain(f": named in {_of_all(n, total)}"))
             for n in sorted(by_number, reverse=True)]
    if story.unread:
        lines.append(row(plain(f"{count(len(story.unread), 'report')} not read ({_unread(story, refs)}): "
                               "nothing here speaks of what they say.")))
    return bullets("unheard", "Who is not heard", lines)


def _unread(story: StoryDossier, refs: Refs) -> str:
    by_language: dict[str, list[str]] = {}
    for id in story.unread:
        by_language.setdefault(language(refs.articles[id].language), []).append(refs.letter(id))
    return "; ".join(f"{listed(letters, 8)} in {name}" for name, letters in by_language.items())
