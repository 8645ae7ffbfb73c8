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


# A sign-in, a language that was chosen and the use of a token leave no line in the ledger.
reads(router, "/me", people.somebody, lined=False)
reads(router, "/me/tokens", tokens.tokens, lined=False)
reads(router, "/desk", desk, of=laid.desk)
reads(router, "/people", people.people, lined=False)
reads(router, "/people/{number}", people.person, lined=False)
