"""Values as they were given -> Article: types checked, date and language in one form, surrogates replaced."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import cast, get_args

from sayso.errors import InputError
from sayso.ingest.frontmatter import KEYS
from sayso.ingest.naming import FileNames
from sayso.ingest.notices import Notices, quoted, without_surrogates
from sayso.ingest.published import iso_date
from sayso.model.article import Article, ArticleKind, PublishedFrom
from sayso.model.ids import text_version

_KINDS: tuple[str, ...] = get_args(ArticleKind)
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9-_]+)?", re.IGNORECASE)
# Codes of three letters: English has one of two; the others say that the language is not one, or not known.
# Characters of the longest article that is read: a book. What is longer is many texts in one, or no text at all.
LONGEST = 1_000_000
_LONG_CODES = {"eng": "en", "und": None, "mul": None, "mis": None, "zxx": None}


@dataclass(frozen=True, slots=True)
class Given:
    """An article's values as they came in. `where` is its place for messages: `file` or `file:line`."""

    values: Mapping[str, object]
    where: str
    from_page: bool = False


def article(given: Given, names: FileNames, notices: Notices) -> Article:
    """The article. Raises InputError, with its place and the key, for a value of a wrong type and for no text or one
    of more than `LONGEST` characters."""
    fields = {key: _string(given, key, notices) for key in ("text", *sorted(KEYS))}
    text = fields.pop("text") or ""
    if not text.strip():
        raise InputError(given.where, "has no text", 'give the article its "text"')
    if len(text) > LONGEST:
        raise InputError(given.where, f"has {len(text):,} characters, more than the {LONGEST:,} that an article may have",
                         "give the reports in it one by one")
    kind = fields["kind"] or "report"
    if kind not in _KINDS:
        raise InputError(given.where, f'"kind" is {quoted(kind)}', f"use one of {', '.join(_KINDS)}")
    published = _published(fields["published"], given.where, notices)
    published_from: PublishedFrom = "page" if given.from_page else "given"
    return Article(
        id=names.name(fields["id"], given.where), version=text_version(text), url=fields["url"],
        outlet=fields["outlet"], title=fields["title"], published=published,
        published_from=published_from if published else "unknown",
        language=_language(fields["language"], given.where, notices), read=True, kind=cast(ArticleKind, kind),
        speaker=fields["speaker"], original=fields["original"], translated_by=fields["translated_by"],
        agencies=(), dateline=None, text=text)


def _string(given: Given, key: str, notices: Notices) -> str | None:
    """The value at `key` without lone surrogates; None where it is null, empty or not there."""
    value = given.values.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise InputError(given.where, f'"{key}" is {type_name(value)}, not a string', "put it in double quotes")
    clean, replaced = without_surrogates(value)
    if replaced:
        notices.note(f'{given.where}: lone surrogates in "{key}" became U+FFFD ({replaced})')
    # Text and id stay as they are, to the character.
    if key in ("text", "id"):
        return clean if clean.strip() else None
    return clean.strip() or None


def type_name(value: object) -> str:
    """What JSON calls the type of a value."""
    if value is None or isinstance(value, bool):
        return "null" if value is None else str(value).lower()
    names = {dict: "an object", list: "a list", str: "a string", int: "a number", float: "a number"}
    return names.get(type(value), "no JSON value")


def _published(value: str | None, where: str, notices: Notices) -> str | None:
    if value is None:
        return None
    day, unused = iso_date(value)
    if unused:
        what = f"only {day} of it is kept" if day else "the article is read without a date"
        notices.note(f'{where}: "published" is {quoted(unused)}, which is no date of ISO 8601; {what}')
    elif day and _lies_ahead(day):
        notices.note(f'{where}: "published" is {day}, which lies ahead; it is kept as given, correct it if it is wrong')
    return day


def _lies_ahead(day: str) -> bool:
    """Whether all of a year, month or day is later than tomorrow: somewhere on earth it is tomorrow already."""
    first = date(int(day[:4]), int(day[5:7] or 1), int(day[8:10] or 1))
    return first > datetime.now(UTC).date() + timedelta(days=1)


def _language(value: str | None, where: str, notices: Notices) -> str | None:
    """The language subtag alone (`en-GB` -> `en`), as reading asks for the language, not for the country."""
    if value is None:
        return None
    found = _LANGUAGE.fullmatch(value)
    if not found:
        notices.note(f'{where}: "language" is {quoted(value)}, which is no language code; it is told from the text')
        return None
    code = found[1].lower()
    return _LONG_CODES.get(code, code)
