"""How fast and how lean, beside the peers on the same input in the same run. `make bench`."""
