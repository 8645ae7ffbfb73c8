"""Groups, campaigns and initiatives."""

from ninja import Router

from whimbrel.api.reads import reads
from whimbrel.queries import groups as kept

router = Router()
reads(router, "/groups", kept.groups)
reads(router, "/groups/{key}", kept.group)
reads(router, "/campaigns", kept.campaigns)
reads(router, "/campaigns/{key}", kept.campaign)
reads(router, "/initiatives", kept.initiatives)
reads(router, "/initiatives/{key}", kept.initiative)
