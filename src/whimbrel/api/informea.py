"""What is public, for InforMEA to collect: its three sets, in its own shapes."""

from collections.abc import Callable, Iterable
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Query, Router
from ninja.errors import HttpError
from pydantic import ConfigDict, Field, TypeAdapter

from whimbrel.api import informea_records as records
from whimbrel.api.given import Given, Number, Short
from whimbrel.api.informea_shape import SETS
from whimbrel.api.reads import adapted
from whimbrel.api.unchanged import answered
from whimbrel.queries import documents, meetings

MOST = 200
"""Records that are given at once."""
router = Router(tags=["informea"])


class Asks(Given):
    """What a collector asks for. Anything else that OData knows is passed over: the fields of all
    records come whole, and nothing has to be expanded."""

    model_config = ConfigDict(extra="ignore")

    format: Short = Field("json", alias="$format", description="`json`, and nothing else.")
    top: Annotated[int, Field(ge=0, le=MOST)] = Field(50, alias="$top")
    skip: Number = Field(0, alias="$skip")
    filter: Short = Field("", alias="$filter", description="Refused: collect all, then choose.")


Made = Callable[[Any, int, records.Absolute], Any]


def collected(
    request: HttpRequest, asks: Asks, name: str, listed: Callable[[], Iterable[Any]], made: Made
) -> HttpResponse:
    """A set, as much of it as was asked for."""
    if asks.filter:
        raise HttpError(422, _("$filter is not understood here: collect all, then choose"))
    if asks.format != "json":
        raise HttpError(422, _("only $format=json is given here"))

    def answer() -> bytes:
        every = list(listed())
        few = every[asks.skip : asks.skip + asks.top]
        rows = tuple(
            made(one, order, request.build_absolute_uri)
            for order, one in enumerate(few, asks.skip + 1)
        )
        figures = b',"__count":"%d"}}' % len(every)
        return b'{"d":{"results":' + ADAPTERS[name].dump_json(rows) + figures

    return answered(request, answer)


ADAPTERS: dict[str, TypeAdapter[Any]] = {
    name: adapted(kind, listed=True) for name, kind in SETS.items()
}


@router.get("/informea/Decisions", operation_id="informea.Decisions", url_name="informea.Decisions")
def decisions(request: HttpRequest, asks: Query[Asks]) -> HttpResponse:
    """Decisions and resolutions whose provisions are public."""
    return collected(request, asks, "informea.Decisions", records.numbers, records.decision)


@router.get("/informea/Meetings", operation_id="informea.Meetings", url_name="informea.Meetings")
def meetings_(request: HttpRequest, asks: Query[Asks]) -> HttpResponse:
    """Meetings that are public."""

    def made(one: meetings.Held, _order: int, absolute: records.Absolute) -> object:
        return records.meeting(one, absolute)

    def listed() -> Iterable[meetings.Held]:
        return meetings.meetings(None).rows

    return collected(request, asks, "informea.Meetings", listed, made)


@router.get("/informea/Documents", operation_id="informea.Documents", url_name="informea.Documents")
def documents_(request: HttpRequest, asks: Query[Asks]) -> HttpResponse:
    """Documents that are public."""

    def listed() -> Iterable[documents.Paperwork]:
        return documents.documents(None).rows

    return collected(request, asks, "informea.Documents", listed, records.document)
