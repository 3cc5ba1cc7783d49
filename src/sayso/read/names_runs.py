"""What a run of capitals stands for: by the tables, then the places found, then the tagger, last by its shape."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sayso.data import countries, titles
from sayso.data.agencies import agency
from sayso.data.media import is_medium
from sayso.data.wording import content_words
from sayso.model.reading import Place
from sayso.read.names_found import Found, is_location, is_namelike, is_subject
from sayso.read.names_phrases import words_of
from sayso.read.tree import Token

LONGEST_NAME = 6
_NO_ACTOR = frozenset(("EVENT", "LAW", "WORK_OF_ART", "PRODUCT", "LANGUAGE", "DATE", "TIME", "MONEY", "PERCENT",
                       "QUANTITY", "ORDINAL", "FAC"))
_SITES = frozenset(("street", "avenue", "road", "square", "park", "river", "bridge", "beach", "city", "county",
                    "valley", "island", "islands", "lake", "mountain", "mountains", "airport", "station", "province",
                    "region"))
_COMPATRIOT = ("shman", "chman", "tsman", "shwoman", "chwoman", "tswoman")
_NO_ACRONYM = frozenset(("IT", "TV", "OK", "AM", "PM", "CEO", "CT", "DJ", "ID", "PR", "AI", "HE", "SHE", "WE", "THE",
                         "NO", "WHO", "DNA", "GDP", "ICBM", "GMT"))


def opens(t: Token) -> bool:
    """Is this the first word of its sentence, so that its capital proves nothing?"""
    return next((x for x in t.sentence.tokens if x.text[:1].isalnum()), None) is t


def leading_country(tokens: list[Token]) -> tuple[int, str | None]:
    """How many of the first tokens name a country or nationality, and which."""
    for n in range(min(LONGEST_NAME, len(tokens)), 0, -1):
        text = words_of(tokens[:n])
        code = countries.named(text) or countries.adjective(text)
        if code:
            return n, code
    return 0, None


class Runs:
    """Runs of capitals of one article; `places` are those already found in it."""

    def __init__(self, places: Sequence[Place]) -> None:
        self._places = {p.start: p for p in places}

    def place(self, run: list[Token]) -> Place | None:
        """The place found before that covers the run."""
        found = self._places.get(run[0].start)
        return found if found is not None and found.end >= run[-1].end else None

    def classify(self, run: list[Token], det: str) -> Found | None:
        """What a run of capitals stands for; None where it is no actor."""
        found = self.from_tables(run, det)
        # A capital that is no actor here says where something is.
        if found is not None or countries.capital_of(words_of(run)):
            return found
        return self.from_evidence(run, det)

    def from_tables(self, run: list[Token], det: str) -> Found | None:
        """A country, capital, seat of power, people, agency or body that the tables know by this name."""
        text, last = words_of(run), run[-1]
        country = self._country(run, text, det)
        if country is not None:
            return country
        known = titles.known_body(text)
        seat = countries.seat_of(text)
        if known is not None and (known.words != "West" or det == "the"):
            return Found(run, known.kind, last, text, text, det=det, words=content_words(known.words), country=seat,
                         speaks=seat is not None, evidence="table")
        code = countries.capital_of(text)
        if code:
            place = self.place(run)
            if is_location(last) and (place is None or place.role == "location"):
                return None
            return Found(run, "place", last, text, text, code=code, det=det, evidence="table")
        if seat:
            return Found(run, "organization", last, text, text, country=seat, speaks=True, det=det,
                         words=content_words(text), evidence="table")
        code = countries.adjective(text)
        if code:
            if last.tag not in ("NNPS", "NNS") and det != "the":
                return None
            return Found(run, "group", last, text, text, country=code, speaks=True, det=det, plural=True,
                         heads=("people",), words=content_words(text), evidence="table")
        name = agency(text)
        if name and (len(text) > 3 or last.ent[2:] == "ORG" or is_subject(last)):
            return Found(run, "organization", last, text, text, det=det, words=content_words(name),
                         heads=("agency", "news agency"), evidence="table")
        return None

    def _country(self, run: list[Token], text: str, det: str) -> Found | None:
        code = countries.named(text)
        if code is None:
            return None
        place = self.place(run)
        # `Georgia` the state, as the places were read.
        other = place is not None and place.kind in ("city", "region") and place.country not in (None, code)
        return Found(run, "place", run[-1], text, text, code=None if other else code, det=det, evidence="table")

    def from_evidence(self, run: list[Token], det: str) -> Found | None:
        """A name that no table knows, by the places, the tagger's word and its shape."""
        text, last = words_of(run), run[-1]
        ent = Counter(t.ent[2:] for t in run).most_common(1)[0][0]
        n, code = leading_country(run)
        given = len(run) > 1 and titles.given_name(run[0].text) and "&" not in text
        if is_medium(text) and not given:
            return Found(run, "organization", last, text, text, det=det, words=content_words(text), evidence="table")
        if self.place(run) is not None and not (given and ent == "PERSON"):
            return Found(run, "place", last, text, text, det=det, evidence="table")
        if code and n < len(run) and is_namelike(run[n:]) and countries.adjective(words_of(run[:n])):
            # `Frenchman Jean Roe`: the name is what follows.
            if ent in ("PERSON", "", "NORP") or titles.given_name(run[n].text) or run[0].lower.endswith(_COMPATRIOT):
                return None
        if last.lower in _SITES and len(run) > 1:
            return Found(run, "place", last, text, text, det=det, evidence="parser")
        if ent == "PERSON" or (given and ent in ("ORG", "", "GPE")):
            return Found(run, "person", last, text, text, det=det, evidence="parser")
        if ent in _NO_ACTOR or run[0].tag == "CD":
            return None
        if ent == "ORG" or self._is_acronym(text, last, det):
            return Found(run, "organization", last, text, text, det=det, words=content_words(text), evidence="parser")
        if ent in ("GPE", "LOC"):
            # `Ala.`, `Va.`: a part of an address.
            return None if text.endswith(".") else Found(run, "place", last, text, text, det=det, evidence="parser")
        if ent == "NORP":
            people = last.tag == "NNPS" or det == "the"
            return Found(run, "group", last, text, text, det=det, plural=True, words=content_words(text),
                         evidence="parser") if people else None
        return self._from_shape(run, det)

    @staticmethod
    def _is_acronym(text: str, last: Token, det: str) -> bool:
        letters = 2 <= len(text) <= 6 and text.isalpha() and text.isupper() and text not in _NO_ACRONYM
        return letters and (det == "the" or is_subject(last))

    @staticmethod
    def _from_shape(run: list[Token], det: str) -> Found | None:
        text, last = words_of(run), run[-1]
        if len(run) == 1 and opens(run[0]):
            # The capital proves nothing: a name only if it turns out to be one known from elsewhere.
            return Found(run, "other", last, text, text, words=content_words(text), evidence="guess")
        if not all(t.pos == "PROPN" or t.text in ("-", "–") for t in run):
            return None
        person = 2 <= len(run) <= 5 and not det and is_subject(last)
        return Found(run, "person" if person else "other", last, text, text, det=det, words=content_words(text))
