"""Reads one phrase: who or what it names or describes, and what stands in it besides.

Tables come first (countries, seats of power, bodies, titles), the places that were found next, the statistical
tagger last: a small model cuts names and mistakes their type more often than not outside the newspapers it learnt.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sayso.data import countries, titles
from sayso.data.agencies import agency
from sayso.data.titles import Body
from sayso.data.wording import content_words
from sayso.model.reading import Place
from sayso.read.names_found import (
    Found,
    is_location,
    is_namelike,
    is_subject,
    role_heads,
    title_at_end,
    title_before,
)
from sayso.read.names_phrases import Phrase, is_capital, words_of
from sayso.read.tree import Token

_NO_ACTOR = frozenset(("EVENT", "LAW", "WORK_OF_ART", "PRODUCT", "LANGUAGE", "DATE", "TIME", "MONEY", "PERCENT",
                       "QUANTITY", "ORDINAL"))
_LONGEST_NAME = 6
# Bodies that go by the name of the person who leads them.
_SITES = frozenset(("street", "avenue", "road", "square", "park", "river", "bridge", "beach", "city", "county", "valley",
                    "island", "islands", "lake", "mountain", "mountains", "airport", "station", "province", "region"))
# Endings of nouns for persons, for those that the table of titles lacks.
_PERSONAL = ("er", "or", "ist", "man", "woman", "ian", "ant", "eer", "ee", "ess", "star", "mate", "chief", "oon", "ate", "ace")
# Nouns that only say what a named body is (`the Wagner group`).
_APPOSED = frozenset(("agency", "group", "movement", "organization", "organisation", "militia", "newspaper", "network",
                      "channel", "broadcaster", "company", "bloc", "alliance", "newswire", "website", "magazine"))
# Words of bodies that are no part of a state, though their nouns (`council`, `committee`) are those of one.
_CIVIL = frozenset(("refugee", "rights", "relief", "aid", "medical", "muslim", "islamic", "jewish", "christian", "church",
                    "churches", "olympic", "football", "bar", "press", "trade", "business", "student", "workers"))
_NO_ACRONYM = frozenset(("IT", "TV", "OK", "AM", "PM", "CEO", "CT", "DJ", "ID", "PR", "AI", "HE", "SHE", "WE", "THE", "NO",
                         "WHO", "DNA", "GDP", "ICBM"))
_LED = frozenset(("administration", "presidency", "campaign", "government", "regime", "cabinet", "team", "junta"))


def _plain(tokens: list[Token]) -> str:
    """The words of a description, without the capital that begins a sentence."""
    text = words_of(tokens)
    return text[:1].lower() + text[1:] if tokens[0].tag in ("NN", "NNS", "JJ") and tokens[0].ent == "" else text


def _opens(t: Token) -> bool:
    """Is this the first word of its sentence, so that its capital proves nothing?"""
    return next((x for x in t.sentence.tokens if x.text[:1].isalnum()), None) is t


def _owned(inner: Found | None, owner: Found | None) -> Found | None:
    """What something belongs to: the body named within, which then belongs to the possessor (`Japan's Cabinet`)."""
    if inner is None:
        return owner
    if inner is not owner and inner.owner is None and inner.kind == "organization":
        inner.owner = owner
    return inner


def _without_credit(tokens: list[Token]) -> list[Token]:
    """The tokens without the agency of a photo credit that stands glued to the sentence below it."""
    for n in (2, 1):
        if n < len(tokens) and is_capital(tokens[n]) and _opens(tokens[0]) and agency(words_of(tokens[:n])):
            return tokens[n:]
    return tokens


class PhraseReader:
    """Reads phrases of one article; `places` are those already found in it."""

    def __init__(self, places: Sequence[Place]) -> None:
        self._places = {p.start: p for p in places}

    def read(self, phrase: Phrase, owner: Found | None, titled_case: bool) -> list[Found]:
        """All that the phrase mentions; the last is the phrase's own, if its end is the last's end.

        `titled_case` says that the sentence writes every word with a capital, so that capitals prove nothing.
        """
        nested, main = self._analyse(_without_credit(phrase.tokens), phrase.det, owner)
        if main is not None and titled_case and main.evidence == "shape":
            main = None
        out = nested + ([main] if main else [])
        for f in out:
            f.headline = titled_case
        return out

    def _analyse(self, tokens: list[Token], det: str, owner: Found | None) -> tuple[list[Found], Found | None]:
        whole = self._from_tables(tokens, det) if len(tokens) > 1 and is_capital(tokens[0]) else None
        if whole is not None:
            return [], whole
        steps = (self._titled, self._role, self._body)
        if any(t.lower in ("of", "for") for t in tokens):
            steps = (self._titled, self._body, self._role)
        for step in steps:
            result = step(tokens, det, owner)
            if result is not None:
                return result
        return self._run(tokens, det, owner)

    def _titled(self, tokens: list[Token], det: str, owner: Found | None) -> tuple[list[Found], Found | None] | None:
        split = title_before(tokens)
        if split is None:
            return self._untitled_noun(tokens, det, owner)
        i, j, role = split
        name = tokens[j:]
        ents = {t.ent[2:] for t in tokens[i:]}
        body = titles.body(name[-1].text) is not None and not titles.given_name(name[0].text) and ents != {"PERSON"}
        if body or (ents == {"ORG"} and role.use != "honour") or titles.known_body(words_of(tokens[i:])):
            return None
        if countries.named(words_of(name)) and ents & {"GPE", "NORP"} or titles.portfolio(words_of(name)):
            return None
        nested, country, inner = self._modifiers(tokens[:i])
        title = "" if role.use == "honour" else self._title_text(tokens[:j], owner)
        found = Found(tokens, "person", tokens[-1], words_of(tokens), words_of(name), title, role_heads(role), role,
                      country=country, speaks=role.speaks, owner=_owned(inner, owner), det=det, evidence="title")
        return nested, found

    def _untitled_noun(self, tokens: list[Token], det: str,
                       owner: Found | None) -> tuple[list[Found], Found | None] | None:
        """`billionaire Jane Roe`: a common noun that is no known title before what is surely a person's name."""
        k = next((k for k in range(len(tokens) - 1, -1, -1) if tokens[k].tag == "NN" and not is_capital(tokens[k])), -1)
        name = tokens[k + 1:]
        if k < 0 or not is_namelike(name) or titles.body(tokens[k].text) is not None:
            return None
        if not ({t.ent[2:] for t in name} == {"PERSON"} or (len(name) > 1 and titles.given_name(name[0].text))):
            return None
        nested, country, inner = self._modifiers(tokens[:k])
        if not tokens[k].lower.endswith(_PERSONAL):
            return nested, Found(name, "person", tokens[-1], words_of(name), words_of(name), evidence="parser")
        return nested, Found(tokens, "person", tokens[-1], words_of(tokens), words_of(name), words_of(tokens[:k + 1]),
                             (tokens[k].lower,), titles.title("resident"), country=country, owner=_owned(inner, owner),
                             det=det, evidence="title")

    def _role(self, tokens: list[Token], det: str, owner: Found | None) -> tuple[list[Found], Found | None] | None:
        end = title_at_end(tokens)
        if end is None or self._is_surname(tokens):
            return None
        i, role = end
        nested, country, inner = self._modifiers(tokens[:i])
        last = tokens[-1]
        plural = last.tag in ("NNS", "NNPS") and titles.singular(last.text) != last.lower
        linked = inner or owner or (country and role.speaks)
        if last.dep in ("compound", "amod") or not (linked or is_subject(last) or last.dep in ("appos", "attr") or (
                role.speaks and det == "the" and not plural)):
            return nested, None
        if plural and role.use == "private" and any(t.tag == "CD" for t in tokens):
            return nested, None
        if not role.speaks and inner is not None and inner.kind == "place":
            inner = None
        return nested, Found(tokens, "group" if plural else "person", last, _plain(tokens),
                             title=self._title_text(tokens, owner), heads=role_heads(role), role=role, country=country,
                             speaks=role.speaks, owner=_owned(inner, owner), det=det, plural=plural, evidence="title")

    def _is_surname(self, tokens: list[Token]) -> bool:
        """Is the title at the end a person's surname (`Stephen King`)?"""
        if not is_namelike(tokens) or len(tokens) < 2:
            return False
        return titles.given_name(tokens[-2].text) or (
            tokens[-1].ent == "I-PERSON" and tokens[-2].ent[2:] == "PERSON" and titles.body(tokens[-2].text) is None)

    @staticmethod
    def _title_text(tokens: list[Token], owner: Found | None) -> str:
        return (f"{owner.text}'s " if owner is not None else "") + words_of(tokens)

    # bodies -----------------------------------------------------------------------------------------------------

    def _body(self, tokens: list[Token], det: str, owner: Found | None) -> tuple[list[Found], Found | None] | None:
        head = self._body_head(tokens)
        if head is None:
            return None
        if head[1] == len(tokens) and len(tokens) > 2 and titles.given_name(tokens[-2].text) and tokens[-1].ent == "I-PERSON":
            return None
        at, stop, body = head
        whole = words_of(tokens)
        if len(tokens) > 1 and (countries.named(whole) or titles.known_body(whole) or countries.capital_of(whole)):
            return None
        place = self._place(tokens)
        if place is not None and body.link == "private" and place.kind in ("city", "region", "water"):
            return None
        nested, country, inner = self._modifiers(tokens[:at]) if not is_namelike(tokens[:at]) else ([], None, None)
        begin, code = self._leading_country(tokens[:at])
        after = countries.named(words_of(tokens[stop + 1:])) if stop < len(tokens) else None
        core = [t for t in tokens[begin:at] if is_capital(t)]
        proper = is_capital(tokens[at]) and not (_opens(tokens[at]) and stop == len(tokens))
        named = proper or (bool(core) and inner is None)
        if not named and not (self._is_known_run(core) or inner or code or owner or self._stands(tokens[-1], det, body)):
            return nested, None
        if tokens[-1].dep in ("compound", "amod") and not named:
            return nested, None
        if core and not proper and inner is None:
            own = self._classify(core, "")
            if own is not None and own.kind == "organization" and tokens[stop - 1].lower in _APPOSED:
                own.tokens, own.head, own.text, own.det = tokens, tokens[stop - 1], whole, det
                own.heads = self._body_words(tokens[at:stop])
                return nested, own
            if tokens[at].lower in _LED and (own is None or own.evidence != "table"):
                own = Found(core, "person", core[-1], words_of(core), words_of(core))
            inner = own if own is not None and own.kind in ("person", "place") else None
            named = inner is None
            nested = [*nested, inner] if inner is not None else nested
        words = content_words(words_of(tokens[begin:] if after is None else tokens[begin:stop]))
        first = begin if code is None else 0
        while named and first < at and not is_capital(tokens[first]):
            first += 1
        return nested, Found(tokens, body.kind, tokens[stop - 1], whole if named else _plain(tokens),
                             words_of(tokens[first:]) if named else "", heads=self._body_words(tokens[at:stop]),
                             country=code or country or after,
                             speaks=body.link == "state" and not words & _CIVIL, owner=_owned(inner, owner),
                             det=det, plural=body.kind == "group", words=words, evidence="body")

    @staticmethod
    def _body_head(tokens: list[Token]) -> tuple[int, int, Body] | None:
        """The head noun of a body: [start, end) and its entry; before `of`, `for`, `on` in a name that holds one."""
        stop = next((k for k, t in enumerate(tokens) if k and t.lower in ("of", "for", "on")), len(tokens))
        for i in range(max(0, stop - 4), stop):
            found = titles.body(words_of(tokens[i:])) if stop < len(tokens) <= i + 4 else None
            if found is not None:
                return i, len(tokens), found
            found = titles.body(words_of(tokens[i:stop]))
            if found is not None and (found.lower or is_capital(tokens[stop - 1])):
                return (i, stop, found) if found.lower or i or stop < len(tokens) else None
        return None

    @staticmethod
    def _body_words(tokens: list[Token]) -> tuple[str, ...]:
        whole = words_of(tokens).lower()
        return (whole,) if len(tokens) == 1 else (whole, tokens[-1].lower)

    @staticmethod
    def _stands(t: Token, det: str, body: Body) -> bool:
        return is_subject(t) or (body.link == "state" and det == "the")

    @staticmethod
    def _leading_country(tokens: list[Token]) -> tuple[int, str | None]:
        """How many of the first tokens name a country or nationality, and which."""
        for n in range(min(_LONGEST_NAME, len(tokens)), 0, -1):
            text = words_of(tokens[:n])
            code = countries.named(text) or countries.adjective(text)
            if code:
                return n, code
        return 0, None

    # names ------------------------------------------------------------------------------------------------------

    def _run(self, tokens: list[Token], det: str, owner: Found | None) -> tuple[list[Found], Found | None]:
        k = next((k for k in range(len(tokens)) if is_namelike(tokens[k:])), None)
        if k is None:
            return self._modifiers(tokens)[0], None
        nested = self._modifiers(tokens[:k])[0] if k else []
        run = tokens[k:]
        if len(run) > 2 and any(titles.given_name(t.text) for t in run[1:-1]):
            before, found = self._after_body(run, nested)
            if len(before) > len(nested):
                return before, found
        found = self._classify(run, det if k == 0 else "")
        if found is None and len(run) > 1 and not countries.capital_of(words_of(run)):
            n, code = self._leading_country(run)
            if code and n < len(run):
                found = self._classify(run[n:], "")
                if found is not None:
                    found.country = code
        if found is not None:
            found.owner = found.owner or (
                owner if found.kind == "organization" and owner is not None and owner.kind != "person" else None)
        return nested, found

    def _after_body(self, run: list[Token], nested: list[Found]) -> tuple[list[Found], Found | None]:
        """`... ambassador to the UN Jane Roe`: a body, then a person."""
        for n in range(1, len(run) - 1):
            if not titles.given_name(run[n].text):
                continue
            body = self._from_tables(run[:n], "") or (self._body(run[:n], "", None) or ([], None))[1]
            if body is not None:
                return [*nested, body], self._from_evidence(run[n:], "")
        return nested, self._from_evidence(run, "")

    def _classify(self, run: list[Token], det: str) -> Found | None:
        """What a run of capitals stands for; None where it is no actor."""
        found = self._from_tables(run, det)
        # A capital that is no actor here says where something is.
        return found if found is not None or countries.capital_of(words_of(run)) else self._from_evidence(run, det)

    def _from_tables(self, run: list[Token], det: str) -> Found | None:
        text, last = words_of(run), run[-1]
        code = countries.named(text)
        place = self._place(run)
        if code and place is not None and place.kind in ("city", "region") and place.country not in (None, code):
            return Found(run, "place", last, text, text, det=det, evidence="table")
        if code:
            return Found(run, "place", last, text, text, code=code, det=det, evidence="table")
        known = titles.known_body(text)
        if known is not None and (known.words != "West" or det == "the"):
            return Found(run, known.kind, last, text, text, det=det, words=content_words(known.words),
                         country=countries.seat_of(text), speaks=countries.seat_of(text) is not None, evidence="table")
        code = countries.capital_of(text)
        if code:
            where = is_location(last) if place is None else place.role == "location"
            if where:
                return None
            return Found(run, "place", last, text, text, code=code, det=det, evidence="table")
        code = countries.seat_of(text)
        if code:
            return Found(run, "organization", last, text, text, country=code, speaks=True, det=det,
                         words=content_words(text), evidence="table")
        code = countries.adjective(text)
        if code:
            if last.tag not in ("NNPS", "NNS") and det != "the":
                return None
            return Found(run, "group", last, text, text, country=code, speaks=True, det=det, plural=True,
                         heads=("people",), words=content_words(text), evidence="table")
        if agency(text) and (len(text) > 3 or last.ent[2:] == "ORG" or is_subject(last)):
            return Found(run, "organization", last, text, text, det=det, words=content_words(agency(text) or text),
                         heads=("agency", "news agency"), evidence="table")
        return None

    def _from_evidence(self, run: list[Token], det: str) -> Found | None:
        text, last = words_of(run), run[-1]
        kinds = Counter(t.ent[2:] for t in run)
        ent = kinds.most_common(1)[0][0]
        n, code = self._leading_country(run)
        given = len(run) > 1 and titles.given_name(run[0].text) and "&" not in text
        place = self._place(run)
        if place is not None and not (given and ent == "PERSON"):
            return Found(run, "place", last, text, text, det=det, evidence="table")
        if code and n < len(run) and ent in ("PERSON", "", "NORP") and is_namelike(run[n:]):
            return None
        if last.lower in _SITES and len(run) > 1:
            return Found(run, "place", last, text, text, det=det, evidence="parser")
        if ent == "PERSON" or (given and ent in ("ORG", "", "GPE")):
            return Found(run, "person", last, text, text, det=det, evidence="parser")
        if ent in _NO_ACTOR or ent == "FAC" or any(t.tag == "CD" for t in run[:1]):
            return None
        letters = text not in _NO_ACRONYM and 2 <= len(text) <= 6 and text.isalpha() and text.isupper() and (det == "the" or is_subject(last))
        if ent == "ORG" or letters:
            return Found(run, "organization", last, text, text, det=det, words=content_words(text), evidence="parser")
        if ent in ("GPE", "LOC") and not text.endswith("."):
            return Found(run, "place", last, text, text, det=det, evidence="parser")
        if ent == "NORP":
            return Found(run, "group", last, text, text, det=det, plural=True, words=content_words(text),
                         evidence="parser") if last.tag == "NNPS" or det == "the" else None
        return self._from_shape(run, det)

    @staticmethod
    def _from_shape(run: list[Token], det: str) -> Found | None:
        text, last = words_of(run), run[-1]
        if not all(t.pos == "PROPN" or t.text in ("-", "–") for t in run) or (len(run) == 1 and _opens(run[0])):
            return None
        person = 2 <= len(run) <= 5 and not det and is_subject(last)
        return Found(run, "person" if person else "other", last, text, text, det=det, words=content_words(text))

    def _place(self, run: list[Token]) -> Place | None:
        place = self._places.get(run[0].start)
        return place if place is not None and place.end >= run[-1].end else None

    def _is_known_run(self, run: list[Token]) -> bool:
        return bool(run) and self._from_tables(run, "") is not None

    # modifiers --------------------------------------------------------------------------------------------------

    def _modifiers(self, tokens: list[Token]) -> tuple[list[Found], str | None, Found | None]:
        """What stands before a head: mentions, the one country named, and the last body or person named."""
        nested: list[Found] = []
        codes: list[str] = []
        owner: Found | None = None
        i = 0
        while i < len(tokens):
            n, found, code = self._modifier(tokens, i)
            if code:
                codes.append(code)
            if found is not None:
                nested.append(found)
                if found.code is None and found.kind != "other":
                    owner = found
            i += n
        country = codes[0] if len(set(codes)) == 1 else None
        return nested, country, owner

    def _modifier(self, tokens: list[Token], i: int) -> tuple[int, Found | None, str | None]:
        """The longest modifier that begins at `i`: its length, its mention and its country, if any."""
        for n in range(min(_LONGEST_NAME, len(tokens) - i), 0, -1):
            window = tokens[i:i + n]
            if not is_capital(window[0]):
                if n > 1 or titles.body(window[0].text) is None or not titles.body(window[0].text).lower:  # type: ignore[union-attr]
                    continue
            text = words_of(window)
            found = self._from_tables(window, "") if is_namelike(window) else None
            if found is not None:
                return n, found, found.code
            code = countries.adjective(text) or countries.named(text) or countries.capital_of(text)
            if code:
                return n, None, code
            head = self._body_head(window)
            if head is not None and head[1] == n and all(is_capital(t) or t in window[head[0]:] for t in window):
                result = self._body(window, "the", None)
                if result is not None and result[1] is not None:
                    return n, result[1], None
        if tokens[i].tag[:2] == "JJ":
            return 1, None, None
        run = 1
        while i + run < len(tokens) and (tokens[i + run].text == "-" or is_namelike(tokens[i:i + run + 1])) and not (
                self._leading_country(tokens[i + run:])[0] or titles.title(tokens[i + run].text)):
            run += 1
        window = tokens[i:i + run]
        return run, self._from_evidence(window, "") if is_namelike(window) else None, None
