"""`whimbrel cite`: every reference in a document, where it stands and what it names."""

import csv
import io
import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import click

from whimbrel.citations import Citation, in_document
from whimbrel.cli.files import fail, show, warn, write_whole
from whimbrel.reading import Limits, Unreadable, examine
from whimbrel.reading.bulk import each

COLUMNS = ("address", "surface", "kind", "target", "place", "title", "linked", "how", "sure")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--to",
    "form",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    show_default=True,
    help="What to print or write.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="File to write to; stdout without it.",
)
def cite(file: Path, form: str, output: Path | None) -> None:
    """List every reference in a document: resolutions, decisions, documents, articles, targets,
    pointers.

    `target` is what is named, in normal form; it is empty where that is not known. `how` says how
    it was found out.
    """
    outcome = next(iter(each([str(file)], partial(listed, form=form), limits=Limits())))
    if outcome.answer is None:
        fail(str(outcome.error))
    text, remarks = outcome.answer
    for remark in remarks:
        warn(f"{file}: {remark}")
    if output is None:
        show(text)
        return
    try:
        write_whole(output, text)
    except Unreadable as error:
        fail(str(error))


def listed(path: str, *, form: str) -> tuple[str, tuple[str, ...]]:
    """(the list as text, remarks) of a file. Runs in a process of its own."""
    found = examine(path)
    rows = list(rows_of(in_document(found.document)))
    if form == "json":
        return "[" + ",\n ".join(
            json.dumps(row, ensure_ascii=False) for row in rows
        ) + "]\n", found.remarks
    if form == "csv":
        return as_csv(rows), found.remarks
    return as_text(rows), found.remarks


def rows_of(found: dict[str, tuple[Citation, ...]]) -> Iterator[dict[str, object]]:
    """One row a citation, in reading order."""
    for address, citations in found.items():
        for one in citations:
            yield (
                {"address": address}
                | {name: getattr(one, name) for name in COLUMNS[1:]}
                | {"start": one.start, "end": one.end}
            )


def as_csv(rows: list[dict[str, object]]) -> str:
    """A table for a spreadsheet. A cell that a spreadsheet would run as a formula is shown as
    text."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([inert(row[name]) for name in COLUMNS])
    return out.getvalue()


def inert(value: object) -> str:
    """A cell as text that no spreadsheet takes for a formula."""
    text = (
        "" if value is None else "yes" if value is True else "no" if value is False else str(value)
    )
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def as_text(rows: list[dict[str, object]]) -> str:
    """Columns that line up: where, the words, what they name."""
    if not rows:
        return "no reference was found\n"
    width = max(len(str(row["address"])) for row in rows)
    lines = [
        f"{row['address']!s:{width}}  {row['surface']}  ->  {row['target'] or 'not known'}"
        for row in rows
    ]
    return "\n".join(lines) + "\n"
