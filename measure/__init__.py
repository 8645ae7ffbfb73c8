"""How well the reader reads: scored on the shared corpora. `make measure`."""
