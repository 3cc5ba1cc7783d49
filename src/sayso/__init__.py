"""sayso: what is said to have happened, on whose word, on how many independent origins."""

__version__ = "0.1.0"
