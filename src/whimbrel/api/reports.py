"""Reports, the check, what came back, and other papers; as data and as files."""

from django.http import HttpRequest, HttpResponse
from ninja import Router
from ninja.files import UploadedFile
from ninja.params.functions import File, Form

from whimbrel.acts import returning
from whimbrel.acts.act import ACTS
from whimbrel.api import said
from whimbrel.api.files import files
from whimbrel.api.given import Short, Text
from whimbrel.api.reads import reads
from whimbrel.api.who import by, known
from whimbrel.api.writes import REASON, write
from whimbrel.queries import briefs, checks, drafting, prints, reports, returns

router = Router()
reads(router, "/reports", reports.reports)
reads(router, "/reports/{path:key}/check", checks.of_report)
reads(router, "/reports/{path:key}/returned", returns.returned)
reads(router, "/reports/{path:key}/issued", reports.issued)
files(router, "/reports/{path:key}/file.{form}", prints.report_file)
reads(router, "/reports/{path:key}", drafting.drafted)
reads(router, "/documents/{path:symbol}/check", checks.of_document)
files(router, "/papers/{kind}/file.{form}", briefs.brief_file)
reads(router, "/papers/{kind}", briefs.brief)

SENT, WHY, KEY, NAME = File(...), Form("", description=REASON), Form(...), Form("")
RECEIVE = write(ACTS["reports.receive"], returning.receive)


@router.post(
    "/acts/reports.receive", operation_id="reports.receive", url_name="reports.receive", auth=known,
    summary="Take in a copy of a report that came back", tags=["reports"],
    description=f"{said.whole(returning.receive)}\n\nNeeds the verb `record`.",
)  # fmt: skip
def receive(
    request: HttpRequest, file: UploadedFile = SENT, key: Short = KEY, name: Short = NAME,
    reason: Text = WHY,
) -> HttpResponse:  # fmt: skip
    """Take in a copy."""
    named = (file.name or "").replace("\x00", "")
    told = returning.receive(by(request) or "", reason, key, named, file.read(), name=name)
    return RECEIVE.answered(told)
