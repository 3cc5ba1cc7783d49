"""People and bodies of one article: who is named or described where, and whom they speak for.

Method: base noun phrases cut from the tags, typed by tables first and the tagger last (`names_reader`), joined over
the article by their full forms, then short forms, acronyms and definite descriptions in text order (`names_book`).
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.data import countries
from sayso.model.ids import local_id
from sayso.model.reading import Actor, ActorKind, Mention, Place
from sayso.read.names_book import Book, Entry, gender_of
from sayso.read.names_found import Found
from sayso.read.names_links import (
    alias_after,
    belongs_to,
    described_as,
    is_alias,
    phrase_head,
    pronoun_genders,
    role_text,
    same_as,
)
from sayso.read.names_phrases import Phrase, is_capital, phrases
from sayso.read.names_reader import PhraseReader
from sayso.read.tree import Sentence, Token, Tree

_TITLED_SHARE = 0.65
_STOPS = frozenset((".", "!", "?", "”", '"', "…"))
_PEOPLE = frozenset(("he", "she", "him", "her", "i", "who", "himself", "herself", "man", "woman", "someone", "somebody"))


class Names:
    """The actors of one article while it is read; `actors` and `mentions` hold all that is known so far.

    Ids are given by first appearance; a phrase resolved later gets the next free one.
    """

    def __init__(self, article_id: str, text: str, book: Book, mentions: Sequence[tuple[Found, Entry]]) -> None:
        self._article, self._text, self._book = article_id, text, book
        self._ids: dict[int, str] = {}
        self._entries: dict[str, Entry] = {}
        self._at: dict[int, Entry] = {}
        self._phrases: dict[str, Entry] = {}
        for e in sorted((e for e in book.entries if e.seen), key=lambda e: e.first):
            self._id(e)
        for found, e in sorted(mentions, key=lambda m: m[0].start - m[0].end):
            self._at.update(dict.fromkeys((t.i for t in found.tokens), e))
        self._mentions = tuple(Mention(f.start, f.end, text[f.start:f.end], e.kind, self._id(e))
                               for f, e in sorted(mentions, key=lambda m: (m[0].start, -m[0].end)))

    def _number(self, e: Entry) -> str:
        actor_id = local_id(self._article, "p", len(self._ids) + 1)
        self._ids[id(e)], self._entries[actor_id] = actor_id, e
        if e.of is not None:
            self._id(e.of)
        return actor_id

    def _id(self, e: Entry) -> str:
        return self._ids.get(id(e)) or self._number(e)

    @property
    def actors(self) -> tuple[Actor, ...]:
        """All actors by their ids' numbers."""
        return tuple(self._actor(i, e) for i, e in self._entries.items())

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Names and roles in text order, an enclosing one before those within it; no pronouns."""
        return self._mentions

    def result(self) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
        """The actors and mentions, once nothing more is to be resolved."""
        return self.actors, self.mentions

    def actor_at(self, token: Token) -> str | None:
        """The id of the smallest mention that holds the token, None if there is none."""
        e = self._at.get(token.i)
        return self._id(e) if e is not None else None

    def kind(self, actor_id: str) -> ActorKind | None:
        """The kind of an actor, None for an id that is not of this article."""
        e = self._entries.get(actor_id)
        return e.kind if e is not None else None

    def gender(self, actor_id: str) -> str | None:
        """`m` or `f` where titles, pronouns or the first name tell, else None."""
        e = self._entries.get(actor_id)
        return gender_of(e) if e is not None and e.kind == "person" else None

    def resolve_phrase(self, tokens: Sequence[Token]) -> str:
        """The actor that a noun phrase stands for, made if there is none yet. Raises ValueError for no tokens."""
        if not tokens:
            raise ValueError("a phrase needs at least one token")
        head = phrase_head(list(tokens))
        found = self.actor_at(head)
        if found is not None:
            return found
        name = described_as(list(tokens))
        key = name.casefold()
        e = self._phrases.get(key)
        if e is None:
            e = self._from_phrase(list(tokens), head, name)
            self._phrases[key] = e
        self._at[head.i] = e
        return self._id(e)

    def _from_phrase(self, tokens: list[Token], head: Token, name: str) -> Entry:
        kind: ActorKind = "person" if head.lower in _PEOPLE else "group" if head.tag in ("NNS", "NNPS") else "other"
        e = Entry(kind, tokens[0].start, name, names={name: None}, described=True, plural=head.tag in ("NNS", "NNPS"))
        e.seen.append((head.sentence.index, head.i))
        for t in tokens:
            of = self._at.get(t.i)
            if of is not None and t is not head and t.dep in ("poss", "compound", "pobj", "amod", "nmod"):
                e.of = of
                break
        self._book.entries.append(e)
        return e

    def _actor(self, actor_id: str, e: Entry) -> Actor:
        names = tuple(dict.fromkeys([*e.names] or [e.name]))
        return Actor(actor_id, e.name, e.kind, names, e.role, self._id(e.of) if e.of is not None else None,
                     e.code if e.kind == "place" else e.nation())


def find_names(tree: Tree, article_id: str, places: Sequence[Place]) -> Names:
    """The people and bodies named or described in an article, its places known already."""
    reader = PhraseReader(places)
    found: list[Found] = []
    for sentence in tree.sentences:
        found.extend(_read(sentence, reader))
    at = _by_token(found)
    book = Book()
    for f in sorted(found, key=lambda f: -len(f.name.split())):
        book.learn(f)
    for f in found:
        book.retype(f)
    mentions = _resolve(tree, found, at, book)
    _genders(tree, at, dict((id(f), e) for f, e in mentions))
    _speak_for(book)
    return Names(article_id, tree.text, book, mentions)


def _read(sentence: Sentence, reader: PhraseReader) -> list[Found]:
    words = [t for t in sentence.tokens if t.text[:1].isalpha()]
    titled = len(words) > 3 and sentence.tokens[-1].text not in _STOPS and sum(map(is_capital, words)) / len(words) >= _TITLED_SHARE
    out: list[Found] = []
    mains: dict[int, Found] = {}
    for p in phrases(sentence):
        owner = mains.get(id(p.owner)) if p.owner is not None else None
        got = reader.read(p, owner, titled)
        out.extend(got)
        if got and got[-1].tokens[-1] is p.last:
            mains[id(p)] = got[-1]
        _keep(p, got)
    return out


def _keep(p: Phrase, got: list[Found]) -> None:
    for f in got:
        f.det = f.det or (p.det if f.tokens[0] is p.tokens[0] else "")


def _by_token(found: list[Found]) -> dict[int, Found]:
    """Token index -> the smallest mention that holds it."""
    out: dict[int, Found] = {}
    for f in sorted(found, key=lambda f: f.start - f.end):
        out.update(dict.fromkeys((t.i for t in f.tokens), f))
    return out


def _resolve(tree: Tree, found: list[Found], at: dict[int, Found], book: Book) -> list[tuple[Found, Entry]]:
    """Every mention with its entry, in text order; descriptions that stand beside a name go to the name's entry."""
    entries: dict[int, Entry] = {}
    placing: set[int] = set()

    def entry_of(f: Found) -> Entry | None:
        if id(f) in entries:
            return entries[id(f)]
        if id(f) in placing:
            return None
        placing.add(id(f))
        link = belongs_to(f, at)
        goal = link[0] if link is not None else f.owner
        owner = entry_of(goal) if goal is not None and goal is not f else None
        f.affiliated = link is not None
        if owner is None and f.det in ("his", "her") and f.kind == "person" and f.serves:
            owner = book.last_person(f)
        twin = same_as(f, at) if not f.name else None
        if twin is None and not f.name and f.head.dep == "attr":
            return None
        if not f.name:
            f.title = role_text(f, tree.text, at) if f.title else f.title
        if owner is None and f.country and f.speaks and f.kind != "place" and f.code is None:
            owner = book.country(f.country, f.start)
            owner.first = min(owner.first, f.start)
        e = entry_of(twin) if twin is not None else None
        if e is not None and e.kind == f.kind:
            # `He is the founder of the movement` says nothing of whom he speaks for.
            book.describe(e, f, owner if owner is not e and f.head.dep != "attr" else None)
            if e.kind == "organization" and e.acronyms_only():
                e.name = f.text
                e.names.setdefault(f.text)
        else:
            e = book.place(f, owner)
        placing.discard(id(f))
        if e is not None:
            entries[id(f)] = e
        return e

    aliases = _aliases(found)
    out = []
    for f in found:
        original = aliases.get(id(f))
        if original is not None and (e := entry_of(original)) is not None:
            e.names.setdefault(f.text)
            e.acronyms.add(f.text.replace(".", ""))
            e.seen.append((f.head.sentence.index, f.head.i))
            entries[id(f)] = e
        e = entry_of(f)
        if e is not None:
            out.append((f, e))
    return out


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


def _genders(tree: Tree, at: dict[int, Found], entries: dict[int, Entry]) -> None:
    before = None
    for s in tree.sentences:
        for f, gender in pronoun_genders(s, before, at):
            e = entries.get(id(f))
            if e is not None:
                e.genders[gender] += 1
        before = s


def _speak_for(book: Book) -> None:
    """What speaks for a country and belongs to nothing nearer is the country's."""
    for e in list(book.entries):
        if e.of is None and e.country is not None and e.code is None and countries.country(e.country) is not None:
            of = book.country(e.country, e.first)
            if not of.seen:
                of.seen.append((0, 0))
            e.of = of
