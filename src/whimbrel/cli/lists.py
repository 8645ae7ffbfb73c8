"""`whimbrel lists`: bring lists of names into the house, compare two files, see what is in
force."""

import json
from collections import Counter
from pathlib import Path

import click

from whimbrel.cli import record, single
from whimbrel.cli.files import fail
from whimbrel.cli.screen import taken
from whimbrel.cli.table import as_csv

COLUMNS = ("change", "kind", "key", "reference", "regime", "name")


@click.group()
def lists() -> None:
    """Lists of names that bodies are screened against."""


@lists.command("diff")
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@single.form("table", "csv", "json")
@single.output()
def diff(old: Path, new: Path, form: str, output: Path | None) -> None:
    """Say what changed between two files of one list, by the content of its entries.

    No house is needed. OLD and NEW are files of one kind: XML of the Security Council, CSV of
    OpenSanctions, or lists of your own.
    """
    from whimbrel.screening.changes import changes

    before, after = taken(old), taken(new)
    if before.source is not after.source:
        fail(f"{old} and {new} are lists of two kinds: {before.source} and {after.source}")
    rows: list[dict[str, object]] = [
        {
            "change": one.change.value, "kind": one.listed.kind.value, "key": one.listed.key,
            "reference": one.listed.reference, "regime": one.listed.regime,
            "name": one.listed.name,
        }
        for one in changes(before, after)
    ]  # fmt: skip
    if form == "csv":
        single.give(as_csv(COLUMNS, rows), output)
        return
    counts = Counter(str(row["change"]) for row in rows)
    if form == "json":
        whole = {"counts": counts, "changes": rows}
        single.give(json.dumps(whole, ensure_ascii=False, indent=2) + "\n", output)
        return
    told = [f"{row['change']:<8} {row['reference'] or row['key']:<10} {row['name']}\n"
            for row in rows]  # fmt: skip
    said = ", ".join(f"{counts[each]} {each}" for each in ("added", "removed", "changed"))
    single.give(f"{said}\n" + "".join(told), output)


@lists.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@record.by()
@click.option("--reason", default="", help="Why, for the ledger.")
def bring(file: Path, by: str, reason: str) -> None:
    """Bring a list into the house: checked whole, dated and kept; bodies are screened again.

    A list that is damaged is refused, and the last good one stays in force.
    """
    taken(file)
    with record.opened():
        from whimbrel.acts.lists import bring_in

        key = bring_in(by, reason, file.read_bytes(), file=file.name)
    click.echo(f"list {key} is in force")


@lists.command("status")
@record.by()
def status(by: str) -> None:
    """Say which lists are in force, how old they are, and what waits for a person."""
    with record.opened():
        from whimbrel.queries.screening import in_force

        for line in in_force(by).lines():
            click.echo(line)
