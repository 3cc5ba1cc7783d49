"""The reading room: the library as pages on this machine alone. No judgement is made here; pages show what is kept."""
