"""Finding place names: stretches of capitalised words that the gazetteer knows, judged by what stands around them.

The parser's own labels are one witness among several: it often takes a region for a product and a town for a person.
"""

from __future__ import annotations

from sayso.data import countries
from sayso.data.fold import fold
from sayso.data.titles import given_name, known_body
from sayso.model.span import Range
from sayso.read.gazetteer import Gazetteer
from sayso.read.places_role import head_of
from sayso.read.places_spans import (
    PLACE_LABELS,
    USUAL,
    Name,
    country_short,
    famous,
    is_abbreviation,
    is_state,
    known,
    label,
    last_names,
    locative,
    stretches,
    token_at,
    well_written,
)
from sayso.read.places_within import LIST, contain, joined, listed_states, narrow
from sayso.read.places_words import AREA_NOUNS, BEFORE_OF, BODIES, LOCATIVE, NEVER, OFFICIALS, PATRONISED, TELLING, TITLES
from sayso.read.tree import Sentence, Token, Tree

_VIRUS = frozenset(("virus", "viruses", "ebolavirus", "disease", "fever", "flu", "syndrome"))
_SAINT = frozenset(("st", "st.", "saint", "san", "santa", "santo", "são", "sankt"))
_VIRAL = frozenset(("haemorrhagic", "hemorrhagic", "virus"))
_SAYING = frozenset(("add", "argue", "ask", "believe", "explain", "hope", "know", "note", "recall", "say", "tell", "think"))
_NAME_TAGS = frozenset(("PROPN", "NOUN", "ADJ", "ADP", "DET", "PUNCT", "CCONJ", "PART", "X"))


class Finder:
    """Finds the names of one article."""

    def __init__(self, tree: Tree, gazetteer: Gazetteer, known: frozenset[str] = frozenset()) -> None:
        """`known` are folded names that are places for sure, as those that the outlet is named after."""
        self.told = known
        self.tree = tree
        self.gazetteer = gazetteer
        self.spans = [stretches(s) for s in tree.sentences]
        self.known = gazetteer.find_all({key for spans in self.spans for _, _, key in spans})
        self.people = last_names(tree)
        self.diseases: set[str] = set()

    def names(self) -> list[Name]:
        """The place names in text order, no two overlapping."""
        sure = set(self.told)
        hits = [self._longest(s, spans) for s, spans in zip(self.tree.sentences, self.spans, strict=True)]
        for found in hits:
            contain(found, self.tree, self.gazetteer)
            self.diseases.update(n.key for n in found if self._of_disease(n))
            sure.update(n.key for n in found if self._certain(n))
        out = []
        for s, found in zip(self.tree.sentences, hits, strict=True):
            kept = [n for n in found if self._accept(n, sure)]
            kept = [n for k, n in enumerate(found) if n in kept or self._listed(found, k, kept)]
            for n in kept:
                narrow(n, self.tree)
            listed_states(kept, self.tree.text)
            refused = {(n.start, n.end) for n in found if n not in kept}
            out += sorted([*kept, *self._unknown(s, kept, refused)], key=lambda n: n.start)
        return out

    def _longest(self, s: Sentence, spans: list[tuple[int, int, str]]) -> list[Name]:
        """Of overlapping stretches the longest, of those that can be a name at all."""
        taken: set[int] = set()
        out = []
        for i, j, key in sorted(spans, key=lambda x: (x[0] - x[1], x[0])):
            candidates = self.known[key]
            if not candidates or any(k in taken for k in range(i, j)):
                continue
            tokens = s.tokens[i:j]
            if not well_written(tokens, key, candidates, self.tree.text):
                continue
            taken.update(range(i, j))
            out.append(Name(tokens, key, candidates))
        out.sort(key=lambda n: n.start)
        return out

    def _certain(self, n: Name) -> bool:
        """Is this so surely a place that the same name is one elsewhere in the article?"""
        return self._whole(n) and (bool(n.areas) or (all(label(t) in PLACE_LABELS for t in n.tokens)
                                                     and (locative(n) or famous(n))))

    def _whole(self, n: Name) -> bool:
        """Does the name stand alone, not as part of a longer run of capitalised words?"""
        return self._before(n) is None and self._after(n) is None

    def _before(self, n: Name) -> Token | None:
        first = n.tokens[0]
        prev = token_at(self.tree, first.i - 1, first)
        if prev is None or not prev.text[:1].isupper() or prev.pos not in ("PROPN", "NOUN", "ADJ") \
                or prev.tag not in ("NNP", "NNPS", "NN", "JJ"):
            return None
        return prev

    def _after(self, n: Name) -> Token | None:
        last = n.tokens[-1]
        following = token_at(self.tree, last.i + 1, last)
        if following is None or not following.text[:1].isupper() or following.tag not in ("NNP", "NNPS", "NN", "NNS"):
            return None
        return following

    def _accept(self, n: Name, sure: set[str]) -> bool:
        """Is the stretch the name of a place here? Signs from the strongest to the weakest."""
        text = self.tree.text[n.start:n.end]
        if (countries.adjective(text) and not countries.named(text)) or (known_body(text) and not famous(n)):
            return False
        if self._of_disease(n) or (n.key in self.diseases and not (locative(n) or famous(n))):
            return False
        if self._saint(n):
            return False
        if n.areas or self._party(n):
            return True
        if self._postal_only(n):
            return False
        if len(n.tokens) > 1 and n.tokens[-1].lower in AREA_NOUNS and n.candidates[0].kind == "region":
            return True
        labels = {label(t) for t in n.tokens}
        before, after = self._before(n), self._after(n)
        if self._person(n, labels, before, sure) or self._speaks(n, sure) or (n.key in NEVER and not self._alone_as_place(n)):
            return False
        place = bool(labels & PLACE_LABELS)
        if after is not None and not (place and label(after) != label(n.tokens[-1])):
            n.body = after.lower in BODIES or after.lower in AREA_NOUNS or country_short(n)
            return n.body and (place or n.key in sure or famous(n) or known(n))
        if self._of_state_body(n):
            n.body = True
            return True
        if before is not None and not place and before.lower not in BEFORE_OF:
            return n.key in sure and "PERSON" not in labels and "ORG" not in labels
        if place:
            if not self._fills_entity(n) and not (famous(n) or n.key in sure or self._parts_of_place(n)):
                return False
            return len(n.key) > 4 or n.candidates[0].rank >= USUAL or n.key in sure
        return self._mislabelled(n, labels, sure)

    def _of_disease(self, n: Name) -> bool:
        """`Marburg virus`, `Marburg hemorrhagic fever`; not `the United States flu season`."""
        last = n.tokens[-1]
        one, two = token_at(self.tree, last.i + 1, last), token_at(self.tree, last.i + 2, last)
        if one is not None and one.lower in _VIRAL and two is not None and two.lower in _VIRUS:
            return True
        return one is not None and one.lower in _VIRUS and not (two is not None and one.dep == "compound" and is_state(n))

    def _saint(self, n: Name) -> bool:
        """Is it the saint that something is called after: `the church of St. Martin`?"""
        first = n.tokens[0]
        of, what = token_at(self.tree, first.i - 1, first), token_at(self.tree, first.i - 2, first)
        return first.lower in _SAINT and of is not None and of.lower == "of" and what is not None and what.lower in PATRONISED

    def _listed(self, found: list[Name], k: int, kept: list[Name]) -> bool:
        """Does it stand in a list with a place (`Salford and Bolton`), and nothing speak for a person?"""
        n = found[k]
        if not known(n) or n.key in NEVER or n.key in self.people or not self._whole(n) \
                or countries.adjective(n.tokens[0].text) or not all(t.tag.startswith("NNP") for t in n.tokens):
            return False
        return (k > 0 and found[k - 1] in kept and joined(found[k - 1], n, LIST, self.tree.text)) or \
            (k + 1 < len(found) and found[k + 1] in kept and joined(n, found[k + 1], LIST, self.tree.text))

    def _mislabelled(self, n: Name, labels: set[str], sure: set[str]) -> bool:
        """A name that stands alone and that the parser takes for something else, or for nothing."""
        own = known(n)
        if "ORG" in labels or "PERSON" in labels:
            if not self._fills_entity(n):
                return False
            if "PERSON" in labels and given_name(n.tokens[0].text) and not self._has_officials(n):
                return n.key in sure and locative(n)
            return n.key in sure or famous(n) or (own and (locative(n) or self._told_by(n)))
        if any(t.pos not in _NAME_TAGS for t in n.tokens):
            return own and locative(n)
        return n.key in sure or famous(n) or (own and (locative(n) or self._told_by(n) or self._dateline(n)))

    def _has_officials(self, n: Name) -> bool:
        """A country that owns an office: `Jordan's foreign minister`."""
        last = n.tokens[-1]
        mark = token_at(self.tree, last.i + 1, last)
        if not is_state(n) or mark is None or mark.text not in ("'s", "’s"):
            return False
        behind = [token_at(self.tree, last.i + k, last) for k in (2, 3)]
        return any(t is not None and t.lower in OFFICIALS for t in behind)

    def _told_by(self, n: Name) -> bool:
        """Does it stand before a common noun (`the Leeds mayor`), after a person (`Ann Hall of Leeds`), in a list
        of counties?"""
        last = n.tokens[-1]
        following, before = token_at(self.tree, last.i + 1, last), token_at(self.tree, n.tokens[0].i - 1, n.tokens[0])
        if following is not None and following.lower in TELLING and following.text.islower():
            return True
        if before is not None and before.lower == "of":
            one = token_at(self.tree, before.i - 1, before)
            return one is not None and label(one) == "PERSON"
        return False

    def _dateline(self, n: Name) -> bool:
        """Is it the first word of its paragraph, with a dash, a colon or a bracket after it?"""
        s = n.tokens[0].sentence
        follows = token_at(self.tree, n.tokens[-1].i + 1, n.tokens[-1])
        return n.tokens[0] is s.tokens[0] and follows is not None and \
            follows.text in ("—", "–", "--", "-", "(", ":") and self.tree.text[n.start:n.end].isupper()

    def _of_state_body(self, n: Name) -> bool:
        """A country inside the name of a body of state: `Ministry of Health of Angola`."""
        first = n.tokens[0]
        if label(first) != "ORG" or first.ent[0] != "I" or not is_state(n):
            return False
        i = first.i - 1
        if self.tree.tokens[i].lower == "the":
            i -= 1
        of = self.tree.tokens[i].lower == "of"
        while i > 0 and self.tree.tokens[i].ent[:1] == "I":
            i -= 1
        return of and self.tree.tokens[i].lower in OFFICIALS

    def _party(self, n: Name) -> bool:
        """`D-N.J.`: a member's seat."""
        before = self.tree.text[max(0, n.start - 2):n.start]
        return before[-1:] in ("-", "–") and before[:1] in ("D", "R", "I") and \
            not self.tree.text[max(0, n.start - 3):n.start - 2].isalnum()

    def _alone_as_place(self, n: Name) -> bool:
        return all(label(t) in ("GPE", "LOC") for t in n.tokens) and self._fills_entity(n) and self._whole(n) \
            and n.key not in BODIES

    def _postal_only(self, n: Name) -> bool:
        return all(is_abbreviation(n.key, c) for c in n.candidates if c.rank > 0) and n.candidates[0].rank > 0 \
            and len(n.key) == 2 and "." not in self.tree.text[n.start:n.end]

    def _person(self, n: Name, labels: set[str], before: Token | None, sure: set[str]) -> bool:
        """Is it (part of) the name of a person: a title or first name before it, or a last name known by now?"""
        if before is not None and before.lower in TITLES and label(before) != "GPE":
            return n.key not in sure or "PERSON" in labels
        if n.key in self.people and not locative(n) and not is_state(n):
            return True
        return "PERSON" in labels and any(t is not None and label(t) == "PERSON"
                                          for t in (before, self._after(n)))

    def _speaks(self, n: Name, sure: set[str]) -> bool:
        """A single word, known only of small towns, that says: `Petrova said` is a person."""
        head = head_of(n)
        return len(n.tokens) == 1 and n.key not in sure and not famous(n) and head.dep == "nsubj" \
            and head.head.lemma in _SAYING and all(c.feature == "city" for c in n.candidates)

    def _fills_entity(self, n: Name) -> bool:
        """Is the name all of what the parser takes for one name, or parted from the rest by a preposition?"""
        before, first = token_at(self.tree, n.tokens[0].i - 1, n.tokens[0]), n.tokens[0]
        after = token_at(self.tree, n.tokens[-1].i + 1, n.tokens[-1])
        begins = first.ent[:1] != "I" or before is None or before.lower in LOCATIVE or before.lower in ("the", "for")
        owns = after is not None and after.tag == "POS" and is_state(n)
        return begins and (after is None or after.ent[:1] != "I" or after.lower in LOCATIVE or after.lower == "for" or owns)

    def _parts_of_place(self, n: Name) -> bool:
        """Is all else of the parser's name in lower case (`northern Lebanon`), or a word for a part (`South`)?"""
        i, parts = n.tokens[0].i - 1, list[Token]()
        while i >= 0 and self.tree.tokens[i + 1].ent[:1] == "I":
            parts.append(self.tree.tokens[i])
            i -= 1
        i = n.tokens[-1].i + 1
        while i < len(self.tree.tokens) and self.tree.tokens[i].ent[:1] == "I":
            parts.append(self.tree.tokens[i])
            i += 1
        return all(not t.text[:1].isupper() or t.lower in BEFORE_OF or t.lower == "the" for t in parts)

    def _unknown(self, s: Sentence, kept: list[Name], refused: set[Range]) -> list[Name]:
        """Names that the parser takes for places and the gazetteer does not know: kept without a position.

        `refused` are the names that are known and were found to be something else here.
        """
        taken = {t.i for n in kept for t in n.tokens}
        out, group = [], list[Token]()
        for t in [*s.tokens, None]:
            if t is not None and label(t) in PLACE_LABELS and t.i not in taken and (t.ent[0] == "I" or not group):
                group.append(t)
                continue
            if group and all(g.i not in taken for g in group) and not _overlaps_entity(group, taken):
                while group and not group[0].text[:1].isupper():
                    group.pop(0)
                while group and not group[-1].text[:1].isupper():
                    group.pop()
                begins = {start for start, _ in refused}
                alone = bool(group) and ((len(group) == 1 and group[0].start in begins) or (group[0].start, group[-1].end) in refused)
                written = self.tree.text[group[0].start:group[-1].end] if group else ""
                if group and not alone and not known_body(written) and not any(
                        countries.adjective(g.text) for g in group):
                    out.append(Name(group, fold(written), ()))
            group = [t] if t is not None and label(t) in PLACE_LABELS and t.i not in taken and t.ent[0] == "B" else []
        return out


def _overlaps_entity(group: list[Token], taken: set[int]) -> bool:
    return group[0].i - 1 in taken or group[-1].i + 1 in taken
