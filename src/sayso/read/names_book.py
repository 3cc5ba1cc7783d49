"""The actors of one article as they become known, and which of them a mention means.

Method: names first, by their full forms over the whole article; then every mention in text order, short forms and
descriptions going to the last one mentioned that they fit. Where several fit equally a description stays on its own.
"""

from __future__ import annotations

from sayso.data import countries, titles
from sayso.data.wording import folded as fold
from sayso.data.wording import initials, person_key
from sayso.read.names_described import DEFINITE, description, nearest, same_described, taken_up
from sayso.read.names_entry import Entry, gender_of, same_name, within
from sayso.read.names_found import Found, is_subject

_WEIGHT = {"table": 10, "title": 10, "body": 10, "thing": 10, "parser": 2, "shape": 1, "guess": 0}
# Entries that a mention is compared with, the latest. No report names as many; a text of a million words does, and
# there a short form or description is of somebody named not too long before.
MOST_COMPARED = 1000
_COMPANY = frozenset(("company", "firm", "corporation", "organization", "organisation", "group"))


class Book:
    """The entries of one article."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self._countries: dict[str, Entry] = {}
        self._full_names: dict[tuple[str, ...], Entry] = {}
        self._full_words: dict[frozenset[str], Entry] = {}

    def _known(self) -> list[Entry]:
        """The entries that a mention may mean."""
        return self.entries if len(self.entries) <= MOST_COMPARED else self.entries[-MOST_COMPARED:]

    # what is known before reading on ------------------------------------------------------------------------------

    def learn_person(self, found: Found) -> None:
        """Registers a person's full name, wherever in the text it comes first."""
        if found.kind != "person" or not found.name or _is_headline(found):
            return
        key = person_key(found.name)
        if len(key) > 1 and self._same_person(key) is None:
            self._add(Entry("person", found.start, found.name, key=key))

    def retype(self, found: Found) -> None:
        """Makes a person of a name taken for something else, where it is that of a person known by now."""
        if not found.name or found.kind == "person" or found.det == "the":
            return
        key = person_key(found.name)
        people = [e for e in self._known() if len(e.key) > 1]
        if len(key) > 1:
            ends = [e for e in people if key[-len(e.key):] == e.key] if found.evidence in ("parser", "shape") else []
            if ends:
                found.kind, found.name = "person", ends[0].name
            return
        if found.code is not None and countries.capital_of(found.name) is None:
            return
        sure = found.evidence == "table" and not (
            found.kind == "place" and (found.head.ent[2:] == "PERSON" or is_subject(found.head)))
        if not sure and any(e.key[-1] == key[0] for e in people):
            found.kind, found.code = "person", None

    def learn_body(self, found: Found) -> None:
        """Registers a body's full name, wherever in the text it comes first."""
        if found.kind != "organization" or " " not in found.name or not found.words or _is_headline(found):
            return
        entry = self._same_body(found) or self._part_of_body(found)
        if entry is None:
            entry = self._add(Entry("organization", found.start, found.name, words=found.words,
                                    country=found.country if found.speaks else None))
            entry.acronyms |= initials(found.name)
        if entry.country is None and found.speaks:
            entry.country = found.country
        entry.heads |= set(found.heads)
        entry.full += 1

    def country(self, code: str, at: int) -> Entry:
        """The country's entry, made where it is first needed."""
        entry = self._countries.get(code)
        if entry is None:
            known = countries.country(code)
            entry = self._add(Entry("place", at, known.name if known else code, code=code))
            self._countries[code] = entry
        entry.first = min(entry.first, at)
        return entry

    def _add(self, entry: Entry) -> Entry:
        self.entries.append(entry)
        if entry.kind == "person":
            self._full_names.setdefault(entry.key, entry)
        elif entry.kind == "organization":
            self._full_words.setdefault(entry.words, entry)
        return entry

    # mentions -----------------------------------------------------------------------------------------------------

    def place(self, found: Found, owner: Entry | None) -> Entry | None:
        """The entry of a mention, made if need be; None for a word that turned out to be no actor."""
        entry = self._entry(found, owner)
        if entry is None:
            return None
        self._note(entry, found, owner)
        return entry

    def _entry(self, found: Found, owner: Entry | None) -> Entry | None:
        if found.code is not None:
            maybe = found.code not in self._countries and (found.head.ent[2:] == "PERSON" or is_subject(found.head))
            person = self._surname(found) if maybe else None
            if person is not None and person.seen:
                return person
            return self.country(found.code, found.start)
        if found.name:
            if found.evidence == "thing":
                return self._by_name(found) or self._add(Entry("other", found.start, found.name, words=found.words))
            if found.kind == "person" or found.kind == "other":
                return self._person(found)
            if found.kind == "organization":
                return self._body(found)
            compass = self._compass(found)
            body = self._part_of_body(found) if found.kind == "group" else None
            return compass or body or self._by_name(found) or self._add(
                Entry(found.kind, found.start, found.name, words=found.words, plural=found.plural))
        return self._described(found, owner)

    def _compass(self, found: Found) -> Entry | None:
        """`the North`, where only one country of that name (`North Korea`) is spoken of."""
        if found.name not in ("North", "South") or found.det not in ("the", ""):
            return None
        fits = [e for e in self._countries.values() if e.name.startswith(found.name + " ")]
        return fits[0] if len(fits) == 1 else None

    def last_person(self, found: Found) -> Entry | None:
        """Whom `his` or `her` before a role means: the last person named, if the gender fits."""
        gender = "m" if found.det == "his" else "f"
        fits = [e for e in self._known() if e.kind == "person" and e.seen and not e.described
                and gender_of(e) in (gender, None) and found.head.sentence.index - e.seen[-1][0] <= 1]
        return max(fits, key=lambda e: e.seen[-1][1]) if fits else None

    def _by_name(self, found: Found) -> Entry | None:
        wanted = fold(found.name).removeprefix("the ")
        fits = [e for e in self._known() if not e.described and e.code is None
                and any(fold(n).removeprefix("the ") == wanted for n in (e.name, *e.names))]
        same = [e for e in fits if e.kind == found.kind]
        weak = found.evidence in ("parser", "shape", "guess")
        return next(iter(same or (fits if weak else [e for e in fits if e.kind == "other"])), None)

    def _person(self, found: Found) -> Entry | None:
        key = person_key(found.name)
        entry = self._same_person(key) if len(key) > 1 else self._surname(found)
        if entry is None and found.headline and len(key) > 1:
            inside = [e for e in self._known() if e.kind == "person" and len(e.key) > 1 and within(e.key, key)]
            if inside or len(found.tokens) > 3:
                found.name = inside[0].name if inside else ""
                return inside[0] if inside else None
        if entry is None and found.role is None:
            entry = self._by_name(found) or self._part_of_body(found)
        if entry is not None or found.evidence == "guess":
            return entry
        if found.kind == "other" or (found.evidence == "shape" and len(key) == 1):
            return self._add(Entry("other", found.start, found.name)) if found.kind == "other" and \
                found.head.dep in ("nsubj", "nsubjpass") else None
        return self._add(Entry("person", found.start, found.name, key=key))

    def _same_person(self, key: tuple[str, ...]) -> Entry | None:
        if len(self.entries) > MOST_COMPARED and (early := self._full_names.get(key)) is not None and early.kind == "person":
            return early
        for e in self._known():
            if e.kind == "person" and len(e.key) > 1 and same_name(e.key, key):
                return e
        return None

    def _surname(self, found: Found) -> Entry | None:
        key = person_key(found.name)
        if len(key) != 1:
            return None
        pool = [e for e in self._known() if e.kind == "person" and e.key and not e.described]
        fits = [e for e in pool if e.key[-1] == key[0]] or [e for e in pool if e.key[0] == key[0] and len(e.key) > 1]
        wanted = found.role.gender if found.role else None
        if wanted:
            fits = [e for e in fits if gender_of(e) in (wanted, None)] or fits
        office = [e for e in fits if found.role and found.role.use == "office" and e.heads & set(found.heads)]
        return nearest(office or fits)

    def _same_body(self, found: Found) -> Entry | None:
        fits = [e for e in self._known() if e.kind == "organization" and not e.described and e.words == found.words
                and (found.country is None or e.country in (None, found.country) or not found.speaks)]
        if not fits and len(self.entries) > MOST_COMPARED and (early := self._full_words.get(found.words)) is not None:
            return early if early.kind == "organization" and not early.described else None
        exact = [e for e in fits if e.country == found.country]
        return nearest(exact or fits)

    def _part_of_body(self, found: Found) -> Entry | None:
        """`Yonhap` for the Yonhap News Agency, `Cubs` for the Chicago Cubs, `GUR` for what it abbreviates."""
        pool = [e for e in self._known() if e.kind == "organization" and not e.described and " " in e.name]
        name = found.name.replace(".", "")
        short = [e for e in pool if name.isupper() and name in e.acronyms]
        part = fold(found.name).removeprefix("the ")
        noun = " " not in part and titles.body(part) is not None
        if short or noun or countries.named(found.name) or countries.capital_of(found.name):
            return nearest(short)
        if found.kind == "place" or found.evidence == "table":
            return None
        fits = [e for e in pool if f" {fold(e.name)} ".startswith((f" {part} ", f" the {part} "))
                and (e.full > 1 or titles.body(fold(e.name).rpartition(" ")[2]) is not None)]
        if not fits and (" " in part or part.endswith("s")):
            fits = [e for e in pool if fold(e.name).endswith(f" {part}") and found.country in (None, e.country)]
        return nearest(fits)

    def _body(self, found: Found) -> Entry:
        entry = self._same_body(found) or self._by_name(found) or self._part_of_body(found)
        if entry is None and found.evidence == "parser" and len(person_key(found.name)) == 1:
            entry = self._surname(found)
        if entry is None and found.det in DEFINITE and len(found.words) == 1 and found.country is None:
            entry = taken_up(self._known(), found)
        return entry or self._add(Entry("organization", found.start, found.name, words=found.words,
                                        heads=set(found.heads)))

    # descriptions -------------------------------------------------------------------------------------------------

    def _described(self, found: Found, owner: Entry | None) -> Entry:
        named = None
        if found.kind == "organization":
            named = same_described(self._known(), found, owner)
            if named is None and found.det in DEFINITE:
                named = taken_up(self._known(), found)
        elif found.kind == "person":
            named = taken_up(self._known(), found, owner) if found.det in DEFINITE else None
            named = named or same_described(self._known(), found, owner)
        else:
            named = same_described(self._known(), found, owner)
        return named or self._add(
            Entry(found.kind, found.start, found.title or found.text, described=True, plural=found.plural,
                  words=description(found), heads=set(found.heads)))

    # what a mention adds ------------------------------------------------------------------------------------------

    def _note(self, e: Entry, found: Found, owner: Entry | None) -> None:
        e.first = min(e.first, found.start) if e.seen else found.start
        e.seen.append((found.head.sentence.index, found.head.i))
        if found.name and e.code is None:
            e.kinds[found.kind] += _WEIGHT[found.evidence]
            top = e.kinds.most_common(1)[0]
            if e.kinds[e.kind] < top[1]:
                e.kind = top[0]
        if found.name:
            e.names.setdefault(found.name)
            if e.kind == "person" and found.text != found.name:
                e.names.setdefault(found.text)
            if e.described:
                e.name, e.described = found.name, False
            if e.kind == "person" and len(person_key(found.name)) > len(e.key):
                e.name, e.key = found.name, person_key(found.name)
        elif e.described or e.kind == "organization":
            e.names.setdefault(found.text)
        self.describe(e, found, owner)

    def describe(self, e: Entry, found: Found, owner: Entry | None) -> None:
        """Adds the role, the gender and what the mention says the actor speaks for."""
        if found.code is not None or e.code is not None:
            return
        e.heads |= set(found.heads)
        if found.title and (e.role is None or len(found.title) > len(e.role)):
            e.role = found.title
        if found.role is not None and found.role.gender:
            e.genders[found.role.gender] += 2
        if owner is e:
            owner = None
        if owner is not None and (found.serves or found.affiliated) and not owner.reaches(e):
            # A body is nearer than the country it belongs to.
            nearer = e.of is not None and e.of.code is not None and owner.code is None
            if e.of is None or (nearer and owner.nation() in (None, e.of.code)):
                e.of = owner
        elif e.of is None and found.country and found.speaks:
            e.country = e.country or found.country


def _is_headline(found: Found) -> bool:
    """Is it a long name in a headline, where the capitals of other words may have joined it?"""
    return found.headline and len(found.name.split()) > 3
