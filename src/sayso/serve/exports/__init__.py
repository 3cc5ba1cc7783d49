"""Results as data, in the shapes of the output contract."""
