"""Every line that a policy asks of a partnership, with its answer and what it comes to."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from whimbrel.partnership.policy import Check, Mark, Pack, Question
from whimbrel.procedures.criterion import holds
from whimbrel.procedures.known import Known
from whimbrel.queries import answered as given
from whimbrel.queries import cases, vetted
from whimbrel.register.models import Partnership as Row
from whimbrel.register.models import PartnershipAnswer, PartnershipReliance


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A question, a check or a criterion, with its answer."""

    id: str
    kind: str
    """`question`, `check`, `criterion`."""
    text: str
    source: str
    known: Known
    weight: str
    """What a bad answer means; empty for checks."""
    dimension: str
    options: tuple[str, ...]
    """The answers to choose from; empty: a number is written."""
    value: str
    """The answer, one of them or a number; empty: nobody has answered."""
    wanted: str
    """The answer that the policy wants; empty: it names none."""
    good: bool | None
    """Whether it is as the policy wants it; None: not known."""
    consulted: str
    consulted_on: str
    note: str
    by: str
    on: str
    relied: str
    """The body whose verification answers it."""
    since_changed: bool
    """It was answered in an earlier due diligence, and has to be asked again."""


def asked(row: Row, pack: Pack, on: datetime.date) -> tuple[Ask, ...]:
    """Every line that the policy asks of a partnership, with its answer: first the checks."""
    told = vetted.plain(row, pack, on)
    wanted, here = vetted.needs(pack, told), given.answers(row)
    others, dims = given.relied(row, on), {one.id: cases.told(one.text) for one in pack.dimensions}
    before = {one.line for one in row.answers.all() if one.round < row.round}
    every: tuple[Check | Mark | Question, ...] = (
        *wanted.checks, *wanted.criteria, *wanted.questions,
    )  # fmt: skip
    return tuple(
        ask(one, told, here.get(one.id), others.get(one.id), dims, before) for one in every
    )


def ask(
    line: Check | Mark | Question, told: Mapping[str, object], here: PartnershipAnswer | None,
    other: PartnershipReliance | None, dims: Mapping[str, str], before: set[str],
) -> Ask:  # fmt: skip
    """A line with its answer."""
    by = here is None and other is not None
    kind = {Check: "check", Mark: "criterion", Question: "question"}[type(line)]
    return Ask(
        id=line.id, kind=kind, text=cases.told(line.text), source=line.source, known=line.status,
        weight=str(getattr(line, "weight", "")),
        dimension=dims.get(getattr(line, "dimension", ""), ""), options=given.options(line),
        value=given.written(line, here.value) if here is not None else
        (given.written(line, given.best(line)) if by else ""),
        wanted=wanted(line), good=good(line, told), consulted=here.source if here is not None else
        (other.reference if other is not None else ""),
        consulted_on=vetted.iso(here.consulted_on if here is not None else None),
        note=here.note if here is not None else "", by=here.by.name if here is not None else "",
        on=vetted.iso(here.at.date() if here is not None else None),
        relied=other.verifier if by and other is not None else "",
        since_changed=here is None and not by and line.id in before,
    )  # fmt: skip


def wanted(line: Check | Mark | Question) -> str:
    """The answer that the policy wants; empty: it names none."""
    kept: object
    if isinstance(line, Mark):
        kept = vetted.opposite(line.test.equals) if isinstance(line.test.equals, bool) else None
    else:
        kept = given.best(line)
    return "" if kept is None else given.written(line, kept)


def good(line: Check | Mark | Question, told: Mapping[str, object]) -> bool | None:
    """Whether an answer is as the policy wants it; None: not known."""
    if isinstance(line, Check):
        value = told.get(line.id)
        return value if isinstance(value, bool) else None
    if isinstance(line, Mark):
        return vetted.opposite(holds(line.test, told))
    return holds(line.good, told)
