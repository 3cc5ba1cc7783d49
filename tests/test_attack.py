"""One false report in many dresses never seems to rest on more than one word, whatever is read of it and in what order."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import pytest

import attack_set
from sayso import pipeline
from sayso.model.article import Article
from sayso.model.dossier import Dossier
from sayso.model.reading import Reading
from sayso.settings import Settings, Source, Sources

SUBSETS = 60


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    """Every text of the set, read once."""
    return {r.article.id: r for r in pipeline.read(attack_set.articles(tuple(attack_set.ALL)), Settings())}


@pytest.fixture
def _read_before(readings: dict[str, Reading], monkeypatch: pytest.MonkeyPatch) -> None:
    once = pipeline.read

    def read(articles: Sequence[Article], _s: Settings, *_: object) -> Iterator[Reading]:
        return (readings[a.id] if a.id in readings else next(once([a], _s)) for a in articles)
    monkeypatch.setattr(pipeline, "read", read)


pytestmark = pytest.mark.usefixtures("_read_before")


def dossier(names: Sequence[str]) -> Dossier:
    every = {a.id: a for a in attack_set.articles(tuple(attack_set.ALL))}
    return pipeline.brief([every[n] for n in names], Settings())


def most(d: Dossier) -> int:
    return max(c.independent_origins for s in d.stories for c in s.claims)


def test_there_are_forty_of_them() -> None:
    assert len(attack_set.DRESSED) >= 41
    assert len(attack_set.SHORT) >= 40


@pytest.mark.parametrize("kind", ["DRESSED", "SHORT", "ALL"])
def test_all_of_them_rest_on_one_word(kind: str) -> None:
    d = dossier(tuple(getattr(attack_set, kind)))
    assert most(d) == 1
    assert not [c.text for s in d.stories for c in s.claims if c.status == "corroborated"]


@pytest.mark.parametrize("seed", range(SUBSETS))
def test_some_of_them_rest_on_one_word(seed: int) -> None:
    rng = random.Random(seed)
    names = rng.sample(sorted(attack_set.ALL), rng.choice((2, 2, 3, 4, 6, 10)))
    assert most(dossier(names)) <= 1


PUPPETS = Sources(tuple(Source(f"Puppet {k}", owner="Adria Media") for k in range(10)))


def test_ten_outlets_of_one_owner_are_one_voice() -> None:
    """Ten wordings in their own voice, and each cites the next: nobody's word, one outlet's."""
    bare = [f"{w[:1].upper()}{w[1:]}." for w in attack_set.WORDINGS]
    texts = [f"{bare[k % len(bare)]} {bare[(k + 1) % len(bare)][:-1]}, Puppet {(k + 1) % 10} reported." for k in range(10)]
    given = [attack_set.written(f"p{k}", text, f"Puppet {k}") for k, text in enumerate(texts)]
    for sources, voices in ((PUPPETS, 1), (Sources(), 6)):
        d = pipeline.brief(given, Settings(sources=sources))
        assert most(d) <= 1
        assert max(c.own_voice_outlets for s in d.stories for c in s.claims) <= voices


@pytest.mark.parametrize("seed", range(4))
def test_the_order_makes_no_difference(seed: int) -> None:
    rng = random.Random(seed)
    names = rng.sample(sorted(attack_set.ALL), 12)
    shuffled = rng.sample(names, len(names))
    assert told(dossier(names)) == told(dossier(shuffled))


def told(d: Dossier) -> object:
    """Stories, actors, copies and claims, whatever the order of the articles."""
    return {s.id: s for s in d.stories}, {a.id: a for a in d.actors}, set(d.copies), {s.id: s for s in d.statements}
