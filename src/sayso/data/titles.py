"""What people and bodies are called: titles, role nouns, head nouns of bodies, first names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, cast

from sayso.data.tables import parts, rows
from sayso.data.wording import folded as fold

TitleUse = Literal["honour", "office", "voice", "rank", "agent", "private", "portfolio"]
BodyKind = Literal["organization", "group"]
BodyLink = Literal["state", "private", "known"]
LONGEST_TITLE = 4
_IRREGULAR = {"men": "man", "women": "woman", "wives": "wife", "witnesses": "witness", "mps": "mp", "meps": "mep",
              "attorneys general": "attorney general", "staff": "staff"}


@dataclass(frozen=True, slots=True)
class Title:
    """A title or role noun; `also` are titles that the word may take up again (`leader` a president)."""

    words: str
    use: TitleUse
    gender: Literal["m", "f"] | None
    also: tuple[str, ...]

    @property
    def speaks(self) -> bool:
        """Does the holder speak for the country that the title is named with (`Russian official`)?"""
        return self.use in ("office", "voice", "rank")

    @property
    def serves(self) -> bool:
        """Does the holder speak for the body or person that the title is named with (`Apple executive`)?"""
        return self.speaks or self.use == "agent"


@dataclass(frozen=True, slots=True)
class Body:
    """A head noun of bodies, or (link `known`) a body by its name, `words` then being its usual name."""

    words: str
    kind: BodyKind
    link: BodyLink
    lower: bool


@lru_cache(maxsize=16_384)
def title(words: str) -> Title | None:
    """The title of these words in the singular, in any case, with or without periods (`Gen.`)."""
    return _titles().get(fold(words))


@lru_cache(maxsize=16_384)
def body(words: str) -> Body | None:
    """The head noun of a body, as the name's last word or words, singular or plural where the table has it so."""
    return _bodies().get(fold(words))


def known_body(name: str) -> Body | None:
    """The body known by this name, its case kept (`WHO` is one, `who` none)."""
    return _known().get(name.removeprefix("the ").removeprefix("The ").replace("’", "'"))


def portfolio(words: str) -> bool:
    """May these words follow `minister of`?"""
    found = title(words)
    return found is not None and found.use == "portfolio"


def given_name(name: str) -> bool:
    """Is this a first name of the table?"""
    return fold(name) in _given()


def gender_of_name(name: str) -> Literal["m", "f"] | None:
    """The gender that a first name mostly tells, None for one that tells none or is not in the table."""
    return _given().get(fold(name))


@lru_cache(maxsize=16_384)
def singular(word: str) -> str:
    """The singular of a role noun in lower case (`officials`, `MPs`, `spokeswomen`); a singular stays as it is."""
    word = word.lower()
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for plural, single in (("women", "woman"), ("men", "man"), ("people", "people"), ("ies", "y"), ("sses", "ss")):
        if word.endswith(plural) and len(word) > len(plural):
            return word[: -len(plural)] + single
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


@cache
def _titles() -> dict[str, Title]:
    out = {}
    for row in rows("titles.tsv"):
        gender: Literal["m", "f"] | None = "m" if row["gender"] == "m" else "f" if row["gender"] == "f" else None
        out[fold(row["words"])] = Title(row["words"], cast(TitleUse, row["use"]), gender, parts(row["also"]))
    return out


@cache
def _bodies() -> dict[str, Body]:
    return {fold(row["words"]): Body(row["words"], _kind(row["kind"]), "state" if row["link"] == "state" else "private",
                                     row["lower"] == "yes")
            for row in rows("bodies.tsv") if row["link"] != "known"}


@cache
def _known() -> dict[str, Body]:
    out = {}
    for row in rows("bodies.tsv"):
        if row["link"] == "known":
            names = parts(row["words"])
            found = Body(names[0], _kind(row["kind"]), "known", False)
            out.update(dict.fromkeys(names, found))
    return out


def _kind(cell: str) -> BodyKind:
    return "group" if cell == "group" else "organization"


@cache
def _given() -> dict[str, Literal["m", "f"] | None]:
    return {fold(row["name"]): "m" if row["gender"] == "m" else "f" if row["gender"] == "f" else None
            for row in rows("given_names.tsv")}
