"""Fixtures that load sources, or one file of given bytes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from ingest_loaded import Loaded, load_all


@pytest.fixture
def load_sources() -> Callable[..., Loaded]:
    return load_all


@pytest.fixture
def load_bytes(tmp_path: Path) -> Callable[..., Loaded]:
    def run(data: bytes | str, name: str = "report.txt") -> Loaded:
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
        return load_all(path)
    return run
