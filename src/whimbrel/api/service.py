"""The service: its rooms, who comes in, how often, and what it says of itself."""

from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from whimbrel import __version__
from whimbrel.api import (
    acts,
    admission,
    agreements,
    bodies,
    decisions,
    documents,
    engagements,
    groups,
    history,
    house,
    informea,
    joint,
    ledger,
    meetings,
    participation,
    partnerships,
    readings,
    refusals,
    reports,
    search,
    talk,
)
from whimbrel.api.limit import Limit
from whimbrel.api.schema import told
from whimbrel.api.who import caller

ROOMS = (
    documents, readings, decisions, engagements, bodies, agreements, meetings, groups, admission,
    participation, partnerships,
    joint, search, reports, history, talk, ledger, house, informea, acts,
)  # fmt: skip
ABOUT = (
    "Every query of the record, and every act that writes it. Reading needs no more than the "
    "record is public; all else a token, sent as `Authorization: Bearer TOKEN`."
)
limit = Limit()


class Service(NinjaAPI):
    """The service, which tells the shapes of its answers too."""

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> OpenAPISchema:
        """What it says of itself."""
        whole = super().get_openapi_schema(path_prefix=path_prefix, path_params=path_params)
        told(whole)
        return whole


service = Service(
    title="Whimbrel", version=__version__, description=ABOUT, urls_namespace="api", docs_url=None,
    auth=caller, throttle=limit,
)  # fmt: skip
refusals.install(service)
for room in ROOMS:
    service.add_router("", room.router)
