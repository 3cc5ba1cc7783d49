"""What is due, as iCalendar (RFC 5545): an all-day entry for each dated line of the watch list."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from sayso.model.dossier import StoryDossier, Watch
from sayso.pipeline import days_covered
from sayso.serve.exports.facts import Facts
from sayso.serve.reports.words import clean, listed, opening, trimmed, unique
from sayso.serve.reports.words import date as in_words

STATES = {"open": "nothing is said yet of whether it came about", "claimed": "said on one origin to have come about",
          "disputed": "said to have come about, and denied", "met": "said on two origins to have come about",
          "passed": "its day has gone by and nothing is said of it"}


def calendar_text(facts: Facts) -> str:
    """One VCALENDAR. An entry covers the days that its date may mean, a whole month where a month is all that is said.

    What has no date, or one without a place on the calendar, is not in it. The UID is made of the sentences an entry
    rests on, so that a calendar which is imported again is renewed and not doubled.
    """
    from icalendar import Calendar, Event

    out = Calendar()
    out.add("prodid", "-//sayso//what is due//EN")
    out.add("version", "2.0")
    for story in facts.dossier.stories:
        for due in _each_once(story.watch):
            days = days_covered(due.date) if due.date else None
            if days is None:
                continue
            entry = Event()
            entry.add("uid", f"{story.id}.{due.statements[0].replace('#', '.') if due.statements else due.date}@sayso")
            entry.add("dtstamp", _as_of(story, days[0]))
            first, last = (date.fromisoformat(d) for d in days)
            entry.add("dtstart", first)
            if last < date.max:
                entry.add("dtend", last + timedelta(days=1))  # RFC 5545: the end is not in it
            entry.add("summary", opening(trimmed(due.text, 120)))
            entry.add("description", "\n".join(_told(due, story, facts)))
            entry.add("status", "TENTATIVE")
            entry.add("transp", "TRANSPARENT")
            out.add_component(entry)
    return bytes(out.to_ical()).decode("utf-8")


def _each_once(watch: tuple[Watch, ...]) -> list[Watch]:
    """A dated condition has a line as due and one as a condition: the state of the latter is what became of it."""
    states = {i: w.state for w in watch if w.kind == "conditional" for i in w.statements}
    return [replace(w, state=states[w.statements[0]]) if w.kind == "scheduled" and states.keys() >= set(w.statements) != set()
            else w for w in watch]


def _as_of(story: StoryDossier, due: str) -> datetime:
    """The day of the story's last report: the entry says what was known then, whenever it is written."""
    day = (story.as_of or due)[:10]
    known = days_covered(day)
    return datetime.combine(date.fromisoformat(known[0] if known else due), datetime.min.time(), UTC)


def _told(due: Watch, story: StoryDossier, facts: Facts) -> list[str]:
    """On whose word, its state, and the words of each report that it rests on."""
    said = [facts.statements_by_id[i] for i in due.statements if i in facts.statements_by_id]
    who = unique(s.origins[-1].name for s in said if s.origins)
    words = unique(f"{s.article}: {trimmed(_words(s.article, s.start, s.end, facts), 300)}" for s in said)
    return [f"When: {in_words(due.date)}", f"On whose word: {listed(who) or 'the outlets’ own'}",
            f"Standing: {STATES[due.state]}", f"Story: {clean(story.title)}", *words]


def _words(article: str, start: int, end: int, facts: Facts) -> str:
    return clean(facts.articles[article].text[start:end])
