"""Dossiers and rows as what a page shows: data only, no HTML."""
