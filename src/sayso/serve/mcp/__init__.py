"""The library as tools for a language-model client, over standard input and output."""
