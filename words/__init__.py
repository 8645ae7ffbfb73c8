"""What the pages say, in every language: gathered and kept in catalogues. `make words`."""
