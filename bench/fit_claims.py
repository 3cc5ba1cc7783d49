#!/usr/bin/env python3
"""Fits the weights of `sayso.link.features` on annotated stories and prints them beside those in use.

    .venv/bin/python bench/fit_claims.py --gold bench/annotations --articles FILE... [--gold DIR --articles FILE...]

A pair of statements of two reports is positive where their sentences share a claim; as two sentences meet by some of their
statements only, each positive pair of sentences is stood for by its likest pair (three rounds). Logistic regression with a
ridge of 1 on every feature but the bias, by Newton's method. Prints, last, one JSON object with F1 of the pairs of sentences
joined above the best bar: `fitted` within the stories, `left_out` with each story left out in turn.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso import pipeline
from sayso.link.actors import link_actors
from sayso.link.candidates import Members, allowed
from sayso.link.features import BIAS, FEATURES, WEIGHTS
from sayso.link.leads import leads
from sayso.link.pieces import quick_vectors
from sayso.link.views import View, rarity, views
from sayso.model.article import Article
from sayso.settings import from_environment

Floats = NDArray[np.float64]
Key = tuple[str, str]
ROUNDS = 3
BARS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5)


@dataclass(frozen=True, slots=True)
class Story:
    """`rows`: a feature vector (and a last 1) a pair of statements; `keys`: the pairs of sentences it stands for; `gold`."""

    rows: Floats
    keys: tuple[frozenset[Key], ...]
    gold: frozenset[Key]


def load(folder: Path, texts: dict[str, dict[str, Any]]) -> list[Story]:
    """Every story of the folder, read and made into pairs. Raises KeyError for an article that no file has."""
    out = []
    for place in sorted(p for p in folder.iterdir() if (p / "gold.json").is_file()):
        story, gold = (json.loads((place / f).read_text("utf-8")) for f in ("story.json", "gold.json"))
        where: dict[str, list[tuple[int, int, str]]] = {}
        for a in story["articles"]:
            at = where.setdefault(str(a.get("id") or a["dId"]), [])
            at.extend((s, e, f"{a['key']}{n}") for n, (s, e) in enumerate(a["sentences"], 1))
        articles = _articles([{**texts[str(a.get("id") or a["dId"])], **a} for a in story["articles"]])
        out.append(_pairs(articles, where, gold["claims"]))
        print(f"{place.name}: {len(articles)} reports, {len(out[-1].gold)} pairs of sentences", flush=True)
    return out


def _articles(records: Sequence[dict[str, Any]]) -> list[Article]:
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as f:
        for r in records:
            kept = {"id": str(r.get("id") or r["dId"]), **{k: r.get(k) for k in ("outlet", "published", "title", "text")}}
            f.write(json.dumps({k: v for k, v in kept.items() if v is not None}) + "\n")
        f.flush()
        return list(pipeline.load([f.name], stdin=None, on_error=print, on_note=lambda _: None))


def _pairs(articles: Sequence[Article], where: dict[str, list[tuple[int, int, str]]], claims: Sequence[Any]) -> Story:
    readings = list(pipeline.read(articles, from_environment()))
    actors = link_actors(readings)
    local, by_id = {m: a for a in actors for m in a.members}, {a.id: a for a in actors}
    told = [v for r in readings for v in views(r, local, by_id) if v.response is None and v.passing is None]
    members = Members(told, quick_vectors([v.text for v in told]), rarity(told), leads(told))
    rows, keys = [], []
    for a, x in enumerate(told):
        for b, y in enumerate(told[a + 1:], a + 1):
            if x.article != y.article and allowed(x, y):
                pair = members.pair(a, b)
                rows.append([*(f(pair) for f in FEATURES), 1.0])
                keys.append(frozenset((min(k, m), max(k, m)) for k in _keys(x, where) for m in _keys(y, where)))
    gold, hard = (_gold(c for c in claims if bool(c.get("hard")) == h) for h in (False, True))
    kept = [n for n, k in enumerate(keys) if not k & (hard - gold)]
    return Story(np.array([rows[n] for n in kept]), tuple(keys[n] for n in kept), gold)


def _keys(v: View, where: dict[str, list[tuple[int, int, str]]]) -> list[str]:
    """The sentences it stands for: those it overlaps by at least half of the shorter of the two."""
    spans = v.statement.spans
    size = sum(e - s for s, e in spans)
    return [key for start, end, key in where[v.article]
            if (met := sum(max(0, min(e, end) - max(s, start)) for s, e in spans)) and 2 * met >= min(size, end - start)]


def _gold(claims: Any) -> frozenset[Key]:
    out = set()
    for c in claims:
        told = sorted({m["s"] for m in c["members"]})
        out |= {(a, b) for a in told for b in told if a < b and a.rstrip("0123456789") != b.rstrip("0123456789")}
    return frozenset(out)


def chances(rows: Floats, weights: Floats) -> Floats:
    """How likely each pair is the same claim, 0 to 1."""
    out: Floats = 1 / (1 + np.exp(-(rows @ weights)))
    return out


def fit(stories: Sequence[Story]) -> Floats:
    """The weights, the bias last."""
    weights = np.array([*(WEIGHTS.get(f.__name__, 0.0) for f in FEATURES), BIAS])
    for _ in range(ROUNDS):
        parts = [_likest(s, weights) for s in stories]
        weights = _regress(np.vstack([r for r, _ in parts]), np.concatenate([y for _, y in parts]))
    return weights


def _likest(story: Story, weights: Floats) -> tuple[Floats, Floats]:
    """All pairs that share no claim, and the likest pair of statements of every two sentences that do."""
    p = chances(story.rows, weights)
    best: dict[Key, int] = {}
    positive = np.array([bool(k & story.gold) for k in story.keys], dtype=bool)
    for n in np.flatnonzero(positive):
        for k in story.keys[n] & story.gold:
            if k not in best or p[n] > p[best[k]]:
                best[k] = int(n)
    kept = ~positive
    kept[list(best.values())] = True
    return story.rows[kept], positive[kept].astype(np.float64)


def _regress(x: Floats, y: Floats) -> Floats:
    ridge = np.eye(x.shape[1])
    ridge[-1, -1] = 0.0
    weights = np.zeros(x.shape[1])
    for _ in range(30):
        p = chances(x, weights)
        slope = x.T @ (p - y) + ridge @ weights
        curve = (x * (p * (1 - p))[:, None]).T @ x + ridge
        step = np.linalg.solve(curve, slope)
        weights = weights - step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def f1(stories: Sequence[Story], found: Sequence[Floats], bar: float) -> float:
    """F1 of the pairs of sentences that have a pair of statements above the bar, all stories together."""
    met = joined = gold = 0
    for s, p in zip(stories, found, strict=True):
        pairs = {k for keys, x in zip(s.keys, p, strict=True) if x >= bar for k in keys}
        met, joined, gold = met + len(pairs & s.gold), joined + len(pairs), gold + len(s.gold)
    return 2 * met / max(1, joined + gold)


def main() -> int:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--gold", action="append", type=Path, required=True, metavar="DIR")
    p.add_argument("--articles", nargs="+", type=Path, required=True, metavar="FILE", help="JSON Lines with the texts")
    args = p.parse_args()
    texts: dict[str, dict[str, Any]] = {}
    for line in (line for f in args.articles for line in f.read_text("utf-8").splitlines()):
        record = json.loads(line)
        texts.setdefault(str(record.get("id") or record.get("doc_id") or record.get("dId")), record)
    stories = [s for folder in args.gold for s in load(folder, texts)]
    weights = fit(stories)
    within = [chances(s.rows, weights) for s in stories]
    without = [chances(s.rows, fit([t for t in stories if t is not s])) for s in stories]
    for f, w in [*zip([f.__name__ for f in FEATURES], weights, strict=False), ("bias", weights[-1])]:
        used = BIAS if f == "bias" else WEIGHTS.get(f, 0.0)
        print(f"{f:22}{w:8.2f}{used:8.2f}")
    found: dict[str, list[float]] = defaultdict(list)
    for bar in BARS:
        found["fitted"].append(f1(stories, within, bar))
        found["left_out"].append(f1(stories, without, bar))
    print(json.dumps({"bench": "fit_claims", "stories": len(stories), **{k: round(max(v), 3) for k, v in found.items()}}))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
