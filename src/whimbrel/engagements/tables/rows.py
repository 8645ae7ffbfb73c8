"""What the rows of a sheet say: each is understood whole, or told of as a problem."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from whimbrel.engagements.tables.kinds import Field, Kind, kinds
from whimbrel.engagements.tables.problem import Problem, Unfit
from whimbrel.engagements.tables.values import Read, read
from whimbrel.engagements.tables.when import When
from whimbrel.reading.sheet import Sheet, SheetRow

LETTERS = 200
"""So much of a value is told again in a problem."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """A row as values by field; a field that is not there was empty."""

    row: int
    values: Mapping[str, object]
    headings: Mapping[str, str]
    """Field -> the heading of its column."""

    def problem(self, unfit: Unfit) -> Problem:
        """What is wrong with the row, once the record was asked."""
        value = self.values.get(unfit.field)
        told = unfit.value or ("" if value is None else str(value))
        return Problem(
            row=self.row,
            heading=self.headings.get(unfit.field, ""),
            value=told[:LETTERS],
            why=unfit.why,
            given=unfit.given,
        )


def rows(
    sheet: Sheet, kind: str, mapping: Mapping[str, str], *, how: Read | None = None
) -> tuple[Understood | Problem, ...]:
    """Every row of a sheet, in order; a row with several faults gives as many problems.

    `mapping`: heading -> field, "" for what is left out. Where the mapping itself is wrong, only
    that is told.
    """
    known, manner = kinds()[kind], how or Read()
    wrong = faults(sheet, known, mapping, manner)
    if wrong:
        return wrong
    columns = [
        (place, heading, known.field(mapping[heading]))
        for place, heading in enumerate(sheet.headings)
        if mapping.get(heading)
    ]
    headings = {field.key: heading for _, heading, field in columns}
    found: list[Understood | Problem] = []
    for row in sheet.rows:
        found.extend(understood(row, known, columns, headings, manner))
    return tuple(found)


def understood(
    row: SheetRow, kind: Kind, columns: list[tuple[int, str, Field]],
    headings: Mapping[str, str], how: Read,
) -> tuple[Understood | Problem, ...]:  # fmt: skip
    """One row, or its problems."""
    values: dict[str, object] = {}
    problems: list[Problem] = []
    for place, heading, field in columns:
        cell = row.cell(place)
        told = Problem(row=row.number, heading=heading, value=cell.text[:LETTERS], why="required")
        try:
            value = read(cell, field, how)
        except Unfit as unfit:
            given, value = unfit.given, unfit.value or told.value
            problems.append(replace(told, why=unfit.why, given=given, value=value[:LETTERS]))
            continue
        if value is not None:
            values[field.key] = value
        elif field.required:
            problems.append(replace(told, given={"field": field.name(how.language)}))
    since, until = values.get("since"), values.get("until")
    if isinstance(since, When) and isinstance(until, When) and until.until < cut(since, until):
        given = {"since": since.since, "until": until.until}
        problems.append(
            Problem(
                row=row.number, heading=headings["until"], value=until.until, why="backwards",
                given=given,
            )
        )  # fmt: skip
    if problems:
        return tuple(problems)
    return (Understood(row=row.number, values=values, headings=headings),)


def cut(since: When, until: When) -> str:
    """The first date, no more exact than the last: 2025-11-03 until 2025 is no contradiction."""
    return since.since[: len(until.until)]


def faults(sheet: Sheet, kind: Kind, mapping: Mapping[str, str], how: Read) -> tuple[Problem, ...]:
    """What is wrong with the mapping itself."""
    top = sheet.head.number if sheet.head else 1
    if sheet.head is None:
        return (Problem(row=top, heading="", value="", why="no_head"),)
    found: list[Problem] = []
    taken: dict[str, str] = {}
    fields = {one.key: one for one in kind.fields}
    for heading, key in mapping.items():
        told = Problem(row=top, heading=heading, value=key, why="no_field")
        if heading not in sheet.headings:
            listed = ", ".join(sheet.headings)[:500]
            found.append(replace(told, why="no_heading", given={"listed": listed}))
        elif key and key not in fields:
            found.append(replace(told, given={"listed": ", ".join(fields)}))
        elif key in taken:
            given = {"other": taken[key], "field": fields[key].name(how.language)}
            found.append(replace(told, why="twice", given=given))
        elif key:
            taken[key] = heading
    for one in kind.fields:
        if one.required and one.key not in taken:
            given = {"field": one.name(how.language)}
            found.append(Problem(row=top, heading="", value="", why="no_column", given=given))
    return tuple(found)
