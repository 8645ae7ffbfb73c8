"""The link by which an applicant comes back to what they began: signed, for a time, and of no use
once their way in has changed."""

from smtplib import SMTPException

from django.conf import settings
from django.core import signing
from django.core.mail import EmailMessage
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from whimbrel.acts.refused import Refused
from whimbrel.queries.people import applicant_by, email_of, person_row, role_of, way_of

SALT = "admission.return"
DAYS = 60


def link(request: HttpRequest, email: str) -> str:
    """The whole address. It names nobody: what is signed can be read by whoever sees it."""
    told = {"who": person_row(email).pk, "way": way_of(email)}
    return request.build_absolute_uri(
        reverse("apply-return", args=[signing.dumps(told, salt=SALT)])
    )


def who(signed: str) -> str | None:
    """The address of the applicant whose link it is; None where it is no link, or no more."""
    try:
        told = signing.loads(signed, salt=SALT, max_age=DAYS * 24 * 3600)
    except signing.BadSignature:
        return None
    email = email_of(told.get("who"))
    return email if applicant_by(email) and way_of(email) == told.get("way") else None


def mailed(request: HttpRequest, email: str) -> bool:
    """Send the link to somebody who applies, where the house sends mail; to somebody of the house,
    that they sign in as they always do. Who has left gets nothing. Refused where no mail goes out:
    nobody waits for one that never comes."""
    if not settings.MAIL_SET:
        return False
    if role_of(email) is None:
        return True
    words = _("Somebody gave this address to apply for a body. You have an account: sign in there.")
    told = f"{words}\n\n{request.build_absolute_uri(reverse('sign-in'))}\n"
    if applicant_by(email):
        words = _("By this link you come back to your application. It serves for %(days)s days:")
        told = f"{words % {'days': DAYS}}\n\n{link(request, email)}\n"
    try:
        EmailMessage(subject=_("Your application"), body=told, to=[email]).send()
    except (SMTPException, OSError) as error:
        raise Refused(_("the mail cannot be sent now: try again later")) from error
    return True
