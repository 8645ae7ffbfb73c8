"""Groups, campaigns and initiatives; data sets of others."""

from ninja import Router

from whimbrel.api.reads import reads
from whimbrel.queries import datasets as others
from whimbrel.queries import groups as kept

router = Router()
reads(router, "/groups", kept.groups)
reads(router, "/groups/{key}", kept.group)
reads(router, "/campaigns", kept.campaigns)
reads(router, "/campaigns/{key}", kept.campaign)
reads(router, "/initiatives", kept.initiatives)
reads(router, "/initiatives/{key}", kept.initiative)
reads(router, "/datasets", others.datasets)
reads(router, "/datasets/{key}", others.dataset)
