"""One file a page, or a few that belong together: reads the library, hands data to a template."""
