"""The link by which an applicant comes back to what they began: signed, for a time, and of no use
once their way in has changed."""

from django.conf import settings
from django.core import signing
from django.core.mail import EmailMessage
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from whimbrel.queries.people import applicant_by, way_of

SALT = "admission.return"
DAYS = 60


def link(request: HttpRequest, email: str) -> str:
    """The whole address."""
    signed = signing.dumps({"who": email, "way": way_of(email)}, salt=SALT)
    return request.build_absolute_uri(reverse("apply-return", args=[signed]))


def who(signed: str) -> str | None:
    """The address of the applicant whose link it is; None where it is no link, or no more."""
    try:
        told = signing.loads(signed, salt=SALT, max_age=DAYS * 24 * 3600)
    except signing.BadSignature:
        return None
    email, way = told.get("who"), told.get("way")
    return email if applicant_by(email) and way_of(email) == way else None


def mailed(request: HttpRequest, email: str) -> bool:
    """Send the link, where the house sends mail."""
    if not settings.MAIL_SET:
        return False
    words = _("By this link you come back to your application. It serves for %(days)s days:") % {
        "days": DAYS
    }  # fmt: skip
    EmailMessage(
        subject=_("Your application"), body=f"{words}\n\n{link(request, email)}\n", to=[email]
    ).send()
    return True
