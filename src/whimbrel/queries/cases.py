"""A case as the procedure sees it: made of the rows of the record, on any day. What may happen
next, what the scheme makes of it, and how long what it gives lasts."""

import datetime
from dataclasses import fields
from functools import cache

from django.utils import timezone
from django.utils.translation import get_language
from pydantic import TypeAdapter

from whimbrel.admission.applicant import Applicant
from whimbrel.admission.option import gives, options
from whimbrel.admission.run import as_run
from whimbrel.admission.scheme import Scheme
from whimbrel.admission.schemes import schemes
from whimbrel.procedures.case import Case, Event
from whimbrel.procedures.criterion import Criterion, years_before
from whimbrel.procedures.known import Text
from whimbrel.procedures.moves import ended
from whimbrel.procedures.versions import in_force
from whimbrel.register.models import Case as Row
from whimbrel.register.models import Circulation

ENDED = frozenset({"withdrawn", "merged"})
"""What a status is called that its body does not hold any more."""
ANSWERS = {
    "approve": "granted", "refuse-approval": "refused", "request-approval": "pending",
    "answer-pending": "pending",
}  # fmt: skip
"""Step -> what it makes of the approval of a State."""
LISTS = frozenset({"countries", "subjects", "memberships", "documents", "objections_on"})
"""Attributes that hold several values."""


@cache
def versions(name: str) -> tuple[Scheme, ...]:
    """A scheme in all its versions as its cases are run, the oldest first; empty where there is
    none."""
    listed = [as_run(one) for one in (*schemes(), *standings()) if one.id == name]
    return tuple(sorted(listed, key=lambda one: one.valid_from or datetime.date.min))


@cache
def standings() -> tuple[Scheme, ...]:
    """The schemes that options would give: what a governing body is asked to choose from, it can
    also put in use."""
    return tuple(given for one in options() if (given := gives(one)) is not None)


def scheme(name: str, on: datetime.date | None = None) -> Scheme | None:
    """A scheme in the version in force on a day; without a day, or where none was, the newest."""
    known = versions(name)
    if on is not None:
        known = in_force(known, on) or known
    return known[-1] if known else None


def scheme_of(row: Row) -> Scheme | None:
    """The scheme of a case, in the version in force when it was sent."""
    named = [one for one in versions(row.scheme) if row.version and one.version == row.version]
    return named[0] if named else scheme(row.scheme, sent_on(row))


def known(row: Row) -> Scheme:
    """The same of a case whose scheme is known. LookupError where it is not."""
    one = scheme_of(row)
    if one is None:
        raise LookupError(row.scheme)
    return one


def sent_on(row: Row) -> datetime.date | None:
    """The day on which it was sent first; None: not yet."""
    first = row.events.filter(step="send").order_by("number").first()
    if first is not None:
        return first.on
    return row.sent_at.date() if row.sent_at else None


def rebuilt(row: Row, on: datetime.date | None = None) -> Case | None:
    """The core case: its procedure, what is known of the applicant, and what happened until a day.
    None where the record has a scheme that the facts do not know."""
    procedure = scheme_of(row)
    if procedure is None:
        return None
    steps = {one.id for one in procedure.steps}
    listed = row.events.select_related("by").order_by("number")
    if on is not None:
        listed = listed.filter(on__lte=on)
    return Case(
        number=row.key,
        procedure=procedure,
        opens=row.meeting.starts if row.meeting else None,
        values=applicant(row, on).values(),
        events=tuple(
            Event(
                step=one.step, by=one.party or one.by.email, at=one.on, reason=one.reason,
                said=one.said,
            )
            for one in listed
            if one.step in steps
        ),
    )  # fmt: skip


def state(row: Row, on: datetime.date | None = None) -> str:
    """What the last step made of it; empty before the first."""
    one = rebuilt(row, on)
    return one.state if one is not None else row.state


def over(row: Row) -> bool:
    """Whether a step has ended it. One whose scheme is not known here is not."""
    one = rebuilt(row)
    return one is not None and ended(one) is not None


def applicant(row: Row, on: datetime.date | None = None) -> Applicant:
    """What is known of who applies: what it gave, and what the history says of its State, its
    documents and the objections to it."""
    known = {one.name for one in fields(Applicant)}
    given = {
        name: tuple(value) if name in LISTS and isinstance(value, list) else value
        for name, value in row.values.items()
        if name in known and value not in (None, "")
    }
    papers, lodged = row.papers.filter(withdrawn_at=None), row.objections.filter(withdrawn_on=None)
    if on is not None:
        papers, lodged = papers.filter(at__date__lte=on), lodged.filter(on__lte=on)
    papers = papers.exclude(expires_on__lt=on or timezone.now().date())
    days = tuple(one.on for one in lodged)
    given |= {
        "id": row.key, "name": row.name,
        "documents": tuple(dict.fromkeys(one.kind for one in papers)),
        "objections": len(days), "objections_on": days,
    }  # fmt: skip
    sent = sent_on(row)
    if sent is not None:
        given["applied_on"] = sent
    answer = approval(row, on)
    if answer:
        given["state_approval"] = answer
    if row.country and not given.get("countries"):
        given["countries"] = (row.country,)
    return adapter().validate_python(given)


@cache
def adapter() -> TypeAdapter[Applicant]:
    """What reads an applicant from plain values."""
    return TypeAdapter(Applicant)


def approval(row: Row, on: datetime.date | None = None) -> str:
    """What its State has answered, as attributes have it; empty where it was not asked."""
    listed = row.events.filter(step__in=ANSWERS).order_by("number")
    if on is not None:
        listed = listed.filter(on__lte=on)
    last = listed.last()
    return ANSWERS[last.step] if last is not None else ""


def present(row: Row) -> int | None:
    """How many Parties were present when the newest list with it was decided on; None: not known
    yet."""
    return counted(row, "parties_present")


def parties(row: Row) -> int | None:
    """How many Parties there are, as the newest list with it has it."""
    return counted(row, "parties_all")


def counted(row: Row, field: str) -> int | None:
    """A figure of the newest list that has it."""
    listed = Circulation.objects.filter(cases=row).exclude(**{field: None})
    last = listed.order_by("on", "id").last()
    return getattr(last, field) if last is not None else None


def criterion_of(row: Row, name: str) -> Criterion | None:
    """A criterion of its scheme; None where it has none of that id."""
    procedure = scheme_of(row)
    listed = procedure.criteria if procedure is not None else ()
    return next((one for one in listed if one.id == name), None)


def lasts_until(
    row: Row, since: datetime.date, *, one_meeting: bool = False
) -> datetime.date | None:
    """The last day of a status that is given on a day; None: until it is withdrawn, or not
    known."""
    procedure = scheme_of(row)
    if procedure is None:
        return None
    if one_meeting or procedure.validity.meeting:
        return (row.meeting.ends or row.meeting.starts) if row.meeting else None
    if procedure.validity.years is None:
        return None
    return years_before(since, -procedure.validity.years)


def spoken() -> str:
    """The language of the page, of those in which procedures speak."""
    code = (get_language() or "en")[:2]
    return code if code in ("en", "fr", "es") else "en"


def told(words: Text) -> str:
    """Words of a procedure in the language of the page."""
    return words[spoken()]


def step_named(row: Row, name: str) -> str:
    """A step of its procedure in words."""
    procedure = scheme_of(row)
    listed = procedure.steps if procedure is not None else ()
    return next((told(one.text) for one in listed if one.id == name), name)


def times(key: str) -> int:
    """How often a case was changed; 0 where there is none."""
    return Row.objects.filter(key=key).values_list("change", flat=True).first() or 0
