"""Claims on a map: GeoJSON (RFC 7946), a point for each place a claim names."""

from __future__ import annotations

import json

from sayso.serve.exports.columns import CLAIMS
from sayso.serve.exports.facts import Facts


def geojson_text(facts: Facts) -> str:
    """One FeatureCollection. A claim that names no place that is known is not in it; `precision` says what a point stands for:
    the place itself, or the middle of a region or country."""
    features = []
    for row in facts.claims():
        told = {c.name: c.of(row) for c in CLAIMS}
        for place in row.claim.places:
            if place.lat is None or place.lon is None:
                continue
            features.append({"type": "Feature", "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
                             "properties": {"place": place.name, "precision": place.precision, **told}})
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, indent=1) + "\n"
