"""`whimbrel cite`: every reference in a document, where it stands and what it names."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import click

from whimbrel.citations import Citation, in_document
from whimbrel.cli import single
from whimbrel.cli.table import as_csv
from whimbrel.reading import examine

COLUMNS = ("address", "surface", "kind", "target", "place", "title", "linked", "how", "sure")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@single.form("text", "json", "csv")
@single.output()
def cite(file: Path, form: str, output: Path | None) -> None:
    """List every reference in a document: resolutions, decisions, documents, articles, targets,
    pointers.

    `target` is what is named, in normal form; it is empty where that is not known. `how` says how
    it was found out.
    """
    single.answer(file, partial(listed, form=form), output)


def listed(path: str, *, form: str) -> single.Told:
    """(the list as text, remarks) of a file. Runs in a process of its own."""
    found = examine(path)
    rows = list(rows_of(in_document(found.document)))
    if form == "json":
        return single.as_json(rows), found.remarks
    if form == "csv":
        return as_csv(COLUMNS, rows), found.remarks
    return as_text(rows), found.remarks


def rows_of(found: dict[str, tuple[Citation, ...]]) -> Iterator[dict[str, object]]:
    """One row a citation, in reading order."""
    for address, citations in found.items():
        for citation in citations:
            yield (
                {"address": address}
                | {name: getattr(citation, name) for name in COLUMNS[1:]}
                | {"start": citation.start, "end": citation.end}
            )


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
