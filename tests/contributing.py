"""A body that was admitted, somebody who speaks for it, and its report; plainly made up."""

import datetime

from django.utils import timezone

from tests.applied import APPLICANT, applied, meeting
from whimbrel.acts import contribution
from whimbrel.register.models import Body, BodyStatus, Case, Contribution, Meeting

LU = APPLICANT
WHOLE = {
    "what": "Counted terns at six lagoons.", "kind": "cooperation", "provision": "14.10 a)",
    "target": "6.4", "species": "Sterna dougallii; Sterna hirundo", "countries": "KE; Bénin",
    "since": "2025-11", "until": "2025-12-03", "result": "Counts of 4,000 birds.",
    "evidence": "https://terns.example.org/counts#2025",
}  # fmt: skip


def coming(days: int = 120) -> Meeting:
    """A meeting of the COP so many days from now, after COP15."""
    meeting("COP15")
    held = meeting("COP16")
    held.starts, held.ends = datetime.date.today() + datetime.timedelta(days=days), None
    held.save()
    return held


def admitted(
    name: str = "Tern Watch", *, scheme: str = "cms-art7", since: datetime.date | None = None,
    constituency: str = "",
) -> str:  # fmt: skip
    """The key of a body with a status, whose contact is Lu."""
    coming()
    case = Case.objects.get(key=applied(name, scheme=scheme))
    body = Body.objects.create(
        key=name.lower().replace(" ", "-"), name=name, kind="ngo", constituency=constituency
    )
    case.body, case.state = body, "admitted"
    case.save()
    day = since or datetime.date(2026, 3, 25)
    case.events.create(number=9, step="admit", by=case.contact, on=day, at=timezone.now())
    BodyStatus.objects.create(
        case=case, body=body, status="admitted", since=day, decided_by="COP15", at=timezone.now()
    )
    return body.key


def changed(key: str) -> int:
    """How often a report was changed."""
    return Contribution.objects.get(key=key).change


def begun(body: str = "", *, short: bool = False) -> str:
    """The key of a report to COP16 that was begun."""
    return contribution.begin(LU, "", body or admitted(), "COP16", short=short)


def sent(body: str = "", *, consent: str = "It may be shown.", **other: str) -> str:
    """The key of a report to COP16 with one contribution, sent."""
    key = begun(body)
    contribution.write_line(LU, "", key, 0, {**WHOLE, **other}, seen=0)
    contribution.write(LU, "", key, {"summary": "We count.", "consent": consent}, seen=1)
    contribution.send(LU, "", key, seen=2)
    return key
