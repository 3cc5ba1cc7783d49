"""Reads one phrase: who or what it names or describes, and what stands in it besides.

Tables come first (countries, seats of power, bodies, titles), the places that were found next, the statistical
tagger last: a small model cuts names and mistakes their type more often than not outside the newspapers it learnt.
"""

from __future__ import annotations

from sayso.data import countries, titles
from sayso.data.agencies import agency
from sayso.data.titles import Title
from sayso.data.wording import content_words
from sayso.read.names_bodies import Bodies, Result, body_head, owned, plain
from sayso.read.names_found import Found, is_namelike, is_subject, role_heads, title_at_end, title_before
from sayso.read.names_phrases import Phrase, is_capital, words_of
from sayso.read.names_runs import leading_country, opens
from sayso.read.tree import Token

# Endings of nouns for persons, for those that the table of titles lacks.
# Nouns before the name of a thing: vessels, craft and storms.
_THINGS = frozenset(("ferry", "ship", "tanker", "freighter", "vessel", "boat", "trawler", "yacht", "warship", "frigate", "destroyer",
                     "cruiser", "submarine", "barge", "tug", "tugboat", "liner", "dhow", "steamer", "sailboat", "lifeboat",
                     "icebreaker", "satellite", "spacecraft", "rover", "hurricane", "typhoon", "cyclone", "storm"))
_PERSONAL = ("er", "or", "ist", "man", "woman", "ian", "ant", "eer", "ee", "ess", "star", "mate", "chief", "oon",
             "ate", "ace")


class PhraseReader(Bodies):
    """Reads phrases of one article; `places` are those already found in it."""

    def read(self, phrase: Phrase, owner: Found | None, headline: bool) -> list[Found]:
        """All that the phrase mentions; the last is the phrase's own, if its end is the last's end.

        `headline` says that the sentence writes every word with a capital, so that capitals prove nothing.
        """
        nested, main = self._analyse(_without_credit(phrase.tokens), phrase.det, owner)
        if main is not None and headline and main.evidence == "shape":
            main = None
        out = nested + ([main] if main else [])
        for f in out:
            f.headline = headline
        return out

    def _analyse(self, tokens: list[Token], det: str, owner: Found | None) -> Result:
        whole = self.from_tables(tokens, det) if is_capital(tokens[0]) else None
        if whole is not None:
            return [], whole
        steps = [self._thing, self._titled, self._role, self.body]
        if any(t.lower in ("of", "for") for t in tokens):
            steps = [self._thing, self._titled, self.body, self._role]
        for step in steps:
            result = step(tokens, det, owner)
            if result is not None:
                return result
        return self._run(tokens, det, owner)

    def _thing(self, tokens: list[Token], det: str, owner: Found | None) -> Result | None:
        """`the ferry Nordstern`, `Hurricane Odile`: a name of something that nobody could ask."""
        k = next((k for k in range(len(tokens) - 1, 0, -1) if tokens[k - 1].lower in _THINGS), 0)
        noun = tokens[k - 1] if k else _before(tokens[0])
        if noun is None or noun.lower not in _THINGS or not is_namelike(tokens[k:]) or (is_capital(noun) and k > 1):
            return None
        name = words_of(tokens[k:])
        nested = self.modifiers(tokens[:k - 1])[0] if k else []
        return nested, Found(tokens[k:], "other", tokens[-1], name, name, owner=owner, det=det, words=content_words(name),
                             evidence="thing")

    def _titled(self, tokens: list[Token], det: str, owner: Found | None) -> Result | None:
        """`Russian President Jane Roe`: title and name."""
        split = title_before(tokens)
        if split is None:
            return self._untitled_noun(tokens, det, owner)
        i, j, role = split
        name = tokens[j:]
        if self._is_no_person(tokens[i:], name, role):
            return None
        nested, country, inner = self.modifiers(tokens[:i])
        title = "" if role.use == "honour" else _title_text(tokens[:j], owner)
        found = Found(tokens, "person", tokens[-1], words_of(tokens), words_of(name), title, role_heads(role), role,
                      country=country, speaks=role.speaks, owner=owned(inner, owner), det=det, evidence="title")
        return nested, found

    @staticmethod
    def _is_no_person(whole: list[Token], name: list[Token], role: Title) -> bool:
        """Is what follows the title no name (`General Motors`, `Premier League`, `Minister of Defense`)?"""
        ents = {t.ent[2:] for t in whole}
        text = words_of(name)
        if titles.body(name[-1].text) is not None and not titles.given_name(name[0].text) and ents != {"PERSON"}:
            return True
        firm = role.use == "agent" and {t.ent[2:] for t in name} == {"ORG"} and not titles.given_name(name[0].text)
        if firm or (ents == {"ORG"} and role.use != "honour") or titles.known_body(words_of(whole)) or titles.portfolio(text):
            return True
        return countries.named(text) is not None and bool(ents & {"GPE", "NORP"})

    def _untitled_noun(self, tokens: list[Token], det: str, owner: Found | None) -> Result | None:
        """`billionaire Jane Roe`: a common noun that is no known title before what is surely a person's name."""
        k = next((k for k in range(len(tokens) - 1, -1, -1) if tokens[k].tag == "NN" and not is_capital(tokens[k])), -1)
        name = tokens[k + 1:]
        if k < 0 or not is_namelike(name) or titles.body(tokens[k].text) is not None:
            return None
        if not ({t.ent[2:] for t in name} == {"PERSON"} or (len(name) > 1 and titles.given_name(name[0].text))):
            return None
        nested, country, inner = self.modifiers(tokens[:k])
        if not tokens[k].lower.endswith(_PERSONAL):
            return nested, Found(name, "person", tokens[-1], words_of(name), words_of(name), evidence="parser")
        return nested, Found(tokens, "person", tokens[-1], words_of(tokens), words_of(name), words_of(tokens[:k + 1]),
                             (tokens[k].lower,), titles.title("resident"), country=country,
                             owner=owned(inner, owner), det=det, evidence="title")

    def _role(self, tokens: list[Token], det: str, owner: Found | None) -> Result | None:
        """`a White House spokesperson`, `Russian MPs`: a role without a name."""
        end = title_at_end(tokens)
        if end is None or _is_surname(tokens):
            return None
        i, role = end
        nested, country, inner = self.modifiers(tokens[:i])
        last = tokens[-1]
        plural = last.tag in ("NNS", "NNPS") and titles.singular(last.text) != last.lower
        linked = inner or owner or (country and role.speaks)
        stands = is_subject(last) or last.dep in ("appos", "attr") or (role.speaks and det == "the" and not plural)
        if last.dep in ("compound", "amod") or not (linked or stands or self.lenient):
            return nested, None
        if plural and role.use == "private" and any(t.tag == "CD" for t in tokens):
            return nested, None
        if not role.speaks and inner is not None and inner.kind == "place":
            inner = None
        return nested, Found(tokens, "group" if plural else "person", last, plain(tokens),
                             title=_title_text(tokens, owner), heads=role_heads(role), role=role, country=country,
                             speaks=role.speaks, owner=owned(inner, owner), det=det, plural=plural, evidence="title")

    def _run(self, tokens: list[Token], det: str, owner: Found | None) -> Result:
        """A name without title or head noun, or a phrase that only mentions others."""
        k = next((k for k in range(len(tokens)) if is_namelike(tokens[k:])), None)
        if k is None:
            return self.modifiers(tokens)[0], None
        run = tokens[k:]
        told = self._told_what_it_is(tokens, k, det, owner)
        if told is not None:
            return told
        nested = self.modifiers(tokens[:k])[0] if k else []
        parted = self._after_body(run)
        if parted is not None:
            return [*nested, parted[0]], parted[1]
        found = self.classify(run, det if k == 0 else "")
        if found is None and len(run) > 1 and not countries.capital_of(words_of(run)):
            n, code = leading_country(run)
            if code and n < len(run):
                found = self.classify(run[n:], "")
                if found is not None:
                    found.country = code
        if found is not None and found.owner is None and found.kind == "organization" and owner is not None:
            found.owner = owner if owner.kind != "person" else None
        return nested, found

    def _told_what_it_is(self, tokens: list[Token], k: int, det: str, owner: Found | None) -> Result | None:
        """`the ferry operator Nordlinje`: a common noun for a body before a name that no table knows."""
        run = tokens[k:]
        head = body_head(tokens[:k]) if k else None
        if head is None or head[1] != k or head[2].link != "private" or not head[2].lower or head[2].kind != "organization":
            return None
        if is_capital(tokens[k - 1]) or self.from_tables(run, "") is not None or titles.given_name(run[0].text):
            return None
        nested, country, _ = self.modifiers(tokens[:head[0]])
        noun = words_of(tokens[head[0]:k]).lower()
        return nested, Found(tokens, "organization", tokens[-1], words_of(tokens), words_of(run), heads=(noun,), country=country,
                             owner=owner, det=det, words=content_words(words_of(run)), evidence="body")

    def _after_body(self, run: list[Token]) -> tuple[Found, Found | None] | None:
        """`(ambassador to) the UN Jane Roe`, `(told) Reuters North Korea (had ...)`: two names in one run."""
        for n in range(1, len(run)):
            if agency(words_of(run[:n])) and (country := self.from_tables(run[n:], "")) is not None:
                first = self.from_tables(run[:n], "")
                return (first, country) if first is not None else None
            if n + 1 < len(run) and titles.given_name(run[n].text):
                body = self.from_tables(run[:n], "") or (self.body(run[:n], "", None) or ([], None))[1]
                if body is not None:
                    return body, self.from_evidence(run[n:], "")
        return None


def _before(t: Token) -> Token | None:
    """The token before, which the parser took apart from this one."""
    k = t.i - t.sentence.tokens[0].i
    return t.sentence.tokens[k - 1] if k else None


def _is_surname(tokens: list[Token]) -> bool:
    """Is the title at the end a person's surname (`Stephen King`)?"""
    if not is_namelike(tokens) or len(tokens) < 2:
        return False
    return titles.given_name(tokens[-2].text) or (
        tokens[-1].ent == "I-PERSON" and tokens[-2].ent[2:] == "PERSON" and titles.body(tokens[-2].text) is None)


def _title_text(tokens: list[Token], owner: Found | None) -> str:
    return (f"{owner.text}'s " if owner is not None else "") + words_of(tokens)


def _without_credit(tokens: list[Token]) -> list[Token]:
    """The tokens without the agency of a photo credit that stands glued to the sentence below it."""
    for n in (2, 1):
        if n < len(tokens) and is_capital(tokens[n]) and opens(tokens[0]) and agency(words_of(tokens[:n])):
            return tokens[n:]
    return tokens
