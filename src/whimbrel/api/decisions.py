"""Decisions and resolutions, and their provisions."""

from ninja import Router

from whimbrel.api.reads import reads
from whimbrel.queries import mandates, provisions

router = Router()
reads(router, "/decisions", mandates.tree)
reads(router, "/decisions/{path:path}", mandates.instrument)
reads(router, "/provisions", provisions.provisions)
reads(router, "/provision-choices", provisions.choices)
reads(router, "/provisions/{path:path}", mandates.provision)
