"""The view for a terminal: as wide as it is, plain where it is none; bold is never the only sign of anything."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from sayso.serve.reports.view import Block, BriefView, Bullets, Line, Paragraph, Section, StoryView, Table, left
from sayso.serve.reports.words import clean, printable

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

TABLE_FROM = 110
STYLES = {"plain": "", "strong": "bold", "refs": "", "note": ""}


def render(view: BriefView, width: int, styled: bool) -> str:
    """The brief in lines of at most `width` columns; escape sequences only where `styled`."""
    from rich.console import Console

    out = StringIO()
    console = Console(file=out, width=width, force_terminal=styled, no_color=True, highlight=False, emoji=False,
                      markup=False, legacy_windows=False, color_system="standard" if styled else None)
    if view.overview:
        _overview(console, view)
    for n, story in enumerate(view.stories):
        if n or view.overview:
            console.print()
        _story(console, story, f"{n + 1}. " if view.overview else "")
    if view.unread:
        console.print()
        _section(console, Section("unread", "Not read", (Bullets(view.unread),)))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n" if view.stories else ""


def _overview(console: Console, view: BriefView) -> None:
    for line in view.overview:
        number, *rest = line.pieces
        _hanging(console, printable(number.text), _text(Line(tuple(rest))))


def _story(console: Console, story: StoryView, number: str) -> None:
    from rich.text import Text

    console.print(Text(number + clean(story.title), style="bold"))
    console.print(Text(clean(story.byline)))
    for section in story.sections:
        console.print()
        _section(console, section)


def _section(console: Console, section: Section) -> None:
    from rich.text import Text

    console.print(Text(section.title.upper(), style="bold"))
    for block in section.blocks:
        _block(console, block)


def _block(console: Console, block: Block) -> None:
    from rich.text import Text

    if isinstance(block, Bullets):
        for line in block.lines[:block.first]:
            _hanging(console, "- ", _text(line))
        if left(block):
            _hanging(console, "- ", Text(f"and {left(block)} (--all shows them)"))
    elif isinstance(block, Paragraph):
        console.print()
        console.print(_text(block.line))
    elif console.width >= TABLE_FROM:
        _table(console, block)
        _more(console, block)
    else:
        _stacked(console, block)
        _more(console, block)


def _more(console: Console, table: Table) -> None:
    if left(table):
        console.print()
        console.print(f"and {left(table)}: --all shows them, --format json has them.")


def _table(console: Console, table: Table) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table as RichTable

    drawn = RichTable(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, expand=True, leading=1)
    for n, name in enumerate(table.header):
        drawn.add_column(name, ratio=(10, None, 7, 5, 5)[n] if len(table.header) == 5 else 1, vertical="top",
                         no_wrap=len(table.header) == 5 and n == 1)
    for row in table.rows[:table.first]:
        drawn.add_row(*map(_text, row.cells))
    console.print(drawn)


def _stacked(console: Console, table: Table) -> None:
    """Too narrow for columns: the first cell on lines of its own, the others below it, each parted by a dot."""
    from rich.text import Text

    for n, row in enumerate(table.rows[:table.first], 1):
        first, *others = row.cells
        _hanging(console, f"{n}. ", _text(first))
        filled = [_text(cell) for cell in others if cell.text]
        _hanging(console, "   ", Text(" · ").join(filled))


def _hanging(console: Console, lead: str, text: Text) -> None:
    from rich.text import Text

    lines = text.wrap(console, max(10, console.width - len(lead)))
    for n, line in enumerate(lines):
        line.rstrip()
        console.print(Text(lead if n == 0 else " " * len(lead)) + line, no_wrap=True, overflow="ignore")


def _text(line: Line) -> Text:
    from rich.text import Text

    out = Text()
    for piece in line.pieces:
        out.append(printable(piece.text), style=STYLES[piece.kind])
    return out
