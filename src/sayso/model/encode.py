"""Values to JSON: field names as they stand, a trailing underscore (`from_`, `if_`) left off."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

# Most values are these: they are told first.
_AS_IS = frozenset((str, int, bool, type(None)))


@cache
def _names(kind: type) -> tuple[tuple[str, str], ...] | None:
    """The fields of a dataclass and the keys they go by; None for any other type."""
    return tuple((f.name, f.name.rstrip("_")) for f in fields(kind)) if is_dataclass(kind) else None


def encode(value: object) -> Any:
    """What `json.dumps` takes for this value; whole floats become integers, as figures are read by people."""
    kind: Any = type(value)
    if kind in _AS_IS:
        return value
    if isinstance(value, (list, tuple)):
        return [x if type(x) in _AS_IS else encode(x) for x in value]
    if (names := _names(kind)) is not None:
        return {key: x if type(x := getattr(value, name)) in _AS_IS else encode(x) for name, key in names}
    if isinstance(value, dict):
        return {str(k): encode(v) for k, v in value.items()}
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)
    return value
