"""`sayso serve`: the library as pages in the browser, on this machine alone."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Annotated

import typer

from sayso.errors import InputError
from sayso.serve.cli.inputs import settings
from sayso.serve.cli.library import DEFAULT, LIBRARY, opened

PORT = "Answer at this port; 0 for any that is free."
HOST = "127.0.0.1"


def serve(
    library: Annotated[Path | None, typer.Option("--library", metavar="FILE", help=LIBRARY)] = None,
    port: Annotated[int, typer.Option("--port", "-p", min=0, max=65535, metavar="N", help=PORT)] = 8712,
) -> int:
    """Show a library in the browser, on this machine alone; it is made if it is not there. Stop with Ctrl-C.

    Stories, each with its brief and the table of its claims; every claim with the sentences it rests on; reports with
    all that was found in them; who said what; search. Reports are added by dropping files or pasting. Nobody else on
    the network can reach it, and nothing is sent anywhere.

    \b
    Examples:
      sayso serve
      sayso serve --library desk.library --port 8080
    """
    from sayso.serve.cli.say import complain
    from sayso.serve.web.app import make_app, run

    path = library or DEFAULT
    opened(path, create=True).__exit__(None, None, None)
    listening = _listening(port)
    app = make_app(path, settings())
    complain(f"{path}: open http://{HOST}:{listening.getsockname()[1]} in a browser on this machine; stop with Ctrl-C")
    run(app, listening)
    return 0


def _listening(port: int) -> socket.socket:
    """A socket that listens on loopback; InputError where the port is taken."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
        # From here on a browser that asks is kept waiting, and not turned away.
        listening.listen()
    except OSError as error:
        listening.close()
        raise InputError(f"port {port}", error.strerror or str(error), "name another with --port, or 0 for any that is free") from None
    return listening
