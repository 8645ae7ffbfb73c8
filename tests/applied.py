"""Applications for tests, as their applicants sent them; plainly made up."""

import datetime
from collections.abc import Iterable, Mapping

from django.utils import timezone

from tests.record import ADMINISTRATOR
from whimbrel.acts import people
from whimbrel.bodies.names import folded
from whimbrel.register.models import Case, CaseDocument, CaseEvent, Meeting, Person

APPROVER, APPLICANT = "dee@example.org", "lu@example.org"
OPENS, ENDS = datetime.date(2026, 3, 23), datetime.date(2026, 3, 29)
SENT = datetime.date(2026, 1, 5)
MIGRATORY = ("migratory species",)


def approver() -> str:
    """The address of somebody who records decisions."""
    return entered(APPROVER, "Dee", "approver")


def entered(email: str, name: str, role: str) -> str:
    """Somebody with a role, entered once."""
    if not Person.objects.filter(email=email).exists():
        people.enter(ADMINISTRATOR, "", email, name, role)
    return email


def meeting(short: str = "COP15") -> Meeting:
    """A meeting with its days."""
    return Meeting.objects.get_or_create(
        short=short, defaults={"title": f"{short} of the Parties", "starts": OPENS, "ends": ENDS,
                               "venue": "Gull Bay", "country": "DE"},
    )[0]  # fmt: skip


def applied(
    name: str = "Tern Watch", *, kind: str = "ngo", scope: str = "national", country: str = "KE",
    sent: datetime.date = SENT, documents: Iterable[str] = ("representatives",),
    instead: Iterable[str] = (), scheme: str = "cms-art7", at: str | None = "COP15",
    values: Mapping[str, object] | None = None,
) -> str:  # fmt: skip
    """The key of an application that was sent."""
    now, number = timezone.now(), Case.objects.count() + 1
    by = Person.objects.get(email=entered(APPLICANT, "Lu", "applicant"))
    told = {"org_type": kind, "scope": scope, "subjects": list(MIGRATORY), "countries": [country]}
    sent_at = datetime.datetime.combine(sent, datetime.time(9), tzinfo=datetime.UTC)
    one = Case.objects.create(
        key=f"{at or 'cms'}-{number:04}", scheme=scheme, meeting=meeting(at) if at else None,
        name=name, folded=folded(name), country=country, values={**told, **(values or {})},
        statement="We count terns.", contact=by, consent="Our name may be shown.",
        consented_at=now, begun_at=sent_at, sent_at=sent_at, state="received", change=1,
    )  # fmt: skip
    CaseEvent.objects.create(case=one, number=1, step="send", by=by, on=sent, at=sent_at)
    for each, other in (*((d, False) for d in documents), *((d, True) for d in instead)):
        CaseDocument.objects.create(
            case=one, kind=each, instead=other, name=f"{each}.pdf", media="application/pdf",
            sha256="0" * 64, file=b"%PDF-1.4", language="en", by=by, at=sent_at,
        )  # fmt: skip
    return one.key


def seen(key: str) -> int:
    """How often an application was changed."""
    return Case.objects.get(key=key).change
