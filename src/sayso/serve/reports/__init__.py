"""Briefs for people: a view that knows no format, and what renders it. Texts come from the reports or are fixed."""
