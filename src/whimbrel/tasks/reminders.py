"""Mail: questions, reminders of them, and digests of what happened to what people follow. Where no
mail is set, nothing is sent and nothing is noted as sent: the desk shows it."""

import logging
from smtplib import SMTPException
from unicodedata import category

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django_tasks import task

from whimbrel.acts import reminding
from whimbrel.acts.act import ACTS
from whimbrel.queries.due import Due, What, due
from whimbrel.queries.reminders import Digest, Reminder, asked, digests, reminders
from whimbrel.queries.said import record

LOG = logging.getLogger("whimbrel.tasks")


@task()
def tell(question: int) -> int:
    """Tell somebody at once that they are asked. How many mails went out."""
    one = asked(question, timezone.now()) if settings.MAIL_SET else None
    if one is None:
        return 0
    with translation.override(one.language):
        if not send(one.email, *asking(one)):
            return 0
    if one.near:
        # The reminder would say the same within the hour.
        reminding.reminded(one.question)
    return 1


@task()
def remind() -> int:
    """Remind people of questions whose day is near or past, and officers of what is due in their
    cases. How many mails went out."""
    if not settings.MAIL_SET:
        return 0
    sent = 0
    for one in reminders(timezone.now()):
        with translation.override(one.language):
            if send(one.email, *reminder(one)):
                reminding.reminded(one.question)
                sent += 1
    for each in due(timezone.now()):
        with translation.override(each.language):
            if send(each.email, *of_case(each)):
                reminding.told_of(each.what, each.number)
                sent += 1
    return sent


@task()
def digest() -> int:
    """Tell people what happened to what they follow. How many mails went out."""
    if not settings.MAIL_SET:
        return 0
    sent = 0
    for one in digests():
        with translation.override(one.language):
            if send(one.email, *news(one)):
                for following, line in one.told:
                    reminding.told(following, line)
                sent += 1
    return sent


def asking(one: Reminder) -> tuple[str, str]:
    """Subject and words of the mail to who is asked."""
    said = {"about": record(one.about), "asker": one.asked_by}
    subject = _("%(asker)s asks you about %(about)s") % said
    wanted = _("Your answer is wanted by %(day)s.") % {"day": date_format(one.by, _("j F Y"))}
    return subject, "\n\n".join((one.words, wanted, where()))


def reminder(one: Reminder) -> tuple[str, str]:
    """Subject and words of a reminder."""
    day = date_format(one.by, _("j F Y"))
    if one.past:
        subject = _("Your answer on %(about)s was wanted by %(day)s")
    else:
        subject = _("Your answer on %(about)s is wanted by %(day)s")
    said = {"about": record(one.about), "day": day, "asker": one.asked_by, "words": one.words}
    told = _("%(asker)s asked you about %(about)s:") % said
    return subject % said, "\n\n".join((told, one.words, where()))


def of_case(one: Due) -> tuple[str, str]:
    """Subject and words of a mail to the officer of a case."""
    said = {
        "case": one.case, "name": one.name, "day": date_format(one.day, _("j F Y")),
        "words": one.words,
    }  # fmt: skip
    subject, told = {
        What.QUESTION: (
            _("%(case)s: a question has no answer"),
            _("%(name)s was asked this until %(day)s: %(words)s"),
        ),
        What.ENDS: (_("%(case)s: a status ends"), _("The status of %(name)s ends on %(day)s.")),
        What.REPORT: (
            _("%(case)s: a report is due"), _("%(name)s owes this by %(day)s: %(words)s"),
        ),
    }[one.what]  # fmt: skip
    letter = _("A letter of reminder is on the page of the application, for you to send.")
    return subject % said, "\n\n".join((told % said, letter, where()))


def news(one: Digest) -> tuple[str, str]:
    """Subject and words of a digest."""
    lines = [
        f"{date_format(each.at, _('j F Y, H:i'))}  {record(each.about)}: "
        f"{_(ACTS[each.act].says) if each.act in ACTS else each.act}"
        for each in one.news
    ]
    told = _("This happened to what you follow:")
    return _("What happened to what you follow"), "\n\n".join((told, "\n".join(lines), where()))


def where() -> str:
    """Where to go from here."""
    return _("Your desk: %(address)s") % {"address": settings.ADDRESS}


def line(text: str) -> str:
    """A text in one line, as a subject has to be: names on record may have several."""
    return " ".join("".join(" " if category(c)[0] in "CZ" else c for c in text).split())


def send(to: str, subject: str, words: str) -> bool:
    """Send a mail. What the server of the mail refuses is logged, without the address, and is
    tried again the next time; so is what cannot be made a mail: the next one goes out."""
    try:
        EmailMessage(subject=line(subject), body=words + "\n", to=[to]).send()
    except (SMTPException, OSError, ValueError) as error:  # A header that is none is a ValueError.
        LOG.error("a mail could not be sent", extra={"why": type(error).__name__})
        return False
    return True
