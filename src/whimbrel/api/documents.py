"""Documents: what is in them, and their deposit."""

import tempfile
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Router
from ninja.files import UploadedFile
from ninja.params.functions import File, Form

from whimbrel.acts import documents as acts
from whimbrel.acts.act import ACTS
from whimbrel.acts.refused import Refused
from whimbrel.api import said
from whimbrel.api.given import Text
from whimbrel.api.reads import reads
from whimbrel.api.who import by, known
from whimbrel.api.writes import REASON, write
from whimbrel.engagements.understood import Understood, understand_file
from whimbrel.queries import documents as kept
from whimbrel.queries.access import may
from whimbrel.queries.people import role_of
from whimbrel.reading import Limits
from whimbrel.reading.bulk import each

router = Router()
reads(router, "/documents", kept.documents)
reads(router, "/documents/{path:symbol}/readings", kept.readings)
reads(router, "/documents/{path:symbol}/rows", kept.rows)
reads(router, "/documents/{path:symbol}", kept.paper)
SENT, WHY = File(...), Form("", description=REASON)
DEPOSIT = write(ACTS["documents.deposit"], acts.deposit)


@router.post(
    "/acts/documents.deposit", operation_id="documents.deposit", url_name="documents.deposit",
    auth=known, summary="Deposit a document", tags=["documents"],
    description=f"{said.whole(acts.deposit)}\n\nNeeds the verb `deposit`. The answer comes when "
    "the file was read.",
)  # fmt: skip
def deposit(
    request: HttpRequest,
    file: UploadedFile = SENT,
    reason: Text = WHY,
) -> HttpResponse:
    """Read a file and deposit it."""
    answer = may(role_of(by(request)), "deposit")
    if not answer:
        raise Refused(answer.because)
    return DEPOSIT.answered(acts.deposit(by(request) or "", reason, understood(file)))


def understood(file: UploadedFile) -> Understood:
    """What was understood of a file, read in a process of its own. Refused where it cannot be."""
    most = Limits().size
    name = Path((file.name or "").replace("\\", "/")).name.replace("\x00", "") or "document"
    if (file.size or 0) > most:
        told = _("%(name)s is larger than %(most)s MiB")
        raise Refused(told % {"name": name, "most": most // 2**20})
    with tempfile.TemporaryDirectory() as folder:
        # Under its own name, for that is what it goes by if it has no symbol.
        path = Path(folder) / name[-200:]
        with path.open("wb") as into:
            for chunk in file.chunks():
                into.write(chunk)
        outcome = next(iter(each([str(path)], understand_file, limits=Limits())))
    if outcome.answer is None:
        raise Refused(str(outcome.error).replace(f"{folder}/", ""))
    return outcome.answer
