"""What a scheme makes of an application: the first outcome that applies, with every reason. It is a
recommendation; people decide."""

from datetime import date

from whimbrel.admission.applicant import Applicant
from whimbrel.admission.objections import objected
from whimbrel.admission.outcome import Assessment, Outcome, Reason
from whimbrel.admission.rules import Asked, Rules, reason, rules
from whimbrel.admission.scheme import Scheme
from whimbrel.admission.words import say
from whimbrel.procedures.criterion import Effect
from whimbrel.procedures.deadlines import days_between
from whimbrel.procedures.deadlines import missed as is_missed

Reasons = tuple[Reason, ...]


def assess(
    applicant: Applicant,
    scheme: Scheme,
    *,
    host: str | None = None,
    opens: date | None = None,
    parties_present: int | None = None,
    parties_all: int | None = None,
    held_in: str | None = None,
    language: str = "en",
) -> Assessment:
    """What a scheme makes of an application.

    `host`: the body at which it is tried, as "cms": criteria that name the subject of their own
    body are then read against that of the host. `opens`: the first day of the meeting. `held_in`:
    the country in which it meets. KeyError: a host that nobody knows.
    """
    ready = rules(scheme, host, held_in, language)
    days = days_between(applicant.applied_on, opens)
    if ready.of_right is not None and ready.of_right(applicant):
        return Assessment(
            id=applicant.id, outcome=Outcome.EXEMPT, reasons=(ready.exempt,), days=days
        )
    found = criteria(ready.criteria, applicant)
    missing, papers = documents(ready, applicant, found.excepted)
    outcome, reasons, warnings = weigh(
        ready, applicant, found, papers, days, opens, parties_present, parties_all, language
    )
    return Assessment(
        id=applicant.id,
        outcome=outcome,
        reasons=reasons,
        documents_missing=missing,
        days=days,
        warnings=ready.remarks + warnings if warnings else ready.remarks,
        met=tuple(found.met),
    )


class Found:
    """What the criteria said of one applicant, each as the reason that it gives."""

    __slots__ = ("excepted", "failed", "met", "unknown", "waiting")

    def __init__(self) -> None:
        self.failed: Reasons = ()
        self.unknown: Reasons = ()
        self.waiting: Reasons = ()
        self.excepted: Reasons = ()
        self.met: list[Reason] = []


def criteria(listed: tuple[Asked, ...], applicant: Applicant) -> Found:
    """Every criterion asked, all of them, so that who is refused learns all the reasons."""
    found = Found()
    for one in listed:
        concerned = True if one.concerns is None else one.concerns(applicant)
        if concerned is False:
            continue
        met = one.test(applicant)
        if met:
            found.met.append(one.met)
        else:
            sort(one, applicant, concerned, met, found)
    return found


def sort(
    one: Asked, applicant: Applicant, concerned: bool | None, met: bool | None, found: Found
) -> None:
    """A criterion that is not met, or not known to be, to where it belongs. Unknown is neither a
    pass nor a refusal."""
    effect = one.criterion.effect
    if concerned is None:
        found.unknown += (one.unknown,)
    elif effect is Effect.WAIT:
        if one.final is not None and one.final(applicant):
            found.failed += (one.failed,)
        else:
            found.waiting += (one.failed if met is False else one.unknown,)
    elif met is None or one.criterion.discretionary:
        found.unknown += (one.unknown,)
    elif effect is Effect.LIMIT or (one.exception is not None and one.exception(applicant)):
        found.excepted += (one.failed,)
    else:
        found.failed += (one.failed,)


def documents(
    ready: Rules, applicant: Applicant, excepted: Reasons
) -> tuple[tuple[str, ...], tuple[Reason, ...]]:
    """The documents that are missing, by name and as reasons."""
    brought = applicant.documents
    lacking = [one for one in ready.documents if one.kinds.isdisjoint(brought)]
    if not lacking:
        return (), ()
    spared = {one.criterion for one in excepted}
    missing = [
        one
        for one in lacking
        if (one.concerns is None or one.concerns(applicant) is not False)
        and one.line.shows not in spared
        and not (
            one.instead_for is not None
            and not one.instead.isdisjoint(brought)
            and one.instead_for(applicant)
        )
    ]
    return tuple(one.name for one in missing), tuple(one.reason for one in missing)


Weighed = tuple[Outcome, Reasons, tuple[str, ...]]


def weigh(
    ready: Rules,
    applicant: Applicant,
    found: Found,
    papers: tuple[Reason, ...],
    days: int | None,
    opens: date | None,
    present: int | None,
    every: int | None,
    language: str,
) -> Weighed:
    """The first outcome that applies, in the order of `Outcome`."""
    if found.failed:
        return Outcome.REJECT, found.failed, ()
    if found.unknown:
        return Outcome.UNDETERMINED, found.unknown, ()
    if papers:
        return Outcome.INCOMPLETE, papers, ()
    if found.waiting:
        return Outcome.PENDING_STATE, found.waiting, ()
    late, warnings = timely(ready, applicant, days, opens, language)
    if late:
        unsure = any(one.met is None for one in late)
        return Outcome.UNDETERMINED if unsure else Outcome.LATE, late, warnings
    if ready.fees and not applicant.fee_paid:
        owed = [fee for fee, waived in ready.fees if waived is None or not waived(applicant)]
        if owed and applicant.fee_paid is False:
            return Outcome.FEE_DUE, tuple(reason(fee, False) for fee in owed), warnings
        if owed:
            warnings += (say("fee-unknown", language),)
    rule = ready.scheme.decision
    blocked, said = objected(rule, applicant, opens, present, every, language)
    warnings += said
    if blocked is not False:
        outcome = Outcome.OBJECTED if blocked else Outcome.UNDETERMINED
        return outcome, (reason(rule, None if blocked is None else False),), warnings
    if found.excepted:
        return Outcome.ADMIT_ONE_MEETING, found.excepted, warnings
    return Outcome.ADMIT, (), warnings


def timely(
    ready: Rules, applicant: Applicant, days: int | None, opens: date | None, language: str
) -> tuple[tuple[Reason, ...], tuple[str, ...]]:
    """The deadlines that are missed, or of which it cannot be told, where language versions differ
    and only one is missed."""
    listed = [
        one
        for one, concerns in ready.deadlines
        if concerns is None or concerns(applicant) is not False
    ]
    if not listed:
        return (), ()
    if opens is None:
        return (), (say("no-opening", language),)
    if days is None:
        return tuple(reason(one, None) for one in listed), (say("not-dated", language),)
    missed = [one for one in listed if is_missed(one, applicant.applied_on, opens)]
    if not missed:
        return (), ()
    versions = [one for one in missed if one.language]
    kept = [one for one in listed if one.language and one not in missed]
    if versions and kept:
        warning = say("versions-differ", language, lines=", ".join(one.id for one in listed))
        sure = [one for one in missed if not one.language]
        return tuple(reason(one, False if sure else None) for one in sure or versions), (warning,)
    return tuple(reason(one, False) for one in missed), ()
