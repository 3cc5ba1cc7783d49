"""The command line. One command a file; heavy parts are imported only inside the command that needs them."""

from __future__ import annotations

from sayso.serve.cli.app import main

__all__ = ["main"]
