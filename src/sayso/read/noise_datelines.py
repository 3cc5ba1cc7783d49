"""Datelines, and the days that captions give: what the edges of a report say of where, when and whose it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from sayso.data.agencies import agency
from sayso.data.countries import capital_of
from sayso.model.article import Dateline
from sayso.model.reading import Noise

LONGEST = 110
PLACE_WORDS = 5
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATELINE = re.compile(
    rf"(?P<place>[A-ZÀ-Þ][\w.’' -]{{1,30}}?(?:[,/] ?(?!{_MONTH} \d)[A-Z][\w. ]{{1,25}}?){{0,2}})?"
    rf"(?:,? (?P<date1>{_MONTH} \d{{1,2}}))?"
    r"\s*(?:[(\[](?P<by>[A-Z][\w .&’'/-]{1,40})[)\]])?"
    rf"(?:,? (?P<date2>{_MONTH} \d{{1,2}}))?"
    r"\s*(?P<mark>—|–|--|-|:|\|)\s*(?=\S|$)")
# What pages put before a dash or colon and is no place, and nobody who speaks.
LABELS = frozenset((
    "ALSO", "AMENDMENT", "ANALYSIS", "BACKGROUND", "BREAKING", "BREAKING NEWS", "CLARIFICATION", "CLARIFICATIONS", "CORRECTED",
    "CORRECTION", "CORRECTIONS", "DEVELOPING", "ERRATUM", "EXCLUSIVE", "EXPLAINER", "FACTBOX", "FILE", "JUST IN", "LISTEN", "LIVE",
    "MORE", "NOTE", "OPINION", "PHOTOS", "READ", "RELATED", "TIMELINE", "UPDATE", "UPDATED", "VIDEO", "WATCH"))
# A broadcaster's own sign, no agency's: `WKBN`, `KOIN`, `CBS4`, `FOX Carolina`, `CBSLA.com`, `WMC-TV`.
_STATION = re.compile(r"[WK][A-Z]{2,3}\b|(?:ABC|CBS|CW|FOX|LEX|NBC|NEWS|PIX)|.*(?:\d|\.com\b|\bTV$)", re.IGNORECASE)
_AGENCY_WORD = re.compile(r"(?i)\b(?:agency|foundation|media|news|press|service|wire)")
_MONTHS = {m: k + 1 for k, m in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])}
_FULL_DATE = re.compile(rf"(?P<m1>{_MONTH}) (?P<d1>\d{{1,2}}),? (?P<y1>\d{{4}})|(?P<d2>\d{{1,2}}) (?P<m2>{_MONTH}) (?P<y2>\d{{4}})")


def find_dateline(text: str, start: int, end: int) -> tuple[Dateline, int] | None:
    """The dateline that a paragraph begins with, and where what follows it begins; None where there is none."""
    m = _DATELINE.match(text, start, min(end, start + LONGEST))
    if m is None or (m["place"] is None and m["by"] is None):
        return None
    place, day = m["place"], m["date1"] or m["date2"]
    if place is not None and (len(place.split()) > PLACE_WORDS or place.upper() in LABELS):
        return None
    if m["by"] is None and not (place and _in_capitals(place) and _is_marked(m, place, day)):
        return None
    return Dateline(place.strip(" ,") if place else None, _agency(m["by"], place) if m["by"] else None, day), m.end()


def _in_capitals(place: str) -> bool:
    letters = [ch for ch in place.partition(",")[0] if ch.isalpha()]
    return len(letters) > 2 and sum(ch.isupper() for ch in letters) >= 0.6 * len(letters)


def _is_marked(m: re.Match[str], place: str, day: str | None) -> bool:
    """A dash ends a dateline, a hyphen with a space before it; a colon ends labels too, and one only after a day or a capital."""
    if m["mark"] == "-":
        return m.string[m.start("mark") - 1].isspace()
    return m["mark"] in ("—", "–", "--") or (m["mark"] == ":" and (day is not None or capital_of(place) is not None))


def _agency(by: str, place: str | None) -> str | None:
    """The agency that the bracket names: a known one, else what is no broadcaster, place or reporter."""
    known = next((a for part in (by, *by.split("/")) if (a := agency(part))), None)
    if known or place is None or _STATION.match(by):
        return known
    return by if " " not in by or _AGENCY_WORD.search(by) else None


def caption_day(noise: Sequence[Noise]) -> str | None:
    """The latest full date among the captions: agencies date their pictures, and the text is of that day.

    An old picture does no harm where a newer one stands beside it; with one dated caption alone it may.
    """
    found = []
    for n in noise:
        if n.kind in ("caption", "credit"):
            for m in _FULL_DATE.finditer(n.text):
                month = _MONTHS[(m.group("m1") or m.group("m2"))[:3].lower()]
                found.append(f"{m.group('y1') or m.group('y2')}-{month:02d}-{int(m.group('d1') or m.group('d2')):02d}")
    days = [d for d in found if _is_day(d)]
    return max(days) if len(days) >= 2 else None


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
