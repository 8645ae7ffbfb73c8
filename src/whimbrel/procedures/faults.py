"""What is wrong with a procedure as data: every mistake with its place, as `steps.2.after`, and its
cause."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass

from whimbrel.procedures.criterion import Test
from whimbrel.procedures.deadlines import day_of
from whimbrel.procedures.known import Known, Line, Text
from whimbrel.procedures.linked import ending, names, order, twice, whole
from whimbrel.procedures.procedure import Actor, Deadline, Moment, Procedure

LEAP = 2024
"""A year that has every day."""
LANGUAGES = ("en", "fr", "es")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One mistake."""

    place: str
    """Where it stands: `criteria.0.source`."""
    cause: str

    def __str__(self) -> str:
        return f"{self.place}: {self.cause}"


def faults(procedure: Procedure) -> tuple[Fault, ...]:
    """Every mistake in a procedure that its types let pass; none: it is sound."""
    walked = tuple(parts(procedure))
    found = [
        *(pair for check in (blanks, tests, impossible) for pair in check(walked)),
        *(pair for check in WHOLE for pair in check(procedure)),
    ]
    return tuple(Fault(place=place, cause=cause) for place, cause in found)


Found = Iterator[tuple[str, str]]
Parts = Iterable[tuple[str, object]]
"""Everything that a procedure is made of, each with its place."""


def blanks(walked: Parts) -> Found:
    """Words and sources that are missing."""
    for place, one in walked:
        if isinstance(one, (Line, Procedure)):
            for name in ("id", "source"):
                if not getattr(one, name).strip():
                    yield f"{place}.{name}".lstrip("."), "it is empty"
        if isinstance(one, Text):
            for language in LANGUAGES:
                if not one[language].strip():
                    yield f"{place}.{language}", "there are no words in this language"


def parts(whole: object, place: str = "") -> Iterator[tuple[str, object]]:
    """A whole with everything that it is made of, each with its place."""
    yield place, whole
    below: Iterable[tuple[str, object]] = ()
    if isinstance(whole, tuple):
        below = ((str(number), one) for number, one in enumerate(whole))
    elif is_dataclass(whole):
        below = ((field.name, getattr(whole, field.name)) for field in fields(whole))
    for name, one in below:
        # Words and numbers are made of nothing more.
        if isinstance(one, tuple) or is_dataclass(one):
            yield from parts(one, f"{place}.{name}" if place else name)


def tests(walked: Parts) -> Found:
    """Tests that ask nothing, or two things at once."""
    for place, one in walked:
        if isinstance(one, Test) and (cause := unclear(one)):
            yield place, cause


def unclear(test: Test) -> str:
    """What is wrong with one test; empty: nothing."""
    branches = [name for name, one in (("all", test.all), ("any", test.any)) if one]
    branches += ["not"] if test.negated is not None else []
    asked = [name for name in ("equals", "years") if getattr(test, name) is not None]
    asked += ["among"] if test.among else []
    bounds = test.at_least is not None or test.at_most is not None
    asked += ["at_least or at_most"] if bounds else []
    if len(branches) > 1 or (branches and (asked or test.attribute)):
        return "a test is either `all`, `any`, `not`, or an attribute; put one inside another"
    if branches:
        return ""
    if not test.attribute:
        return "a test names an attribute, or has `all`, `any` or `not`"
    if len(asked) != 1:
        return f"a test asks one thing of {test.attribute}, and this asks {len(asked)}"
    if test.years is not None and test.years < 0:
        return "years cannot be below nought"
    both = test.at_least is not None and test.at_most is not None
    if both and (test.at_least or 0) > (test.at_most or 0):
        return f"no number is at least {test.at_least} and at most {test.at_most}"
    return ""


LEAST = {
    "days": 0, "years_before": 0, "numerator": 1, "denominator": 1, "members": 1,
    "object_days": 0, "silence_days": 0, "amount": 0, "years": 0, "reapply_years": 0,
    "every_years": 0, "withdrawn_after_years": 0,
}  # fmt: skip
"""Field -> what it cannot be below."""


def impossible(walked: Parts) -> Found:
    """Numbers that cannot be."""
    for place, one in walked:
        if not isinstance(one, Line):
            continue
        for name, least in LEAST.items():
            value = getattr(one, name, None)
            if value is not None and value < least:
                yield f"{place}.{name}", f"{value} is below {least}"


def numbers(procedure: Procedure) -> Found:
    """Numbers that do not go together."""
    rule = procedure.decision
    if rule.numerator > rule.denominator:
        cause = f"{rule.numerator} of {rule.denominator} is more than all"
        yield "decision.numerator", cause
    for number, step in enumerate(procedure.steps):
        if step.hours is not None and not 0 <= step.hours[0] <= step.hours[1]:
            yield f"steps.{number}.hours", "they run from the fewest to the most"
    since, until = procedure.valid_from, procedure.valid_to
    if since is not None and until is not None and since > until:
        yield "valid_to", f"{until} is before {since}, from which it is valid"


def calendar(procedure: Procedure) -> Found:
    """Deadlines that cannot be counted, or that nobody can keep."""
    for number, line in enumerate(procedure.deadlines):
        yield from uncountable(f"deadlines.{number}", line)
    rule = procedure.decision
    asked = {step.deadline for step in procedure.steps if step.by is Actor.APPLICANT}
    days = [
        one.days
        for one in procedure.deadlines
        if one.id in asked and one.moment is Moment.OPENING and one.days is not None
    ]
    if rule.object_days is not None and days and rule.object_days > max(days):
        cause = f"objections are due {rule.object_days} days before the opening, and applications"
        yield "decision.object_days", f"{cause} only {max(days)}: nobody could object in time"


def uncountable(place: str, line: Deadline) -> Found:
    """What is wrong with one deadline."""
    for number, words in enumerate(line.dates):
        try:
            day_of(words, LEAP)
        except ValueError as error:
            yield f"{place}.dates.{number}", str(error)
    if line.dates and line.moment is not Moment.CALENDAR:
        yield f"{place}.dates", f"days of the year are not counted from: {line.moment}"
    if line.after and line.moment is not Moment.STEP:
        yield f"{place}.after", f"a step is named, and it is counted from: {line.moment}"
    if line.moment is Moment.STEP and not line.after:
        yield f"{place}.after", "it is counted from a step, and no step is named"
    if line.moment is Moment.CALENDAR and line.days is not None:
        yield f"{place}.days", "it is a day of the year, and days are counted"
    unsaid = line.moment is Moment.CALENDAR and not line.dates
    if unsaid and line.status is not Known.UNKNOWN:
        yield f"{place}.dates", "no day of the year is named, and it is not marked as unknown"


WHOLE: tuple[Callable[[Procedure], Found], ...] = (
    whole, numbers, twice, names, calendar, order, ending,
)  # fmt: skip
"""What is asked of a procedure as a whole."""
