"""Which schemes of admission are in use at a convention on a day, and by which decision."""

import datetime

from whimbrel.admission import hosts
from whimbrel.admission.hosts import Adopted
from whimbrel.register.models import Adoption


def adopted(host: str) -> tuple[Adopted, ...]:
    """The schemes that the governing body of a convention has adopted, the first before others."""
    listed = Adoption.objects.filter(host=host).order_by("since", "id")
    return tuple(
        Adopted(scheme=one.scheme, since=one.since, until=one.until, decision=one.decision)
        for one in listed
    )


def in_use(host: str, on: datetime.date) -> tuple[str, ...]:
    """Ids of the schemes in use on a day: those of the treaty, then those adopted."""
    return hosts.in_use(host, adopted(host), on)
