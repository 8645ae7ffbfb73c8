"""Decisions and resolutions, their provisions, how those stand, and drafts of new ones."""

from ninja import Router

from whimbrel.api.reads import reads
from whimbrel.queries import drafts, effects, lineage, mandates, provisions, standing

router = Router()
reads(router, "/decisions", mandates.tree)
reads(router, "/decisions/{path:path}", mandates.instrument)
reads(router, "/provisions", provisions.provisions)
reads(router, "/provision-choices", provisions.choices)
reads(router, "/provisions/{path:path}", mandates.provision)
reads(router, "/standing", standing.stands)
reads(router, "/standing/unfunded", standing.unfunded)
reads(router, "/standing/{path:path}", standing.stand)
reads(router, "/lineage/{path:path}", lineage.lineage)
reads(router, "/drafts", drafts.drafts)
reads(router, "/draft-meetings", drafts.meetings)
reads(router, "/drafts-of/{path:symbol}", drafts.entered)
reads(router, "/draft-effects/{path:key}", effects.effects)
reads(router, "/drafts/{path:key}", drafts.draft)
