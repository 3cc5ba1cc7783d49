"""The library as JSON over HTTP, for other programs on this machine: what pages show, as data."""
