"""Fixed wordings: numbers that agree with their nouns, lists, dates as people write them, texts cut at words."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence

from sayso.model.claim import Change, FigureValue
from sayso.model.reading import Response

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")
RESPONSES: dict[Response, str] = {
    "denies": "denied",
    "does-not-deny": "did not deny",
    "does-not-confirm": "did not confirm",
    "declines": "declined to comment",
    "no-answer": "gave no answer",
    "does-not-know": "did not know",
    "does-not-say": "did not say",
    "could-not-verify": "could not verify",
}
RELATIONS = {"about": "about ", "at-least": "at least ", "at-most": "at most ", "more-than": "more than ",
             "less-than": "fewer than "}
SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
HALVES = {"H1": "first half of", "H2": "second half of", "Q1": "first quarter of", "Q2": "second quarter of",
          "Q3": "third quarter of", "Q4": "fourth quarter of"}
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
STARTS = {"SP": "03", "SU": "06", "FA": "09", "WI": "12", "H1": "01", "H2": "07", "Q1": "01", "Q2": "04", "Q3": "07", "Q4": "10"}
HOURS = {"TMO": "morning", "TAF": "afternoon", "TEV": "evening", "TNI": "night", "TDT": "daytime"}
_PART = re.compile(r"(\d{4})-(SP|SU|FA|WI|H[12]|Q[1-4]|W(\d\d))")
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])(?:T\S*)?")
_DATE = re.compile(r"(\d{4}|XXXX)(?:-(\d\d))?(?:-(\d\d))?(T(?:(\d\d:\d\d)\S*|MO|AF|EV|NI|DT))?")
_GLUED = re.compile(r"”(?=[^\W\d_])")
_LED_ON = re.compile(r"\s*[,;:]([”’\"]?)$")
_QUOTES = str.maketrans({"“": "‘", "”": "’", "„": "‘", "«": "‘", "»": "’", '"': "'"})


LANGUAGES = dict(pair.split("=") for pair in (
    "ar=Arabic bg=Bulgarian cs=Czech da=Danish de=German el=Greek en=English es=Spanish et=Estonian fa=Persian "
    "fi=Finnish fr=French he=Hebrew hi=Hindi hr=Croatian hu=Hungarian id=Indonesian it=Italian ja=Japanese "
    "ko=Korean lt=Lithuanian lv=Latvian nb=Norwegian nl=Dutch no=Norwegian pl=Polish pt=Portuguese ro=Romanian "
    "ru=Russian sk=Slovak sl=Slovenian sr=Serbian sv=Swedish tr=Turkish uk=Ukrainian vi=Vietnamese zh=Chinese ").split())


def language(code: str | None) -> str:
    """`German` for `de`; a code without a name here as it stands."""
    return LANGUAGES.get((code or "").split("-")[0].lower(), code or "a language that is not known")


def titled(name: str) -> str:
    """A source that is only described, with its article: `the union`; names and plurals as they stand."""
    bare = name[:1].islower() and not name.endswith("s") and name.split()[-1] not in ("police", "staff", "people", "media")
    return f"the {name}" if bare and name.split()[0] not in ("a", "an", "the", "one", "some", "its", "his", "her") else name


def count(n: int, noun: str, plural: str | None = None) -> str:
    """`1 report`, `2 reports`."""
    return f"{n} {noun if n == 1 else plural or noun + 's'}"


def listed(names: Sequence[str], most: int = 4) -> str:
    """`A`, `A and B`, `A, B and C`; past `most`, the rest as a number."""
    if len(names) > most:
        return f"{', '.join(names[:most])} and {len(names) - most} more"
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def unique(names: Iterable[str]) -> list[str]:
    """The names in their order, each once."""
    return list(dict.fromkeys(names))


def printable(text: str) -> str:
    """Control characters made spaces: what a report holds must not move the cursor of who reads about it."""
    return "".join(c if c.isprintable() else " " for c in text)


def opening(text: str) -> str:
    """The text with a capital at its start, as a line begins."""
    first = 1 if text[:1] in ("“", '"') else 0
    return text[:first] + text[first : first + 1].upper() + text[first + 1 :]


def clean(text: str) -> str:
    """The text on one line, without control characters and with single spaces."""
    return " ".join(printable(text).split())


def tidy(text: str) -> str:
    """The text on one line, without a quotation mark that has no fellow or a comma that led on to what followed it."""
    text = _GLUED.sub("” ", clean(text))
    if text.count("“") != text.count("”"):
        text = text.replace("“", "").replace("”", "")
    return _LED_ON.sub(r"\1", text).strip()


def trimmed(text: str, most: int = 140) -> str:
    """The text tidied, cut at a word with … where it is longer than `most` characters."""
    text = tidy(text)
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    at = cut.rfind(" ")
    return (cut[:at] if at > most // 2 else cut).rstrip(" ,;:–—-(“‘") + "…"


def quoted(text: str, most: int = 160) -> str:
    """The text in quotation marks, marks within it made single."""
    bare = text.strip().strip("“”„«»\"").strip().rstrip(".,;:")
    return f"“{trimmed(bare, most).translate(_QUOTES)}”"


def headline(title: str, most: int = 110) -> str:
    """A headline in quotation marks, those within it single."""
    return f"“{trimmed(title, most).translate(_QUOTES)}”"


def date(value: str | None) -> str:
    """`24 October 2024`, `24 October`, `summer 2024`, an interval with `to`; what is no date as it stands."""
    if not value:
        return "undated"
    if "/" in value:
        first, last = value.split("/", 1)
        return f"{date(first)} to {date(last)}" if first and last else date(first or last)
    if part := _PART.fullmatch(value):
        year, name = part[1], part[2]
        return f"the week of {date(_monday(year, part[3]))}" if part[3] else f"{SEASONS.get(name) or HALVES[name]} {year}"
    if weekday := _WEEKDAY.fullmatch(value):
        return f"a {DAYS[int(weekday[1]) - 1]}"
    m = _DATE.fullmatch(value)
    if not m or (m[2] and not 1 <= int(m[2]) <= 12):
        return value
    year = None if m[1] == "XXXX" else m[1]
    month = MONTHS[int(m[2]) - 1] if m[2] else None
    day = str(int(m[3])) if m[3] else None
    said = " ".join(part for part in (day, month, year) if part)
    hour = m[5] or HOURS.get(m[4] or "", "")
    return f"{said}, {hour}" if hour and hour != "00:00" else said


def _monday(year: str, week: str) -> str:
    try:
        return datetime.date.fromisocalendar(int(year), int(week), 1).isoformat()
    except ValueError:
        return year


def first_day(value: str) -> str:
    """Where a date begins, as text that sorts: a season or a week by its first month or day, an interval by its start."""
    value = value.split("/")[0]
    part = _PART.fullmatch(value)
    if not part:
        return value
    return _monday(part[1], part[3]) if part[3] else f"{part[1]}-{STARTS[part[2]]}"


def day(value: str | None) -> str:
    """A date without its time of day."""
    return date(value.split("T")[0] if value else value)


def number(value: float) -> str:
    """`1,200`, `3.5`."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,}"


CHANGED = {"hardened": "told more firmly", "weakened": "told less firmly", "withdrawn": "taken back", "corrected": "figure changed"}


def history(changes: Sequence[Change]) -> str:
    """What became of a claim after it was first said, in one line: `figure changed on 3 May 2026: 7 before, now 13`; else empty."""
    return "; ".join(map(change, (c for c in changes if c.kind in CHANGED)))


def change(step: Change) -> str:
    """One step of a history: `told more firmly on 4 March 2026: “may” is dropped, and no new origin is named`."""
    return f"{changed(step)}: {clean(step.why)}"


def changed(step: Change) -> str:
    """Of what kind a step is, and its day: `figure changed on 16 April 2026`."""
    return f"{CHANGED.get(step.kind, 'first said')} on {day(step.date)}"


def figure(value: FigureValue) -> str:
    """A figure as it was given: `at least 3,000`; a vague one in the words of the report."""
    if value.relation == "between" and value.low is not None and value.high is not None:
        return f"{number(value.low)} to {number(value.high)}"
    if value.relation == "vague" or value.value is None:
        return quoted(value.anchor.text, 60)
    return RELATIONS.get(value.relation, "") + number(value.value)
