"""Which fields an act corrects, where it takes several of them at once."""

from whimbrel.acts import (
    agreements,
    bodies,
    campaigns,
    engagements,
    groups,
    initiatives,
    mandates,
    meetings,
)

FIELDS: dict[str, tuple[str, ...]] = {
    "agreements.correct": (*agreements.FIELDS, "parties"),
    "bodies.correct": bodies.FIELDS,
    "campaigns.correct": campaigns.FIELDS,
    "engagements.correct": engagements.FIELDS,
    "groups.correct": groups.FIELDS,
    "initiatives.correct": initiatives.FIELDS,
    "mandates.correct": mandates.FIELDS,
    "meetings.correct": meetings.FIELDS,
}
"""Act -> the fields that it takes as `values`."""
