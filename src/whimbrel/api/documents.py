"""Documents: what is in them, and those that wait to be read."""

from django.http import HttpRequest, HttpResponse
from ninja import Router
from ninja.files import UploadedFile
from ninja.params.functions import File, Form

from whimbrel.acts import intake as acts
from whimbrel.acts.act import ACTS
from whimbrel.api import said
from whimbrel.api.given import Text
from whimbrel.api.reads import reads
from whimbrel.api.who import by, known
from whimbrel.api.writes import REASON, write
from whimbrel.queries import documents as kept
from whimbrel.queries import intake

router = Router()
reads(router, "/documents", kept.documents)
reads(router, "/documents/{path:symbol}/readings", kept.readings)
reads(router, "/documents/{path:symbol}/rows", kept.rows)
reads(router, "/documents/{path:symbol}", kept.paper)
# How far the worker is leaves no line in the ledger.
reads(router, "/intake", intake.intakes, lined=False)
reads(router, "/intake/{number}", intake.intake, lined=False)
SENT, WHY = File(...), Form("", description=REASON)
DROP = write(ACTS["intake.drop"], acts.drop)


@router.post(
    "/acts/intake.drop", operation_id="intake.drop", url_name="intake.drop", auth=known,
    summary="Drop a file, which a worker reads and deposits", tags=["documents"],
    description=f"{said.whole(acts.drop)}\n\nNeeds the verb `deposit`. `/api/intake/ID` says how "
    "far it is.",
)  # fmt: skip
def drop(request: HttpRequest, file: UploadedFile = SENT, reason: Text = WHY) -> HttpResponse:
    """Drop a file."""
    name = (file.name or "").replace("\x00", "")
    told = acts.drop(by(request) or "", reason, name, file.read(), why=reason)
    return DROP.answered(told)
