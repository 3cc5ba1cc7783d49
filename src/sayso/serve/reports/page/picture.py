"""Where the boxes and lines of an origin graph stand: origins on the left, reports on the right, relays between."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from sayso.serve.reports.view import Graph, Node

WIDTH, GAP, STEP, LINE, PAD = 190, 70, 14, 16, 9
LETTERS, LINES = 25, 3
COLUMNS = {"origin": 0, "aside": 0, "relay": 1, "report": 2}


@dataclass(frozen=True, slots=True)
class Box:
    """A node as drawn; `lines` are the lines of its name with the height each stands at."""

    kind: str
    x: int
    y: int
    height: int
    lines: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """All measures in units of the drawing, `width` by `height`; `paths` are SVG path data."""

    width: int
    height: int
    box_width: int
    boxes: tuple[Box, ...]
    paths: tuple[str, ...]


def picture(graph: Graph) -> Picture:
    """The graph laid out; columns that nothing stands in take no room."""
    used = sorted({COLUMNS[n.kind] for n in graph.nodes})
    columns = [[n for n in graph.nodes if COLUMNS[n.kind] == c] for c in used]
    heights = [sum(_height(n) for n in column) + STEP * (len(column) - 1) for column in columns]
    whole = max(heights)
    boxes: dict[str, Box] = {}
    for k, column in enumerate(columns):
        y = (whole - heights[k]) // 2
        for node in column:
            boxes[node.id] = _box(node, k * (WIDTH + GAP), y)
            y += _height(node) + STEP
    paths = tuple(_path(boxes[a], boxes[b]) for a, b in graph.edges if a in boxes and b in boxes)
    return Picture(len(used) * (WIDTH + GAP) - GAP, whole, WIDTH, tuple(boxes.values()), paths)


def _wrapped(node: Node) -> list[str]:
    return textwrap.wrap(node.name, LETTERS, max_lines=LINES, placeholder="…") or [""]


def _height(node: Node) -> int:
    return len(_wrapped(node)) * LINE + 2 * PAD


def _box(node: Node, x: int, y: int) -> Box:
    lines = _wrapped(node)
    return Box(node.kind, x, y, _height(node), tuple((y + PAD + LINE * n + 12, line) for n, line in enumerate(lines)))


def _path(a: Box, b: Box) -> str:
    x1, y1, x2, y2 = a.x + WIDTH, a.y + a.height // 2, b.x, b.y + b.height // 2
    bend = (x2 - x1) // 2
    return f"M{x1} {y1}C{x1 + bend} {y1} {x2 - bend} {y2} {x2} {y2}"
