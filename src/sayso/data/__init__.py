"""Tables the program reads, and the gazetteer built from them. Place data: GeoNames, CC BY 4.0."""

from __future__ import annotations

from sayso.data.location import gazetteer_path

__all__ = ["gazetteer_path"]
