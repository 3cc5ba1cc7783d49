"""The graph from origins through relays to the reports."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from sayso.model.claim import Claim
from sayso.model.dossier import GraphEdge, GraphNode, OriginGraph
from sayso.weigh.context import Context

EdgeKind = Literal["states", "relays", "cites", "copies"]


def origin_graph(context: Context, claims: Sequence[Claim], articles: Sequence[str]) -> OriginGraph:
    """Origins state to articles; relays stand between; copies join articles. Nodes in order of first appearance."""
    nodes: dict[str, GraphNode] = {}
    edges: dict[tuple[str, str, EdgeKind], list[str]] = {}
    for c in claims:
        for o in c.origins:
            if o.kind in ("outlet", "unattributed"):
                continue
            origin = o.actor or f"{o.kind}:{o.name}"
            nodes.setdefault(origin, GraphNode(origin, o.name, o.kind))
            for i in o.statements:
                article = context.statements[i].article
                nodes.setdefault(article, GraphNode(article, context.readings[article].article.outlet or article, "article"))
                through = context.relays(context.statements[i], o.actor)
                if through:
                    relay = f"relay:{through[0].name}"
                    nodes.setdefault(relay, GraphNode(relay, through[0].name, "relay"))
                    edges.setdefault((origin, relay, "relays"), []).append(i)
                    edges.setdefault((relay, article, "states"), []).append(i)
                else:
                    edges.setdefault((origin, article, "states"), []).append(i)
    for copy in context.copies:
        if copy.article in articles and copy.of in articles:
            for i in (copy.of, copy.article):
                nodes.setdefault(i, GraphNode(i, context.readings[i].article.outlet or i, "article"))
            edges.setdefault((copy.of, copy.article, "copies"), [])
    return OriginGraph(tuple(nodes.values()),
                       tuple(GraphEdge(a, b, kind, tuple(dict.fromkeys(s))) for (a, b, kind), s in edges.items()))
