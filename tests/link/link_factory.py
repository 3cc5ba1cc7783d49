"""Statements as matching sees them, made by hand; vectors that are alike as far as the words are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.link.stems import stem, stems
from sayso.link.views import Modality, View
from sayso.model.reading import Quantity, Response
from sayso.model.statement import Event, Polarity, Statement, StatementOrigin


@dataclass(frozen=True)
class Told:
    """What a test wants to say of a statement beside its words; `by` are bodies (linked ids), none the outlet's voice."""

    by: tuple[str, ...] = ()
    sentence: int | None = None
    verb: str | None = None
    agent: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    figures: tuple[Quantity, ...] = ()
    places: tuple[str, ...] = ()
    days: tuple[str, str] | None = None
    modality: Modality = "told"
    response: Response | None = None
    polarity: Polarity = "positive"


def people(value: float, verb: str = "injure", unit: str = "person") -> Quantity:
    return Quantity(0, 1, str(value), value, None, None, "exactly", unit, "people", verb)


def view(id: str, text: str, told: Told | None = None) -> View:
    """`id` is `<article>#<n>`: the statement stands n times 1,000 characters into the article."""
    t = told or Told()
    article, _, n = id.partition("#")
    start = 1000 * int(n)
    verb = stem(t.verb or text.split()[1])
    origins = tuple(StatementOrigin(b, b, "actor") for b in t.by) or (
        StatementOrigin(None, f"outlet {article}", "outlet"),
    )
    s = Statement(
        id,
        article,
        start,
        start + len(text),
        text,
        ((start, start + len(text)),),
        (f"{article}#a{n}",) if t.by else (),
        origins,
        Event(verb, None, None),
        t.polarity,
        "certain",
        (),
        None,
        t.modality == "planned",
        None,
        None,
        (),
        (),
        (),
        False,
    )
    return View(
        statement=s,
        text=text,
        sentence=int(n) if t.sentence is None else t.sentence,
        words=frozenset(stems(text)),
        predicate=verb,
        agent=frozenset(t.agent),
        agent_roots=frozenset(t.agent),
        patient=frozenset(),
        actors=frozenset(t.actors),
        roots=frozenset(t.actors),
        places=frozenset(t.places),
        where=frozenset(t.places),
        country=None,
        days=t.days,
        figures=t.figures,
        modality=t.modality,
        response=t.response,
        act="assert",
        origins=frozenset(o.actor or o.name for o in origins),
        numbers=frozenset(),
    )


def rows(views: Sequence[View]) -> NDArray[np.float32]:
    """Unit rows; the cosine of two is their share of stems."""
    return embed([v.text for v in views])


def embed(texts: Sequence[str]) -> NDArray[np.float32]:
    """The same for texts: what stands here for the sentence model."""
    told = [set(stems(t)) for t in texts]
    words = {w: k for k, w in enumerate(sorted({w for t in told for w in t}))}
    out = np.zeros((len(told), max(1, len(words))), np.float32)
    for k, t in enumerate(told):
        out[k, [words[w] for w in t]] = 1.0
    return (out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9)).astype(np.float32)
