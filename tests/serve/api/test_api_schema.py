"""The API against its own description: whatever it allows is answered as it says, without a server error."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from rooms import Served
from schemathesis.specs.openapi.checks import positive_data_acceptance

from sayso.serve.web.app import make_app
from sayso.settings import Settings


@pytest.fixture(scope="module")
def described(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[schemathesis.BaseSchema]:
    """The API of a copy of the example library, that may be written to."""
    own = Path(shutil.copy(filled, tmp_path_factory.mktemp("api") / "own.library"))
    with Served(make_app(own, Settings())) as server:
        yield schemathesis.openapi.from_url(f"{server.at}/api/openapi.json")


def test_whatever_the_description_allows_is_answered_as_it_says(described: schemathesis.BaseSchema) -> None:
    # The stream of changes never ends.
    operations = [found.ok() for found in described.exclude(path="/changes").get_all_operations()]  # type: ignore[union-attr]
    assert len(operations) >= 10
    for operation in operations:
        @given(case=operation.as_strategy())
        @settings(max_examples=6, deadline=None, derandomize=True, database=None, phases=[Phase.generate],
                  suppress_health_check=list(HealthCheck))
        def holds(case: schemathesis.Case[Any]) -> None:
            # That a range runs backwards, or a judgement names no claim, is told as 400, which no schema can say.
            case.call_and_validate(excluded_checks=[positive_data_acceptance])
        holds()
