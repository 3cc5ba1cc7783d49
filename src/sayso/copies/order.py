"""Which of two like texts is the one that was there first, and whose text it is."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from sayso.data.agencies import agency
from sayso.model.article import Article

HEAD = 250
FOOT = 250
# In brackets an abbreviation may be anything, a state or a battery: it is a credit before a dash or a line's end.
_BRACKETS = re.compile(r"^[^\n(\[]{0,80}[(\[]([^()\[\]\n]{2,40})[)\]]\s*(?:[-–—:]|$)", re.MULTILINE)
# `WEIRSHAM, May 3 -` at the head of a line: the place in capitals, a day and an agency or neither, a dash.
_DATELINE = re.compile(r"^[A-Z][A-Z.'’ -]{2,30}(?:, [A-Z][\w.]+ ?[\w.]*)?(?: \([^()\n]{2,40}\))?\s*(?:--|[–—]| - )", re.MULTILINE)
_LINE = re.compile(r"^(?:by |source:? |from )?(.{2,40})$", re.IGNORECASE | re.MULTILINE)
_BY = re.compile(r"\bby [^\n,/|]{2,40}(?:,|\s*/|\s*\|)\s*(?:the )?([^\n,/|]{2,40})", re.IGNORECASE)


def rank(article: Article, words: int) -> tuple[str, str, bool, bool, int, str]:
    """A key that sorts the text that is copied before its copies.

    The earlier one (UTC; a time that is known before one that is not on the same day, no date at all last), then
    one that carries an agency's credit, then one with a dateline, then the fuller, then the smaller id.
    """
    day, time = _moment(article.published)
    return (day, time, credit(article) is None, not _has_dateline(article), -words, article.id)


def _has_dateline(article: Article) -> bool:
    return article.dateline is not None or _DATELINE.search(article.text[:HEAD]) is not None


def _moment(published: str | None) -> tuple[str, str]:
    if not published:
        return ("9999-99-99", "99")
    if len(published) <= 10:
        return (published + "-99-99"[len(published) - 10:] if len(published) < 10 else published, "99")
    try:
        at = datetime.fromisoformat(published)
    except ValueError:
        return (published[:10], published[11:])
    if at.tzinfo is not None:
        at = at.astimezone(UTC)
    return (at.date().isoformat(), at.time().isoformat())


def credit(article: Article) -> str | None:
    """The agency whose text this is, as its head or foot says, or whose outlet it came from; None if none."""
    if article.agencies:
        return article.agencies[0]
    if article.dateline and article.dateline.agency:
        return article.dateline.agency
    if article.outlet and (named := agency(article.outlet)):
        return named
    head, foot = article.text[:HEAD], article.text[-FOOT:] if len(article.text) > HEAD else ""
    for part in (head, foot):
        for pattern in (_BRACKETS, _BY, _LINE):
            for m in pattern.finditer(part):
                if named := agency(m.group(1).strip(" .—–-")):
                    return named
    return None
