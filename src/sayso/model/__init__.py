"""The domain types: frozen values, standard library only. Field names are those of the output contract."""
