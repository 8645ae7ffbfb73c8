"""Bodies, and what they said."""

from ninja import Router

from whimbrel.api.reads import reads
from whimbrel.queries import alike, screening
from whimbrel.queries import bodies as kept

router = Router()
reads(router, "/bodies", kept.partners)
reads(router, "/body-kinds", kept.kinds)
reads(router, "/bodies/{key}", kept.body)
reads(router, "/bodies/{key}/alike", alike.alike)
reads(router, "/bodies/{key}/screening", screening.of_body, lined=False)
reads(router, "/screening", screening.in_force, lined=False)
reads(router, "/statements", kept.statements)
reads(router, "/statement-holders", kept.holders)
