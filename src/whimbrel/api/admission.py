"""Applications for admission, those for a meeting, the schemes in use, and the public register of
observers."""

from ninja import Router

from whimbrel.api.reads import reads
from whimbrel.queries import (
    applications,
    applying,
    gathering,
    observers,
    review,
    schemes_on,
    voicing,
)

router = Router()
reads(router, "/applications", applications.applications, lined=False)
reads(router, "/applications/{key}", review.application, lined=False)
reads(router, "/admission/{short}", gathering.gathering, lined=False)
reads(router, "/schemes-in-use/{host}", schemes_on.listed, lined=False)
reads(router, "/observers", observers.observers, lined=False)
reads(router, "/own-applications/{key}", applying.application, lined=False)
reads(router, "/voice", voicing.waiting, lined=False)
