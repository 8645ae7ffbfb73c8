"""The schemes of admission that are known, for everybody: each line with its source, what the
treaty of its body leaves to a decision, and what it would make of a body that somebody describes.
They are facts, and no record."""

import datetime
from dataclasses import dataclass

from whimbrel.admission import form
from whimbrel.admission.applicant import Applicant
from whimbrel.admission.ceiling import Ceiling, ceiling
from whimbrel.admission.eligibility import assess
from whimbrel.admission.outcome import Outcome
from whimbrel.admission.scheme import Scheme
from whimbrel.admission.schemes import NoSuchScheme
from whimbrel.admission.schemes import scheme as of_others
from whimbrel.admission.schemes import schemes as known
from whimbrel.admission.shown import Part, shown
from whimbrel.queries import cases
from whimbrel.queries.comparing import Unasked
from whimbrel.queries.recommended import Because, because, lines
from whimbrel.queries.said import said as _


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """A scheme as a row of a list."""

    id: str
    title: str
    body: str
    source: str
    option: bool
    """Nobody has it: it is before a governing body to choose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """A scheme as it is read."""

    rules: Rules
    meetings: str
    parts: tuple[Part, ...]
    ceiling: Ceiling
    asks: tuple[str, ...]
    """The attributes of a body on which it turns."""
    papers: tuple[str, ...]
    """The kinds of documents that it knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What a scheme makes of a body that somebody described."""

    outcome: Outcome
    reasons: tuple[Because, ...]
    documents: tuple[str, ...]
    days: int | None
    warnings: tuple[str, ...]


def schemes(by: str | None = None) -> tuple[Rules, ...]:
    """Every scheme that is known, those that are before a governing body last."""
    return tuple(map(row, (*known(), *cases.standings())))


def row(one: Scheme) -> Rules:
    """A scheme as a row."""
    name = f"{one.id}@{one.version}" if one.version else one.id
    return Rules(
        id=name, title=cases.told(one.title), body=one.body, source=one.source, option=one.option
    )


def scheme(by: str | None, name: str) -> Whole | None:
    """One scheme by its id, or one of its other names; None where there is none."""
    one = found(name)
    if one is None:
        return None
    kinds = form.kinds(one)
    return Whole(
        rules=row(one), meetings=cases.told(one.meetings), parts=shown(one, cases.spoken()),
        ceiling=ceiling(one, language=cases.spoken()),
        asks=tuple(each.id for each in form.asked_by(one)),
        papers=tuple(dict.fromkeys((*kinds.asked, *kinds.instead))),
    )  # fmt: skip


def found(name: str) -> Scheme | None:
    """A scheme, or what an option would give."""
    for one in cases.standings():
        if one.id == name:
            return one
    try:
        return of_others(name)
    except NoSuchScheme:
        return None


def tried(
    by: str | None, name: str, *, values: tuple[str, ...] = (), documents: tuple[str, ...] = (),
    opens: datetime.date | None = None, applied: datetime.date | None = None,
    present: int | None = None, objections: int | None = None,
) -> Tried | None:  # fmt: skip
    """What a scheme makes of a body, which nobody keeps; None where there is no such scheme.
    `values`: what it says of itself, each as `org_type:ngo`; what is left out is not known."""
    one = found(name)
    if one is None:
        return None
    said = {"id": "tried", "name": "tried", "documents": documents}
    given: dict[str, object] = {**said, **dict(map(understood, values))}
    given |= {"applied_on": applied, "objections": objections}
    try:
        described = {name: value for name, value in given.items() if value is not None}
        applicant: Applicant = cases.adapter().validate_python(described)
    except ValueError as error:
        raise Unasked(_("this cannot be said of a body")) from error
    made = assess(
        applicant, one, opens=opens, parties_present=present, parties_all=present,
        language=cases.spoken(),
    )  # fmt: skip
    words = lines(one)
    return Tried(
        outcome=made.outcome, reasons=tuple(because(each, words) for each in made.reasons),
        documents=made.documents_missing, days=made.days,
        warnings=tuple(dict.fromkeys(made.warnings)),
    )  # fmt: skip


BESIDE = frozenset({"state_approval", "fee_paid"})
"""What others say of a body, and no form asks."""


def understood(said: str) -> tuple[str, object]:
    """An attribute with its value."""
    name, _colon, value = said.partition(":")
    if name in BESIDE:
        return name, value or None
    try:
        return name, form.value_of(name, value)
    except (KeyError, ValueError, TypeError):
        told = _("“%(said)s” is nothing that the form asks: write org_type:ngo")
        raise Unasked(told % {"said": said[:80]}) from None
