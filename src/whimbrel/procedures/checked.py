"""Read procedures from files and look them over: what no type can say. A file that is wrong is
refused with its name, the path of the field and the cause."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

from whimbrel.facts import BadFact, load
from whimbrel.procedures.criterion import Test
from whimbrel.procedures.deadlines import day_of
from whimbrel.procedures.known import Known, Line
from whimbrel.procedures.procedure import Deadline, Moment, Procedure

P = TypeVar("P", bound=Procedure)
MOST = 2 * 2**20
"""Bytes of a file of procedures."""
YEAR = 366
Fault = tuple[str, str]
"""The path of a field, such as `steps.2.after`, and what is wrong with it."""


def procedures(pattern: str, kind: type[P]) -> tuple[P, ...]:
    """The procedures of our own fact files, looked over. BadFact names file, path and cause."""
    found = load(pattern, kind)
    for one in found:
        looked_over(one, f"facts/{pattern}, {one.id}")
    return found


def from_file(path: Path, kind: type[P]) -> tuple[P, ...]:
    """The procedures of a file of somebody's own. BadFact names file, path and cause."""
    import yaml
    from pydantic import TypeAdapter, ValidationError

    if path.stat().st_size > MOST:
        raise BadFact(f"{path}: larger than {MOST // 2**20} MiB; a file of procedures is short")
    try:
        text = path.read_text(encoding="utf-8")
        if "&" in text and text.count("*") > 2000:
            raise BadFact(f"{path}: refers to itself too often to be read safely")
        data = yaml.safe_load(text)
    except UnicodeDecodeError as error:
        raise BadFact(f"{path}: not UTF-8 text: {error}") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise BadFact(f"{path}: not YAML: {error}") from error
    adapter = TypeAdapter(kind)
    found = []
    for number, item in enumerate(data if isinstance(data, list) else [data], start=1):
        try:
            one = adapter.validate_python(item)
        except (ValidationError, RecursionError) as error:
            raise BadFact(f"{path}, entry {number}, {told(error)}") from error
        looked_over(one, f"{path}, entry {number}")
        found.append(one)
    return tuple(found)


def told(error: Exception) -> str:
    """The first mistake that a type finds, by its path."""
    from pydantic import ValidationError

    if not isinstance(error, ValidationError):
        return "the whole entry: it holds itself"
    first = error.errors()[0]
    field = ".".join(str(part) for part in first["loc"]) or "the whole entry"
    return f"{field}: {first['msg']}"


def looked_over(one: Procedure, where: str) -> None:
    """Go on where a procedure is whole. BadFact names the first mistake."""
    for path, cause in faults(one):
        raise BadFact(f"{where}, {path}: {cause}")


def faults(one: Procedure) -> Iterator[Fault]:
    """Every mistake of a procedure."""
    yield from lines(one)
    yield from tests(one)
    yield from deadlines(one)
    yield from references(one)
    yield from ends(one)


def lines(one: Procedure) -> Iterator[Fault]:
    """Ids once, sources said, versions that begin before they end."""
    for part in ("criteria", "documents", "deadlines", "steps", "rights", "duties", "fees"):
        listed: tuple[Line, ...] = getattr(one, part)
        seen: set[str] = set()
        for number, line in enumerate(listed):
            if not line.source.strip():
                yield f"{part}.{number}.source", "empty: say where it can be checked"
            if line.id in seen:
                yield f"{part}.{number}.id", f"“{line.id}” is there twice"
            seen.add(line.id)
    if one.valid_from and one.valid_to and one.valid_to < one.valid_from:
        yield "valid_to", f"{one.valid_to} is before valid_from, {one.valid_from}"


def tests(one: Procedure) -> Iterator[Fault]:
    """A leaf asks one thing of one attribute; a branch is no leaf."""
    for number, line in enumerate(one.criteria):
        for name in ("test", "concerns"):
            test: Test | None = getattr(line, name)
            if test is not None:
                yield from within(test, f"criteria.{number}.{name}")


def within(test: Test, path: str) -> Iterator[Fault]:
    """A test and all below it."""
    branches = [name for name in ("all", "any", "negated") if getattr(test, name)]
    if len(branches) + bool(test.attribute) != 1:
        yield path, "say one of `all`, `any`, `not` and `attribute`"
    asks = (test.equals is not None, bool(test.among), test.years is not None)
    bounds = test.at_least is not None or test.at_most is not None
    if test.attribute and sum(asks) + bounds != 1:
        yield path, "say one thing that the attribute must be"
    for name in ("all", "any"):
        for number, inner in enumerate(getattr(test, name)):
            yield from within(inner, f"{path}.{name}.{number}")
    if test.negated is not None:
        yield from within(test.negated, f"{path}.not")


def deadlines(one: Procedure) -> Iterator[Fault]:
    """Days that there are, and an order in which they can be kept."""
    for number, line in enumerate(one.deadlines):
        yield from possible(line, f"deadlines.{number}", {step.id for step in one.steps})
    asked = [line.days for line in one.deadlines if line.moment is Moment.OPENING and line.days]
    late = one.decision.object_days
    if late is not None and asked and late > max(asked):
        yield "decision.object_days", f"objections would close before applications, {max(asked)}"
    fraction = one.decision
    if not 0 < fraction.numerator <= fraction.denominator:
        yield "decision.numerator", f"{fraction.numerator} of {fraction.denominator} is no fraction"


def possible(line: Deadline, path: str, steps: set[str]) -> Iterator[Fault]:
    """One deadline."""
    if line.days is not None and not 0 <= line.days <= 10 * YEAR:
        yield f"{path}.days", f"{line.days} days cannot be kept"
    if line.moment is Moment.STEP and line.after not in steps:
        yield f"{path}.after", f"no step is called “{line.after}”"
    if line.moment is Moment.CALENDAR and not line.dates and line.status is not Known.UNKNOWN:
        yield f"{path}.dates", "empty: name the closing day, as “31 August”"
    for number, words in enumerate(line.dates):
        try:
            day_of(words, date.today().year)
        except ValueError as error:
            yield f"{path}.dates.{number}", f"“{words}”: {error}"


def references(one: Procedure) -> Iterator[Fault]:
    """What a step names is there."""
    steps = {step.id for step in one.steps}
    needs = {line.id for line in (*one.criteria, *one.documents)}
    last = {line.id for line in one.deadlines}
    for number, step in enumerate(one.steps):
        for place, name in enumerate(step.after):
            if name not in steps:
                yield f"steps.{number}.after.{place}", f"no step is called “{name}”"
            elif step.after == (step.id,):
                yield f"steps.{number}.after", f"“{step.id}” can only come after itself"
        for place, name in enumerate(step.needs):
            if name not in needs:
                yield f"steps.{number}.needs.{place}", f"nothing is called “{name}”"
        if step.deadline and step.deadline not in last:
            yield f"steps.{number}.deadline", f"no deadline is called “{step.deadline}”"


def ends(one: Procedure) -> Iterator[Fault]:
    """It begins, every step can be reached, and one of those that can be ends the case. What was
    done stays done, so a question that goes back and forth keeps no case from ending."""
    if not one.steps:
        return
    if not any(not step.after for step in one.steps):
        yield "steps", "no step opens the case: each comes after another, in a circle"
        return
    if not any(step.ends for step in one.steps):
        yield "steps", "no step ends the case: mark one with `ends`"
        return
    reached = reachable(one)
    for number, step in enumerate(one.steps):
        if step.id not in reached:
            yield f"steps.{number}", f"“{step.id}” is never reached"


def reachable(one: Procedure) -> set[str]:
    """The steps that can be done sooner or later."""
    found: set[str] = set()
    while True:
        more = {
            step.id for step in one.steps if not step.after or found.intersection(step.after)
        } - found
        if not more:
            return found
        found |= more
