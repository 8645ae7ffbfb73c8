"""What an act says when it is not done."""


class Refused(Exception):
    """An act that the gate or the state of the record refuses; the message says why and what to do.

    It leaves a line in the ledger.
    """


class Overtaken(Refused):
    """Somebody else changed the record first: the message says what, and nothing of theirs or ours
    is lost."""
