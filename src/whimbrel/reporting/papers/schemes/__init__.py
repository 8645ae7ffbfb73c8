"""Papers on schemes of admission: what bodies ask, how a case runs, and what each option would
do."""
