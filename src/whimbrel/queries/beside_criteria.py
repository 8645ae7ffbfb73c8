"""An application beside the criteria: what the applicant says, the documents that show it, what the
scheme makes of it, and what the officer found."""

from dataclasses import dataclass
from datetime import date

from whimbrel.admission import examined
from whimbrel.admission.applicant import Applicant
from whimbrel.admission.scheme import Scheme
from whimbrel.procedures.criterion import Criterion, Effect, Values, holds, meets
from whimbrel.procedures.known import Known
from whimbrel.procedures.procedure import DocumentNeeded
from whimbrel.queries.cases import told
from whimbrel.register.models import Case, CaseDocument, CaseFinding


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """A criterion with all that stands beside it."""

    id: str
    text: str
    source: str
    known: Known
    """How the rule is known."""
    note: str
    effect: Effect
    concerned: bool | None
    """Whether it concerns this applicant; None: not known."""
    said: tuple[tuple[str, str], ...]
    """(attribute, what the applicant gave); empty words: nothing."""
    documents: tuple[int, ...]
    """Numbers of the documents brought that usually show it."""
    met: bool | None
    """What the scheme makes of what is said; None: evidence is needed."""
    found: str
    """What an officer found: `met`, `not met`, `not known`; empty: nobody has looked."""
    why: str
    by: str
    on: str
    officers: bool
    """An officer can find on it; of others' answers it is only told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """A document that the applicant brought."""

    number: int
    kind: str
    name: str
    instead: bool
    language: str
    certified: bool
    issued: str
    expires: str
    expired: bool
    on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A document that is still asked for."""

    id: str
    text: str
    any_of: tuple[str, ...]
    instead: tuple[str, ...]
    """What this applicant may bring in its place."""
    source: str
    known: Known


FOUND = {True: "met", False: "not met", None: "not known"}


def looked_at(
    row: Case, scheme: Scheme, applicant: Applicant, findings: dict[str, CaseFinding]
) -> tuple[Looked, ...]:
    """Every criterion of a scheme beside an application. `findings`: by the id of the criterion."""
    values = applicant.values()
    papers = list(row.papers.filter(withdrawn_at=None))
    return tuple(looked(one, values, papers, findings.get(one.id)) for one in scheme.criteria)


def looked(
    one: Criterion, values: Values, papers: list[CaseDocument],
    finding: CaseFinding | None,
) -> Looked:  # fmt: skip
    """One criterion."""
    asked = examined.asks_for(one)
    kinds = examined.documents(asked)
    return Looked(
        id=one.id, text=told(one.text), source=one.source, known=one.status, note=one.note,
        effect=one.effect,
        concerned=True if one.concerns is None else holds(one.concerns, values),
        said=tuple((name, in_words(values.get(name))) for name in asked),
        documents=tuple(each.pk for each in papers if each.kind in kinds),
        met=meets(one, values),
        found=FOUND[finding.met] if finding is not None else "",
        why=finding.reason if finding is not None else "",
        by=finding.by.name if finding is not None else "",
        on=finding.at.date().isoformat() if finding is not None else "",
        officers=one.effect is not Effect.WAIT,
    )  # fmt: skip


def in_words(value: object) -> str:
    """A value of an applicant as it is kept; empty for what is not known."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple | list):
        return "; ".join(map(str, value)) or "none"
    return value.isoformat() if isinstance(value, date) else str(value)


def brought(row: Case, today: date, on: date | None = None) -> tuple[Brought, ...]:
    """The documents of a case that were not taken back; on a day, those that were there."""
    listed = row.papers.filter(withdrawn_at=None)
    if on is not None:
        listed = listed.filter(at__date__lte=on)
    return tuple(
        Brought(
            number=one.pk, kind=one.kind, name=one.name, instead=one.instead,
            language=one.language, certified=one.certified, issued=iso(one.issued_on),
            expires=iso(one.expires_on),
            expired=one.expires_on is not None and one.expires_on < today,
            on=one.at.date().isoformat(),
        )
        for one in listed
    )  # fmt: skip


def missing(scheme: Scheme, applicant: Applicant, lacking: tuple[str, ...]) -> tuple[Missing, ...]:
    """The documents that are still asked for, by the ids or kinds that an assessment names, with
    what may be brought in their place."""
    values = applicant.values()
    return tuple(
        Missing(
            id=one.id, text=told(one.text), any_of=one.any_of, instead=instead(one, values),
            source=one.source, known=one.status,
        )
        for one in scheme.documents
        if one.id in lacking or set(one.any_of) & set(lacking)
    )  # fmt: skip


def instead(one: DocumentNeeded, values: Values) -> tuple[str, ...]:
    """What an applicant may bring in the place of a document; where it is not known whether it may,
    it is named: nobody is shut out for what nobody knows."""
    if one.instead_for is None:
        return ()
    return () if holds(one.instead_for, values) is False else one.instead


def iso(day: date | None) -> str:
    """A day as it is kept; empty for none."""
    return day.isoformat() if day is not None else ""
