"""Which fields an act corrects, where it takes several of them at once."""

from whimbrel.acts import (
    agreements,
    barriers,
    bodies,
    campaigns,
    engagements,
    groups,
    initiatives,
    mandates,
    mechanisms,
    meetings,
    participation,
    suggestions,
)

FIELDS: dict[str, tuple[str, ...]] = {
    "agreements.correct": (*agreements.FIELDS, "parties"),
    "barriers.correct": barriers.FIELDS,
    "bodies.correct": bodies.FIELDS,
    "campaigns.correct": campaigns.FIELDS,
    "engagements.correct": engagements.FIELDS,
    "groups.correct": groups.FIELDS,
    "initiatives.correct": initiatives.FIELDS,
    "mandates.correct": mandates.FIELDS,
    "mechanisms.correct": mechanisms.FIELDS,
    "meetings.correct": meetings.FIELDS,
    "participation.correct": participation.FIELDS,
    "suggestions.correct": suggestions.FIELDS,
}
"""Act -> the fields that it takes as `values`."""
