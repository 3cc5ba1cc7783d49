"""The view as Markdown. What stands in a report is escaped: its text never becomes markup."""

from __future__ import annotations

import re

from sayso.serve.reports.view import Block, BriefView, Bullets, Line, Paragraph, Piece, Section, StoryView, Table, left
from sayso.serve.reports.words import clean

_MARKUP = re.compile(r"([\\`*_\[\]<>|#~&])")
_AUTOLINK = re.compile(r"(?i)\b(https?|ftp|mailto|www)([:.])")


def render(view: BriefView) -> str:
    """The whole brief, ending in a line feed."""
    parts = []
    if view.overview:
        parts.append("\n".join(f"- {_line(line)}" for line in view.overview))
    parts += [_story(story) for story in view.stories]
    if view.unread:
        parts.append("## Not read\n" + "\n".join(f"- {_line(line)}" for line in view.unread))
    return "\n\n".join(parts) + "\n" if parts else ""


def _story(story: StoryView) -> str:
    return "\n\n".join([f"# {escaped(story.title)}", escaped(story.byline), *map(_section, story.sections)])


def _section(section: Section) -> str:
    return f"## {escaped(section.title)}\n" + "\n\n".join(map(_block, section.blocks))


def _block(block: Block) -> str:
    if isinstance(block, Bullets):
        more = [f"- and {left(block)} (--all shows them)"] if left(block) else []
        return "\n".join([f"- {_line(line)}" for line in block.lines[:block.first]] + more)
    if isinstance(block, Paragraph):
        return _line(block.line)
    return _table(block)


def _table(table: Table) -> str:
    head = [f"| {' | '.join(map(escaped, table.header))} |", "|---" * len(table.header) + "|"]
    rows = [f"| {' | '.join(map(_line, row.cells))} |" for row in table.rows[:table.first]]
    return "\n".join(head + rows) + (f"\n\nand {left(table)}: --all shows them" if left(table) else "")


def _line(line: Line) -> str:
    return "".join(map(_piece, line.pieces))


def _piece(piece: Piece) -> str:
    if piece.kind == "refs":
        return piece.text
    text = escaped(piece.text)
    if piece.kind != "strong" or not text.strip():
        return text
    # Marks of emphasis stand next to the words; the spaces around them stay outside.
    body = text.strip()
    return text.replace(body, f"**{body}**", 1)


def escaped(text: str) -> str:
    """The text on one line, nothing in it being markup; white space at its ends is kept as one space."""
    body = _AUTOLINK.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", clean(text)))
    # At the start of a line a figure and a dot, or a dash, would open a list.
    body = re.sub(r"^(\d+)([.)])(\s)", r"\1\\\2\3", re.sub(r"^([-+=])(\s|$)", r"\\\1\2", body))
    lead, tail = text[:1].isspace(), text[-1:].isspace() and text.strip() != ""
    return (" " if lead else "") + body + (" " if tail else "")
