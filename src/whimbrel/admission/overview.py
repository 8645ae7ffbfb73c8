"""Schemes side by side: the table of an information document, each cell with its source and how it
is known."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from whimbrel.admission.applicant import Applicant, Kind, Profit
from whimbrel.admission.asking import asking
from whimbrel.admission.rules import worked_out
from whimbrel.admission.scheme import Scheme
from whimbrel.admission.schemes import label, schemes
from whimbrel.admission.words import say
from whimbrel.facts import load
from whimbrel.facts.calendar import Calendar, months
from whimbrel.procedures.criterion import Criterion
from whimbrel.procedures.known import Known, Line
from whimbrel.procedures.procedure import Actor, Deadline, DocumentNeeded
from whimbrel.procedures.procedure import Kind as Decides

COLUMNS = (
    "state-approval", "minimum-age", "non-profit", "legal-personality", "international-activity",
    "business", "documents", "decider", "blocking", "deadline", "validity", "report", "fee",
    "functions",
)  # fmt: skip
"""Keys of the columns, in their order; `heading` names them."""
CRITERIA = ("minimum-age", "non-profit", "legal-personality", "international-activity")
"""Columns that are criteria, by the id that these have in every scheme."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What a scheme says on one question."""

    text: str
    """In the language that was asked for; never empty."""
    source: str
    status: Known
    lines: tuple[str, ...] = ()
    """Ids of the lines it was read from; empty where none says anything."""

    def marked(self, language: str) -> str:
        """The text with the mark of how it is known, where it was not read in its source."""
        return (
            self.text if self.status is Known.SEEN else f"{self.text} {mark(self.status, language)}"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One scheme."""

    scheme: str
    """Its id, with the version where it is not the current one."""
    title: str
    cells: tuple[Cell, ...]
    """One for each of `COLUMNS`."""


def overview(listed: Iterable[Scheme] | None = None, *, language: str = "en") -> tuple[Row, ...]:
    """The rows of the table, for some schemes or all: those of a family first."""
    rows = sorted(schemes(), key=lambda one: not one.family) if listed is None else listed
    return tuple(row(one, language) for one in rows)


def row(scheme: Scheme, language: str) -> Row:
    """One scheme as a row."""
    return Row(
        scheme=label(scheme),
        title=scheme.title[language],
        cells=tuple(cell(scheme, name, language) for name in COLUMNS),
    )


def heading(column: str, language: str) -> str:
    """The head of a column."""
    return say(f"column-{column}", language)


def mark(status: Known, language: str) -> str:
    """How a cell is known, in words."""
    return f"[{say(f'known-{status.value}', language)}]"


def cell(scheme: Scheme, column: str, language: str) -> Cell:
    """What a scheme says on one question."""
    if column in CRITERIA:
        return criterion(scheme, column, language)
    return QUESTIONS[column](scheme, language)


def criterion(scheme: Scheme, name: str, language: str) -> Cell:
    """A criterion by its id."""
    found = [one for one in scheme.criteria if one.id == name]
    if not found:
        return none(scheme, language)
    return told(found, (one.text[language] for one in found))


def approval(scheme: Scheme, language: str) -> Cell:
    """Whether a State must approve, or is consulted."""
    asked = [one for one in scheme.criteria if one.id == "state-approval"]
    if asked:
        return told(asked, (one.text[language] for one in asked))
    steps = [one for one in scheme.steps if one.by is Actor.STATE]
    if steps:
        return told(steps, (one.text[language] for one in steps))
    return none(scheme, language)


def business(scheme: Scheme, language: str) -> Cell:
    """Whether a company could be let in: every criterion is asked of one of which nothing else is
    known."""
    company = Applicant(id="company", org_type=Kind.BUSINESS, profit=Profit.FOR_PROFIT)
    derived = worked_out(None)
    out: list[Criterion] = []
    open_: list[Criterion] = []
    for one in scheme.criteria:
        if asking(one.concerns, derived)(company) is not True:
            continue
        met = asking(one.test, derived)(company)
        if one.status is Known.UNKNOWN and met is False:
            open_.append(one)
        elif met is False:
            (open_ if one.discretionary else out).append(one)
        elif one.concerns is not None and met is None:
            # It is asked of companies, and of few others.
            open_.append(one)
    if out:
        return told(out, (say("business-out", language, line=one.id) for one in out))
    if open_:
        return told(open_, (one.text[language] for one in open_))
    return Cell(text=say("business-in", language), source=scheme.source, status=Known.SEEN)


def documents(scheme: Scheme, language: str) -> Cell:
    """What is handed in."""
    if not scheme.documents:
        return none(scheme, language)
    alike = len({one.status for one in scheme.documents}) == 1
    return told(scheme.documents, (paper(one, alike, language) for one in scheme.documents))


def paper(one: DocumentNeeded, alike: bool, language: str) -> str:
    """A document, with a mark of its own where it is not known as the others are."""
    if alike or one.status is Known.SEEN:
        return one.text[language]
    return f"{one.text[language]} {mark(one.status, language)}"


def decider(scheme: Scheme, language: str) -> Cell:
    """Who decides."""
    return told([scheme.decision], [scheme.decision.decider[language]])


def blocking(scheme: Scheme, language: str) -> Cell:
    """How many keep a body out."""
    rule = scheme.decision
    text = say(
        f"blocks-{Decides(rule.kind).name}", language,
        share=f"{rule.numerator}/{rule.denominator}", days=rule.object_days,
    )  # fmt: skip
    if rule.object_days is not None:
        text += f" ({say('blocks-until', language, days=rule.object_days)})"
    return told([rule], [text])


def deadline(scheme: Scheme, language: str) -> Cell:
    """The last day for an application."""
    later = {step.deadline for step in scheme.steps if step.after}
    listed = [one for one in scheme.deadlines if one.id not in later]
    if not listed:
        return none(scheme, language)
    return told(listed, (day(one, language) for one in listed))


def day(one: Deadline, language: str) -> str:
    """One deadline in words."""
    if one.status is Known.UNKNOWN:
        return say("not-known", language)
    version = f" ({one.language})" if one.language else ""
    if one.days is not None:
        return say("days-before", language, days=one.days) + version
    if one.dates:
        key = "dates-earlier" if one.years_before else "dates"
        return say(key, language, dates=", ".join(spoken(each, language) for each in one.dates))
    return say("rolling", language)


def spoken(words: str, language: str) -> str:
    """ "31 August" in a language."""
    number, _, month = words.partition(" ")
    at = months()[month.casefold()] - 1
    names = next(one.months for one in load("months/*.yaml", Calendar) if one.language == language)
    joined = " de " if language == "es" else " "
    return f"{number}{joined}{names[at][0] if language != 'en' else month}"


def validity(scheme: Scheme, language: str) -> Cell:
    """How long it lasts."""
    return told([scheme.validity], [scheme.validity.text[language]])


def report(scheme: Scheme, language: str) -> Cell:
    """What has to be reported or confirmed, and how often."""
    ids = {"report", "confirmation", "proof-of-existence", "updates", "active"}
    found = [one for one in scheme.duties if one.id in ids]
    if not found:
        return none(scheme, language)
    return told(found, (one.text[language] for one in found))


def fee(scheme: Scheme, language: str) -> Cell:
    """What it costs."""
    if not scheme.fees:
        return none(scheme, language)
    texts = (
        f"{one.text[language]}: {one.currency} {one.amount:,.0f}"
        if one.amount is not None
        else one.text[language]
        for one in scheme.fees
    )
    return told(scheme.fees, texts)


def functions(scheme: Scheme, language: str) -> Cell:
    """Which of the five functions it serves."""
    if not scheme.functions:
        return none(scheme, language)
    text = "; ".join(say(f"function-{one.name}", language) for one in scheme.functions)
    basis = scheme.functions_basis
    return Cell(
        text=text,
        source=basis.source if basis else scheme.source,
        status=basis.status if basis else Known.ASSUMED,
        lines=(basis.id,) if basis else (),
    )


def told(lines: Iterable[Line], texts: Iterable[str]) -> Cell:
    """Lines as one cell: known as well as the least known of them."""
    listed = tuple(lines)
    return Cell(
        text="; ".join(dict.fromkeys(texts)),
        source="; ".join(dict.fromkeys(one.source for one in listed)),
        status=max((one.status for one in listed), key=ORDER.index),
        lines=tuple(one.id for one in listed),
    )


ORDER = (Known.SEEN, Known.PROPOSED, Known.ASSUMED, Known.MEMORY, Known.UNKNOWN)
"""From what is known best to what is not."""


def none(scheme: Scheme, language: str) -> Cell:
    """That nothing of the kind was found in what was read."""
    return Cell(text=say("none-found", language), source=scheme.source, status=Known.SEEN)


QUESTIONS: dict[str, Callable[[Scheme, str], Cell]] = {
    "state-approval": approval,
    "business": business,
    "documents": documents,
    "decider": decider,
    "blocking": blocking,
    "deadline": deadline,
    "validity": validity,
    "report": report,
    "fee": fee,
    "functions": functions,
}
