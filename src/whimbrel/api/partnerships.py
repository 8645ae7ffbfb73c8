"""Partnerships, one of them with every step and its rule, the policies under which they may be
begun, and who holds which authority."""

from ninja import Router

from whimbrel.api.reads import reads
from whimbrel.queries import authorities, partnership, partnerships

router = Router()
reads(router, "/partnerships", partnerships.partnerships, lined=False)
reads(router, "/partnerships/{key}", partnership.partnership, lined=False)
reads(router, "/policies/{host}", partnership.offered, lined=False)
reads(router, "/authorities", authorities.authorities, lined=False)
