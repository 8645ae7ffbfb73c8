"""The ledger."""

from ninja import Router

from whimbrel.acts.refused import Refused
from whimbrel.api.reads import reads
from whimbrel.queries import ledger as kept
from whimbrel.queries.access import may
from whimbrel.queries.people import role_of

router = Router()


def audited(by: str | None) -> None:
    """Go on for those who may audit. Refused for all others."""
    answer = may(role_of(by), "audit")
    if not answer:
        raise Refused(answer.because)


def acts(by: str | None) -> tuple[str, ...]:
    """The names of the acts that were ever done, for those who may audit."""
    audited(by)
    return kept.acts()


def verify(by: str | None) -> kept.Verdict:
    """Follow the chain from its first line to the head that is kept outside the database, for those
    who may audit. `problems` is empty where it is whole."""
    audited(by)
    return kept.verify()


reads(router, "/ledger", kept.entries)
reads(router, "/ledger/acts", acts, of=kept.acts)
# What somebody did to the chain leaves no line.
reads(router, "/ledger/verify", verify, of=kept.verify, lined=False)
