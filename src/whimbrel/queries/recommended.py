"""What a scheme makes of an application, with what officers found: a recommendation with all its
reasons, also as it was on a day. People decide."""

import datetime
from dataclasses import dataclass, fields, replace

from django.utils import timezone

from whimbrel.admission import examined
from whimbrel.admission.applicant import Applicant
from whimbrel.admission.eligibility import assess
from whimbrel.admission.outcome import Assessment, Outcome, Reason
from whimbrel.admission.scheme import Scheme
from whimbrel.procedures.known import Known, Line, Text
from whimbrel.procedures.procedure import Kind
from whimbrel.queries import cases
from whimbrel.queries.said import said as _
from whimbrel.register.models import Case

IN_FAVOUR = frozenset({Outcome.ADMIT, Outcome.EXEMPT, Outcome.KEPT})
AGAINST = frozenset({Outcome.REJECT, Outcome.OBJECTED, Outcome.WITHDRAWN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Because:
    """A reason of a recommendation, in words."""

    id: str
    text: str
    source: str
    known: Known
    met: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommended:
    """What is recommended, and why."""

    outcome: Outcome
    reasons: tuple[Because, ...]
    met: tuple[Because, ...]
    documents: tuple[str, ...]
    days: int | None
    """From the application to the opening; None: one of them is not known."""
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Differs:
    """A line of the rules that is another now than when the application was sent."""

    id: str
    field: str
    before: str
    now: str
    """Empty: the line is gone."""
    source: str


def findings(row: Case, on: datetime.date | None = None) -> dict[str, bool | None]:
    """What officers found last of each criterion, until a day where one is given."""
    listed = row.events.filter(step="find").order_by("number")
    if on is not None:
        listed = listed.filter(on__lte=on)
    return {str(one.said.get("criterion")): one.said.get("met") for one in listed}


def assessed(
    row: Case, on: datetime.date | None = None, *, as_if: datetime.date | None = None
) -> Assessment | None:
    """The assessment of an application on a day; None where its scheme is not known here. `as_if`:
    of one that was not sent yet, as if it were sent on this day."""
    procedure = cases.scheme_of(row)
    if procedure is None:
        return None
    applicant = cases.applicant(row, on)
    if applicant.applied_on is None and as_if is not None:
        applicant = replace(applicant, applied_on=as_if)
    return made_of(row, procedure, applicant, on)


def made_of(
    row: Case, procedure: Scheme, applicant: Applicant, on: datetime.date | None
) -> Assessment:
    """What one version of a scheme makes of an application."""
    return assess(
        applicant, examined.found(procedure, findings(row, on)),
        opens=row.meeting.starts if row.meeting else None,
        parties_present=cases.present(row), parties_all=cases.parties(row),
        held_in=row.meeting.country or None if row.meeting else None, language=cases.spoken(),
    )  # fmt: skip


def recommended(
    row: Case, on: datetime.date | None = None, *, as_if: datetime.date | None = None
) -> Recommended | None:
    """The same in words."""
    procedure, found = cases.scheme_of(row), assessed(row, on, as_if=as_if)
    if procedure is None or found is None:
        return None
    words = lines(procedure)
    return Recommended(
        outcome=found.outcome,
        reasons=tuple(because(one, words) for one in found.reasons),
        met=tuple(because(one, words) for one in found.met),
        documents=found.documents_missing, days=found.days,
        warnings=tuple(dict.fromkeys((*found.warnings, *early(row, found, on)))),
    )  # fmt: skip


def early(row: Case, found: Assessment, on: datetime.date | None) -> list[str]:
    """The same of one that may be admitted, while it waits for a decision."""
    if found.outcome not in IN_FAVOUR or cases.over(row):
        return []
    return before_its_time(row, on or timezone.now().date())


def because(one: Reason, words: dict[str, str]) -> Because:
    """A reason with the words of its line."""
    return Because(
        id=one.criterion, text=words.get(one.criterion, one.criterion), source=one.source,
        known=one.status, met=one.met,
    )  # fmt: skip


def lines(procedure: Scheme) -> dict[str, str]:
    """Id of each line of a scheme -> what it says."""
    told = {one.id: cases.told(one.text) for one in procedure.criteria}
    told |= {one.id: cases.told(one.text) for one in procedure.documents}
    told |= {one.id: cases.told(one.text) for one in procedure.fees}
    told |= {one.id: deadline(one.days, one.dates) for one in procedure.deadlines}
    told["of-right"] = cases.told(procedure.treaty.text)
    told[procedure.decision.id] = cases.told(procedure.decision.decider)
    return told


def deadline(days: int | None, dates: tuple[str, ...]) -> str:
    """A deadline in words."""
    if days is not None:
        return str(_("at least %(days)s days before the opening") % {"days": days})
    return "; ".join(dates) or str(_("the day is not known"))


def warnings(row: Case, outcome: str, on: datetime.date) -> tuple[str, ...]:
    """In what a decision departs from the recommendation of its day, in words; empty: in nothing.
    It bars nothing: the body decides."""
    found = assessed(row)
    if found is None:
        return ()
    told: list[str] = []
    admits = outcome.startswith("admit")
    named = {"what": str(found.outcome)}
    if admits and found.outcome is Outcome.OBJECTED:
        told.append(_("as many Parties object as the procedure asks for to keep it out"))
    elif admits and found.outcome not in IN_FAVOUR and not single(found.outcome, outcome):
        told.append(_("the recommendation was not to admit: %(what)s") % named)
    elif outcome == "refuse" and found.outcome not in AGAINST:
        told.append(_("the recommendation was not to refuse: %(what)s") % named)
    if admits:
        told += before_its_time(row, on)
    return tuple(map(str, told))


def before_its_time(row: Case, on: datetime.date) -> list[str]:
    """What a decision to admit does not wait for: objections that are asked for still, the opening
    of the meeting, the number of Parties that objections are counted of."""
    told: list[str] = []
    closes = row.circulations.order_by("closes_on").exclude(closes_on=None).last()
    if closes is not None and closes.closes_on is not None and closes.closes_on >= on:
        until = {"day": closes.closes_on.isoformat()}
        told.append(_("objections are asked for until %(day)s") % until)
    if row.meeting is not None and row.meeting.starts and row.meeting.starts > on:
        opening = {"meeting": row.meeting.short, "day": row.meeting.starts.isoformat()}
        told.append(_("%(meeting)s opens on %(day)s only") % opening)
    procedure = cases.scheme_of(row)
    by_present = procedure is not None and procedure.decision.kind is Kind.FRACTION_PRESENT
    if by_present and cases.present(row) is None:
        told.append(_("how many Parties were present is not known, so a third cannot be counted"))
    return told


def single(found: Outcome, outcome: str) -> bool:
    """Whether it was recommended for one meeting, and decided so."""
    return found is Outcome.ADMIT_ONE_MEETING and outcome == "admit for one meeting"


def changed(row: Case, today: datetime.date) -> tuple[Differs, ...]:
    """What the rules in force now have otherwise than those under which it was sent."""
    before, now = cases.scheme_of(row), cases.scheme(row.scheme, today)
    if before is None or now is None or before == now:
        return ()
    return tuple(differences(before, now))


def differences(before: Scheme, now: Scheme) -> list[Differs]:
    """Line by line, by their ids."""
    told: list[Differs] = []
    for field in ("criteria", "documents", "deadlines", "fees", "decision", "validity"):
        old, new = by_id(before, field), by_id(now, field)
        for name in dict.fromkeys((*old, *new)):
            if old.get(name) == new.get(name):
                continue
            source = (new.get(name) or old[name]).source
            told.append(Differs(
                id=name, field=field, before=said(old.get(name)), now=said(new.get(name)),
                source=source,
            ))  # fmt: skip
    return told


def by_id(one: Scheme, field: str) -> dict[str, Line]:
    """The lines of a part of a scheme."""
    held = getattr(one, field)
    return {each.id: each for each in (held if isinstance(held, tuple) else (held,))}


def said(line: Line | None) -> str:
    """What a line says, with the figures that can change in it."""
    if line is None:
        return ""
    figures = [
        f"{one.name} {value}"
        for one in fields(line)
        if one.name in ("days", "dates", "years", "numerator", "denominator", "amount", "any_of")
        and (value := getattr(line, one.name)) not in (None, (), "")
    ]
    words = next(
        (cases.told(getattr(line, name)) for name in ("text", "decider")
         if isinstance(getattr(line, name, None), Text)), "",
    )  # fmt: skip
    return "; ".join(filter(None, (words, *figures)))
