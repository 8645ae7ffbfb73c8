"""Engagements."""

from ninja import Router

from whimbrel.api.reads import reads
from whimbrel.queries import engagements as kept
from whimbrel.queries import presence

router = Router()
reads(router, "/engagements", kept.engagements)
reads(router, "/engagements/choices", kept.choices)
reads(router, "/engagements/{key}", kept.engagement)
reads(router, "/countries", presence.countries)
