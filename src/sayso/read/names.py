"""People and bodies of one article: who is named or described where, and whom they speak for.

Method: base noun phrases cut from the tags, typed by tables first and the tagger last (`names_reader`), joined over
the article by their full forms, then short forms, acronyms and definite descriptions in text order (`names_book`).
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.data import countries
from sayso.data.titles import gender_of_name
from sayso.model.ids import local_id
from sayso.model.reading import Actor, ActorKind, Mention, Place
from sayso.read.names_book import Book
from sayso.read.names_entry import Entry, gender_of
from sayso.read.names_found import Found
from sayso.read.names_links import described_as, phrase_head, pronoun_genders
from sayso.read.names_reader import PhraseReader
from sayso.read.names_resolver import Resolver
from sayso.read.tree import Token, Tree

_PEOPLE = frozenset(("he", "she", "him", "her", "i", "who", "himself", "herself", "man", "woman", "someone",
                     "somebody"))


class Names:
    """The actors of one article while it is read; `actors` and `mentions` hold all that is known so far.

    Ids are given by first appearance; a phrase resolved later gets the next free one.
    """

    def __init__(self, article_id: str, text: str, resolver: Resolver, mentions: Sequence[tuple[Found, Entry]]) -> None:
        self._article, self._text, self._resolver = article_id, text, resolver
        self._ids: dict[int, str] = {}
        self._entries: dict[str, Entry] = {}
        self._at: dict[int, Entry] = {}
        self._phrases: dict[str, Entry] = {}
        for e in sorted((e for e in resolver.book.entries if e.seen), key=lambda e: e.first):
            self._id(e)
        for found, e in sorted(mentions, key=lambda m: m[0].start - m[0].end):
            self._at.update(dict.fromkeys((t.i for t in found.tokens), e))
        self._found = list(mentions)

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
        found = sorted(self._found, key=lambda m: (m[0].start, -m[0].end))
        return tuple(Mention(f.start, f.end, self._text[f.start:f.end], e.kind, self._id(e)) for f, e in found)

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
        known = self.actor_at(head) or self._late(head, tokens)
        if known is not None:
            return known
        name = described_as(list(tokens))
        key = name.casefold()
        e = self._phrases.get(key)
        if e is None:
            e = self._from_phrase(list(tokens), head, name)
            self._phrases[key] = e
        self._at[head.i] = e
        return self._id(e)

    def _late(self, head: Token, tokens: Sequence[Token]) -> str | None:
        """The actor of a phrase passed over before, as nothing showed that it was one."""
        if head.pos not in ("NOUN", "PROPN", "PRON", "NUM"):
            # The tree is wrong about the phrase: the last name in it is who is meant.
            return next((a for t in reversed(tokens) if t.pos == "PROPN" and (a := self.actor_at(t)) is not None), None)
        late = self._resolver.late(head)
        if late is None:
            return None
        found, e = late
        self._found.append(late)
        for t in found.tokens:
            self._at.setdefault(t.i, e)
        return self._id(e)

    def _from_phrase(self, tokens: list[Token], head: Token, name: str) -> Entry:
        kind: ActorKind = "person" if head.lower in _PEOPLE else "group" if head.tag in ("NNS", "NNPS") else "other"
        e = Entry(kind, tokens[0].start, name, names={name: None}, described=True, plural=head.tag in ("NNS", "NNPS"))
        e.seen.append((head.sentence.index, head.i))
        for t in tokens:
            of = self._at.get(t.i)
            within = t.dep in ("poss", "compound", "amod", "nmod") and t.head is head
            behind = t.dep == "pobj" and t.head.head is head and t.head.lower in ("of", "by", "from", "at", "for")
            if of is not None and (within or behind):
                e.of = of
                break
        self._resolver.book.entries.append(e)
        return e

    def _actor(self, actor_id: str, e: Entry) -> Actor:
        names = tuple(dict.fromkeys([*e.names] or [e.name]))
        return Actor(actor_id, e.name, e.kind, names, e.role, self._id(e.of) if e.of is not None else None,
                     e.code if e.kind == "place" else e.nation())


def find_names(tree: Tree, article_id: str, places: Sequence[Place]) -> Names:
    """The people and bodies named or described in an article, its places known already."""
    resolver = Resolver(tree, PhraseReader(places))
    mentions = resolver.resolve()
    _genders(tree, resolver.at, {id(f): e for f, e in mentions})
    _speak_for(resolver.book)
    return Names(article_id, tree.text, resolver, mentions)


def _genders(tree: Tree, at: dict[int, Found], entries: dict[int, Entry]) -> None:
    before = None
    for s in tree.sentences:
        for f, gender in pronoun_genders(s, before, at):
            e = entries.get(id(f))
            # A first name says more than one pronoun, which may mean somebody named before.
            if e is not None and gender_of_name(e.name.split()[0]) in (None, gender):
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
