"""Assessments as data, as a table for a spreadsheet, and in a few lines each."""

from collections.abc import Iterator
from pathlib import Path

from whimbrel.admission.outcome import Assessment, Reason
from whimbrel.cli import single
from whimbrel.cli.table import as_csv

COLUMNS = ("id", "outcome", "reasons", "documents_missing", "days", "warnings")


def give(found: list[Assessment], form: str, output: Path | None) -> None:
    """Assessments in the form that was asked for."""
    if form == "json":
        single.give(single.as_json(plain(one) for one in found), output)
    elif form == "csv":
        single.give(as_csv(COLUMNS, (row(one) for one in found)), output)
    else:
        single.give("\n".join(line for one in found for line in lines(one)) + "\n", output)


def plain(one: Assessment) -> dict[str, object]:
    """An assessment as data."""
    return {
        "id": one.id,
        "outcome": one.outcome.value,
        "reasons": [line(each) for each in one.reasons],
        "documents_missing": list(one.documents_missing),
        "days": one.days,
        "warnings": list(one.warnings),
        "met": [line(each) for each in one.met],
    }


def line(one: Reason) -> dict[str, object]:
    """A reason as data."""
    return {"criterion": one.criterion, "source": one.source, "status": one.status.value}


def row(one: Assessment) -> dict[str, object]:
    """An assessment as a row of a spreadsheet."""
    return plain(one) | {"reasons": [reason(each) for each in one.reasons]}


def reason(one: Reason) -> str:
    """A reason in one line: `state-approval (Article VII, paragraph 9 b); seen)`."""
    return f"{one.criterion} ({one.source}; {one.status.value})"


def lines(one: Assessment) -> Iterator[str]:
    """An assessment in a few lines."""
    days = "" if one.days is None else f"  {one.days} days before the opening"
    yield f"{one.id}  {one.outcome.value}{days}"
    yield from (f"    because: {reason(each)}" for each in one.reasons)
    if one.documents_missing:
        yield f"    missing: {'; '.join(one.documents_missing)}"
    yield from (f"    note: {each}" for each in one.warnings)
