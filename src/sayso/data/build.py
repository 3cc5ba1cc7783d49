"""`python -m sayso.data.build`: builds the gazetteer where `gazetteer_path` looks for it, if it is not there yet."""

from __future__ import annotations

from sayso.data.assemble import build
from sayso.data.location import existing_path, writable_path
from sayso.settings import from_environment


def main() -> None:
    """Builds the gazetteer unless it is there; prints one line: where it lies and what it holds."""
    settings = from_environment()
    found = existing_path(settings)
    if found is not None:
        print(f"{found}: there already")
        return
    path = writable_path(settings)
    print(f"{path}: {build(path)} places (data: GeoNames, CC BY 4.0)")


if __name__ == "__main__":
    main()
