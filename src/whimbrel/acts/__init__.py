"""Every writing of the record: named acts, each with its gate, its reason and its line in the
ledger."""
