"""Synergy: where conventions meet, and what to do about it. Questions over frozen facts of the
record; each answer has its rule, its sources and its date."""
