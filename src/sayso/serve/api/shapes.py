"""What the API gives, as schemas: those of the dataclasses themselves, under the names that JSON has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from sayso.model.article import Article
from sayso.model.claim import Claim
from sayso.model.dossier import StoryDossier
from sayso.model.judgement import Judgement
from sayso.model.question import Question
from sayso.model.reading import Reading
from sayso.pipeline.asking import Answer
from sayso.pipeline.differ import Difference
from sayso.pipeline.support import Checked
from sayso.serve.api.answers import PROBLEM, Problem
from sayso.store.codec import json_schemas
from sayso.store.rows import Found, SaidRow, StoryRow

REF = "#/components/schemas/{model}"


@dataclass(frozen=True, slots=True)
class Words:
    """A statement of a claim in its report: what it does to the claim, its own span and words, and the sentence around it."""

    statement: str
    stance: Literal["affirms", "denies", "open"]
    article: str
    outlet: str | None
    published: str | None
    start: int
    end: int
    text: str
    sentence_start: int
    sentence_end: int
    sentence: str


@dataclass(frozen=True, slots=True)
class OpenedClaim:
    """A claim with every sentence it rests on and every answer to it."""

    claim: Claim
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Capture:
    """One captured version of an article."""

    sha256: str
    captured: str
    current: bool


@dataclass(frozen=True, slots=True)
class OpenedArticle:
    """An article, what was found in it, its versions, and the story it is in."""

    article: Article
    reading: Reading
    versions: tuple[Capture, ...]
    story: str | None


@dataclass(frozen=True, slots=True)
class Said:
    """Statements on one actor's word; `names` are those it is shown by in the stories it is found in."""

    names: tuple[str, ...]
    said: tuple[SaidRow, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the ledger, and whether it was taken back."""

    judgement: Judgement
    taken_back: bool


ITEMS: tuple[type, ...] = (StoryRow, Claim, Found)
SHAPES: tuple[type, ...] = (*ITEMS, StoryDossier, OpenedClaim, OpenedArticle, Said, Difference, Checked, Answer, Question,
                            Entry, Problem)


def schemas() -> dict[str, Any]:
    """JSON Schemas by name, `PageOfClaim` and the like among them."""
    out = json_schemas(SHAPES, REF)
    for item in ITEMS:
        out[f"PageOf{item.__name__}"] = {
            "type": "object", "required": ["items", "total", "next"], "properties": {
                "items": {"type": "array", "items": {"$ref": REF.format(model=item.__name__)}},
                "total": {"type": "integer"}, "next": {"type": ["string", "null"]}}}
    return {name: _as_encoded(schema) for name, schema in out.items()}


def _as_encoded(schema: Any) -> Any:
    """Field names as JSON has them: without the underscore that keeps them off Python's own words."""
    if isinstance(schema, list):
        return [_as_encoded(x) for x in schema]
    if not isinstance(schema, dict):
        return schema
    out = {k: _as_encoded(v) for k, v in schema.items()}
    if isinstance(schema.get("properties"), dict):
        out["properties"] = {k.rstrip("_"): _as_encoded(v) for k, v in schema["properties"].items()}
        out["required"] = [k.rstrip("_") for k in schema.get("required", [])]
    return out


def gives(name: str, *, many: bool = False) -> dict[int | str, dict[str, Any]]:
    """What a route answers with, for OpenAPI: this shape (a list of it for `many`), or a problem."""
    shape: dict[str, Any] = {"$ref": REF.format(model=name)}
    wrong = {"content": {PROBLEM: {"schema": {"$ref": REF.format(model="Problem")}}}}
    found = {"type": "array", "items": shape} if many else shape
    return {200: {"description": "Found", "content": {"application/json": {"schema": found}}},
            304: {"description": "The asker has it already"},
            400: {"description": "What was asked cannot be done", **wrong}, 404: {"description": "Not there", **wrong},
            422: {"description": "A value is of a wrong kind", **wrong},
            503: {"description": "The library cannot be read now", **wrong}}
