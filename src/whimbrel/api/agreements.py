"""Agreements and programmes."""

from ninja import Router

from whimbrel.api.reads import reads
from whimbrel.queries import agreements as kept

router = Router()
reads(router, "/agreements", kept.agreements)
reads(router, "/agreements/{key}", kept.agreement)
