"""A scheme made ready to be asked: its tests as functions, read against the convention that hosts
it, and the remarks that hold for everybody."""

from dataclasses import dataclass, replace

from whimbrel.admission.applicant import Applicant
from whimbrel.admission.asking import Ask, Derived, asking
from whimbrel.admission.outcome import Reason
from whimbrel.admission.scheme import Scheme
from whimbrel.admission.schemes import subjects_of
from whimbrel.admission.words import say
from whimbrel.procedures.criterion import Criterion, Test
from whimbrel.procedures.known import Known, Line
from whimbrel.procedures.procedure import Deadline, DocumentNeeded, Fee, Moment

SUBJECTS = "subjects"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One criterion with its tests as functions."""

    criterion: Criterion
    concerns: Ask | None
    """None: everybody."""
    test: Ask
    final: Ask | None
    exception: Ask | None
    met: Reason
    failed: Reason
    unknown: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One document with the tests of whom it concerns."""

    line: DocumentNeeded
    kinds: frozenset[str]
    name: str
    """How it is called where it is missing: "statutes or registration"."""
    concerns: Ask | None
    instead: frozenset[str]
    instead_for: Ask | None
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """All that an assessment asks, in its order."""

    scheme: Scheme
    of_right: Ask | None
    exempt: Reason
    criteria: tuple[Asked, ...]
    documents: tuple[Wanted, ...]
    deadlines: tuple[tuple[Deadline, Ask | None], ...]
    fees: tuple[tuple[Fee, Ask | None], ...]
    """Each with the test of whom it is waived for."""
    remarks: tuple[str, ...]
    """What every answer warns of: lines from memory, and lines that nobody knows."""


def reason(line: Line, met: bool | None) -> Reason:
    """A line as a reason."""
    return Reason(criterion=line.id, source=line.source, status=line.status, met=met)


MADE: dict[tuple[int, str | None, str | None, str], Rules] = {}
"""What was made ready, by the identity of a scheme: to compare two takes longer than to ask."""
KEPT = 256


def rules(scheme: Scheme, host: str | None, held_in: str | None, language: str) -> Rules:
    """A scheme made ready, kept for the next applicant. `host`: the body at which it is tried;
    `held_in`: the country of the meeting. KeyError: a host that nobody knows."""
    key = (id(scheme), host, held_in, language)
    found = MADE.get(key)
    if found is not None and found.scheme is scheme:
        return found
    if len(MADE) >= KEPT:
        MADE.clear()
    subjects = subjects_of(host) if host and host != scheme.body else ()
    MADE[key] = ready(scheme, subjects, held_in, language)
    return MADE[key]


def ready(scheme: Scheme, subjects: tuple[str, ...], held_in: str | None, language: str) -> Rules:
    """The same, made now."""
    derived = worked_out(held_in)
    criteria = tuple(against(one, subjects) for one in scheme.criteria)
    known = [one for one in criteria if one.status is not Known.UNKNOWN]
    return Rules(
        scheme=scheme,
        of_right=maybe(scheme.of_right, derived),
        exempt=exempt(scheme),
        criteria=tuple(asked(one, derived) for one in known),
        documents=tuple(
            wanted(one, derived) for one in scheme.documents if one.status is not Known.UNKNOWN
        ),
        deadlines=tuple((one, maybe(one.concerns, derived)) for one in applying(scheme)),
        fees=tuple(
            (one, maybe(one.waived_for, derived))
            for one in scheme.fees
            if one.status is not Known.UNKNOWN
        ),
        remarks=tuple(remarks(scheme, language)),
    )


def maybe(test: Test | None, derived: Derived) -> Ask | None:
    """A test as a function, where there is one."""
    return None if test is None else asking(test, derived)


def worked_out(held_in: str | None) -> Derived:
    """What is worked out of an applicant. An exception for the country of the meeting is made only
    where that country is named."""

    def inside(applicant: Applicant) -> object:
        return held_in is not None and held_in in applicant.countries

    def countries(applicant: Applicant) -> object:
        return len(applicant.countries) or None

    return {"in_host_country": inside, "number_of_countries": countries}


def exempt(scheme: Scheme) -> Reason:
    """Why somebody attends without being admitted."""
    return Reason(
        criterion="of-right",
        source=scheme.of_right_source or scheme.treaty.source,
        status=scheme.of_right_status or scheme.treaty.status,
        met=True,
    )


def against(criterion: Criterion, subjects: tuple[str, ...]) -> Criterion:
    """A criterion that names the subject of its body, read against the subject of the host."""
    if not criterion.subject_bound or not subjects:
        return criterion
    return replace(criterion, test=rebound(criterion.test, subjects))


def rebound(test: Test, subjects: tuple[str, ...]) -> Test:
    """The same test with other subjects."""
    if test.attribute == SUBJECTS:
        return replace(test, among=subjects)
    return replace(
        test,
        all=tuple(rebound(one, subjects) for one in test.all),
        any=tuple(rebound(one, subjects) for one in test.any),
        negated=rebound(test.negated, subjects) if test.negated else None,
    )


def asked(criterion: Criterion, derived: Derived) -> Asked:
    """A criterion with its tests as functions."""
    return Asked(
        criterion=criterion,
        concerns=maybe(criterion.concerns, derived),
        test=asking(criterion.test, derived),
        final=maybe(criterion.final, derived),
        exception=maybe(criterion.exception, derived),
        met=reason(criterion, True),
        failed=reason(criterion, False),
        unknown=reason(criterion, None),
    )


def wanted(line: DocumentNeeded, derived: Derived) -> Wanted:
    """A document with its tests as functions."""
    return Wanted(
        line=line,
        kinds=frozenset(line.any_of),
        name=" or ".join(line.any_of),
        concerns=maybe(line.concerns, derived),
        instead=frozenset(line.instead),
        instead_for=maybe(line.instead_for, derived),
        reason=reason(line, False),
    )


def applying(scheme: Scheme) -> tuple[Deadline, ...]:
    """The deadlines of the application that can be counted: not those of later steps, and not those
    that nobody knows."""
    later = {step.deadline for step in scheme.steps if step.after}
    return tuple(
        one
        for one in scheme.deadlines
        if one.id not in later and one.moment is not Moment.STEP and counted(one) and one.late
    )


def counted(line: Deadline) -> bool:
    """Whether there is anything to count."""
    return line.status is not Known.UNKNOWN and (line.days is not None or bool(line.dates))


def remarks(scheme: Scheme, language: str) -> list[str]:
    """What every answer of a scheme warns of."""
    later = {step.deadline for step in scheme.steps if step.after}
    dates = [one for one in scheme.deadlines if one.id not in later]
    lines: list[Line] = [*scheme.criteria, *scheme.documents, *scheme.fees, *dates]
    told = {Known.UNKNOWN: "not-applied", Known.MEMORY: "memory", Known.ASSUMED: "assumed"}
    return [
        say(told[one.status], language, line=one.id, source=one.source)
        for one in (*lines, scheme.decision)
        if one.status in told
    ]
