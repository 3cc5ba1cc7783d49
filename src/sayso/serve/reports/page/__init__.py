"""The brief as one HTML page that needs nothing else: no network, no other file. Templates know only the view."""
