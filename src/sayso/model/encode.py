"""Values to JSON: field names as they stand, a trailing underscore (`from_`, `if_`) left off."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

# Most values are these: they are told first.
_AS_IS = frozenset((str, int, bool, type(None)))


@cache
def _names(kind: type) -> tuple[tuple[str, str], ...]:
    return tuple((f.name, f.name.rstrip("_")) for f in fields(kind))


def encode(value: object) -> Any:
    """What `json.dumps` takes for this value; whole floats become integers, as figures are read by people."""
    if type(value) in _AS_IS:
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return {key: encode(getattr(value, name)) for name, key in _names(type(value))}
    if isinstance(value, (list, tuple)):
        return [encode(x) for x in value]
    if isinstance(value, dict):
        return {str(k): encode(v) for k, v in value.items()}
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)
    return value
