"""How the columns of spreadsheets were understood before."""

from collections.abc import Sequence

from whimbrel.engagements.tables import digest, kinds
from whimbrel.queries.people import can
from whimbrel.register.models import Mapping


def kept_mapping(by: str | None, kind: str, headings: Sequence[str]) -> dict[str, str] | None:
    """Heading -> field, as somebody said it of a file with the same head; None where nobody did, or
    for somebody who records nothing."""
    if not can(by, "record"):
        return None
    found = Mapping.objects.filter(kind=kind, head=digest(headings)).first()
    if found is None:
        return None
    # A field that there is no more since is left out, and a heading written otherwise found again.
    known = {one.key for one in kinds()[kind].fields}
    told = {digest((heading,)): field for heading, field in found.columns.items()}
    mapped = {heading: told.get(digest((heading,)), "") for heading in headings}
    return {heading: field if field in known else "" for heading, field in mapped.items()}
