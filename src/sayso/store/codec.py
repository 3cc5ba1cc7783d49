"""Domain values to bytes and back: JSON by the types of their fields, compressed. The one file that imports pydantic."""

from __future__ import annotations

import zlib
from collections.abc import Hashable, Sequence
from functools import cache
from typing import Any, TypeVar, cast

from sayso.errors import SaysoError

T = TypeVar("T")
LEVEL = 3


class Unreadable(SaysoError):
    """What is kept is not what this version wrote."""


def pack(value: object) -> bytes:
    """The value, a domain dataclass, as bytes that `unpack` turns back; never anything that runs when it is read."""
    raw: bytes = _adapter(cast(Hashable, type(value))).dump_json(value)
    return zlib.compress(raw, LEVEL)


def unpack(kind: type[T], body: bytes) -> T:
    """The value of this type. Raises Unreadable where the bytes are damaged or of another type."""
    try:
        value: T = _adapter(cast(Hashable, kind)).validate_json(zlib.decompress(body))
    except (zlib.error, ValueError) as error:
        raise Unreadable(f"what is kept of a {kind.__name__} cannot be read; run sayso rebuild") from error
    return value


@cache
def _adapter(kind: Hashable) -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(cast(Any, kind))


def json_schemas(shapes: Sequence[type], ref: str) -> dict[str, Any]:
    """JSON Schemas of these dataclasses and of all that they hold, by name; `ref` is the way to one, with `{model}` for its name."""
    from pydantic import TypeAdapter

    found, top = TypeAdapter.json_schemas([(s, "serialization", TypeAdapter(s)) for s in shapes], ref_template=ref)
    out: dict[str, Any] = dict(top.get("$defs", {}))
    for (shape, _), schema in found.items():
        out.setdefault(getattr(shape, "__name__", str(shape)), schema)
    return out
