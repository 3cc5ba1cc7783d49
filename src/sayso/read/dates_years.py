"""Years, decades, centuries and seasons."""

from __future__ import annotations

import re

from sayso.read.dates_calendar import OTHER_YEAR, SPOKEN, nearest_year, other_year
from sayso.read.dates_rules import Context, Found, Rule, after, before
from sayso.read.dates_values import as_date
from sayso.read.dates_words import GAP, SEASON, SEASONS, SMALL, YEAR, S, any_of, spoken_year

_COUNTED = re.compile(r"(?i)\s*(?:%|percent|people|troops|soldiers|dollars|euros|pounds|points|miles|km|kilomet"
                      r"|met(?:er|re)s|feet|square|tons|tonnes|barrels|shares|votes|square|cases|deaths|times|per\b|[a-z]?\$|million|billion)")
_NO_YEAR_LEAD = re.compile(r"(?:[$€£¥#©]\s?|(?i:copyright\s|\(c\)\s?|\b(?:no|nos|pp?|room|flight|route)\.?\s)"
                           r"|\d[,.:/])$")
_YEAR_LEAD = re.compile(r"(?i)(?:\b(?:in|since|of|from|by|during|until|till|to|through|between|and|or|late|early|mid"
                        r"|before|after|around|about|circa|the|for|fiscal|year|than|beyond|on|into|its|their|his|her|our|at|as)"
                        r"|['’]s|[,(–-])[\s-]*$")


def _year(m: re.Match[str], context: Context) -> Found | None:
    year = int(m["year"])
    if _NO_YEAR_LEAD.search(before(m)):
        return None
    if _COUNTED.match(after(m)) or re.match(r"[-/,.:]\d|[a-zA-Z]|['’]?\s?[%°]", after(m)):
        return None
    if not 1500 <= year <= 2100 or not (1800 <= year <= 2060 or _YEAR_LEAD.search(before(m))):
        return None
    token = next((t for t in context.tokens if t.text.isdigit()), None)
    if token is not None and token.dep == "nummod" and token.head.tag in ("NNS", "NNPS") and year % 50 == 0:
        return None
    if token is not None and not _YEAR_LEAD.search(before(m)) and token.dep in ("nsubj", "dobj", "nummod") \
            and token.head.tag in ("NNS", "NNPS") and not 1900 <= year <= 2050:
        return None
    return Found(m["year"])


def _short_year(m: re.Match[str], context: Context) -> Found | None:
    """`in '84`: of this century up to the year of publication, else of the last."""
    known = as_date(context.published)
    year = int(m["short"])
    century = 2000 if known and 2000 + year <= known.year else 1900
    return Found(str(century + year))


def _years(m: re.Match[str], context: Context) -> Found | None:
    last = m["last"] if len(m["last"]) == 4 else m["year"][:2] + m["last"]
    return Found(f"{m['year']}/{last}") if int(m["year"]) < int(last) <= int(m["year"]) + 150 else None


def _spoken(m: re.Match[str], context: Context) -> Found | None:
    year = spoken_year(m["words"] or m["words2"])
    return Found(str(year)) if year else None


_DECADES = {"twenties": "2", "thirties": "3", "forties": "4", "fifties": "5", "sixties": "6", "seventies": "7",
            "eighties": "8", "nineties": "9"}


def _decade(m: re.Match[str], context: Context) -> Found | None:
    text = m["decade"].lower()
    if text in _DECADES:
        return Found("19" + _DECADES[text])
    digits = re.sub(r"\D", "", text)
    return Found(digits[:3] if len(digits) == 4 else "19" + digits[0])


_CENTURIES = {"sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
              "twenty-first": 21}


def _century(m: re.Match[str], context: Context) -> Found | None:
    count = int(re.sub(r"\D", "", m["n"])) if m["n"] else _CENTURIES[m["word"].lower()]
    return Found(f"{count - 1:02d}") if 1 <= count <= 30 else None


_SEASON_LEAD = re.compile(r"(?i)\b(?:in|since|by|until|during|of|through|early|mid|late)[\s-]+$")


def _season(m: re.Match[str], context: Context) -> Found | None:
    code = SEASONS[m["season"].lower()]
    year = m["year"] or (str(spoken_year(m["spoken"]) or "") if m["spoken"] else "")
    if year:
        return Found(f"{year}-{code}")
    lead = (m["lead"] or "").lower()
    if code == "FA" and m["season"].lower() == "fall" and not lead:
        return None
    if not lead and not m["other"] and not _SEASON_LEAD.search(before(m)):
        return None
    first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    if m["other"]:
        known = other_year(m["other"].lower(), context)
    elif "last" in lead or "past" in lead or "previous" in lead:
        known = _season_year(context.published, first, "past")
    elif "next" in lead or "coming" in lead:
        known = _season_year(context.published, first, "future")
    elif "this" in lead:
        known = nearest_year(context.published, first, None, None)
    elif context.direction == "past":
        known = _season_begun(context.published, first)
    else:
        known = nearest_year(context.published, first, None, context.direction)
    return Found((f"{known:04d}" if known else "XXXX") + f"-{code}", relative=True, of=context.published)


def _season_begun(published: str | None, first: int) -> int | None:
    """The year of the last season that has begun."""
    here = as_date(published)
    return here.year - (here.month < first) if here else nearest_year(published, first, None, "past")


def _season_year(published: str | None, first: int, direction: str) -> int | None:
    """The year of the last season that is over, or of the next that has not begun."""
    here = as_date(published)
    if here is None:
        return nearest_year(published, first, None, direction)
    if direction == "past":
        return here.year if (here.year, here.month) >= (here.year, first + 3) and first < 12 else here.year - 1
    return here.year if here.month < first else here.year + 1


def rules() -> list[Rule]:
    """The rules of this family."""
    millennia = ("20", *(f"1{n}" for n in range(10)))
    lead = rf"(?:(?P<lead>(?i:the{S})?(?i:last|this{S}past|past|this{S}coming|this|next|coming|previous|the)){S})?"
    season = (rf"(?P<season>{SEASON})(?:\s?,?{S}(?:of{S})?(?P<year>{YEAR})\b|{S}of{S}(?P<spoken>{SPOKEN})"
              rf"|{S}{OTHER_YEAR})?")
    return [
        Rule(re.compile(rf"(?:\b(?i:the){S}(?i:year){S})?(?<![\w.,$€£:/])(?P<year>{YEAR})(?!\d)"
                        rf"(?:{S}(?:and{S}beyond|or{S}later))?"), _year, millennia),
        Rule(re.compile(r"(?:(?<=[Ii]n )|(?<=[Oo]f )|(?<=[Tt]o )|(?<=[Bb]y )|(?<=ince )|(?<=rom )|(?<=ntil )|(?<=and )|(?<=or ))"
                        r"['’‘](?P<short>\d\d)(?![\w%])"), _short_year,
             tuple(f"{mark}{digit}" for mark in "'’‘" for digit in "0123456789")),
        Rule(re.compile(rf"(?<![\w.,$€£:/-])(?P<year>{YEAR})[-–](?P<last>\d{{4}}|\d\d)(?![\d-])"), _years, millennia),
        Rule(re.compile(rf"(?i:\bthe{S}year{S}(?P<words>{SPOKEN})"
                        rf"|\b(?P<words2>(?:eighteen|nineteen|twenty)[\s-]{SMALL}))\b"), _spoken,
             ("eighteen", "nineteen", "twenty", "thousand")),
        Rule(re.compile(rf"(?:\b(?i:the){S})?(?:(?i:early|late|mid){GAP})?(?<!\d)"
                        rf"(?P<decade>1[5-9]\d0['’]?s|20[0-9]0['’]?s|['’‘][2-9]0s"
                        rf"|(?<=[Tt]he )(?i:{any_of(list(_DECADES))}))\b"), _decade, ("0s", "0's", "0’s", *_DECADES)),
        Rule(re.compile(rf"(?:\b(?i:the){S})?\b(?:(?P<n>\d{{1,2}}(?:st|nd|rd|th))"
                        rf"|(?P<word>(?i:{any_of(list(_CENTURIES))}))){GAP}[Cc]entury\b"), _century, ("century",)),
        Rule(re.compile(rf"\b{lead}{season}\b"), _season, tuple(SEASONS)),
    ]
