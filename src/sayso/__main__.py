"""`python -m sayso`: the same as the command `sayso`."""

from __future__ import annotations

from sayso.serve.cli import main

if __name__ == "__main__":
    main()
