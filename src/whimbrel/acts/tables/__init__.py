"""Bring spreadsheets into the record, and keep how their columns were understood."""

from whimbrel.acts.tables.bring import bring_in, dry_run, keep_mapping
from whimbrel.acts.tables.outcome import Brought, Difference, Outcome, State

__all__ = [
    "Brought",
    "Difference",
    "Outcome",
    "State",
    "bring_in",
    "dry_run",
    "keep_mapping",
]
