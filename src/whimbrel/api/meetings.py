"""Meetings."""

from ninja import Router

from whimbrel.api.reads import reads
from whimbrel.queries import meetings as kept

router = Router()
reads(router, "/meetings", kept.meetings)
reads(router, "/meetings/{path:short}", kept.meeting)
