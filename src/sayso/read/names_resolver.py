"""From mentions to actors: each mention of an article with the entry it means, in text order."""

from __future__ import annotations

from sayso.data import titles
from sayso.data.wording import folded
from sayso.read.names_book import Book
from sayso.read.names_entry import Entry
from sayso.read.names_found import Found
from sayso.read.names_links import alias_after, belongs_to, is_alias, role_text, same_as
from sayso.read.names_phrases import Phrase, is_capital, phrases
from sayso.read.names_reader import PhraseReader
from sayso.read.tree import Sentence, Token, Tree

_TITLED_SHARE = 0.65
_STOPS = frozenset((".", "!", "?", "”", '"', "…"))


class Resolver:
    """Reads an article's mentions and holds their entries."""

    def __init__(self, tree: Tree, reader: PhraseReader) -> None:
        self.book = Book()
        self._text, self._reader = tree.text, reader
        self.found = [f for s in tree.sentences for f in read_sentence(s, reader)]
        self.at = by_token(self.found)
        _person_by_surname(self.found)
        longest_first = sorted(self.found, key=lambda f: -len(f.name.split()))
        for f in longest_first:
            self.book.learn_person(f)
        for f in longest_first:
            self.book.retype(f)
            self.book.learn_body(f)
        self._aliases = _aliases(self.found)
        self._entries: dict[int, Entry] = {}
        self._placing: set[int] = set()

    def resolve(self) -> list[tuple[Found, Entry]]:
        """Every mention with its entry, in the order found; words that turn out to be no actor are left out."""
        out = []
        for f in self.found:
            original = self._aliases.get(id(f))
            e = self.entry(original) if original is not None else None
            if e is not None:
                e.names.setdefault(f.text)
                e.acronyms.add(f.text.replace(".", ""))
                e.seen.append((f.head.sentence.index, f.head.i))
                self._entries[id(f)] = e
            e = self.entry(f)
            if e is not None:
                out.append((f, e))
        return out

    def entry(self, f: Found) -> Entry | None:
        """The entry of a mention; what it belongs to or stands beside is resolved first."""
        if id(f) in self._entries or id(f) in self._placing:
            return self._entries.get(id(f))
        self._placing.add(id(f))
        e = self._place(f, self._owner(f))
        self._placing.discard(id(f))
        if e is not None:
            self._entries[id(f)] = e
        return e

    def _owner(self, f: Found) -> Entry | None:
        link = belongs_to(f, self.at)
        f.affiliated = link is not None
        goal = link[0] if link is not None else f.owner
        owner = self.entry(goal) if goal is not None and goal is not f else None
        if owner is not None and owner.kind == "person" and f.kind == "organization" and f.evidence != "body":
            # `Roe's Ferrari`: a firm named behind a person is not that person's.
            return None
        region = owner is not None and owner.kind == "place" and owner.code is None
        if (owner is None or region) and f.country and f.speaks and f.kind != "place" and f.code is None:
            # `the U.S. attorney for the Eastern District` speaks for the state, wherever the district lies.
            return self.book.country(f.country, f.start)
        if owner is None and f.det in ("his", "her") and f.kind == "person" and f.serves and not f.country:
            return self.book.last_person(f)
        return owner

    def _place(self, f: Found, owner: Entry | None) -> Entry | None:
        if f.name:
            return self.book.place(f, owner)
        f.title = role_text(f, self._text, self.at) if f.title else f.title
        twin = same_as(f, self.at)
        if twin is None and f.head.dep == "attr" and not self._reader.lenient:
            return None
        e = self.entry(twin) if twin is not None else None
        if e is None or e.kind != f.kind:
            return self.book.place(f, owner)
        # `He is the founder of the movement` says nothing of whom he speaks for.
        self.book.describe(e, f, owner if owner is not e and f.head.dep != "attr" else None)
        if e.kind == "organization" and e.acronyms_only():
            e.name = f.text
            e.names.setdefault(f.text)
        return e

    def late(self, head: Token) -> tuple[Found, Entry] | None:
        """The mention that ends in `head`, read leniently: it is known now that someone is meant."""
        self._reader.lenient = True
        found = [f for f in read_sentence(head.sentence, self._reader) if f.head is head or f.tokens[-1] is head]
        e = self.entry(found[-1]) if found else None
        self._reader.lenient = False
        return (found[-1], e) if e is not None else None


def _person_by_surname(found: list[Found]) -> None:
    """`Mallam Jane Roe`, taken for a body, is a person where `Roe` alone is taken for one later."""
    alone = {folded(f.name) for f in found if f.kind == "person" and f.name and " " not in f.name}
    for f in found:
        last = folded(f.name).rpartition(" ")[2] if " " in f.name else ""
        if f.kind == "organization" and f.evidence == "parser" and last in alone and titles.body(last) is None:
            f.kind = "person"


def by_token(found: list[Found]) -> dict[int, Found]:
    """Token index -> the smallest mention that holds it."""
    out: dict[int, Found] = {}
    for f in sorted(found, key=lambda f: f.start - f.end):
        out.update(dict.fromkeys((t.i for t in f.tokens), f))
    return out


def read_sentence(sentence: Sentence, reader: PhraseReader) -> list[Found]:
    """All mentions of a sentence, those within a phrase before the phrase's own."""
    headline = _is_headline(sentence)
    out: list[Found] = []
    mains: dict[int, Found] = {}
    for p in phrases(sentence):
        got = reader.read(p, mains.get(id(p.owner)) if p.owner is not None else None, headline)
        out.extend(got)
        if got and got[-1].tokens[-1] is p.last:
            mains[id(p)] = got[-1]
        _keep_determiner(p, got)
    return out


def _keep_determiner(p: Phrase, got: list[Found]) -> None:
    for f in got:
        f.det = f.det or (p.det if f.tokens[0] is p.tokens[0] else "")


def _is_headline(sentence: Sentence) -> bool:
    """Does the sentence write nearly every word with a capital, and end without a mark?"""
    words = [t for t in sentence.tokens if t.text[:1].isalpha()]
    if len(words) < 4 or sentence.tokens[-1].text in _STOPS:
        return False
    return sum(map(is_capital, words)) / len(words) >= _TITLED_SHARE


def _aliases(found: list[Found]) -> dict[int, Found]:
    """Acronyms in brackets, each with the mention that it abbreviates."""
    by_start = {f.tokens[0].i: f for f in found}
    out = {}
    for f in found:
        if f.kind in ("organization", "place", "group", "other") and (f.kind != "place" or f.code is not None):
            t = alias_after(f, f.tokens[-1].sentence.tokens)
            g = by_start.get(t.i) if t is not None else None
            if g is not None and len(g.tokens) == 1 and is_alias(g.text, f):
                out[id(g)] = f
    return out
