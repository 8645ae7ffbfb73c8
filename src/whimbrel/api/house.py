"""The house: who calls, their desk, and their tokens; for administrators, its people."""

from ninja import Router

from whimbrel.acts.refused import Refused
from whimbrel.api.reads import reads
from whimbrel.queries import desk as laid
from whimbrel.queries import people, tokens

router = Router()


def desk(by: str | None) -> laid.Desk:
    """The desk of a person."""
    if by is None:
        raise Refused("a desk is for those who work here")
    return laid.desk(by)


reads(router, "/me", people.somebody)
reads(router, "/me/tokens", tokens.tokens)
reads(router, "/desk", desk, of=laid.desk)
reads(router, "/people", people.people)
reads(router, "/people/{number}", people.person)
