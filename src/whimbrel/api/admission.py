"""Applications for admission, those for a meeting, the schemes in use, the public register of
observers, and reports on contributions."""

from ninja import Router

from whimbrel.api.reads import reads
from whimbrel.queries import (
    applications,
    applying,
    contributed,
    contributions,
    gathering,
    observers,
    review,
    rules_known,
    schemes_on,
    voicing,
)

router = Router()
reads(router, "/applications", applications.applications, lined=False)
reads(router, "/applications/{key}", review.application, lined=False)
reads(router, "/admission/{short}", gathering.gathering, lined=False)
reads(router, "/schemes", rules_known.schemes, lined=False)
reads(router, "/schemes/{name}", rules_known.scheme, lined=False)
reads(router, "/schemes/{name}/assessment", rules_known.tried, lined=False)
reads(router, "/schemes-in-use/{host}", schemes_on.listed, lined=False)
reads(router, "/observers", observers.observers, lined=False)
reads(router, "/own-applications/{key}", applying.application, lined=False)
reads(router, "/contributions", contributed.contributions, lined=False)
reads(router, "/contributions-to/{short}", contributed.sources, lined=False)
reads(router, "/contributions/{key}", contributions.contribution, lined=False)
reads(router, "/own-contributions", contributions.to_write, lined=False)
reads(router, "/own-contributions/{key}", contributions.mine, lined=False)
reads(router, "/voice", voicing.waiting, lined=False)
