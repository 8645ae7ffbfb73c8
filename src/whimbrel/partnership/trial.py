"""The trial of a policy: measures over time, effort and delay by case and step, feedback and
surveys. Entered or measured, summed up by measure; few figures are told as few."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import ClassVar

from whimbrel.facts import load
from whimbrel.partnership.policy import STEPS, Named
from whimbrel.partnership.replay import Measured
from whimbrel.procedures.interval import Interval, middle
from whimbrel.procedures.known import STRICT, Text
from whimbrel.procedures.outside import content, parsed
from whimbrel.reading.errors import Unreadable

FEW = 5
"""Fewer figures than this are told as few, and take the place of no assumption."""
WORST, BEST = 1, 5
REMEDY = "Correct it; see the guide on partnership policies for the form of the file"


class How(StrEnum):
    """How a figure came to be."""

    ENTERED = "entered"
    """Somebody said it."""
    MEASURED = "measured"
    """Taken from the record: the days between two events."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A measure under a policy, or the policy itself, over time."""

    __pydantic_config__: ClassVar = STRICT
    id: str
    pack: str
    since: date
    until: date | None = None
    text: Text
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """Hours that a step of a case took somebody."""

    __pydantic_config__: ClassVar = STRICT
    case: str
    step: str
    day: date
    hours: float
    how: How = How.ENTERED
    partner: bool = False
    """Hours of the partner; else of the secretariat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delay:
    """Days that a step of a case took, and why, where somebody said it."""

    __pydantic_config__: ClassVar = STRICT
    case: str
    step: str
    since: date
    until: date
    how: How = How.MEASURED
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """One answer to one question of the survey, or words of somebody."""

    __pydantic_config__: ClassVar = STRICT
    day: date
    by: str
    """Which side: `staff`, `partner`, `Party`."""
    question: str = ""
    """Id of a question of the survey; empty: words only."""
    score: int | None = None
    """From 1, the worst, to 5."""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """All that is on record of a trial."""

    __pydantic_config__: ClassVar = STRICT
    measures: tuple[Measure, ...] = ()
    efforts: tuple[Effort, ...] = ()
    delays: tuple[Delay, ...] = ()
    feedback: tuple[Feedback, ...] = ()


def survey() -> tuple[Named, ...]:
    """The questions of the survey."""
    return load("policy/survey.yaml", Named)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Figures of one kind, summed up."""

    number: int
    measured: int
    """How many of them were measured; the rest was entered."""
    value: Interval | None
    """The median, between the 5th and the 95th of a hundred; None: there are none."""

    @property
    def few(self) -> bool:
        """Whether they are too few to tell more than themselves."""
        return self.number < FEW


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """What was found while a measure held."""

    measure: Measure
    cases: int
    case_hours: Figure
    """Hours of the secretariat for a case."""
    partner_hours: Figure
    case_days: Figure
    """Days from the first to the last step on record of a case."""
    by_step: tuple[tuple[str, Figure, Figure], ...]
    """(step, hours, days) in the order of the steps."""
    scores: tuple[tuple[str, Figure], ...]
    """(question of the survey, scores)."""
    words: tuple[Feedback, ...]
    """What people wrote."""


def summed(trial: Trial) -> tuple[Period, ...]:
    """What was found under each measure, in their order. A figure belongs to the measures that held
    on its day; a case to those under which its first figure stands."""
    return tuple(
        period(trial, one) for one in sorted(trial.measures, key=lambda one: (one.since, one.id))
    )


def period(trial: Trial, measure: Measure) -> Period:
    """What was found under one measure."""
    mine = begun_in(trial, measure)
    efforts = [one for one in trial.efforts if one.case in mine]
    delays = [one for one in trial.delays if one.case in mine]
    said = [one for one in trial.feedback if held(measure, one.day)]
    own = [one for one in efforts if not one.partner]
    named = {one.step for one in own} | {one.step for one in delays}
    steps = [one for one in STEPS if one in named]
    return Period(
        measure=measure,
        cases=len(mine),
        case_hours=of_cases(own),
        partner_hours=of_cases([one for one in efforts if one.partner]),
        case_days=lasting(delays),
        by_step=tuple(
            (
                step,
                figure((one.hours, one.how) for one in own if one.step == step),
                figure((days(one), one.how) for one in delays if one.step == step),
            )
            for step in steps
        ),
        scores=tuple(
            (
                one.id,
                figure(
                    (float(each.score), How.ENTERED)
                    for each in said
                    if each.question == one.id and each.score is not None
                ),
            )
            for one in survey()
        ),
        words=tuple(one for one in said if one.words.strip()),
    )


def begun_in(trial: Trial, measure: Measure) -> set[str]:
    """The cases whose first figure stands in the days of a measure."""
    first: dict[str, date] = {}
    for case, on in (
        *((one.case, one.day) for one in trial.efforts),
        *((one.case, one.since) for one in trial.delays),
    ):
        first[case] = min(first.get(case, on), on)
    return {case for case, on in first.items() if held(measure, on)}


def held(measure: Measure, on: date) -> bool:
    """Whether a measure held on a day."""
    return measure.since <= on and (measure.until is None or on <= measure.until)


def days(one: Delay) -> float:
    """How long a step took."""
    return float((one.until - one.since).days)


def of_cases(efforts: Iterable[Effort]) -> Figure:
    """Hours summed by case. A case counts as measured where all its figures are."""
    hours: dict[str, float] = {}
    sure: dict[str, bool] = {}
    for one in efforts:
        hours[one.case] = hours.get(one.case, 0.0) + one.hours
        sure[one.case] = sure.get(one.case, True) and one.how is How.MEASURED
    return figure(
        (value, How.MEASURED if sure[case] else How.ENTERED) for case, value in hours.items()
    )


def lasting(delays: Iterable[Delay]) -> Figure:
    """Days from the first to the last day on record of each case."""
    begins: dict[str, date] = {}
    ends: dict[str, date] = {}
    sure: dict[str, bool] = {}
    for one in delays:
        begins[one.case] = min(begins.get(one.case, one.since), one.since)
        ends[one.case] = max(ends.get(one.case, one.until), one.until)
        sure[one.case] = sure.get(one.case, True) and one.how is How.MEASURED
    return figure(
        (float((ends[case] - begins[case]).days), How.MEASURED if sure[case] else How.ENTERED)
        for case in begins
    )


def figure(listed: Iterable[tuple[float, How]]) -> Figure:
    """Figures summed up."""
    rows = list(listed)
    return Figure(
        number=len(rows),
        measured=sum(how is How.MEASURED for _, how in rows),
        value=middle(value for value, _ in rows) if rows else None,
    )


def in_place(periods: Iterable[Period]) -> Measured:
    """Hours of steps that take the place of assumed ones in a replay: where there are enough of
    them. The later measure of a policy goes before the earlier."""
    found: dict[tuple[str, str], Interval] = {}
    for one in periods:
        for step, hours, _ in one.by_step:
            if hours.value is not None and not hours.few:
                found[one.measure.pack, step] = hours.value
    return found


def load_file(path: Path) -> Trial:
    """A trial from a file. Unreadable names file, place and cause."""
    from pydantic import TypeAdapter, ValidationError

    try:
        trial = TypeAdapter(Trial).validate_python(parsed(path, content(path), REMEDY))
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"]) or "the whole file"
        raise Unreadable(path, first["msg"], REMEDY, place) from error
    if wrong := next(mistakes(trial), None):
        raise Unreadable(path, wrong[1], REMEDY, wrong[0])
    return trial


def mistakes(trial: Trial) -> Iterator[tuple[str, str]]:
    """(place, cause) of what cannot be."""
    asked = {one.id for one in survey()}
    yield from twice(trial.measures)
    for number, measure in enumerate(trial.measures):
        if measure.until is not None and measure.until < measure.since:
            yield f"measures.{number}.until", f"{measure.until} is before {measure.since}"
    for number, effort in enumerate(trial.efforts):
        if effort.step not in STEPS:
            yield f"efforts.{number}.step", f"{effort.step} is none of: {', '.join(STEPS)}"
        if not 0 <= effort.hours <= MOST_HOURS:
            yield f"efforts.{number}.hours", f"{effort.hours} is not from 0 to {MOST_HOURS}"
    for number, delay in enumerate(trial.delays):
        if delay.step not in STEPS:
            yield f"delays.{number}.step", f"{delay.step} is none of: {', '.join(STEPS)}"
        if delay.until < delay.since:
            yield f"delays.{number}.until", f"{delay.until} is before {delay.since}"
    for number, said in enumerate(trial.feedback):
        if said.question and said.question not in asked:
            yield f"feedback.{number}.question", f"{said.question} is none of: {sorted(asked)}"
        if said.score is not None and not WORST <= said.score <= BEST:
            yield f"feedback.{number}.score", f"{said.score} is not from {WORST} to {BEST}"
        if said.score is not None and not said.question:
            yield f"feedback.{number}.question", "there is a score, and no question"


MOST_HOURS = 2_000
"""A year of work of one person: more for one step is a mistake."""


def twice(measures: Iterable[Measure]) -> Iterator[tuple[str, str]]:
    """Measures with one id."""
    seen: set[str] = set()
    for number, one in enumerate(measures):
        if one.id in seen:
            yield f"measures.{number}.id", f"a second one has the id {one.id}"
        seen.add(one.id)
