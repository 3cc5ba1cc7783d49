"""`sayso mcp`: the library as tools for a language-model client."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.serve.cli.inputs import settings
from sayso.serve.cli.library import DEFAULT, LIBRARY, opened


def mcp(
    library: Annotated[Path | None, typer.Option("--library", metavar="FILE", help=LIBRARY)] = None,
) -> int:
    """Serve a library to a language-model client on standard input and output, by the Model Context Protocol.

    Tools: stories, search, brief, claims, claim, who_said, check_sentence. They only read. A client starts this command
    itself; name it in the client's settings.

    \b
    Examples:
      sayso mcp --library desk.library
    """
    from sayso.serve.desk import Desk
    from sayso.serve.mcp.server import make_server

    opened(library).__exit__(None, None, None)
    make_server(Desk(library or DEFAULT, settings())).run("stdio")
    return 0
