"""Claims as linked data, read back as triples by a reader that is not ours."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import factory
import pytest
from pyld import jsonld

from sayso.model.dossier import Dossier
from sayso.serve.exports.facts import Facts
from sayso.serve.exports.linked import _first, linked_text

SCHEMA = "https://schema.org/"


def no_network(address: str, options: dict[str, Any]) -> dict[str, Any]:
    raise AssertionError(f"{address} was asked for")


def nodes(dossier: Dossier) -> dict[str, dict[str, Any]]:
    import json

    expanded = jsonld.expand(json.loads(linked_text(Facts(dossier))), {"documentLoader": no_network})
    return {n["@id"]: n for n in expanded}


def of_type(dossier: Dossier, name: str) -> list[dict[str, Any]]:
    return [n for n in nodes(dossier).values() if n["@type"] == [SCHEMA + name]]


def value(node: dict[str, Any], name: str) -> Any:
    [found] = node[SCHEMA + name]
    return found.get("@value", found.get("@id"))


def test_every_claim_is_there_with_how_it_stands_and_the_reports_it_is_in() -> None:
    made = factory.dossier()
    known = nodes(made)
    claims = made.stories[0].claims
    assert len(of_type(made, "Claim")) == len(claims)
    for node, claim in zip(of_type(made, "Claim"), claims, strict=True):
        assert value(node, "text") == claim.text
        assert value(node, "description") == f"{claim.status}: {claim.why}"
        assert [value(known[a["@id"]], "identifier") for a in node.get(SCHEMA + "appearance", ())] == list(claim.articles)
        counted = [o.name for o in claim.origins if o.independent is not None]
        assert [value(a, "name") for a in node.get(SCHEMA + "author", ())] == counted


@pytest.mark.parametrize(("times", "first"), [
    (("2026-03-01", "2026-03-02"), 0),
    (("2026-03-02T09:00:00+01:00", "2026-03-02T08:30:00+00:00"), 0),
    (("2026-03-02T10:00:00+01:00", "2026-03-02T08:30:00+00:00"), 1),
    (("2026-03-02", "2026-03-02T08:30:00+00:00"), None),
    (("2026-03-02T09:00:00", "2026-03-02T08:30:00+00:00"), None),
    (("2026-03-02T08:30:00+00:00", "2026-03-02T08:30:00+00:00"), None),
    (("2026-03", "2026-03-02"), None),
    ((None, "2026-03-02"), None),
])
def test_a_first_appearance_is_told_only_where_it_is_sure(times: tuple[str | None, ...], first: int | None) -> None:
    reports = [replace(a, published=t) for a, t in zip(factory.dossier().articles, times, strict=False)]
    assert len(reports) == 2
    found = _first(reports)
    assert found == (None if first is None else reports[first])


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "http://[", None])
def test_only_an_address_of_the_web_is_an_address(url: str | None) -> None:
    made = factory.dossier()
    changed = replace(made, articles=tuple(replace(a, url=url) for a in made.articles))
    assert not any(SCHEMA + "url" in n for n in of_type(changed, "Report"))


def test_nothing_rates_a_claim() -> None:
    assert "Rating" not in linked_text(Facts(factory.dossier()))


@pytest.mark.parametrize("id", ["a b", "x:y", "<script>", "ü/ö"])
def test_any_id_is_one_name(id: str) -> None:
    made = factory.dossier()
    changed = replace(made, articles=(replace(made.articles[0], id=id), *made.articles[1:]), stories=())
    assert id in [value(n, "identifier") for n in of_type(changed, "Report")]
