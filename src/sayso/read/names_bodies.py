"""Bodies by their head nouns (`ministry`, `council`), and what stands before a head noun or title."""

from __future__ import annotations

from sayso.data import countries, titles
from sayso.data.titles import Body
from sayso.data.wording import content_words
from sayso.read.names_found import Found, is_namelike, is_subject
from sayso.read.names_phrases import is_capital, words_of
from sayso.read.names_runs import LONGEST_NAME, Runs, leading_country, opens
from sayso.read.tree import Token

Result = tuple[list[Found], Found | None]
# Nouns that only say what a named body is (`the Wagner group`).
_APPOSED = frozenset(("agency", "group", "movement", "organization", "organisation", "militia", "newspaper", "network",
                      "channel", "broadcaster", "company", "bloc", "alliance", "newswire", "website", "magazine"))
# Words of bodies that are no part of a state, though their nouns (`council`, `committee`) are those of one.
_CIVIL = frozenset(("refugee", "rights", "relief", "aid", "medical", "muslim", "islamic", "jewish", "christian",
                    "church", "churches", "olympic", "football", "bar", "press", "trade", "business", "student",
                    "workers"))
# Words before a title that are no part of a name, though headlines and sentence beginnings give them a capital.
_RANKS = frozenset(("senior", "top", "former", "deputy", "acting", "junior", "ex", "late", "retired", "local", "state",
                    "federal", "chief", "first", "assistant"))
# Bodies that go by the name of the person who leads them.
_LED = frozenset(("administration", "presidency", "campaign", "government", "regime", "cabinet", "team", "junta"))


def plain(tokens: list[Token]) -> str:
    """The words of a description, without the capital that begins a sentence."""
    text = words_of(tokens)
    common = tokens[0].tag in ("NN", "NNS", "JJ") and tokens[0].ent == "" and text[1:2].islower()
    return text[:1].lower() + text[1:] if common else text


def owned(inner: Found | None, owner: Found | None) -> Found | None:
    """What something belongs to: the body named within, which then belongs to the possessor (`Japan's Cabinet`)."""
    if inner is None:
        return owner
    if inner is not owner and inner.owner is None and inner.kind == "organization":
        inner.owner = owner
    return inner


def body_head(tokens: list[Token]) -> tuple[int, int, Body] | None:
    """The head noun of a body: [start, end) and its entry; before `of`, `for`, `on` in a name that holds one."""
    stop = next((k for k, t in enumerate(tokens) if k and t.lower in ("of", "for", "on")), len(tokens))
    for i in range(max(0, stop - 4), stop):
        found = titles.body(words_of(tokens[i:])) if stop < len(tokens) <= i + 4 else None
        if found is not None:
            return i, len(tokens), found
        found = titles.body(words_of(tokens[i:stop]))
        if found is not None and (found.lower or is_capital(tokens[stop - 1])):
            # A lone word that is a body only within a name (`Force`) is none.
            return (i, stop, found) if found.lower or i or stop < len(tokens) else None
    return None


def _body_words(tokens: list[Token]) -> tuple[str, ...]:
    whole = words_of(tokens).lower()
    return (whole,) if len(tokens) == 1 else (whole, tokens[-1].lower)


class Bodies(Runs):
    """Reads bodies and modifiers, each of which may hold the other.

    `lenient` takes any description for one of an actor, as where it is known that the phrase is one's who speaks.
    """

    lenient = False

    def body(self, tokens: list[Token], det: str, owner: Found | None) -> Result | None:
        """The body that the tokens name or describe, behind what they mention besides; None if they are no body."""
        head = body_head(tokens)
        if head is None or self._is_something_else(tokens, head):
            return None
        at, stop, noun = head
        nested, country, inner = ([], None, None) if is_namelike(tokens[:at]) else self.modifiers(tokens[:at])
        begin, code = leading_country(tokens[:at])
        core = [t for t in tokens[begin:at] if is_capital(t)]
        proper = is_capital(tokens[at]) and not (opens(tokens[at]) and stop == len(tokens))
        named = proper or (bool(core) and inner is None)
        if inner is not None and inner.kind == "organization" and inner.tokens[-1] is tokens[at - 1] and (
                not proper and tokens[stop - 1].lower in _APPOSED):
            return [f for f in nested if f is not inner], self._apposed(inner, tokens, at, det)
        if core and not proper and inner is None:
            own = self.classify(core, "")
            if own is not None and own.kind == "organization" and tokens[stop - 1].lower in _APPOSED:
                return nested, self._apposed(own, tokens, at, det)
            inner = self._leader(core, own, tokens[at])
            named = inner is None
            nested = nested if inner is None else [*nested, inner]
        counted = noun.kind == "group" and noun.link == "private" and any(t.tag == "CD" for t in tokens)
        stands = self._stands(tokens[-1], det, noun) and not counted
        if not named and not (inner or code or owner or self.lenient or stands):
            return nested, None
        if not named and tokens[-1].dep in ("compound", "amod"):
            return nested, None
        found = self._make(tokens, head, named, code or country)
        found.owner, found.det = owned(inner, owner), det
        return nested, found

    def _is_something_else(self, tokens: list[Token], head: tuple[int, int, Body]) -> bool:
        """Is this rather a country, a body known by its name, a place, a person whose surname is a body's noun?"""
        whole = words_of(tokens)
        if len(tokens) > 1 and (countries.named(whole) or titles.known_body(whole) or countries.capital_of(whole)):
            return True
        place = self.place(tokens)
        if place is not None and head[2].link == "private" and place.kind in ("city", "region", "water"):
            return True
        return head[1] == len(tokens) > 2 and titles.given_name(tokens[-2].text) and tokens[-1].ent == "I-PERSON"

    @staticmethod
    def _apposed(own: Found, tokens: list[Token], at: int, det: str) -> Found:
        own.tokens, own.head, own.text, own.det = tokens, tokens[-1], words_of(tokens), det
        own.heads = _body_words(tokens[at:])
        return own

    @staticmethod
    def _leader(core: list[Token], own: Found | None, noun: Token) -> Found | None:
        """Whose body it is, where it goes by a person's or place's name (`the Roe administration`)."""
        if noun.lower in _LED and (own is None or own.evidence != "table"):
            return Found(core, "person", core[-1], words_of(core), words_of(core))
        return own if own is not None and own.kind in ("person", "place") else None

    @staticmethod
    def _stands(t: Token, det: str, noun: Body) -> bool:
        return is_subject(t) or (noun.link == "state" and det == "the")

    @staticmethod
    def _make(tokens: list[Token], head: tuple[int, int, Body], named: bool, country: str | None) -> Found:
        at, stop, noun = head
        begin, code = leading_country(tokens[:at])
        after = countries.named(words_of(tokens[stop + 1:])) if stop < len(tokens) else None
        words = content_words(words_of(tokens[begin:stop] if after is not None else tokens[begin:]))
        first = 0 if code is not None else begin
        while named and first < at and not is_capital(tokens[first]):
            first += 1
        return Found(tokens, noun.kind, tokens[stop - 1], words_of(tokens) if named else plain(tokens),
                     words_of(tokens[first:]) if named else "", heads=_body_words(tokens[at:stop]),
                     country=country or after, speaks=noun.link == "state" and not words & _CIVIL,
                     plural=noun.kind == "group", words=words, evidence="body")

    def modifiers(self, tokens: list[Token]) -> tuple[list[Found], str | None, Found | None]:
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
        for n in range(min(LONGEST_NAME, len(tokens) - i), 0, -1):
            window = tokens[i:i + n]
            if n == len(tokens) and (described := self._described_body(window)) is not None:
                return n, described, None
            if not is_capital(window[0]):
                continue
            text = words_of(window)
            found = self.from_tables(window, "") if is_namelike(window) else None
            if found is not None:
                return n, found, found.code
            code = countries.adjective(text) or countries.named(text) or countries.capital_of(text)
            if code:
                return n, None, code
            head = body_head(window)
            if head is not None and head[1] == n and all(map(is_capital, window[:head[0]])):
                result = self.body(window, "the", None)
                if result is not None and result[1] is not None:
                    return n, result[1], None
        return self._run_before(tokens, i)

    def _described_body(self, window: list[Token]) -> Found | None:
        """A body of state without name or country, told by its noun and field: `coast guard`, `defence ministry`, `police`."""
        head = body_head(window)
        if head is None or head[1] < len(window) or head[2].link != "state" or not head[2].lower:
            return None
        at, field = head[0], words_of(window[:head[0]]).lower()
        plainly = not any(is_capital(t) for t in window[1:]) and (not is_capital(window[0]) or opens(window[0]))
        if not plainly or (at and not titles.portfolio(field)):
            return None
        found = self._make(window, head, False, None)
        found.det = "the"
        return found

    def _run_before(self, tokens: list[Token], i: int) -> tuple[int, Found | None, str | None]:
        """A name no table knows that begins at `i`, up to the next title or country."""
        if tokens[i].tag[:2] == "JJ" or tokens[i].lower in _RANKS:
            return 1, None, None
        run = 1
        while i + run < len(tokens) and (tokens[i + run].text == "-" or is_namelike(tokens[i:i + run + 1])) and not (
                leading_country(tokens[i + run:])[0] or titles.title(tokens[i + run].text)):
            run += 1
        window = tokens[i:i + run]
        return run, self.from_evidence(window, "") if is_namelike(window) else None, None
